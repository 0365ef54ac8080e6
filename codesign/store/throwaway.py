"""Folders that are thrown away, as a demo's is. One that a killed program left goes when the next program starts.

What holds locks is loaded only where there is such a folder.
"""

import contextlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from codesign.core.errors import Busy, CodesignError

_PREFIX = "group-notes-demo-"
_IN_USE = "in-use"
_YOUNG = 60
"""Seconds that a folder may be without a lock, while its program makes it."""


class ThrowAway:
    """A new folder, for its owner only, in use by this program until `throw_away`."""

    def __init__(self) -> None:
        from codesign.store.lock import RecordLock

        while True:
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._lock = RecordLock(self.path / _IN_USE)
            try:
                self._lock.take()
            except Busy:  # another program looked just now whether it was left behind, and takes it away
                continue
            return

    def throw_away(self) -> None:
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def throw_away_left_behind() -> None:
    """Remove the folders whose program is gone. Never fails: what can't be removed waits for the next start."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError, CodesignError):
            _throw_away_left(folder)


def _throw_away_left(folder: Path) -> None:
    """Remove a folder of this person that no program holds."""
    from codesign.store.lock import RecordLock

    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        return
    lock = RecordLock(folder / _IN_USE)
    if not lock.file.exists() and time.time() - found.st_mtime < _YOUNG:
        return
    lock.take()  # Busy where its program is at work
    lock.release()
    shutil.rmtree(folder)
