"""The page of a group under 5 that talked without a vote: what all of them agreed to say. Nothing is counted on it."""

from codesign.core.session import Session
from codesign.core.text import COMMENT_LIMIT, clean
from codesign.documents.paper_size import paper_for
from codesign.documents.wall.page import THE_RULE, Part, WallPage, WallRow, fitted
from codesign.phrases import MADE_UP, asked, day, which
from codesign.words import N_, _, in_region

_TITLE = N_("What this small group agreed to say")
_LINE = N_("We say")
_HOW = N_("We are fewer than 5, so we did not vote. Each line was read aloud, and each of us said OK.")
_REST = N_("What is not here we did not talk about, or not all of us said OK. It says nothing about any of us.")


def what_they_say(session: Session) -> WallPage:
    """In the order of the session."""
    with in_region(session.setup.region):
        return _what_they_say(session)


def _what_they_say(session: Session) -> WallPage:
    who, due = session.setup.audience, session.setup.answer_by
    rows = [WallRow(asked(card), "", clean(line, COMMENT_LIMIT)) for card, line in session.agreed_lines]
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if session.setup.made_up else "",
            title=_(_TITLE),
            about=which(session.setup.title, session.setup.day[:7]),
            parts=(Part(_(THE_RULE), _(_LINE), tuple(rows)),),
            below=tuple(
                filter(
                    None,
                    (
                        _(_HOW),
                        _(_REST),
                        _("{who} reads this and answers it.", who=who) if who else "",
                        _("We hear back by {day}, even if the answer is no.", day=day(due)) if who and due else "",
                    ),
                )
            ),
            month=session.setup.day[:7],
            paper=paper_for(session.setup.region),
        )
    )
