"""A session that is open, from its first hand-over to home: which part comes after which, and where a cover comes back to."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codesign.content.picks import quick_picks
from codesign.core.at_stake import is_foreign
from codesign.core.errors import CodesignError
from codesign.core.hour import Step
from codesign.course import code
from codesign.course.after_the_result import right, what_next
from codesign.course.answers import answers
from codesign.course.around import Around
from codesign.course.before_they_come import TITLE
from codesign.course.common_pages import not_kept
from codesign.course.hour import TheHour
from codesign.course.last_time import room_sees_last_time
from codesign.course.look import look
from codesign.course.open_round import open_round
from codesign.course.pages import Course, Hidden, Idle, Problem, ToRead
from codesign.course.papers_to_print import listed, printed
from codesign.course.plans import PlansDesk
from codesign.course.reading import reading
from codesign.course.shared_words import Before
from codesign.course.summary import summary
from codesign.course.talk_and_result import TalkAndResult, told_here_alone
from codesign.course.talk_cards import talk_cards
from codesign.course.together import together
from codesign.course.turns import Turns
from codesign.course.typed_ballots import PaperStack, twin_words
from codesign.course.welcome_and_practice import practice, welcome
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession


_TURN_AWAY = N_("Turn the screen away from the room. Only you read the comments.")
_FACILITATORS_ALONE = (
    *("words", "before", "step", "menu", "paper", "together", "foreign", "alone", "reading", "summary", "proposed"),
    *("to-welcome", "to-vote", "to-talk", "to-result", "to-next", "code again", "again", "second", "code result"),
)
"""The parts that show no page to anybody else. At every other one anybody may sit at the laptop, as after a cover."""


class InSession:
    """One open session. Every part returns the name of the one that follows."""

    def __init__(
        self,
        engine: "Engine",
        opened: "OpenSession",
        around: Around,
        plans_desk: PlansDesk,
        *,
        words: str = "",
        summary_folder: Path | None = None,
    ) -> None:
        """`plans_desk`: where the next plan lies when the screen is hidden. `words`: those that open what the code opens, where
        it was just set. `summary_folder`: where to propose to write a summary; None for a folder of the facilitator's own."""
        self._engine = engine
        self._around = around
        self._plans_desk = plans_desk
        self._words = words
        self.opened = opened
        self.turns: Turns[Any] | None = None
        """The youth side, while a round is open and the laptop goes around."""
        self._before: Before = ""
        self._past_code = False
        """Since the code was typed nothing was shown to anybody else."""
        self._summary_folder = summary_folder
        self._hour = TheHour(opened, engine.clock, lambda: engine.last_time(opened.read()) is not None)
        self._papers = PaperStack()
        self._parts = self._all_parts()

    def _all_parts(self) -> dict[str, Callable[[], Course[str]]]:
        after = TalkAndResult(self.opened)
        return {
            "words": self._four_words,
            "before": self._before_they_come,
            "step": lambda: self._hour.page(past_code=self._past_code),
            "welcome": lambda: welcome(self.opened),
            "last time": self._last_time,
            "practice": self._practice,
            "to-vote": lambda: self._begin("vote"),
            "to-welcome": lambda: self._begin("welcome"),
            "vote": self._vote,
            "code": self._code,
            "menu": lambda: open_round(self.opened, self.turns, self._hour, self._papers),
            "paper": self._paper,
            "together": lambda: together(self.opened, self._summary_folder),
            "talk": after.talk,
            "cards": lambda: talk_cards(self.opened),
            "code again": lambda: self._behind_code("again"),
            "again": after.again,
            "second": self._second,
            "code result": lambda: self._behind_code("to-result"),
            "to-talk": lambda: self._begin("talk"),
            "to-result": lambda: self._begin("result"),
            "result": lambda: self._result(after),
            "right": lambda: right(self.opened),
            "to-next": lambda: self._begin("next"),
            "next": lambda: what_next(self.opened),
            "foreign": self._foreign,
            "alone": self._alone,
            "reading": lambda: reading(self.opened),
            "summary": self._summary,
            "answers": lambda: answers(self.opened, self._today),
            "proposed": self._proposed,
        }

    def run(self, part: str) -> Course[None]:
        """From this part on, until the facilitator goes home. After a cover nothing of the facilitator's is open."""
        self._around.enter(self.opened.read())
        if part == "code" and self.opened.read().in_box:
            self._before = "resumed"
        while part != "home":
            try:
                part = yield from self._parts[part]()
                part = self._where() if part == "where" else part
            except Hidden:
                part = self._of_youth or "code"
            except Idle:
                part = "vote" if self.opened.read().phase == "voting" else "code"
            self._past_code = self._past_code and part in _FACILITATORS_ALONE

    def leave(self) -> bool:
        """Let go of the session; an open round stays open. A ballot that waits is tried once more: whether none is lost."""
        try:
            return self.turns is None or self.turns.last_try()
        finally:
            self.turns = None
            self.opened.leave()
            self._around.leave()

    @property
    def _today(self) -> str:
        return self._engine.today().isoformat()

    @property
    def _of_youth(self) -> str:
        """Where the laptop goes around, the part of it; empty before the first turn and once the round is closed."""
        return "vote" if self.turns and self.opened.read().phase == "voting" else ""

    def _where(self) -> str:
        """Where the facilitator is: while a round is open its menu, else the step of the hour."""
        session = self.opened.read()
        if session.phase == "voting":
            return "step" if self._hour.step == "welcome" else "menu"
        self.turns = None
        self._papers.drop()
        if session.phase == "together":
            return "together"
        if is_foreign(session):
            return "foreign"
        return "home" if session.phase == "empty" else "step"

    # Parts

    def _four_words(self) -> Course[str]:
        words, self._words = self._words, ""
        self._past_code = yield from code.four_words(self.opened, words)
        if self._past_code and self.opened.read().phase == "together":
            return "together"
        return "before" if self._past_code else "home"

    def _before_they_come(self) -> Course[str]:
        """What to check and what to say, until the facilitator goes on to the first step. What it says of the cards is for
        staff: the code is asked for where the room was shown a page since."""
        if not self._past_code and not (yield from self._passed()):
            return "where"
        session = self.opened.read()
        blocks = partial(listed, self._engine, session)
        while (said := (yield ToRead(speaks=False, place="before-they-come", title=TITLE, blocks=blocks))) in (
            "cards",
            "print",
        ):
            yield from look(session.cards) if said == "cards" else printed(self._engine, self.opened, self._summary_folder)
        return "where"

    def _last_time(self) -> Course[str]:
        yield from room_sees_last_time(self._engine, self.opened.read())
        return "practice"

    def _practice(self) -> Course[str]:
        """One silly card; then the vote begins. Whoever tried it has the laptop in their hands: the code stands after it."""
        tried = False
        while True:
            tried = (yield from practice(self.opened.read(), quick_picks())) or tried
            if not tried or (yield from self._passed()):
                return (yield from self._begin("vote"))

    def _begin(self, step: Step) -> Course[str]:
        """A step of the hour from its first page on. Nothing is asked before it."""
        yield from ()
        try:
            self._hour.begin(step)
        except CodesignError as error:
            yield not_kept(error)
        return "where"

    def _result(self, after: TalkAndResult) -> Course[str]:
        """The result; from here on the hour is at it, also where a second vote led here."""
        yield from self._begin("result")
        return (yield from after.result())

    def _vote(self) -> Course[str]:
        """The laptop goes from one person to the next, until the facilitator is called."""
        self._around.read_support()
        self.turns = self.turns or self._new_turns()
        before, self._before = self._before, ""
        yield from self.turns.until_called(before)
        return "code"

    def _new_turns(self) -> Turns[Any]:
        opened, session = self.opened, self.opened.read()
        return Turns(
            cards=session.round_cards,
            picks=quick_picks(),
            audience=session.setup.audience,
            expected=session.setup.expected,
            second_vote=len(session.rounds) > 1,
            in_box=lambda: opened.read().in_box or 0,
            seal=opened.seal,
            cast=opened.cast,
        )

    def _paper(self) -> Course[str]:
        """Ballots on paper, typed in behind the code."""
        self._around.read_support()
        self.turns = self.turns or self._new_turns()
        same = self._engine.twin(self.opened)
        return (yield from self._papers.typed_in(self.turns, twin_words(same) if same else ""))

    def _second(self) -> Course[str]:
        """Everybody votes again, from a new hand-over on."""
        self.turns, self._before = None, "again"
        return (yield from self._begin("again"))

    def _code(self) -> Course[str]:
        self._around.read_support()
        covered = self.turns is not None and self.turns.covered is not None
        if (yield from self._passed(covers=covered)):
            return "where"
        return self._of_youth or "home"

    def _foreign(self) -> Course[str]:
        """Of a vote that was closed on another laptop nothing is told before somebody says that it is told here alone."""
        if not (yield told_here_alone(self.opened.read())):
            return "home"
        try:
            self.opened.is_told_here_alone()
        except CodesignError as error:
            yield not_kept(error)
            return "home"
        return "where"

    def _alone(self) -> Course[str]:
        """The comments as they were typed are for one reader, never for the room."""
        if not (yield from self._passed(_(_TURN_AWAY))):
            return "where"
        self._hour.was_read = True
        if not self.opened.read().comments:  # which nobody learns without the code
            yield Problem(title=_("Comments"), sentence=_("There is no comment to read."))
            return "where"
        return "reading"

    def _proposed(self) -> Course[str]:
        """The plan of the next session, where topics were picked in this one."""
        yield from self._plans_desk.that_follows(self.opened.read())
        return "where"

    def _passed(self, first: str = "", *, covers: bool = False) -> Course[bool]:
        self._past_code = yield from code.passed(self.opened, first, covers=covers)
        return self._past_code

    def _behind_code(self, part: str) -> Course[str]:
        """A part that starts a vote, or ends every further one; back to the talk without the code."""
        return part if (yield from self._passed()) else "talk"

    def _summary(self) -> Course[str]:
        """The summary, once every comment is read. The code is asked for where the room was shown a page since it was last
        typed."""
        if not self._past_code and not (yield from self._passed(_(_TURN_AWAY))):
            return "where"
        if self.opened.read().unread:  # whoever looked on before the code did not learn whether anybody wrote
            return "reading"
        return (yield from summary(self.opened, self._summary_folder))
