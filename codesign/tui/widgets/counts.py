"""How many gave each answer of a card, with a mark for each who did."""

from collections.abc import Sequence
from math import ceil

from rich.cells import cell_len
from textual.content import Content

from codesign.documents.charts import Chart
from codesign.tui.literal import literal

_MARKS = "■◊□" + "○" * 23
"""A shape for each option, by its place."""
_MOST = 18
"""Marks in a row, and cells of a bar."""
_FEWEST = 8
"""Cells for marks beside the words; where there are fewer, the words stand above."""
_COUNT = 6
"""Cells of a count, with the room around it."""


def marks(counts: Sequence[int], of: int, room: int) -> list[str]:
    """For each count its marks, in so many cells, on a scale on which the answers `of` all people have room: one an answer,
    apart where that fits; of more people a bar, a cell for so many that it fits, its end shaded where a cell is not full."""
    if of <= min(_MOST, room):
        between = " " if 2 * of - 1 <= room else ""
        return [between.join([mark] * count) for count, mark in zip(counts, _MARKS, strict=False)]
    cell = ceil(of / min(_MOST, room))
    return ["█" * (count // cell) + ("░" if count % cell else "") for count in counts]


def counts_of(chart: Chart, width: int) -> list[Content]:
    """A row for each answer, in so many cells: words, count, marks. Words that leave no room for marks stand above."""
    bars = chart.bars
    longest = max(cell_len(bar.words) for bar in bars)
    above = width - longest - _COUNT < _FEWEST
    indent = 2 if above else longest
    marked = marks([bar.count for bar in bars], chart.answered, max(1, width - indent - _COUNT))
    rows: list[Content] = []
    for bar, row in zip(bars, marked, strict=True):
        words = literal(bar.words, "$muted")
        if above:
            rows += words.wrap(max(1, width))
            words = literal("")
        space = " " * (indent - words.cell_length)
        rows.append(Content.assemble(words, space, (f"{bar.count:>3}", "bold"), "   ", (row, "$accent")))
    return rows
