"""A part that is read leaf by leaf, like paper: it is turned over, never scrolled, and broken where one thing ends."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from textual.containers import ScrollableContainer, VerticalScroll
from textual.geometry import Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from codesign.tui.widgets.drawn import Drawn

_BEGINS = 4
"""Rows in which something that no leaf holds may begin."""
Rows = tuple[int, int]
"""From a row, up to before another."""


class LeafPart(NamedTuple):
    """What a leaf ends between, where it may."""

    rows: Rows
    gap: int
    """Rows that are left free above it."""
    goes_on: bool
    """It belongs to the one above it: they are parts of one thing."""
    key: object
    """What it is known by when the page has another size."""


class Parted(Drawn):
    """A widget of several parts, between which a leaf may end. It draws its rows from `begin` on, as far as it has room."""

    begin = 0

    @abstractmethod
    def parts(self, width: int) -> Sequence[LeafPart]:
        """Its parts in so many cells, by its own rows."""

    def begin_at(self, row: int) -> None:
        """Draw from this row on."""
        if row != self.begin:
            self.begin = row
            self.refresh()


def broken_into(things: Sequence[Sequence[Rows]], height: int) -> list[Rows]:
    """The rows of each leaf of so many rows: a new one where a thing would not fit the rest of the last. A thing of several
    parts is broken between two of them where it takes more than half of a leaf, and a part only where no leaf holds it.
    `things` lie below one another, each as its parts; the first two parts of one, a title and what is under it, are never
    parted."""
    found: list[Rows] = []
    start = end = things[0][0][0] if things else 0
    for parts in things:
        whole = _with_its_title(parts)
        top, bottom = whole[0][0], whole[-1][1]
        pieces = [(top, bottom)] if bottom - top <= height // 2 else whole
        for first, last in pieces:
            fits_one = last - first <= height
            if last - start > height and end > start and (fits_one or start + height - first < _BEGINS):
                found.append((start, end))
                start = first
            while last - start > height:  # no leaf holds it
                found.append((start, start + height))
                start += height
            end = last
    return [*found, (start, end)] if end > start else found


def _with_its_title(parts: Sequence[Rows]) -> list[Rows]:
    return [(parts[0][0], parts[1][1]), *parts[2:]] if len(parts) > 1 else list(parts)


class Leafed(VerticalScroll, inherit_bindings=False, can_focus=False):
    """One leaf of what it holds is on the screen."""

    at = 0
    """The leaf, from 0."""
    count = 1
    """How many there are."""
    _of_size = Size()
    """What they were made for."""
    _first: object = None
    """The part that was first on the leaf that was turned to: it is on the screen when the window has another size, too."""

    @property
    def layout(self) -> Layout:
        return _OneLeaf()

    def turn(self, step: int) -> None:
        """To the next leaf, or to the one before."""
        self.at = max(0, min(self.count - 1, self.at + step))
        self._first = None
        self.children[0].refresh(layout=True)  # a part places what it holds anew when something in it may have changed

    def on_the_leaf(self, placed: ArrangeResult, size: Size) -> ArrangeResult:
        """Those of what lies below one another that are on the leaf, from its first row on."""
        parts = [part for one in placed for part in _parts_of(one)]
        things: list[list[Rows]] = []
        for part in parts:
            if things and part.goes_on:
                things[-1].append(part.rows)
            else:
                things.append([part.rows])
        leaves = broken_into(things, max(1, size.height)) or [(0, 0)]
        if size != self._of_size:
            row = next((part.rows[0] for part in parts if part.key == self._first), 0)
            self.at = next((n for n, (start, end) in enumerate(leaves) if start <= row < end), 0)
            self._of_size = size
        self.count = len(leaves)
        self.at = min(self.at, self.count - 1)
        first, last = leaves[self.at]
        here = [part for part in parts if part.rows[1] > first and part.rows[0] < last]
        self._first = self._first or (here[0].key if here else None)
        gap = min(here[0].gap, max(0, size.height - (last - first))) if here else 0  # as far as there is room for one
        return [
            one._replace(region=_on(one, first, last).translate((0, gap - first)))
            for one in placed
            if one.region.bottom > first and one.region.y < last
        ]


def _parts_of(one: WidgetPlacement) -> list[LeafPart]:
    top, region, widget = one.region.y, one.region, one.widget
    if not isinstance(widget, Parted):
        return [LeafPart((top, region.bottom), one.margin.top, False, widget)]
    return [part._replace(rows=(top + part.rows[0], top + part.rows[1])) for part in widget.parts(region.width)]


def _on(one: WidgetPlacement, first: int, last: int) -> Region:
    """Where a widget lies with what of it is between these rows."""
    region, widget = one.region, one.widget
    if not isinstance(widget, Parted):
        return region
    top = max(first, region.y)
    widget.begin_at(top - region.y)
    return Region(region.x, top, region.width, min(last, region.bottom) - top)


def goes_on(part: ScrollableContainer, step: int) -> bool:
    """Whether a part that scrolls or is turned over has more, below or above."""
    if isinstance(part, Leafed):
        return 0 <= part.at + step < part.count
    return part.scroll_y < part.max_scroll_y if step > 0 else part.scroll_y > 0


def turn_over(part: ScrollableContainer, step: int) -> None:
    """A leaf on, or back; of a part that scrolls a page, with two lines of what was seen."""
    if isinstance(part, Leafed):
        part.turn(step)
    else:
        part.scroll_relative(y=step * max(1, part.size.height - 2), animate=False, immediate=True)


class _OneLeaf(VerticalLayout):
    """Places what is on one leaf, and nothing else."""

    name = "leaf"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        assert isinstance(parent, Leafed)
        return parent.on_the_leaf(super().arrange(parent, children, size, greedy), size)
