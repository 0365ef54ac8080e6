"""The pages around the cards of a turn: before it, a content note, the end, and the ways to stop."""

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.widget import Widget

from codesign.course import pages
from codesign.course.around_turn import BEFORE_YOU_START, DO_IT_OR_NOT, LAST_CARD, NOBODY_ASKS, before_a_turn, ways_to_stop
from codesign.course.pages import Block
from codesign.course.shared_words import ANSWERS_ARE_GONE, SURE_TO_THROW
from codesign.phrases.on_a_card import how_many_cards, note_of
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body, TurnPage, YouthPage, text
from codesign.tui.widgets.blocks import Paragraphs, paragraphs_of
from codesign.words import _


class BeforePage(YouthPage[pages.BeforeTurn]):
    """Before anything can be typed: who reads it and when, that it is no way to get help, and how to get help now."""

    place = "before"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = bindings(place)
    answers = {"stop": False}
    read_first = ("go_on",)

    def heading_left(self) -> str:
        return _(BEFORE_YOU_START)

    def heading_right(self) -> str:
        return how_many_cards(self.page.cards)

    def body(self) -> Iterator[Widget]:
        with VerticalScroll(classes="reading"):
            help_now = self.program.around.help_now()
            keys = Block(lines=(_("F2 opens this any time. F9 hides the screen. F1: who sees what."),), look="quiet")
            blocks = before_a_turn(self.page.audience, second_vote=self.page.second_vote, help_now=help_now)
            yield Paragraphs(paragraphs_of([*blocks, keys], indent=0))

    def on_mount(self) -> None:
        self.held.shown()

    def action_go_on(self) -> None:
        if self.held.read("enter"):
            self.held.shown()
            self.answer("go_on", True)


class NotePage(TurnPage[pages.ContentNote]):
    """One calm line before a hard card, with a real choice."""

    place = "note"
    BINDINGS = bindings(place)

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(note_of(self.now.card.content_note), "strong")
            yield text(_(DO_IT_OR_NOT), "gap-above")

    def on_mount(self) -> None:
        self.held.shown()

    def action_go_on(self) -> None:
        if self.held.read("enter"):
            self.send("agree")

    def action_skip(self) -> None:
        if self.held.read("4"):
            self.send("skip")

    def action_back(self) -> None:
        if self.held.first("left"):
            self.send("back")

    def action_stop(self) -> None:
        self.send(pages.Stopped(self.now))


class EndPage(TurnPage[pages.EndOfTurn]):
    """After the last card: still everything can be changed. No answer is on the screen."""

    place = "end"
    BINDINGS = bindings(place)
    answers = {"idea": "idea", "back": "back"}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(LAST_CARD), "strong")
            yield text(_("Press Enter to put your ballot in the box."), "gap-above")
            if self.now.idea.text:
                yield text(_("Your own idea goes in with it. I changes it."))
            else:
                yield text(_("A rule of your own, or better words for one? Press I. Only if you want."))
            yield text(
                _("To change something first, press ←. In the box nobody can change it, or see whose it is."),
                "quiet gap-above",
            )

    def on_mount(self) -> None:
        self.held.shown()

    def action_done(self) -> None:
        if self.held.read("enter"):
            self.send("done")

    def action_stop(self) -> None:
        self.send(pages.Stopped(self.now))


class StopPage(TurnPage[pages.StopTurn]):
    """Stop, at once and without a question: the cards are off the screen, and what happens to the answers is a free choice."""

    place = "stop"
    BINDINGS = bindings(place)
    answers = {"keep": "keep", "throw": "throw", "break": "break", "back": "back"}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(NOBODY_ASKS), "strong")
            for n, words in enumerate(ways_to_stop(self.now).values(), 1):
                yield text(f"{n}  {_(words)}", "gap-above" if n == 1 else "")
            yield text(_("Choose one before you leave the laptop. F2 shows who you can talk to."), "quiet gap-above")


class NothingToKeepPage(StopPage):
    """The same before any answer. 4 goes on here too, for a hand that knows the other page."""

    place = "stop-nothing"
    BINDINGS = bindings(place)


class SureToThrowPage(TurnPage[pages.SureToThrow]):
    """Before a person's own answers are thrown away: asked once, and no answer is on the screen.

    Another key than the one that brought it here says yes, so that a held or doubled key throws nothing away."""

    place = "throw"
    BINDINGS = bindings(place)
    answers = {"throw": True, "back": False}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(SURE_TO_THROW), "strong")
            yield text(_(ANSWERS_ARE_GONE), "gap-above")
