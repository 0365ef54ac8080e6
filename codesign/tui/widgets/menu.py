"""A short list of things to do, each with its key, a title and one line about it."""

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from codesign.tui.literal import literal


class Item(Struct, frozen=True):
    """One row of a menu."""

    id: str
    title: str
    about: str = ""


class _Row(Horizontal):
    def __init__(self, number: int, item: Item) -> None:
        super().__init__(classes="menu-row")
        self._key = f" {number} " if number <= 9 else "   "
        self._item = item

    def compose(self) -> ComposeResult:
        yield Static(classes="menu-key", markup=False)
        with Vertical(classes="menu-words"):
            yield Static(literal(self._item.title, "bold"), classes="menu-title", markup=False)
            if self._item.about:
                yield Static(literal(self._item.about), classes="menu-about", markup=False)

    def paint(self, here: bool) -> None:
        self.set_class(here, "-here")
        style = "bold $chosen-key-text on $chosen-key" if here else "bold $foreground on $panel"
        self.query_one(".menu-key", Static).update(
            Content.assemble(" ", (self._key, style if self._key.strip() else "")), layout=False
        )


class MenuList(VerticalScroll, can_focus=True):
    """Digits, arrows and Enter, which begins at the row it is told; at none it chooses nothing before an arrow key."""

    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    here: var[int | None] = var(0)

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    def __init__(self, items: list[Item], here: int | None = 0) -> None:
        super().__init__()
        self._items = items
        self.set_reactive(MenuList.here, here)

    def compose(self) -> ComposeResult:
        for number, item in enumerate(self._items, 1):
            yield _Row(number, item)

    def on_mount(self) -> None:
        for n in range(len(self._items)):
            self._paint(n)

    def say(self, n: int, title: str) -> None:
        """Another title for the row at this place, from 0."""
        self.query(_Row)[n].query_one(".menu-title", Static).update(literal(title, "bold"))

    def watch_here(self, old: int | None, new: int | None) -> None:
        """Only these two rows change, however many there are."""
        if self.is_mounted:
            for n in (old, new):
                if n is not None and 0 <= n < len(self.children):
                    self._paint(n)

    def _paint(self, n: int) -> None:
        row = self.children[n]
        if isinstance(row, _Row):
            row.paint(n == self.here)
            if n == self.here:
                row.scroll_visible(animate=False)

    def action_move(self, step: int) -> None:
        last = len(self._items) - 1
        if self.here is None:
            self.here = 0 if step > 0 else last
        else:
            self.here = max(0, min(last, self.here + step))

    def action_choose(self) -> None:
        if self._items and self.here is not None:
            self.post_message(self.Chosen(self._items[self.here].id))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789" and int(event.character) <= len(self._items):
            event.stop()
            self.here = int(event.character) - 1
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        for n, row in enumerate(self.query(_Row)):
            if event.widget is not None and row in event.widget.ancestors_with_self:
                self.here = n
                self.action_choose()
