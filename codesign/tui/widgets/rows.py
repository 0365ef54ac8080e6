"""A list of rows that holds its rows as values and draws the lines that are seen: a key costs the same in ten rows and in
ten thousand."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

R = TypeVar("R")
Part = tuple[str, str]
"""Some words of a line, and what they are: a name of the style sheet, without its "rows--"; empty for plain ones."""


class Rows(ScrollView, Generic[R], can_focus=True):
    """Rows over each other, of which one may be the one that somebody is at. It is kept and filled anew where they change."""

    COMPONENT_CLASSES = {"rows--gap", "rows--here", "rows--key", "rows--key-here", "rows--part", "rows--quiet", "rows--strong"}

    here: var[int | None] = var(None)
    """The row that somebody is at; None for none."""
    in_the_middle = False
    """The row that somebody is at stands in the middle, where there are enough on both sides."""

    def __init__(self, rows: Sequence[R] = (), here: int | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = tuple(rows)
        self.set_reactive(Rows.here, here)
        self._tops = [0]
        """The first line of each row, and the line after the last."""
        self._drawn: list[list[list[Part]]] = []
        """The lines of each row, without the gap below it."""
        self._laid: object = None

    @abstractmethod
    def lines(self, number: int, row: R, width: int) -> list[list[Part]]:
        """The lines of the row at this place, from 0, for so many cells: its own words and no others."""

    def on_unmount(self) -> None:
        """As of the page that they were on."""
        self.rows, self._drawn, self._tops = (), [], [0]

    def fill(self, rows: Sequence[R]) -> None:
        """Other rows; only those that changed are painted, where all keep their lines."""
        before, self.rows = self.rows, tuple(rows)
        if len(before) != len(self.rows) or not self._drawn:
            self._lay()
            return
        width = self.size.width
        for n, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                drawn = self.lines(n, new, width)
                if len(drawn) != len(self._drawn[n]):
                    self._lay()
                    return
                self._drawn[n] = drawn
                self._paint(n)

    def seen(self) -> tuple[int, int]:
        """The first and the last row that are on the screen, from 1; 0 and 0 where there is none."""
        if not self.rows:
            return 0, 0
        first = self._row_at(self.scroll_offset.y, below=True)
        return first + 1, max(first, self._row_at(self.scroll_offset.y + self.size.height - 1)) + 1

    def on_resize(self) -> None:
        if self._laid != self._room:
            self._lay()

    @property
    def _room(self) -> tuple[int, int, int]:
        return self.size.width, self.size.height, self.get_component_styles("rows--gap").margin.bottom

    def _lay(self) -> None:
        width, height, gap = self._laid = self._room
        if not width:
            return
        self._drawn, self._tops = [self.lines(n, row, width) for n, row in enumerate(self.rows)], [0]
        full = sum(map(len, self._drawn))
        if full <= height < full + gap * len(self.rows):
            gap = 0  # rows that stand close are seen at once
        for lines in self._drawn:
            self._tops.append(self._tops[-1] + len(lines) + gap)
        self.virtual_size = Size(width, self._tops[-1])
        self.refresh(layout=True)
        self._show_here()
        self.call_after_refresh(self._show_here)  # before it nothing scrolls, where the rows are new

    def _row_at(self, y: int, *, below: bool = False) -> int:
        """The row whose line or gap is at this line of all; of a gap the row `below` it, if asked."""
        n = max(0, min(len(self.rows) - 1, bisect_right(self._tops, y) - 1))
        return n + 1 if below and y >= self._tops[n] + len(self._drawn[n]) and n + 1 < len(self.rows) else n

    def watch_here(self, old: int | None, new: int | None) -> None:
        """Only these two rows are painted, however many there are."""
        if self._drawn:
            for n in (old, new):
                self._paint(n)
            self._show_here()

    def _paint(self, n: int | None) -> None:
        if n is not None and 0 <= n < len(self._drawn):
            self.refresh(Region(0, self._tops[n] - self.scroll_offset.y, self.size.width, len(self._drawn[n])))

    def _show_here(self) -> None:
        if self.here is None or not 0 <= self.here < len(self._drawn):
            return
        top, height, at = self._tops[self.here], self.size.height, self.scroll_offset.y
        bottom = self._tops[self.here + 1]
        if self.in_the_middle:
            at = max(0, top - height // 2)
        elif top < at or bottom - top > height:
            at = top
        elif bottom > at + height:
            at = bottom - height
        if at != self.scroll_offset.y:
            self.scroll_to(y=at, animate=False)

    def show_from_here(self) -> None:
        """With the row that somebody is at as the first in sight."""
        if self.here is not None and self.here < len(self._drawn):
            self.scroll_to(y=self._tops[self.here], animate=False)

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.size.width
        n = self._row_at(at)
        if not self._drawn or not 0 <= at - self._tops[n] < len(self._drawn[n]):
            return Strip.blank(width, self._style("", here=False))
        parts = self._drawn[n][at - self._tops[n]]
        here = n == self.here and not any(kind == "part" for _words, kind in parts)
        strip = Strip([Segment(words, self._style(kind, here=here)) for words, kind in parts])
        return strip.adjust_cell_length(width, self._style("", here=here))

    def _style(self, kind: str, *, here: bool) -> Style:
        names = [f"rows--{kind}"] if kind else []
        if here:
            names = ["rows--here", "rows--key-here"] if kind == "key" else [*names, "rows--here"]
        return self.get_visual_style(*names).rich_style

    def on_click(self, event: events.Click) -> None:
        at = self.scroll_offset.y + event.y
        n = self._row_at(at)
        if self._drawn and 0 <= at - self._tops[n] < len(self._drawn[n]):
            self.take(n)

    def take(self, number: int) -> None:
        """Somebody clicked on the row at this place."""


def wrapped(words: str, width: int) -> list[str]:
    """Words that are shown as they are, in lines of so many cells; most are one line, which costs next to nothing."""
    if "\n" not in words and (len(words) if words.isascii() else cell_len(words)) <= width:
        return [words]
    return [line.plain for line in Content(words).wrap(width)]
