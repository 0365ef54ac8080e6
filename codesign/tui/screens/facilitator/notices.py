"""Pages that say one thing and wait: a step that can't be taken back, and what went wrong."""

from collections.abc import Callable, Iterator, Sequence

from textual.widget import Widget

from codesign.course.words import FOUR_WORDS, FOUR_WORDS_USE
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, Page, text
from codesign.words import _


class SurePage(Page):
    """A step that can't be taken back, in a sentence, with yes and no."""

    place = "sure"
    BINDINGS = bindings(place)

    def __init__(
        self,
        question: str,
        lines: Sequence[str],
        *,
        on_yes: Callable[[], None],
        on_back: Callable[[], None],
        speaks: bool = False,
    ) -> None:
        """`speaks` where the room reads it too: then its words are ids of messages, said in the room's language."""
        super().__init__()
        self.speaks = speaks
        self._question = question
        self._lines = lines
        self._call_yes = on_yes
        self._call_back = on_back

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(self._question) if self.speaks else self._question, "strong")
            for line in self._lines:
                yield text(_(line) if self.speaks else line, "gap-above")

    def action_yes(self) -> None:
        self._call_yes()

    def action_back(self) -> None:
        self._call_back()


class ProblemPage(Page):
    """What went wrong, what is safe, what to do; stays until it is read."""

    place = "problem"
    BINDINGS = bindings(place)

    def __init__(self, title: str, sentence: str, *, on_go: Callable[[], None]) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence
        self._call_go = on_go

    def body(self) -> Iterator[Widget]:
        with Body(classes="alert-box"):
            yield text(f"! {self._title}", "alert")
            yield text(literal(self._sentence), "gap-above")

    def action_go_on(self) -> None:
        self._call_go()


class FourWordsPage(Page):
    """The words that open what the code opens, once. No Enter leaves it: one too many would be the end of them."""

    place = "four-words"
    BINDINGS = bindings(place)

    def __init__(self, words: str, *, on_go: Callable[[], None]) -> None:
        super().__init__()
        self._words = words
        self._call_go = on_go

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(FOUR_WORDS), "strong")
            yield text(self._words, "saved-bar gap-above")
            for line in FOUR_WORDS_USE:
                yield text(_(line), "gap-above")

    def on_unmount(self) -> None:
        self._words = ""

    def action_go_on(self) -> None:
        self._call_go()
