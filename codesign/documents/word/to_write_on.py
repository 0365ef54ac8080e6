"""Lines for a pen."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from codesign.documents.word.looks import add_paragraph


def add_line_to_write_on(into: WordDocument | _Cell, above: Length, style: str = "", *, number: int = 0) -> None:
    """A line as wide as the text, with this much room above it, on one sheet with what stands before and after it. Lines that
    follow each other have a `number` each: two that are alike would be one to Word."""
    line = add_paragraph(into, "\u00a0", style)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = above, True
    bottom = f'<w:bottom w:val="single" w:sz="6" w:space="{1 + number % 2}" w:color="000000"/>'
    line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{bottom}</w:pBdr>"))


def to_write_beside(paragraph: Paragraph, width: Length) -> None:
    """The rest of the paragraph's line, which ends at this width."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")
