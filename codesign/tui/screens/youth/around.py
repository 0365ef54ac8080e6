"""The pages around the cards of a turn: before it, a content note, the end, and the ways to stop."""

from collections.abc import Callable, Iterator, Sequence

from textual.containers import VerticalScroll
from textual.widget import Widget

from codesign.course.at_a_card import note_of
from codesign.course.words import SECOND_VOTE, before_a_turn
from codesign.phrases import draft
from codesign.tui.held import Held
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body, YouthPage, text
from codesign.words import _, many


class BeforeTurn(YouthPage):
    """Before anything can be typed: who reads it and when, that it is no way to get help, and how to get help now."""

    place = "before"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = bindings(place)

    def __init__(
        self,
        cards: int,
        audience: str,
        help_now: Sequence[str],
        held: Held,
        *,
        second_vote: bool,
        on_go: Callable[[], None],
        on_stop: Callable[[], None],
    ) -> None:
        super().__init__()
        self._cards = cards
        self._audience = audience
        self._help_now = help_now
        self._held = held
        self._second_vote = second_vote
        self._call_go = on_go
        self._call_stop = on_stop

    def heading_left(self) -> str:
        return _("Before you start")

    def heading_right(self) -> str:
        return many("{n} card", "{n} cards", self._cards)

    def body(self) -> Iterator[Widget]:
        with VerticalScroll(classes="reading"):
            if draft():
                yield text(draft(), "quiet")
            if self._second_vote:
                yield text(_(SECOND_VOTE), "gap-above")
            for strong, lines in before_a_turn(self._audience):
                yield text(strong, "strong gap-above")
                yield from map(text, lines)
            for line in self._help_now:
                yield text(line, "help-now")
            yield text(_("F2 opens this any time. F9 hides the screen. F1: who sees what."), "quiet")

    def on_mount(self) -> None:
        self._held.shown()

    def action_go_on(self) -> None:
        """On a small screen Enter reads on first: nobody comes to the cards without the last line having been there."""
        if not self._held.read("enter"):
            return
        reading = self.query_one(VerticalScroll)
        if reading.scroll_y < reading.max_scroll_y:
            reading.scroll_page_down(animate=False)
            self._held.shown()
        else:
            self._call_go()

    def action_stop(self) -> None:
        self._call_stop()


class ContentNote(YouthPage):
    """One calm line before a hard card, with a real choice."""

    place = "note"
    BINDINGS = bindings(place)

    def __init__(
        self,
        about: str,
        held: Held,
        *,
        on_go: Callable[[], None],
        on_skip: Callable[[], None],
        on_back: Callable[[], None],
        on_stop: Callable[[], None],
    ) -> None:
        super().__init__()
        self._about = about
        self._held = held
        self._call_go = on_go
        self._call_skip = on_skip
        self._call_back = on_back
        self._call_stop = on_stop

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(note_of(self._about), "strong")
            yield text(_("Do it, skip it, or take a break?"), "gap-above")

    def on_mount(self) -> None:
        self._held.shown()

    def action_go_on(self) -> None:
        if self._held.read("enter"):
            self._call_go()

    def action_skip(self) -> None:
        if self._held.read("4"):
            self._call_skip()

    def action_back(self) -> None:
        if self._held.first("left"):
            self._call_back()

    def action_stop(self) -> None:
        self._call_stop()


class EndOfTurn(YouthPage):
    """After the last card: still everything can be changed. No answer is on the screen."""

    place = "end"
    BINDINGS = bindings(place)

    def __init__(
        self,
        held: Held,
        *,
        has_idea: bool,
        on_done: Callable[[], None],
        on_idea: Callable[[], None],
        on_back: Callable[[], None],
        on_stop: Callable[[], None],
    ) -> None:
        super().__init__()
        self._held = held
        self._has_idea = has_idea
        self._call_idea = on_idea
        self._call_done = on_done
        self._call_back = on_back
        self._call_stop = on_stop

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_("That was the last card."), "strong")
            yield text(_("Press Enter to put your ballot in the box."), "gap-above")
            if self._has_idea:
                yield text(_("Your own idea goes in with it. I changes it."))
            else:
                yield text(_("A rule of your own, or better words for one? Press I. Only if you want."))
            yield text(
                _("To change something first, press ←. In the box, nobody can see or change it, not even you."),
                "quiet gap-above",
            )

    def on_mount(self) -> None:
        self._held.shown()

    def action_done(self) -> None:
        if self._held.read("enter"):
            self._call_done()

    def action_idea(self) -> None:
        self._call_idea()

    def action_back(self) -> None:
        self._call_back()

    def action_stop(self) -> None:
        self._call_stop()


class StopTurn(YouthPage):
    """Stop, at once and without a question: the cards are off the screen, and what happens to the answers is a free choice."""

    place = "stop"
    BINDINGS = bindings(place)

    def __init__(
        self,
        *,
        on_keep: Callable[[], None],
        on_throw: Callable[[], None],
        on_break: Callable[[], None],
        on_back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._call_break = on_break
        self._call_keep = on_keep
        self._call_throw = on_throw
        self._call_back = on_back

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_("Take a break, or stop here. Nobody asks why."), "strong")
            yield from self._choices()
            yield text(_("Choose one before you leave the laptop. F2 shows who you can talk to."), "quiet gap-above")

    def _choices(self) -> Iterator[Widget]:
        yield text(_("1  Keep what I answered. The rest stays open."), "gap-above")
        yield text(_("2  Throw my answers away."))
        yield text(_("3  Take a break. My cards are covered, and only I can open them."))
        yield text(_("4  Go on with my cards."))

    def action_keep(self) -> None:
        self._call_keep()

    def action_throw(self) -> None:
        self._call_throw()

    def action_break(self) -> None:
        self._call_break()

    def action_back(self) -> None:
        self._call_back()


class StopWithNothing(StopTurn):
    """The same before any answer. There is nothing to keep: such a turn would count as a person and say nothing.

    3 and 4 go on here too, for a hand that knows the other page: there is nothing to cover."""

    place = "stop-nothing"
    BINDINGS = bindings(place)

    def _choices(self) -> Iterator[Widget]:
        yield text(_("1  Stop. Nothing was answered, so nothing is kept."), "gap-above")
        yield text(_("2  Go on with my cards."))

    def action_break(self) -> None:
        self._call_back()
