"""The poster "You said / We did / Not yet, and why": only what the room was shown and what the policy team answered."""

from codesign.core.session import Session
from codesign.documents.paper_size import Paper, paper_for
from codesign.documents.wall.page import Part, WallPage, WallRow, fitted
from codesign.phrases import MADE_UP, which
from codesign.phrases.came_of import PLACES, Came, came_of_all
from codesign.phrases.caveats import caveats
from codesign.words import N_, _, in_region

_YOU_SAID = N_("You said")
_WE_DID = N_("We did")
_NOT_YET = N_("Not yet, and why")


def poster(session: Session, paper: Paper | None = None) -> WallPage:
    """The poster of a session, an answer standing where it stands against what youth wanted; on the paper of its region where
    none is named."""
    with in_region(session.setup.region):
        return _poster(session, paper or paper_for(session.setup.region))


def _poster(session: Session, paper: Paper) -> WallPage:
    came = came_of_all(session)
    rows = {place: tuple(_row(one) for one in came if one.place == place) for place in PLACES}
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if session.setup.made_up else "",
            title=f"{_(_YOU_SAID)}. {_(_WE_DID)}. {_(_NOT_YET)}.",
            about=which(session.setup.title, session.setup.day[:7]),
            parts=tuple(Part(_(_YOU_SAID), _(PLACES[place]), rows[place]) for place in PLACES if rows[place]),
            below=tuple(caveats(session)),
            month=session.setup.day[:7],
            paper=paper,
            shares=(3, 4),
        )
    )


def _row(came: Came) -> WallRow:
    return WallRow(came.rule, came.said, came.answer, came.words)
