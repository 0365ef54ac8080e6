"""What the runner of the screens does between two pages."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from codesign.course import pages
from codesign.course.around import Around
from codesign.course.pages import Course
from codesign.tui.stage import Stage


class App:
    """As much of an app as the runner asks for: the screen of the page before stays until the next one is shown."""

    covered = False

    def __init__(self) -> None:
        self.held = SimpleNamespace(shown=lambda: None)
        self.page: Any = None
        self.making: Callable[[], Any] | None = None

    def go(self, make: Callable[[], Any]) -> None:
        self.making = make

    def show(self) -> None:
        assert self.making is not None
        self.page, self.making = self.making(), None


def test_a_key_on_its_way_to_the_page_before_answered_the_next_one_of_its_kind() -> None:
    said: list[object] = []

    def course() -> Course[str]:
        for number in range(3):
            said.append((yield pages.ToRead(place="brought", title=f"{number}", blocks=list)))
        return "quit"

    app: Any = App()
    Stage(app, course(), Around())
    app.begin()
    app.show()
    first = app.page
    first.send("on")
    first.send("on")
    assert said == ["on"], "the second page was answered before it was shown"
    app.show()
    assert app.page is not first
    app.page.send("on")
    assert said == ["on", "on"]
