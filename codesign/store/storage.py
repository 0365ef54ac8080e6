"""A TinyDB storage whose every commit is whole on disk. A plain `TinyDB(path)` opens the file at every moment.

The state lives in memory; a commit writes it packed, by `Disk.replace`. After any failure the memory adopts what the disk holds
of ours.
"""

import contextlib
import errno
import itertools
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from tinydb.storages import Storage

from codesign.core.errors import CodesignError, NotSaved, why_not_saved
from codesign.store.copies import lacks
from codesign.store.disk import Disk
from codesign.store.lock import RecordLock
from codesign.store.record_bytes import Packer, Tables, unpack
from codesign.store.rows_in_bytes import tables_in


class SafeStorage(Storage):
    """TinyDB's storage of one record."""

    def __init__(self, path: Path, disk: Disk, lock: RecordLock) -> None:
        self.path = path
        self._disk = disk
        self._lock = lock
        self._state: Tables | None = None
        self.version = 0
        """Goes up whenever the state may be another: TinyDB changes it in place, so that an object says nothing of it."""
        self._depth = 0
        self._one_thread = threading.RLock()
        self._packer = Packer()
        self._written = b""
        self._tries: list[bytes] = []
        """What was written and refused since; one may have come through where nobody could look."""
        self._device: int | None = None

    def read(self) -> Tables | None:
        return self._state

    def load(self) -> None:
        """Take the state from the disk."""
        self._written = self._disk.read(self.path)
        self._device = self._disk.device(self.path.parent)
        self._state = unpack(self._written, self.path)
        self.version += 1

    def write(self, data: Tables) -> None:
        self._state = data
        self.version += 1
        if not self._depth:
            self._commit()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside reach the disk as one, or none does.

        Raises:
            NotSaved: none did, or nobody can tell; the memory is what the disk holds, and a retry is safe.
        """
        with self._one_thread:  # a second thread never joins a commit that it did not begin
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
        """After a failure: what we wrote where it got to the disk, else what was there before.

        What another program wrote is not adopted, so that every later commit finds it there and is refused as well.
        """
        with contextlib.suppress(NotSaved):  # it can't be read just now, so nobody can tell
            self._written = next((data for data in self._tries if self._disk.holds(self.path, data)), self._written)
        self._state = unpack(self._written, self.path) if self._written else None
        self.version += 1

    def _commit(self) -> None:
        data = self._packer.pack(self._state or {})
        if data not in self._tries:
            self._tries.append(data)
        self._disk.replace(self.path, data, self._last_look)
        self._written, self._tries = data, []
        self._device = self._disk.device(self.path.parent)

    def _last_look(self) -> None:
        """Whether this file may still be replaced by us. Looked at when all is written and only the rename is left, so that
        hardly any time remains for another program."""
        if self._written:
            self._disk_must_be_here()
        self._lock.keep()
        if self._written and os.path.exists(self.path) and not self._is_ours():
            told = f"{self.path} was changed by another program"
            if kept := self._kept_beside():
                raise NotSaved(
                    f"{told}, or an older copy was put in its place. What was saved here is kept in {kept}. Nothing more is "
                    "saved here: go on with that one."
                )
            raise NotSaved(f"{told}. Close that program, then open the record again.")

    def _kept_beside(self) -> Path | None:
        """Where all that was told as saved lies now, in a copy of its own; None where the file that took this one's place holds
        it too, is further, or no copy can be written."""
        with contextlib.suppress(CodesignError):
            if not lacks(tables_in(self._disk.read(self.path)), tables_in(self._written)):
                return None
            for number in itertools.count(1):
                kept = self.path.with_name(f"{self.path.stem}.kept-{number}.json")
                if not os.path.lexists(kept):
                    self._disk.put_new(kept, self._written)
                    return kept
                if self._disk.read(kept) == self._written:
                    return kept
        return None

    def _disk_must_be_here(self) -> None:
        """A file that was deleted or moved away under us is written again: the memory holds all of it. But where the folder
        now lies on another disk, a stick was pulled out of it, and nothing is saved in its place."""
        if not os.path.exists(self.path) and self._disk.device(self.path.parent) != self._device:
            raise NotSaved(why_not_saved(self.path.parent, OSError(errno.ENOENT, "")))

    def _is_ours(self) -> bool:
        return any(self._disk.holds(self.path, data) for data in (self._written, *self._tries))
