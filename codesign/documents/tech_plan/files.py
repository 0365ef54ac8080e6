"""The two papers of my tech plan, for Word and for a browser. They read in black and white, and a pen finds room on them."""

from itertools import groupby

from docx.document import Document as WordDocument
from docx.shared import Pt

from codesign.core.policy_team.decisions import EMPTY_BOX
from codesign.core.tech_plan import TechPlan
from codesign.documents.paper_size import Paper
from codesign.documents.pocket.card import PenLine, PenPaper, card_files
from codesign.documents.tech_plan.papers import ToCall, file_copy, pocket_card
from codesign.documents.wall.files import file_name
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD
from codesign.documents.word.looks import add_paragraph, for_the_wall, text_width
from codesign.documents.word.to_write_on import add_line_to_write_on, to_write_beside
from codesign.words import language

POCKET, FILE = "plan-pocket", "plan-file"
"""The names of the files. They say nothing of phones."""
_SIZE = 11.0
"""Of the type, in points."""


def plan_files(plan: TechPlan | None, to_call: ToCall, month: str, paper: Paper) -> dict[str, bytes]:
    """File name -> the two papers in the language in use, in both formats; None for blank ones. Equal plans give equal
    bytes."""
    pocket, file = pocket_card(plan, to_call, month), file_copy(plan, to_call, month)
    return {
        **card_files(POCKET, pocket, paper),
        file_name(FILE, "docx"): _file_docx(file, paper),
        file_name(FILE, "html"): render(FILE, title=file.title, paper=paper, sheet=file, box=EMPTY_BOX),
    }


def _file_docx(sheet: PenPaper, paper: Paper) -> bytes:
    """On as many sheets as it needs."""
    document = for_the_wall(IN_WORD[language()], _SIZE, paper)
    add_paragraph(document, sheet.title, "Title")
    for words in sheet.about:
        add_paragraph(document, words)
    for part in sheet.parts:
        if part.title:
            add_paragraph(document, part.title, "Heading 1").paragraph_format.keep_with_next = True
        for aside, lines in groupby(part.lines, key=lambda line: line.boxed and not line.write):
            if aside:  # boxes with nothing to write beside them
                add_paragraph(document, "    ".join(line.marked.replace(" ", "\u00a0") for line in lines))
            else:
                for line in lines:
                    _line(document, line)
    for words in sheet.below:
        add_paragraph(document, words).paragraph_format.space_before = Pt(_SIZE)
    return packed(document, sheet.title, sheet.month, IN_WORD[language()], author="")


def _line(document: WordDocument, line: PenLine) -> None:
    size, more = _SIZE, line.write
    if line.words:
        paragraph = add_paragraph(document, line.marked)
        paragraph.paragraph_format.space_before = Pt(size * (0.7 if more else 0.2))
        if more:
            to_write_beside(paragraph, text_width(document))
            more -= 1
        paragraph.paragraph_format.keep_with_next = bool(more)
    for _n in range(more):
        add_line_to_write_on(document, Pt(size * 1.9))
