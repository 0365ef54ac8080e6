"""comments.csv: the statements of a conversation."""

from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.text import RULE_LIMIT, clean
from codesign.intake.polis.table import Table, seconds, whole
from codesign.intake.sheet import SheetRow

_REJECTED = -1
_TRUE = {"true", "t", "yes", "1", "1.0", "verdadero", "sí", "si", "wahr", "vrai", "vero", "verdadeiro"}
_FALSE = {"", "false", "f", "no", "0", "0.0", "falso", "falsch", "faux", "null", "none"}
"""A spreadsheet writes true and false in its own language."""


class Statement(Struct, frozen=True):
    """What somebody put up for a vote."""

    id: int
    text: str
    rejected: bool
    """By a moderator."""
    author: int | None
    made: float
    """Seconds since 1970; 0 where the export does not say."""
    meta: bool = False
    """On who a person is, and not on what should be."""
    seed: bool = False
    """Put in by the owner to begin with."""


def read_statements(path: Path, *, limit: int) -> dict[int, Statement]:
    """The statements by their numbers.

    Raises:
        CodesignError: something can't be read for sure; file, line, mend.
    """
    found: dict[int, Statement] = {}
    table = Table(path, ("comment-id", "moderated", "comment-body"), limit=limit)
    for row in table:
        cells = dict(zip(table.names, row.cells, strict=True))
        number = table.number(row, "comment-id", least=0)
        if number in found:
            raise table.wrong(row, f"statement {number} stands there twice. Take one out, or export again.")
        found[number] = Statement(
            number,
            clean(cells["comment-body"], RULE_LIMIT) or f"Statement {number} (no words in the export)",
            table.number(row, "moderated") == _REJECTED,
            table.number(row, "author-id", least=0) if cells.get("author-id") else None,
            seconds(whole(cells.get("timestamp", "")) or 0),
            _says_yes(table, row, "is-meta"),
            _says_yes(table, row, "is-seed"),
        )
    if not found:
        raise CodesignError(f"{path} holds no statement. Export again.")
    return found


def _says_yes(table: Table, row: SheetRow, column: str) -> bool:
    """A column that is missing says no."""
    words = row.cells[table.at[column]].casefold() if column in table.at else ""
    if words not in _TRUE | _FALSE:
        raise table.wrong(row, f"the column “{column}” needs true or false. Mend it, or export again.")
    return words in _TRUE
