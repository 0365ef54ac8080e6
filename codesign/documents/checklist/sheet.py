"""A list to check off by hand, on one sheet of paper, as a Word document and for a browser."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Inches, Pt
from msgspec import Struct

from codesign.core.policy_team.decisions import EMPTY_BOX
from codesign.documents.paper_size import Paper
from codesign.documents.type_size import LINE, largest, rows
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.looks import add_paragraph, for_the_wall

_SIZES = (11.0, 10.0, 9.0, 8.0)
"""Of the type, in points: the largest in which all of it is one sheet, whether that is Letter or A4."""
_HEIGHT = 700.0
"""Points of height of one sheet; less than either has, because letters differ from font to font."""
_WIDTH = 515.0
"""Points of width of a line."""
_INDENT = 1.6
"""Of a line beside its box, in sizes of the type."""


class SheetPart(Struct, frozen=True):
    """Some lines under a title."""

    title: str
    lines: tuple[str, ...]
    boxes: bool = False
    """Each line has a box to check."""


class Sheet(Struct, frozen=True, kw_only=True):
    """The sheet in words."""

    title: str
    about: str
    """What it is for: the title of a plan."""
    parts: tuple[SheetPart, ...]
    month: str
    """YYYY-MM, the only time in the file."""
    size: float = _SIZES[0]
    """Of the type, in points."""


def fitted(title: str, about: str, parts: Sequence[SheetPart], month: str) -> Sheet:
    """The sheet in the largest type in which it is one; else in the smallest, on as many as it needs."""
    size = largest(_SIZES, lambda size: _height(parts, size), _HEIGHT)
    return Sheet(title=title, about=about, parts=tuple(parts), month=month, size=size)


def _height(parts: Sequence[SheetPart], size: float) -> float:
    """Points that it takes in type of this size."""
    width = _WIDTH - size * _INDENT
    lines = 4.0 + sum(1.9 + sum(rows(line, size, width) for line in part.lines) for part in parts)
    return lines * size * LINE


def to_docx(sheet: Sheet, paper: Paper) -> bytes:
    """As a Word document."""
    document = for_the_wall("en-US", sheet.size, paper)
    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(0.65)
    document.styles["Title"].font.size = Pt(sheet.size * 1.7)
    add_paragraph(document, sheet.title, "Title")
    add_paragraph(document, sheet.about)
    for part in sheet.parts:
        add_paragraph(document, part.title, "Heading 1")
        for line in part.lines:
            _line(document, line, boxed=part.boxes, size=sheet.size)
    return packed(document, sheet.title, sheet.month)


def _line(document: WordDocument, line: str, *, boxed: bool, size: float) -> None:
    """Its second line stands under the first word, not under the box."""
    paragraph = add_paragraph(document, f"{EMPTY_BOX}\t{line}" if boxed else line)
    spacing = paragraph.paragraph_format
    if boxed:
        spacing.left_indent, spacing.first_line_indent = Pt(size * _INDENT), Pt(-size * _INDENT)
        spacing.tab_stops.add_tab_stop(Pt(size * _INDENT))
    elif line.startswith("–"):
        spacing.left_indent = Pt(size * _INDENT)
    spacing.space_after = Pt(size * 0.1)


def to_html(sheet: Sheet, paper: Paper) -> bytes:
    """The same as one file."""
    return render("checklist", title=sheet.title, paper=paper, size=sheet.size, sheet=sheet, box=EMPTY_BOX)
