"""Looks at a record without changing anything: whether it is whole, whether it gives an order away, what lies around it."""

import os
import sys
from pathlib import Path

from codesign.core.ballot import is_row_size
from codesign.core.card import Card
from codesign.core.errors import CodesignError, Damaged
from codesign.core.group_notes import GroupNotes
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.promises import Promises
from codesign.core.session import Comment, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.store.disk import Disk, real
from codesign.store.erase import set_aside
from codesign.store.issued import Issued
from codesign.store.keys import RoundKey
from codesign.store.places import Places
from codesign.store.record_bytes import Tables, pack, schema_of, unpack
from codesign.store.replaced import without_replaced
from codesign.store.rows import BoxRow, RoundRow, TallyRow
from codesign.store.seal import one_spelling, sealed_size
from codesign.store.state import has_other_rules, session_id_of, session_of

_FIELDS: dict[str, set[str]] = {
    "box": set(BoxRow.__struct_fields__),
    "cards": set(Card.__struct_fields__),
    "comments": set(Comment.__struct_fields__),
    "decisions": set(Decision.__struct_fields__),
    "meta": {"session", "setup", "lines", "hour", "source", "told", "left", "left_out", "changed", "mended", "promises"},
    "rounds": set(RoundRow.__struct_fields__),
    "tally": set(TallyRow.__struct_fields__),
}
"""Everything that a record may hold. A field more might be a name, a seat or a time."""
_DRAWN = ("box", "comments", "tally")
"""Tables whose ids are drawn at random."""
_COUNTED = 1_000_000
"""An id below this was counted, not drawn: one in four thousand million is."""


def findings(path: Path, places: Places, disk: Disk) -> list[str]:
    """What is wrong, a sentence each; empty where all is well.

    Raises:
        CodesignError: there is no such file, or it can't be opened, or it is from a newer version of the program.
    """
    path = real(path)
    data = disk.read(path)
    try:
        tables = unpack(data, path)
        session = session_of(tables, path)
    except Damaged as error:
        return [str(error), *_around(path, disk)]
    found = [*_order(tables, data), *_forms(tables, session)]
    found += _told_elsewhere(path, session_id_of(tables), session, places, disk)
    return [*found, *_keys(session, session_id_of(tables), tables, places, disk), *_around(path, disk)]


def _order(tables: Tables, data: bytes) -> list[str]:
    found = []
    if pack(tables, schema_of(data)) != data:
        found.append("Rows or fields don't stand in the order of their ids and names, so their order may tell who came first.")
    if any(int(i) < _COUNTED for name in _DRAWN for i in tables.get(name, {})):
        found.append("Some ids are counted instead of drawn by lot, so they may tell who came first.")
    return found


def _forms(tables: Tables, session: Session) -> list[str]:
    found = []
    for kind, words in (("v", "votes"), ("c", "comments")):
        if len({len(row["sealed"]) for row in tables.get("box", {}).values() if row["kind"] == kind}) > 1:
            found.append(f"Sealed {words} differ in length, which may tell what is in them.")
    sizes = {sealed_size(row["sealed"]) for row in tables.get("box", {}).values() if row["kind"] == "b"}
    if session.open_round and not all(is_row_size(size, session.round_cards) for size in sizes):
        found.append("A sealed ballot has a length that no ballot of this program has, which may tell what is in it.")
    rounds = tables["rounds"].values()
    if session.changed or (not session.mended and any(has_other_rules(tables, row) for row in rounds)):
        found.append(
            "The cards, their order, the lines from which something is told, who answers by when, or the key were changed "
            "after a vote began."
        )
    if without_replaced(tables):
        found.append("Counts of a vote that a later one took the place of are still there. Opening the record removes them.")
    if tables.get("box") and not session.open_round:
        found.append("Ballots lie in the box although no round is open.")
    sealed = [row["sealed"] for row in tables.get("box", {}).values()]
    if len({one_spelling(row) for row in sealed}) < len(sealed):
        found.append("Some sealed rows are copies of others. They count once.")
    own = tables["meta"]["1"]
    parts = {"setup": Setup.__struct_fields__, "lines": Thresholds.__struct_fields__, "hour": GroupNotes.__struct_fields__}
    parts["promises"] = Promises.__struct_fields__
    for name, fields in parts.items():
        if more := sorted(set(own.get(name, {})) - set(fields)):
            found.append(f"The {name} holds what no record of this program holds: {', '.join(more)}.")
    for name, rows in tables.items():
        more = sorted({field for row in rows.values() for field in row} - _FIELDS.get(name, set()))
        if more:
            found.append(f"The table {name} holds what no record of this program holds: {', '.join(more)}.")
    return found


def _told_elsewhere(path: Path, session_id: int, session: Session, places: Places, disk: Disk) -> list[str]:
    """What was told of the session, as the memory of this data folder has it."""
    try:
        memory = Issued(places.pools, disk)
        memory.as_told(session_id, session, path)
        told = memory.told_of(session_id)
    except CodesignError as error:
        return [str(error)]
    if session.mended or not told.knows_more(session):  # a mended one says nothing of it
        return []
    return ["Results of this session were shown that the record knows nothing of: it is an older copy."]


def _keys(session: Session, session_id: int, tables: Tables, places: Places, disk: Disk) -> list[str]:
    found = []
    open_path = None
    if session.open_round:
        row = tables["rounds"][str(session.open_round.number)]
        open_path = places.key(session_id, row["key"])
        try:
            RoundKey(open_path, disk).private(row["public_key"])
        except CodesignError as error:
            found.append(str(error))
    found += [
        f"A key of an ended round, of a round that never was, or of a copy of this record: {key}"
        for key in places.keys(session_id)
        if key != open_path
    ]
    return found + [f"A half-written file was left over: {torn}" for torn in places.half_written(session_id)]


def _around(path: Path, disk: Disk) -> list[str]:
    found = [f"A half-written file was left over: {temp}" for temp in disk.leftovers(path)]
    found += [f"A damaged file was put aside: {aside}" for aside in set_aside(path)]
    if sys.platform != "win32" and os.stat(path).st_mode & 0o077:
        found.append(f"Others on this laptop may open {path}. It was made for its owner only.")
    return found
