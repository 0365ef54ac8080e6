"""The pages of a Word document: how they lie, and what stands on every one of them."""

import copy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from codesign.documents.word.looks import DEMONSTRATION, MARGIN, SIDEWAYS_MARGIN, WORD, add_paragraph, dress, text_width, write


def headed(document: WordDocument, title: str, made_up: str) -> None:
    """Begin a document: that it is made up, where it is, and its title."""
    if made_up:
        add_paragraph(document, made_up, DEMONSTRATION)
    add_paragraph(document, title, "Title")


def made_up_on_each(document: WordDocument, made_up: str, style: str) -> None:
    """The line that says so at the head of every page; nothing where it is empty."""
    if made_up:
        write(dress(document.sections[0].header.paragraphs[0], style), made_up)


def add_number(paragraph: Paragraph, field: str = "PAGE") -> None:
    """The number of the page, or by another field of Word ("NUMPAGES") how many there are."""
    paragraph._p.append(parse_xml(f'<w:fldSimple {WORD} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def laid(document: WordDocument, *, sideways: bool) -> None:
    """Begin a new page that lies sideways, or upright again. Head and foot stay, what stands at the right end of the foot at
    the new right end."""
    document.add_section(WD_SECTION.NEW_PAGE)
    *_others, before, section = document.sections
    width, height = sorted((before.page_width or Length(0), before.page_height or Length(0)), reverse=sideways)
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = SIDEWAYS_MARGIN if sideways else MARGIN
    _make_tiny(Paragraph(document.element.body[-2], document._body))
    if any(paragraph.paragraph_format.tab_stops for paragraph in before.footer.paragraphs):
        _copy_foot(before, section, text_width(document))


def _make_tiny(paragraph: Paragraph) -> None:
    """A paragraph that holds nothing but the end of a section, so that it takes no page of its own."""
    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = Pt(1)


def _copy_foot(before: Section, section: Section, width: Length) -> None:
    section.footer.is_linked_to_previous = False
    foot = section.footer._element
    for paragraph in list(foot):
        foot.remove(paragraph)
    for paragraph in before.footer._element:
        foot.append(copy.deepcopy(paragraph))
    for made in section.footer.paragraphs:
        made.paragraph_format.tab_stops.clear_all()
        made.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
