"""Lines for a pen."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from codesign.documents.word.looks import WORD, add_paragraph

_LINE = 'w:val="single" w:sz="6" w:space="1" w:color="000000"'
_TAB, _POS = qn("w:tab"), qn("w:pos")
_LINE_BEFORE = {qn("w:val"): "right", qn("w:leader"): "underscore"}


def add_line_to_write_on(into: WordDocument | _Cell, height: Length, style: str = "") -> None:
    """A line as wide as the text, so far below what stands above it. Those that follow each other are as many lines: the height
    is that of the paragraph, because room before one that is like the one above it would be left out."""
    line = add_paragraph(into, "\u00a0", style)
    line.paragraph_format.line_spacing = height
    borders = f"<w:bottom {_LINE}/><w:between {_LINE}/>"
    line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {WORD}>{borders}</w:pBdr>"))


def line_up_to(paragraph: Paragraph, width: Length) -> None:
    """What a tab in the paragraph draws: a line that ends at this width."""
    tabs = paragraph._p.get_or_add_pPr().get_or_add_tabs()
    tabs.append(tabs.makeelement(_TAB, {_POS: str(width.twips), **_LINE_BEFORE}))


def to_write_beside(paragraph: Paragraph, width: Length) -> None:
    """The rest of the paragraph's line, which ends at this width."""
    line_up_to(paragraph, width)
    paragraph.add_run("\t")
