"""A round: one vote."""

from typing import Literal

from msgspec import Struct


class Round(Struct, frozen=True, omit_defaults=True):
    """One vote on a set of cards."""

    number: int
    cards: tuple[str, ...]
    state: Literal["open", "closed", "dropped"]
    new_words: dict[str, str] = {}
    """Card id -> the words that were put to this vote, of those cards that first read otherwise."""
