"""The youth side of a session: hand-over, a turn, its ballot into the box, hand-over. One person's answers live only here.

What it is handed of the session: the cards, how many ballots are in the box, and the two functions that seal and cast.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from codesign.content.picks import Pick
from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import SKIPPED
from codesign.core.plan import Card
from codesign.core.turn import Turn
from codesign.core.turn_break import Break
from codesign.front import Before
from codesign.tui.app import CodesignApp, PageMaker
from codesign.tui.screens.over import MorePage
from codesign.tui.screens.youth.around import BeforeTurn, ContentNote, EndOfTurn, StopTurn, StopWithNothing
from codesign.tui.screens.youth.away import BreakNumber, BreakPage, LockedPage
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.screens.youth.handover import HandOver, NotSaved, Saving
from codesign.tui.screens.youth.idea import IdeaPage
from codesign.tui.screens.youth.throw import SureToThrow
from codesign.words import use

Sealed = TypeVar("Sealed")


class Turns(Generic[Sealed]):
    """One turn after another, until the facilitator takes the laptop back."""

    def __init__(
        self,
        app: CodesignApp,
        *,
        cards: Sequence[Card],
        picks: Mapping[str, Sequence[Pick]],
        audience: str,
        expected: int,
        second_vote: bool,
        in_box: Callable[[], int],
        seal: Callable[[Sequence[Ballot]], Sealed],
        cast: Callable[[Sealed], None],
        help_now: Callable[[], Sequence[str]],
        on_facilitator: Callable[[], None],
    ) -> None:
        self._app = app
        self._cards = cards
        self._picks = picks
        self._audience = audience
        self._expected = expected
        self._second_vote = second_vote
        self._in_box = in_box
        self._seal = seal
        self._cast = cast
        self._help_now = help_now
        self._call_facilitator = on_facilitator
        self._waiting: Sealed | None = None
        """The sealed ballot of the last turn, until it is on disk."""
        self._saving = False
        self._turn: Turn | None = None
        """The turn in hand, as it was when its page came; a card and an idea know it better."""
        self._break: Break | None = None
        """A turn that is covered, and waits."""
        self._reason = ""
        """Why the disk refused it; empty while it is on its way."""
        self._after_save: Callable[[], None] | None = None
        """Where to go once it is on disk, where that is not the hand-over."""

    # Between turns

    def hand_over(self, before: Before = "") -> None:
        """The next person finds nothing of the one before, not even the language they chose."""
        use(self._app.room_language)
        self._turn = self._break = None
        self._app.go(self._hand_over_page(before))

    def _hand_over_page(self, before: Before) -> PageMaker:
        return lambda: HandOver(
            before,
            self._in_box(),
            self._expected,
            self._app.held,
            support=next(iter(self._help_now()), ""),
            on_start=self._begin,
            on_facilitator=self._call_facilitator,
            on_colours=self._app.next_colours,
        )

    def after_hide(self) -> PageMaker:
        """What comes back after the cover: never a card. A ballot on its way, or refused by the disk, is not gone; nor is a
        turn that was covered already: else whoever passes by could throw it away with one key."""
        if self._saving:
            return Saving
        if self.not_saved:
            return self._not_saved_page()
        if self._break:
            return self._break_page(self._break)
        before: Before = "hidden" if self._turn else ""
        self._turn = None
        return self._hand_over_page(before)

    # A turn

    def _begin(self) -> None:
        self._app.go(
            lambda: BeforeTurn(
                len(self._cards),
                self._audience,
                self._help_now(),
                self._app.held,
                second_vote=self._second_vote,
                on_go=self._first_card,
                on_stop=self.hand_over,
            )
        )

    def _first_card(self) -> None:
        self._card(Turn.begin(self._cards))

    def _card(self, turn: Turn) -> None:
        """The turn's card, its content note where one is due, or the end."""
        self._turn = turn
        if turn.at_end:
            self._app.go(lambda: self._end_page(turn))
        elif turn.note_due:
            self._app.go(lambda: self._note_page(turn))
        else:
            self._app.go(lambda: self._card_page(turn))

    def _card_page(self, turn: Turn) -> CardPage:
        return CardPage(
            turn,
            self._picks,
            self._app.held,
            on_leave=self._card,
            on_stop=self._stop,
            on_more=self._more,
        )

    def _more(self, turn: Turn) -> None:
        card = turn.card  # and nothing else of the turn is kept for the page over it
        self._app.over(lambda: MorePage(card))

    def _note_page(self, turn: Turn) -> ContentNote:
        return ContentNote(
            turn.card.content_note,
            self._app.held,
            on_go=lambda: self._card(turn.agree()),
            on_skip=lambda: self._card(turn.answer(SKIPPED).next()),
            on_back=lambda: self._card(turn.back()),
            on_stop=lambda: self._stop(turn),
        )

    def _end_page(self, turn: Turn) -> EndOfTurn:
        return EndOfTurn(
            self._app.held,
            has_idea=bool(turn.idea.text),
            on_done=lambda: self._save(turn.ballot()),
            on_idea=lambda: self._app.go(lambda: IdeaPage(turn, self._app.held, on_done=self._card)),
            on_back=lambda: self._card(turn.back()),
            on_stop=lambda: self._stop(turn),
        )

    def _stop(self, turn: Turn) -> None:
        self._turn = turn
        page = StopTurn if turn.answered else StopWithNothing
        self._app.go(
            lambda: page(
                on_keep=lambda: self._save(turn.ballot()),
                on_throw=(lambda: self._sure_to_throw(turn)) if turn.answered else self.hand_over,
                on_break=lambda: self._take_break(turn),
                on_back=lambda: self._card(turn),
            )
        )

    def _sure_to_throw(self, turn: Turn) -> None:
        """Ask once. The hand-over after it is that of a session in which nobody sat down: whose answers are gone is told to
        nobody."""
        self._app.go(lambda: SureToThrow(on_throw=self.hand_over, on_back=lambda: self._stop(turn)))

    # A turn under cover

    def _take_break(self, turn: Turn) -> None:
        self._app.go(
            lambda: BreakNumber(
                self._app.held,
                on_number=lambda number: self._cover(Break(turn, number)),
                on_back=lambda: self._stop(turn),
            )
        )

    @property
    def is_open(self) -> bool:
        """A turn is in hand and not covered."""
        return self._turn is not None

    def idle(self) -> None:
        """Nobody pressed a key for a while: whatever page of a turn is open is covered. Where nothing was answered the turn
        just ends; a turn that is covered already is shown so, also from the facilitator's pages."""
        if self._break:
            self.show()
        elif self._turn:
            page = self._app.page
            turn = page.now if isinstance(page, CardPage | IdeaPage) else self._turn
            if turn.answered:
                self._cover(Break(turn))
            else:
                self.hand_over()

    def _cover(self, covered: Break) -> None:
        self._break, self._turn = covered, None
        self.show()

    def _break_page(self, covered: Break) -> PageMaker:
        if covered.locked:
            return lambda: LockedPage(tried=covered.chosen, on_facilitator=self._call_facilitator)
        return lambda: BreakPage(
            covered.tries, self._app.held, on_number=self._open_break, on_facilitator=self._call_facilitator
        )

    def _open_break(self, number: str) -> None:
        covered = self._break
        turn = covered.open(number) if covered else None
        if turn:
            self._break = None
            self._card(turn)
        else:
            self.show()

    @property
    def covered(self) -> Break | None:
        """A turn that is not ended and waits under its cover."""
        return self._break

    def put_in(self, then: Callable[[], None]) -> None:
        """The facilitator puts the covered turn into the box, and goes on to `then`; nobody sees what is in it."""
        if self._break:
            self._after_save = then
            self._save(self._break.unseen())

    def throw_away(self) -> None:
        """The facilitator throws the covered turn away."""
        self._turn = self._break = None

    def show(self) -> None:
        """What the youth side is at between two turns: a ballot that waits, a covered turn, or the hand-over."""
        if self.not_saved:
            self.save_again()
        elif self._break:
            self._app.go(self._break_page(self._break))
        else:
            self.hand_over()

    # Into the box

    def _save(self, ballot: Ballot) -> None:
        """Seal first: from here on nothing in memory can be read, whatever the disk does."""
        self._turn = self._break = None
        self._waiting = self._seal([ballot])
        self.save_again()

    def save_again(self) -> None:
        """Cast what is waiting. Trying again never counts twice."""
        if self._saving:
            return
        self._saving = True
        self._app.go(Saving)
        self._app.run_worker(self._cast_waiting())

    async def _cast_waiting(self) -> None:
        if self._waiting is None:
            return
        try:
            await asyncio.to_thread(self._cast, self._waiting)
        except CodesignError as error:
            self._saving, self._reason = False, str(error)
            self._app.go(self._not_saved_page())
            return
        self._saving, self._waiting, self._reason = False, None, ""
        then, self._after_save = self._after_save, None
        if then:
            then()
        else:
            self.hand_over("saved")

    def _not_saved_page(self) -> PageMaker:
        return lambda: NotSaved(self._reason, on_again=self.save_again, on_facilitator=self._call_facilitator)

    @property
    def not_saved(self) -> bool:
        """The disk refused a sealed ballot, and it waits."""
        return bool(self._reason)

    def give_up(self) -> None:
        """The facilitator lets the waiting ballot go, knowingly."""
        self._waiting, self._reason, self._after_save = None, "", None
