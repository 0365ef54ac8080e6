"""The summary is written, or came back answered: what that brought, where it lies, and what to do with it."""

from collections.abc import Iterator

from textual.containers import Horizontal
from textual.widget import Widget

from codesign.course.brought import POSTERS_LIE_IN
from codesign.course.pages import Brought, Written
from codesign.course.words import SHORT_LIVED, SUMMARY_IS_READY, what_to_do_next, what_was_written
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _


class WrittenPage(CoursePage[Written]):
    """The summary is ready, where it lies, and what to do with it."""

    place = "written"
    BINDINGS = bindings(place)
    answers = {"home": None}

    def body(self) -> Iterator[Widget]:
        yield text(_(SUMMARY_IS_READY), "saved-bar")
        with Body(classes="reading"):
            yield text(_("Saved in"), "quiet gap-above")
            yield text(literal(f"{self.page.files[0].parent}", "bold"))
            for name, purpose in what_was_written(self.page.files):
                with Horizontal(classes="file-row"):
                    yield text(literal(name), "file-name")
                    yield text(purpose, "quiet")
            yield text(_("What to do next"), "strong gap-above")
            yield from map(text, what_to_do_next(self.page.audience, self.page.answer_by))
            yield text(_("4  Their answer comes back? Open this session under “Past sessions”, press A."))
            yield text(_(SHORT_LIVED), "quiet gap-above")


class BroughtPage(CoursePage[Brought]):
    """What the policy team's file brings, what to ask them for, and where the posters lie once they are written."""

    place = "brought"
    BINDINGS = bindings(place)
    answers = {"go_on": None}

    def heading_left(self) -> str:
        return _("The team has answered")

    def body(self) -> Iterator[Widget]:
        yield text(self.page.title if self.page.files else f"! {self.page.title}", "saved-bar" if self.page.files else "alert")
        with Body(id="results"):
            if self.page.files:
                yield text(_(POSTERS_LIE_IN), "quiet gap-above")
                yield text(literal(f"{self.page.files[0].parent}", "bold"))
                yield from (text(literal(f"  {file.name}")) for file in self.page.files)
            yield from (text(literal(line), "gap-above") for line in self.page.lines)
