"""The base of every screen, which Textual would lay out and draw more often than there is a reason to."""

from collections.abc import Collection, Iterator

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class OnlySeen(Compositor):
    """Textual draws every widget whole, also where others lie on it, and where nothing is to be painted."""

    _to_paint: Collection[Region] = ()
    """None where it is the whole screen."""

    def render_partial_update(self) -> ChopsUpdate | None:
        self._to_paint = self._dirty_regions.copy()
        update = super().render_partial_update()
        self._to_paint = ()
        return update

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        free = [0] * self.size.height  # for each line a bit for each cell that is to be painted and nothing is drawn in yet
        for x, y, width, height in self._to_paint or (self.size.region,):
            for line in range(y, y + height):
                free[line] |= ((1 << width) - 1) << x
        for widget, (region, clip) in self.visible_widgets.items():
            x, y, width, height = region.intersection(clip)
            cells = ((1 << width) - 1) << x
            if lines := [line for line in range(y, y + height) if free[line] & cells]:
                for line in lines:
                    free[line] &= ~cells
                seen = Region(x, lines[0], width, lines[-1] + 1 - lines[0])
                yield region, seen, widget.render_lines(seen.translate(-region.offset))


class LaidOutOnce(Screen[None]):
    """Textual lays a screen out when it comes, and again when it is told how large it is, whether that is news or not; and
    with it every screen below. And it asks for another layout whenever one gave a widget another size, as that may bring bars
    to scroll by: here are none."""

    _asked: set[Widget] | None = None
    """While it is laid out: the widgets that asked for a layout before."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = OnlySeen()

    def mark(self) -> None:
        """Called when all has its place, before it is painted."""

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if size and not self._size and self._layout_required:
            return  # it came a moment before all of it is there, and is laid out then
        self._asked = {widget for widget in self._all if widget._layout_required}
        super()._refresh_layout(size or self.outer_size or self.app.size, scroll)
        self._has_its_place()

    def _compositor_refresh(self) -> None:
        """What is to be laid out and then painted whole is not painted before: one picture, not three. And what asks to be
        painted meanwhile is painted with the rest."""
        self._has_its_place()
        if not (self._layout_required and self._repaint_required):
            super()._compositor_refresh()

    def _has_its_place(self) -> None:
        if self._asked is not None:
            for widget in self._all:
                widget._layout_required = widget in self._asked
            self._asked = None
            if self.is_mounted:
                self.mark()
            self._compositor.update_widgets(set(self._compositor.visible_widgets))

    @property
    def _all(self) -> list[Widget]:
        return self.walk_children(Widget, with_self=True)

    def _screen_resized(self, size: Size) -> None:
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Without the two layers that Textual lays over every screen: there are no hints, and nothing floats over a page."""
