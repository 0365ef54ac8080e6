"""Tables that people hand us as CSV: rows with their places, whatever the spreadsheet that wrote them.

Knows nothing of what the cells mean. A table that is torn (a quote that is never closed) is refused, never read in part.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.intake.files import read_text


class SheetRow(Struct, frozen=True):
    """One row of a table."""

    number: int
    """As a spreadsheet counts: the header is row 1, and a cell with line breaks is still one row."""
    line: int
    """The line of the file on which the row begins."""
    cells: list[str]
    """As written, without what surrounds each cell; empty for a blank line."""

    @property
    def blank(self) -> bool:
        return not any(self.cells)


_MARKS = ",;\t"
_FIRST_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|$)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")  # what only looks like an end of line (U+2028) is none in a table
_HINT = re.compile(r'"?\s*sep\s*=(\\t|[^"\r\n])"?[\s,;|"]*', re.IGNORECASE)
"""A first line by which Excel is told what parts the cells: sep=; or "sep=," and what a program that read it as a row of cells
put behind."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: a byte order mark in the middle, zero-width blanks, soft hyphens, marks of direction. They come
along from web pages and chats. `codesign.core.text.clean` takes them out of words; here they go before they part a cell."""
_UNSEEN_IN_A_KEY = re.compile("[\u200c\u200d\ufe00-\ufe0f]")  # which words need
_BLANKS = str.maketrans(dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " "))  # letters by name, and blank to look at
_QUOTE = "[\"'`´\u2018-\u201f«»]"
_QUOTED = re.compile(f"=?{_QUOTE}++((?:(?!{_QUOTE}).)*+){_QUOTE}*")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))


def read_rows(path: Path, what: str, *, limit: int) -> Iterator[SheetRow]:
    """The rows of a CSV file of at most `limit` bytes, blank ones too; `what` names its kind in errors.

    Spreadsheets of other countries write semicolons or tabs: whichever of `, ; tab` comes first in the first line parts
    the cells, so the first name of a header must hold none of them. A line `sep=;` above the header is read past.

    Raises:
        CodesignError: the file can't be read as text, or a row can't be read as cells.
    """
    text = read_text(path, what, limit=limit)
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    start, mark = _parted_by(text)
    if not text[start:].strip():
        raise CodesignError(f"{path} is empty.")
    reader = csv.reader((line[0] for line in _LINE.finditer(text, start)), delimiter=mark, strict=True)
    above = 1 if start else 0
    number, line = 1, 1 + above
    try:
        for cells in reader:
            yield SheetRow(number, line, [cell.strip() for cell in cells])
            number, line = number + 1, reader.line_num + 1 + above
    except csv.Error:
        raise CodesignError(
            f"{path}, row {number} (line {line}): a cell can't be read. Look there for a quotation mark that is opened and "
            "never closed, or for a cell that is far too long."
        ) from None


def _parted_by(text: str) -> tuple[int, str]:
    """Where the header begins, and what parts the cells. A hint that no longer fits its table (a program read it as a row and
    saved it with other marks) is read past and not believed."""
    first = _first_line(text, 0)
    hint = _HINT.fullmatch(first)
    start = len(first) if hint else 0
    header = _first_line(text, start)
    mark = "\t" if hint and hint[1] == "\\t" else hint[1] if hint else ""
    if mark and mark in header and mark.isprintable() | (mark == "\t") and not mark.isalnum():
        return start, mark
    found = re.search(f"[{_MARKS}]", header)
    return start, found[0] if found else ","


def _first_line(text: str, start: int) -> str:
    found = _FIRST_LINE.match(text, start)
    return found[0] if found else ""


def key(cell: str) -> str:
    """A cell that is looked up (a card's id, an answer, a number), as it was meant: digits and letters of full width as the
    common ones, any hyphen as "-", any blank as one, without quotes around it (an apostrophe or ="1" keeps a spreadsheet from
    reading a number), and nothing that can't be seen. Never for words that are kept."""
    if not cell.isascii():
        told = unicodedata.normalize("NFKC", cell.translate(_BLANKS).translate(_HYPHENS))
        cell = " ".join(_UNSEEN_IN_A_KEY.sub("", told).split())
    quoted = _QUOTED.fullmatch(cell)
    return quoted[1].strip() if quoted else cell
