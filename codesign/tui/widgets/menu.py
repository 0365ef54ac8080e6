"""A list of things to do or to mark, each with its key, a title and one line about it."""

from msgspec import Struct
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message

from codesign.core.text import visible
from codesign.tui.widgets.rows import Part, Rows, wrapped

_INDENT = 6  # cells before the words: a blank, the key, and room
_FEWEST = 8  # cells of words, however narrow the list is


class Item(Struct, frozen=True):
    """One row of a menu."""

    id: str
    title: str
    about: str = ""
    marked: bool | None = None
    """Whether it bears the mark, where rows can be marked; None where they can't."""
    part: str = ""
    """The title of the part of the list that begins with it."""


class MenuList(Rows[Item]):
    """Digits, arrows and Enter, which begins at the row it is told; at none it chooses nothing before an arrow key."""

    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("tab", "next_part(1)", show=False),
        Binding("shift+tab", "next_part(-1)", show=False),
    ]

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    def lines(self, number: int, row: Item, width: int) -> list[list[Part]]:
        room = max(_FEWEST, width - _INDENT)
        mark = "" if row.marked is None else "■ " if row.marked else "□ "
        drawn = [(words, "strong") for words in wrapped(mark + visible(row.title), room)]
        if row.about:
            drawn += [(words, "quiet") for words in wrapped(visible(row.about), room)]
        key = (f" {number + 1} ", "key") if number < 9 else ("   ", "")
        first, *others = drawn
        above: list[list[Part]] = [[(line, "part")] for line in wrapped(visible(row.part), width - 1)] if row.part else []
        return [*above, [(" ", ""), key, ("  ", ""), first], *([(" " * _INDENT, ""), line] for line in others)]

    def action_move(self, step: int) -> None:
        last = len(self.rows) - 1
        if self.here is None:
            self.here = 0 if step > 0 else last
        else:
            self.here = max(0, min(last, self.here + step))

    def action_page_down(self) -> None:
        """A screen of rows further, with the row that somebody is at: Enter never takes one that is out of sight."""
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def action_scroll_home(self) -> None:
        self._page(-len(self.rows))

    def action_scroll_end(self) -> None:
        self._page(len(self.rows))

    def _page(self, screens: int) -> None:
        if not self.allow_vertical_scroll:
            raise SkipAction  # what stands above a short list is turned over
        first, last = self.seen()
        self.action_move(screens * (last - first + 1))

    def action_next_part(self, step: int) -> None:
        """To where the next part of the list begins, or the one before, with as much of it in sight as there is room for."""
        begins = [n for n, row in enumerate(self.rows) if row.part][::step]
        at = -1 if self.here is None else self.here
        self.here = next((n for n in begins if (n - at) * step > 0), self.here)
        self.show_from_here()

    def action_choose(self) -> None:
        if self.here is not None and self.here < len(self.rows):
            self.post_message(self.Chosen(self.rows[self.here].id))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789" and int(event.character) <= len(self.rows):
            event.stop()
            self.take(int(event.character) - 1)

    def take(self, number: int) -> None:
        self.here = number
        self.action_choose()
