"""Copies of a record: a backup beside it, the "conflicted copy" of a service that syncs. They share the number of the session,
its code, and the key of a round that was open when they were made."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.intake.files import read_regular
from codesign.store.disk import real
from codesign.store.places import Places
from codesign.store.record_bytes import Tables, begins_as_one
from codesign.store.rows_in_bytes import tables_in

ASIDE = re.compile(r".*\.damaged-[0-9]+", re.DOTALL)
"""The name of a damaged file that was put aside from a record."""
_SESSION = re.compile(rb'"session":\s*([0-9]{1,16})\b')


class Fuller(Struct, frozen=True):
    """A copy whose box holds ballots of the same round that this record lacks."""

    path: Path
    lacks: int
    """How many rows of its box are not in this one."""

    def must_not_be(self, done: str, to_do: str) -> CodesignError:
        """The refusal to end the round, which would destroy the key that both need."""
        ballots = "1 ballot" if self.lacks == 1 else f"{self.lacks} ballots"
        return CodesignError(
            f"Not {done}: {self.path} is a copy of this record and holds {ballots} that this one lacks. They could never be "
            f"opened, because both share one key. Nothing was changed. {to_do} that one instead; or, if it is not needed, "
            "move it to another folder and try again."
        )


def session_in(data: bytes) -> int | None:
    """The number of the session that the bytes are a record of, also of a damaged one."""
    if b'"_integrity"' not in data and "meta" not in tables_in(data):
        return None
    found = _SESSION.search(data)
    return int(found[1]) if found else None


def copies_of(path: Path, session_id: int, places: Places) -> Iterator[tuple[Path, bytes]]:
    """The other records of a session, beside this one or in the data folder, whatever their names, with their bytes. What was
    put aside as damaged, and what a stopped program left, is none."""
    for folder in sorted({path.parent, real(places.records)}):
        for other in sorted(folder.glob("*")):
            if ASIDE.fullmatch(other.name) or other.name.startswith(".") or real(other) == path:
                continue
            data = _bytes(other, whole=other.suffix == ".json")
            if session_in(data) == session_id:
                yield other, data


def fuller_copy(path: Path, session_id: int, key_id: int, box: Iterable[Mapping[str, Any]], places: Places) -> Fuller | None:
    """The copy that holds most ballots under this key which are not in this box; None where no copy holds one."""
    ours = {row["sealed"] for row in box}
    found = [Fuller(other, len(_sealed_to(key_id, data) - ours)) for other, data in copies_of(path, session_id, places)]
    return max((copy for copy in found if copy.lacks), key=lambda copy: copy.lacks, default=None)


def _sealed_to(key_id: int, data: bytes) -> set[object]:
    """What lies in the box of a record, perhaps of a damaged one, unless it is of a round with another key."""
    tables = tables_in(data)
    if any(row.get("state") == "open" and row.get("key") != key_id for row in tables.get("rounds", {}).values()):
        return set()
    return {row["sealed"] for row in tables.get("box", {}).values() if isinstance(row.get("sealed"), str)}


def _bytes(path: Path, *, whole: bool) -> bytes:
    """The bytes of a file; of one that is not `whole` to be read, only if it begins as a record."""
    try:
        return read_regular(path) if whole or begins_as_one(read_regular(path, 64)) else b""
    except OSError:  # what can't be read is no reason to keep a key
        return b""


def lacks(other: Tables, ours: Tables) -> bool:
    """Whether another state of a record, perhaps of a damaged one, is not further than ours and has not all that is in it."""
    if _how_far(other) > _how_far(ours):
        return False
    return any(other.get(name, {}).get(i) != row for name, rows in ours.items() for i, row in rows.items())


def _how_far(tables: Tables) -> tuple[int, int]:
    states = [row.get("state") for row in tables.get("rounds", {}).values()]
    return len(states) - states.count("open"), len(states)
