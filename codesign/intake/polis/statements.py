"""comments.csv: the statements of a conversation."""

from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.text import RULE_LIMIT, clean
from codesign.intake.polis.table import Table, seconds, whole

_REJECTED = -1
_TRUE = {"true", "t", "yes", "1", "1.0"}


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
            cells.get("is-meta", "").casefold() in _TRUE,
            cells.get("is-seed", "").casefold() in _TRUE,
        )
    if not found:
        raise CodesignError(f"{path} holds no statement. Export again.")
    return found
