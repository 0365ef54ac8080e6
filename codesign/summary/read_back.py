"""Reads what the policy team filled in: the decision table of the Word file, or the last columns of the CSV.

Any program may have saved the file in between, so nothing is trusted but words in cells: styles, ids and layout may be gone.
What the words mean is `codesign.core.decisions`' business.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from docx.oxml import parse_xml

from codesign.core.decisions import COLUMNS, Filled, FilledRow
from codesign.core.errors import CodesignError
from codesign.core.text import clean
from codesign.files import MEGABYTE, read_bytes
from codesign.sheet import read_rows
from codesign.summary.outline import DECISION_COLUMNS

WHAT = "filled-in summary"
_FILE_LIMIT = 20 * MEGABYTE
_PART_LIMIT = 10 * MEGABYTE
"""Of an unpacked part of a Word file: fifty times what a summary of forty rules takes."""
_MOST_PARTS = 5000
_CELL_LIMIT = 2000
_MOST_ROWS = 500
"""Filled rows, far more than any session has cards."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_ID = re.compile(r"\[([^\[\]]{1,60})\]")
_MARK = re.compile(r"\[([A-Z2-7]{4}-[A-Z2-7]{4})\]")
_NOT_WORD = (
    "{path} is not a Word document that can be read. Open it in Word or LibreOffice, save it as a Word document (.docx), "
    "and name that file. Nothing was changed."
)
_TOO_MUCH = "{path} holds far more than any summary. Is it the right file? Nothing was changed."
_NO_TABLE = (
    "{path} has no decision table. Take the summary's own Word file or CSV, fill in its answers, and name that file. Nothing "
    "was changed."
)


def read_back(path: Path) -> Filled:
    """What stands in the decision table of a filled-in summary.

    Raises:
        CodesignError: the file can't be read, is of another kind, is far too big, or has no decision table.
    """
    data = read_bytes(path, WHAT, limit=_FILE_LIMIT)
    if data.startswith(_OLD_WORD):
        raise CodesignError(
            f"{path} is locked with a password or was saved by an old Word. Save it as a Word document (.docx) without a "
            "password, and name that file. Nothing was changed."
        )
    if data.startswith(b"PK") or path.suffix.casefold() in (".docx", ".doc", ".odt", ".pdf", ".xlsx"):
        return _from_word(data, path)
    return _from_csv(path)


# CSV


def _from_csv(path: Path) -> Filled:
    rows = read_rows(path, WHAT, limit=MEGABYTE)
    head = next(rows, None)
    names = [name.casefold().strip() for name in head.cells] if head else []
    if not {"card", "answer"} <= set(names):
        raise CodesignError(_NO_TABLE.format(path=path))
    mark = ""
    found: list[FilledRow] = []
    for row in rows:
        if len(found) == _MOST_ROWS:
            raise CodesignError(_TOO_MUCH.format(path=path))
        cells = {name: clean(words, _CELL_LIMIT, lines=_CELL_LIMIT) for name, words in zip(names, row.cells, strict=False)}
        mark = mark or cells.get("session", "").upper()
        filled = {name: cells.get(name, "") for name in COLUMNS}
        if not row.blank:
            found.append(FilledRow(card=cells.get("card", ""), rule=cells.get("rule", "").removeprefix("'"), cells=filled))
    return Filled(mark, tuple(found))


# Word


def _from_word(data: bytes, path: Path) -> Filled:
    root = _document(data, path)
    rows = []
    found = False
    for table in _all(root, "tbl"):
        lines = list(_rows_of(table))
        columns = _columns(lines)
        found = found or bool(columns)
        rows += [row for line in lines if columns and (row := _filled_row(line, columns))]
        if len(rows) > _MOST_ROWS:
            raise CodesignError(_TOO_MUCH.format(path=path))
    if not found:
        raise CodesignError(_NO_TABLE.format(path=path))
    mark = next((match[1] for p in _all(root, "p") if (match := _MARK.search(_words(p)))), "")
    return Filled(mark, tuple(rows))


def _columns(lines: list[list[str]]) -> dict[str, int]:
    """Column -> its place, from the head of the table, or as we wrote it where the head is gone; empty for another table."""
    heads = {name: _start(words) for name, words in zip(("rule", *COLUMNS), DECISION_COLUMNS, strict=True)}
    for line in lines[:3]:
        places = {name: n for name, head in heads.items() for n, words in enumerate(line) if _start(words) == head}
        if {"rule", "answer"} <= set(places):
            return places
    as_written = {name: n for n, name in enumerate(heads)}
    return as_written if any(len(line) == len(heads) and _ID.search(line[0]) for line in lines) else {}


