"""The help lines of the support card. A line is shown only when its source was read; a stale date warns the facilitator."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

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


def _read(data: Path) -> tuple[_File, Path]:
    own = data / _FILE
    path = own if own.exists() else root() / _FILE
    values, _ = read_toml(path, "list of help lines")
    try:
        return msgspec.convert(values, _File), path
    except msgspec.ValidationError as error:
        raise CodesignError(
            f"{path}: {error}. Mend it, or delete the file to use the one that came with the program."
        ) from None


def help_lines(data: Path) -> tuple[HelpLine, ...]:
    """The checked lines for the card, from the data folder's own file first.

    Raises:
        CodesignError: the file can't be read.
    """
    file, _ = _read(data)
    return tuple(
        HelpLine(
            name=clean(line.card_name, NAME_LIMIT),
            reach=clean(line.card_reach, NAME_LIMIT),
            what=clean(line.card_what, NAME_LIMIT),
            checked_on=line.checked_on,
        )
        for line in file.line
        if line.card_name and line.card_reach and line.status == "sourced" and line.checked_on
    )[:_ON_THE_CARD]


def stale_lines(data: Path, today: date) -> list[str]:
    """Names of lines on the card whose check is too old to trust."""
    file, _ = _read(data)
    oldest = today - timedelta(days=file.warn_after_days)
    return [line.name for line in help_lines(data) if line.checked_on < oldest]
