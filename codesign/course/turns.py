"""The youth side of a round: hand-over, a turn, its ballot into the box, hand-over. One person's answers live only here.

What it is handed of the session: the cards, how many ballots are in the box, and the two functions that seal and cast.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from codesign.content.picks import Pick
from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.kinds.base import SKIPPED
from codesign.core.turn import Turn
from codesign.core.turn_break import Break
from codesign.course import pages
from codesign.course.pages import Course, Hidden, Idle, Stopped
from codesign.course.shared_words import Before

Sealed = TypeVar("Sealed")


class Turns(Generic[Sealed]):
    """One turn after another, until the facilitator takes the laptop back."""

    def __init__(
        self,
        *,
        cards: Sequence[Card],
        picks: Mapping[str, Sequence[Pick]],
        audience: str,
        expected: int,
        second_vote: bool,
        in_box: Callable[[], int],
        seal: Callable[[Sequence[Ballot]], Sealed],
        cast: Callable[[Sealed], None],
    ) -> None:
        self.cards = cards
        """Those of the round."""
        self._picks = picks
        self._audience = audience
        self._expected = expected
        self._second_vote = second_vote
        self._in_box = in_box
        self._seal = seal
        self._cast = cast
        self._waiting: tuple[Sealed, int] | None = None
        """What is sealed, until it is on disk: the ballot of the last turn, or a stack, and then of how many papers."""
        self._reason = ""
        """Why the disk refused it; empty while that was not tried."""
        self._to_tear = 0
        self._break: Break | None = None
        """A turn that is covered, and waits."""

    @property
    def not_saved(self) -> bool:
        """The disk refused a sealed ballot, and it waits."""
        return self._waiting is not None

    @property
    def papers(self) -> int:
        """How many ballots of what waits were typed in from paper; 0 where it is a turn's."""
        return self._waiting[1] if self._waiting else 0

    @property
    def to_tear(self) -> int:
        """How many papers are in the box of which nobody was told yet to tear them up."""
        return self._to_tear

    @property
    def covered(self) -> Break | None:
        """A turn that is not ended and waits under its cover."""
        return self._break

    # What the facilitator does with either

    def give_up(self) -> None:
        """Let the waiting ballot go, knowingly."""
        self._waiting, self._reason = None, ""

    def put_in(self) -> None:
        """Put the covered turn into the box; nobody sees what is in it."""
        if self._break:
            self._waiting, self._break = (self._seal([self._break.unseen()]), 0), None

    def put_in_stack(self, stack: Sequence[Ballot]) -> None:
        """Put ballots into the box that were typed in from paper, all together."""
        self._waiting = self._seal(stack), len(stack)

    def told_to_tear(self) -> None:
        """Somebody was told to tear up the papers that are in the box."""
        self._to_tear = 0

    def throw_away(self) -> None:
        """Throw the covered turn away."""
        self._break = None

    def last_try(self) -> bool:
        """Cast what waits once more before the program ends; whether nothing is lost."""
        if self._waiting is not None:
            try:
                self._cast(self._waiting[0])
            except Exception:  # a disk that refuses, or the defect that ends the program and was told already
                return False
        self.give_up()
        return True

    # From person to person

    def until_called(self, before: Before = "") -> Course[None]:
        """Give the laptop to one person after another; returns when the facilitator is called.

        Nothing comes back from under a cover but the hand-over, or the page of a ballot or a turn that waits.
        """
        self._reason = ""
        while True:
            try:
                if self._waiting is not None:
                    if not (yield from self.saved()):
                        return
                    before = "saved"
                elif self._break:
                    after = yield from self._resumed(self._break)
                    if after is None:
                        return
                    before = after
                else:
                    page = pages.HandOver(before=before, in_box=self._in_box(), expected=self._expected)
                    if (yield page) == "facilitator":
                        return
                    before = yield from self._begin()
            except Hidden:
                before = ""

    def _begin(self) -> Course[Before]:
        page = pages.BeforeTurn(cards=len(self.cards), audience=self._audience, second_vote=self._second_vote)
        if not (yield page):
            return ""
        return (yield from self._take(Turn.begin(self.cards)))

    def _take(self, turn: Turn) -> Course[Before]:
        """From a card to what waits, or was let go; what the next hand-over says."""
        try:
            end = yield from one_turn(turn, self._picks)
        except Hidden:
            return "hidden"
        except Idle as idle:
            if idle.turn:  # also one without an answer: the room would learn which it was
                self._break = Break(idle.turn)
            return ""
        if isinstance(end, Break):
            self._break = end
        elif end is not None:  # sealed first: from here on nothing in memory can be read, whatever the disk does
            self._waiting = self._seal([end]), 0
        return ""  # whose answers are gone is told to nobody

    def _resumed(self, covered: Break) -> Course[Before | None]:
        """A covered turn from where it was left; None where the facilitator is called. Nothing that outlives it names it."""
        turn = yield from self._opened(covered)
        if turn is None:
            return None
        self._break = None
        return (yield from self._take(turn))

    def _opened(self, covered: Break) -> Course[Turn | None]:
        """A covered turn: the turn where its number was typed, None where the facilitator is called."""
        while True:
            said = yield pages.Covered(chosen=covered.chosen, tries=covered.tries)
            if said == "facilitator":
                return None
            if turn := covered.open(str(said)):
                return turn

    def saved(self) -> Course[bool]:
        """What waits is cast until it is on the disk; False where the facilitator is called before. Trying again never counts
        twice."""
        while self._waiting is not None:
            if self._reason and (yield pages.NotYetSaved(reason=self._reason)) == "facilitator":
                return False
            error = yield pages.Saving(do=self._cast_waiting)
            self._reason = str(error or "")
        return True

    def _cast_waiting(self) -> None:
        """What is on the disk waits no longer, even where nobody is there any more to hear of it."""
        if self._waiting is not None:
            sealed, papers = self._waiting
            self._cast(sealed)
            self._waiting = None
            self._to_tear += papers


def one_turn(turn: Turn, picks: Mapping[str, Sequence[Pick]]) -> Course[Ballot | Break | None]:
    """A turn, from where it is to a ballot; a break where it is covered first, and None where its person threw the answers
    away."""
    said: object = None
    while True:
        said = yield pages.OwnIdea(turn=turn) if said == "idea" else _page(turn, picks)
        if isinstance(said, Stopped):
            end = yield from _stopped(said.turn)
            if not isinstance(end, Turn):
                return end
            turn = end
        elif isinstance(said, Turn):
            turn = said
        elif said == "done":
            return turn.ballot()
        elif said == "agree":
            turn = turn.agree()
        elif said == "skip":
            turn = turn.answer(SKIPPED).next()
        elif said == "back":
            turn = turn.back()


def _page(turn: Turn, picks: Mapping[str, Sequence[Pick]]) -> pages.OfTurn:
    if turn.at_end:
        return pages.EndOfTurn(turn=turn)
    return pages.ContentNote(turn=turn) if turn.note_due else pages.OnCard(turn=turn, picks=picks)


def _stopped(turn: Turn) -> Course[Turn | Ballot | Break | None]:
    """Stop, at once and without a question why: the turn where the person goes on with it."""
    while True:
        said = yield pages.StopTurn(turn=turn)
        if said == "keep":
            return turn.ballot()
        if said == "throw":
            if not turn.answered or (yield pages.SureToThrow(turn=turn)):
                return None
            continue
        if said != "break":
            return turn
        if number := (yield pages.BreakNumber(turn=turn)):
            return Break(turn, str(number))
