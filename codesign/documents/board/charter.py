"""A one-page charter for a real online space for youth: filled in from what the group voted on such a space, as far as that was
shown, and a line to write on for the rest."""

from collections.abc import Mapping

from codesign.core.card import Card
from codesign.core.disclosure import Shown
from codesign.core.session import Session
from codesign.documents.paper_size import Paper
from codesign.documents.wall.page import Part, WallPage, WallRow, fitted
from codesign.phrases import day, said, which
from codesign.phrases.line import led_by, written
from codesign.words import N_, _

_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0)
"""Of the type, in points: smaller than on a wall, because it is filled in at a table and has to be one sheet."""
_TITLE = N_("Our space online: what holds there")
_ABOUT = N_("Nobody opens such a space before every line here has an answer, and youth have read it.")
_QUESTION, _ANSWER = N_("What has to be clear"), N_("What holds here")
_LINE = "_" * 26
_YOUTH_SAID = N_("Youth said: {words}")
_TEAM_SAID = N_("The team says: {words}")
_OF_THE_RULE = N_("From the rule that youth were for.")
_FOR = ("more-for", "strong-support")
_RULE = "YS-1.2"
"""The edition of the rule that says what the rows repeat."""
_FIRST = N_("Do we want one?")
_WATCH = N_("Who keeps watch?")
_ROWS = (
    (N_("Who may join, and how is that checked?"), ""),
    (N_("Are those under 18 and over 18 apart?"), ""),
    (_WATCH, ""),
    (N_("Who can read what you write?"), ""),
    (N_("What must be passed on, and to whom?"), ""),
    (N_("Names and places"), N_("No real names, no address.")),
    (N_("Somebody is mean, or is not who they say: whom do you tell?"), ""),
    (N_("How do you leave?"), N_("You can leave at any time.")),
    (N_("How does it close, and what becomes of what was written?"), ""),
    (N_("Who looks at this page again, and when?"), ""),
)
"""What has to be clear, and what a yes to the rule on such a space says of it."""


def charter(spaces: Mapping[str, tuple[Session, Card]], paper: Paper, month: str) -> WallPage:
    """In the language in use. `spaces` has the newest told votes on YS-1, whether there is such a space, and YS-2, who keeps
    watch."""
    wanted, watch = spaces.get("YS-1"), spaces.get("YS-2")
    is_wanted = wanted is not None and _is_for(wanted[0].shown(wanted[1].id), wanted[1])
    rows = [WallRow(_(_FIRST), "", "", _said(wanted))]
    for question, answer in _ROWS:
        if question == _WATCH and watch:
            rows.append(WallRow(_(question), "", "", _said(watch)))
        elif answer and is_wanted:
            rows.append(WallRow(_(question), _(_OF_THE_RULE), _(answer)))
        else:
            rows.append(WallRow(_(question), "", "", (_LINE, _LINE)))
    told = {which(session.setup.title, session.setup.day[:7]) for session, _card in spaces.values()}
    return fitted(
        WallPage(
            made_up="",
            title=_(_TITLE),
            about=" · ".join(sorted(told)) or day(month),
            parts=(Part(_(_QUESTION), _(_ANSWER), tuple(rows)),),
            below=(_(_ABOUT),),
            month=month,
            paper=paper,
            shares=(3, 4),
        ),
        _SIZES,
    )


def _is_for(shown: Shown, card: Card) -> bool:
    """Whether what is shown is a yes to the words that the rows repeat: "could work" is none."""
    return card.id == _RULE and not card.was and (shown.label in _FOR or shown.answer == "works")


def _said(of: tuple[Session, Card] | None) -> tuple[str, ...]:
    """What was shown of a vote, and what the team answered; lines to write on where nothing was told."""
    if of is None or not of[0].shown(of[1].id).speaks:
        return (_LINE,)
    session, card = of
    decision = session.decision(card.id)
    team = led_by(_TEAM_SAID, written(decision.reads)) if decision and decision.reads else _LINE
    return (_(_YOUTH_SAID, words=said(card, session.shown(card.id))), team)
