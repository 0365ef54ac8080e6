"""Between two people: a blank page but for whose turn it is and how many ballots are in the box."""

from collections.abc import Callable, Iterator

from textual.widget import Widget

from codesign.course.words import SECOND_VOTE, Before, box_words
from codesign.phrases import draft
from codesign.tui.held import Held
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body, YouthPage, text
from codesign.washed import wash
from codesign.words import _

_PAINTED = 0.25
"""Seconds after which the page stands and the one before it is let go; its own Enter counts only later."""


def box_squares(count: int, expected: int) -> str:
    """The ballots in the box as squares, where they fit on a row."""
    return " ".join(["■"] * count + ["□"] * max(0, expected - count)) if max(count, expected) <= 16 else ""


class HandOver(YouthPage):
    """Whose turn is it?"""

    place = "hand-over"
    BINDINGS = bindings(place)

    def __init__(
        self,
        before: Before,
        in_box: int,
        expected: int,
        held: Held,
        *,
        support: str,
        on_start: Callable[[], None],
        on_facilitator: Callable[[], None],
        on_colours: Callable[[], None],
    ) -> None:
        super().__init__()
        self._before = before
        self._in_box = in_box
        self._expected = expected
        self._held = held
        self._support = support
        self._call_start = on_start
        self._call_facilitator = on_facilitator
        self._call_colours = on_colours

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            if self._before == "saved":
                yield text(_("Saved."), "saved-bar")
                yield text(_("Pass the laptop on."), "strong")
            elif self._before == "hidden":
                yield text(_("The screen was hidden. The answers so far are gone, and your turn can be taken again."), "strong")
            elif self._before == "resumed":
                yield text(_("The session goes on. Every ballot in the box is safe."), "strong")
                yield text(_("A turn that showed “Saved.” is in. One that did not can be taken again."), "quiet")
            elif self._before == "again":
                yield text(_(SECOND_VOTE), "strong")
            yield text(_("Whose turn is it?"), "gap-above")
            yield text(_("When no one else can see the screen, press Enter."))
            yield text(box_squares(self._in_box, self._expected), "squares gap-above")
            yield text(box_words(self._in_box, self._expected), "quiet")
            if self._before == "saved" and self._support:
                yield text(_("Want to talk to someone? {who}. More: F2.", who=self._support), "quiet gap-above")
            yield text(f"{_('¿Español? Presiona F4.')} {draft()}".strip(), "quiet gap-above")

    def on_mount(self) -> None:
        self._held.shown()
        self.set_timer(_PAINTED, wash)

    def action_start(self) -> None:
        if self._held.read("enter"):
            self._call_start()

    def action_facilitator(self) -> None:
        self._call_facilitator()

    def action_colours(self) -> None:
        self._call_colours()


class Saving(YouthPage):
    """While the ballot is on its way to the disk. No answer is on the screen."""

    place = "saving"

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_("Saving ..."), "strong")


class NotSaved(YouthPage):
    """The disk refused. The sealed ballot is still in memory, and trying again counts nothing twice."""

    place = "not-saved"
    BINDINGS = bindings(place)

    def __init__(self, reason: str, *, on_again: Callable[[], None], on_facilitator: Callable[[], None]) -> None:
        super().__init__()
        self._reason = reason
        self._call_again = on_again
        self._call_facilitator = on_facilitator

    def body(self) -> Iterator[Widget]:
        with Body(classes="alert-box"):
            yield text(_("! Not saved yet"), "alert")
            yield text(_("Your ballot is still here, sealed, and every ballot before it is safe."), "gap-above")
            yield text(self._reason, "gap-above")
            yield text(_("Please call the facilitator. You did nothing wrong."), "quiet gap-above")

    def action_again(self) -> None:
        self._call_again()

    def action_facilitator(self) -> None:
        self._call_facilitator()
