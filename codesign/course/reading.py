"""After the vote, for one reader: the comments, one after another."""

import contextlib
from typing import TYPE_CHECKING

from codesign.core.ballot import OWN_IDEA
from codesign.core.errors import CodesignError
from codesign.core.session import WITHHELD_REASONS, Comment, Review, Session
from codesign.course.pages import Course, Menu, MenuChoice, Question, Reading, Verdict
from codesign.phrases import on_what
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

OF_SAFETY = (
    "One is kept back for safety. Do what your program's rules say, today. To the whole group say: if you want to talk, we are "
    "here."
)
"""To the reader, of a comment that is about somebody's safety: nobody knows who wrote it."""
NO_WORDS = "No words, only quick picks."
MAYBE_PERSONAL = N_("Maybe a phone number, a name online or an address. Write a theme instead.")
"""To the reader of a comment."""
WRITER = {
    "": "Said OK to quote.",
    "no-ok": "Did not say OK to quote. Only its theme can go out.",
    "no-words": "Wrote no words, only quick picks. They can go out in one list with those of others.",
    "too-few": "Too few people answered this card to quote anybody. From 5 answers on its theme can go out.",
    "enough": "As much is told of this card as may be: keep it back, or give it the words of a theme that is told already.",
}
"""What `Session.why_no_quote` says -> what the reader of comments is told of a writer."""
_PICKS_HAVE_NO_ROOM = "Wrote no words, only quick picks. No list has room for them: keep them back."
DECIDED = {"unread": "To read", "quote": "Quote", "theme": "Theme only", "picks": "Its picks", "withheld": "Kept back"}


def reading(opened: "OpenSession") -> Course[str]:
    """Every comment, until all are read; the name of the part that follows."""
    at: int | None = None
    notice = ""
    while True:
        said = yield Reading(session=opened.read(), at=at, notice=notice, covers=True)
        notice = ""
        if isinstance(said, Verdict):
            at = said.comment.id
            verdict = yield from _verdict(opened, said)
            try:
                if verdict:
                    opened.review(at, verdict)
                    if verdict.how == "picks":
                        notice = _all_picks(opened)
                    elif not said.comment.text and verdict.reason != "safety" and _rest_of_picks(opened, verdict):
                        notice = _("So are the other quick picks that no list has room for.")
                    elif verdict.reason == "safety":
                        notice = _(OF_SAFETY)
                    at = None if opened.read().unread else at
            except CodesignError as error:
                notice = str(error) if said.comment.text or said.how != "theme" else _(_PICKS_HAVE_NO_ROOM)
        elif said == "back":
            return "where"
        elif opened.read().unread:
            at, notice = None, _("This one is still to be read: quote it, write its theme, or keep it back.")
        else:
            return "where"


def _all_picks(opened: "OpenSession") -> str:
    """What holds of one set of quick picks without words holds of all of them: they go out in one list, so nobody reads them
    one by one. What is said of it; those of which no more may be told are left for the reader."""
    for comment in _picks_alone(opened):
        with contextlib.suppress(CodesignError):
            opened.review(comment.id, Review("picks"))
    told = _("Quick picks without words go out in lists, where enough people answered.")
    left = _("No list has room for those that are left: keep one back, and all are.")
    return f"{told} {left if _picks_alone(opened) else _('None of them waits for you.')}"


def _picks_alone(opened: "OpenSession") -> list[Comment]:
    return [comment for comment in opened.read().unread if not comment.text]


def _rest_of_picks(opened: "OpenSession", verdict: Review) -> bool:
    """Keep back, with one set of quick picks that can't be told, all others of which that holds; whether there were any."""
    rest = [comment for comment in _picks_alone(opened) if not opened.read().may_tell_picks(comment)]
    for comment in rest:
        opened.review(comment.id, verdict)
    return bool(rest)


def _verdict(opened: "OpenSession", wanted: Verdict) -> Course[Review | None]:
    """What becomes of a comment; None where the reader goes back."""
    if wanted.how == "quote":
        return Review("quote")
    if wanted.how == "keep back":
        return (yield from _kept_back())
    return (yield from _theme(opened, wanted.comment)) if wanted.comment.text else Review("picks")


def _theme(opened: "OpenSession", comment: Comment) -> Course[Review | None]:
    session = opened.read()
    about, answers = on_what(session, comment)
    beside = (c for c in session.comments if (c.card, c.prompt) == (comment.card, comment.prompt))
    told = dict.fromkeys(c.theme for c in beside if c.review == "theme" and c.theme)
    said = yield Question(
        covers=True,
        place="theme",
        title=_("What is it about?"),
        question=_(
            "A few words of yours, such as “wants a plug near the bed”. The room reads it too. Empty: nothing of it goes out."
        ),
        value=comment.theme,
        lines=(about, *([_("Told already: {themes}", themes="; ".join(told))] if told else [])),
        strong=(f"{answers}: “{comment.text}”",),
    )
    return None if said is None else Review("theme", theme=str(said))


def _kept_back() -> Course[Review | None]:
    said = yield Menu(
        covers=True,
        place="reason",
        title=_("Why is it kept back?"),
        lines=(
            _(
                "Where 10 or more people may have written them, the summary counts kept-back comments by reason, but never one "
                "of safety on its own. None is chosen yet."
            ),
        ),
        begins=False,
        choices=tuple(MenuChoice(reason, _(words)) for reason, words in WITHHELD_REASONS.items()),
        others=("back",),
    )
    return Review("withheld", reason=str(said)) if said in WITHHELD_REASONS else None


def what_of_the_writer(session: Session, comment: Comment) -> str:
    """What the reader of a comment is told of its writer, and how much is told where it belongs, before choosing."""
    words = _(WRITER[session.why_no_quote(comment)])
    if not comment.text and comment.review == "unread" and not session.may_tell_picks(comment):
        words = _(_PICKS_HAVE_NO_ROOM)
    if not session.may_be_told(comment):
        return words
    room = session.room(comment)
    return f"{words} {_('Told so far here: {told} of at most {most}.', told=room.told, most=room.most)}"


def in_reading_order(session: Session) -> list[Comment]:
    """The comments as they are read: by card, in the order of the cards. Ideas come first while they can still be voted on,
    and then last."""
    cards = [card.id for card in session.cards]
    order = [*cards, OWN_IDEA] if session.is_told else [OWN_IDEA, *cards]
    places = {card_id: n for n, card_id in enumerate(order)}
    return sorted(session.comments, key=lambda comment: places[comment.card])
