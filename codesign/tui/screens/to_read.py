"""Pages of blocks that are read, by the whole room or by the facilitator."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course.pages import ToRead
from codesign.tui.screens.page import CoursePage, at_places
from codesign.tui.widgets.blocks import drawn
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _


class ReadPage(CoursePage[ToRead]):
    """A title and blocks of words."""

    answers = {
        **{name: name for name in ("edit", "back", "start", "cards", "print")},
        **{"agree": "ok", "not_agreed": "not-agreed", "skip": "skipped"},
    }

    waits = False
    """It comes after work that takes a while: a key that was pressed meanwhile is not for it. And it is read to its end."""

    def on_mount(self) -> None:
        self.held.shown()

    def heading_left(self) -> str:
        return _(self.page.title) if self.page.title else ""

    def heading_right(self) -> str:
        return self.page.right

    def body(self) -> Iterator[Widget]:
        yield Leafed(*drawn(self.page.blocks()), id="results")

    def action_home(self) -> None:
        if self.waits and not self.held.could_be_read:
            return
        if self.waits and self._has_more:
            self.action_read_on()
        else:
            self.send("home")

    def action_go_on(self) -> None:
        """The room reads on first: nobody leaves a page of it unseen by the key that goes on."""
        if self.room and self._has_more:
            self.action_read_on()
        else:
            self.send("on")


PAGES = {
    **at_places(ReadPage, "welcome", "practice", "talk-card", "together", "agreed", "right", "next", room=True),
    **at_places(ReadPage, "last-time", "our-rules", "brought", "files-written", "before-they-come", "look", "put-in"),
    **at_places(ReadPage, "written", waits=True),
}
"""Place -> its page: first those that are large, for the whole room."""
