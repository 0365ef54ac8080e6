"""A card of a ballot on paper, to be typed in by one key. The page stays from card to card, so that no key is lost."""

from collections.abc import Iterator

from msgspec.structs import replace
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from codesign.core.kinds import Choosable, kind_of
from codesign.core.kinds.base import NOT_REACHED
from codesign.course.pages import Marked, TypedCard
from codesign.course.typed_ballots import NO_ANSWER_HERE, NOTHING_MARKED, count_of, number_of
from codesign.phrases.on_a_card import instead_of_an_answer
from codesign.tui.keys import bindings, typed
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage
from codesign.tui.widgets.bars import Heading
from codesign.words import _


class TypedCardPage(CoursePage[TypedCard]):
    """The rule, to see that paper and screen are at the same card; the keys; and what was typed last of this paper."""

    place = "typed-card"
    BINDINGS = bindings(place)
    answers = {"undo": "undo", "words": "words", "stack": "stack", "nothing": Marked(NOT_REACHED)}

    def heading_left(self) -> str:
        return number_of(self.page)

    def heading_right(self) -> str:
        return count_of(self.page.typed)

    def body(self) -> Iterator[Widget]:
        with Body(id="typed"):
            yield Static(id="rule", markup=False)
            yield Static(id="keys", markup=False)
        yield Static(id="last", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self._say()

    def on_unmount(self) -> None:
        """A page is kept for a while after it has gone; what was typed is not to be there."""
        self.page = replace(self.page, last="", half=NOT_REACHED)

    def show(self, page: TypedCard) -> bool:
        self.page = page
        self.query_one(Heading).show(self.heading_left(), self.heading_right())
        self._say()
        return True

    def _say(self) -> None:
        page = self.page
        self.query_one("#typed", Body).scroll_home(animate=False)
        self.query_one("#rule", Static).update(literal(page.card.rule, "bold"))
        taken = () if page.half == NOT_REACHED else kind_of(page.card).named(page.half)
        rows = [f"{'●' if o.code in taken else '○'} {o.key}  {_(o.words)}" for o in self._options]
        self.query_one("#keys", Static).update(literal("\n".join(["", *rows, f"○ N  {_(NOTHING_MARKED)}"])))
        self.query_one("#last", Static).update(literal(page.last))

    @property
    def _options(self) -> tuple[Choosable, ...]:
        return (*kind_of(self.page.card).options(self.page.card), *instead_of_an_answer(self.page.card))

    def on_key(self, event: events.Key) -> None:
        letter = typed(event).upper()
        codes = {option.key: option.code for option in self._options}
        if code := codes.get(letter):
            event.stop()
            if self.held.apart(event.key, event.time):
                self.send(Marked(code))
        elif letter.isalnum() and letter not in "NUW":  # who looks at the paper would be a card behind from here on
            self.query_one("#last", Static).update(Content(f"! {_(NO_ANSWER_HERE)}"))
