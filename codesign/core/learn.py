"""What youth and staff can learn in a minute: cards, a sheet for staff, and the fact sheet's resources, each fact with its
source. They are what the file says, with the limits that reading it checks."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from msgspec import Meta, Struct

from codesign.core.text import NAME_LIMIT

SENTENCE, ADDRESS = 160, 200
"""The most letters of a sentence, and of an address or a title."""
_Id = Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$")]
_Words = Annotated[str, Meta(min_length=1, max_length=SENTENCE)]
_Address = Annotated[str, Meta(min_length=1, max_length=ADDRESS)]
_Name = Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page that somebody read, and when."""

    id: _Id
    title: _Address
    publisher: _Name
    address: _Address
    """As text: nothing here opens it."""
    read_on: str
    """YYYY-MM-DD, as is the next."""
    copied_on: str = ""
    """The day of the copy that was read; empty where nobody knows."""
    year: str = ""
    """That of the page; empty where nobody knows."""
    stored: bool = True
    """It was read in a stored copy, not as it lies on paper."""


class Sentence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact, with the id of its source; or advice, without one."""

    says: _Words
    source: str = ""


Sentences = Annotated[tuple[Sentence, ...], Meta(min_length=1, max_length=12)]
_Lines = Annotated[tuple[_Words, ...], Meta(min_length=1, max_length=12)]


class LearnCard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One minute on one topic."""

    id: _Id
    title: _Name
    domains: tuple[_Id, ...] = ()
    """What rules of the bank it is about, as the bank names that."""
    rules: tuple[_Name, ...] = ()
    """The ids of rules that it is about, whatever their domain is."""
    good: Sentences
    watch: Sentences
    """Facts, as the ones before are."""
    helps: Sentences
    talk: _Lines
    """Questions, to talk about."""


class StaffSheet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What staff say, and need to know."""

    say: _Lines
    not_say: _Lines
    know: Sentences
    report: Sentences
    police: Sentences
    mistake: Sentences
    """What is wrong in the fact sheet's own list of resources."""


class Resource(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the fact sheet's resources, and what became of it."""

    title: _Address
    year: str
    sheet_address: _Address
    """The address that the sheet gives."""
    address: str = ""
    """A better one, where there is one."""
    good_for: _Words
    changed: Sentences


_TABLES = {"sources": "source", "cards": "card", "resources": "resource"}
"""Field -> the name of each of its tables in the file."""


class Learn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_TABLES):
    """All of it."""

    sources: tuple[Source, ...]
    cards: tuple[LearnCard, ...]
    staff: StaffSheet
    resources: tuple[Resource, ...]
    old_after_months: Annotated[int, Meta(ge=1, le=120)] = 12

    def named_by(self, sentences: Iterable[Sentence]) -> tuple[Source, ...]:
        """Their sources, each once, in the order in which they are named."""
        by_id = {source.id: source for source in self.sources}
        return tuple(by_id[name] for name in dict.fromkeys(s.source for s in sentences if s.source))

    def check_by(self, sources: Sequence[Source]) -> str:
        """The day from which on one of them is old: YYYY-MM-DD."""
        return min(_months_later(source.read_on, self.old_after_months) for source in sources)

    def about(self, rule: str, domain: str) -> LearnCard | None:
        """The card on what a rule is about, if there is one: that which names it, or else its domain."""
        of_its_own = (card for card in self.cards if rule in card.rules)
        return next(of_its_own, next((card for card in self.cards if domain in card.domains), None))


def _months_later(day: str, months: int) -> str:
    """A day some months later. (A day that the month lacks comes before the next month's first, which is what it is for.)"""
    year, month, rest = day.split("-")
    count = int(year) * 12 + int(month) - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}-{rest}"
