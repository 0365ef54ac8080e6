"""A session plan: what the group is asked, card by card, and what may be shown of the answers."""

from typing import Literal

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.hour import Minutes, hour_of
from codesign.core.region import Region
from codesign.core.thresholds import Thresholds

Language = Literal["en", "es"]


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
