"""The files of an export, by their plain names or as a browser saved them (2024-11-13-1830-0example-comments.csv)."""

import re
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.text import escaped

_COMMENTS, _SUMMARY, _LOG = "comments.csv", "summary.csv", "votes.csv"
_AGAIN = re.compile(r" ?\([0-9]{1,3}\)(?=\.csv$)", re.IGNORECASE)
"""What a browser puts behind a name that it saved before: comments (1).csv."""
_MATRICES = ("participants-votes.csv", "participant-votes.csv")  # older and newer exports


class Files(Struct, frozen=True):
    """Where the files of an export lie. At least one of `matrix` and `log` is there."""

    comments: Path
    matrix: Path | None
    """The votes as a table: a row for each participant."""
    log: Path | None
    """The votes one after another, earlier ones too."""
    summary: Path | None


def files_of(folder: Path) -> Files:
    """Find the files of an export.

    Raises:
        CodesignError: no folder, a file is missing, or two could be meant.
    """
    if not folder.is_dir():
        raise CodesignError(f"{folder} is not a folder. Unpack the Polis export and name the folder that holds its files.")
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise CodesignError(f"{folder} can't be read ({error.strerror}). Check that you may open it.") from None
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_kind(name), []).append(name)
    for name in names:
        if (kind := _kind(_AGAIN.sub("", name))) not in found:
            found[kind] = [other for other in names if _kind(_AGAIN.sub("", other)) == kind]
    matrix, log = _one(folder, found, _MATRICES[0]), _one(folder, found, _LOG)
    if not matrix and not log:
        raise missing(folder, _MATRICES[0], f", nor {_MATRICES[1]} or {_LOG}")
    comments = _one(folder, found, _COMMENTS)
    if not comments:
        raise missing(folder, _COMMENTS)
    return Files(comments, matrix, log, _one(folder, found, _SUMMARY))


def missing(folder: Path, name: str, nor: str = "", or_else: str = "") -> CodesignError:
    """The error that a file of an export is not there."""
    return CodesignError(f"There is no file {folder / name}{nor}. Put the {name} of the same export into the folder.{or_else}")


def _kind(name: str) -> str:
    """Which file of an export a name may be; "" for none. Files that begin with a point are what a system put beside them."""
    small = name.casefold()
    for kind in (*_MATRICES, _COMMENTS, _SUMMARY, _LOG):  # the log last: its name ends the names of the tables
        if small == kind or (small.endswith(f"-{kind}") and not small.startswith(".")):
            return _MATRICES[0] if kind in _MATRICES else kind
    return ""


def _one(folder: Path, found: dict[str, list[str]], kind: str) -> Path | None:
    names = found.get(kind, [])
    if len(names) > 1:
        raise CodesignError(
            f"{folder} holds {escaped(names[0])} and {escaped(names[1])}, and only one can be meant. Keep the one of the same "
            "export as the others."
        )
    return folder / names[0] if names else None
