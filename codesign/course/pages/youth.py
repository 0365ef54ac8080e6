"""Pages of a turn, and around it, for one young person."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from codesign.content.picks import Pick
from codesign.core.turn import Turn
from codesign.course.pages.base import Page
from codesign.course.shared_words import Before


class HandOver(Page, frozen=True, kw_only=True):
    """Between two people; answered with "start" or "facilitator"."""

    speaks: bool = True
    washes: bool = True
    before: Before
    in_box: int
    expected: int


class BeforeTurn(Page, frozen=True, kw_only=True):
    """Before anything can be typed; answered with whether the person goes on."""

    speaks: bool = True
    washes: bool = True
    cards: int
    audience: str
    second_vote: bool


class OfTurn(Page, frozen=True, kw_only=True):
    """A page of a turn. Its view may know the turn better: `Idle` and the answer bring it back as it stands."""

    speaks: bool = True
    covers: bool = True
    turn: Turn


class Stopped(Struct, frozen=True):
    """The person wants to stop, with the turn as it stands."""

    turn: Turn


class ContentNote(OfTurn, frozen=True, kw_only=True):
    """One calm line before a hard card; answered with the turn as it goes on, or Stopped."""


class OnCard(OfTurn, frozen=True, kw_only=True):
    """A card, and those after it until one needs another page; answered with the turn, or Stopped."""

    picks: Mapping[str, Sequence[Pick]]


class OwnIdea(OfTurn, frozen=True, kw_only=True):
    """A rule of the person's own; answered with the turn, or Stopped."""


class EndOfTurn(OfTurn, frozen=True, kw_only=True):
    """After the last card; answered with "done", "idea" or "back", or Stopped."""


class StopTurn(OfTurn, frozen=True, kw_only=True):
    """Stop: what becomes of the answers is a free choice, "keep", "throw", "break" or "back"."""


class SureToThrow(OfTurn, frozen=True, kw_only=True):
    """Before a person's own answers are thrown away: asked once; answered with True or False."""


class BreakNumber(OfTurn, frozen=True, kw_only=True):
    """The number of a break; answered with it, or with None where the person goes back."""


class Covered(Page, frozen=True, kw_only=True):
    """Over a turn that waits; answered with a number, or with "facilitator"."""

    speaks: bool = True
    chosen: bool
    """Its person chose a number."""
    tries: int
    """Numbers that can still be tried; 0 where none opens it."""


class Saving(Page, frozen=True, kw_only=True):
    """While something is on its way to the disk; answered with the CodesignError that stopped it, or None."""

    speaks: bool = True
    do: Callable[[], None]


class NotYetSaved(Page, frozen=True, kw_only=True):
    """The disk refused a sealed ballot, which waits; answered with "again" or "facilitator"."""

    speaks: bool = True
    reason: str
