"""The course of a session, in the facilitator's hands: vote, close, result. Which page comes after which.

Holds the open session. Pages are imported when they are first shown.
"""

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Lines, Plan
from codesign.core.session import Setup
from codesign.front import Before, support_rows, who_will_see
from codesign.phrases import synced_words, what_can_be_read
from codesign.tui.app import CodesignApp, PageMaker
from codesign.tui.home import Home
from codesign.words import N_, OWN, _

if TYPE_CHECKING:
    from codesign.engine import Engine, OpenSession, Sealed
    from codesign.tui.gate import Gate
    from codesign.tui.outcome import Outcome
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
        self._unread: tuple[str, Callable[[], None]] | None = None
        """The four words on the screen, and what follows them; Hide must not be their end."""
        self.summary_folder: Path | None = None
        """Where to propose to write a summary; None for a folder of the facilitator's own."""
        self._home = Home(app, engine, on_open=self.open, on_start=self.start, on_demo=self.demo)
        app.support_rows = self._support_rows
        app.who_sees = lambda: who_will_see(self._opened.session.lines) if self._opened else []
        app.after_hide = self._after_hide
        app.covers_soon = lambda: bool(self._turns and self._turns.is_open)
        app.on_idle = lambda: self._turns.idle() if self._turns else None
        app.begin = self.begin

    # Over every page

    def _support_rows(self) -> list[tuple[str, str, str]]:
        """The support card: in memory from the first hand-over on; before that, read when somebody asks."""
        if not self._rows:
            self._read_support()
        return [(_(who), _(reach), _(what)) for who, reach, what in self._rows]

    def _read_support(self) -> None:
        setup = self._opened.session.setup if self._opened else None
        self._rows = support_rows(setup, self._engine.help_lines())

    def _after_hide(self) -> PageMaker:
        """Back from the cover: to the hand-over in a turn, to the code while a session is open, else home."""
        if self._turns:
            return self._turns.after_hide()
        then = partial(self._four_words, *self._unread) if self._unread else self.session
        return (lambda: self._gate.page(then, self.home)) if self._opened else self._home.after_hide()

    def _problem(self, title: str, error: CodesignError, then: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.notices import ProblemPage

        sentence = str(error)
        self._app.go(lambda: ProblemPage(title, sentence, on_go=then))

    # From home and back

    def begin(self) -> None:
        """Home; before it, once, a warning where the records lie in a folder that is copied to other machines."""
        self._after_warning(self.home)

    def begin_with(self, plan: Plan) -> None:
        """The set-up of a plan, after the same warning."""
        self._after_warning(lambda: self._home.set_up(plan))

    def _after_warning(self, then: Callable[[], None]) -> None:
        from codesign.tui.screens.facilitator.notices import ProblemPage

        service = self._engine.synced_by()
        if not service:
            then()
            return
        words = synced_words(self._engine.places.data, service)
        self._app.go(lambda: ProblemPage(_("These records are copied elsewhere"), words, on_go=then))

    def home(self) -> None:
        self.leave()
        self._app.made_up, self._app.room_language = False, OWN
        self._home.show()

    def leave(self) -> None:
        """Let go of the session. An open round stays open."""
        if self._opened:
            self._opened.leave()
        self._opened, self._turns, self._rows, self._before, self._unread = None, None, [], "", None
        self.summary_folder = None

    def start(self, plan: Plan, setup: Setup, lines: Lines, code: str) -> None:
        """A new session, from set-up by way of the four words to the first hand-over."""
        opened = self._engine.start(plan, setup, lines)
        try:
            words = opened.set_code(code)
        except CodesignError:
            with contextlib.suppress(CodesignError):  # the first error is the one to tell; an empty round is no loss
                opened.drop_round()
            opened.leave()
            raise
        self._take(opened)
        self._four_words(words, self._last_time)

    def _four_words(self, words: str, then: Callable[[], None]) -> None:
        """Shows them; after Hide and the code again, until somebody says that they are written down."""
        from codesign.tui.screens.facilitator.notices import FourWordsPage

        def written_down() -> None:
            self._unread = None
            then()

        self._unread = words, then
        self._app.go(lambda: FourWordsPage(words, on_go=written_down))

    def _take(self, opened: "OpenSession") -> None:
        """The session that all pages are of from now on."""
        setup = opened.session.setup
        self._opened = opened
        self._app.made_up, self._app.room_language = setup.made_up, setup.language

    def _last_time(self) -> None:
        """What came of the session before this one, for the room, and then the first hand-over."""
        earlier = self._engine.last_time(self.opened.session)
        if earlier is None:
            self.vote("")
            return
        from codesign.tui.screens.last_time import LastTimePage

        self._app.go(lambda: LastTimePage(earlier, on_go=lambda: self.vote("")))

    def open(self, path: Path) -> None:
        """Go on with a record; the code stands before it."""
        try:
            self._take(self._engine.open(path))
        except Damaged:
            self._damaged(path)
            return
        except CodesignError as error:
            self._problem(_("This session can't be opened"), error, self.home)
            return
        self._read_support()
        self._before = "resumed"
        self._app.go(lambda: self._gate.page(self.session, self.home))

    def _damaged(self, path: Path) -> None:
        """What was found, what can be read of it, and a choice. Nothing is written before a yes."""
        from codesign.tui.screens.facilitator.notices import SurePage

        title = _("This record is damaged")
        try:
            found = what_can_be_read(self._engine.readable(path))
        except CodesignError as too_little:
            self._problem(title, too_little, self.home)
            return

        def mend() -> None:
            try:
                self._engine.mend(path)
            except CodesignError as refused:
                self._problem(title, refused, self.home)
                return
            self.open(path)

        lines = [
            _("{name} was changed outside this program, or it is damaged. It was left as it is.", name=path.name),
            found,
            _("Go on with that? The damaged file is put aside and kept. The summary will say that the record was mended."),
        ]
        self._app.go(lambda: SurePage(title, lines, on_yes=mend, on_back=self.home))

    def demo(self) -> None:
        """A made-up group in the middle of its vote, in a folder that is thrown away."""
        try:
            self._take(self._start_demo())
        except CodesignError as error:
            self._problem(_("The made-up session can't start"), error, self.home)
            return
        self.vote("")

    @property
    def opened(self) -> "OpenSession":
        if self._opened is None:
            raise RuntimeError("no session is open")
        return self._opened

    @property
    def _gate(self) -> "Gate":
        from codesign.tui.gate import Gate

        return Gate(self._app, self.opened, self._four_words)

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
            second_vote=len(session.rounds) > 1,
            in_box=lambda: opened.session.in_box or 0,
            seal=opened.seal,
            cast=opened.cast,
            help_now=lambda: [f"{who}: {reach}" for who, reach, _what in self._support_rows()[:4]],
            on_facilitator=self._ask_code,
        )
        self._turns.hand_over(before)

    def _ask_code(self) -> None:
        turns = self._turns
        if turns is None:
            return
        self._app.go(lambda: self._gate.page(self.session, turns.show))

    def session(self) -> None:
        """Where the facilitator is: while a round is open its menu, after that the result."""
        step = self.opened.session.step
        if step == "voting":
            from codesign.tui.between import Between

            Between(
                self._app, self.opened, self._turns, on_vote=self._next_person, on_session=self.session, on_home=self.home
            ).menu()
            return
        self._turns = None
        if step == "empty":
            self.home()
        else:
            self._outcome().show()

    def _next_person(self) -> None:
        before, self._before = self._before, ""
        self.vote(before)

    def _outcome(self) -> "Outcome":
        from codesign.tui.outcome import Outcome

        return Outcome(
            self._app, self.opened, self.summary_folder, on_home=self.home, on_round=self._next_round, alone=self._alone
        )

    def _next_round(self, card_ids: Sequence[str]) -> None:
        self.opened.open_round(card_ids)
        self.vote("again")

    def _alone(self, then: Callable[[], None]) -> None:
        turn = N_("Turn the screen away from the room. Only you read the comments.")
        self._app.go(lambda: self._gate.page(then, self.session, _(turn)))
