"""The answer form in Word: pages that lie sideways, a row a rule."""

from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor

from codesign.documents.summary.form import HEADING, LABELS, RULE, AnswerForm
from codesign.documents.word.looks import (
    GREY,
    SIDEWAYS_MARGIN,
    SMALL,
    TABLE_TEXT,
    add_paragraph,
    add_row,
    add_table,
    columns,
    laid,
    text_width,
)
from codesign.words import _

_SHARES = (1.9, 1.0, 1.5, 1.4, 0.8, 0.8, 0.9, 0.9, 0.8, 1.0)


def add_form(document: WordDocument, form: AnswerForm) -> None:
    """Add the form on pages of its own; what follows lies upright again."""
    laid(document, sideways=True, margin=SIDEWAYS_MARGIN)
    add_paragraph(document, _(HEADING), "Heading 1")
    how = " ".join([form.how, *(f"[{mark}]" for mark in form.marks)])
    add_paragraph(document, how, SMALL).paragraph_format.keep_with_next = True
    heads = [_(RULE), *(_(label) for label in LABELS.values())]
    table = add_table(document, _(HEADING), columns(text_width(document), *_SHARES), heads)
    for row in form.rows:
        first, *_empty = add_row(table, [f"{row.number}. {row.short}", *[""] * len(LABELS)])
        result = add_paragraph(first, style=TABLE_TEXT)
        result.add_run(f"{row.sign} {row.label}").bold = True
        card_id = result.add_run(f" [{row.id}]")
        card_id.font.size, card_id.font.color.rgb = Pt(7.5), RGBColor.from_string(GREY)
    laid(document, sideways=False)
