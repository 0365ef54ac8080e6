"""The summary is written: where it lies, and what to do with it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.containers import Horizontal
from textual.widget import Widget

from codesign.front import files_for, what_to_do_next
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Page, text
from codesign.words import _


class WrittenPage(Page):
    """The summary is ready, where it lies, and what to do with it."""

    place = "written"
    BINDINGS = bindings(place)

    def __init__(self, files: Sequence[Path], audience: str, answer_by: str, *, on_home: Callable[[], None]) -> None:
        super().__init__()
        self._files = files
        self._audience = audience
        self._answer_by = answer_by
        self._call_home = on_home

    def body(self) -> Iterator[Widget]:
        yield text(_("The summary is ready."), "saved-bar")
        yield text(_("Saved in"), "quiet gap-above")
        yield text(literal(str(self._files[0].parent), "bold"))
        for file in self._files:
            with Horizontal(classes="file-row"):
                yield text(literal(file.name), "file-name")
                yield text(files_for(file.suffix), "quiet")
        yield text(_("What to do next"), "strong gap-above")
        yield from map(text, what_to_do_next(self._audience, self._answer_by))
        yield text(_("A USB stick or an e-mail is one more copy. Keep it short-lived."), "quiet gap-above")

    def action_home(self) -> None:
        self._call_home()
