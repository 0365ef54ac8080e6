"""Blocks of words as they stand on a page."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from codesign.course.pages import Block
from codesign.tui.literal import literal
from codesign.tui.widgets.leaves import LeafPart, Parted

_LOOKS = {
    "": "",
    "strong": "bold $accent",
    "quiet": "$muted",
    "alert": "bold $alert",
    "saved": "bold $accent-text on $accent",
    "answer": "bold $accent",
    "help": "bold $accent",
}
_CLOSE = {"quiet", "saved", "answer", "help"}
"""Where there is no gap above: by the way, at the top of a page, and what belongs to the block above."""
_OF_THE_ONE_ABOVE = {"answer", "help"}
_FEWEST = 8
"""Cells for words, however narrow the page is."""


def text(words: str | Content, classes: str = "") -> Static:
    """A paragraph; a plain string is shown as it is, never parsed."""
    return Static(literal(words) if isinstance(words, str) else words, classes=classes, markup=False)


Gap = Literal["", "not short", "tall", "apart"]


class Paragraph(Struct, frozen=True):
    """A paragraph, or a row of what is named and what it is. It stands whole, or a leaf ends within it only where it must."""

    words: Content
    name: Content | None = None
    indent: int = 0
    """Cells before the words, or before the name."""
    gap: Gap = ""
    """On which pages a row is left free above; of things that stand apart on all, and two on tall ones."""
    goes_on: bool = False
    """It belongs to what is above it."""
    bar: bool = False
    """It stands out as a bar over the whole width."""


class Paragraphs(Parted):
    """Paragraphs and rows below one another, drawn by one widget: what a page costs grows with its widgets."""

    def __init__(
        self,
        paragraphs: Iterable[Paragraph],
        *,
        name: int = 20,
        narrower: int | None = None,
        below: int | None = None,
        gaps: bool = True,
    ) -> None:
        """A name has `name` cells, on narrow pages `narrower`; on tiny ones its words may stand below it, after so many cells.
        Without `gaps` everything stands close."""
        super().__init__()
        self.paragraphs = tuple(paragraphs)
        self._cells = name
        self._narrower = name if narrower is None else narrower
        self._below = below
        self._gaps = gaps
        self._laid: object = None
        self._rows: list[Content] = []
        self._parts: list[LeafPart] = []

    def fill(self, paragraphs: Iterable[Paragraph]) -> None:
        """Others in their place; what lies below moves only where they take more rows, or fewer."""
        before, self.paragraphs, self._laid = len(self._rows), tuple(paragraphs), None
        self.refresh(layout=before != len(self._of(self.size.width)))

    def on_unmount(self) -> None:
        """As of the page that they were on."""
        self.paragraphs, self._rows, self._laid = (), [], None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._of(width))

    def row(self, y: int) -> Content:
        rows, at = self._of(self.size.width), self.begin + y
        return rows[at] if at < len(rows) else Content("")

    def parts(self, width: int) -> Sequence[LeafPart]:
        self._of(width)
        return self._parts

    def _of(self, width: int) -> list[Content]:
        """All rows, in so many cells."""
        sizes = self.screen.classes & {"-short", "-low", "-tall", "-tiny", "-narrow"}
        if (width, sizes) == self._laid:
            return self._rows
        self._laid, self._rows, self._parts = (width, sizes), [], []
        tall = "-tall" in sizes
        free = {"tall": int(tall), "not short": int("-short" not in sizes and self._gaps), "apart": 1 + tall}
        after = False
        for paragraph in self.paragraphs:
            gap = max(int(after), free.get(paragraph.gap, 0))
            after = paragraph.bar
            self._rows += [Content("")] * gap
            top = len(self._rows)
            self._rows += self.drawn(paragraph, width, sizes)
            self._parts.append(LeafPart((top, len(self._rows)), gap, paragraph.goes_on, (self, len(self._parts))))
        return self._rows

    def drawn(self, paragraph: Paragraph, width: int, sizes: Set[str]) -> list[Content]:
        """The rows of one in so many cells, on a page of these sizes."""
        if paragraph.bar:
            return _bar(paragraph.words, width, flat=bool(sizes & {"-short", "-low"}))
        if paragraph.name is None:
            return _indented(paragraph.words, paragraph.indent, width)
        if "-tiny" in sizes and self._below is not None:
            return [*_indented(paragraph.name, paragraph.indent, width), *_indented(paragraph.words, self._below, width)]
        cells = self._narrower if "-narrow" in sizes else self._cells
        names = _indented(paragraph.name, paragraph.indent, cells)
        beside = _indented(paragraph.words, 0, width - cells)
        return beside_each_other(names, beside, cells)


def beside_each_other(left: Iterable[Content], right: Iterable[Content], cells: int) -> list[Content]:
    """Rows of two columns, of which the left one has so many cells."""
    return [
        Content.assemble(name, " " * (cells - name.cell_length), words)
        for name, words in zip_longest(left, right, fillvalue=Content(""))
    ]


def _indented(words: Content, indent: int, width: int) -> list[Content]:
    rows = words.wrap(max(_FEWEST, width - indent))
    return [row.pad_left(indent) for row in rows] if indent else rows


def _bar(words: Content, width: int, *, flat: bool) -> list[Content]:
    """Over the whole width, and with a row above and below where there is room."""
    look, indent = _LOOKS["saved"], 1 if flat else 3
    rows = [
        Content.assemble(" " * indent, row, " " * (width - indent - row.cell_length)) for row in words.wrap(width - 2 * indent)
    ]
    free = [] if flat else [Content(" " * width)]
    return [row.stylize_before(look) for row in (*free, *rows, *free)]


def paragraphs_of(blocks: Iterable[Block], *, indent: int = 2, rows: int = 2) -> Iterator[Paragraph]:
    """A title, lines and rows for each block, from the top to the bottom; what is under a title is as far in as `indent`,
    and what is named as far as `rows`."""
    for block in blocks:
        for n, paragraph in enumerate(_of_a_block(block, indent, rows)):
            yield replace(paragraph, goes_on=n > 0 or block.look in _OF_THE_ONE_ABOVE)


def _of_a_block(block: Block, indent: int, rows: int) -> Iterator[Paragraph]:
    look, bar = _LOOKS[block.look], block.look == "saved"
    gap: Gap = "" if block.look in _CLOSE else "not short"
    before = "! " if block.look == "alert" else ""
    far = 3 if block.look == "help" else 0
    if block.title:
        yield Paragraph(literal(f"{before}{block.title}", f"bold {look}".strip()), gap=gap, bar=bar)
    for n, line in enumerate(block.lines):
        mark = "· " if block.checks else ""
        if block.title:
            yield Paragraph(literal(f"{mark}{line}"), indent=indent)
        else:
            yield Paragraph(literal(f"{before}{line}", look), indent=far, gap="" if n else gap, bar=bar)
    for name, words in block.rows:
        yield Paragraph(literal(words), literal(name, "bold") if name else None, indent=rows)
