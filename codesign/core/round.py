"""A round: one vote."""

from typing import Literal

from msgspec import Struct


class Round(Struct, frozen=True):
    """One vote on a set of cards."""

    number: int
    cards: tuple[str, ...]
    state: Literal["open", "closed", "dropped"]
