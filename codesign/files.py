"""Reading files that people hand us: the whole text, or a sentence that says what is wrong and how to mend it."""

from pathlib import Path

from codesign.core.errors import CodesignError

MEGABYTE = 1_000_000


def read_bytes(path: Path, what: str, *, limit: int) -> bytes:
    """The bytes of a file; `what` names its kind in errors, such as "plan".

    Raises:
        CodesignError: missing, a folder, or too large.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise CodesignError(f"{path} is no ordinary file. Name the {what} file itself.")
        if path.is_dir():
            raise CodesignError(f"{path} is a folder. Name the {what} file itself.")
        if path.stat().st_size > limit:
            raise CodesignError(f"{path} is larger than {limit // MEGABYTE} MB, which no {what} is. Is it the right file?")
        return path.read_bytes()
    except FileNotFoundError:
        raise CodesignError(f"There is no file {path}. Check the name and the folder.") from None
    except OSError as error:
        raise CodesignError(f"{path} can't be read ({error.strerror}). Check that you may open it.") from None
    except ValueError:  # a NUL or half a letter in it
        raise CodesignError(f"“{path}” is a name that no file can have. Check the name.") from None


def read_text(path: Path, what: str, *, limit: int = MEGABYTE) -> str:
    """The text of a UTF-8 file (a byte order mark is fine); `what` names its kind in errors.

    Raises:
        CodesignError: as `read_bytes`, or empty, not text, or in another encoding.
    """
    data = read_bytes(path, what, limit=limit)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CodesignError(f"{path} is saved as UTF-16. Save it again as UTF-8 (in Excel: “CSV UTF-8”), then try again.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CodesignError(
            f"{path}, line {line}: a letter is not in UTF-8. Save the file again as UTF-8 (in Excel: “CSV UTF-8”), "
            "then try again."
        ) from None
    if "\0" in text:
        raise CodesignError(f"{path} is not a text file. Is it the right file?")
    if not text.strip():
        raise CodesignError(f"{path} is empty.")
    return text
