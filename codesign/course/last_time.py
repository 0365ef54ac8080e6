"""Last time: what youth said in an earlier session, what was answered, and what became of it. For the whole room."""

from functools import partial

from codesign.core.session import Session
from codesign.course.pages import Block, ToRead
from codesign.phrases import which
from codesign.phrases.came_of import came_of_all
from codesign.phrases.caveats import caveats
from codesign.phrases.promises import WHAT_CAN_BE_KNOWN, added_up
from codesign.words import N_, _


def last_time(earlier: Session, today: str = "") -> ToRead:
    """You said, we did, or not yet and why, rule by rule; and which promises were kept up to a day (YYYY-MM-DD), where one is
    given."""
    return ToRead(place="last-time", title=N_("Last time"), blocks=partial(_last_time, earlier, today))


def _last_time(earlier: Session, today: str) -> list[Block]:
    promises = ""
    if today and earlier.decisions:
        promises = added_up(earlier.promise(card.id, today) for card in earlier.told_cards)
    blocks = [
        Block(lines=(_("What you said last time, and what the people who write the rules say now."),), look="quiet"),
        Block(which(earlier.setup.title, earlier.setup.day[:7]), (promises,) if promises else ()),
        *(Block(lines=(caveat,), look="alert") for caveat in caveats(earlier)),
    ]
    for came in came_of_all(earlier, today):
        said = Block(came.rule, (_("You said: {words}", words=came.said),))
        blocks += [said, Block(came.answer, (*([came.since] if came.since else []), *came.words), look="answer")]
    return [*blocks, *([Block(lines=(_(WHAT_CAN_BE_KNOWN),), look="quiet")] if promises else [])]
