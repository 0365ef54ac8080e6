"""The policy team's answer to a closed session: read from its file, shown to the room. Which page follows which."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.front import typed_path, what_a_file_brought
from codesign.phrases import day
from codesign.tui.app import CodesignApp
from codesign.tui.home import Rows
from codesign.tui.screens.facilitator.lines import FilePage
from codesign.tui.screens.facilitator.menus import AnswerPage
from codesign.tui.screens.facilitator.written import BroughtPage
from codesign.tui.screens.last_time import LastTimePage
from codesign.tui.widgets.menu import Item
from codesign.words import _

if TYPE_CHECKING:
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
        file = typed_path(name)
        taken = self._opened.take_decisions(file)
        lines = what_a_file_brought(taken, len(self._opened.session.told_cards))
        files = self._opened.write_posters(file.parent)
        self._app.go(lambda: BroughtPage(lines, files, on_go=self.menu))

    def _show(self) -> None:
        session = self._opened.session
        self._app.go(lambda: LastTimePage(session, on_go=self.menu))
