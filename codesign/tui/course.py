"""The course of a session, in the facilitator's hands: vote, close, result. Which page comes after which.

Holds the open session. Pages are imported when they are first shown.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.disclosure import SHOWN_FROM
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


class Course:
    """From home to home again."""

    def __init__(self, app: CodesignApp, engine: "Engine", start_demo: Callable[[], "OpenSession"]) -> None:
        self._app = app
        self._engine = engine
        self._start_demo = start_demo
        self._opened: OpenSession | None = None
        self._turns: Turns[Sealed] | None = None
        self._rows: list[tuple[str, str, str]] = []
        self._before: Before = ""
        self.summary_folder: Path | None = None
        """Where to propose to write a summary; None for a folder of the facilitator's own."""
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
        setup = self._opened.session.setup if self._opened else None
        person, local = (setup.support_person, setup.local_line) if setup else ("", "")
        self._rows = [
            *([(_("Here now"), person, _("Just say: can we talk?"))] if person else []),
            (_("In danger right now"), _("Call 911"), _("Police may come.")),
            *([(_("Our own line"), local, _("A worker from this program answers."))] if local else []),
            *((line.name, line.reach, line.what) for line in self._engine.help_lines().lines),
        ]

    def _after_hide(self) -> PageMaker:
        """Back from the cover: to the hand-over in a turn, to the code while a session is open, else home."""
        if self._turns:
            return self._turns.after_hide()
        return (lambda: self._code_page(self.session, self.home)) if self._opened else self._home.page

    def _problem(self, title: str, error: CodesignError, then: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.notices import ProblemPage

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
        self._opened, self._turns, self._rows, self._before = None, None, [], ""
        self.summary_folder = None

    def start(self, plan: Plan, setup: Setup, lines: Lines, code: str) -> None:
        """A new session, from set-up straight to the first hand-over."""
        opened = self._engine.start(plan, setup, lines)
        try:
            opened.code.set(code)
        except CodesignError:
            with contextlib.suppress(CodesignError):  # the first error is the one to tell; an empty round is no loss
                opened.drop_round()
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
        self._before = "resumed"
        self._app.go(lambda: self._code_page(self.session, self.home))

    def demo(self) -> None:
        """A made-up group in the middle of its vote, in a folder that is thrown away."""
        try:
            self._opened = self._start_demo()
        except CodesignError as error:
            self._problem(_("The made-up session can't start"), error, self.home)
            return
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

    def _code_page(self, then: Callable[[], None], back: Callable[[], None], first: str = "") -> Page:
        from codesign.tui.screens.facilitator.lines import CodePage

        code = self.opened.code
        if not code.is_set:
            return self._new_code_page(then, back)

        def check(value: str) -> None:
            code.check(value)
            then()

        lines = [first] if first else []
        if self.opened.session.setup.made_up:
            lines.append(_("In this made-up session the code is 000000."))
        title = _("Session running") if self.opened.session.step == "voting" else self.opened.session.setup.title
        return CodePage(title, _("Facilitator's code"), lines=lines, secret=True, on_enter=check, on_back=back)

    def _new_code_page(self, then: Callable[[], None], back: Callable[[], None], first: str = "") -> Page:
        """A record made without the screens has no code yet: it is asked for twice, so that no slip locks anybody out."""
        from codesign.tui.screens.facilitator.lines import CodePage

        def take(value: str) -> None:
            if not first:
                self._app.go(lambda: self._new_code_page(then, back, first=value))
            elif value == first:
                self.opened.code.set(value)
                then()
            else:
                raise CodesignError(_("The two codes are not the same. Esc begins again."))

        lines = [_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth.")]
        question = _("The code again") if first else _("New code, six digits")
        again = (lambda: self._app.go(lambda: self._new_code_page(then, back))) if first else back
        return CodePage(_("A code for this session"), question, lines=lines, secret=True, on_enter=take, on_back=again)

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
            (Item("vote", _("Next person"), _("Turn the laptop to the wall and pass it on.")), self._next_person),
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
        few = _("Fewer than {n} ballots: nothing could be shown of any card yet.", n=SHOWN_FROM)
        self._app.go(
            lambda: SessionPage(
                session.setup.title,
                items,
                right=_("Voting"),
                lines=[
                    box_words(count, session.setup.expected),
                    _("Comments are read right after the round, before anyone leaves."),
                ],
                alerts=[few] if count < SHOWN_FROM else [],
            )
        )

    def _next_person(self) -> None:
        before, self._before = self._before, ""
        self.vote(before)

    def _give_up(self) -> None:
        if self._turns:
            self._turns.give_up()
        self.session()

    def _sure(self, question: str, lines: list[str], on_yes: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.notices import SurePage

        self._app.go(lambda: SurePage(question, lines, on_yes=on_yes, on_back=self.session))

    def _sure_close(self) -> None:
        lines = [
            many("{n} ballot is in the box.", "{n} ballots are in the box.", self.opened.session.in_box or 0),
            _("Closing counts them and breaks the seal for good: no ballot exists any more, only counts and comments."),
            _("Then the room sees the result, and you read the comments before anyone leaves."),
        ]
        if (self.opened.session.in_box or 0) < SHOWN_FROM:
            lines[-1] = _("With fewer than {n} ballots nothing of any card will be shown, then or later.", n=SHOWN_FROM)
        self._sure(_("Close the round?"), lines, self._close)

    def _close(self) -> None:
        try:
            self.opened.close_round()
        except CodesignError as error:
            if self.opened.session.step == "voting":
                self._problem(_("The round is still open"), error, self.session)
            else:  # counted, but its key could not be destroyed: no result before that is done
                self._problem(_("The round is closed, but not cleaned up"), error, self._close)
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

        return Outcome(self._app, self.opened, self.summary_folder, on_home=self.home, alone=self._alone)

    def _alone(self, then: Callable[[], None]) -> None:
        turn = _("Turn the screen away from the room. Only you read the comments.")
        self._app.go(lambda: self._code_page(then, self.session, turn))
