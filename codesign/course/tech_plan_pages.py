"""How the pages of a tech plan are asked: in the language in use, covered where nobody is there, and with nothing kept.

All that was said hangs on one object, which is emptied at the end: whatever a view still holds of a page leads to nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.tech_plan import TechPlan
from codesign.core.text import NAME_LIMIT
from codesign.course.code import CodeAsRead, passed_again
from codesign.course.fields import Day
from codesign.course.pages import Course, Idle, Menu, MenuChoice, Question, Spoken, Sure
from codesign.phrases import day
from codesign.phrases.tech_plan import MY_TECH_PLAN
from codesign.words import OWN, _, language, speaking

if TYPE_CHECKING:
    from codesign.engine import Engine

T = TypeVar("T")
PAGES = 6
A_LINE = 240
"""Letters of a line: more would not fit the card."""


_FAR = 366
"""Days from today: no day of a plan is later."""


class CodeNotGiven(Exception):
    """The code did not come: what waits is dropped."""


class PlanPages:
    """The plan as far as it was said, and the ways to ask for more of it. All words are ids of messages."""

    def __init__(self, engine: "Engine", code: CodeAsRead) -> None:
        self.engine = engine
        self._code = code
        self.today = engine.today()
        self.plan = self._nothing
        self.at = 1
        """The number of the page."""
        self.spoken = OWN
        """The language in which the two read the last page."""
        self._refused = "", ""
        """A line that was not taken, and why; or one that was half typed."""

    @property
    def _nothing(self) -> TechPlan:
        return TechPlan(made=self.today.toordinal())

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was said yet."""
        return self.plan == self._nothing

    def forget(self) -> None:
        """All that was said."""
        self.plan, self._refused = self._nothing, ("", "")

    def ask(self, make: Callable[[], Menu | Question | Sure]) -> Course[object]:
        """A page in the language in use; where nobody was there for a while, the code stands before it.

        Raises:
            CodeNotGiven: it did not come.
        """

        def made() -> Menu | Question | Sure:
            self.spoken = language()
            return make()

        while True:
            try:
                return (yield Spoken(make=made, covers=True))
            except Idle as idle:
                if idle.typed:
                    self._refused = idle.typed, ""
                yield from self._behind_the_code()

    def _behind_the_code(self) -> Course[None]:
        """The code that began the plan, asked for where nobody was there for a while: another that was set since is not that of
        the two who made it. Raises CodeNotGiven."""
        first = _("Nobody pressed a key for a while. The plan waits behind your code, and is gone if you go back.")
        if not (yield from passed_again(self._code, first)):
            raise CodeNotGiven

    @property
    def _title(self) -> str:
        return _("{plan}, {n} of {all}", plan=_(MY_TECH_PLAN), n=self.at, all=PAGES)

    def taken(
        self,
        place: str,
        asked: str,
        about: Sequence[str],
        stands: Callable[[], str],
        take: Callable[[str], T],
        limit: int = A_LINE,
    ) -> Course[T | None]:
        """What a line is taken for, asked again while it is refused; None where somebody goes back. `stands` says what
        stands in it."""
        self._refused = "", ""

        def made() -> Question:
            typed, problem = self._refused
            return Question(
                place=place,
                title=self._title,
                question=_(asked),
                lines=tuple(_(line) for line in about if line),
                value=typed or stands(),
                limit=limit,
                optional=True,
                problem=problem,
            )

        while (said := (yield from self.ask(made))) is not None:
            try:
                with speaking(self.spoken):
                    return take(str(said))
            except CodesignError as error:
                self._refused = str(said), str(error)
        return None

    def line(self, field: str, asked: str, *about: str, limit: int = A_LINE) -> Course[int]:
        """A field of the plan that is one line; 1 where it was said, -1 where somebody goes back."""
        said = yield from self.taken("plan-line", asked, about, lambda: str(getattr(self.plan, field)), str, limit)
        if said is None:
            return -1
        self.plan = replace(self.plan, **{field: said})
        return 1

    def day(self, asked: str, about: str, stands: Callable[[], int], check: Callable[[int], None]) -> Course[int | None]:
        """The ordinal of a day; None where somebody goes back."""

        def read(said: str) -> int:
            found = Day(self.today).read(said)
            if not found:
                raise CodesignError(_("Write a day."))
            if (number := date.fromisoformat(found).toordinal()) > self.today.toordinal() + _FAR:
                raise CodesignError(_("That is more than a year away. Write an earlier day."))
            check(number)
            return number

        return (yield from self.taken("plan-day", asked, (about,), lambda: in_words(stands()), read, NAME_LIMIT))

    def choice(self, about: Sequence[str], options: dict[T, str]) -> Course[T | None]:
        """One of some words; None where somebody goes back."""

        def made() -> Menu:
            rows = [MenuChoice(str(n), _(said)) for n, said in enumerate(options.values())]
            return self.menu("plan-choice", about, rows, begins=False, others=("back",))

        said = yield from self.ask(made)
        return None if said == "back" else list(options)[int(str(said))]

    def menu(
        self,
        place: str,
        about: Sequence[str],
        rows: Sequence[MenuChoice],
        *,
        here: int = 0,
        alerts: Sequence[str] = (),
        begins: bool = True,
        others: tuple[str, ...] = ("back", "next"),
    ) -> Menu:
        """Rows to mark or to fill in, under some lines."""
        return Menu(
            place=place,
            title=self._title,
            lines=tuple(map(_, about)),
            alerts=tuple(map(_, alerts)),
            choices=tuple(rows),
            here=here,
            begins=begins,
            others=others,
        )


def in_words(ordinal: int) -> str:
    """A day by its ordinal."""
    return day(date.fromordinal(ordinal).isoformat())
