"""Blocks of words as they stand on a page."""

from collections.abc import Iterable, Iterator

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from codesign.course.pages import Block
from codesign.tui.literal import literal
from codesign.tui.widgets.leaves import GOES_ON

_LOOKS = {
    "": "",
    "strong": "about",
    "quiet": "quiet",
    "alert": "alert",
    "saved": "saved-bar",
    "answer": "about",
    "help": "help-now",
}
_CLOSE = {"quiet", "saved", "answer", "help"}
"""Where there is no gap above: by the way, at the top of a page, and what belongs to the block above."""

_OF_THE_ONE_ABOVE = {"answer", "help"}


def text(words: str | Content, classes: str = "") -> Static:
    """A paragraph; a plain string is shown as it is, never parsed."""
    return Static(literal(words) if isinstance(words, str) else words, classes=classes, markup=False)


def drawn(blocks: Iterable[Block]) -> Iterator[Widget]:
    """A title, lines and rows for each block, from the top to the bottom; what begins a block is without the class GOES_ON."""
    for block in blocks:
        for n, widget in enumerate(_of_a_block(block)):
            widget.set_class(n > 0 or block.look in _OF_THE_ONE_ABOVE, GOES_ON)
            yield widget


def _of_a_block(block: Block) -> Iterator[Widget]:
    look = _LOOKS[block.look]
    gap = "" if block.look in _CLOSE else "gap-above"
    before = "! " if block.look == "alert" else ""
    if block.title:
        yield text(f"{before}{block.title}", f"strong {look} {gap}")
    for n, line in enumerate(block.lines):
        mark = "· " if block.checks else ""
        yield text(f"{mark}{line}", "block") if block.title else text(f"{before}{line}", f"{look} {'' if n else gap}")
    for name, words in block.rows:
        row = [text(name, "row-name")] if name else []
        yield Horizontal(*row, text(words, "row-words"), classes="row")
