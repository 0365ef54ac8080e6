"""The two papers of my tech plan, for Word and for a browser. They read in black and white, and a pen finds room on them."""

from itertools import groupby

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.table import _Cell

from codesign.core.tech_plan import TechPlan
from codesign.documents.paper_size import Paper
from codesign.documents.plan_papers.form import PlanLine, PlanPaper, PlanPart, ToCall, file_copy, pocket_card
from codesign.documents.wall.files import file_name
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.looks import TABLE_TEXT, add_paragraph, add_row, add_table, columns, for_the_wall, text_width
from codesign.documents.word.mixed import IN_WORD
from codesign.documents.word.to_write_on import add_line_to_write_on, to_write_beside
from codesign.words import language

POCKET, FILE = "plan-pocket", "plan-file"
"""The names of the files. They say nothing of phones."""
_SIZES = {POCKET: 8.5, FILE: 11.0}
"""Of the type, in points."""
_BOX = "☐"
_CUT = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right")
)
_FOLD = '<w:insideV w:val="dashed" w:sz="4" w:space="0" w:color="808080"/>'


def plan_files(plan: TechPlan | None, to_call: ToCall, month: str, paper: Paper) -> dict[str, bytes]:
    """File name -> the two papers in the language in use, in both formats; None for blank ones. Equal plans give equal
    bytes."""
    pocket, file = pocket_card(plan, to_call, month), file_copy(plan, to_call, month)
    return {
        **card_files(POCKET, pocket, paper),
        file_name(FILE, "docx"): _file_docx(file, paper),
        file_name(FILE, "html"): _html(FILE, file, paper),
    }


def card_files(name: str, sheet: PlanPaper, paper: Paper) -> dict[str, bytes]:
    """File name -> a card for a pocket in the language in use, in both formats."""
    return {file_name(name, "docx"): _pocket_docx(sheet, paper), file_name(name, "html"): _html(POCKET, sheet, paper)}


def _html(name: str, sheet: PlanPaper, paper: Paper) -> bytes:
    return render(name, title=sheet.title, paper=paper, sheet=sheet, box=_BOX)


def _pocket_docx(sheet: PlanPaper, paper: Paper) -> bytes:
    """A frame to cut out, as wide as the sheet, with two folds."""
    size = _SIZES[POCKET]
    document = for_the_wall(IN_WORD[language()], size, paper)
    for words in sheet.about:
        add_paragraph(document, words).paragraph_format.space_after = Pt(size)
    table = add_table(document, sheet.title, columns(text_width(document), 1, 1, 1))
    table._tbl.tblPr.insert(0, parse_xml(f"<w:tblBorders {nsdecls('w')}>{_CUT}{_FOLD}</w:tblBorders>"))
    for cell, part in zip(add_row(table, ["", "", ""]), sheet.parts, strict=True):
        _part_in(cell, part, size)
    for words in sheet.below:
        add_paragraph(document, words).paragraph_format.space_before = Pt(size)
    return packed(document, sheet.title, sheet.month, IN_WORD[language()], author="")


def _part_in(cell: _Cell, part: PlanPart, size: float) -> None:
    """A part of the card, which is narrow: what is written stands under what it is asked as."""
    head = cell.paragraphs[0].add_run(part.title)
    head.bold, head.font.size = True, Pt(size * 1.25)
    for line in part.lines:
        if line.words:
            paragraph = add_paragraph(cell, _marked(line), TABLE_TEXT)
            paragraph.paragraph_format.space_before = Pt(size * 0.2)
        for _n in range(line.write):
            add_line_to_write_on(cell, Pt(size * 1.8), TABLE_TEXT)
    add_paragraph(cell, style=TABLE_TEXT)


def _marked(line: PlanLine) -> str:
    return f"{_BOX} {line.words}" if line.boxed else line.words


def _file_docx(sheet: PlanPaper, paper: Paper) -> bytes:
    """On as many sheets as it needs."""
    document = for_the_wall(IN_WORD[language()], _SIZES[FILE], paper)
    add_paragraph(document, sheet.title, "Title")
    for words in sheet.about:
        add_paragraph(document, words)
    for part in sheet.parts:
        if part.title:
            add_paragraph(document, part.title, "Heading 1").paragraph_format.keep_with_next = True
        for aside, lines in groupby(part.lines, key=lambda line: line.boxed and not line.write):
            if aside:  # boxes with nothing to write beside them
                add_paragraph(document, "    ".join(_marked(line).replace(" ", "\u00a0") for line in lines))
            else:
                for line in lines:
                    _line(document, line)
    for words in sheet.below:
        add_paragraph(document, words).paragraph_format.space_before = Pt(_SIZES[FILE])
    return packed(document, sheet.title, sheet.month, IN_WORD[language()], author="")


def _line(document: WordDocument, line: PlanLine) -> None:
    size, more = _SIZES[FILE], line.write
    if line.words:
        paragraph = add_paragraph(document, _marked(line))
        paragraph.paragraph_format.space_before = Pt(size * (0.7 if more else 0.2))
        if more:
            to_write_beside(paragraph, text_width(document))
            more -= 1
        paragraph.paragraph_format.keep_with_next = bool(more)
    for _n in range(more):
        add_line_to_write_on(document, Pt(size * 1.9))
