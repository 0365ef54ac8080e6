"""A page for a wall: what a group reads together, in two columns, in the language in use.

Whatever people wrote is there whole: the type is as large as one sheet has room for, and where that would make it small, it
takes more sheets.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.documents.paper_size import Paper
from codesign.documents.type_size import LINE, largest, rows
from codesign.phrases import draft
from codesign.words import N_

_SIZES = (20.0, 18.0, 16.0)
"""Of the type, in points. Under the last it is not read from a step away."""
_BESIDE, _ABOVE = 56.0, 107.0
"""Points that a column is narrower than half the sheet, and the words of a page lower than the sheet; more than margins take,
because letters differ from font to font."""
THE_RULE = N_("The rule")
"""Above the column of rules."""
TITLE, HEADING = 1.9, 1.3
"""Times the size of the rest."""


class WallRow(Struct, frozen=True):
    """A rule and what youth said of it; beside it what stands against that."""

    rule: str
    said: str
    answer: str
    words: tuple[str, ...] = ()
    """What more there is to the answer, a line each."""


class Part(Struct, frozen=True):
    """A table of two columns."""

    left: str
    right: str
    """The heads."""
    rows: tuple[WallRow, ...]


class WallPage(Struct, frozen=True, kw_only=True):
    """The page in words."""

    made_up: str
    """The line that says so; empty for a real group."""
    title: str
    about: str
    """Which session it is about."""
    parts: tuple[Part, ...]
    below: tuple[str, ...]
    """What stands under the tables."""
    month: str
    """YYYY-MM of the session."""
    room: float = 0
    """Points of height to leave free, to write on."""
    paper: Paper
    shares: tuple[int, int] = (1, 1)
    """How wide the two columns are, measured against each other."""
    size: float = 0
    """Of the type, in points."""

    @property
    def columns(self) -> tuple[float, float]:
        """Points of width that the words of the two columns have."""
        left, right = (self.paper.width * share / sum(self.shares) - _BESIDE for share in self.shares)
        return left, right

    @property
    def height(self) -> float:
        """Points of height that everything on a sheet has."""
        return self.paper.height - _ABOVE


def fitted(page: WallPage, sizes: Sequence[float] = _SIZES) -> WallPage:
    """The page in the largest of these sizes of type in which it is one sheet; else in the smallest, on as many as it needs.

    Words that nobody has reviewed yet are said to be such.
    """
    whole = replace(page, below=(*page.below, *([draft()] if draft() else [])))
    larger = [size * page.paper.larger for size in sizes]
    return replace(whole, size=largest(larger, lambda size: height(whole, size), page.height))


def height(page: WallPage, size: float) -> float:
    """Points that the page takes in type of this size."""
    lines = TITLE * 1.5 + rows(page.about, size, sum(page.columns)) + 2 * bool(page.made_up) + 1.2 * len(page.below)
    for part in page.parts:
        lines += HEADING * 1.9 + sum(_row_height(row, size, page.columns) for row in part.rows) + (not part.rows)
    return lines * size * LINE + page.room


def fits_a_sheet(page: WallPage, row: WallRow) -> bool:
    """Whether a sheet of the page has room for the whole row under its head; else it has to go over two."""
    return (_row_height(row, page.size, page.columns) + HEADING * 1.9) * page.size * LINE <= page.height


def _row_height(row: WallRow, size: float, columns: tuple[float, float]) -> float:
    """In lines, with the gap below."""
    left, right = columns
    lines = rows(row.rule, size, left) + rows(row.said, size, left)
    return max(lines, sum(rows(words, size, right) for words in (row.answer, *row.words))) + 0.5
