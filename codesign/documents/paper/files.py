"""A ballot on paper as a Word document and as a page for a browser, to print. Reads in black and white."""

from collections.abc import Callable, Sequence

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from codesign.core.plan import Plan
from codesign.core.policy_team.decisions import EMPTY_BOX
from codesign.documents.paper.ballot import FormCard, PaperForm, PlaceForWords, ballot, in_shapes
from codesign.documents.paper_size import Paper, paper_for
from codesign.documents.wall.files import file_name
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD
from codesign.documents.word.looks import (
    TABLE,
    TABLE_TEXT,
    add_paragraph,
    add_row,
    add_table,
    columns,
    for_the_wall,
    text_width,
)
from codesign.documents.word.to_write_on import add_line_to_write_on
from codesign.words import LANGUAGES, language, speaking

_SIZE = 11.5
"""Of the type, in points."""
_LARGE = 28.0
"""Of a shape that is marked."""


def paper_files(plan: Plan, help_: Callable[[], Sequence[str]], month: str) -> dict[str, bytes]:
    """File name -> the ballots and the sheets of shapes of a plan, in every language and format. `help_` says the lines to
    call in the language in use."""
    files, paper = {}, paper_for(plan.region)
    for name, build in (("ballots", ballot), ("shapes", in_shapes)):
        for spoken in LANGUAGES:
            with speaking(spoken):
                form = build(plan, help_(), month)
                files[file_name(name, "docx")] = to_docx(form, paper)
                files[file_name(name, "html")] = to_html(form, paper)
    return files


def to_html(form: PaperForm, paper: Paper) -> bytes:
    """One file."""
    return render("paper", title=form.title, paper=paper, form=form, box=EMPTY_BOX)


def to_docx(form: PaperForm, paper: Paper) -> bytes:
    """On as many sheets as it needs; no card is broken in two."""
    spoken = IN_WORD[language()]
    document = for_the_wall(spoken, _SIZE, paper)
    add_paragraph(document, form.title, "Title")
    add_paragraph(document, form.about)
    for words in form.first:
        add_paragraph(document, words).runs[0].bold = True
    if form.legend:
        _legend(document, form)
        _shapes(document, form)
    else:
        for card in form.cards:
            _card(document, card, form.words)
    if form.words:
        _to_write_on(document, form.words, form.words.idea)
    _foot(document, form)
    return packed(document, form.title, form.month, spoken)


def _foot(document: WordDocument, form: PaperForm) -> None:
    if form.help:
        _apart(add_paragraph(document, form.help_title)).runs[0].bold = True
        for words in form.help:
            add_paragraph(document, words)
    for words in form.below:
        add_paragraph(document, words)


def _card(document: WordDocument, card: FormCard, words: PlaceForWords | None) -> None:
    if card.note:
        _together(_apart(add_paragraph(document, card.note))).runs[0].italic = True
    rule = add_paragraph(document, f"{card.number}  {card.rule}")
    _together(rule if card.note else _apart(rule)).runs[0].bold = True
    for under in card.under:
        _together(add_paragraph(document, under))
    if card.asked:
        _together(add_paragraph(document, card.asked))
    marked = [_answer(card, n) for n in range(len(card.options))]
    lines = ["   ".join(marked)] if card.aside else [*marked[:-2], "   ".join(marked[-2:])]
    for line in lines:
        _together(add_paragraph(document, line))
    if words:
        _to_write_on(document, words, words.add)


def _answer(card: FormCard, place: int) -> str:
    """A box, its key and its words, which are not parted at the end of a line where they are few."""
    option, shape = card.options[place], card.shapes[place]
    sign = "" if shape == option.key else f" {shape}"
    words = f"{EMPTY_BOX} {option.key}{sign} {option.words}"
    return words.replace(" ", "\u00a0") if card.aside or place >= len(card.options) - 2 else words


def _to_write_on(document: WordDocument, words: PlaceForWords, asked: str) -> None:
    _together(add_paragraph(document, f"{asked}   {words.ok}  {EMPTY_BOX}\u00a0{words.no}  {EMPTY_BOX}\u00a0{words.yes}"))
    add_line_to_write_on(document, Pt(_SIZE * 1.7))


def _legend(document: WordDocument, form: PaperForm) -> None:
    table = add_table(document, form.title, columns(text_width(document), 1, 1, 6))
    for row in form.legend:
        cells = add_row(table, [row.shape, row.key, row.words])
        for cell in cells:
            cell.paragraphs[0].runs[0].font.size = Pt(_SIZE * 1.5)
    add_paragraph(document)


def _shapes(document: WordDocument, form: PaperForm) -> None:
    """A row for each card: its number and what can be marked, as large as a hand finds it."""
    most = max(len(card.shapes) for card in form.cards)
    table = add_table(document, form.title, columns(text_width(document), *[1] * (most + 1)))
    table.style = document.styles[TABLE]
    for card in form.cards:
        own, more = card.shapes[:-2], card.shapes[-2:]
        cells = add_row(table, [str(card.number), *own, *([""] * (most - len(card.shapes))), *more], TABLE_TEXT)
        for n, cell in enumerate(cells):
            for run in cell.paragraphs[0].runs:
                run.font.size, run.bold = Pt(_LARGE), n == 0


def _together(paragraph: Paragraph) -> Paragraph:
    """On one sheet with what follows."""
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _apart(paragraph: Paragraph) -> Paragraph:
    """With room above."""
    paragraph.paragraph_format.space_before = Pt(_SIZE)
    return paragraph
