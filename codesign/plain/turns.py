"""The youth side of a session: hand-over, a turn, its ballot into the box, hand-over. One person's answers live only here.

What it is handed of the session: the cards, how many ballots are in the box, and the two functions that seal and cast.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.turn import Turn
from codesign.core.turn_break import Break
from codesign.front import SECOND_VOTE, Before, box_words
from codesign.plain.console import Console, Hidden, word
from codesign.plain.talk import Talk
from codesign.plain.turn import OneTurn
from codesign.washed import wash
from codesign.words import _, many

Sealed = TypeVar("Sealed")


class Turns(Generic[Sealed]):
    """One turn after another, until somebody calls the facilitator."""

    def __init__(
        self,
        console: Console,
        new_turn: Callable[[], OneTurn],
        talk: Talk,
        *,
        expected: int,
        in_box: Callable[[], int],
        seal: Callable[[Sequence[Ballot]], Sealed],
        cast: Callable[[Sealed], None],
    ) -> None:
        self._console = console
        self._new_turn = new_turn
        self._talk = talk
        self._expected = expected
        self._in_box = in_box
        self._seal = seal
        self._cast = cast
        self._waiting: Sealed | None = None
        """The sealed ballot of the last turn, until it is on disk."""
        self._reason = ""
        """Why the disk refused it."""
        self._in_turn = False
        self._break: Break | None = None
        """A turn that is covered, and waits."""

    @property
    def covered(self) -> Break | None:
        """A turn that is not ended and waits under its cover."""
        return self._break

    @property
    def not_saved(self) -> bool:
        """The disk refused a sealed ballot, and it waits."""
        return self._waiting is not None

    def until_called(self, before: Before) -> None:
        """Give the laptop to one person after another; returns when the facilitator is called."""
        while True:
            try:
                if self.not_saved:
                    if self._not_saved():
                        return
                    before = "saved"
                if self._break:
                    turn = self._opened_break(self._break)
                    if turn is None:
                        return
                    self._break = None
                    before = self._go_on(self._new_turn(), turn)
                    continue
                if self._hand_over(before):
                    return
                before = self._turn()
            except Hidden:
                before = "hidden" if self._in_turn else ""
                self._in_turn = False
                self._console.hide()

    def _hand_over(self, before: Before) -> bool:
        """Between two people: a clean page. Whether the facilitator is called; else the next person begins."""
        lines = {
            "": [],
            "saved": [_("Saved."), _("Pass the laptop on.")],
            "hidden": [_("The screen was hidden. The answers so far are gone, and your turn can be taken again.")],
            "again": [_(SECOND_VOTE)],
            "resumed": [
                _("The session goes on. Every ballot in the box is safe."),
                _("A turn that showed “Saved.” is in. One that did not can be taken again."),
            ],
        }[before]
        self._console.page(*lines, _("Whose turn is it?"), f"{box_words(self._in_box(), self._expected)}.")
        wash()
        if before == "saved" and self._talk.support:
            who, reach, _what = self._talk.support[0]
            self._console.say(_("Want to talk to someone? {who}. More: s.", who=f"{who}: {reach}"))
        while True:
            question = _("When no one else can see the screen, press Enter; s for support, f for the facilitator:")
            said = word(self._console.ask(question))
            if said in ("", "f"):
                return said == "f"
            if not self._talk.told(said):
                self._console.say(_("That was not understood. Press Enter to begin your turn."))

    def _turn(self) -> Before:
        turn = self._new_turn()
        if not turn.before():
            return ""
        return self._go_on(turn)

    def _go_on(self, person: OneTurn, turn: Turn | None = None) -> Before:
        """From the first card, or from where a break was opened, to the next hand-over."""
        self._in_turn = True
        ballot = person.take(turn)
        self._console.clear()
        if not isinstance(ballot, Ballot):
            self._in_turn = False
            self._break = ballot
            return ""  # whose answers are gone is told to nobody
        return self._put(ballot)

    def _put(self, ballot: Ballot) -> Before:
        # Sealed first: from here on nothing in memory can be read, whatever the disk does.
        self._waiting = self._seal([ballot])
        self._in_turn = False
        return "saved" if self.save_again() else ""

    def _opened_break(self, covered: Break) -> Turn | None:
        """A covered turn: the turn where its number was typed, None where the facilitator is called."""
        title = _("Somebody is taking a break. Their answers are safe and covered.")
        if not covered.chosen:
            title = _("No line was typed for a while, so this turn is covered.")
        self._console.page(title)
        while not covered.locked:
            said = word(self._console.secret(_("Is it you? Type your number; s for support, f for the facilitator:")))
            if said == "f":
                return None
            if not said or self._talk.told(said):
                continue
            if turn := covered.open(said):
                return turn
            if not covered.locked:
                left = covered.tries
                self._console.say(
                    many("! That is not the number. {n} more try.", "! That is not the number. {n} more tries.", left)
                )
        if covered.chosen:
            self._console.page(_("Three numbers were wrong, so this turn stays covered."))
        self._console.say(
            _("Its answers are safe, and nobody can see them."),
            _("Is it yours? You did nothing wrong. Please call the facilitator."),
        )
        while True:
            said = word(self._console.ask(_("Type f for the facilitator, s for support:")))
            if said == "f":
                return None
            self._talk.told(said)

    def put_in(self) -> bool:
        """The facilitator puts the covered turn into the box unseen; whether it is on the disk."""
        covered, self._break = self._break, None
        return covered is not None and self._put(covered.unseen()) == "saved"

    def throw_away(self) -> None:
        """The facilitator throws the covered turn away."""
        self._break = None

    def save_again(self) -> bool:
        """Cast what is waiting; whether it is on the disk now. Trying again never counts twice."""
        if self._waiting is not None:
            try:
                self._cast(self._waiting)
            except CodesignError as error:
                self._reason = str(error)
                return False
        self._waiting, self._reason = None, ""
        return True

    def give_up(self) -> None:
        """The facilitator lets the waiting ballot go, knowingly."""
        self._waiting, self._reason = None, ""

    def _not_saved(self) -> bool:
        """The disk refused. Whether the facilitator is called; else the ballot was saved by another try."""
        while True:
            self._console.page(
                _("Not saved yet."),
                _("Your ballot is still here, sealed, and every ballot before it is safe."),
                self._reason,
                _("Please call the facilitator. You did nothing wrong."),
            )
            said = word(self._console.ask(_("Type r to save it again, f for the facilitator, s for support:")))
            if said == "f":
                return True
            if said == "r" and self.save_again():
                return False
            if self._talk.told(said):
                self._console.wait(_("Press Enter to go back."))
