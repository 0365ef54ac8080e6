"""The tables of one record, in memory and on disk at once, under its lock. The only user of TinyDB."""

import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

from codesign.store.disk import Disk
from codesign.store.lock import RecordLock
from codesign.store.record_bytes import Tables
from codesign.store.storage import SafeStorage

_FROM, _TO = 10**15, 2**52  # all ids have 16 digits, so that no row is longer than another, and are exact as JSON numbers


class RecordTables:
    """Tables by name, rows by id. What is read is never to be changed in place: `put` takes whole rows."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._lock = RecordLock(path)
        self._storage = SafeStorage(path, disk, self._lock)
        self._db = TinyDB(storage=lambda: self._storage)

    def take(self) -> None:
        """Take the record's lock; see `RecordLock.take`."""
        self._lock.take()

    def release(self) -> None:
        self._lock.release()

    def load(self) -> None:
        """Take what the disk holds."""
        self._storage.load()

    def transaction(self) -> AbstractContextManager[None]:
        """All `put` and `drop` inside are one commit; see `SafeStorage.transaction`."""
        return self._storage.transaction()

    @property
    def now(self) -> Tables:
        return self._storage.read() or {}

    @property
    def version(self) -> int:
        """Another number whenever the tables may be others than before."""
        return self._storage.version

    def put(self, name: str, rows: Mapping[int, Mapping[str, Any]]) -> None:
        """Write whole rows, in place of those with the same ids."""
        table = self._db.table(name, cache_size=0)
        if known := [i for i in rows if table.contains(doc_id=i)]:
            table.remove(doc_ids=known)
        table.insert_multiple(Document(row, doc_id=i) for i, row in rows.items())

    def drop(self, name: str) -> None:
        """Remove a whole table."""
        self._db.drop_table(name)

    def new_ids(self, count: int, name: str) -> list[int]:
        """Ids drawn at random that no row of the table has, in the order drawn: sorted, they show which rows go together."""
        taken, ids = self.now.get(name, {}), dict[int, None]()
        while len(ids) < count:
            drawn = new_id()
            if str(drawn) not in taken:
                ids[drawn] = None
        return list(ids)


def new_id() -> int:
    """A number that tells nothing."""
    return _FROM + secrets.randbelow(_TO - _FROM)
