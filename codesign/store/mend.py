"""A damaged record, or one that was changed outside the program: put aside as it is, and what can be read of it taken over.

Never by itself: a facilitator says yes first. Sealed ballots prove themselves when the round is closed; everything else of a
mended record may be wrong, so it says from then on that it was mended. It tells by its thresholds where its rounds prove them,
and else by the strictest.
"""

import itertools
import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from codesign.core.ballot import OWN_IDEA
from codesign.core.errors import CodesignError, Damaged
from codesign.core.session import Session
from codesign.core.text import clean
from codesign.store.disk import Disk, real
from codesign.store.keys import RoundKey
from codesign.store.lock import RecordLock
from codesign.store.places import Places
from codesign.store.record_bytes import Tables, pack, unpack
from codesign.store.replaced import without_replaced
from codesign.store.rows import BoxRow, TallyRow, comment_of, decision_of, is_public_key, tally_of
from codesign.store.rows_in_bytes import tables_in
from codesign.store.state import cards_of, session_id_of, session_of

_NO_PUBLIC_KEY = "A" * 43 + "="
"""In place of a public key that is none: nothing is sealed to it. The true one follows from the key (`_mend_public_key`)."""


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
    try:
        tables: Tables = _cleaned(tables_in(data))
        cards = {card.id: card for card in cards_of(tables)}
        loose = {
            "box": lambda row: msgspec.convert(row, BoxRow),
            "comments": lambda row: comment_of(row, cards),
            "decisions": lambda row: decision_of(row, cards),
            "tally": lambda row: _undamaged(tally_of(row, cards)),
        }
        for name, read in loose.items():
            tables[name] = {i: row for i, row in tables.get(name, {}).items() if _reads(row, read)}
        tables["comments"] = {i: {**row, "id": int(i)} for i, row in tables["comments"].items()}
        _drop_what_was_never_voted_on(tables)
        for row in tables["rounds"].values():
            if row["state"] == "open" and row["public_key"] and not is_public_key(row["public_key"]):
                row["public_key"] = _NO_PUBLIC_KEY
        tables["meta"] = {"1": _marked(tables)}
        session = session_of(tables, path)
        _must_hold_together(session, tables)
        pack(tables)
    except (Damaged, msgspec.ValidationError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise Damaged(
            f"Too little of {path} can be read: its set-up, cards or rounds are damaged. It was not changed. Look for a copy "
            "of it in a backup; if there is none, the session is lost."
        ) from None
    return {name: rows for name, rows in tables.items() if rows}


def _drop_what_was_never_voted_on(tables: Tables) -> None:
    """Tallies and comments of a round that never was, or of a card not in it, and both of two tallies of a card in a round:
    nobody knows which of them is true. And every vote that a later one took the place of, also where that one is lost: then the
    card stays in the box."""
    closed = {row["number"]: {*row["cards"]} for row in tables["rounds"].values() if row["state"] == "closed"}
    counted = Counter((row["round"], row["card"]) for row in tables["tally"].values())
    newest: dict[str, int] = {}
    for number, card in counted:
        newest[card] = max(number, newest.get(card, number))

    def holds(row: Mapping[str, Any], *more: str) -> bool:
        return row["round"] in closed and row["card"] in {*closed[row["round"]], *more}

    tallies, comments = tables["tally"].items(), tables["comments"].items()
    tables["tally"] = {i: row for i, row in tallies if holds(row) and counted[row["round"], row["card"]] == 1}
    tables["comments"] = {i: row for i, row in comments if holds(row, OWN_IDEA)}
    tables.update(without_replaced(tables))
    tables["tally"] = {i: row for i, row in tables["tally"].items() if row["round"] == newest[row["card"]]}


def _cleaned(value: Any) -> Any:
    """Words that somebody may have typed into the file come in by the door that all words come in by."""
    if isinstance(value, str):
        return clean(value, len(value), lines=len(value))
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {clean(key, len(key)): _cleaned(each) for key, each in value.items()}
    return value


def _marked(tables: Tables) -> dict[str, Any]:
    """The session's own row, from now on mended. What it says was told proves nothing: only the memory of the data folder knows
    that."""
    return {**tables["meta"]["1"], "told": [], "mended": True}


def _must_hold_together(session: Session, tables: Tables) -> None:
    """The cards of every round are there (the bytes of a ballot stand for cards by their place), and so is the round that the
    ballots in the box belong to."""
    known = {card.id for card in session.cards}
    if not session.rounds or not all(known.issuperset(round_.cards) for round_ in session.rounds):
        raise ValueError("a round or a card is lost")
    if tables["box"] and not session.open_round:
        raise ValueError("the round of the ballots is lost")


def _undamaged(tally: TallyRow) -> TallyRow:
    if tally.is_damaged:
        raise ValueError("a digit of it is another")
    return tally


def _reads(row: object, read: Callable[[object], object]) -> bool:
    try:
        read(row)
    except (msgspec.ValidationError, ValueError):
        return False
    return True


def mend(path: Path, places: Places, disk: Disk) -> Path:
    """Put the damaged file aside, and write what can be read of it in its place; where the damaged file lies now.

    Raises:
        CodesignError, Damaged: as `readable`; Busy, NotSaved: nothing was changed.
    """
    path = real(path)
    try:
        readable(path, disk)
    except Damaged:  # no lock file beside what is no record
        raise
    except CodesignError:
        disk.read(path)  # nor where there is no file; else it is told once nobody else has it open
    lock = RecordLock(path)
    lock.take()
    try:
        tables = readable(path, disk)
        _mend_public_key(tables, places, disk)
        aside = _free_name(path)
        disk.put_new(aside, disk.read(path))
        disk.replace(path, pack(tables))
    finally:
        lock.release()
    return aside


def _mend_public_key(tables: Tables, places: Places, disk: Disk) -> None:
    """The public half of an open round's key follows from the key itself, where that is on this laptop."""
    for row in tables["rounds"].values():
        if row["state"] == "open":
            public = RoundKey(places.key(session_id_of(tables), row["key"]), disk).public()
            row["public_key"] = public or row["public_key"]


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in itertools.count(1))
    return next(name for name in names if not os.path.lexists(name))
