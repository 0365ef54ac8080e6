"""What lies around every page, whichever it is: kept by the course, read by a view when somebody asks for it."""

from typing import TYPE_CHECKING

from codesign.course.shared_words import who_will_see
from codesign.course.support import support_in_words
from codesign.words import OWN, use_region

if TYPE_CHECKING:
    from codesign.content import HelpLines
    from codesign.core.session import Session
    from codesign.engine import Engine


class Around:
    """The support card, who will see what, and whether the session is made up."""

    def __init__(self, engine: "Engine | None" = None) -> None:
        """Without an engine there is no help line to read, and no day."""
        self._engine = engine
        self._session: Session | None = None
        self._lines: HelpLines | None = None

    def enter(self, session: "Session") -> None:
        """All pages are of this session from now on."""
        self._session, self._lines = session, None
        use_region(session.setup.region)

    def leave(self) -> None:
        """No session is open any more."""
        self._session = self._lines = None
        use_region("")

    @property
    def made_up(self) -> bool:
        return bool(self._session and self._session.setup.made_up)

    @property
    def language(self) -> str:
        """What the pages of youth and of the room begin in."""
        return self._session.setup.language if self._session else OWN

    def today(self) -> str:
        """YYYY-MM-DD; empty without an engine."""
        return self._engine.today().isoformat() if self._engine else ""

    def read_support(self) -> None:
        """Have the support card in memory from now on: no disk is needed when somebody asks for it."""
        if self._engine:
            self._lines = self._engine.help_lines()

    def support(self) -> list[tuple[str, str, str]]:
        """The support card in the language in use: who, how to reach them, what happens then."""
        if not self._lines:
            self.read_support()
        setup = self._session.setup if self._session else None
        return support_in_words(setup, self._lines) if self._lines else []

    def help_now(self) -> list[str]:
        """The first lines of it."""
        return [f"{who}: {reach}" for who, reach, _what in self.support()[:4]]

    def who_sees(self) -> list[str]:
        """The answer to "Who will see this?"; empty where no session is open."""
        return who_will_see(self._session.thresholds) if self._session else []
