"""The only code that touches record, key and code files. A file here is whole or absent, never torn.

`replace` returns only when the bytes and their name are on the disk: temp file, fsync, rename, fsync of the folder.
"""

import contextlib
import glob
import os
import re
import secrets
import sys
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from codesign.core.errors import CodesignError, NotSaved, why_not_saved
from codesign.intake.files import NoOrdinaryFile, read_regular

# Seconds: another program (virus scanner, indexer) holds the file for a moment.
_WINDOWS_RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


_TEMP = re.compile(r"\.[0-9]+\.[0-9a-f]{8}\.tmp\Z")
_BINARY: int = getattr(os, "O_BINARY", 0)  # on Windows
_UNNAMED: int = getattr(os, "O_TMPFILE", 0)  # on Linux


def real(path: Path) -> Path:
    """The file itself where the path is a link to it: putting a file in place of a link would cut the link."""
    return type(path)(os.path.realpath(path))


class Disk:
    """Files as whole values."""

    def read(self, path: Path, what: str = "record") -> bytes:
        """The bytes of a file; `what` names its kind in errors. They may vanish in a power cut until the folder is settled.

        Raises:
            CodesignError: there is no such file, or it can't be opened.
        """
        try:
            return read_regular(path)
        except NoOrdinaryFile:
            raise CodesignError(f"{path} is no ordinary file. Name the {what} file.") from None
        except FileNotFoundError:
            raise CodesignError(f"There is no {what} {path}. Check the name and the folder.") from None
        except IsADirectoryError:
            raise CodesignError(f"{path} is a folder. Name the {what} file in it.") from None
        except OSError as error:
            raise CodesignError(f"{path} can't be read ({error.strerror}). Check that you may open it.") from None
        except ValueError:  # a NUL or half a letter in it
            raise CodesignError(f"“{path}” is a name that no file can have. Check the name.") from None

    def holds(self, path: Path, data: bytes) -> bool:
        """Whether the file is still what it was.

        Raises:
            NotSaved: nobody can tell, so nothing may be written over it.
        """
        try:
            return read_regular(path) == data
        except OSError as error:
            raise NotSaved(why_not_saved(path.parent, error)) from error

    def device(self, folder: Path) -> int | None:
        """Which disk a folder lies on; None where there is no such folder now."""
        try:
            return os.stat(folder).st_dev
        except OSError:
            return None

    def replace(self, path: Path, data: bytes, last_look: Callable[[], None] = lambda: None) -> None:
        """Put `data` in place of the file, wholly or not at all. `last_look` may refuse, in the last moment before it.

        Raises:
            NotSaved: what was there before is still there, unless the folder alone could not be flushed.
        """
        temp = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
        try:
            self.write_new(temp, data)
            last_look()
            self._rename(temp, path)
        except (OSError, CodesignError, KeyboardInterrupt, SystemExit) as error:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                temp.unlink(missing_ok=True)
            if not isinstance(error, OSError):
                raise
            raise NotSaved(why_not_saved(path.parent, error)) from error
        self.settle(path.parent)

    def replace_all(self, files: Mapping[Path, bytes], before: Callable[[], None]) -> None:
        """Put several files in place: room for all of them is taken and flushed beside their places before `before` is called,
        and not a byte of them is on the disk yet. Whatever must be kept before anything of them can be seen is kept there.

        The room is taken with noise: zeros take none on a disk that compresses.

        Raises:
            NotSaved: no file is in its place, or, where the sentence says so, only some are; what `before` raises: none is.
        """
        self._clear_what_a_stopped_program_left(files)
        temps = {path: path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp") for path in files}
        moved = 0
        try:
            for path, temp in temps.items():
                self.write_new(temp, secrets.token_bytes(len(files[path])))
            before()
            for path, temp in temps.items():
                self._fill(temp, files[path])
            for path, temp in temps.items():
                self._rename(temp, path)
                moved += 1
        except BaseException as error:
            for temp in temps.values():
                with contextlib.suppress(OSError):  # the first error is the one to tell
                    temp.unlink(missing_ok=True)
            if not isinstance(error, OSError):
                raise
            told = why_not_saved(next(iter(files)).parent, error)
            some = f" {moved} of {len(files)} files are there; writing again to the same folder brings the others."
            raise NotSaved(told + some if moved else told) from error
        for folder in {path.parent for path in files}:
            self.settle(folder)

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file that must not exist yet, readable by its owner only, and flush it."""
        _write(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), data)

    def _name_when_whole(self, path: Path, data: bytes) -> None:
        """The same, with no name before all of it is on the disk, where system and disk know such files: most sticks don't."""
        try:
            fd = os.open(path.parent, os.O_WRONLY | _UNNAMED, 0o600)
            try:
                _write(os.dup(fd), data)
                os.link(f"/proc/self/fd/{fd}", path, src_dir_fd=fd)  # without one it would not follow to the file
            finally:
                os.close(fd)
        except FileExistsError:
            raise
        except OSError:
            self.write_new(path, data)

    def _fill(self, path: Path, data: bytes) -> None:
        """Write over a file that is as long as `data`, in the room it has, and flush it."""
        _write(os.open(path, os.O_WRONLY | _BINARY), data)

    def put_new(self, path: Path, data: bytes) -> None:
        """Write a file that must not exist yet, and make it last.

        Raises:
            NotSaved: it is not there.
        """
        try:
            self.write_new(path, data)
        except OSError as error:
            if not isinstance(error, FileExistsError):  # then it is another's
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
            raise NotSaved(why_not_saved(path.parent, error)) from error
        self.settle(path.parent)

    def put_all_new(self, files: Mapping[Path, bytes]) -> None:
        """The same of several files, all or none. No byte of them ever lies under another name, nor outside their folders: a
        program that is stopped by force leaves nothing hidden, and the beginning of a file at worst where none can be written
        before it has a name.

        Raises:
            NotSaved: none of them is there, but for what was there before.
        """
        made: list[Path] = []
        try:
            for path, data in files.items():
                made.append(path)
                self._name_when_whole(path, data)
            for folder in {path.parent for path in files}:
                self._flush_folder(folder)
        except BaseException as error:
            for path in made[:-1] if isinstance(error, FileExistsError) else made:  # the last is then another's
                with contextlib.suppress(OSError):  # the first error is the one to tell
                    path.unlink(missing_ok=True)
            if not isinstance(error, OSError):
                raise
            raise NotSaved(why_not_saved(next(iter(files)).parent, error)) from error

    def _rename(self, temp: Path, path: Path) -> None:
        for wait in (*_WINDOWS_RETRIES, None):
            try:
                os.replace(temp, path)
                return
            except PermissionError:
                if sys.platform != "win32" or wait is None:
                    raise
                time.sleep(wait)

    def settle(self, folder: Path) -> None:
        """Make the names in a folder last: the one place that flushes folders.

        Raises:
            NotSaved: they may not outlive a power cut.
        """
        try:
            self._flush_folder(folder)
        except OSError as error:
            raise NotSaved(why_not_saved(folder, error)) from error

    def _flush_folder(self, folder: Path) -> None:
        if sys.platform == "win32":  # has no way to flush a folder
            return
        fd = os.open(folder, os.O_RDONLY)
        try:
            _flush(fd)
        except OSError as error:
            if error.errno not in _FOLDER_CANT_FLUSH:
                raise
        finally:
            os.close(fd)

    def unlink(self, path: Path) -> None:
        """Remove a file if it is there, and make that last.

        Raises:
            NotSaved: it is still there, or may come back in a power cut.
        """
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved(
                f"{path} could not be removed ({error.strerror}). Open the record again to remove it, or try again. "
                "What was saved before is safe."
            ) from error
        if os.path.isdir(path.parent):
            self.settle(path.parent)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it where they are missing, for their owner only, and make that last."""
        for missing in reversed([f for f in (folder, *folder.parents) if not os.path.isdir(f)]):
            try:
                missing.mkdir(mode=0o700, exist_ok=True)
            except OSError as error:
                raise NotSaved(why_not_saved(missing.parent, error)) from error
            try:
                self.settle(missing.parent)
            except NotSaved:
                with contextlib.suppress(OSError):  # so that the next try makes it, and flushes it, again
                    missing.rmdir()
                raise

    def leftovers(self, path: Path) -> list[Path]:
        """Temp files of this file that a stopped program left; one of a program at work may be among them."""
        return sorted(path.parent.glob(f".{glob.escape(path.name)}.*.tmp"))

    def _clear_what_a_stopped_program_left(self, files: Collection[Path]) -> None:
        """Temp files beside these, whichever formats were written then."""
        for folder, stem in {(path.parent, path.name.partition(".")[0]) for path in files}:
            for temp in folder.glob(f".{glob.escape(stem)}.*.tmp"):
                if _TEMP.search(temp.name):
                    with contextlib.suppress(OSError):
                        temp.unlink()

    def clear_leftovers(self, path: Path) -> None:
        """Remove temp files of this file that a stopped program left. Call only under the record's lock."""
        for temp in self.leftovers(path):
            with contextlib.suppress(OSError):  # the next opening tries again
                temp.unlink()


def _write(fd: int, data: bytes) -> None:
    """Write it all, flush and close."""
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(fd, view) :]
        _flush(fd)
    finally:
        os.close(fd)


if sys.platform != "win32":
    import errno
    import fcntl

    _FOLDER_CANT_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)  # some network and FUSE file systems

    def _flush(fd: int) -> None:
        full = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync alone leaves data in the drive's cache
        if full is None:
            os.fsync(fd)
        else:
            fcntl.fcntl(fd, full)
else:
    _flush = os.fsync
