"""From how many people on something is told: the floors of every session, and what one fixes before its first vote."""

from collections.abc import Collection
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

COUNTED_FROM = 3
"""A round with fewer ballots is not folded, and of a card that fewer answered no counts are kept."""
SHOWN_FROM = 5
"""Under this many answers nothing is shown of a card."""
BIG_GROUP = 10
"""From this many answers the strong labels are used, more than a few quotes are told, and people are counted exactly."""
MOST_PEOPLE = 200
"""How many may be expected to vote."""

NumbersFrom: TypeAlias = Literal[5, 10]
NUMBERS_FROM: tuple[NumbersFrom, ...] = get_args(NumbersFrom)
"""From how many answers to a card its counts may be shown, the fewest first."""


class Thresholds(Struct, frozen=True):
    """What a session shows from how many answers on. Fixed before the first vote and printed."""

    numbers_from: NumbersFrom = 10
    """Counts are shown from this many answers to a card."""
    quote_from: int = SHOWN_FROM
    """Comments are quoted from this many answers to their card; never under SHOWN_FROM."""

    @property
    def strictest(self) -> "Thresholds":
        """By which least is shown, for a record of which nobody knows any more what was set."""
        return strictest((self, Thresholds(quote_from=BIG_GROUP)))


def strictest(all_of_them: Collection[Thresholds]) -> Thresholds:
    """The thresholds that hold for a whole pool."""
    return Thresholds(max(one.numbers_from for one in all_of_them), max(one.quote_from for one in all_of_them))
