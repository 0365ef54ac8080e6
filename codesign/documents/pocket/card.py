"""The card in the language in use, for Word and for a browser. It reads in black and white, and a pen finds room on it."""

import re

from docx.oxml import parse_xml
from docx.shared import Pt
from docx.table import _Cell
from msgspec import Struct

from codesign.core.policy_team.decisions import EMPTY_BOX
from codesign.documents.paper_size import Paper
from codesign.documents.wall.files import file_name
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD
from codesign.documents.word.looks import TABLE_TEXT, WORD, add_paragraph, add_row, add_table, columns, for_the_wall, text_width
from codesign.documents.word.to_write_on import add_line_to_write_on
from codesign.words import N_, language

CUT_AND_FOLD = N_("Cut along the line. Fold it in three, then once more. No program stands on it.")
_SIZE = 8.5
"""Of the type, in points."""
_CUT = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right")
)
_FOLD = '<w:insideV w:val="dashed" w:sz="4" w:space="0" w:color="808080"/>'
_ADDRESS = re.compile(r"\s+(?:or|o)\s+\S+\.\w+$")
"""Of a site at the end of how to reach a line: its name may tell whoever finds the card."""


class PenLine(Struct, frozen=True):
    """Some words, perhaps with a box to mark before them, and lines to write on after them."""

    words: str
    boxed: bool = False
    write: int = 0

    @property
    def marked(self) -> str:
        """The words with their box."""
        return f"{EMPTY_BOX} {self.words}" if self.boxed else self.words


class PenPart(Struct, frozen=True):
    """Some lines under a title."""

    title: str
    lines: tuple[PenLine, ...]


class PenPaper(Struct, frozen=True, kw_only=True):
    """A paper for a pen in words."""

    title: str
    about: tuple[str, ...]
    """Above its parts; of the card, around it."""
    parts: tuple[PenPart, ...]
    """Of the card three, side by side."""
    below: tuple[str, ...]
    month: str
    """YYYY-MM, the only time in the file."""


def without_site(reach: str) -> str:
    """How to reach a line, for a card that somebody else may find."""
    return _ADDRESS.sub("", reach)


def card_files(name: str, card: PenPaper, paper: Paper) -> dict[str, bytes]:
    """File name -> the card, in both formats. Equal values give equal bytes."""
    page = render("pocket", title=card.title, paper=paper, sheet=card, box=EMPTY_BOX)
    return {file_name(name, "docx"): _docx(card, paper), file_name(name, "html"): page}


def _docx(card: PenPaper, paper: Paper) -> bytes:
    """A frame to cut out, as wide as the sheet, with two folds."""
    document = for_the_wall(IN_WORD[language()], _SIZE, paper)
    for words in card.about:
        add_paragraph(document, words).paragraph_format.space_after = Pt(_SIZE)
    table = add_table(document, card.title, columns(text_width(document), 1, 1, 1))
    table._tbl.tblPr.insert(0, parse_xml(f"<w:tblBorders {WORD}>{_CUT}{_FOLD}</w:tblBorders>"))
    for cell, part in zip(add_row(table, ["", "", ""]), card.parts, strict=True):
        _part_in(cell, part)
    for words in card.below:
        add_paragraph(document, words).paragraph_format.space_before = Pt(_SIZE)
    return packed(document, card.title, card.month, IN_WORD[language()], author="")


def _part_in(cell: _Cell, part: PenPart) -> None:
    """A part of the card, which is narrow: what is written stands under what it is asked as."""
    head = cell.paragraphs[0].add_run(part.title)
    head.bold, head.font.size = True, Pt(_SIZE * 1.25)
    for line in part.lines:
        if line.words:
            paragraph = add_paragraph(cell, line.marked, TABLE_TEXT)
            paragraph.paragraph_format.space_before = Pt(_SIZE * 0.2)
        for _n in range(line.write):
            add_line_to_write_on(cell, Pt(_SIZE * 1.8), TABLE_TEXT)
    add_paragraph(cell, style=TABLE_TEXT)
