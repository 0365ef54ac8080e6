"""The course of a session, in the facilitator's hands: vote, close, result. Which page comes after which.

Holds the open session. Pages are imported when they are first shown.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.plan import Lines, Plan
from codesign.core.session import Setup
from codesign.phrases import what_is_shown
from codesign.tui.app import CodesignApp, PageMaker
from codesign.tui.home import Home, Rows
from codesign.tui.screens.page import Page
from codesign.tui.widgets.menu import Item
from codesign.words import _, many

if TYPE_CHECKING:
    from codesign.engine import Engine, OpenSession, Sealed
    from codesign.tui.outcome import Outcome
    from codesign.tui.screens.youth.handover import Before
    from codesign.tui.turns import Turns

FEW = 5  # ballots under which nothing could be shown of any card


class Course:
    """From home to home again."""

    def __init__(self, app: CodesignApp, engine: "Engine", start_demo: Callable[[], "OpenSession"]) -> None:
        self._app = app
        self._engine = engine
        self._start_demo = start_demo
        self._opened: OpenSession | None = None
        self._turns: Turns[Sealed] | None = None
        self._rows: list[tuple[str, str, str]] = []
        self._home = Home(app, engine, on_open=self.open, on_start=self.start, on_demo=self.demo)
        app.support_rows = self._support_rows
        app.who_sees = lambda: what_is_shown(self._opened.session.lines) if self._opened else []
        app.after_hide = self._after_hide
        app.begin = self.home

    # Over every page

    def _support_rows(self) -> list[tuple[str, str, str]]:
        """The support card: in memory from the first hand-over on; before that, read when somebody asks."""
        if not self._rows:
            self._read_support()
        return self._rows

    def _read_support(self) -> None:
        person, local, lines = self._opened.support if self._opened else ("", "", self._engine.help_lines())
        self._rows = [
            *([(_("Here now"), person, _("Just say: can we talk?"))] if person else []),
            (_("In danger right now"), _("Call 911"), _("Police may come.")),
            *([(_("Our own line"), local, _("A worker from this program answers."))] if local else []),
            *((line.name, line.reach, line.what) for line in lines),
        ]

    def _after_hide(self) -> PageMaker:
        """Back from the cover: to the hand-over in a turn, to the code while a session is open, else home."""
        if self._turns:
            return self._turns.after_hide()
        return (lambda: self._code_page(self.session, self.home)) if self._opened else self._home.page

    def _problem(self, title: str, error: CodesignError, then: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.forms import ProblemPage

        sentence = str(error)
        self._app.go(lambda: ProblemPage(title, sentence, on_go=then))

    # From home and back

    def home(self) -> None:
        self.leave()
        self._app.made_up = False
        self._home.show()

    def leave(self) -> None:
        """Let go of the session. An open round stays open."""
        if self._opened:
            self._opened.leave()
        self._opened, self._turns, self._rows = None, None, []

    def start(self, plan: Plan, setup: Setup, lines: Lines, code: str) -> None:
        """A new session, from set-up straight to the first hand-over."""
        opened = self._engine.start(plan, setup, lines)
        try:
            opened.code.set(code)
        except CodesignError:
            opened.leave()
            raise
        self._opened = opened
        self.vote("")

    def open(self, path: Path) -> None:
        """Go on with a record; the code stands before it."""
        try:
            self._opened = self._engine.open(path)
        except CodesignError as error:
            self._problem(_("This session can't be opened"), error, self.home)
            return
        self._app.made_up = self._opened.session.setup.made_up
        self._read_support()
        self._app.go(lambda: self._code_page(self.session, self.home))

    def demo(self) -> None:
        """A made-up group in the middle of its vote, in a folder that is thrown away."""
        self._opened = self._start_demo()
        self._app.made_up = True
        self.vote("")

    @property
    def opened(self) -> "OpenSession":
        if self._opened is None:
            raise RuntimeError("no session is open")
        return self._opened

    # A session

    def vote(self, before: "Before") -> None:
        """Give the laptop to the first, or next, person. From here on no page of the facilitator is mounted."""
        from codesign.content.picks import quick_picks
        from codesign.tui.turns import Turns

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
        if turns is None:
            return
        back = turns.save_again if turns.not_saved else turns.hand_over
        self._app.go(lambda: self._code_page(self.session, back))

    def _code_page(self, then: Callable[[], None], back: Callable[[], None]) -> Page:
        from codesign.tui.screens.facilitator.forms import CodePage

        code = self.opened.code

        def check(value: str) -> None:
            if code.is_set:
                code.check(value)
            else:
                code.set(value)
            then()

        lines = []
        if self.opened.session.setup.made_up:
            lines = [_("In this made-up session the code is 000000.")]
        elif not code.is_set:
            lines = [_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth.")]
        question = _("Facilitator's code") if code.is_set else _("New code, six digits")
        return CodePage(_("Session running"), question, lines=lines, secret=True, on_enter=check, on_back=back)

    def session(self) -> None:
        """Where the facilitator is: while a round is open its menu, after that the result."""
        step = self.opened.session.step
        if step == "voting":
            self._menu()
            return
        self._turns = None
        if step == "empty":
            self.home()
        else:
            self._outcome().result()

    def _menu(self) -> None:
        from codesign.tui.screens.facilitator.menus import SessionPage
        from codesign.tui.screens.youth.handover import box_words

        session = self.opened.session
        count = session.in_box or 0
        items: Rows = [
            (Item("vote", _("Next person"), _("Turn the laptop to the wall and pass it on.")), lambda: self.vote("")),
            (Item("close", _("Close the round"), _("Count, and show the room what it said. For good.")), self._sure_close),
            (Item("pause", _("Pause and go home"), _("Every ballot in the box is safe. Go on any time.")), self.home),
            (Item("drop", _("Drop the round"), _("Throw the ballots away, uncounted.")), self._sure_drop),
        ]
        if self._turns and self._turns.not_saved:
            about = _("One ballot is sealed and not on the disk yet.")
            lost = _("Its answers are lost; all others are safe.")
            items = [
                (Item("again", _("Save the waiting ballot again"), about), self._turns.save_again),
                (Item("give-up", _("Give the waiting ballot up"), lost), self._give_up),
            ]
        few = _("Fewer than {n} ballots: nothing could be shown of any card yet.", n=FEW)
        self._app.go(
            lambda: SessionPage(
                session.setup.title,
                items,
                right=_("Voting"),
                lines=[
                    box_words(count, session.setup.expected),
                    _("Comments are read right after the round, before anyone leaves."),
                ],
                alerts=[few] if count < FEW else [],
            )
        )

    def _give_up(self) -> None:
        if self._turns:
            self._turns.give_up()
        self.session()

    def _sure(self, question: str, lines: list[str], on_yes: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.forms import SurePage

        self._app.go(lambda: SurePage(question, lines, on_yes=on_yes, on_back=self.session))

    def _sure_close(self) -> None:
        lines = [
            many("{n} ballot is in the box.", "{n} ballots are in the box.", self.opened.session.in_box or 0),
            _("Closing counts them and breaks the seal for good: no ballot exists any more, only counts and comments."),
            _("Then the room sees the result, and you read the comments before anyone leaves."),
        ]
        self._sure(_("Close the round?"), lines, self._close)

    def _close(self) -> None:
        try:
            self.opened.close_round()
        except CodesignError as error:
            self._problem(_("The round is still open"), error, self.session)
            return
        self.session()

    def _sure_drop(self) -> None:
        lines = [_("The ballots are thrown away and nothing is counted. This can't be taken back.")]
        self._sure(_("Drop the round?"), lines, self._drop)

    def _drop(self) -> None:
        try:
            self.opened.drop_round()
        except CodesignError as error:
            self._problem(_("The round was not dropped"), error, self.session)
            return
        self.home()

    def _outcome(self) -> "Outcome":
        from codesign.tui.outcome import Outcome

        return Outcome(self._app, self.opened, on_home=self.home)
