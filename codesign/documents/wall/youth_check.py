"""The youth check "Did we get it right?": what the summary will say that youth said, for them to correct.

Holds no more than the summary does, and no more than the room may read: of votes what was shown, of comments their themes in an
order that tells no answer (written without the summary, only those that left before), and what the room said aloud. No quote:
its writer said OK to whoever answers, not to the group.
"""

from codesign.core.kinds.scale import COULD
from codesign.documents.paper_size import paper_for
from codesign.documents.summary.build import CardSummary, Summary
from codesign.documents.wall.page import Part, WallPage, WallRow, fitted
from codesign.phrases import MADE_UP, asked, said, was_changed, which
from codesign.phrases.checked import DID_WE, ROOM_SAID
from codesign.phrases.line import led_by, written
from codesign.words import N_, _

_WE_SAY = N_("We say that you said")
_IS_IT = N_("Is that right?")
_BOXES = N_("☐ Yes ☐ Not quite")
_ABOUT = N_("What you wrote was about: {words}")
_CHANGES = N_("With which changes? Write what is missing:")
_MISSED = N_("What did we miss? Write it here. Nobody has to.")
_ROOM = 90.0
"""Points of height to write in."""
_LINE = "_" * 20


def check(summary: Summary) -> WallPage:
    """The page for the group, in the order of the session."""
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if summary.made_up else "",
            title=_(DID_WE),
            about=which(summary.title, summary.month),
            parts=(Part(_(_WE_SAY), _(_IS_IT), tuple(map(_row, summary.cards))),),
            below=(_(_MISSED),),
            month=summary.month,
            paper=paper_for(summary.region),
            room=_ROOM,
        )
    )


def _row(entry: CardSummary) -> WallRow:
    """What was said of a card; where it could work, what the changes were about, and a line for those that are missing."""
    words = [
        *([led_by(_ABOUT, written(" · ".join(entry.about)))] if entry.about else []),
        *([led_by(ROOM_SAID, written(entry.heard))] if entry.heard else []),
        *([_(_CHANGES), _LINE] if entry.shown.label == "could-work" or entry.shown.answer == COULD else []),
    ]
    told = " ".join(filter(None, (was_changed(entry.card), said(entry.card, entry.shown))))
    return WallRow(asked(entry.card), told, _(_BOXES), tuple(words))
