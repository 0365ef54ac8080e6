"""An idea of a person's own: one line, only if they want, with the same question whether it may be quoted."""

from collections.abc import Iterator

from textual import events, on
from textual.widget import Widget
from textual.widgets import Static

from codesign.course.around_turn import RULE_OF_YOUR_OWN
from codesign.course.comment_and_idea import IDEA
from codesign.course.pages import OwnIdea
from codesign.course.shared_words import IDEA_AS_CARD, IDEA_THEN
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body
from codesign.tui.screens.youth.writing import WritingPage
from codesign.tui.widgets.bars import Heading, KeyBar
from codesign.tui.widgets.line import Fits, Line, Quote
from codesign.tui.widgets.wrapped_line import WrappedLine
from codesign.words import _


class AsCard(Quote):
    """The same of an idea: what the OK is to is to be shown as a card."""

    asks = IDEA_AS_CARD
    gives_way = False


class IdeaPage(WritingPage[OwnIdea]):
    """A rule that somebody would make, or better words for one. It goes in with the ballot and is tied to no answer."""

    place = "idea"
    own = IDEA
    mark_keys = ("PgDn", "PgUp")
    BINDINGS = bindings(place)

    def heading_left(self) -> str:
        return _("An idea of your own")

    def body(self) -> Iterator[Widget]:
        with Body(id="idea"):
            yield Static(id="what", classes="gap-above", markup=False)
            yield Static(id="then", classes="quiet", markup=False)
            yield WrappedLine(id="line", value=self.now.idea.text)
            yield Fits()
            yield AsCard(id="quote")

    def on_mount(self) -> None:
        self._say()
        self._show()
        line = self.query_one(Line)
        line.on_first_key = self._was_a_word
        line.focus()

    def _was_a_word(self, event: events.Key) -> None:
        """No idea begins with a blank or an apostrophe: the I that led here is its first word."""
        line = self.query_one(Line)
        if event.character in (" ", "'", "’") and not line.value:
            line.insert("I", 0)

    def _say(self) -> None:
        self.query_one(Heading).show(self.heading_left(), "")
        self.query_one("#what", Static).update(_(RULE_OF_YOUR_OWN))
        then = _(IDEA_THEN)
        self.query_one("#then", Static).update(then)

    def say_again(self) -> bool:
        """The half-written line, its cursor and the quote stay as they are, by being left alone."""
        self._say()
        self.query_one(Quote).say()
        self._bar()
        return True

    def _show(self) -> None:
        quote = self.query_one(Quote)
        quote.set_class(bool(self.now.idea.text), "-open")
        self.set_class(bool(self.now.idea.text), "-said")
        quote.text, quote.ok = self.now.idea.text, self.now.idea.quote_ok
        quote.writing = isinstance(self.focused, Line)
        self.say_what_fits()

    def put(self, text: str) -> None:
        super().put(text)
        self._bar()

    @on(Line.Submitted)
    def _line_done(self) -> None:
        self.held.first("enter")
        self.hold(self.now.write_idea(self.now.idea.text))
        if self.now.idea.text:
            self.query_one(Quote).focus()
        else:
            self.send(self.now)

    @on(Quote.Said)
    def _quote_told(self, message: Quote.Said) -> None:
        if self.held.first(message.key):
            self.send(self.now.allow_idea_quote(message.ok))

    def on_descendant_focus(self) -> None:
        self._bar()

    def _bar(self) -> None:
        self._show()
        quoting = isinstance(self.focused, Quote)
        self.set_class(quoting, "-quoting")
        self.query_one(KeyBar).show(self.query_one(Quote).place if quoting else self.place)

    def action_done_typing(self) -> None:
        self._line_done()

    def action_back(self) -> None:
        self.send(self.now)
