"""Page one of the Word document: what youth ask to be decided, a row a decision, in a table as wide as the page lies."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from docx.table import _Cell

from codesign.documents.summary.asks import CHOICES, COLUMNS, Ask
from codesign.documents.summary.facts import Fact
from codesign.documents.word.bars import bars_xml
from codesign.documents.word.looks import ACCENT, ASK_TEXT, add_paragraph, add_row, add_table, columns, dress, text_width
from codesign.words import _

_SHARES = (1.0, 1.8, 2.2, 1.9, 2.1, 1.2)
_BARS = (1.1, 0.85, 0.25)
_WORDS = 21
"""Letters of an answer beside its bar."""
_SIZE = 8.5


def add_asks(document: WordDocument, caption: str, asks: Sequence[Ask]) -> None:
    """The table of these decisions."""
    widths = columns(text_width(document), *_SHARES)
    table = add_table(document, caption, widths, [_(column) for column in COLUMNS])
    for ask in asks:
        _today, rule, said, why, beside, choice = add_row(table, [ask.today, f"{ask.number}. {ask.rule}", *[""] * 4], ASK_TEXT)
        for mark in ask.marks:
            _accent(add_paragraph(rule, style=ASK_TEXT).add_run(mark))
        rule.paragraphs[0].runs[0].bold = True
        _result(said, ask, widths[2])
        _facts(why, ask.reasons)
        _facts(beside, ask.beside)
        _lines(choice, [f"☐ {_(words)}" for words in CHOICES])


def _result(cell: _Cell, ask: Ask, width: int) -> None:
    first = cell.paragraphs[0]
    if ask.verb:
        _accent(first.add_run(ask.verb))
    if ask.verb != ask.chart.phrase:
        line = add_paragraph(cell, style=ASK_TEXT) if ask.verb else first
        line.add_run(f"{ask.sign} {ask.chart.phrase}").bold = not ask.verb
    shares = columns(width - Pt(12), *_BARS)
    if bars := bars_xml(ask.chart, (shares[0], shares[1], shares[2]), _SIZE - 0.5, _WORDS):
        cell._tc.append(parse_xml(bars))
        end = add_paragraph(cell, style=ASK_TEXT)  # Word takes no cell that ends in a table
        end.paragraph_format.line_spacing = Pt(1)


def _accent(run) -> None:  # type: ignore[no-untyped-def]
    run.bold, run.font.color.rgb = True, RGBColor.from_string(ACCENT)


def _facts(cell: _Cell, facts: Sequence[Fact]) -> None:
    for place, fact in enumerate(facts):
        line = cell.paragraphs[0] if place == 0 else add_paragraph(cell, style=ASK_TEXT)
        line.add_run(f"{fact.name}: ").bold = True
        line.add_run(" · ".join(fact.texts))


def _lines(cell: _Cell, texts: Sequence[str]) -> None:
    for place, words in enumerate(texts):
        line = cell.paragraphs[0] if place == 0 else dress(cell.add_paragraph(), ASK_TEXT)
        line.add_run(words)
