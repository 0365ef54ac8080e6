"""The base of every screen, which Textual would lay out more often than there is a reason to."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget


class LaidOutOnce(Screen[None]):
    """Textual lays a screen out when it comes, and again when it is told how large it is, whether that is news or not; and
    with it every screen below. And it asks for another layout whenever one gave a widget another size, as that may bring bars
    to scroll by: here are none."""

    _asked: set[Widget] | None = None
    """While it is laid out: the widgets that asked for a layout before."""

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if size and not self._size and self._layout_required:
            return  # it came a moment before all of it is there, and is laid out then
        self._asked = {widget for widget in self._all if widget._layout_required}
        super()._refresh_layout(size or self.outer_size or self.app.size, scroll)
        self._asked = None

    def _compositor_refresh(self) -> None:
        """What is to be laid out and then painted whole is not painted before: one picture, not three."""
        if self._asked is not None:
            for widget in self._all:
                widget._layout_required = widget in self._asked
            self._asked = None
        if not (self._layout_required and self._repaint_required):
            super()._compositor_refresh()

    @property
    def _all(self) -> list[Widget]:
        return self.walk_children(Widget, with_self=True)

    def _screen_resized(self, size: Size) -> None:
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Without the two layers that Textual lays over every screen: there are no hints, and nothing floats over a page."""
