"""What can be answered on a card: options, Skip, and "I don't get this one", each with its key."""

import textwrap
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, ScrollableContainer
from textual.content import Content
from textual.geometry import Region, Size
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
from codesign.tui.widgets.drawn import Drawn
from codesign.words import _, language

_INDENT = 8  # cells before the words: a blank, the circle, the key, and room


def _mark(option: Choosable, chosen: bool) -> Content:
    key = ("bold $chosen-key-text on $chosen-key") if chosen else "bold $foreground on $panel"
    return Content.assemble(("● " if chosen else "○ ", "$mark" if chosen else "$muted"), (f" {option.key} ", key))


def _lines(option: Choosable, width: int) -> list[str]:
    return textwrap.wrap(_(option.words), max(8, width - _INDENT)) or [""]


class AnswerRows(Drawn):
    """Answers on rows of their own; long words hang under their own first line. All are one widget, so that a card is quick:
    how much room each has stands in the style sheet, as the padding and the margin of `answers--row`."""

    COMPONENT_CLASSES = {"answers--row"}

    options: var[tuple[Choosable, ...]] = var(())
    chosen: var[tuple[str, ...]] = var(())
    """The codes of those that are chosen."""
    here: var[int | None] = var(None)
    """The row the arrows are on."""

    _laid: tuple[object, list[list[str]], list[int]] = None, [], [0]

    def watch_options(self) -> None:
        self.refresh(layout=True)

    def watch_chosen(self, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        self._paint({n for n, option in enumerate(self.options) if (option.code in old) != (option.code in new)})

    def watch_here(self, old: int | None, new: int | None) -> None:
        self._paint({n for n in (old, new) if n is not None and n < len(self.options)})
        self.call_after_refresh(self._show_here)

    def _paint(self, rows: Iterable[int]) -> None:
        """These rows anew, and no others."""
        width, tops, free = self.size.width, self.tops(), self.get_component_styles("answers--row").margin.bottom
        if regions := [Region(0, tops[n], width, tops[n + 1] - tops[n] - free) for n in rows]:
            self.refresh(*regions)

    def _of(self, width: int) -> tuple[list[list[str]], list[int]]:
        """The words of each row in so many cells; the first line of each, and the line after the last."""
        room = self.get_component_styles("answers--row")
        around = room.padding.height + room.margin.bottom
        laid_for = self.options, width, around, language()
        if laid_for != self._laid[0]:
            words = [_lines(option, width) for option in self.options]
            self._laid = laid_for, words, list(accumulate((len(lines) + around for lines in words), initial=0))
        return self._laid[1:]

    def tops(self) -> list[int]:
        """The first line of each row, and the line after the last."""
        return self._of(self.size.width)[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._of(width)[1][-1]

    def row(self, y: int) -> Content:
        width, room = self.size.width, self.get_component_styles("answers--row")
        words, tops = self._of(width)
        n = self.row_at(y)
        at = y - tops[n] - room.padding.top
        if y >= tops[n + 1] - room.margin.bottom:
            return Content("")
        option = self.options[n]
        chosen, line = option.code in self.chosen, Content("")
        if at == 0:
            line = Content("›" if n == self.here else " ") + _mark(option, chosen) + Content("  ") + literal(words[n][0])
        elif 0 < at < len(words[n]):
            line = literal(f"{' ' * _INDENT}{words[n][at]}")
        look = "bold $chosen-text on $chosen" if chosen else "on $surface" if n == self.here else ""
        return line.pad_right(width - line.cell_length).stylize_before(look)

    def _show_here(self) -> None:
        """The row of the arrows, where a small screen holds only a part of the card."""
        body = next((node for node in self.ancestors if isinstance(node, ScrollableContainer)), None)
        if self.here is not None and body:
            top, below = self.tops()[self.here : self.here + 2]
            at = self.region.offset - body.content_region.offset + body.scroll_offset
            body.scroll_to_region(Region(at.x, at.y + top, 1, below - top), animate=False)

    def row_at(self, y: int) -> int:
        """The row on this line of all."""
        return max(0, min(len(self.options), bisect_right(self.tops(), y)) - 1)


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

    @property
    def _in_boxes(self) -> int:
        """How many of the answers stand in boxes beside each other; the others have rows."""
        return 2 if kind_of(self.card).layout == "side-by-side" else 0

    def compose(self) -> ComposeResult:
        if self._in_boxes:
            yield Horizontal(*map(Box, self.options[: self._in_boxes]), classes="answer-boxes")
        yield AnswerRows()

    def show(self, card: Card, chosen: str) -> None:
        """Refill for a card. The rows keep their widget; boxes that say something else are made anew."""
        before, boxes = self.options, self._in_boxes
        self.here, self.card = None, card
        if boxes != self._in_boxes or before[:boxes] != self.options[:boxes]:
            self.refresh(recompose=True)
        self.set_reactive(Answers.chosen, chosen)
        self._paint()

    async def recompose(self) -> None:
        """What is made anew knows nothing of the answer before it is painted, whenever it comes."""
        await super().recompose()
        self._paint()

    def say_again(self) -> None:
        """The same answers in the language now in use."""
        for part in self.query("AnswerRows, Box"):
            part.refresh(layout=True)

    def watch_chosen(self) -> None:
        self._paint()

    def watch_here(self) -> None:
        self._paint()

    def _paint(self) -> None:
        boxes = self._in_boxes
        for n, box in enumerate(self.query(Box)):
            box.chosen, box.here = box.option.code in self._chosen_codes, n == self.here
            if box.here:
                box.scroll_visible(animate=False)
        for rows in self.query(AnswerRows):
            rows.options, rows.chosen = self.options[boxes:], self._chosen_codes
            rows.here = None if self.here is None or self.here < boxes else self.here - boxes

    def on_key(self, event: events.Key) -> None:
        for option in self.options:
            if typed(event).upper() == option.key:
                event.stop()
                self.here = None
                self.post_message(self.Answered(option.code, typed(event), event.time))

    def on_click(self, event: events.Click) -> None:
        widget = event.widget
        for node in widget.ancestors_with_self if widget else ():
            if isinstance(node, Box):
                self.post_message(self.Answered(node.option.code))
            elif isinstance(node, AnswerRows):
                self.post_message(self.Answered(node.options[node.row_at(event.y)].code))

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
