"""Reads what the policy team filled in: the answer form of the Word file, or the columns of the CSV that are named so.

Any program may have saved the file in between, so nothing is trusted but words in cells: styles, ids and layout may be gone.
What the words mean is `codesign.core.policy_team.taken`'s business.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from docx.oxml import parse_xml
from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.policy_team.decisions import COLUMNS, COLUMNS_BEFORE, FIRST_FIELDS
from codesign.core.policy_team.filled import Filled, FilledRow
from codesign.core.text import clean
from codesign.documents.read_back.columns import column_of
from codesign.documents.read_back.controls import is_prompt
from codesign.documents.read_back.elements import name_of
from codesign.documents.read_back.fields import fields_of
from codesign.documents.read_back.word_words import Cell, Looks, pieces, rows_of, striking
from codesign.intake.files import MEGABYTE, OFFICE, OLD_OFFICE, read_bytes
from codesign.intake.sheet import read_rows

WHAT = "filled-in summary"
_FILE_LIMIT = 20 * MEGABYTE
_PART_LIMIT = 10 * MEGABYTE
"""Of an unpacked part of a Word file: fifty times what a summary of forty rules takes."""
_MOST_PARTS = 5000
_CELL_LIMIT = 2000
_MOST_ROWS = 500
"""Filled rows, far more than any session has cards."""
_MADE_BY = "docProps/app.xml"
_NOTES = ("footnotes.xml", "endnotes.xml")
_FORGET = (b"LibreOffice", b"OpenOffice", b"Collabora")
_SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
_ID = re.compile(r"\[([^\[\]]{1,60})\]")
_NUMBER = re.compile(r"\s*(\d{1,3})\s*[.)]\s*")
_MARKS = re.compile(r"(?:\[[A-Z2-7]{4}-[A-Z2-7]{4}\]\s*)+$")
_MARK = re.compile(r"\b[A-Z2-7]{4}-[A-Z2-7]{4}\b")
_LINES_TO_THE_HEAD = 10
"""Rows of a spreadsheet among which its head is looked for, under a title or empty rows."""
_LINES_ABOVE = 3
"""So many paragraphs above the table the letters of the session may stand: what is farther is not the table's own line."""
_NOT_WORD = (
    "{path} is not a Word document that can be read. Open it in Word or LibreOffice, save it as a Word document (.docx), "
    "and name that file. Nothing was changed."
)
_WORKBOOK = "{path} is a spreadsheet. Save it as “CSV UTF-8”, and name that file. Nothing was changed."
_TOO_MUCH = "{path} holds far more than any summary. Is it the right file? Nothing was changed."
_NO_TABLE = (
    "{path} has no answer form. Take the summary's own Word file or CSV, fill in its answers, and name that file. Nothing "
    "was changed."
)


def read_back(path: Path) -> Filled:
    """What stands in the answer form of a filled-in summary.

    Raises:
        CodesignError: the file can't be read, is of another kind, is far too big, or has no answer form.
    """
    data = read_bytes(path, WHAT, limit=_FILE_LIMIT)
    if data.startswith(OLD_OFFICE) and path.suffix.casefold() not in _SPREADSHEETS:
        raise CodesignError(
            f"{path} is locked with a password or was saved by an old Word. Save it as a Word document (.docx) without a "
            "password, and name that file. Nothing was changed."
        )
    if data.startswith(OFFICE) or path.suffix.casefold() in (".docx", ".doc", ".odt", ".pdf", ".xlsx"):
        return _from_word(data, path)
    return _from_csv(path)


def _not_found(found: set[str]) -> tuple[str, ...]:
    """The columns that a table lacks; what no earlier form had is not missed in one."""
    missing = [name for name in COLUMNS if name not in found]
    since = [name for name in COLUMNS if name not in COLUMNS_BEFORE]
    return tuple(name for name in missing if name not in since or not set(since) <= set(missing))


# CSV


def _from_csv(path: Path) -> Filled:
    rows = read_rows(path, WHAT, limit=MEGABYTE)
    heads = ([column_of(name) for name in row.cells] for row in islice(rows, _LINES_TO_THE_HEAD))
    names = next((head for head in heads if "answer" in head and {"card", "rule"} & set(head)), [])
    if not names:
        raise CodesignError(_NO_TABLE.format(path=path))
    marks: set[str] = set()
    found: list[FilledRow] = []
    for row in rows:
        if len(found) == _MOST_ROWS:
            raise CodesignError(_TOO_MUCH.format(path=path))
        cells: dict[str, str] = {}
        for name, words in zip(names, row.cells, strict=False):
            cells.setdefault(name, clean(words, _CELL_LIMIT, lines=_CELL_LIMIT))
        own = frozenset(_MARK.findall(cells.get("session", "").upper()))
        marks |= own
        filled = {name: cells.get(name, "") for name in COLUMNS}
        if not row.blank:
            rule = cells.get("rule", "").removeprefix("'")
            found.append(FilledRow(card=cells.get("card", ""), rule=rule, cells=filled, marks=own))
    return Filled(frozenset(marks), tuple(found), _not_found(set(names)))


# Word


