"""The course of a session in plain lines, in the facilitator's hands: set up, vote, close, result. Which page follows which.

Holds the open session. The youth side gets values and the two functions that seal and cast.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.content.picks import quick_picks
from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Plan
from codesign.front import Before, support_rows, warning_of_lines, who_will_see
from codesign.phrases import MADE_UP_PAGE, synced_words
from codesign.plain.between import Between
from codesign.plain.console import Console, Hidden
from codesign.plain.gate import passes, tell_words
from codesign.plain.outcome import Outcome, tell_last_time
from codesign.plain.set_up import ENGLISH_ONLY, set_up
from codesign.plain.talk import Talk
from codesign.plain.turn import OneTurn
from codesign.plain.turns import Turns
from codesign.words import OWN, _

if TYPE_CHECKING:
    from codesign.engine import Engine, OpenSession, Sealed


class Course:
    """From one open session to home again."""

    def __init__(self, console: Console, opened: "OpenSession", engine: "Engine") -> None:
        self._console = console
        self._opened = opened
        self._engine = engine
        self._turns: Turns[Sealed] | None = None
        self._before: Before = ""
        self._outcome = Outcome(console, opened)

    def run(self, page: str) -> None:
        """From this page on, until the facilitator goes home. After a cover nothing of the facilitator's is open."""
        pages: dict[str, Callable[[], str]] = {
            "last time": self._last_time,
            "vote": self._vote,
            "saved": self._saved,
            "code": self._code,
            "menu": lambda: Between(self._console, self._opened, self._turns).menu(),
            "talk": self._outcome.talk,
            "again": self._outcome.again,
            "second": self._second,
            "result": self._outcome.result,
            "alone": self._alone,
            "review": self._outcome.review,
            "folder": self._outcome.folder,
            "answer": self._outcome.answer,
        }
        while page != "home":
            try:
                page = pages[page]()
            except Hidden:
                page = self._hidden()
            except CodesignError as error:
                page = self._refused(error, page)

    def _hidden(self) -> str:
        self._console.hide()
        return "vote" if self._voting and self._turns else "code"

    def _refused(self, error: CodesignError, page: str) -> str:
        """What went wrong, and then the same page again."""
        try:
            self._console.say(str(error))
            self._console.wait(_("Press Enter to go on."))
        except Hidden:
            return self._hidden()
        return page

    @property
    def _voting(self) -> bool:
        return self._opened.session.step == "voting"

    def resume(self) -> None:
        """Go on with a record; the code stands before it."""
        self._before = "resumed"
        self._console.top = _(MADE_UP_PAGE) if self._opened.session.setup.made_up else ""
        if self._opened.session.setup.language != OWN:
            self._console.say(_(ENGLISH_ONLY))
            with contextlib.suppress(Hidden):
                self._console.wait(_("Press Enter to go on."))
        self.run("code")

    def leave(self) -> bool:
        """Let go of the record. A ballot that waits is tried once more; whether none was lost."""
        saved = self._turns is None or not self._turns.not_saved or self._turns.save_again()
        self._opened.leave()
        return saved

    # Pages

    def _code(self) -> str:
        if not passes(self._console, self._opened):
            return "vote" if self._voting and self._turns else "home"
        return self._where()

    def _where(self) -> str:
        """Where the facilitator is: while a round is open its menu, after that the talk before the result, or the result."""
        session = self._opened.session
        if session.step == "voting":
            return "menu"
        return "home" if session.step == "empty" else "result" if session.is_told else "talk"

    def _alone(self) -> str:
        turn = _("Turn the screen away from the room, and use headphones. Only you read the comments.")
        return "review" if passes(self._console, self._opened, turn) else self._where()

    def _second(self) -> str:
        self._turns, self._before = None, "again"
        return "vote"

    def _saved(self) -> str:
        self._before = "saved"
        return "vote"

    def _last_time(self) -> str:
        """What came of the session before this one, for the room, and then the first hand-over."""
        earlier = self._engine.last_time(self._opened.session)
        if earlier:
            tell_last_time(self._console, earlier)
        return "vote"

    def _vote(self) -> str:
        """The laptop goes from one person to the next, until the facilitator is called."""
        self._turns = self._turns or self._new_turns()
        before, self._before = self._before, ""
        self._turns.until_called(before)
        return "code"

    def _new_turns(self) -> "Turns[Sealed]":
        opened, session = self._opened, self._opened.session
        support = support_rows(session.setup, self._engine.help_lines())
        who_sees = who_will_see(session.lines)

        def new_turn() -> OneTurn:
            return OneTurn(
                self._console,
                session.round_cards,
                quick_picks(),
                audience=session.setup.audience,
                second_vote=len(session.rounds) > 1,
                support=support,
                who_sees=who_sees,
            )

        return Turns(
            self._console,
            new_turn,
            Talk(self._console, support, who_sees),
            expected=session.setup.expected,
            in_box=lambda: opened.session.in_box or 0,
            seal=opened.seal,
            cast=opened.cast,
        )


