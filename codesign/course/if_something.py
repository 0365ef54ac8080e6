"""What a facilitator does if something happens: each thing with one way, and each way ends safely."""

from collections.abc import Iterable

from codesign.core.hour import STEPS, Step
from codesign.course.pages import Block
from codesign.words import _

_BACK = (
    "Somebody wants their ballot back? It can't be: nobody can tell whose is whose. They can say in the talk what they think "
    "now, and vote otherwise if all vote again."
)
_LATE = "Somebody comes late? They vote, as long as the round is open."
_IN_A_STEP: dict[Step, tuple[str, ...]] = {
    "welcome": (
        "The wrong plan? Pause, and start another session. Delete this one under “Past sessions” (D).",
        "Fewer than five came? Start a session for as many as are there. It offers a talk without a vote.",
    ),
    "vote": (
        _BACK,
        _LATE,
        "Somebody walks off? After three minutes their cards cover themselves. Press F, type your code, and put them in unseen "
        "or throw them away.",
    ),
    "talk": (
        "Somebody comes after the close? They talk with you. One alone does not vote now, as what changes would show how they "
        "answered. Two or more vote when all vote again.",
        "Somebody would vote otherwise now? All vote again on that card. That vote takes the place of the first.",
    ),
    "again": (_BACK, _LATE),
    "result": (
        "A comment says that somebody is hurt? Ask nobody who wrote it. Say to all who is here to talk to. Tell the person "
        "whom your rules name, today.",
        "Somebody comes only now? Write what they say under “Did we get it right?”. Two or more, and no result was shown yet: "
        "back to the talk, and all vote again.",
    ),
    "next": (),
}
_ALWAYS = (
    "The laptop dies or sleeps? Start the program, first line, your code. What said “Saved.” is in the box.",
    "You forgot the code? The four words open the same.",
    "It gets too late? Pause and go home. On another day it goes on at the same step.",
)


def in_this_step(step: Step) -> tuple[Block, ...]:
    """What may happen in a step of the hour; nothing where nothing is told of it."""
    return _block(_IN_A_STEP[step])


def in_the_hour() -> tuple[Block, ...]:
    """All that may happen."""
    return _block([*(line for step in STEPS for line in _IN_A_STEP[step]), *_ALWAYS])


def _block(lines: Iterable[str]) -> tuple[Block, ...]:
    said = tuple(f"· {_(line)}" for line in dict.fromkeys(lines))
    return (Block(_("If something happens"), said),) if said else ()
