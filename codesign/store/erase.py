"""Removes a record with all that belongs to it. Keys go first: what is sealed is lost with its key, wherever copies lie."""

import os
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.store.copies import ASIDE, copies_of, session_in
from codesign.store.disk import Disk, real
from codesign.store.lock import RecordLock
from codesign.store.places import Places


class Belongings(Struct, frozen=True):
    """What deleting a record would remove."""

    files: tuple[Path, ...]
    """In the order in which they go; the record itself last, so that a delete that was cut short can be finished."""
    kept_for: Path | None = None
    """Another record of the same session, for whose sake key and code stay."""


def set_aside(path: Path) -> list[Path]:
    """Damaged files that were put aside from this record."""
    return sorted(p for p in path.parent.iterdir() if p.name.startswith(f"{path.name}.damaged-") and ASIDE.fullmatch(p.name))


def belongings(path: Path, places: Places, disk: Disk) -> Belongings:
    """Every file of a record. Key and code are shared by the copies of a record, so they go with the last of them.

    Raises:
        CodesignError: there is no such file, or it is no record, not even a damaged one, or was put aside from one.
    """
    path = real(path)
    session_id = session_in(disk.read(path))
    if ASIDE.fullmatch(path.name):
        raise CodesignError(f"{path} was put aside from a record and goes when that record is deleted. Nothing was changed.")
    if session_id is None:
        raise CodesignError(
            f"{path} is not a record, or too damaged to tell what belongs to it. If you are sure, delete the file as you would "
            "any other; nothing was changed."
        )
    own = (*disk.leftovers(path), *set_aside(path), path)
    other = next((copy for copy, _data in copies_of(path, session_id, places)), None)
    if other:
        return Belongings(own, kept_for=other)
    code = places.code(session_id)
    shared = (*places.keys(session_id), *places.half_written(session_id), *([code] if os.path.exists(code) else []))
    return Belongings((*shared, *own))


def erase(path: Path, places: Places, disk: Disk) -> Belongings:
    """Remove a record and all its files; which were removed.

    Raises:
        Busy: another program has it open; NotSaved: some files are still there, and trying again removes them.
    """
    path = real(path)
    belongings(path, places, disk)  # no lock file beside what is no record
    lock = RecordLock(path)
    lock.take()
    try:
        found = belongings(path, places, disk)
        for file in found.files:
            disk.unlink(file)
    finally:
        lock.release()
    disk.unlink(lock.file)
    return found
