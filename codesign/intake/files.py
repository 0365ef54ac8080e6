"""Reading files that people hand us: the whole text, or a sentence that says what is wrong and how to mend it."""

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.text import escaped

MEGABYTE = 1_000_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How files of an old Word or Excel begin, and of a new one where a password locks them."""
OFFICE = (b"PK\x03\x04", OLD_OFFICE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a file in UTF-16 begins: Excel's “Unicode Text”, and what PowerShell writes behind a “>”."""


if TYPE_CHECKING:
    _Path = Path
else:
    _Path = type(Path())  # before Python 3.12 only the system's own kind can be built on


class NamedPath(_Path):
    """A path from outside, whose name may hold anything that a name can. In a sentence, f"{path}", it is escaped; to the
    system, `str` and `os.fspath`, it is itself. Paths made from it are of this kind too."""

    def __format__(self, spec: str) -> str:
        return format(escaped(str(self)), spec)


class Piped(NamedPath):
    """What another program hands over on standard input, under that name; it can be read as often as a file."""

    data = b""

    @classmethod
    def of(cls, data: bytes) -> "Piped":
        path = cls("standard input")
        path.data = data
        return path


def named_path(words: str) -> Path:
    """The file or folder that somebody named; "~" is their home, and a "~name" that nobody has stands as it is."""
    return NamedPath(os.path.expanduser(words))


class NoOrdinaryFile(OSError):
    """A pipe, a socket or a device where a file was expected."""


def read_regular(path: Path, most: int = -1) -> bytes:
    """The bytes of an ordinary file, or its first `most`. What is none is refused and never waited for: a pipe may give its
    first byte next week, and a device may act on being opened.

    Raises:
        NoOrdinaryFile, IsADirectoryError, or the OSError of the system; ValueError: no file can have this name.
    """
    _must_be_regular(os.stat(path))
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(fd, "rb") as file:
        _must_be_regular(os.fstat(fd))  # it may be another one by now
        return file.read(most)


def _must_be_regular(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise NoOrdinaryFile("no ordinary file")


def read_bytes(path: Path, what: str, *, limit: int) -> bytes:
    """The bytes of a file; `what` names its kind in errors, such as "plan".

    Raises:
        CodesignError: missing, a folder, no ordinary file, or too large.
    """
    try:
        data = path.data if isinstance(path, Piped) else read_regular(path, limit + 1)
    except NoOrdinaryFile:
        raise CodesignError(f"{path} is no ordinary file. Name the {what} file itself.") from None
    except IsADirectoryError:
        raise CodesignError(f"{path} is a folder. Name the {what} file itself.") from None
    except FileNotFoundError:
        raise CodesignError(f"There is no file {path}. Check the name and the folder.") from None
    except OSError as error:
        raise CodesignError(f"{path} can't be read ({error.strerror}). Check that you may open it.") from None
    except ValueError:  # a NUL or half a letter in it
        raise CodesignError(f"“{path}” is a name that no file can have. Check the name.") from None
    if len(data) > limit:
        raise CodesignError(f"{path} is larger than {limit // MEGABYTE} MB, which no {what} is. Is it the right file?")
    return data


def read_text(path: Path, what: str, *, limit: int = MEGABYTE) -> str:
    """The text of a UTF-8 file (a byte order mark is fine), or of one in UTF-16 that says so; `what` names its kind in errors.

    Raises:
        CodesignError: as `read_bytes`, or empty, not text, or in another encoding.
    """
    return text_of(read_bytes(path, what, limit=limit), path)


def text_of(data: bytes, path: Path) -> str:
    """The text in the bytes of a file, which errors name.

    Raises:
        CodesignError: empty, not text, or in another encoding.
    """
    if data.startswith(OFFICE):
        raise CodesignError(
            f"{path} is a spreadsheet, a Word document or a packed file. Save a table as “CSV UTF-8” and words as text, and "
            "name that file."
        )
    try:
        text = data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CodesignError(
            f"{path}, line {line}: a letter is not in UTF-8. Save the file again as UTF-8 (in Excel: “CSV UTF-8”; in "
            "Notepad: “Encoding”), then try again."
        ) from None
    if "\0" in text:
        raise CodesignError(f"{path} is not a text file. Is it the right file?")
    if not text.strip():
        raise CodesignError(f"{path} is empty.")
    return text
