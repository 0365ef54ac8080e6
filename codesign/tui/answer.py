"""The policy team's answer to a closed session: read from its file, shown to the room. Which page follows which."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.brought import KEEP_IT, LOOK_FIRST, NOW_KEPT, what_a_file_brings, what_the_dates_mean
from codesign.core.dates import Order
from codesign.core.errors import CodesignError
from codesign.front import typed_path
from codesign.phrases import day
from codesign.tui.app import CodesignApp
from codesign.tui.home import Rows
from codesign.tui.screens.facilitator.lines import FilePage
from codesign.tui.screens.facilitator.menus import AnswerPage
from codesign.tui.screens.facilitator.notices import ProblemPage
from codesign.tui.screens.facilitator.written import BroughtPage
from codesign.tui.screens.last_time import LastTimePage
from codesign.tui.widgets.menu import Item
from codesign.words import _

if TYPE_CHECKING:
    from codesign.core.decisions import Taken
    from codesign.engine import OpenSession


class Answers:
    """From the result to the answer and back."""

    def __init__(self, app: CodesignApp, opened: "OpenSession", *, on_back: Callable[[], None]) -> None:
        self._app = app
        self._opened = opened
        self._call_back = on_back

    def menu(self) -> None:
        session = self._opened.session
        due = _("Due: {day}", day=day(session.setup.answer_by)) if session.setup.answer_by else ""
        items: Rows = [
            (
                Item("read", _("The team has answered"), _("Read the summary that they filled in; makes the poster.")),
                self._ask_file,
            ),
            (
                Item("show", _("Show it to the room"), _("What you said, and what came of it.") if session.decisions else due),
                self._show,
            ),
        ]
        lines = [_("No answer yet")] if not session.decisions else []
        self._app.go(lambda: AnswerPage(_("The policy team's answer"), items, lines=lines, keys={"back": self._call_back}))

    def _ask_file(self) -> None:
        self._app.go(
            lambda: FilePage(
                _("Which file did they send back?"),
                _("File"),
                lines=[_("summary.docx or summary.csv, as they filled it in. The posters are written beside it.")],
                on_enter=self._read,
                on_back=self.menu,
            )
        )

    def _read(self, name: str) -> None:
        if not name:
            raise CodesignError(_("Name the file."))
        self._look(typed_path(name))

    def _look(self, file: Path, order: Order = "") -> None:
        """What the file brings: kept at once, or first what is odd about it and a question."""
        taken = self._opened.look_at_decisions(file, order)
        if not taken.needs_a_yes:
            self._keep(taken, file)
            return
        lines = what_a_file_brings(taken, len(self._opened.session.told_cards))
        self._app.go(lambda: BroughtPage(_(LOOK_FIRST), lines, (), on_go=lambda: self._ask_whether(taken, file)))

    def _ask_whether(self, taken: "Taken", file: Path) -> None:
        """After what is odd, or takes the place of an earlier answer, was read."""
        dates = what_the_dates_mean(taken.two_readings) if taken.two_readings else {}
        items: Rows = [
            (Item("no", _("No"), _("Nothing is changed.")), self.menu),
            *(
                (Item(order, words, _("So are all its dates.")), partial(self._look_again, file, order))
                for order, words in dates.items()
            ),
            (Item("yes", _("Yes, keep it"), _("The posters are written.")), lambda: self._keep(taken, file)),
        ]
        self._app.go(lambda: AnswerPage(_(KEEP_IT), items, keys={"back": self.menu}))

    def _look_again(self, file: Path, order: Order) -> None:
        try:
            self._look(file, order)
        except CodesignError as error:
            self._refused(error)

    def _keep(self, taken: "Taken", file: Path) -> None:
        try:
            self._opened.keep_decisions(taken)
            files = self._opened.write_posters(file.parent)
        except CodesignError as error:
            self._refused(error)
            return
        lines = what_a_file_brings(taken, len(self._opened.session.told_cards))
        self._app.go(lambda: BroughtPage(_(NOW_KEPT), lines, files, on_go=self.menu))

    def _refused(self, error: CodesignError) -> None:
        sentence = str(error)
        self._app.go(lambda: ProblemPage(_("The team's answers"), sentence, on_go=self.menu))

    def _show(self) -> None:
        session = self._opened.session
        self._app.go(lambda: LastTimePage(session, on_go=self.menu))
