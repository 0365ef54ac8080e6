"""Remembers which sessions stood together in the numbers of a pool, so that no later pool can be subtracted from it.

One small file in the data folder. It names no session by its title, day or file: only by a hash of its number.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from codesign.core.errors import Damaged
from codesign.store.disk import Disk
from codesign.store.lock import RecordLock
from codesign.store.places import Places

_SCHEMA = 1


def name_of(session_id: int) -> str:
    """A session as the memory of pools names it."""
    return hashlib.blake2b(str(session_id).encode(), digest_size=12).hexdigest()


class Issued:
    """The blocks of the pools made so far; see `codesign.core.pool`."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self.blocks: tuple[frozenset[str], ...] = self._read()

    def add(self, block: frozenset[str]) -> None:
        """Remember a block; it is on the disk when this returns."""
        if not block or block in self.blocks:
            return
        self.blocks = (*self.blocks, block)
        known = sorted(sorted(one) for one in self.blocks)  # in no order of time
        data = json.dumps({"schema": _SCHEMA, "together": known}, separators=(",", ":")).encode()
        self._disk.replace(self._path, data)

    def _read(self) -> tuple[frozenset[str], ...]:
        if not self._path.exists():
            return ()
        try:
            found = json.loads(self._disk.read(self._path))
            if found["schema"] != _SCHEMA:
                raise ValueError("another form")
            return tuple(frozenset(block) for block in msgspec.convert(found["together"], list[list[str]]))
        except (ValueError, TypeError, KeyError, RecursionError):
            raise Damaged(
                f"{self._path}, which remembers the sessions that were added up before, can't be read. Without it a new pool "
                "could be subtracted from an earlier one, so nothing was written. Bring the file back from a backup. If no "
                "earlier pool was handed out, you may delete it."
            ) from None


@contextmanager
def issued(places: Places, disk: Disk) -> Iterator[Issued]:
    """The memory of pools, held by this program alone.

    Raises:
        Busy: another program is making a pool; NotSaved: the data folder can't be written to; Damaged: see `Issued`.
    """
    disk.make_folder(places.data)
    lock = RecordLock(places.pools)
    lock.take()
    try:
        disk.clear_leftovers(places.pools)
        yield Issued(places.pools, disk)
    finally:
        lock.release()
