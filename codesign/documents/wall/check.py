"""The youth check "Did we get it right?": what the summary will say that youth said, for them to correct.

Holds only what the room was shown of votes: no comment, no theme.
"""

from codesign.documents.paper_size import paper_for
from codesign.documents.summary.build import Summary
from codesign.documents.wall.page import Part, WallPage, WallRow, fitted
from codesign.phrases import MADE_UP, asked, said, which
from codesign.words import N_, _

_TITLE = N_("Did we get it right?")
_WE_SAY = N_("We say that you said")
_IS_IT = N_("Is that right?")
_BOXES = N_("☐ Yes ☐ Not quite")
_MISSED = N_("What did we miss? Write it here. Nobody has to.")
_ROOM = 90.0
"""Points of height to write in."""


def check(summary: Summary) -> WallPage:
    """The page for the group, in the order of the session."""
    cards = summary.cards
    rows = [WallRow(asked(entry.card), said(entry.card, entry.shown), _(_BOXES)) for entry in cards]
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if summary.made_up else "",
            title=_(_TITLE),
            about=which(summary.title, summary.month),
            parts=(Part(_(_WE_SAY), _(_IS_IT), tuple(rows)),),
            below=(_(_MISSED),),
            month=summary.month,
            paper=paper_for(summary.region),
            room=_ROOM,
        )
    )
