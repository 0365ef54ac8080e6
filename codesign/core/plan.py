"""A session plan: what the group is asked, card by card, and what may be shown of the answers."""

from typing import Literal

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.hour import Minutes, hour_of
from codesign.core.region import Region

Language = Literal["en", "es"]

MOST_PEOPLE = 200
"""How many may be expected to vote."""


class Thresholds(Struct, frozen=True):
    """From how many answers something may be shown. Fixed before the first vote and printed."""

    numbers_from: Literal[5, 10] = 10
    """Counts are shown from this many answers to a card."""
    quote_from: int = 5
    """Comments are quoted from this many answers to their card; never under 5."""

    @property
    def strictest(self) -> "Thresholds":
        """By which least is shown, for a record of which nobody knows any more what was set."""
        return Thresholds(quote_from=max(Thresholds().quote_from, self.quote_from))


class Plan(Struct, frozen=True, kw_only=True):
    """What a facilitator picks to run a session with."""

    name: str
    title: str
    purpose: str
    minutes: int
    cards: tuple[Card, ...]
    steps: Minutes | None = None
    """How long each step is given; None where that follows from the minutes."""
    thresholds: Thresholds = Thresholds()
    language: Language = "en"
    """What a turn begins in; anybody can change it for theirs."""
    region: Region = ""
    """By which paper and dates go."""

    @property
    def hour(self) -> Minutes:
        """How long each step is given."""
        return self.steps or hour_of(self.minutes)
