"""One program at a time on a record: a lock file beside it, held while the record is open."""

import contextlib
import errno
import os
from pathlib import Path

from filelock import FileLock, Timeout

from codesign.core.errors import Busy, CodesignError, NotSaved, why_not_saved

_NO_LOCKS = (errno.ENOSYS, errno.EOPNOTSUPP, getattr(errno, "ENOTSUP", errno.EOPNOTSUPP), errno.ENOLCK)
"""How disks say that they know no locks: some network and FUSE file systems."""


class RecordLock:
    """The lock of one record. The system lets go of it when the program dies; the file may stay and means nothing."""

    def __init__(self, path: Path) -> None:
        self.file = path.with_name(f"{path.name}.lock")
        self._path = path
        # Taken on one thread, looked after on the one that saves: the lock is the record's, not a thread's. And a file alone
        # is no lock: it would outlive a program that died, and keep everybody out.
        self._lock = FileLock(self.file, timeout=0, thread_local=False, fallback_to_soft=False)
        self._ours: tuple[int, int] | None = None

    def take(self, patience: float = 0) -> None:
        """Take the lock, at once or within so many seconds.

        Raises:
            Busy: another program has it; NotSaved: no lock can be made there; CodesignError: the disk knows no locks.
        """
        new = not os.path.lexists(self.file)
        try:
            os.stat(self._path.parent)  # the library would make the folder: in place of a stick that was pulled out
            self._lock.acquire(timeout=patience)
        except Timeout:
            raise Busy(f"{self._path} is open in another window. Close it there first; nothing was changed.") from None
        except OSError as error:
            if error.errno in _NO_LOCKS:
                self._take_away(new)
                raise CodesignError(
                    f"{self._path.parent} lies on a disk that can't keep two programs apart. Copy the record to a folder of "
                    "this laptop and open it there; nothing was changed."
                ) from None
            raise NotSaved(why_not_saved(self._path.parent, error)) from error
        with contextlib.suppress(OSError):  # some network folders know no rights
            self.file.chmod(0o600)
        self._ours = self._there()

    def keep(self) -> None:
        """Before each commit: take the lock anew if somebody removed its file, because then a second program may have one.

        Raises:
            Busy, NotSaved: as `take`; nothing may be written.
        """
        if self._ours is None or self._there() != self._ours:
            self.release()
            self.take()

    def release(self) -> None:
        """Let go of it. Where there is no record, because none came to be, its file goes too, while it is still held: who
        waited for that one finds it gone in `keep`."""
        if self._ours and self._there() == self._ours and not os.path.lexists(self._path):
            self._take_away(new=True)
        self._ours = None
        self._lock.release()

    def _take_away(self, new: bool) -> None:
        """What was made in vain."""
        if new:
            with contextlib.suppress(OSError):
                self.file.unlink()

    def _there(self) -> tuple[int, int] | None:
        """Which file bears the lock's name now."""
        try:
            found = os.stat(self.file)
        except OSError:
            return None
        return found.st_dev, found.st_ino
