"""A table of an export: rows below a header of names, and the numbers in their cells."""

import re
from collections.abc import Iterator
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.intake.sheet import SheetRow, key, read_rows

_WHOLE = re.compile(r"([+-]?[0-9]{1,18})(?:\.0+)?")
_NAME_PARTS = re.compile("[ _]+")
_MILLISECONDS = 1e11  # a timestamp above it counts milliseconds, below it seconds


def whole(cell: str) -> int | None:
    """A whole number as exports and spreadsheets write it (12, -1, -1.0); None where it is something else."""
    if cell.isdecimal() and cell.isascii() and len(cell) <= 18:  # nearly all, and a log has millions
        return int(cell)
    match = _WHOLE.fullmatch(key(cell))
    return int(match[1]) if match else None


def seconds(timestamp: int) -> float:
    """A moment as seconds since 1970, whichever of the two units an export wrote."""
    return timestamp / 1000 if timestamp > _MILLISECONDS else timestamp


class Table:
    """The rows below the header; blank lines are passed over. Cells that are missing at the end of a row are empty ones, as
    spreadsheets leave them out, as long as the row reaches over the columns that are needed."""

    def __init__(self, path: Path, needed: tuple[str, ...], *, limit: int) -> None:
        """Read the header.

        Raises:
            CodesignError: a column is missing, or a name stands there twice.
        """
        self.path = path
        self._rows = read_rows(path, "Polis table", limit=limit)
        header = next((row for row in self._rows if not row.blank), None)
        if header is None:
            raise CodesignError(f"{path} is empty.")
        names = [_NAME_PARTS.sub("-", key(cell).casefold()) for cell in header.cells]
        while names and not names[-1]:
            names.pop()
        if missing := [f"“{name}”" for name in needed if name not in names]:
            told = f"there is no column {' and no column '.join(missing)}. Is it the {path.name} of a Polis export?"
            raise self.wrong(header, told)
        if len(set(names)) < len(names):
            raise self.wrong(header, "two columns have the same name. Export again.")
        self.names = names
        self.at = {name: at for at, name in enumerate(names)}
        """Name of a column, in small letters, its parts joined by hyphens -> its place."""
        self.reach = 1 + max(self.at[name] for name in needed)
        """Cells that every row has."""
        self.short = 0
        """Rows so far that ended before the last column."""

    def __iter__(self) -> Iterator[SheetRow]:
        """The rows, each as long as the header.

        Raises:
            CodesignError: a row has too many or too few cells.
        """
        width = len(self.names)
        for row in self._rows:
            cells = row.cells
            if row.blank:
                continue
            if len(cells) == width:
                yield row
            else:
                if len(cells) < self.reach or any(cells[width:]):
                    raise self.wrong(
                        row,
                        f"{len(cells)} cells where the header has {width}. Early exports leave out the quotation marks round "
                        "a text with a comma or a line break: put them in, or export again.",
                    )
                self.short += len(cells) < width
                yield SheetRow(row.number, row.line, [*cells[:width], *[""] * (width - len(cells))])

    def wrong(self, row: SheetRow, told: str) -> CodesignError:
        return CodesignError(f"{self.path}, line {row.line}: {told}")

    def number(self, row: SheetRow, column: str, *, least: int | None = None) -> int:
        """The whole number of a cell.

        Raises:
            CodesignError: it is none. Doesn't repeat the cell, which may name a person.
        """
        number = whole(row.cells[self.at[column]])
        if number is None or (least is not None and number < least):
            from_least = "" if least is None else f" from {least}"
            raise self.wrong(row, f"the column “{column}” needs a whole number{from_least}. Mend it, or export again.")
        return number
