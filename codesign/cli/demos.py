"""The made-up sessions that somebody plays while the program runs."""

from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from codesign.engine import Engine
from codesign.engine.open_session import OpenSession

if TYPE_CHECKING:
    from codesign.store.throwaway import ThrowAway


class Demos:
    """Made-up sessions, each in a folder that is thrown away; only their summaries stay."""

    def __init__(self, engine: Engine, out: Path | None) -> None:
        self._engine = engine
        self._out = out
        self._folders: list[ThrowAway] = []
        self.summaries: list[Path] = []

    def start(self) -> tuple[OpenSession, Path]:
        from codesign.demo import demo_engine, start_demo
        from codesign.store.throwaway import ThrowAway

        folder = ThrowAway()
        self._folders.append(folder)
        opened = start_demo(demo_engine(folder.path, self._engine.today))
        self.summaries.append(self._out or folder.path.with_name(f"group-notes-made-up-summary-{token_hex(4)}"))
        return opened, self.summaries[-1]

    def throw_away(self) -> None:
        for folder in self._folders:
            folder.throw_away()
