"""The facilitator's code before everything that is the facilitator's: asked for, or set where a record has none yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.front import code_forgotten
from codesign.tui.app import CodesignApp
from codesign.tui.screens.page import Page
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession


class Gate:
    """The pages that ask for the code of one open session."""

    def __init__(self, app: CodesignApp, opened: "OpenSession", show_words: Callable[[str, Callable[[], None]], None]) -> None:
        """`show_words` shows the words that a new code comes with, and goes on once they are written down."""
        self._app = app
        self._opened = opened
        self._show_words = show_words

    def page(self, then: Callable[[], None], back: Callable[[], None], first: str = "") -> Page:
        """Asks for the code and calls `then` once it was right; `first` stands above the question."""
        from codesign.tui.screens.facilitator.lines import CodePage

        code, session = self._opened.code, self._opened.session
        if not code.is_set:
            return self._new_code_page(then, back)

        def check(value: str) -> None:
            code.check(value)
            then()

        lines = [first] if first else []
        if session.setup.made_up:
            lines.append(_("In this made-up session the code is 000000."))
        else:
            lines.append(code_forgotten(has_words=code.has_words))
        title = _("Session running") if session.step == "voting" else session.setup.title
        return CodePage(title, _("Facilitator's code"), lines=lines, secret=True, on_enter=check, on_back=back)

    def _new_code_page(self, then: Callable[[], None], back: Callable[[], None], first: str = "") -> Page:
        """A record made without the screens has no code yet: it is asked for twice, so that no slip locks anybody out."""
        from codesign.tui.screens.facilitator.lines import CodePage

        def take(value: str) -> None:
            if not first:
                self._app.go(lambda: self._new_code_page(then, back, first=value))
            elif value == first:
                self._show_words(self._opened.set_code(value), then)
            else:
                raise CodesignError(_("The two codes are not the same. Esc begins again."))

        lines = [_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth.")]
        question = _("The code again") if first else _("New code, six digits")
        again = (lambda: self._app.go(lambda: self._new_code_page(then, back))) if first else back
        return CodePage(_("A code for this session"), question, lines=lines, secret=True, on_enter=take, on_back=again)
