"""A damaged record, or one that was changed outside the program: put aside as it is, and what can be read of it taken over.

Never by itself: a facilitator says yes first. Sealed ballots prove themselves when the round is closed; everything else of a
mended record may be wrong, so it says from then on that it was mended, and tells by the strictest lines.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Lines
from codesign.core.session import Comment, Session
from codesign.core.tally import Tally
from codesign.core.text import clean
from codesign.store.disk import Disk, real
from codesign.store.lock import RecordLock
from codesign.store.packed import Tables, pack, unpack
from codesign.store.state import session_of

_NAMES = ("box", "cards", "comments", "meta", "rounds", "tally")
_TABLE = re.compile(rf'"({"|".join(_NAMES)})":\s*(?={{)')
_ROW = re.compile(r'"([0-9]{1,16})":\s*(?={)')


class BoxRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A sealed row as it stands in the box."""

    kind: Literal["v", "c"]
    sealed: str


class TallyRow(Tally, frozen=True, kw_only=True):
    """A tally as it stands in its table."""

    round: int


_LOOSE: dict[str, type[Struct]] = {"box": BoxRow, "comments": Comment, "tally": TallyRow}
"""Tables whose rows stand each for itself: a lost one takes no other with it."""


def readable(path: Path, disk: Disk) -> Tables:
    """What can be read of a damaged record, as the tables of a record that can be opened.

    Raises:
        CodesignError: it is not damaged, so there is nothing to mend, or it is from a newer version of the program;
        Damaged: what holds the rest together (set-up, cards, rounds) can't be read.
    """
    path = real(path)
    data = disk.read(path)
    try:
        session_of(unpack(data, path), path)
    except Damaged:
        pass  # what is to be mended
    else:
        raise CodesignError(f"{path} is not damaged. It can be opened as it is; nothing was changed.")
    tables: Tables = _cleaned(tables_in(data))
    for name, form in _LOOSE.items():
        tables[name] = {i: row for i, row in tables.get(name, {}).items() if _fits(row, form)}
    try:
        meta = tables["meta"]["1"]
        tables["meta"] = {"1": {**meta, "lines": msgspec.to_builtins(Lines()), "mended": True}}
        session = session_of(tables, path)
        _must_hold_together(session)
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged(
            f"Too little of {path} can be read: its set-up, cards or rounds are damaged. It was not changed. Look for a copy "
            "of it in a backup; if there is none, the session is lost."
        ) from None
    if not session.open_round:
        del tables["box"]  # nobody can open it any more
    return {name: rows for name, rows in tables.items() if rows}


def _cleaned(value: Any) -> Any:
    """Words that somebody may have typed into the file come in by the door that all words come in by."""
    if isinstance(value, str):
        return clean(value, len(value), lines=len(value))
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {clean(key, len(key)): _cleaned(each) for key, each in value.items()}
    return value


def _must_hold_together(session: Session) -> None:
    """The cards of every round are there: the bytes of a ballot stand for cards by their place."""
    known = {card.id for card in session.cards}
    for round_ in session.rounds:
        if not known.issuperset(round_.cards):
            raise ValueError("a card is lost")
    if not session.rounds:
        raise ValueError("the rounds are lost")


def tables_in(data: bytes) -> Tables:
    """The tables and rows that stand in the bytes, whether or not these are JSON as a whole."""
    text = data.decode("utf-8", "replace")
    found: Tables = {}
    starts = list(_TABLE.finditer(text))
    for start, after in zip(starts, [*starts[1:], None], strict=False):
        rows = _rows(text[start.end() : after.start() if after else len(text)])
        found.setdefault(start[1], {}).update(rows)
    return found


def _rows(text: str) -> Mapping[str, Any]:
    decode: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().raw_decode
    rows, at = {}, 0
    while row := _ROW.search(text, at):
        try:
            rows[row[1]], at = decode(text, row.end())
        except (ValueError, RecursionError):
            at = row.end()
    return rows


def _fits(row: object, form: type[Struct]) -> bool:
    try:
        msgspec.convert(row, form)
    except msgspec.ValidationError:
        return False
    return True


def mend(path: Path, disk: Disk) -> Path:
    """Put the damaged file aside, and write what can be read of it in its place; where the damaged file lies now.

    Raises:
        CodesignError, Damaged: as `readable`; Busy, NotSaved: nothing was changed.
    """
    path = real(path)
    disk.read(path)  # no lock file where there is no file
    lock = RecordLock(path)
    lock.take()
    try:
        tables = readable(path, disk)
        aside = _free_name(path)
        disk.put_new(aside, disk.read(path))
        disk.replace(path, pack(tables))
    finally:
        lock.release()
    return aside


def _free_name(path: Path) -> Path:
    number = 1
    while os.path.lexists(f"{path}.damaged-{number}"):
        number += 1
    return Path(f"{path}.damaged-{number}")
