"""The one shape of a page: one column, a heading, one thing, a key bar; and what a page of the course has beside it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from codesign.core.turn import Turn
from codesign.course.around import Around
from codesign.course.pages import OfTurn, Page
from codesign.tui.forget import forget_texts
from codesign.tui.key_repeat import Held
from codesign.tui.keys import bindings
from codesign.tui.screens.laid_out import LaidOutOnce
from codesign.tui.widgets.bars import MORE, Heading, KeyBar, MadeUp
from codesign.tui.widgets.blocks import text as text
from codesign.tui.widgets.leaves import Leafed, goes_on, turn_over
from codesign.washed import wash
from codesign.words import _

P = TypeVar("P", bound=Page)
T = TypeVar("T", bound=OfTurn)
S = TypeVar("S", bound="ShownPage")
PAINTED = 0.25
"""Seconds after which a page stands and the one before it is let go; no key for it counts so soon."""
Send = Callable[[object], None]
"""Takes what a page is answered. It holds nothing of anybody: Textual keeps a page for a while after it has gone."""


class Program(Protocol):
    """What a page may ask of the app that shows it."""

    held: Held
    around: Around

    def next_colours(self) -> None:
        """Other colours, on every page."""

    def over(self, make: "Callable[[], Over]") -> None:
        """Open a page over the one that is shown."""


class Body(VerticalScroll, inherit_bindings=False, can_focus=False):
    """A part of a page that scrolls where it must, by the keys of the page."""


def seen_of(first: int, last: int, count: int) -> str:
    """Which of so many rows are on the screen, in words."""
    return _("{first} to {last} of {all}", first=first, last=last, all=count)


class ShownPage(LaidOutOnce):
    """A page of the program, as it is shown. Subclasses name their place in the key table and yield their body."""

    place = ""
    youth = False
    AUTO_FOCUS = ""
    title_left = ""
    """The heading of a page that speaks one language; see heading_left."""
    speaks = False
    """It can be read in another language: what youth and the room see. A page over another does as that one does."""
    of_people: tuple[str, ...] = ()
    """The attributes in which people's words may stand."""
    washes = False
    """As the page of the course that it shows."""
    made_up = False
    """Set before the page is shown while a made-up session is open: its first row says so."""

    _unstyled = False
    _counted = ""
    """What stands in the heading of which part of the page is on the screen."""
    scrolls = "VerticalScroll"
    """Selects the parts that the keys for more turn over."""
    read_first: tuple[str, ...] = ()
    """Actions that turn the page over as long as there is more, and the bar says so: nobody leaves it unseen."""
    room = False
    """The whole room reads it, and its keys have a row of their own."""
    mark_keys = ("↓", "↑")
    """The keys that are named where the page scrolls: for what is below, and at its end for the way up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,pagedown", "read_on", show=False),
        Binding("up,pageup", "read_back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (50, "-narrow"), (80, "-home"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-low"), (24, "-usual"), (38, "-tall")]

    def on_mount(self) -> None:
        if self.washes:
            self.set_timer(PAINTED, wash)  # what the page before was drawn beside, and what was held until then
        self.set_class(self.room, "-room")

    def on_unmount(self) -> None:
        """What was typed goes with its page, and what stood on it: Textual holds on to a page for a while after it has gone."""
        for name in self.of_people:
            held = getattr(self, name)
            setattr(self, name, type(held)() if isinstance(held, Collection) else None)
        forget_texts()

    def fit(self, size: Size) -> None:
        """Before it is shown: what its size means for it, or it would be styled and laid out a second time once it has one."""
        for length, breakpoints in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(max((at, name) for at, name in breakpoints if at <= length)[1], update=False)

    def give(self, part: Widget, name: str, on: bool) -> None:
        """Give a part of the page a class, or take it away; it is seen after `style_once`."""
        if part.has_class(name) != on:
            part.set_class(on, name, update=False)
            self._unstyled = self._unstyled or part.is_attached

    def style_once(self) -> None:
        """Style the page anew, once for all classes that were given."""
        if self._unstyled:
            self._unstyled = False
            self.update_node_styles()

    def say_again(self) -> bool:
        """Say the same in the language now in use and keep everything; False where a fresh page does that as well."""
        return False

    def half_typed(self) -> str:
        """What stands in its line; empty for a page without one."""
        return ""

    def type_on(self, typed: str) -> None:
        """Go on with a line in the middle, before this page is drawn."""

    def heading_left(self) -> str:
        """Where I am; empty for a page without a heading."""
        return self.title_left

    def heading_right(self) -> Content | str:
        return ""

    def body(self) -> Iterator[Widget]:
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            if self.made_up:
                yield MadeUp(classes="made-up")
            if self.heading_left():
                yield Heading(self.heading_left(), self.heading_right())
            yield from self.body()
            yield KeyBar(self.place, youth=self.youth, speaks=self.speaks)

    # A page that scrolls says so, and one that does not never does

    @property
    def _scrolls(self) -> list[ScrollableContainer]:
        return [s for s in self.query(self.scrolls).results(ScrollableContainer) if s.display]

    @property
    def _has_more(self) -> bool:
        """There is more than is on the screen."""
        return any(goes_on(scroll, 1) for scroll in self._scrolls)

    def mark(self) -> None:
        """After every layout and every scroll: whether there is more, and which of the counted rows are on the screen."""
        scrolls = self._scrolls
        below, above = (any(goes_on(scroll, step) for scroll in scrolls) for step in (1, -1))
        down, up = self.mark_keys
        bar = self.query_one(KeyBar)
        bar.mark(down if below else up if above else "", _(MORE) if below else _("Back up"))
        bar.turns_over(self.read_first if below else ())
        words = self.count() if below or above else ""
        if words != self._counted and self.heading_left() and not self.heading_right():
            self._counted = words
            self.query_one(Heading).show(self.heading_left(), words)

    def count(self) -> str:
        """Which part of a page that is longer than the screen is on it; empty where that is not told."""
        if not (leaves := self.query(Leafed)):
            return ""
        return _("Page {n} of {all}", n=leaves.first().at + 1, all=leaves.first().count)

    def _turn_over(self, step: int) -> None:
        """A page on, or back; of a part within another the inner one first."""
        for scroll in self._scrolls[::-step]:
            if goes_on(scroll, step):
                turn_over(scroll, step)
                return

    def action_read_on(self) -> None:
        self._turn_over(1)

    def action_read_back(self) -> None:
        self._turn_over(-1)


def at_places(kind: type[S], *places: str, **same: bool) -> dict[str, type[S]]:
    """Place -> a page of this kind that has its keys; `same` holds for each of them."""
    found: dict[str, type[S]] = {}
    for place in places:
        name = "".join(part.capitalize() for part in place.split("-")) + "Page"
        found[place] = type(name, (kind,), {"__module__": kind.__module__, "place": place, "BINDINGS": bindings(place), **same})
    return found


class Over(ShownPage):
    """A page over another; Esc goes back to it, arrows scroll where it is long."""

    def action_back(self) -> None:
        self.app.pop_screen()


class CoursePage(ShownPage, Generic[P]):
    """Shows a page of the course, and answers it by its keys."""

    answers: ClassVar[Mapping[str, object]] = {}
    """Action -> what it answers, for those that do nothing else."""

    def __init_subclass__(cls, **of_textual: Any) -> None:
        super().__init_subclass__(**of_textual)
        for action, said in vars(cls).get("answers", {}).items():
            setattr(cls, f"action_{action}", _answers(action, said))

    def __init__(self, page: P, send: Send, program: Program) -> None:
        super().__init__()
        self.page = page
        self.send = send
        self.program = program
        self.held = program.held
        self.speaks = page.speaks

    def answer(self, action: str, said: object) -> None:
        """Answer by the key of this action, once all was there where it is one of `read_first`."""
        if action in self.read_first and self._has_more:
            self.action_read_on()
        else:
            self.send(said)

    def show(self, page: P) -> bool:
        """Show another page of its kind in place of its own and keep everything else; False where a fresh screen does that
        as well."""
        return False


def _answers(action: str, said: object) -> Callable[[CoursePage[Any]], None]:
    return lambda page: page.answer(action, said)


class YouthPage(CoursePage[P]):
    """A page a young person sees. Support and Hide stand on every one."""

    youth = True


class TurnPage(YouthPage[T]):
    """A page of somebody's turn."""

    @property
    def now(self) -> Turn:
        """The turn as it stands."""
        return self.page.turn

    def hold(self, turn: Turn) -> None:
        """The turn as it stands from now on."""
        self.page = replace(self.page, turn=turn)

    def on_unmount(self) -> None:
        """Textual holds on to a page for a while after it has gone; its turn is not to be there."""
        self.page = replace(self.page, turn=Turn((), ()))
