"""Pages that are a list of things to do: home, plans, past sessions, the session, reasons."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from codesign.course.pages import Block, Marks, MarkSome
from codesign.tui.keys import PLACES
from codesign.tui.literal import literal
from codesign.tui.screens.page import Program, Send, ShownPage, at_places, seen_of, text
from codesign.tui.widgets.bars import KeyBar
from codesign.tui.widgets.blocks import Paragraphs, paragraphs_of
from codesign.tui.widgets.leaves import Leafed
from codesign.tui.widgets.menu import Item, MenuList


class MenuPage(ShownPage):
    """A heading, perhaps a few lines, and a menu; each row calls what it was handed."""

    scrolls = "MenuList"
    of_people: tuple[str, ...] = ("title_left", "_right", "_items", "_lines", "_alerts", "_parts", "_empty")

    def __init__(
        self,
        title: str,
        items: Sequence[tuple[Item, Callable[[], None]]],
        *,
        right: str = "",
        lines: Sequence[Content | str] = (),
        alerts: Sequence[str] = (),
        parts: Sequence[Block] = (),
        empty: str = "",
        here: int | None = 0,
        keys: Mapping[str, Callable[[], None]] | None = None,
        acts: Mapping[str, Callable[[str], None]] | None = None,
    ) -> None:
        """`acts` are called with the id of the row that somebody is at."""
        super().__init__()
        self.title_left = title
        self._items = list(items)
        self._right = right
        self._lines = lines
        self._alerts = alerts
        self._parts = parts
        if parts:  # the menu below them is short
            self.scrolls, self.mark_keys = ".parts", ("PgDn", "PgUp")
        self._empty = empty
        self._here = here
        self._keys = keys or {}
        self._acts = acts or {}

    def heading_right(self) -> str:
        return self._right

    def body(self) -> Iterator[Widget]:
        for line in self._lines:
            yield text(line, "quiet")
        for alert in self._alerts:
            yield text(literal(f"! {alert}"), "alert")
        if self._parts:
            yield Leafed(Paragraphs(paragraphs_of(self._parts), gaps=False), classes="parts")
        if not self._items:
            yield text(self._empty, "quiet gap-above")
        menu = MenuList([item for item, _call in self._items], here=self._here)
        menu.set_class(bool(self._parts), "-below")
        yield menu

    def on_mount(self) -> None:
        menu = self.query_one(MenuList)
        menu.focus()
        if not self._items:  # there is nothing to choose, and nothing to do to it
            self.query_one(KeyBar).show(self.place, {key.action for key in PLACES[self.place]} - {"back"})
        self.watch(menu, "scroll_y", self.mark, init=False)

    def count(self) -> str:
        menu = self.query_one(MenuList)
        first, last = (0, 0) if self._parts else menu.seen()
        return seen_of(first, last, len(menu.rows)) if last else ""

    @on(MenuList.Chosen)
    def _chosen(self, message: MenuList.Chosen) -> None:
        for item, call in self._items:
            if item.id == message.item_id:
                call()
                return

    def action_open(self) -> None:
        self.query_one(MenuList).action_choose()

    def _key(self, name: str) -> None:
        if name in self._keys:
            self._keys[name]()

    def action_act(self, how: str) -> None:
        menu = self.query_one(MenuList)
        if menu.here is not None and how in self._acts:
            self._acts[how](menu.rows[menu.here].id)

    def action_next(self) -> None:
        self._key("next")

    def action_back(self) -> None:
        self._key("back")

    def action_colours(self) -> None:
        self._key("colours")

    def action_quit(self) -> None:
        self._key("quit")


class MarkPage(MenuPage):
    """A list whose rows are marked and their marks taken back; what holds with them stands above it."""

    of_people = (*MenuPage.of_people, "page")

    def __init__(self, page: MarkSome, send: Send, _program: Program) -> None:
        self.page = page
        self._send = send
        self._marked = page.marked
        items = [(item, partial(self._turn, item.id)) for item in self._rows()]
        acts = {"look": self._look}
        super().__init__(page.title, items, lines=page.lines, here=page.here or 0, keys={"back": self._done}, acts=acts)

    def _rows(self) -> list[Item]:
        return [Item(c.id, c.words, c.about, c.id in self._marked, c.part) for c in self.page.choices]

    def body(self) -> Iterator[Widget]:
        yield _says(Static(id="said", classes="quiet", markup=False), self._said())
        yield _says(Static(id="refused", classes="alert", markup=False), _why(self.page.problem))
        yield from super().body()

    def _said(self) -> str:
        return "\n".join(self.page.said(self._marked))

    def _turn(self, item_id: str) -> None:
        """Mark a row, or take its mark away."""
        problem = self.page.refused(self._marked ^ {item_id})
        if not problem:
            self._marked ^= {item_id}
            self.query_one(MenuList).fill(self._rows())
            _says(self.query_one("#said", Static), self._said())
        _says(self.query_one("#refused", Static), _why(problem))

    def _look(self, item_id: str) -> None:
        self._send(Marks(self._marked, look=item_id))

    def _done(self) -> None:
        self._send(Marks(self._marked))

    def action_start(self) -> None:
        self._send(Marks(self._marked, start=True))


def _why(problem: str) -> str:
    """Why the marks are as they were; empty where there is no problem."""
    return problem and f"! {problem}"


def _says(line: Static, words: str) -> Static:
    """The line with these words; gone where there are none."""
    line.update(literal(words))
    line.display = bool(words)
    return line


PAGES = at_places(
    MenuPage,
    *("home", "plans", "plans-desk", "plan-desk", "plan-head", "which-cards", "rules-now", "small-group", "records"),
    *("step", "session", "stack", "together-steps", "agreements", "reason", "answer", "promised", "own-rule", "one-of"),
    *("policy-partner", "policy-others", "policy-sentence", "policy-end", "plan-marks", "plan-fields", "plan-choice"),
    *("board", "learn", "near-here", "near-tried"),
)
MARK_PAGES = at_places(MarkPage, "bank", "marks", "again")
"""Place -> its page."""
