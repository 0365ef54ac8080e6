"""Turns on a box that is a list."""

from collections.abc import Callable, Sequence

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.course.turns import Turns


def turns_on(
    box: list[Ballot], cards: Sequence[Card], cast: Callable[[Sequence[Ballot]], None] | None = None
) -> Turns[Sequence[Ballot]]:
    """The youth side of a round of three; `cast` in place of putting the ballots into the list."""
    return Turns(
        cards=cards,
        picks={},
        audience="",
        expected=3,
        second_vote=False,
        in_box=lambda: len(box),
        seal=list,
        cast=cast or box.extend,
    )
