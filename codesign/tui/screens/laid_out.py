"""The base of every screen, which Textual would lay out more often than there is a reason to."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget


class LaidOutOnce(Screen[None]):
    """Textual lays a screen out when it comes, and again when it is told how large it is, whether that is news or not; and
    with it every screen below."""

    def _screen_resized(self, size: Size) -> None:
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Without the two layers that Textual lays over every screen: there are no hints, and nothing floats over a page."""
