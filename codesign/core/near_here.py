"""The agency's own list of people to talk to and services near here, and which help lines were tried by somebody here."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.text import NAME_LIMIT, clean

Kind = Literal["person", "service"]
FIELDS: dict[Kind, tuple[str, ...]] = {
    "person": ("name", "what", "reach", "hours", "passes_on"),
    "service": ("name", "what", "reach", "hours", "languages", "on_card"),
}
"""What is asked of each, in its order."""
LONGEST = {"what": 200, "passes_on": 200}
"""Letters of a field; NAME_LIMIT of the others."""
MOST: dict[Kind, int] = {"person": 8, "service": 24}


class Entry(Struct, frozen=True, kw_only=True):
    """Somebody to talk to here, or a service."""

    kind: Kind
    name: str = ""
    what: str = ""
    """What it is for, or what the person does."""
    reach: str = ""
    hours: str = ""
    languages: str = ""
    passes_on: str = ""
    """What the person must pass on, and to whom."""
    on_card: str = ""
    """What a card that somebody else may find calls a service; empty where it is left off."""
    checked_on: str
    """YYYY-MM-DD: the day on which somebody said that all of it is right."""

    @property
    def cleaned(self) -> "Entry":
        """With texts that can be shown and are not too long."""
        return replace(
            self, **{field: clean(getattr(self, field), LONGEST.get(field, NAME_LIMIT)) for field in FIELDS[self.kind]}
        )


class NearHere(Struct, frozen=True, kw_only=True):
    """The list as it is kept."""

    schema: Literal[1] = 1
    entries: tuple[Entry, ...] = ()
    tried: dict[str, str] = {}
    """Name of a help line -> the last day (YYYY-MM-DD) on which somebody here called or texted it."""

    def of(self, kind: Kind) -> tuple[tuple[int, Entry], ...]:
        """Those of one kind, each with its place among all."""
        return tuple((at, entry) for at, entry in enumerate(self.entries) if entry.kind == kind)

    def with_entry(self, at: int | None, entry: Entry) -> "NearHere":
        """With an entry in its place, or as the last one for None.

        Raises:
            CodesignError: there are as many as can be shown.
        """
        if at is not None:
            return replace(self, entries=(*self.entries[:at], entry.cleaned, *self.entries[at + 1 :]))
        if len(self.of(entry.kind)) >= MOST[entry.kind]:
            raise CodesignError(f"There are {MOST[entry.kind]} already, which is the most. Take one out first.")
        return replace(self, entries=(*self.entries, entry.cleaned))

    def without(self, at: int) -> "NearHere":
        return replace(self, entries=(*self.entries[:at], *self.entries[at + 1 :]))

    def with_try(self, line: str, day: str) -> "NearHere":
        """With a line marked as tried on this day; once more on the same day takes that back."""
        others = {name: tried for name, tried in self.tried.items() if name != line}
        return replace(self, tried=others if self.tried.get(line) == day else {**others, line: day})
