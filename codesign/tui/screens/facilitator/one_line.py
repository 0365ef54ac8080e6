"""Pages with one question and one line."""

from collections.abc import Callable, Iterator, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from codesign.core.text import clean
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, ShownPage, at_places, text
from codesign.tui.widgets.line import Line
from codesign.tui.widgets.wrapped_line import WrappedLine


class LinePage(ShownPage):
    """One question and one line, and perhaps why the line before was not taken."""

    wraps = False
    """What is written is more than a few words."""
    gives_way = True
    """What stands there gives way to what is typed; else it is there to be changed."""
    mark_keys = ("PgDn", "PgUp")
    of_people = ("title_left", "_question", "_value", "_lines_above", "_problem")

    def __init__(
        self,
        title: str,
        question: str,
        *,
        value: str = "",
        lines: Sequence[Content | str] = (),
        secret: bool = False,
        limit: int,
        problem: str = "",
        on_enter: Callable[[str], None],
        on_back: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title_left = title
        self._question = question
        self._value = value
        self._lines_above = lines
        self._secret = secret
        self._limit = limit
        self._problem = f"! {problem}" if problem else ""
        self._call_enter = on_enter
        self._call_back = on_back

    def half_typed(self) -> str:
        return "" if self._secret else self.query_one(Line).value

    def type_on(self, typed: str) -> None:
        self._value, self.gives_way = typed, False

    def body(self) -> Iterator[Widget]:
        with Body(classes="question"):
            yield from (text(words, "gap-above") for words in self._lines_above)
            yield text(self._question, "strong gap-above")
            line = (WrappedLine if self.wraps else Line)(limit=self._limit, value=self._value, id="answer")
            line.password = self._secret
            line.select_on_focus = self.gives_way and bool(self._value)
            yield line
            yield Static(literal(self._problem), id="problem", markup=False)

    def on_mount(self) -> None:
        self.query_one(Line).focus(scroll_visible=False)
        self.call_after_refresh(self._show_line)

    def _show_line(self) -> None:
        """What stands above it may be longer than the page."""
        self.query_one(Body).scroll_end(animate=False, immediate=True)
        self.mark()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self._call_enter(clean(self.query_one(Line).value, self._limit))

    def action_back(self) -> None:
        self._call_back()


PAGES = {
    **at_places(LinePage, "code", youth=True),
    **at_places(LinePage, "theme", "heard", "paper-words", "typed-answer", "rule-now", "policy-file", wraps=True),
    **at_places(
        LinePage, "new-words", "rule-today", "policy-good", "own-words", "plan-line", "near-line", wraps=True, gives_way=False
    ),
    **at_places(LinePage, "folder", "file", "policy-title", "plan-day", "plan-file"),
}
"""Place -> its page."""
