"""A line that goes on in the rows below: words wrap between words, and Enter still ends it."""

from bisect import bisect_right
from itertools import pairwise

from rich.cells import split_graphemes
from rich.segment import Segment
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets.input import Selection

from codesign.tui.widgets.line import MARKED_FROM, MORE, Line

Row = tuple[int, int]
"""Where a row begins in the words, and where it ends."""


def rows_of(words: str, width: int) -> list[Row]:
    """The rows of some words in so many cells. Each but the last is broken after a blank where it has one; the blank may stand
    in the last cell, which is left free otherwise, so that a cursor and a mark have room there. Nothing is left out."""
    rows, start, used, after, used_after = [], 0, 0, 0, 0
    for at, end, cells in split_graphemes(words)[0]:
        blank = words[at:end] == " "
        while at > start and used + cells > (width if blank else width - 1):
            cut, gone = (after, used_after) if after > start else (at, used)
            rows.append((start, cut))
            start, used = cut, used - gone
        used += cells
        if blank:
            after, used_after = end, used
    rows.append((start, len(words)))
    return [*rows, (len(words), len(words))] if words and used >= width else rows


class WrappedLine(Line):
    """A field of several rows for one line of words. Up and down move in it by rows, and leave it at its edges to the page."""

    BINDINGS = [Binding("up", "row(-1)", show=False), Binding("down", "row(1)", show=False)]

    _first = 0
    """The first row that is seen."""
    _aim = (0, 0)
    """Where the cursor came by rows, and the cell it went for: a short row on the way does not draw it to the left."""

    @property
    def content_width(self) -> int:
        """Nothing lies beside the field, so it never scrolls."""
        return 1

    @property
    def cursor_screen_offset(self) -> Offset:
        x, y, width, _height = self.content_region
        row = self._row(self._rows())
        return Offset(x + min(width - 1, self._cell()), y + max(0, row - self._first))

    @property
    def _words(self) -> str:
        return self.value.replace("\n", " ")

    def _rows(self) -> list[Row]:
        return rows_of(self._words, max(2, self.scrollable_content_region.width))

    def _row(self, rows: list[Row]) -> int:
        """The row of the cursor; between two it is at the beginning of the lower one."""
        return bisect_right([start for start, _end in rows], self.cursor_position) - 1

    def _cell(self) -> int:
        rows = self._rows()
        start, _end = rows[self._row(rows)]
        return split_graphemes(self._words[start : self.cursor_position])[1]

    def _seen(self, rows: list[Row]) -> int:
        """The first row that is seen: its beginning, or where somebody writes what is around the cursor."""
        height, row = max(1, self.scrollable_content_region.height), self._row(rows)
        first = min(max(self._first, row - height + 1), row) if self.has_focus else 0
        self._first = max(0, min(first, len(rows) - height))
        return self._first

    def render_line(self, y: int) -> Strip:
        if not self.value:
            return super().render_line(y)
        rows, width, style = self._rows(), self.scrollable_content_region.width, self.visual_style.rich_style
        first = self._seen(rows)
        if first + y >= len(rows):
            return Strip.blank(width, style)
        strip = self._drawn(*rows[first + y]).apply_style(style).adjust_cell_length(width, style)
        if width < MARKED_FROM:
            return strip
        if first and not y:
            strip = _marked(strip, 0)
        return _marked(strip, width - 1) if y == self.scrollable_content_region.height - 1 < len(rows) - first - 1 else strip

    def _drawn(self, start: int, end: int) -> Strip:
        """A row with the cursor and what is selected, where somebody is in the field."""
        words, last = self._words, end == len(self.value)
        if not self.has_focus:
            return Strip([Segment(words[start:end])])
        at, (one, other) = self.cursor_position, sorted(self.selection)
        words, end = (f"{words} ", end + 1) if last and at == end else (words, end)
        parts = sorted({start, end, *(n for n in (one, other, at, at + 1) if start < n < end)})
        cursor, selected = (self.get_component_rich_style(f"input--{name}") for name in ("cursor", "selection"))
        return Strip(
            [Segment(words[n:to], cursor if n == at else selected if one <= n < other else None) for n, to in pairwise(parts)]
        )

    def _at(self, row: Row, cell: int, *, last: bool) -> int:
        """The place in the words at this cell of a row."""
        start, end = row
        spans = split_graphemes(self._words[start:end])[0]
        for begin, to, cells in spans:
            if cell < cells or (start + to == end and not last):
                return start + begin
            cell -= cells
        return end

    def action_row(self, step: int) -> None:
        """A row up or down."""
        rows = self._rows()
        to = self._row(rows) + step
        if not 0 <= to < len(rows):
            raise SkipAction
        came, cell = self._aim
        cell = cell if came == self.cursor_position else self._cell()
        self.cursor_position = self._at(rows[to], cell, last=to == len(rows) - 1)
        self._aim = self.cursor_position, cell

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click moves the cursor there."""
        event.prevent_default()
        rows, place = self._rows(), event.get_content_offset_capture(self)
        row = max(0, min(len(rows) - 1, self._seen(rows) + place.y))
        self.selection = Selection.cursor(self._at(rows[row], place.x, last=row == len(rows) - 1))


def _marked(strip: Strip, cell: int) -> Strip:
    """With the mark of more in this cell, as that cell looks."""
    style = next((segment.style for segment in strip.crop(cell, cell + 1)), None)
    return Strip.join([strip.crop(0, cell), Strip([Segment(MORE, style)]), strip.crop(cell + 1)])
