"""Home, past sessions, plans and set-up: the way to an open session and back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.course.around import Around
from codesign.course.board import board
from codesign.course.common_pages import nothing_changed, told
from codesign.course.deleting import delete_session, is_empty
from codesign.course.home_rows import go_on, kept_long, past, plain_lines
from codesign.course.learn import learn_pages
from codesign.course.pages import Act, Course, Hidden, Menu, MenuChoice, Problem, Sure
from codesign.course.plans import PLANS, PlansDesk, choose_plan
from codesign.course.session import InSession
from codesign.course.setting_up import set_up
from codesign.course.tech_plan import tech_plan
from codesign.course.where_it_stopped import is_under_way, overdue_alerts
from codesign.phrases import synced_words, what_can_be_read
from codesign.phrases.learn import LEARN
from codesign.phrases.near_here import OUR_BOARD
from codesign.phrases.tech_plan import MY_TECH_PLAN
from codesign.words import N_, _, use_region

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession

_PAST_SESSIONS, _NOT_OPENED = N_("Past sessions"), N_("This session can't be opened")
StartDemo = Callable[[], "tuple[OpenSession, Path]"]
"""Makes a made-up session in its vote; with the folder that its summary goes to."""
Part = Callable[[], "Course[Part | str]"]
"""A part of home: returns the one that follows, or how the program goes on once it is left: "quit" or "plain"."""


class Home:
    """What can be done while no session is open."""

    def __init__(
        self,
        engine: "Engine",
        around: Around,
        start_demo: StartDemo,
        *,
        in_lines: bool = False,
        refused: str = "",
    ) -> None:
        """`in_lines`: shown in plain lines. `refused`: why no real session may be held there, where that is so."""
        self._engine = engine
        self._around = around
        self._start_demo = start_demo
        self._in_lines = in_lines
        self._refused = refused
        self._typed: dict[str, str] = {}
        """What was filled in for a session that was not started: it stays when another plan is chosen. Never the code."""
        self._plans_desk = PlansDesk(engine)
        self.session: InSession | None = None
        """The session that is open."""
        self.lost = False
        """A ballot that was sealed could not be saved."""

    def run(self, *, plan: Plan | None = None, record: Path | None = None, demo: bool = False, new: str = "") -> Course[str]:
        """From home, or from what stands before it, until somebody leaves: "quit" or "plain". `new`: the name of a plan that is
        made first.

        Before home and before a plan's set-up stands, once, a warning where the records lie in a folder that is copied to other
        machines.
        """
        part: Part = partial(self._set_up, plan) if plan else self._menu
        if new and not plan:
            part = partial(self._and_back, partial(self._plans_desk.run, name=new), self._menu)
        if record or demo:
            part = partial(self._open, record) if record else self._demo
        elif service := self._engine.synced_by():
            part = partial(self._warned, synced_words(self._engine.places.data, service), part)
        return (yield from self.run_from(part))

    def run_from(self, part: Part) -> Course[str]:
        """From one part on, until somebody leaves."""
        while True:
            try:
                follows = yield from part()
            except Hidden:
                follows = self._menu
            if isinstance(follows, str):
                return follows
            part = follows

    def _warned(self, words: str, then: Part) -> Course[Part | str]:
        yield Problem(title=_("These records are copied elsewhere"), sentence=words)
        return then

    # Menus

    def _menu(self) -> Course[Part | str]:
        use_region("")
        records = self._engine.records_and_copies()
        copies = {path: count for path, _s, count in records}
        found = [(path, s) for path, s, _count in records if isinstance(s, Session)]
        begun = [(path, s) for path, s in found if is_under_way(s)]
        paused = min(begun, key=lambda record: record[1].phase != "voting", default=None)
        alerts = [self._refused] if self._refused else []
        if len(found) < len(records):
            alerts.append(_("A session can't be read. Look at it under “Past sessions”."))
        how = _("Open it under “Past sessions”: the answer belongs to its result.")
        alerts += overdue_alerts([session for _path, session in found], self._engine.today(), how)
        alerts = alerts or kept_long([session for _path, session in found], self._engine.today())
        said = yield Menu(
            place="home",
            washes=True,  # of what was typed before it, such as a tech plan
            title=_("Codesign"),
            right=_("Works offline. Sends nothing."),
            lines=(_("Technology rules, made with the young people who live by them."),),
            alerts=tuple(alerts),
            choices=(
                *((go_on(paused[1], copies[paused[0]]),) if paused else ()),
                MenuChoice("start", _("Start a session"), _("Choose a plan and set it up. Takes five minutes.")),
                MenuChoice("demo", _("Try it out"), _("A made-up group of eight. Only its summary stays.")),
                MenuChoice("records", _(_PAST_SESSIONS), _("Read comments, write the summary again, bring in the answer.")),
                MenuChoice("plans", _(PLANS), _("Make one, change one, share one.")),
                MenuChoice("tech-plan", _(MY_TECH_PLAN), _("A worker and one young person. Only the papers stay.")),
                MenuChoice("board", _(OUR_BOARD), _("For youth, without the code. Nothing they open is kept.")),
                MenuChoice("learn", _(LEARN), _("Ten cards of one minute, for young people. No code is asked.")),
                *(() if self._in_lines else (plain_lines(),)),
            ),
            others=("quit",),
        )
        if said == "go-on" and paused:
            return partial(self._open, paused[0])
        parts: dict[object, Part] = {"start": self._plans, "demo": self._demo, "records": self._records}
        visits: dict[object, Callable[[], Course[None]]] = {
            "plans": self._plans_desk.run,
            "learn": partial(learn_pages, self._engine),
            "tech-plan": partial(tech_plan, self._engine, self._refused),
            "board": partial(board, self._engine),
        }
        if visit := visits.get(said):
            return partial(self._and_back, visit, self._menu)
        return parts.get(said) or ("plain" if said == "plain" else "quit")

    def _and_back(self, visit: Callable[[], Course[None]], to: Part) -> Course[Part | str]:
        yield from visit()
        return to

    def _records(self) -> Course[Part | str]:
        records = self._engine.records_and_copies()
        broken = [str(s) for _path, s, _copies in records if not isinstance(s, Session | Damaged)]
        said = yield Menu(
            place="records",
            title=_(_PAST_SESSIONS),
            alerts=tuple(broken),
            choices=tuple(
                past(str(n), path, session, copies)
                for n, (path, session, copies) in enumerate(records)
                if isinstance(session, Session | Damaged)
            ),
            empty=_("No sessions yet. Go back and start one."),
            acts=("delete",),
            others=("back",),
        )
        if said == "back":
            return self._menu
        path, _session, _copies = records[int(said.id if isinstance(said, Act) else str(said))]
        return self._deleting(path) if isinstance(said, Act) else partial(self._open, path)

    def _plans(self) -> Course[Part | str]:
        plan = yield from choose_plan(self._engine)
        return partial(self._set_up, plan) if plan else self._menu

    # To an open session

    def _set_up(self, plan: Plan) -> Course[Part | str]:
        """Until a session is started; what was filled in stays where none is."""
        if self._refused:
            yield Problem(title=plan.title, sentence=nothing_changed(self._refused))
            return self._menu
        started = yield from set_up(self._engine, plan, self._typed)
        if not started:
            return self._plans
        self._typed = {}
        opened, words = started
        return partial(self._in, self._session(opened, words=words), "words")

    def _open(self, path: Path) -> Course[Part | str]:
        """Go on with a record; the code stands before it."""
        try:
            opened = self._engine.open(path)
        except Damaged:
            return (yield from self._damaged(path))
        except CodesignError as error:
            yield told(error, _(_NOT_OPENED))
            return self._menu
        if self._refused and not opened.read().setup.made_up:
            opened.leave()
            yield Problem(title=_(_NOT_OPENED), sentence=nothing_changed(self._refused))
            return self._menu
        if is_empty(opened.read()):
            opened.leave()
            return self._deleting(path)
        return partial(self._in, self._session(opened), "code")

    def _deleting(self, path: Path) -> Part:
        return partial(self._and_back, partial(delete_session, self._engine, path), self._records)

    def _damaged(self, path: Path) -> Course[Part | str]:
        """What was found, what can be read of it, and a choice. Nothing is written before a yes."""
        title = _("This record is damaged")
        try:
            found = what_can_be_read(self._engine.readable(path))
            lines = (
                _("{name} was changed outside this program, or it is damaged. It was left as it is.", name=path.name),
                found,
                _("Go on with that? The damaged file is put aside and kept. The summary will say that the record was mended."),
            )
            if not (yield Sure(question=title, lines=lines, to_do_it=_("to go on with it"))):
                return self._menu
            self._engine.mend(path)
        except CodesignError as refused:
            yield told(refused, title)
            return self._menu
        return partial(self._open, path)

    def _demo(self) -> Course[Part | str]:
        """A made-up group in the middle of its vote, in a folder that is thrown away."""
        try:
            opened, summary_folder = self._start_demo()
        except CodesignError as error:
            yield told(error, _("The made-up session can't start"))
            return self._menu
        return partial(self._in, self._session(opened, summary_folder=summary_folder), "vote")

    def _session(self, opened: "OpenSession", *, words: str = "", summary_folder: Path | None = None) -> InSession:
        return InSession(self._engine, opened, self._around, self._plans_desk, words=words, summary_folder=summary_folder)

    def _in(self, session: InSession, part: str) -> Course[Part | str]:
        """The session, until the facilitator goes home; let go however the program ends, and what waits is tried once more."""
        self.session = session
        try:
            yield from session.run(part)
        finally:
            self.session = None
            self.lost = not session.leave() or self.lost
        return self._menu
