"""The summary as files. Every format is rendered before the first byte is written, so that a defect leaves nothing behind."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.text import NAME_LIMIT, clean
from codesign.documents.summary.build import Summary
from codesign.intake.files import read_regular


def _docx(summary: Summary) -> bytes:
    from codesign.documents.word.summary import to_docx

    return to_docx(summary)


def _html(summary: Summary) -> bytes:
    from codesign.documents.web.summary import to_html

    return to_html(summary)


def _md(summary: Summary) -> bytes:
    from codesign.documents.markdown.summary import to_markdown

    return to_markdown(summary)


def _json(summary: Summary) -> bytes:
    from codesign.documents.data.summary import to_json

    return to_json(summary)


def _csv(summary: Summary) -> bytes:
    from codesign.documents.data.sheet import to_csv

    return to_csv(summary)


def _check(summary: Summary) -> dict[str, bytes]:
    from codesign.documents.wall.files import in_every_language
    from codesign.documents.wall.youth_check import check

    return in_every_language("youth-check", lambda: check(summary))


FORMATS: dict[str, Callable[[Summary], bytes]] = {"docx": _docx, "html": _html, "md": _md, "json": _json, "csv": _csv}
"""Name of a format, which is also the ending of its file -> what renders it. Each imports its library when it is called."""
CHECK = "check"
"""Named among the formats, the page for the group to correct: youth-check.docx and .html, in every language."""


Put = Callable[[Mapping[Path, bytes]], None]
"""Writes files, each wholly or not at all, and begins with none before the bytes of all of them are safe."""


def write(summary: Summary, folder: Path, formats: Sequence[str], put: Put) -> list[Path]:
    """Write the summary in a folder, which is made where it is missing; the files, in the order of `formats`.

    `formats` are names in FORMATS and CHECK, all of them where it is empty. `put` writes them.

    Raises:
        CodesignError: an unknown format or a folder that can't be used (nothing was written), or what `put` raises.
    """
    known = [*FORMATS, CHECK]
    chosen = list(dict.fromkeys(formats)) or known
    for name in chosen:
        if name not in known:
            raise CodesignError(f"There is no format “{clean(name, NAME_LIMIT)}”. There are: {', '.join(known)}.")
    rendered = {folder / file: data for name in chosen for file, data in _rendered(summary, name).items()}
    _make(folder)
    for path, data in rendered.items():
        _must_be_ours(path, data)
    put(rendered)
    return list(rendered)


def _rendered(summary: Summary, name: str) -> dict[str, bytes]:
    return _check(summary) if name == CHECK else {f"summary.{name}": FORMATS[name](summary)}


_MOST_NUMBERED = 1000
"""A disk that fails says of no name that it is free."""


def write_beside(files: Mapping[str, bytes], folder: Path, put: Put) -> list[Path]:
    """Write these files in a folder. Where one of the names is taken by another file, all get the next number that is free:
    poster-2.docx. Nothing is written over but the same bytes.

    Raises:
        CodesignError: the folder can't be used or takes no more, or what `put` raises.
    """
    _make(folder)
    for number in range(1, _MOST_NUMBERED):
        paths = {folder / _numbered(name, number): data for name, data in files.items()}
        if all(_is_free(path, data) for path, data in paths.items()):
            put(paths)
            return list(paths)
    raise CodesignError(f"{folder} can't be read, or has no free name left. Choose another folder; nothing was written.")


def _numbered(name: str, number: int) -> str:
    stem, dot, rest = name.partition(".")
    return name if number == 1 else f"{stem}-{number}{dot}{rest}"


def _is_free(path: Path, data: bytes) -> bool:
    """Whether no other file is there; the same one may be."""
    try:
        return not path.exists() or read_regular(path) == data
    except OSError:
        return False


def _must_be_ours(path: Path, data: bytes) -> None:
    """Another summary in the folder may hold the policy team's answer: it is never written over. The same one may be."""
    if not _is_free(path, data):
        raise CodesignError(
            f"{path} is there already and is not this summary; it may hold somebody's answers. Choose another folder, or move "
            "it away. Nothing was written."
        )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise CodesignError(f"{folder} is a file or lies in one. Name a folder; nothing was written.") from None
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise CodesignError(f"The folder {folder} can't be made ({reason}). Name another one; nothing was written.") from None
