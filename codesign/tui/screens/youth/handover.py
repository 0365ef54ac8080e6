"""Between two people: a blank page but for whose turn it is and how many ballots are in the box."""

from collections.abc import Iterator
from importlib import import_module

from textual.widget import Widget

from codesign.course import pages
from codesign.course.around_turn import BALLOT_WAITS, CALL_FOR_IT, NOT_SAVED_YET, SAID_OF, WHOSE_TURN
from codesign.course.shared_words import box_words
from codesign.phrases import draft
from codesign.tui.keys import bindings
from codesign.tui.screens.page import PAINTED, Body, YouthPage, text
from codesign.words import _


def box_squares(count: int, expected: int) -> str:
    """The ballots in the box as squares, where they fit on a row."""
    return " ".join(["■"] * count + ["□"] * max(0, expected - count)) if max(count, expected) <= 16 else ""


def _ready_a_turn() -> None:
    """While the laptop is handed over: nobody waits at a card for what it is made of."""
    for module in ("before_and_stop", "card"):
        import_module(f"codesign.tui.screens.youth.{module}")


class HandOverPage(YouthPage[pages.HandOver]):
    """Whose turn is it?"""

    place = "hand-over"
    BINDINGS = bindings(place)
    answers = {"facilitator": "facilitator"}

    def body(self) -> Iterator[Widget]:
        page = self.page
        support = next(iter(self.program.around.help_now()), "")
        with Body(id="hand-over"):
            first, *more = SAID_OF[page.before] or ("",)
            if first:
                yield text(_(first), "saved-bar" if page.before == "saved" else "strong")
            for line in more:
                yield text(_(line), "strong" if page.before == "saved" else "quiet")
            yield text(_(WHOSE_TURN), "gap-above")
            yield text(_("When no one else can see the screen, press Enter."))
            yield text(box_squares(page.in_box, page.expected), "squares gap-above")
            yield text(box_words(page.in_box, page.expected), "quiet")
            if page.before == "saved" and support:
                yield text(_("Want to talk to someone? {who}. More: F2.", who=support), "quiet gap-above")
            yield text(f"{_('¿Español? Presiona F4.')} {draft()}".strip(), "quiet gap-above")

    def on_mount(self) -> None:
        self.held.shown()
        self.set_timer(PAINTED, _ready_a_turn)

    def action_start(self) -> None:
        if self.held.read("enter"):
            self.send("start")

    def action_colours(self) -> None:
        self.program.next_colours()


class SavingPage(YouthPage[pages.Saving]):
    """While the ballot is on its way to the disk. No answer is on the screen."""

    place = "saving"

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_("Saving ..."), "strong")


class NotSavedPage(YouthPage[pages.NotYetSaved]):
    """The disk refused. The sealed ballot is still in memory, and trying again counts nothing twice."""

    place = "not-saved"
    BINDINGS = bindings(place)
    answers = {"again": "again", "facilitator": "facilitator"}

    def body(self) -> Iterator[Widget]:
        with Body(classes="alert-box"):
            yield text(f"! {_(NOT_SAVED_YET)}", "alert")
            yield text(_(BALLOT_WAITS), "gap-above")
            yield text(self.page.reason, "gap-above")
            yield text(_(CALL_FOR_IT), "quiet gap-above")
