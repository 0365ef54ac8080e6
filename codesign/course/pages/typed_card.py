"""Pages for whoever types in ballots on paper."""

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.kinds.base import NOT_REACHED
from codesign.course.pages.base import Page


class TypedCard(Page, frozen=True, kw_only=True):
    """The next card of the paper in hand; answered with Marked, "undo", "words" or "stack". Nothing of another paper is in
    it."""

    covers: bool = True
    number: int
    """Which paper it is, from 1."""
    typed: int
    """How many are typed."""
    at: int
    """The place of the card on the paper, from 1."""
    count: int
    card: Card
    """With its options as on paper."""
    half: str = NOT_REACHED
    """On a card that takes two letters: the first of them."""
    last: str = ""
    """What was typed last of this paper, in words; empty at its beginning."""
    takes_words: bool = False
    """Words can stand beside that."""


class Marked(Struct, frozen=True):
    """What is marked on the paper: an option's code, or one of NO_ANSWER."""

    code: str
