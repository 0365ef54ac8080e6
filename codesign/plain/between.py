"""While a round is open: the facilitator's menu between two turns, and the two steps that end the round."""

from typing import TYPE_CHECKING

from codesign.box import (
    BALLOT_IS_LOST,
    SURE_TO_GIVE_UP,
    SURE_TO_THROW_TURN,
    TURN_IS_GONE,
    may_close,
    warning_of_the_box,
    what_closing_does,
)
from codesign.core.errors import BrokenRows, CodesignError
from codesign.front import box_words
from codesign.plain.console import Console
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession, Sealed
    from codesign.plain.turns import Turns


class Between:
    """What the facilitator can do with an open round. Each step returns the name of the next page of the course."""

    def __init__(self, console: Console, opened: "OpenSession", turns: "Turns[Sealed] | None") -> None:
        self._console = console
        self._opened = opened
        self._turns = turns

    def menu(self) -> str:
        session = self._opened.session
        count = session.in_box or 0
        self._console.page(
            _("{title}. Voting.", title=session.setup.title),
            f"{box_words(count, session.setup.expected)}.",
            _("Comments are read right after the round, before anyone leaves."),
        )
        if not self._opened.has_key:
            self._console.say(_("The key of this round is not on this laptop, so its ballots can't be opened here."))
        elif self._turns and self._turns.covered:
            self._console.say(_("One turn is covered and not ended. First say what becomes of it."))
        elif not (self._turns and self._turns.not_saved) and (warning := warning_of_the_box(count)):
            self._console.say(warning)
        steps = self._steps()
        chosen = self._console.choose([(title, about) for title, about, _step in steps])
        step = steps[int(chosen) - 1][2]
        return self._do(step)

    def _steps(self) -> list[tuple[str, str, str]]:
        """Rows of (title, about, step). Another way to go on with the session would be one more row."""
        if self._turns and self._turns.not_saved:
            return [
                (_("Save the waiting ballot again"), _("One ballot is sealed and not on the disk yet."), "again"),
                (_("Give the waiting ballot up"), _(BALLOT_IS_LOST), "give up"),
            ]
        if self._turns and self._turns.covered:
            counts = _("Its answers count as they are. You don't see them. The other cards stay open.")
            gone = _(TURN_IS_GONE)
            wait = (_("Leave it covered"), _("It opens with its own number."), "vote")
            return [
                (_("Put it in the box unseen"), counts, "put in"),
                (_("Throw it away"), gone, "throw away"),
                *([] if self._turns.covered.locked else [wait]),
            ]
        drop = (_("Drop the round"), _("Throw the ballots away, uncounted."), "drop")
        if not self._opened.has_key:
            home = _("Open this record on the laptop where the votes were cast, and close the round there.")
            return [(_("Leave it as it is"), home, "home"), drop]
        close = (_("Close the round"), _("Count, and show the room what it said. For good."), "close")
        return [
            (_("Next person"), _("Turn the laptop to the wall and pass it on."), "vote"),
            *([close] if may_close(self._opened.session.in_box or 0) else []),
            (_("Pause and go home"), _("Every ballot in the box is safe. Go on any time."), "home"),
            drop,
        ]

    def _do(self, step: str) -> str:
        if step == "close":
            return self._close() if self._sure_to_close() else "menu"
        if step == "drop":
            return self._drop()
        if step == "again" and self._turns:
            return "saved" if self._turns.save_again() else "vote"
        if step == "put in" and self._turns:
            # the menu either way: the next person learns nothing of what became of the turn
            return "menu" if self._turns.put_in() else "vote"
        if step == "throw away" and self._turns:
            if self._sure(SURE_TO_THROW_TURN, TURN_IS_GONE):
                self._turns.throw_away()
            return "menu"
        if step == "give up" and self._turns:
            if self._sure(SURE_TO_GIVE_UP, BALLOT_IS_LOST):
                self._turns.give_up()
            return "menu"
        return step

    def _sure(self, question: str, about: str) -> bool:
        self._console.page(_(question), _(about))
        return self._console.sure(_("Type yes to do it, or press Enter to go back:"))

    # The end of the round

    def _sure_to_close(self) -> bool:
        self._console.page(_("Close the round?"), *what_closing_does(self._opened.session.in_box or 0))
        return self._console.sure(_("Type yes to close it, or press Enter to go back:"))

    def _close(self, *, without_broken: bool = False) -> str:
        while True:
            try:
                self._opened.close_round(without_broken=without_broken)
                return "talk"
            except BrokenRows as error:
                self._console.page(_("Close the round without them?"), str(error))
                self._console.say(_("Closing without them counts all the others. The summary will say how many are missing."))
                if not self._console.sure(_("Type yes to close it without them, or press Enter to go back:")):
                    return "menu"
                without_broken = True
            except CodesignError as error:
                if self._opened.session.step == "voting":
                    raise
                # counted, but its key could not be destroyed: no result before that is done
                self._console.page(_("The round is closed, but not cleaned up."), str(error))
                self._console.wait(_("Press Enter to try again."))

    def _drop(self) -> str:
        self._console.page(
            _("Drop the round?"), _("The ballots are thrown away and nothing is counted. This can't be taken back.")
        )
        if not self._console.sure(_("Type yes to drop the round, or press Enter to go back:")):
            return "menu"
        self._opened.drop_round()
        return "home"
