"""How the Word document looks: one accent colour, one font, hairlines instead of boxes. And the pieces python-docx lacks."""

import copy
from collections.abc import Sequence
from functools import cache
from html import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.styles import CT_Style
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from codesign.documents.paper_size import Paper

_PARTS = ("pPr", "pStyle", "rPr", "b", "i", "color", "sz", "lang", "br", "tab", "t")
_NAMES = {f"w:{name}": qn(f"w:{name}") for name in _PARTS}
_P, _R, _P_PR, _P_STYLE, _VAL, _TC = (qn(f"w:{name}") for name in ("p", "r", "pPr", "pStyle", "val", "tc"))
_STYLE, _STYLE_ID, _W = qn("w:style"), qn("w:styleId"), qn("w:w")
WORD = nsdecls("w")
"""What says in a piece of XML that it is Word's."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ACCENT = "86450C"
GREY = "595959"
_HAIRLINE = "CDBFB0"
_FONT = "Calibri"
_FONT_ELSEWHERE = "Carlito"
"""The same widths, where Calibri is not installed."""

MARGIN = Inches(0.8)
_WALL_MARGIN = Inches(0.55)
SIDEWAYS_MARGIN = Inches(0.5)

TABLE = "Summary Table"
TABLE_TEXT, TABLE_HEAD, RULE_LINE, SMALL, DEMONSTRATION = "Table Text", "Table Head", "Rule Line", "Small", "Made Up"
ASK_TEXT, ASK_SIZE = "Ask Text", 8.5

_TABLE_STYLE = f"""
<w:style {WORD} w:type="table" w:customStyle="1" w:styleId="SummaryTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_HAIRLINE}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_HAIRLINE}"/>
      <w:insideV w:val="single" w:sz="4" w:space="0" w:color="{_HAIRLINE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="25" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="25" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ACCENT}"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def blank(paper: Paper, *, sideways: bool = False) -> WordDocument:
    """An empty document for this paper with our styles, the first page lying upright or `sideways`."""
    document = copy.deepcopy(_dressed())
    section = document.sections[0]
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin = section.right_margin = MARGIN
    if sideways:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = SIDEWAYS_MARGIN
    section.top_margin = section.bottom_margin = Inches(0.5 if sideways else 0.68)
    section.header_distance = section.footer_distance = Inches(0.35)
    return document


@cache
def _dressed() -> WordDocument:
    """An empty document with our styles. To copy it takes a fifth of the time that it takes to make."""
    document = Document()
    _one_font(document)
    styled(document, "Normal", size=10, after=3)
    styled(document, "Title", size=22, after=2, bold=True, color=ACCENT)
    styled(document, "Heading 1", size=13, before=9, after=3, bold=True, color=ACCENT)
    styled(document, "Heading 2", size=10.5, before=6, after=1, bold=True, color="222222")
    styled(document, "List Bullet", size=10, after=2)
    for name in (TABLE_TEXT, TABLE_HEAD, RULE_LINE, SMALL, DEMONSTRATION, ASK_TEXT):
        document.styles.element.add_style_of_type(name, WD_STYLE_TYPE.PARAGRAPH, False).basedOn_val = "Normal"
    styled(document, TABLE_TEXT, size=9)
    styled(document, ASK_TEXT, size=ASK_SIZE, lines=1)
    styled(document, TABLE_HEAD, size=9, bold=True, color=ACCENT)
    styled(document, RULE_LINE, size=9.5, after=1)
    styled(document, SMALL, size=8.5, after=1, color=GREY)
    styled(document, DEMONSTRATION, size=10, after=4, bold=True, color=ACCENT)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    return document


def text_width(document: WordDocument) -> Length:
    """How wide a line is between the margins of the document's last section, whatever its paper and however it lies."""
    section = document.sections[-1]
    widths = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (width or Length(0) for width in widths)
    return Length(page - left - right)


def columns(width: int, *shares: float) -> list[Length]:
    """The widths of columns that fill a width together, by their shares of it."""
    return [Length(int(width * share / sum(shares))) for share in shares]


def for_the_wall(language: str, size: float, paper: Paper) -> WordDocument:
    """An empty document for a page that youth read: narrow margins, type of this size, in a language."""
    document = blank(paper)
    section = document.sections[0]
    section.left_margin = section.right_margin = _WALL_MARGIN
    section.top_margin = section.bottom_margin = Inches(0.5)
    styled(document, "Normal", size=size, lines=1)
    styled(document, "Title", size=size * 1.9, after=size * 0.3, bold=True, color=ACCENT, lines=1)
    styled(document, "Heading 1", size=size * 1.3, before=size * 0.4, after=size * 0.2, bold=True, color=ACCENT, lines=1)
    styled(document, TABLE_TEXT, size=size, lines=1)
    styled(document, TABLE_HEAD, size=size * 1.3, bold=True, color=ACCENT, lines=1)
    styled(document, DEMONSTRATION, size=size, bold=True, color=ACCENT, lines=1)
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    return document


