"""Page one of the Word document: what youth ask to be decided, a row a decision, in a table as wide as the page lies."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.table import _Cell

from codesign.core.policy_team.decisions import EMPTY_BOX, LABELS
from codesign.documents.summary.asks import CHOICES, COLUMNS, Ask
from codesign.documents.summary.facts import Fact
from codesign.documents.word.bars import bars_xml
from codesign.documents.word.looks import (
    ACCENT,
    ASK_SIZE,
    ASK_TEXT,
    add_paragraph,
    add_row,
    add_table,
    columns,
    next_line,
    text_width,
    write,
)
from codesign.words import _

_SHARES = (1.0, 1.8, 2.2, 1.9, 2.1, 1.2)
_BARS = (1.18, 0.78, 0.24)
_WORDS = 19
"""Letters of an answer beside its bar."""


def add_asks(document: WordDocument, caption: str, asks: Sequence[Ask]) -> None:
    """The table of these decisions."""
    widths = columns(text_width(document), *_SHARES)
    table = add_table(document, caption, widths, [_(column) for column in COLUMNS])
    for ask in asks:
        _today, rule, said, why, beside, choice = add_row(table, [ask.today, *[""] * 5], ASK_TEXT)
        write(next_line(rule, ASK_TEXT), f"{ask.number}. {ask.rule}", bold=True)
        for mark in ask.marks:
            write(next_line(rule, ASK_TEXT), mark, bold=True, color=ACCENT)
        if ask.was:
            write(next_line(rule, ASK_TEXT), ask.was)
        _result(said, ask, widths[2])
        _facts(why, ask.reasons)
        _facts(beside, ask.beside)
        _lines(choice, [*(f"{EMPTY_BOX} {_(words)}" for words in CHOICES), *([f"{_(LABELS['reads'])}: "] if ask.open else [])])


def _result(cell: _Cell, ask: Ask, width: int) -> None:
    if ask.verb:
        write(next_line(cell, ASK_TEXT), ask.verb, bold=True, color=ACCENT)
    write(next_line(cell, ASK_TEXT), f"{ask.sign} {ask.result}", bold=not ask.verb)
    if ask.note:
        write(next_line(cell, ASK_TEXT), ask.note)
    shares = columns(width - Pt(12), *_BARS)
    if bars := bars_xml(ask.chart, (shares[0], shares[1], shares[2]), ASK_SIZE - 0.5, _WORDS):
        cell._tc.append(parse_xml(bars))
        end = add_paragraph(cell, style=ASK_TEXT)  # Word takes no cell that ends in a table
        end.paragraph_format.line_spacing = Pt(1)


def _facts(cell: _Cell, facts: Sequence[Fact]) -> None:
    for fact in facts:
        line = next_line(cell, ASK_TEXT)
        write(line, f"{fact.name}: ", bold=True)
        write(line, " · ".join(fact.texts))


def _lines(cell: _Cell, texts: Sequence[str]) -> None:
    for words in texts:
        write(next_line(cell, ASK_TEXT), words)
