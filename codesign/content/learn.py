"""The Learn cards, read and checked: a fact without its source is never shown."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from codesign.content.root import root
from codesign.content.toml import read_toml
from codesign.core.dates import parse_date
from codesign.core.errors import CodesignError
from codesign.core.learn import ADDRESS, Learn, Sentence
from codesign.core.text import NAME_LIMIT, clean

_FACTS = ("good", "watch", "know", "changed", "mistake")
"""Parts in which each sentence is a fact."""


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
    values = msgspec.to_builtins(read_toml(path, "file of Learn cards")[0])  # a day of TOML as YYYY-MM-DD
    try:
        found = msgspec.convert(values, Learn)
    except msgspec.ValidationError as error:
        raise CodesignError(f"{path}: {error}. Mend it.") from None
    for wrong in _wrong(found, values):
        raise CodesignError(f"{path}: {wrong} Mend it.")
    return found


def _wrong(found: Learn, values: dict[str, Any]) -> Iterator[str]:
    """What no type says, a sentence each."""
    for text in _texts(values):
        if text != clean(text, ADDRESS):
            yield f"“{clean(text, ADDRESS)}” has blanks at its ends, or signs that can't be seen or are too many."
    for told in (told for source in found.sources for told in (source.read_on, source.copied_on) if told):
        if parse_date(told) != told or len(told) != len("2026-11-24"):
            yield f"“{clean(told, NAME_LIMIT)}” is no date such as 2026-11-24."
    known = [source.id for source in found.sources]
    for kind, ids in (("source", known), ("card", [card.id for card in found.cards])):
        if twice := {i for i in ids if ids.count(i) > 1}:
            yield f"the {kind} “{min(twice)}” stands twice."
    topics = [topic for card in found.cards for topic in (*card.domains, *card.rules)]
    if twice := {topic for topic in topics if topics.count(topic) > 1}:
        yield f"two cards are about “{min(twice)}”."
    for part, sentence in _sentences(found):
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


def _sentences(found: Learn) -> Iterator[tuple[str, Sentence]]:
    """Every sentence, with the part that it stands under."""
    for table in (*found.cards, found.staff, *found.resources):
        for part in table.__struct_fields__:
            rows = getattr(table, part)
            if isinstance(rows, tuple):
                yield from ((part, row) for row in rows if isinstance(row, Sentence))
