"""The summary as a Word document: decision first, so that a policy team can answer in the file itself."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from codesign.documents.paper_size import PAGE, paper_for
from codesign.documents.summary.asks import TICK_HERE
from codesign.documents.summary.build import Summary
from codesign.documents.summary.outline import HEADINGS, NOTHING_TO_ASK, Outline, Rule, outline
from codesign.documents.word.answer_form import add_form
from codesign.documents.word.asks import add_asks
from codesign.documents.word.bars import bars_xml
from codesign.documents.word.file import packed
from codesign.documents.word.looks import (
    DEMONSTRATION,
    GREY,
    RULE_LINE,
    SMALL,
    add_paragraph,
    add_row,
    add_table,
    add_xml,
    blank,
    columns,
    dress,
    text_width,
    write,
)
from codesign.documents.word.page import add_number, headed, made_up_on_each
from codesign.words import N_, _

_POINTER_SHARES = (1.9, 1.6, 3.4)
_PICTURE_SHARES = (2.7, 3.5, 0.6)
_SIZE = 8.5
"""Of what stands beside a rule and its bars, in points."""
_LETTERS = 90
"""Of an answer beside its bar: two lines."""
_ON_PAGE_ONE = 5
"""Decisions that stand there at most."""
_GO_ON = N_("They go on after the first page.")


def to_docx(summary: Summary) -> bytes:
    """The policy team's document, on the paper of its region. Equal summaries give equal bytes."""
    page = outline(summary)
    document = blank(paper_for(summary.region), sideways=not page.asked)
    _frame(document, page)
    _title(document, page)
    _asks(document, page)
    _listing(document, "asked", page.asked)
    if page.form.rows:
        add_form(document, page.form)
    _listing(document, "fairness", page.fairness)
    _picture(document, page)
    _rules(document, "rules", page.rules)
    _rules(document, "pairs", page.pairs)
    _listing(document, "ideas", page.ideas)
    _listing(document, "unclear", page.unclear)
    _pointers(document, page)
    _listing(document, "words", page.words)
    _listing(document, "how", page.how, style=SMALL)
    return packed(document, page.title, summary.month)


def _frame(document: WordDocument, page: Outline) -> None:
    """What stands on every page: that it is made up, where it is; the title and the page number."""
    made_up_on_each(document, page.made_up, DEMONSTRATION)
    footer = dress(document.sections[0].footer.paragraphs[0], SMALL)
    footer.paragraph_format.tab_stops.add_tab_stop(text_width(document), WD_TAB_ALIGNMENT.RIGHT)
    write(footer, f"{page.title}\t{_(PAGE)} ")
    add_number(footer)


def _title(document: WordDocument, page: Outline) -> None:
    headed(document, page.title, page.made_up)
    facts = add_paragraph(document)
    for fact in page.facts:
        if facts.runs:
            write(facts, "  ·  ")
        _named(facts, fact.name, fact.texts)
    write(add_paragraph(document), page.standard_sentence, italic=True)


def _named(paragraph: Paragraph, name: str, texts: tuple[str, ...]) -> None:
    write(paragraph, f"{name}: ", bold=True)
    write(paragraph, " · ".join(texts))


def _heading(document: WordDocument, name: str) -> None:
    add_paragraph(document, _(HEADINGS[name]), "Heading 1")


def _asks(document: WordDocument, page: Outline) -> None:
    _heading(document, "notice" if page.asked else "asks")
    if page.asked:
        add_paragraph(document, _(NOTHING_TO_ASK))
        return
    go_on = [_(_GO_ON)] if len(page.asks) > _ON_PAGE_ONE else []
    add_paragraph(document, " ".join([page.asked_for, *go_on, _(TICK_HERE), page.choices]))
    for fact in page.first:
        _named(add_paragraph(document), fact.name, fact.texts)
    if page.small:
        write(add_paragraph(document), page.small, bold=True)
    add_asks(document, _(HEADINGS["asks"]), page.asks)
    if page.boxed:
        add_paragraph(document, page.boxed)


def _picture(document: WordDocument, page: Outline) -> None:
    """Every rule with its bars, or with its phrase where nothing may be drawn."""
    if page.picture:
        _heading(document, "picture")
    widths = columns(text_width(document), *_PICTURE_SHARES)
    for rule in page.picture:
        line = add_paragraph(document, f"{rule.number}. {rule.short}  ", RULE_LINE)
        write(line, f"{rule.sign} {rule.chart.phrase}", bold=True)
        line.paragraph_format.space_before = Pt(3)
        if bars := bars_xml(rule.chart, (widths[0], widths[1], widths[2]), _SIZE, _LETTERS):
            line.paragraph_format.keep_with_next = True
            add_xml(document, bars)


def _rules(document: WordDocument, heading: str, rules: tuple[Rule, ...]) -> None:
    if rules:
        _heading(document, heading)
    for rule in rules:
        add_paragraph(document, f"{rule.number}. {rule.words}", "Heading 2")
        result = add_paragraph(document, style=RULE_LINE)
        _result(result, rule)
        result.paragraph_format.keep_with_next = bool(rule.lines)
        for line in rule.lines:
            _named(add_paragraph(document, style=RULE_LINE), line.name, line.texts)


def _result(paragraph: Paragraph, rule: Rule) -> None:
    write(paragraph, f"{rule.sign} {rule.sentence}", bold=True)
    if rule.meta:
        write(paragraph, "   " + " · ".join(rule.meta), color=GREY, size=_SIZE)


def _listing(document: WordDocument, heading: str, texts: tuple[str, ...], style: str = "List Bullet") -> None:
    if texts:
        _heading(document, heading)
    for text in texts:
        add_paragraph(document, text, style)


def _pointers(document: WordDocument, page: Outline) -> None:
    if not page.pointers:
        return
    _heading(document, "pointers")
    widths = columns(text_width(document), *_POINTER_SHARES)
    table = add_table(
        document,
        _(HEADINGS["pointers"]),
        widths,
        [_("Pointer"), _("Rules in this session"), _("What of this program serves it")],
    )
    for pointer in page.pointers:
        add_row(table, [pointer.name, *pointer.texts])
