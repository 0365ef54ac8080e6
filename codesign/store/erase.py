"""Removes a record with all that belongs to it. Keys go first: what is sealed is lost with its key, wherever copies lie."""

import glob
import os
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.store.disk import Disk, real
from codesign.store.lock import RecordLock
from codesign.store.mend import tables_in
from codesign.store.places import Places


def set_aside(path: Path) -> list[Path]:
    """Damaged files that were put aside from this record."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}.damaged-*"))


def belongings(path: Path, places: Places, disk: Disk) -> list[Path]:
    """Every file of a record, in the order in which they go.

    Raises:
        CodesignError: there is no such file, or it is no record, not even a damaged one.
    """
    path = real(path)
    try:
        session_id = int(tables_in(disk.read(path))["meta"]["1"]["session"])
    except (KeyError, TypeError, ValueError):
        raise CodesignError(
            f"{path} is not a record, or too damaged to tell what belongs to it. If you are sure, delete the file as you would "
            "any other; nothing was changed."
        ) from None
    code = places.code(session_id)
    return [
        *places.keys(session_id),
        *places.half_written(session_id),
        path,
        *disk.leftovers(path),
        *set_aside(path),
        *([code] if os.path.exists(code) else []),
    ]


def erase(path: Path, places: Places, disk: Disk) -> list[Path]:
    """Remove a record and all its files; which were removed.

    Raises:
        Busy: another program has it open; NotSaved: some files are still there, and trying again removes them.
    """
    path = real(path)
    disk.read(path)  # no lock file beside what is no record
    lock = RecordLock(path)
    lock.take()
    try:
        files = belongings(path, places, disk)
        for file in files:
            disk.unlink(file)
    finally:
        lock.release()
    disk.unlink(lock.file)
    return files
