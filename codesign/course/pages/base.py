"""Pages as values, of every part: what is shown, and what it is answered with."""

from collections.abc import Callable, Generator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from codesign.core.turn import Turn

T = TypeVar("T")
Look = Literal["", "strong", "quiet", "alert", "saved", "answer", "help"]
"""What the page is about; said by the way; to be seen to; done; what came of the
block above; where help is. Empty for all other words."""


class Hidden(Exception):
    """Thrown into a course once its page is covered: what was going on is dropped, and what it yields next comes back."""


class Idle(Exception):
    """Thrown into a page that `covers` where nobody was there for a while; with the turn as it stood, or a line as far as it
    was typed."""

    def __init__(self, turn: Turn | None = None, typed: str = "") -> None:
        super().__init__()
        self.turn = turn
        self.typed = typed


class Page(Struct, frozen=True, kw_only=True):
    """What all pages have."""

    speaks: bool = False
    """Youth or the room read it, in the language that they chose."""
    covers: bool = False
    """It does not stay open where nobody is there: `Idle` ends it."""
    washes: bool = False
    """What was typed before it goes out of memory: it stands between two people, or after what is not kept."""


class MenuChoice(Struct, frozen=True):
    """A row of a menu; its id is what comes back."""

    id: str
    words: str
    about: str = ""
    marked: bool | None = None
    """Whether it bears a mark, where choices can be marked."""
    part: str = ""
    """In a list to mark, the title of the part that begins with it."""


class Block(Struct, frozen=True):
    """Some lines of a page that stand together, perhaps under a title of their own."""

    title: str = ""
    lines: tuple[str, ...] = ()
    look: Look = ""
    """Of its title, or of its lines where it has none."""
    rows: tuple[tuple[str, str], ...] = ()
    """Under the lines: what is named, and what it is. Shown to the letter."""
    checks: bool = False
    """Each line is something to check off."""


class Menu(Page, frozen=True, kw_only=True):
    """A list of things to do; answered with the id of a choice, or with one of the `others`: "back", "next" or "quit"."""

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
    here: int = 0
    """The place of the one that it begins at."""
    acts: tuple[str, ...] = ()
    """What else can be done to a choice: "out", "up", "down"; answered with an Act."""
    others: tuple[str, ...] = ()


class Act(Struct, frozen=True):
    """What is to be done to a choice of a menu."""

    how: str
    id: str


class MarkSome(Page, frozen=True, kw_only=True):
    """A list of things of which some are marked; answered with Marks."""

    place: str
    title: str
    lines: tuple[str, ...] = ()
    choices: tuple[MenuChoice, ...]
    marked: frozenset[str]
    here: int | None = None
    """The place of the one that was looked at last; None where it begins at the first."""
    said: Callable[[frozenset[str]], Sequence[str]] = lambda _marked: ()
    """What holds with these marks, in the language in use."""
    refused: Callable[[frozenset[str]], str] = lambda _marked: ""
    """Why these can't be the marks; empty where they can."""
    looks: bool = False
    """Each can be looked at."""
    starts: bool = False
    """Something begins with those that are marked: going back is not being done."""
    problem: str = ""
    """Why it did not begin with the marks before."""


class Marks(Struct, frozen=True):
    """The ids of all that are marked."""

    marked: frozenset[str]
    look: str = ""
    """The id of one to look at before the list comes again; empty where it is done."""
    start: bool = False
    """What the page `starts` is to begin."""


class Sure(Page, frozen=True, kw_only=True):
    """A step that can't be taken back; answered with True or False. Where it speaks its words are ids of messages."""

    question: str
    lines: tuple[str, ...]
    to_do_it: str
    """What a yes does, where it has to be typed: "to close it"."""
    goes_on: bool = False
    """A no is an answer as a yes is: nobody goes back by it."""


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
    limit: int = 400
    """The most letters that are taken."""
    optional: bool = False
    """Enter alone takes the line as it stands, even empty."""
    back: str = ""
    """What going back does, where that has to be typed and is no going back."""
    problem: str = ""
    """Why the line before was not taken."""


class Spoken(Page, frozen=True, kw_only=True):
    """A page of another kind that youth read in the language that they chose, and that is answered as that one is."""

    speaks: bool = True
    make: Callable[[], Menu | Question | Sure]
    """In the language in use when it is called."""


Course = Generator[Page, object, T]
"""A part of the course: yields pages, is sent their answers, and returns where it goes from there."""
