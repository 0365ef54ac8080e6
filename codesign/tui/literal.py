"""Words that are not ours, as Content: never parsed as markup, whatever brackets they hold."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from codesign.core.text import visible


def literal(text: str, style: str = "") -> Content:
    """A text from a plan, a record or a person, shown as it is, but for what a terminal would obey."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def fitted(words: str, cells: int) -> str:
    """The words in exactly so many cells of the screen, with a sign where they are cut."""
    words = visible(words)
    if cell_len(words) <= cells:
        return set_cell_size(words, cells)
    return f"{set_cell_size(words, cells - 1)}…"
