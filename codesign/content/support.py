"""The help lines of the support card. A line is shown only when its source was read; a stale date warns the facilitator."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from codesign.content.root import root
from codesign.content.toml import read_toml
from codesign.core.errors import CodesignError
from codesign.core.text import NAME_LIMIT, clean

_FILE = "helplines.toml"
_ON_THE_CARD = 4


class HelpLine(Struct, frozen=True):
    """One national line as it stands on the card."""

    name: str
    reach: str
    what: str
    """Who it is for, or what happens when you contact it."""
    checked_on: date


class _Line(Struct, frozen=True):
    name: str
    card_name: str = ""
    card_reach: str = ""
    card_what: str = ""
    checked_on: date | None = None
    status: str = ""


class _File(Struct, frozen=True):
    line: list[_Line]
    warn_after_days: int = 90


class HelpLines(Struct, frozen=True):
    """The checked lines for the card, in the order of the file."""

    lines: tuple[HelpLine, ...]
    warn_after_days: int
    problem: str = ""
    """Why the facilitator's own file could not be used; the lines are then those that came with the program."""

    def stale(self, today: date) -> list[str]:
        """Names of lines whose check is too old to trust."""
        oldest = today - timedelta(days=self.warn_after_days)
        return [line.name for line in self.lines if line.checked_on < oldest]


def help_lines(data: Path) -> HelpLines:
    """The lines from the data folder's own file, or those that came with the program. Support always opens: a file that can't
    be read is a problem to tell the facilitator, never an error."""
    own = data / _FILE
    if not own.exists():
        return _read(root() / _FILE)
    try:
        return _read(own)
    except CodesignError as error:
        problem = f"{error} Until then the lines that came with the program are shown."
        return replace(_read(root() / _FILE), problem=problem)


def _read(path: Path) -> HelpLines:
    values, _ = read_toml(path, "list of help lines")
    try:
        file = msgspec.convert(values, _File)
    except msgspec.ValidationError as error:
        raise CodesignError(f"{path}: {error}. Mend it, or delete the file.") from None
    lines = [
        HelpLine(
            name=clean(line.card_name, NAME_LIMIT),
            reach=clean(line.card_reach, NAME_LIMIT),
            what=clean(line.card_what, NAME_LIMIT),
            checked_on=line.checked_on,
        )
        for line in file.line
        if line.card_name and line.card_reach and line.status == "sourced" and line.checked_on
    ]
    return HelpLines(tuple(lines[:_ON_THE_CARD]), max(1, min(file.warn_after_days, 3650)))