def _one_font(document: WordDocument) -> None:
    """Calibri everywhere: the template's styles and defaults name theme fonts, which would win over it."""
    for fonts in list(document.styles.element.iter(qn("w:rFonts"))):
        fonts.getparent().remove(fonts)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    names = " ".join(f'w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults.insert(0, parse_xml(f"<w:rFonts {WORD} {names}/>"))
    part = next(p for p in document.part.package.iter_parts() if p.partname == "/word/fontTable.xml")
    fonts = parse_xml(part.blob)
    for font in [f for f in fonts if f.get(qn("w:name")) == _FONT]:
        fonts.remove(font)
    fonts.append(
        parse_xml(
            f'<w:font {WORD} w:name="{_FONT}"><w:altName w:val="{_FONT_ELSEWHERE}"/>'
            '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        )
    )
    part._blob = serialize_part_xml(fonts)  # python-docx knows no font table, only its bytes


def styled(
    document: WordDocument,
    name: str,
    *,
    size: float,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    color: str = "222222",
    lines: float = 1.05,
) -> None:
    """How paragraphs of a style look."""
    style = ParagraphStyle(_style(document, name))
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor.from_string(color)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), lines
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _style(document: WordDocument, name: str) -> CT_Style:
    """Found by its id: `document.styles` looks through the names of all of them, which takes twenty times as long."""
    wanted = style_id(name)
    found: CT_Style = next(one for one in document.styles.element.iterchildren(_STYLE) if one.get(_STYLE_ID) == wanted)
    return found


def add_table(document: WordDocument, caption: str, widths: Sequence[int], head: Sequence[str] = ()) -> Table:
    """A table of fixed widths with alternative text; a head, where given, is repeated on every page it runs over."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width)
    named = f'<w:tblCaption {WORD} w:val="{escape(caption)}"/>'
    table._tbl.tblPr.append(parse_xml(named))  # stands after all that is there
    if head:
        table._tbl.tblStyle_val = style_id(TABLE)  # by its name all styles are looked through, three times
        add_row(table, head, TABLE_HEAD)
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {WORD}/>"))
    return table


def add_paragraph(into: WordDocument | _Cell, text: str = "", style: str = "") -> Paragraph:
    """A paragraph in one of the document's styles, by name; an empty name is Normal."""
    body = into._tc if isinstance(into, _Cell) else into.element.body
    made = body.makeelement(_P)
    if isinstance(into, _Cell):
        body.append(made)
    else:
        body[-1].addprevious(made)  # the last section's setting ends a document
    if style:
        _put(_put(made, "w:pPr"), "w:pStyle").set(_VAL, style_id(style))
    paragraph = Paragraph(made, into)
    if text:
        write(paragraph, text)
    return paragraph


def next_line(cell: _Cell, style: str = TABLE_TEXT) -> Paragraph:
    """The first paragraph of a cell while nothing stands in it, else one more."""
    *others, last = cell._tc.iterchildren(_P)
    is_empty = all(child.tag == _P_PR for child in last)
    return Paragraph(last, cell) if is_empty and not others else add_paragraph(cell, style=style)


def write(
    paragraph: Paragraph,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    size: float = 0,
    language: str = "",
) -> None:
    """Words at the end of a paragraph. As `Paragraph.add_run`, which takes several times as long: a summary has thousands."""
    run: BaseOxmlElement = paragraph._p.makeelement(_R)
    size_in_halves = size and f"{round(2 * size)}"
    looks = {"w:b": bold and "1", "w:i": italic and "1", "w:color": color, "w:sz": size_in_halves, "w:lang": language}
    if any(looks.values()):
        properties = _put(run, "w:rPr")
        for name, value in looks.items():
            if value:
                _put(properties, name).set(_VAL, value)
    for place, line in enumerate(words.split("\n")):
        if place:
            _put(run, "w:br")
        for part, text in enumerate(line.split("\t")):
            if part:
                _put(run, "w:tab")
            element = _put(run, "w:t")
            element.text = text
            element.set(_SPACE, "preserve")
    paragraph._p.append(run)


def _put(into: BaseOxmlElement, name: str) -> BaseOxmlElement:
    made: BaseOxmlElement = into.makeelement(_NAMES[name])
    into.append(made)
    return made


def dress(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style by name."""
    properties = paragraph._p.pPr
    if properties is None:
        properties = OxmlElement("w:pPr")
        paragraph._p.insert(0, properties)
    for other in properties.findall(_P_STYLE):
        properties.remove(other)
    mark = OxmlElement("w:pStyle")
    mark.set(_VAL, style_id(style))
    properties.insert(0, mark)
    return paragraph


def style_id(style: str) -> str:
    """Under which paragraphs name a style. To look it up for each of them would take more time than all the rest."""
    return style.replace(" ", "")


def add_row(table: Table, texts: Sequence[str], style: str = TABLE_TEXT, *, parts: bool = False) -> tuple[_Cell, ...]:
    """A row with these texts as cells. It does not break across pages, unless it `parts` because none has room for it."""
    cell = '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:p></w:tc>'
    cells = "".join(cell.format(column.get(_W), style_id(style)) for column in table._tbl.tblGrid)
    whole = "" if parts else "<w:cantSplit/>"
    row = parse_xml(f"<w:tr {WORD}><w:trPr>{whole}</w:trPr>{cells}</w:tr>")
    table._tbl.append(row)
    made = tuple(_Cell(one, table) for one in row.iterchildren(_TC))
    for into, text in zip(made, texts, strict=True):
        if text:
            write(into.paragraphs[0], text)
    return made


def add_xml(document: WordDocument, xml: str) -> None:
    """A table, or the like, that is written as XML."""
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
