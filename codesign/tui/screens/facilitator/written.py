"""The summary is written, or came back answered: what that brought, where it lies, and what to do with it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.containers import Horizontal
from textual.widget import Widget

from codesign.course.words import what_to_do_next, what_was_written
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, Page, text
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
        with Body(classes="reading"):
            yield text(_("Saved in"), "quiet gap-above")
            yield text(literal(f"{self._files[0].parent}", "bold"))
            for name, purpose in what_was_written(self._files):
                with Horizontal(classes="file-row"):
                    yield text(literal(name), "file-name")
                    yield text(purpose, "quiet")
            yield text(_("What to do next"), "strong gap-above")
            yield from map(text, what_to_do_next(self._audience, self._answer_by))
            yield text(_("4  Their answer comes back? Open this session under “Past sessions”, press A."))
            yield text(_("A USB stick or an e-mail is one more copy. Keep it short-lived."), "quiet gap-above")

    def action_home(self) -> None:
        self._call_home()


class BroughtPage(Page):
    """What the policy team's file brings, what to ask them for, and where the posters lie once they are written."""

    place = "brought"
    BINDINGS = bindings(place)

    def __init__(self, title: str, lines: Sequence[str], files: Sequence[Path], *, on_go: Callable[[], None]) -> None:
        """`files`: the posters; none where nothing is kept yet."""
        super().__init__()
        self.title_left = _("The team has answered")
        self._title = title
        self._lines = lines
        self._files = files
        self._call_go = on_go

    def body(self) -> Iterator[Widget]:
        yield text(self._title if self._files else f"! {self._title}", "saved-bar" if self._files else "alert")
        with Body(id="results"):
            if self._files:
                yield text(_("The poster “You said / We did” lies in"), "quiet gap-above")
                yield text(literal(f"{self._files[0].parent}", "bold"))
                yield from (text(literal(f"  {file.name}")) for file in self._files)
            yield from (text(literal(line), "gap-above") for line in self._lines)

    def action_go_on(self) -> None:
        self._call_go()
