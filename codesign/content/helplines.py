"""The help lines of the support card. A line is shown only when its source was read; a stale date warns the facilitator."""

import os
from collections.abc import Mapping
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
_MOST = 16
"""Lines that are shown at all."""


class HelpLine(Struct, frozen=True, kw_only=True):
    """One national line as it stands on the card."""

    name: str
    reach: str
    what: str
    """Who it is for."""
    then: str = ""
    """What happens when you contact it."""
    sends: str = ""
    """Whom it may tell or send; empty where that is not known."""
    hours: str = ""
    languages: str = ""
    """Empty where they are not known."""
    checked_on: date
    tried_on: date | None = None
    """The last day on which somebody here is known to have contacted it."""


class _Line(Struct, frozen=True):
    name: str
    card_name: str = ""
    card_reach: str = ""
    card_what: str = ""
    card_then: str = ""
    card_sends: str = ""
    card_hours: str = ""
    card_languages: str = ""
    checked_on: date | None = None
    tried_on: date | None = None
    status: str = ""


class _File(Struct, frozen=True):
    line: list[_Line]
    warn_after_days: int = 90
    checked_means: str = ""


class HelpLines(Struct, frozen=True):
    """The checked lines, in the order of the file."""

    lines: tuple[HelpLine, ...]
    """Those that the support card begins with, and that stand on paper."""
    warn_after_days: int
    problem: str = ""
    """Why the facilitator's own file could not be used; the lines are then those that came with the program."""
    more: tuple[HelpLine, ...] = ()
    """The others: further down on the card, and on Our board."""
    checked_means: str = ""
    """What was done on the day on which a line was looked up, as the file says it."""

    @property
    def all(self) -> tuple[HelpLine, ...]:
        return (*self.lines, *self.more)

    @property
    def first(self) -> "HelpLines":
        """What there is room for on paper."""
        return replace(self, more=())

    def stale(self, today: date) -> list[str]:
        """Names of lines whose check is too old to trust."""
        return [line.name for line in self.all if self.is_old(line.checked_on, today)]

    def is_old(self, checked_on: date, today: date) -> bool:
        """Whether a check of that day is too old to trust."""
        return checked_on < today - timedelta(days=self.warn_after_days)

    @property
    def looked_up_on(self) -> date | None:
        """The day of the oldest check; None where there is no line."""
        return min((line.checked_on for line in self.all), default=None)

    @property
    def never_tried(self) -> list[str]:
        """Names of lines that nobody here is known to have contacted."""
        return [line.name for line in self.all if line.tried_on is None]

    def tried(self, days: Mapping[str, date]) -> "HelpLines":
        """With the days (name of a line -> day) that were marked here; of two the later one counts."""

        def told(line: HelpLine) -> HelpLine:
            known = [day for day in (line.tried_on, days.get(line.name)) if day]
            return replace(line, tried_on=max(known, default=None))

        return replace(self, lines=tuple(map(told, self.lines)), more=tuple(map(told, self.more)))


def help_lines(data: Path) -> HelpLines:
    """The lines from the data folder's own file, or those that came with the program. Support always opens: a file that can't
    be read is a problem to tell the facilitator, never an error."""
    own = data / _FILE
    if not os.path.lexists(own):  # a link to nowhere is a list that is missed
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
            then=clean(line.card_then, NAME_LIMIT),
            sends=clean(line.card_sends, NAME_LIMIT),
            hours=clean(line.card_hours, NAME_LIMIT),
            languages=clean(line.card_languages, NAME_LIMIT),
            checked_on=line.checked_on,
            tried_on=line.tried_on,
        )
        for line in file.line
        if line.card_name and line.card_reach and line.status == "sourced" and line.checked_on
    ]
    first, more = lines[:_ON_THE_CARD], lines[_ON_THE_CARD:_MOST]
    warn_after = max(1, min(file.warn_after_days, 3650))
    return HelpLines(tuple(first), warn_after, more=tuple(more), checked_means=clean(file.checked_means, NAME_LIMIT))
