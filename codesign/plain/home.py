"""Home in plain lines, and the way in and out of plain mode: what was on the screen is gone when the program ends."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign import crash
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.front import overdue_alerts, where_it_stopped
from codesign.phrases import day
from codesign.plain.console import Console, Hidden, Left
from codesign.plain.course import Courses, untried
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import Engine

Rows = list[tuple[tuple[str, str], Callable[[], None]]]


def run(console: Console, engine: "Engine", *, plan: Plan | None = None, record: Path | None = None) -> bool:
    """Plain mode until somebody leaves it: a session from this plan or record, if any, and then home. Whether the program ended
    as it should.

    Raises:
        CodesignError: the record can't be opened, or the session can't be made.
    """
    courses = Courses(console, engine)
    with console.guarded():
        try:
            if plan:
                courses.start(plan)
            elif record:
                courses.open(record)
            Home(console, engine, courses).run()
        except Left:
            pass  # as somebody who goes home: what is told then is told below
        except CodesignError:
            console.clear()
            raise
        except Exception as error:  # a defect
            console.clear()
            console.say(crash.told(error))
            return False
        console.clear()
        if courses.lost:
            console.say(_("One ballot could not be saved and is gone."))
        console.say(_("Every ballot that showed “Saved.” is on this laptop."))
        return True


class Home:
    """What can be done while no session is open."""

    def __init__(self, console: Console, engine: "Engine", courses: Courses) -> None:
        self._console = console
        self._engine = engine
        self._courses = courses

    def run(self) -> None:
        """Home after home, until somebody leaves."""
        while True:
            try:
                rows = self._rows()
                told = self._late() if self._console.is_tried else [untried(), *self._late()]
                self._console.page(_("Codesign. Works offline. Sends nothing."), *told)
                chosen = self._console.choose([*(row for row, _call in rows), (_("Leave"), "")])
                if int(chosen) > len(rows):
                    return
                rows[int(chosen) - 1][1]()
            except Hidden:
                self._console.hide()
            except CodesignError as error:
                self._rest(str(error))

    def _rest(self, sentence: str) -> None:
        self._console.say(sentence)
        try:
            self._console.wait(_("Press Enter to go home."))
        except Hidden:
            self._console.hide()

    def _late(self) -> list[str]:
        sessions = [session for _path, session in self._engine.records() if isinstance(session, Session)]
        return overdue_alerts(sessions, self._engine.today(), _("Open it under Past sessions and type answer."))

    def _rows(self) -> Rows:
        records = [(path, s) for path, s in self._engine.records() if isinstance(s, Session)]
        unfinished = [(path, s) for step in ("voting", "reading") for path, s in records if s.step == step]
        rows: Rows = []
        for path, session in unfinished[:1]:
            title = _("Go on with “{title}”", title=session.setup.title)
            rows.append(((title, where_it_stopped(session)), partial(self._courses.open, path)))
        return [
            *rows,
            ((_("Start a session"), _("Choose a plan and set it up. Takes five minutes.")), self._plans),
            ((_("Past sessions"), _("Read comments, write the summary again, bring in the answer.")), self._records),
        ]

    def _plans(self) -> None:
        rows: Rows = []
        plans, broken = self._engine.usable_plans()
        for plan in plans.values():
            about = _("{cards} cards, about {minutes} minutes.", cards=len(plan.cards), minutes=plan.minutes)
            rows.append(((plan.title, f"{about} {plan.purpose}"), partial(self._courses.start, plan)))
        self._one_of(_("Choose a plan. back goes home."), rows, broken)

    def _records(self) -> None:
        rows: Rows = []
        broken = []
        for path, session in self._engine.records():
            if isinstance(session, Session):
                about = f"{day(session.setup.day)}. {where_it_stopped(session)}"
                rows.append(((session.setup.title, about), partial(self._courses.open, path)))
            else:
                broken.append(str(session))
        self._one_of(_("Past sessions. back goes home.") if rows else _("No sessions yet. back goes home."), rows, broken)

    def _one_of(self, title: str, rows: Rows, broken: list[str]) -> None:
        self._console.page(title, *broken)
        chosen = self._console.choose([row for row, _call in rows], "back")
        if chosen != "back":
            rows[int(chosen) - 1][1]()
