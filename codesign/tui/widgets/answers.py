"""What can be answered on a card: options, Skip, and "I don't get this one", each with its key."""

import textwrap

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.widget import Widget
from textual.widgets import Static

from codesign.core.card import Card
from codesign.core.kinds import Choosable, kind_of
from codesign.core.kinds.base import NOT_REACHED
from codesign.phrases.on_a_card import instead_of_an_answer
from codesign.tui.keys import typed
from codesign.tui.literal import literal
from codesign.words import _

_INDENT = 8  # cells before the words: a blank, the circle, the key, and room


def _mark(option: Choosable, chosen: bool) -> Content:
    key = ("bold $chosen-key-text on $chosen-key") if chosen else "bold $foreground on $panel"
    return Content.assemble(("● " if chosen else "○ ", "$mark" if chosen else "$muted"), (f" {option.key} ", key))


class Row(Static):
    """One answer on a row of its own; long words hang under their own first line. One widget, so that a key is quick."""

    chosen: reactive[bool] = reactive(False, toggle_class="-chosen")
    here: reactive[bool] = reactive(False, toggle_class="-here")

    def __init__(self, option: Choosable) -> None:
        super().__init__(classes="answer", markup=False)
        self.option = option

    def _lines(self, width: int) -> list[str]:
        return textwrap.wrap(_(self.option.words), max(8, width - _INDENT)) or [""]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        words = f"\n{' ' * _INDENT}".join(self._lines(self.content_size.width))
        return Content("›" if self.here else " ") + _mark(self.option, self.chosen) + Content("  ") + literal(words)


class Box(Static):
    """One wording of a pair, in a box beside the other; on a tiny screen its key stands inside, not on the border."""

    chosen: reactive[bool] = reactive(False, toggle_class="-chosen")
    here: reactive[bool] = reactive(False, toggle_class="-here")

    def __init__(self, option: Choosable) -> None:
        super().__init__(classes="answer-box", markup=False)
        self.option = option

    def watch_chosen(self) -> None:
        self.border_title = _mark(self.option, self.chosen)

    def render(self) -> Content:
        words = literal(_(self.option.words))
        return words if self.styles.border_top[0] else _mark(self.option, self.chosen) + Content(" ") + words


class Answers(Widget, can_focus=True):
    """The answers of one card. Nothing is highlighted before a key is pressed: no place suggests an answer."""

    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "choose_here", show=False),
    ]

    chosen: var[str] = var(NOT_REACHED)
    """The answer, whole or not yet."""
    here: var[int | None] = var(None)
    """The row the arrows are on; None before the first arrow key."""

    def __init__(self, card: Card, *, id: str) -> None:
        super().__init__(id=id)
        self.card = card

    class Answered(Message):
        """An answer was picked."""

        def __init__(self, code: str, key: str = "", at: float = 0.0) -> None:
            super().__init__()
            self.code = code
            self.key = key
            """The character that picked it; empty where it was no character."""
            self.at = at
            """When that was pressed, in seconds."""

    @property
    def options(self) -> tuple[Choosable, ...]:
        return (*kind_of(self.card).options(self.card), *instead_of_an_answer(self.card))

    @property
    def _chosen_codes(self) -> tuple[str, ...]:
        return kind_of(self.card).named(self.chosen)

    def on_mount(self) -> None:
        self._paint()

    def compose(self) -> ComposeResult:
        options = self.options
        if kind_of(self.card).layout == "side-by-side":
            yield Horizontal(Box(options[0]), Box(options[1]), classes="answer-boxes")
            options = options[2:]
        for option in options:
            yield Row(option)

    def show(self, card: Card, chosen: str) -> None:
        """Refill for a card. Rows keep their widgets; boxes that say something else are made anew."""
        before, options = self.card, self.options
        self.here, self.card = None, card
        if "side-by-side" in {kind_of(before).layout, kind_of(card).layout}:
            if before.kind != card.kind or self.options != options:
                self.refresh(recompose=True)
        else:
            self._refill()
        self.set_reactive(Answers.chosen, chosen)
        self._paint()

    def _refill(self) -> None:
        rows, options = list(self.query(Row)), self.options
        for row, option in zip(rows, options, strict=False):
            if row.option != option:
                row.option = option
                row.refresh(layout=True)
        for row in rows[len(options) :]:
            row.remove()
        if more := options[len(rows) :]:
            self.mount(*map(Row, more))

    async def recompose(self) -> None:
        """Rows that are made anew know nothing of the answer before they are painted, whenever they come."""
        await super().recompose()
        self._paint()

    def say_again(self) -> None:
        """The same answers in the language now in use."""
        for row in self.query(".answer-box, .answer"):
            row.refresh(layout=True)

    def watch_chosen(self) -> None:
        self._paint()

    def watch_here(self) -> None:
        self._paint()

    def _paint(self) -> None:
        for n, row in enumerate(self.query(".answer-box, .answer").results(Widget)):
            if isinstance(row, Row | Box):
                row.chosen, row.here = row.option.code in self._chosen_codes, n == self.here
                if row.here:
                    row.scroll_visible(animate=False)

    def on_key(self, event: events.Key) -> None:
        for option in self.options:
            if typed(event).upper() == option.key:
                event.stop()
                self.here = None
                self.post_message(self.Answered(option.code, typed(event), event.time))

    def on_click(self, event: events.Click) -> None:
        widget = event.widget
        for node in widget.ancestors_with_self if widget else ():
            if isinstance(node, Row | Box):
                self.post_message(self.Answered(node.option.code))

    def action_move(self, step: int) -> None:
        """The first arrow key goes to the answer that is chosen, else to the first row or the last."""
        last = len(self.options) - 1
        if self.here is None:
            places = [n for n, option in enumerate(self.options) if option.code in self._chosen_codes] or [0, last]
            self.here = places[0 if step > 0 else -1]
        else:
            self.here = max(0, min(last, self.here + step))

    def action_choose_here(self) -> None:
        """Choose the row under the arrows; a row that is chosen already lets Enter go on to the next card."""
        if self.here is None or self.options[self.here].code in self._chosen_codes:
            raise SkipAction
        self.post_message(self.Answered(self.options[self.here].code))
