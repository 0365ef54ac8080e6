"""The answer form in Word: pages that lie sideways, a row a rule, controls to fill in and boxes to tick on paper."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from msgspec import Struct

from codesign.core.policy_team.decisions import ANSWERS, DATES, EMPTY_BOX, LABELS
from codesign.core.region import is_american
from codesign.documents.summary.answer_form import CHOOSE, HEADING, HEADS, AnswerForm, FormRow
from codesign.documents.word import controls
from codesign.documents.word.looks import (
    GREY,
    TABLE_TEXT,
    add_paragraph,
    add_row,
    add_table,
    columns,
    next_line,
    text_width,
    write,
)
from codesign.documents.word.page import laid
from codesign.documents.word.to_write_on import line_up_to
from codesign.words import _

_SHARES = (2.0, 1.4, 2.35, 2.15, 2.1)
_BESIDE = Pt(9)
"""Of a cell's width that no line takes up."""
_A_ROW = 100
"""Numbers that the controls of a row have to themselves."""


def add_form(document: WordDocument, form: AnswerForm) -> None:
    """Add the form on pages of its own; what follows lies upright again."""
    document.styles.element.append(parse_xml(controls.PLACEHOLDER_STYLE))
    laid(document, sideways=True)
    width = text_width(document)
    add_paragraph(document, _(HEADING), "Heading 1")
    add_paragraph(document, form.how, TABLE_TEXT)
    contact = add_paragraph(document, f"{form.contact} ", TABLE_TEXT)
    _to_fill(contact, controls.words("contact", form.contact, 1, text=form.write_to), Length(width * 3 // 4))
    marks = " ".join(f"[{mark}]" for mark in form.marks)
    add_paragraph(document, f"{form.leave} {marks}".strip(), TABLE_TEXT).paragraph_format.keep_with_next = True
    widths = columns(width, *_SHARES)
    table = add_table(document, _(HEADING), widths, [_(head) for head in HEADS])
    day = "MMMM d, yyyy" if is_american(form.region) else "d MMMM yyyy"
    for row in form.rows:
        rule, answer, reads, because, who = add_row(table, [""] * len(widths))
        _rule(rule, row)
        fields = _Fields(row, day)
        fields.answer(answer)
        fields.reads(reads, Length(widths[2] - _BESIDE))
        fields.because(because, Length(widths[3] - _BESIDE))
        fields.who(who, Length(widths[4] - _BESIDE))
    laid(document, sideways=False)


def _rule(cell: _Cell, row: FormRow) -> None:
    write(cell.paragraphs[0], f"{row.number}. {row.short}")
    result = next_line(cell)
    write(result, f"{row.sign} {row.label}", bold=True)
    write(result, f" [{row.id}]", color=GREY, size=7.5)


class _Fields(Struct, frozen=True):
    """What is filled in for one rule, cell by cell."""

    row: FormRow
    day: str
    """How a day is written."""

    def answer(self, cell: _Cell) -> None:
        choices = [_(words) for words in ANSWERS.values()]
        control = controls.chosen("answer", self._name("answer"), self._number("answer"), choices, _(CHOOSE))
        controls.put(cell.paragraphs[0], control)
        for words in choices:
            write(next_line(cell), f"{EMPTY_BOX} {words}")

    def reads(self, cell: _Cell, width: Length) -> None:
        for words in self.row.options:
            write(next_line(cell), f"{EMPTY_BOX} {words}")
        self._words(cell, "reads", width, text=self.row.proposed, labelled=False)
        self._words(cell, "in_spanish", width)

    def because(self, cell: _Cell, width: Length) -> None:
        self._words(cell, "because", width, labelled=False, lines=2)
        self._words(cell, "needs", width, lines=2)

    def who(self, cell: _Cell, width: Length) -> None:
        self._words(cell, "who", width)
        for key in DATES:
            _to_fill(self._line(cell, key), controls.day(key, self._name(key), self._number(key), self.day), width)
        self._words(cell, "how_told", width, lines=2)

    def _words(self, cell: _Cell, key: str, width: Length, *, text: str = "", labelled: bool = True, lines: int = 1) -> None:
        line = self._line(cell, key) if labelled else next_line(cell)
        _to_fill(line, controls.words(key, self._name(key), self._number(key), text=text, lines=lines), width)

    def _line(self, cell: _Cell, key: str) -> Paragraph:
        line = next_line(cell)
        write(line, f"{_(LABELS[key])}: ", color=GREY)
        return line

    def _name(self, key: str) -> str:
        return f"{self.row.number}. {_(LABELS[key])}"

    def _number(self, key: str) -> int:
        return _A_ROW * self.row.number + list(LABELS).index(key)


def _to_fill(paragraph: Paragraph, control: str, width: Length) -> None:
    """A control at the end of a paragraph, and the line to write on as far as the width goes."""
    line_up_to(paragraph, width)
    controls.put(paragraph, control)