def must_be_tried(console: Console) -> None:
    """No real session where nobody knows what stays on the screen.

    Raises:
        CodesignError: nobody has tried plain mode on this system yet.
    """
    if not console.is_tried:
        raise CodesignError(f"{untried()} {_('Nothing was changed.')}")


def untried() -> str:
    """What somebody reads where plain mode was not tried yet."""
    return _(
        "Plain mode was never tried on Windows, so nobody knows what stays on the screen for the next person. It opens made-up "
        "sessions only. For a real one use the screens, or Linux or macOS."
    )


class Courses:
    """How a session comes to be open: set up from a plan, or a record to go on with."""

    def __init__(self, console: Console, engine: "Engine") -> None:
        self._console = console
        self._engine = engine
        self.lost = False
        """A sealed ballot could not be saved before the program ended."""

    def start(self, plan: Plan) -> None:
        """Set-up, then the first hand-over; returns when the facilitator goes home."""
        must_be_tried(self._console)
        service = self._engine.synced_by()
        typed: dict[str, object] = {}
        while True:
            try:
                if service:
                    self._console.page(
                        _("These records are copied elsewhere."), synced_words(self._engine.places.data, service)
                    )
                    self._console.wait(_("Press Enter to go on."))
                opened = self._set_up(plan, typed)
                break
            except Hidden:
                self._console.hide()
        if opened:
            self._run(opened, lambda course: course.run("last time"))

    def _set_up(self, plan: Plan, typed: dict[str, object]) -> "OpenSession | None":
        today = self._engine.today()
        form = set_up(self._console, plan, today, warning_of_lines(self._engine.help_lines(), today), typed)
        if form is None:
            return None
        opened = self._engine.start(plan, form.setup(today), form.lines(plan))
        try:
            words = opened.set_code(form.code)
        except CodesignError:
            with contextlib.suppress(CodesignError):  # the first error is the one to tell; an empty round is no loss
                opened.drop_round()
            opened.leave()
            raise
        try:
            tell_words(self._console, words)
        except Hidden:  # the session is there: what was hidden is not set up a second time
            self._console.hide()
        return opened

    def open(self, path: Path) -> None:
        """Go on with a record; returns when the facilitator goes home."""
        try:
            opened = self._engine.open(path)
        except Damaged as error:
            raise CodesignError(
                _("{error} To look at it: youth-codesign mend {name}", error=error, name=path)
                if "mend" not in str(error)
                else str(error)
            ) from None
        if not opened.session.setup.made_up:
            try:
                must_be_tried(self._console)
            except CodesignError:
                opened.leave()
                raise
        self._run(opened, Course.resume)

    def _run(self, opened: "OpenSession", what: Callable[[Course], None]) -> None:
        course = Course(self._console, opened, self._engine)
        try:
            what(course)
        finally:
            self._console.top = ""
            self.lost = not course.leave()