def _from_word(data: bytes, path: Path) -> Filled:
    root, looks = word_document(data, path)
    rows: list[FilledRow] = []
    marks: set[str] = set()
    found: set[str] = set()
    for lines, columns, above in _answer_tables(root, looks):
        found |= set(columns)
        marks |= _marks_in(above)
        for line in lines:
            if row := _filled_row(line, columns):
                found |= set(row.cells)
                rows.append(row)
        if len(rows) > _MOST_ROWS:
            raise CodesignError(_TOO_MUCH.format(path=path))
    if not found:
        raise CodesignError(_NO_TABLE.format(path=path))
    whole = tuple(replace(row, cells=dict.fromkeys(COLUMNS, "") | row.cells) for row in rows)
    return Filled(frozenset(marks), whole, _not_found(found))


def _answer_tables(root: Any, looks: Looks) -> list[tuple[list[list[Cell]], dict[str, int], list[str]]]:
    """The rows of each answer table, where its columns stand, and the lines above it. One that lies in a cell of another says
    nothing there."""
    tables = []
    for table, above in reversed(list(_tables(root, looks))):  # what lies inside first
        lines = list(rows_of(table, looks))
        if columns := _columns([[cell.text for cell in line] for line in lines]):
            tables.append((lines, columns, above))
            if any(name_of(around) == "tbl" for around in table.iterancestors()):
                table.getparent().remove(table)
    return tables[::-1]


def _tables(root: Any, looks: Looks) -> Iterator[tuple[Any, list[str]]]:
    """Each table, and the last lines above it that lie in none."""
    above: list[str] = []
    for element in root.iter():
        if name_of(element) == "tbl":
            yield element, above[-_LINES_ABOVE:]
        elif name_of(element) == "p" and not any(name_of(around) == "tbl" for around in element.iterancestors()):
            words = "".join(part.words for part in pieces(element, looks)).strip()
            above += [words] if words else []


def _marks_in(above: list[str]) -> set[str]:
    """The letters at the end of the answer table's own line. What stands elsewhere in the same form is somebody's words."""
    ends = [match for words in reversed(above) if (match := _MARKS.search(words))]
    return set(_MARK.findall(ends[0][0])) if ends else set()


def _columns(lines: list[list[str]]) -> dict[str, int]:
    """Key of a column's first field -> its place, from the head of the table, or as we wrote it where the head is gone; empty
    for another table."""
    for line in lines[:3]:
        places: dict[str, int] = {}
        for place, words in enumerate(line):
            places.setdefault(column_of(words), place)
        if {"rule", "answer"} <= set(places):
            return {name: place for name, place in places.items() if name in ("rule", *COLUMNS)}
    for names in (FIRST_FIELDS, COLUMNS_BEFORE):
        as_written = {name: n for n, name in enumerate(("rule", *names))}
        if any(len(line) == len(as_written) and _ID.search(line[0]) for line in lines):
            return as_written
    return {}


def _filled_row(line: list[Cell], columns: dict[str, int]) -> FilledRow | None:
    there = {name: line[place] if place < len(line) else Cell() for name, place in columns.items()}
    rule = there.pop("rule").text
    if column_of(there["answer"].text) == "answer" and column_of(rule) == "rule":  # the head, perhaps on another page
        return None
    ids = {match.strip() for match in _ID.findall(rule)}
    fields = {name: clean(words, _CELL_LIMIT, lines=_CELL_LIMIT) for name, words in fields_of(there).items()}
    struck = any(cell.struck for cell in there.values())
    unread = tuple(words for cell in there.values() for words in cell.prompts if not is_prompt(words))
    if not ids and not struck and not any(fields.values()):  # of page one, where an answer may be ticked as well
        return None
    number = _NUMBER.match(rule)
    return FilledRow(
        card=" ".join(sorted(ids)),
        rule=_ID.sub(" ", rule[number.end() :] if number else rule),
        number=int(number[1]) if number else 0,
        cells=fields,
        struck=struck,
        unread=unread,
    )


# The zip around it


def _not_word(path: Path) -> CodesignError:
    return CodesignError((_WORKBOOK if path.suffix.casefold() in _SPREADSHEETS else _NOT_WORD).format(path=path))


def word_document(data: bytes, path: Path, *, notes: bool = False) -> tuple[Any, Looks]:
    """The main part of a Word file, which need not have its usual name, and by which looks its words count for nothing; with
    its footnotes and endnotes behind it, where `notes` are wanted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            if len(box.infolist()) > _MOST_PARTS:
                raise _not_word(path)
            relations = parse_xml(_part(box, "_rels/.rels", path))
            name = next(r.get("Target") for r in relations if str(r.get("Type")).endswith("/officeDocument"))
            main = PurePosixPath(str(name).lstrip("/"))
            root = parse_xml(_part(box, str(main), path))
            beside = [str(main.with_name(part)) for part in _NOTES] if notes else []
            root.extend([parse_xml(_part(box, part, path)) for part in beside if part in box.namelist()])
            styles = str(main.with_name("styles.xml"))
            struck = striking(parse_xml(_part(box, styles, path))) if styles in box.namelist() else frozenset()
            made_by = _part(box, _MADE_BY, path) if _MADE_BY in box.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, KeyError, StopIteration, EOFError, OSError, NotImplementedError, RuntimeError):
        raise _not_word(path) from None
    except (SyntaxError, ValueError):  # what lxml raises for XML that is none
        raise _not_word(path) from None
    if name_of(root) != "document":
        raise _not_word(path)
    return root, Looks(struck, any(program in made_by for program in _FORGET))


def _part(box: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """A part, never more of it than any summary needs, whatever the zip says of its size."""
    if box.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    with box.open(name) as part:
        data = part.read(_PART_LIMIT + 1)
    if len(data) > _PART_LIMIT:
        raise CodesignError(_TOO_MUCH.format(path=path))
    return data
