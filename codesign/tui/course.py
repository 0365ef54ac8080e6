"""The facilitator's side: which page comes after which, from home to the written summary. Holds the open session."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.content.picks import quick_picks
from codesign.core.errors import CodesignError
from codesign.core.plan import Lines, Plan
from codesign.core.session import Session, Setup
from codesign.phrases import day, what_is_shown
from codesign.tui.app import CodesignApp, PageMaker
from codesign.tui.outcome import Outcome
from codesign.tui.screens.facilitator.forms import CodePage, Form, ProblemPage, SetUpPage, SurePage
from codesign.tui.screens.facilitator.menus import HomePage, PlansPage, RecordsPage, SessionPage
from codesign.tui.screens.page import Page
from codesign.tui.screens.youth.handover import Before, box_words
from codesign.tui.turns import Turns
from codesign.tui.widgets.menu import Item
from codesign.words import _, many

if TYPE_CHECKING:
    from codesign.engine import Engine, OpenSession, Sealed

FEW = 5
ANSWER_WITHIN = 30  # days proposed for the policy team's answer (domain: session follow-up)


class Course:
    """From home to home again."""

    def __init__(self, app: CodesignApp, engine: "Engine", start_demo: Callable[[], "tuple[Engine, OpenSession]"]) -> None:
        self._app = app
        self._home_engine = engine
        self._engine = engine
        self._start_demo = start_demo
        self._opened: OpenSession | None = None
        self._turns: Turns[Sealed] | None = None
        app.support_rows = self._support_rows
        app.who_sees = self._who_sees
        app.begin = self.home
        app.after_hide = self._after_hide

    # Over every page

    def _support_rows(self) -> list[tuple[str, str, str]]:
        return self._rows

    _rows: list[tuple[str, str, str]] = []

    def _read_support(self) -> None:
        """Put the support card in memory, so that opening it reads no file."""
        person, local, lines = self._opened.support if self._opened else ("", "", self._engine.help_lines())
        self._rows = [
            *([(_("Here now"), person, _("Just say: can we talk?"))] if person else []),
            (_("In danger right now"), _("Call 911"), _("Police may come.")),
            *([(_("Our own line"), local, _("A worker from this program answers."))] if local else []),
            *((line.name, line.reach, line.what) for line in lines),
        ]

    def _who_sees(self) -> list[str]:
        return what_is_shown(self._opened.session.lines) if self._opened else []

    def _after_hide(self) -> PageMaker:
        """Back from the cover: to the hand-over in a turn, to the code while a session is open, else home."""
        if self._turns:
            return self._turns.after_hide()
        if self._opened:
            return lambda: self._code_page(self.session, back=None)
        return self._home_page

    def problem(self, title: str, error: CodesignError, then: Callable[[], None]) -> None:
        sentence = str(error)
        self._app.go(lambda: ProblemPage(title, sentence, on_go=then))

    # Home

    def leave(self) -> None:
        """Let go of the session. An open round stays open."""
        if self._opened:
            self._opened.leave()
        self._opened, self._turns, self._engine = None, None, self._home_engine

    def home(self) -> None:
        self.leave()
        self._app.made_up = False
        self._app.go(self._home_page)

    def _home_page(self) -> Page:
        self._read_support()
        unfinished = [(path, s) for path, s in self._engine.records() if isinstance(s, Session) and s.step != "telling"]
        items: list[tuple[Item, Callable[[], None]]] = []
        if unfinished:
            path, session = unfinished[0]
            title = _("Go on with “{title}”", title=session.setup.title)
            items.append((Item("go-on", title, _ended(session)), partial(self.open, path)))
        items += [
            (Item("start", _("Start a session"), _("Choose a plan and set it up. Takes five minutes.")), self.plans),
            (Item("demo", _("Try it out"), _("A made-up group of eight. Nothing is kept.")), self.demo),
            (Item("records", _("Past sessions"), _("Read comments, write the summary again.")), self.records),
        ]
        return HomePage(
            _("Codesign"),
            items,
            right=_("Works offline. Sends nothing."),
            lines=[_("Technology rules, made with the young people who live by them.")],
            keys={"colours": self._app.next_colours, "quit": self._app.exit},
        )

    def records(self) -> None:
        items: list[tuple[Item, Callable[[], None]]] = []
        broken = []
        for n, (path, session) in enumerate(self._engine.records()):
            if isinstance(session, Session):
                item = Item(str(n), session.setup.title, f"{day(session.setup.day)} · {_ended(session)}")
                items.append((item, partial(self.open, path)))
            else:
                broken.append(str(session))
        self._app.go(
            lambda: RecordsPage(
                _("Past sessions"),
                items,
                alerts=broken,
                empty=_("No sessions yet. Press Esc, then 1 to start one."),
                keys={"back": self.home},
            )
        )

    # Set up

    def plans(self) -> None:
        items: list[tuple[Item, Callable[[], None]]] = []
        broken = []
        for name in self._engine.plans():
            try:
                plan = self._engine.plan(name)
            except CodesignError as error:
                broken.append(str(error))
                continue
            about = _(
                "{cards} cards, about {minutes} minutes. {purpose}",
                cards=len(plan.cards),
                minutes=plan.minutes,
                purpose=plan.purpose,
            )
            items.append((Item(name, plan.title, about), partial(self.set_up, plan)))
        self._app.go(lambda: PlansPage(_("Choose a plan"), items, alerts=broken, keys={"back": self.home}))

    def set_up(self, plan: Plan) -> None:
        stale = self._engine.stale_lines()
        due = self._engine.today() + timedelta(days=ANSWER_WITHIN)
        self._app.go(
            lambda: SetUpPage(
                plan.title,
                plan.lines.numbers_from,
                due.isoformat(),
                warning=_(
                    "These help lines were checked long ago: {names}. Call them once before youth come.", names=", ".join(stale)
                )
                if stale
                else "",
                on_begin=lambda form: self._begin(plan, form),
                on_back=self.plans,
            )
        )

    def _begin(self, plan: Plan, form: Form) -> None:
        setup = Setup(
            title=form.title,
            day=self._engine.today().isoformat(),
            audience=form.audience,
            answer_by=form.answer_by,
            expected=form.expected,
            support_person=form.support_person,
            local_line=form.local_line,
        )
        lines = Lines(10 if form.numbers_from == 10 else 5, plan.lines.quote_from)
        self._opened = self._engine.start(plan, setup, lines)
        self._opened.code.set(form.code)
        self.vote("")

    # A session

    def open(self, path: Path) -> None:
        """Go on with a record; the code stands before it."""
        try:
            self._opened = self._engine.open(path)
        except CodesignError as error:
            self.problem(_("This session can't be opened"), error, self.home)
            return
        self._app.made_up = self._opened.session.setup.made_up
        self._read_support()
        self._app.go(lambda: self._code_page(self.session, back=self.home))

    def demo(self) -> None:
        """A made-up group with seven ballots in the box, in a folder that is thrown away."""
        self._engine, self._opened = self._start_demo()
        self._app.made_up = True
        self.vote("")

    @property
    def opened(self) -> "OpenSession":
        if self._opened is None:
            raise RuntimeError("no session is open")
        return self._opened

    def vote(self, before: Before) -> None:
        """Give the laptop to the first, or next, person."""
        opened = self.opened
        session = opened.session
        self._read_support()
        self._turns = Turns(
            self._app,
            cards=session.round_cards,
            picks=quick_picks(),
            audience=session.setup.audience,
            expected=session.setup.expected,
            in_box=lambda: opened.session.in_box or 0,
            seal=opened.seal,
            cast=opened.cast,
            help_now=[f"{who}: {reach}" for who, reach, _what in self._rows[:4]],
            on_facilitator=self._ask_code,
        )
        self._turns.hand_over(before)

    def _ask_code(self) -> None:
        turns = self._turns
        back = (lambda: turns.hand_over("")) if turns and not turns.not_saved else (turns.save_again if turns else None)
        self._app.go(lambda: self._code_page(self.session, back=back))

    def _code_page(self, then: Callable[[], None], back: Callable[[], None] | None) -> Page:
        code = self.opened.code
        made_up = self.opened.session.setup.made_up

        def check(value: str) -> None:
            if code.is_set:
                code.check(value)
            else:
                code.set(value)
            then()

        lines = (
            []
            if code.is_set
            else [_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth.")]
        )
        if made_up:
            lines = [_("In this made-up session the code is 000000.")]
        question = _("Facilitator's code") if code.is_set else _("New code, six digits")
        return CodePage(_("Session running"), question, lines=lines, secret=True, on_enter=check, on_back=back or self.home)

    def session(self) -> None:
        """Where the facilitator is: while a round is open its menu, after that the result."""
        session = self.opened.session
        if session.step != "voting":
            self._turns = None
            self._outcome().result() if session.step != "empty" else self.home()
            return
        waiting = self._turns is not None and self._turns.not_saved
        count, expected = session.in_box or 0, session.setup.expected
        items: list[tuple[Item, Callable[[], None]]] = [
            (Item("vote", _("Next person"), _("Turn the laptop to the wall and pass it on.")), self._next_person),
            (
                Item(
                    "close",
                    _("Close the round"),
                    _("Count the ballots and show the room what it said. It can't be opened again."),
                ),
                self._sure_close,
            ),
            (Item("pause", _("Pause and go home"), _("Every ballot in the box is safe. Go on any time.")), self.home),
            (
                Item("drop", _("Drop the round"), _("Throw the ballots away, uncounted, and vote again another day.")),
                self._sure_drop,
            ),
        ]
        if waiting:
            about = _("One ballot is sealed and not on the disk yet.")
            items.insert(
                0,
                (
                    Item("again", _("Save the waiting ballot again"), about),
                    self._turns.save_again if self._turns else self.home,
                ),
            )
            items.append(
                (
                    Item("give-up", _("Give the waiting ballot up"), _("Its answers are lost; all others are safe.")),
                    self._give_up,
                )
            )
        self._app.go(
            lambda: SessionPage(
                session.setup.title,
                items,
                right=_("Voting"),
                lines=[box_words(count, expected), _("Comments are read right after the round, before anyone leaves.")],
                alerts=[_("Fewer than {n} ballots: nothing could be shown of any card yet.", n=FEW)] if count < FEW else [],
            )
        )

    def _next_person(self) -> None:
        self.vote("")

    def _give_up(self) -> None:
        if self._turns:
            self._turns.give_up()
        self.session()

    def _sure_close(self) -> None:
        count = self.opened.session.in_box or 0
        lines = [
            many("{n} ballot is in the box.", "{n} ballots are in the box.", count),
            _("Closing counts them and breaks the seal for good: no ballot exists any more, only counts and comments."),
            _("Then the room sees the result, and you read the comments before anyone leaves."),
        ]
        self._app.go(lambda: SurePage(_("Close the round?"), lines, on_yes=self._close, on_back=self.session))

    def _close(self) -> None:
        try:
            self.opened.close_round()
        except CodesignError as error:
            self.problem(_("The round is still open"), error, self.session)
            return
        self._turns = None
        self._outcome().result()

    def _sure_drop(self) -> None:
        lines = [_("The ballots are thrown away and nothing is counted. This can't be taken back.")]
        self._app.go(lambda: SurePage(_("Drop the round?"), lines, on_yes=self._drop, on_back=self.session))

    def _drop(self) -> None:
        try:
            self.opened.drop_round()
        except CodesignError as error:
            self.problem(_("The round was not dropped"), error, self.session)
            return
        self.home()

    def _outcome(self) -> Outcome:
        return Outcome(self._app, self.opened, on_home=self.home)


def _ended(session: Session) -> str:
    """Where a session stopped, in a few words."""
    if session.step == "voting":
        return many("Paused in the vote. {n} ballot is safe.", "Paused in the vote. {n} ballots are safe.", session.in_box or 0)
    if session.step == "reading":
        return many("{n} comment is to be read.", "{n} comments are to be read.", len(session.unread))
    return _("Closed. The summary can be written.") if session.step == "telling" else _("The round was dropped.")
