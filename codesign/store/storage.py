"""A TinyDB storage whose every commit is whole on disk. A plain `TinyDB(path)` opens the file at every moment.

The state lives in memory; a commit writes canonical JSON with a checksum in front, by `Disk.replace`. After any failure the
memory adopts what the disk holds.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from codesign.core.errors import CodesignError, Damaged, NotSaved
from codesign.store.disk import Disk

Tables = dict[str, dict[str, dict[str, Any]]]

SCHEMA = 1
_SAFE = "It was not changed. Make a copy of it, then ask whoever keeps this program for help."


def pack(tables: Tables) -> bytes:
    """Canonical bytes: one text for one state, whatever the order of writing, with a checksum of all that follows it."""
    body = json.dumps(
        {name: {i: tables[name][i] for i in sorted(tables[name], key=int)} for name in sorted(tables)},
        separators=(",", ":"),
        sort_keys=False,
        allow_nan=False,
    )
    rest = body[1:].encode("ascii")
    return _head(rest) + rest


def _head(rest: bytes) -> bytes:
    digest = hashlib.blake2b(rest, digest_size=16).hexdigest()
    return f'{{"_integrity":{{"1":{{"schema":{SCHEMA},"sum":"{digest}"}}}},'.encode()


def unpack(data: bytes, path: Path) -> Tables:
    """The tables of a record's bytes, checked.

    Raises:
        Damaged: empty, torn, edited by hand, or not a record at all.
        CodesignError: written by a newer version of the program.
    """
    try:
        tables = json.loads(data)
        row = tables.pop("_integrity")["1"]
        schema = row["schema"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged(f"{path} is not a record, or it is damaged. {_SAFE}") from None
    if isinstance(schema, int) and schema > SCHEMA:
        raise CodesignError(f"{path} was written by a newer version of this program. Update the program to open it.")
    start = len(_head(b""))
    if data[:start] != _head(data[start:]):
        raise Damaged(f"{path} was changed outside this program, or it is damaged. {_SAFE}")
    return dict(tables)


class SafeStorage(Storage):
    """TinyDB's storage of one record."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self._disk = disk
        self._state: Tables | None = None
        self._depth = 0
        self._written = b""

    def read(self) -> Tables | None:
        return self._state

    def load(self) -> None:
        """Take the state from the disk."""
        self._written = self._disk.read(self.path)
        self._state = unpack(self._written, self.path)

    def write(self, data: Tables) -> None:
        self._state = data
        if not self._depth:
            self._commit()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside reach the disk as one, or none does.

        Raises:
            NotSaved: none did, or nobody can tell; the memory is what the disk holds, and a retry is safe.
        """
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self._commit()
        except BaseException:
            self._adopt_disk()
            raise
        finally:
            self._depth -= 1

    def _adopt_disk(self) -> None:
        """After a failure: what the disk holds, or, where it can't be read just now, what was last written."""
        if not self._written:
            self._state = None
            return
        try:
            self.load()
        except CodesignError:
            self._state = unpack(self._written, self.path)

    def _commit(self) -> None:
        data = pack(self._state or {})
        if self._written and self._disk.read(self.path) != self._written:
            raise NotSaved(f"{self.path} was changed by another program. Close that program, then open the record again.")
        self._disk.replace(self.path, data)
        self._written = data
