"""Before a person's own answers are thrown away: asked once, and no answer is on the screen."""

from collections.abc import Callable, Iterator

from textual.widget import Widget

from codesign.course.words import ANSWERS_ARE_GONE, SURE_TO_THROW
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body, YouthPage, text
from codesign.words import _


class SureToThrow(YouthPage):
    """Another key than the one that brought it here says yes, so that a held or doubled key throws nothing away."""

    place = "throw"
    BINDINGS = bindings(place)

    def __init__(self, *, on_throw: Callable[[], None], on_back: Callable[[], None]) -> None:
        super().__init__()
        self._call_throw = on_throw
        self._call_back = on_back

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(SURE_TO_THROW), "strong")
            yield text(_(ANSWERS_ARE_GONE), "gap-above")

    def action_throw(self) -> None:
        self._call_throw()

    def action_back(self) -> None:
        self._call_back()