def _start(words: str) -> str:
    """What a head is known by: "Answer: yes / no" is the answer, "How and when youth" is how and when."""
    return " ".join(re.findall(r"[a-z]+", words.casefold().partition(":")[0])[:2])


def _filled_row(line: list[str], columns: dict[str, int]) -> FilledRow | None:
    cells = {name: line[place] if place < len(line) else "" for name, place in columns.items()}
    rule = cells.pop("rule")
    if _start(cells["answer"]) == _start(DECISION_COLUMNS[1]):  # the head, perhaps once more on another page
        return None
    ids = _ID.findall(rule)
    rest = re.sub(r"^\s*\d+\s*[.)]\s*", "", _ID.sub(" ", rule))
    return FilledRow(card=ids[-1].strip() if ids else "", rule=rest, cells=dict.fromkeys(COLUMNS, "") | cells)


def _rows_of(table: Any) -> Iterator[list[str]]:
    """The rows of a table as texts by column. A cell that was merged downwards says the same in every row it covers; one that
    was merged sideways stands in its first column."""
    above: dict[int, str] = {}
    for row in _own(table, "tr", "tbl"):
        if _first(row, "trPr", "del") is not None:
            continue
        line: list[str] = [""] * _number(_first(row, "trPr", "gridBefore"), 0)
        for cell in _own(row, "tc", "tr"):
            merged = _first(cell, "tcPr", "vMerge")
            goes_on = merged is not None and _value(merged) != "restart"
            words = above.get(len(line), "") if goes_on else _text(cell)
            above[len(line)] = words
            line += [words, *[""] * (_number(_first(cell, "tcPr", "gridSpan"), 1) - 1)]
        yield line


def _text(cell: Any) -> str:
    """The words of a cell, its paragraphs on lines of their own, without empty ones."""
    lines = (clean(_words(p), _CELL_LIMIT) for p in _own(cell, "p", "tc"))
    return "\n".join(line for line in lines if line)


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they stand once every tracked change is accepted."""
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in ("del", "moveFrom", "Fallback", "pPr", "rPr", "p"):
            yield from _pieces(child)


# XML by local names: a file in the strict form of the standard has other namespaces


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _all(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if _name(element) == name)


def _own(element: Any, name: str, around: str) -> Iterator[Any]:
    """Descendants of a name that lie in no nearer `around`: the rows of this table, not of one inside it."""
    for child in element:
        if _name(child) == name:
            yield child
        elif _name(child) not in (around, "tbl", "del", "moveFrom", "Fallback"):
            yield from _own(child, name, around)


def _first(element: Any, *names: str) -> Any | None:
    for name in names:
        element = next((child for child in element if _name(child) == name), None)
        if element is None:
            return None
    return element


def _value(element: Any) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _number(element: Any | None, usual: int) -> int:
    value = "" if element is None else _value(element)
    return min(int(value), 100) if value.isascii() and value.isdigit() and len(value) < 4 else usual


# The zip around it


def _document(data: bytes, path: Path) -> Any:
    """The main part of a Word file, which need not have its usual name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            if len(box.infolist()) > _MOST_PARTS:
                raise CodesignError(_NOT_WORD.format(path=path))
            relations = parse_xml(_part(box, "_rels/.rels", path))
            name = next(r.get("Target") for r in relations if str(r.get("Type")).endswith("/officeDocument"))
            root = parse_xml(_part(box, str(PurePosixPath(str(name).lstrip("/"))), path))
    except (zipfile.BadZipFile, zlib.error, KeyError, StopIteration, EOFError, OSError, NotImplementedError, RuntimeError):
        raise CodesignError(_NOT_WORD.format(path=path)) from None
    except (SyntaxError, ValueError):  # what lxml raises for XML that is none
        raise CodesignError(_NOT_WORD.format(path=path)) from None
    if _name(root) != "document":
        raise CodesignError(_NOT_WORD.format(path=path))
    return root


def _part(box: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """A part, never more of it than any summary needs, whatever the zip says of its size."""
    if box.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError
    with box.open(name) as part:
        data = part.read(_PART_LIMIT + 1)
    if len(data) > _PART_LIMIT:
        raise CodesignError(_TOO_MUCH.format(path=path))
    return data
