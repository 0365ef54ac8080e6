"""The summary is written: where it lies, and what to do with it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.containers import Horizontal
from textual.widget import Widget

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
        what = {
            ".docx": _("For the policy team to answer in (Word)."),
            ".md": _("The same as plain text."),
            ".csv": _("A row for each card, for a spreadsheet."),
            ".json": _("For other programs."),
        }
        yield text(_("The summary is ready."), "saved-bar")
        yield text(_("Saved in"), "quiet gap-above")
        yield text(literal(str(self._files[0].parent), "bold"))
        for file in self._files:
            with Horizontal(classes="file-row"):
                yield text(literal(file.name), "file-name")
                yield text(what.get(file.suffix, ""), "quiet")
        yield text(_("What to do next"), "strong gap-above")
        yield text(_("1  Read it once, before anyone else does."))
        yield text(_("2  Show it to the group, and let them correct it."))
        whom = self._audience or _("the people who write the rules")
        due = _(" Their answer is due on {day}.", day=self._answer_by) if self._answer_by else ""
        yield text(literal(_("3  Give it to {whom}.", whom=whom) + due))
        yield text(_("A USB stick or an e-mail is one more copy. Keep it short-lived."), "quiet gap-above")

    def action_home(self) -> None:
        self._call_home()
