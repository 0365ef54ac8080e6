"""An unfinished turn while nobody sits at it: the number of a break, and the pages that cover its answers."""

from collections.abc import Iterator
from typing import TypeVar

from textual import events
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from codesign.core.turn_break import DIGITS, is_number
from codesign.course import pages
from codesign.course.around_turn import IS_COVERED, ON_A_BREAK, STAYS_COVERED, wrong_number
from codesign.tui.keys import bindings, typed
from codesign.tui.screens.page import Body, TurnPage, YouthPage, text
from codesign.words import _

P = TypeVar("P", bound=pages.Page)


class _Number(YouthPage[P]):
    """A page on which a number of three digits is typed. It is kept nowhere but in the break."""

    number: var[str] = var("", init=False)

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield from self._above()
            yield Static(self._digits(), id="number", classes="gap-above strong", markup=False)
            yield from self._below()

    def _above(self) -> Iterator[Widget]:
        yield from ()

    def _below(self) -> Iterator[Widget]:
        yield from ()

    def _shown(self, digit: str) -> str:
        return digit

    def _digits(self) -> Content:
        places = [self._shown(digit) for digit in self.number] + ["_"] * (DIGITS - len(self.number))
        return Content("  ".join(places))

    def watch_number(self) -> None:
        self.query_one("#number", Static).update(self._digits())

    def on_key(self, event: events.Key) -> None:
        digit = typed(event)
        if is_number(digit * DIGITS) and self.held.first(digit) and len(self.number) < DIGITS:
            self.number += digit

    def on_unmount(self) -> None:
        """Textual holds on to a page for a while after it has gone; its number is not to be there."""
        self.set_reactive(_Number.number, "")

    def action_rub_out(self) -> None:
        self.number = self.number[:-1]

    def action_done(self) -> None:
        if self.held.first("enter") and is_number(self.number):
            self.send(self.number)


class BreakNumberPage(_Number[pages.BreakNumber], TurnPage[pages.BreakNumber]):
    """Before a break: the number that opens the cards again. It is shown, so that no slip locks anybody out."""

    place = "break-number"
    BINDINGS = bindings(place)
    answers = {"back": None}

    def _above(self) -> Iterator[Widget]:
        yield text(_("Take a break. Pick a number of three digits."), "strong")
        yield text(_("Only this number opens your cards again. Tell it to nobody."), "gap-above")

    def _below(self) -> Iterator[Widget]:
        yield text(_("Then press Enter. It is kept until you are back, and nowhere on the disk."), "quiet gap-above")


class BreakPage(_Number[pages.Covered]):
    """Over a turn on a break. No answer is on the screen, and no digit of what is typed."""

    place = "break"
    BINDINGS = bindings(place)
    answers = {"facilitator": "facilitator"}

    def _above(self) -> Iterator[Widget]:
        yield text(_(ON_A_BREAK), "strong")
        yield text(_("Is it you? Type your number, then press Enter."), "gap-above")

    def _below(self) -> Iterator[Widget]:
        if wrong := wrong_number(self.page.tries):
            yield text(wrong, "alert gap-above")
        yield text(_("Forgot it? Call the facilitator. They never see an answer."), "quiet gap-above")

    def _shown(self, digit: str) -> str:
        return "●"


class LockedPage(YouthPage[pages.Covered]):
    """Over a turn that no number opens: its person walked off, or three numbers were wrong."""

    place = "locked"
    BINDINGS = bindings(place)
    answers = {"facilitator": "facilitator"}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            if self.page.chosen:
                yield text(_(STAYS_COVERED), "strong")
            else:
                yield text(_("No key was pressed for three minutes, so this turn is covered."), "strong")
            safe, yours = IS_COVERED
            yield text(_(safe), "gap-above")
            yield text(_(yours))
            yield text(
                _("They can put it in the box as it is, or throw it away so that you can begin again. They see no answer."),
                "quiet gap-above",
            )
