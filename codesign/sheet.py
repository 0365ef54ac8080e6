"""Tables that people hand us as CSV: rows with their places, whatever the spreadsheet that wrote them.

Knows nothing of what the cells mean. A table that is torn (a quote that is never closed) is refused, never read in part.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.files import read_text


class Row(Struct, frozen=True):
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


def read_rows(path: Path, what: str, *, limit: int) -> Iterator[Row]:
    """The rows of a CSV file of at most `limit` bytes, blank ones too; `what` names its kind in errors.

    Spreadsheets of other countries write semicolons or tabs: whichever of `, ; tab` comes first in the first line parts
    the cells, so the first name of a header must hold none of them.

    Raises:
        CodesignError: the file can't be read as text, or a row can't be read as cells.
    """
    text = read_text(path, what, limit=limit)
    first_line = re.match(r"[^\r\n]*", text)
    mark = re.search(r"[,;\t]", first_line[0] if first_line else "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark[0] if mark else ",", strict=True)
    number = line = 1
    try:
        for cells in reader:
            yield Row(number, line, [cell.strip() for cell in cells])
            number, line = number + 1, reader.line_num + 1
    except csv.Error:
        raise CodesignError(
            f"{path}, row {number} (line {line}): a cell can't be read. Look there for a quotation mark that is opened and "
            "never closed, or for a cell that is far too long."
        ) from None
