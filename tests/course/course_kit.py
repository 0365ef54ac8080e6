"""A course without a view: what it asks is looked at, and answered, as a value."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from turns_kit import turns_on

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.core.turn import Turn
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.home import Home
from codesign.course.pages import Course, Hidden, Idle, Page
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession

P = TypeVar("P", bound=Page)
CODE = "135790"
CARDS = tuple(Card(id=f"R-{n}", kind="scale", rule=f"A rule {n}") for n in (1, 2))


class Played:
    """A course, the page that it is at, and how it ended."""

    def __init__(self, course: Course[Any]) -> None:
        self._course = course
        self.page: Page | None = None
        self.end: object = None
        self.asked: list[str] = []
        """The kinds of all pages so far."""
        self._step(lambda: self._course.send(None))

    def _step(self, step: Callable[[], Page]) -> None:
        try:
            self.page = step()
            self.asked.append(type(self.page).__name__)
        except StopIteration as end:
            self.page, self.end = None, end.value

    def say(self, *answers: object) -> "Played":
        """Answer the page, and those after it. An answer may be made from the page it answers."""
        for answer in answers:
            self._step(lambda said=answer: self._course.send(said(self.page) if callable(said) else said))  # type: ignore[misc]
        return self

    def hide(self) -> "Played":
        self._step(lambda: self._course.throw(Hidden()))
        return self

    def walk_off(self, turn: Turn | None = None) -> "Played":
        """Nobody is there any more, at a turn that stands like this."""
        self._step(lambda: self._course.throw(Idle(turn)))
        return self

    def leave(self) -> None:
        self._course.close()

    def at(self, kind: type[P]) -> P:
        """The page, which must be of this kind."""
        assert isinstance(self.page, kind), f"{self.page}, not a {kind.__name__}"
        return self.page


def save(page: pages.Saving) -> Exception | None:
    """What a view answers to a page that saves."""
    from codesign.core.errors import CodesignError

    try:
        page.do()
    except CodesignError as error:
        return error
    return None


def answered(place: int = 0) -> Callable[[pages.OnCard], Turn]:
    """The answer to a card: the option at this place, on every card that is left."""

    def all_of_them(page: pages.OnCard) -> Turn:
        turn = page.turn
        while not turn.at_end:
            kind = kind_of(turn.card)
            for code in kind.named(kind.answers(turn.card)[place]):
                turn = turn.answer(code)
            turn = turn.next()
        return turn

    return all_of_them


TURN = ("start", True, answered(), "done", save)
"""A whole turn from the hand-over into the box."""


class Seat:
    """Turns on a box that is a list."""

    def __init__(self, cards: Sequence[Card] = CARDS) -> None:
        self.box: list[Ballot] = []
        self.refuses: Exception | None = None
        self.turns = turns_on(self.box, cards, self._cast)
        self.play = Played(self.turns.until_called())

    def _cast(self, sealed: Sequence[Ballot]) -> None:
        if self.refuses:
            raise self.refuses
        self.box.extend(sealed)

    def again(self) -> None:
        """The facilitator gives the laptop on once more."""
        self.play = Played(self.turns.until_called())


def no_demo() -> tuple[OpenSession, Path]:
    raise AssertionError("nobody asked for a demo")


def at_home(engine: Engine, **how: Any) -> Played:
    """The whole course, from home or from what stands before it."""
    return Played(Home(engine, Around(engine), no_demo).run(**how))


def at_step(engine: Engine, record: Path) -> Played:
    """A record that is gone on with, at the step it is in."""
    play = at_home(engine, record=record).say(CODE)
    assert play.at(pages.Menu).place == "step"
    return play


def begun(engine: Engine, plan: Plan, setup: Setup, people: int = 7) -> Path:
    """A record with an open round, so many ballots in its box, and a code."""
    with engine.start(plan, setup, Thresholds(), ballots=made_up_ballots(plan.cards, people)) as opened:
        opened.code.set(CODE)
        return opened.path
