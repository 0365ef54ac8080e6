"""Pages of blocks that are read, by the whole room or by the facilitator."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course.pages import ToRead
from codesign.tui.screens.page import CoursePage, Program, Send, at_places
from codesign.tui.widgets.blocks import Paragraphs, paragraphs_of
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _


class ReadPage(CoursePage[ToRead]):
    """A title and blocks of words."""

    answers = {
        **{name: name for name in ("edit", "reword", "back", "start", "cards", "print")},
        **{"go_on": "on", "agree": "ok", "not_agreed": "not-agreed", "skip": "skipped"},
    }

    waits = False
    """It comes after work that takes a while: a key that was pressed meanwhile is not for it. And it is read to its end, as is
    what youth and the room read."""

    def __init__(self, page: ToRead, send: Send, program: Program) -> None:
        super().__init__(page, send, program)
        self.read_first = ("home",) if self.waits else ("go_on",) if page.speaks else ()

    def on_mount(self) -> None:
        self.held.shown()

    def heading_left(self) -> str:
        return _(self.page.title) if self.page.title else ""

    def heading_right(self) -> str:
        return self.page.right

    def body(self) -> Iterator[Widget]:
        yield Leafed(Paragraphs(paragraphs_of(self.page.blocks()), below=4), id="results")

    def action_home(self) -> None:
        if not self.waits or self.held.could_be_read:
            self.answer("home", "home")


PAGES = {
    **at_places(ReadPage, "welcome", "practice", "talk-card", "together", "agreed", "right", "next", room=True),
    **at_places(ReadPage, "last-time", "board-part", "our-rules", "brought", "files-written", "before-they-come", "look"),
    **at_places(ReadPage, "learn-card", "policy-questions", "policy-pair"),
    **at_places(ReadPage, "written", waits=True),
}
"""Place -> its page: first those that are large, for the whole room."""
