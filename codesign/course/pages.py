"""Pages as values: what is shown, and what it is answered with. A view has one renderer for each kind of them.

Pages that speak (youth or the room read them) hold no words that were said already, so that they can be said in the other
language at any time.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import Struct

from codesign.content.picks import Pick
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Comment, Session
from codesign.core.turn import Turn
from codesign.course.block import Block
from codesign.course.words import Before

T = TypeVar("T")


class Hidden(Exception):
    """Thrown into a course once its page is covered: what was going on is dropped, and what it yields next comes back."""


class Idle(Exception):
    """Thrown into a page that `covers` where nobody was there for a while; with the turn as it stood."""

    def __init__(self, turn: Turn | None = None) -> None:
        super().__init__()
        self.turn = turn


class Page(Struct, frozen=True, kw_only=True):
    """What all pages have."""

    speaks: bool = False
    """Youth or the room read it, in the language that they chose."""
    covers: bool = False
    """It does not stay open where nobody is there: `Idle` ends it."""


# Of every part


class MenuChoice(Struct, frozen=True):
    """A row of a menu; its id is what comes back."""

    id: str
    words: str
    about: str = ""


class Menu(Page, frozen=True, kw_only=True):
    """A list of things to do; answered with the id of a choice, or with one of the `others`: "back" or "quit"."""

    place: str
    title: str
    right: str = ""
    lines: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    parts: tuple[Block, ...] = ()
    choices: tuple[MenuChoice, ...]
    empty: str = ""
    """Said where there is no choice."""
    begins: bool = True
    """Enter alone takes the first of them."""
    others: tuple[str, ...] = ()


class Sure(Page, frozen=True, kw_only=True):
    """A step that can't be taken back; answered with True or False. Where it speaks its words are ids of messages."""

    question: str
    lines: tuple[str, ...]
    to_do_it: str
    """What a yes does, where it has to be typed: "to close it"."""


class Problem(Page, frozen=True, kw_only=True):
    """What went wrong, or has to be known; any answer goes on."""

    title: str
    sentence: str


class Question(Page, frozen=True, kw_only=True):
    """One question and one line; answered with the line, cleaned, or with None where somebody goes back."""

    place: str
    title: str
    question: str
    value: str = ""
    """What stands in the line at first."""
    lines: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    """Words of a person that the question is about."""
    secret: bool = False
    problem: str = ""
    """Why the line before was not taken."""


# Before a session


class SetUp(Page, frozen=True, kw_only=True):
    """What is decided before the first vote; answered with a Form; where the facilitator goes back with "back",
    or with None if nothing was typed."""

    plan: Plan
    today: date
    answer_by: str
    """The day that is proposed for the policy team's answer."""
    warning: str
    filled: dict[str, str]
    """What was filled in so far, which a view keeps here as it is typed: never the code."""
    problem: str = ""
    """Why the form before was not taken."""


class FourWords(Page, frozen=True, kw_only=True):
    """The words that open what the code opens, once; answered when they were written down."""

    words: str


# A turn


class HandOver(Page, frozen=True, kw_only=True):
    """Between two people; answered with "start" or "facilitator"."""

    speaks: bool = True
    before: Before
    in_box: int
    expected: int


class BeforeTurn(Page, frozen=True, kw_only=True):
    """Before anything can be typed; answered with whether the person goes on."""

    speaks: bool = True
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


# After the vote: for the room


class Talk(Page, frozen=True, kw_only=True):
    """Before the result: which cards are worth talking about, and nothing else of what was said; answered with "result",
    "again", "comments" or "home"."""

    speaks: bool = True
    session: Session


class VoteAgain(Page, frozen=True, kw_only=True):
    """Which cards the group votes on again; answered with their ids, or with None where the facilitator goes back."""

    cards: tuple[Card, ...]
    ideas: frozenset[str]
    """The ids of those that are ideas from the group."""
    talked: frozenset[str]
    """Those that are worth talking about."""
    taken: frozenset[str]
    """Those that are marked."""
    unread: bool
    """Comments wait that may hold ideas."""
    notice: str = ""


class Results(Page, frozen=True, kw_only=True):
    """What this group said, only what the disclosure rules let through; answered with "on", "answers" or "home"."""

    speaks: bool = True
    session: Session


class LastTime(Page, frozen=True, kw_only=True):
    """What youth said in a session and what came of it, rule by rule."""

    speaks: bool = True
    session: Session


# After the vote: for one reader


class Reading(Page, frozen=True, kw_only=True):
    """The comments, one after another; answered with a Verdict on one, "done" or "back"."""

    session: Session
    at: int | None
    """The id of the comment to begin at; None for the first unread one."""
    notice: str = ""
    """Why the last step was not done."""


class Verdict(Struct, frozen=True):
    """What the reader wants to do with a comment."""

    how: Literal["quote", "theme", "keep back"]
    comment: Comment


class Written(Page, frozen=True, kw_only=True):
    """The summary is written: where it lies and what to do with it."""

    files: tuple[Path, ...]
    audience: str
    answer_by: str


class Brought(Page, frozen=True, kw_only=True):
    """What the policy team's file brings; without files nothing of it is kept yet."""

    title: str
    lines: tuple[str, ...]
    files: tuple[Path, ...] = ()
    """The posters, once they are written."""


Course = Generator[Page, object, T]
"""A part of the course: yields pages, is sent their answers, and returns where it goes from there."""
