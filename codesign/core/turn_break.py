"""An unfinished turn under a cover: no hand but its own opens it, and nobody else ever sees an answer of it."""

from codesign.core.ballot import Ballot
from codesign.core.turn import Turn

IDLE_AFTER = 180.0
"""Seconds without a key after which a turn is covered."""
STILL_THERE = 20.0
"""So many seconds before that a person is asked whether they are there."""
DIGITS = 3
"""How many digits the number of a break has."""
TRIES = 3


class Break:
    """A turn that waits. It opens with the number that its person chose, which lives here and nowhere else.

    Without a number (they walked off) and after three wrong tries it is locked: then it can only be put in the box unseen, or
    thrown away, which is the facilitator's to choose.
    """

    def __init__(self, turn: Turn, number: str = "") -> None:
        self._turn = turn
        self._number = number
        self._tries = TRIES if number else 0

    @property
    def chosen(self) -> bool:
        """Its person chose a number for it."""
        return bool(self._number)

    @property
    def tries(self) -> int:
        """How many wrong numbers are still allowed."""
        return self._tries

    @property
    def locked(self) -> bool:
        return self._tries == 0

    def open(self, number: str) -> Turn | None:
        """The turn as it was left, where this is its number; else one try fewer."""
        if self.locked:
            return None
        if number == self._number:
            return self._turn
        self._tries -= 1
        return None

    def unseen(self) -> Ballot:
        """The ballot of the turn as it stands: cards not reached are not reached, a line in the making is dropped."""
        return self._turn.walked_off().ballot()


def is_number(typed: str) -> bool:
    """Whether this can be the number of a break."""
    return len(typed) == DIGITS and typed.isascii() and typed.isdigit()
