"""Fields that hold more than free words: a choice that shows its options, and a line whose value goes up and down."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from codesign.course.fields import Choices
from codesign.tui.keys import typed
from codesign.tui.widgets.line import Line


class ChoiceField(Static, can_focus=True):
    """All options stand there; arrows, a first letter or a digit choose one."""

    BINDINGS = [
        Binding("down,right", "step(1)", show=False),
        Binding("up,left", "step(-1)", show=False),
        Binding("enter", "screen.next_line", show=False),
    ]
    value: reactive[str] = reactive("", init=False)

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: "ChoiceField") -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, choices: Choices, value: str, *, id: str) -> None:
        super().__init__(id=id, classes="choice", markup=False)
        self._choices = choices
        self.set_reactive(ChoiceField.value, value)

    def render(self) -> Content:
        parts = []
        for value, words in self._choices.options:
            on = value == self.value
            parts.append(Content.assemble(("● " if on else "○ ", "$accent"), (words, "bold" if on else "")))
        return Content("   ").join(parts)

    def on_focus(self) -> None:
        """Nobody changes what is not on the screen."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def watch_value(self) -> None:
        self.post_message(self.Changed(self))

    def action_step(self, by: int) -> None:
        self.value = self._choices.step(self.value, by)

    def on_key(self, event: events.Key) -> None:
        letter = typed(event)
        if letter.isalnum():
            event.stop()
            self.value = self._choices.named(letter, self.value)


class Stepped(Line):
    """A line whose value the arrows change, by one."""

    BINDINGS = [Binding("up", "step(1)", show=False), Binding("down", "step(-1)", show=False)]

    def __init__(self, step: Callable[[str, int], str], *, limit: int, value: str, placeholder: str, id: str) -> None:
        super().__init__(limit=limit, value=value, placeholder=placeholder, id=id)
        self._step = step

    def action_step(self, by: int) -> None:
        self.value = self._step(self.value.strip(), by)
        self.cursor_position = len(self.value)
