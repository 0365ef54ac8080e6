"""The Learn cards, read and checked: a fact without its source is never shown."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from codesign.content.root import root
from codesign.content.toml import read_toml
from codesign.core.errors import CodesignError
from codesign.core.learn import Learn, LearnCard, Resource, Sentence, Source, StaffSheet
from codesign.core.text import NAME_LIMIT, clean

_SENTENCE, _ADDRESS = 160, 200
"""The most letters of a sentence and of an address."""
_FACTS = ("good", "watch", "know", "changed", "mistake")
"""Parts in which each sentence is a fact."""
_ID = Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$")]
_Words = Annotated[str, Meta(min_length=1, max_length=_SENTENCE)]
_Address = Annotated[str, Meta(min_length=1, max_length=_ADDRESS)]
_Name = Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]
_Title = Annotated[str, Meta(min_length=1, max_length=_ADDRESS)]


class _Sentence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    says: _Words
    source: str = ""


_Some = Annotated[list[_Sentence], Meta(min_length=1, max_length=12)]
_Lines = Annotated[list[_Words], Meta(min_length=1, max_length=12)]


class _Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: _ID
    title: _Title
    publisher: _Name
    address: _Address
    read_on: date
    copied_on: date | None = None
    year: str = ""
    stored: bool = True


class _Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: _ID
    title: _Name
    domains: list[_ID] = []
    rules: list[_Name] = []
    good: _Some
    watch: _Some
    helps: _Some
    talk: _Lines


class _Staff(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    say: _Lines
    not_say: _Lines
    know: _Some
    report: _Some
    police: _Some
    mistake: _Some


class _Resource(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: _Title
    year: str
    sheet_address: _Address
    address: str = ""
    good_for: _Words
    changed: _Some


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    source: list[_Source]
    card: list[_Card]
    staff: _Staff
    resource: list[_Resource]
    old_after_months: Annotated[int, Meta(ge=1, le=120)] = 12


@cache
def learn() -> Learn:
    """What came with the program."""
    return read_learn(root() / "learn.toml")


def read_learn(path: Path) -> Learn:
    """A file of cards, checked.

    Raises:
        CodesignError: it can't be read, has a field that is not known, a text that is too long or not clean, a fact without
            its source, a source or a card that stands twice or is not there, or two cards on the same rules.
    """
    values, _ = read_toml(path, "file of Learn cards")
    try:
        file = msgspec.convert(values, _File)
    except msgspec.ValidationError as error:
        raise CodesignError(f"{path}: {error}. Mend it.") from None
    for wrong in _wrong(file, values):
        raise CodesignError(f"{path}: {wrong} Mend it.")
    return Learn(
        sources=tuple(_source(source) for source in file.source),
        cards=tuple(msgspec.convert(msgspec.to_builtins(card), LearnCard) for card in file.card),
        staff=msgspec.convert(msgspec.to_builtins(file.staff), StaffSheet),
        resources=tuple(msgspec.convert(msgspec.to_builtins(resource), Resource) for resource in file.resource),
        old_after_months=file.old_after_months,
    )


def _source(source: _Source) -> Source:
    copied_on = f"{source.copied_on}" if source.copied_on else ""
    return Source(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        address=source.address,
        read_on=f"{source.read_on}",
        copied_on=copied_on,
        year=source.year,
        stored=source.stored,
    )


def _wrong(file: _File, values: dict[str, Any]) -> Iterator[str]:
    """What no type says, a sentence each."""
    for text in _texts(values):
        if text != clean(text, _ADDRESS):
            yield f"“{clean(text, _ADDRESS)}” has blanks at its ends, or signs that can't be seen or are too many."
    known = [source.id for source in file.source]
    for kind, ids in (("source", known), ("card", [card.id for card in file.card])):
        if twice := {i for i in ids if ids.count(i) > 1}:
            yield f"the {kind} “{min(twice)}” stands twice."
    topics = [topic for card in file.card for topic in (*card.domains, *card.rules)]
    if twice := {topic for topic in topics if topics.count(topic) > 1}:
        yield f"two cards are about “{min(twice)}”."
    for part, sentence in _sentences(values):
        if sentence.source and sentence.source not in known:
            yield f"there is no source “{clean(sentence.source, NAME_LIMIT)}”."
        if part in _FACTS and not sentence.source:
            yield f"“{sentence.says}” stands under {part}, so it is a fact, and needs its source."


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _sentences(values: dict[str, Any]) -> Iterator[tuple[str, Sentence]]:
    """Every sentence, with the part that it stands under."""
    for table in (*values["card"], values["staff"], *values["resource"]):
        for part, rows in table.items():
            if isinstance(rows, list):
                yield from ((part, msgspec.convert(row, Sentence)) for row in rows if isinstance(row, dict))
