"""While a round is open: the facilitator's menu between two turns, and the two steps that end the round."""

from collections.abc import Callable
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
from codesign.tui.app import CodesignApp
from codesign.tui.home import Rows
from codesign.tui.screens.facilitator.menus import SessionPage
from codesign.tui.screens.facilitator.notices import ProblemPage, SurePage
from codesign.tui.widgets.menu import Item
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession, Sealed
    from codesign.tui.turns import Turns


class Between:
    """What the facilitator can do with an open round."""

    def __init__(
        self,
        app: CodesignApp,
        opened: "OpenSession",
        turns: "Turns[Sealed] | None",
        *,
        on_vote: Callable[[], None],
        on_session: Callable[[], None],
        on_home: Callable[[], None],
    ) -> None:
        """`on_session` shows where the session is now: this menu, or the result once the round is closed."""
        self._app = app
        self._opened = opened
        self._turns = turns
        self._call_vote = on_vote
        self._call_session = on_session
        self._call_home = on_home

    def menu(self) -> None:
        session = self._opened.session
        count = session.in_box or 0
        alerts = []
        if not self._opened.has_key:
            alerts.append(_("The key of this round is not on this laptop, so its ballots can't be opened here."))
        elif self._turns and self._turns.covered:
            alerts.append(_("One turn is covered and not ended. First say what becomes of it."))
        elif not (self._turns and self._turns.not_saved) and (warning := warning_of_the_box(count)):
            alerts.append(warning)
        self._app.go(
            lambda: SessionPage(
                session.setup.title,
                self._items(),
                right=_("Voting"),
                lines=[
                    box_words(count, session.setup.expected),
                    _("Comments are read right after the round, before anyone leaves."),
                ],
                alerts=alerts,
            )
        )

    def _items(self) -> Rows:
        if self._turns and self._turns.not_saved:
            about = _("One ballot is sealed and not on the disk yet.")
            lost = _(BALLOT_IS_LOST)
            return [
                (Item("again", _("Save the waiting ballot again"), about), self._turns.save_again),
                (Item("give-up", _("Give the waiting ballot up"), lost), self._sure_give_up),
            ]
        if self._turns and self._turns.covered:
            counts = _("Its answers count as they are. You don't see them. The other cards stay open.")
            gone = _(TURN_IS_GONE)
            wait = (Item("wait", _("Leave it covered"), _("It opens with its own number.")), self._turns.show)
            return [
                (Item("put-in", _("Put it in the box unseen"), counts), self._put_in),
                (Item("throw", _("Throw it away"), gone), self._sure_throw),
                *([] if self._turns.covered.locked else [wait]),
            ]
        drop = (Item("drop", _("Drop the round"), _("Throw the ballots away, uncounted.")), self._sure_drop)
        if not self._opened.has_key:
            home = _("Open this record on the laptop where the votes were cast, and close the round there.")
            return [(Item("pause", _("Leave it as it is"), home), self._call_home), drop]
        close = (Item("close", _("Close the round"), _("Count, and show the room what it said. For good.")), self._sure_close)
        return [
            (Item("vote", _("Next person"), _("Turn the laptop to the wall and pass it on.")), self._call_vote),
            *([close] if may_close(self._opened.session.in_box or 0) else []),
            (Item("pause", _("Pause and go home"), _("Every ballot in the box is safe. Go on any time.")), self._call_home),
            drop,
        ]

    def _put_in(self) -> None:
        """Back to the menu, as after throwing it away: the next person learns nothing of which it was."""
        if self._turns:
            self._turns.put_in(self._call_session)

    def _sure_throw(self) -> None:
        self._sure(_(SURE_TO_THROW_TURN), [_(TURN_IS_GONE)], self._throw_away)

    def _throw_away(self) -> None:
        if self._turns:
            self._turns.throw_away()
        self._call_session()

    def _sure_give_up(self) -> None:
        self._sure(_(SURE_TO_GIVE_UP), [_(BALLOT_IS_LOST)], self._give_up)

    def _give_up(self) -> None:
        if self._turns:
            self._turns.give_up()
        self._call_session()

    # The end of the round

    def _sure(self, question: str, lines: list[str], on_yes: Callable[[], None]) -> None:
        self._app.go(lambda: SurePage(question, lines, on_yes=on_yes, on_back=self._call_session))

    def _problem(self, title: str, error: CodesignError, then: Callable[[], None]) -> None:
        sentence = str(error)
        self._app.go(lambda: ProblemPage(title, sentence, on_go=then))

    def _sure_close(self) -> None:
        lines = what_closing_does(self._opened.session.in_box or 0)
        self._sure(_("Close the round?"), lines, self._close)

    def _close(self, *, without_broken: bool = False) -> None:
        try:
            self._opened.close_round(without_broken=without_broken)
        except BrokenRows as error:
            lines = [str(error), _("Closing without them counts all the others. The summary will say how many are missing.")]
            self._sure(_("Close the round without them?"), lines, lambda: self._close(without_broken=True))
            return
        except CodesignError as error:
            if self._opened.session.step == "voting":
                self._problem(_("The round is still open"), error, self._call_session)
            else:  # counted, but its key could not be destroyed: no result before that is done
                self._problem(_("The round is closed, but not cleaned up"), error, self._close)
            return
        self._call_session()

    def _sure_drop(self) -> None:
        lines = [_("The ballots are thrown away and nothing is counted. This can't be taken back.")]
        self._sure(_("Drop the round?"), lines, self._drop)

    def _drop(self) -> None:
        try:
            self._opened.drop_round()
        except CodesignError as error:
            self._problem(_("The round was not dropped"), error, self._call_session)
            return
        self._call_home()
