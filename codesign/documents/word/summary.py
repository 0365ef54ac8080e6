"""The summary as a Word document: decision first, so that a policy team can answer in the file itself."""

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

from codesign.documents.paper_size import paper_for
from codesign.documents.summary.build import Summary
from codesign.documents.summary.outline import HEADINGS, NOTHING_TO_ASK, Outline, Rule, outline
from codesign.documents.word.file import packed
from codesign.documents.word.form import add_form
from codesign.documents.word.looks import (
    ACCENT,
    DEMONSTRATION,
    GREY,
    RULE_LINE,
    SMALL,
    add_paragraph,
    add_row,
    add_table,
    blank,
    columns,
    fill_cell,
    flush_left,
    text_width,
    tint,
)
from codesign.words import _

_EVIDENCE_RULE, _EVIDENCE_NUMBER, _EVIDENCE_RESULT = 2.75, 0.7, 1.35
_POINTER_SHARES = (2.2, 4.7)
_BAR_WIDTH = Inches(1.9)
_NARROWEST_WITH_NUMBER = Inches(0.12)


def to_docx(summary: Summary) -> bytes:
    """The policy team's document, on the paper of its region. Equal summaries give equal bytes."""
    page = outline(summary)
    document = blank(paper_for(summary.region))
    _frame(document, page)
    _title(document, page)
    _asks(document, page)
    _listing(document, "asked", page.asked)
    if page.form.rows:
        add_form(document, page.form)
    _listing(document, "fairness", page.fairness)
    _evidence(document, page)
    _rules(document, "rules", page.rules)
    _rules(document, "pairs", page.pairs)
    _listing(document, "ideas", page.ideas)
    _listing(document, "unclear", page.unclear)
    _pointers(document, page)
    _listing(document, "withheld", page.withheld)
    _listing(document, "how", page.how, style=SMALL)
    return packed(document, page.title, summary.month)


def _frame(document: WordDocument, page: Outline) -> None:
    """What stands on every page: that it is made up, where it is; the title and the page number."""
    section = document.sections[0]
    if page.made_up:
        header = section.header.paragraphs[0]
        header.style = DEMONSTRATION
        header.add_run(page.made_up)
    footer = section.footer.paragraphs[0]
    footer.style = SMALL
    footer.paragraph_format.tab_stops.add_tab_stop(text_width(document), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(page.title)
    footer.add_run("\t" + _("Page") + " ")
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _title(document: WordDocument, page: Outline) -> None:
    if page.made_up:
        add_paragraph(document, page.made_up, DEMONSTRATION)
    add_paragraph(document, page.title, "Title")
    facts = add_paragraph(document)
    for fact in page.facts:
        if facts.runs:
            facts.add_run("  ·  ")
        _named(facts, fact.name, fact.texts)
    add_paragraph(document).add_run(page.standard_sentence).italic = True


def _named(paragraph: Paragraph, name: str, texts: tuple[str, ...]) -> None:
    run = paragraph.add_run(f"{name}: ")
    run.bold = True
    paragraph.add_run(" · ".join(texts))


def _heading(document: WordDocument, name: str) -> None:
    add_paragraph(document, _(HEADINGS[name]), "Heading 1")


def _asks(document: WordDocument, page: Outline) -> None:
    _heading(document, "notice" if page.asked else "asks")
    if not page.asks:
        add_paragraph(document, _(NOTHING_TO_ASK))
    for ask in page.asks:
        line = add_paragraph(document, style="List Bullet")
        verb = line.add_run(f"{ask.verb}: " if ask.verb else "")
        verb.bold, verb.font.color.rgb = True, RGBColor.from_string(ACCENT)
        line.add_run(f"{ask.number}. {ask.rule} ")
        line.add_run(f"{ask.result}.").bold = True
        if ask.lead:
            line.add_run(f" {ask.lead}:")
        for quote in ask.quotes:
            line.add_run(f" “{quote}”").italic = True
        if ask.theme:
            line.add_run(f" {_('Theme')}: {ask.theme}").italic = True
    if page.asks_more:
        add_paragraph(document, page.asks_more)


def _evidence(document: WordDocument, page: Outline) -> None:
    if not page.evidence:
        return
    _heading(document, "evidence")
    shares = (_EVIDENCE_RULE, *[_EVIDENCE_NUMBER] * (len(page.evidence_columns) - 2), _EVIDENCE_RESULT)
    widths = columns(text_width(document), *shares)
    table = add_table(document, _(HEADINGS["evidence"]), widths, page.evidence_columns)
    for row in page.evidence:
        _rule, *numbers, result = add_row(table, [row.rule, *row.numbers, row.result])
        for cell in numbers:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        result.paragraphs[0].runs[0].bold = True


def _rules(document: WordDocument, heading: str, rules: tuple[Rule, ...]) -> None:
    if rules:
        _heading(document, heading)
    for rule in rules:
        add_paragraph(document, f"{rule.number}. {rule.words}", "Heading 2")
        if rule.chart.bars:
            _bars(document, rule)
        else:
            result = add_paragraph(document, style=RULE_LINE)
            _result(result, rule)
            result.paragraph_format.keep_with_next = bool(rule.lines)
        for line in rule.lines:
            _named(add_paragraph(document, style=RULE_LINE), line.name, line.texts)


def _result(paragraph: Paragraph, rule: Rule) -> None:
    paragraph.add_run(f"{rule.sign} {rule.sentence}").bold = True
    if rule.meta:
        meta = paragraph.add_run("   " + " · ".join(rule.meta))
        meta.font.size, meta.font.color.rgb = Pt(8.5), RGBColor.from_string(GREY)


def _bars(document: WordDocument, rule: Rule) -> None:
    """A row whose cells are as wide as the counts, with words and counts beside; an answer that nobody gave has no cell."""
    chart = rule.chart
    parts = [(place, bar.count) for place, bar in enumerate(chart.bars) if bar.count]
    widths = [_BAR_WIDTH * n // chart.given for _place, n in parts]
    table = add_table(document, rule.sentence, [*widths, text_width(document) - sum(widths)])
    fits = [str(n) if width >= _NARROWEST_WITH_NUMBER else "" for (_place, n), width in zip(parts, widths, strict=True)]
    flush_left(table)
    *bars, words = add_row(table, [*fits, ""])
    for cell, (place, _n) in zip(bars, parts, strict=True):
        fill, color = tint(place, len(chart.bars))
        fill_cell(cell, fill)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = RGBColor.from_string(color)
    beside = words.paragraphs[0]
    beside.paragraph_format.left_indent, beside.paragraph_format.space_after = Inches(0.12), Pt(2)
    beside.paragraph_format.keep_with_next = True
    _result(beside, rule)


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
    table = add_table(document, _(HEADINGS["pointers"]), widths, [_("Pointer"), _("Rules in this session")])
    for pointer in page.pointers:
        add_row(table, [pointer.name, *pointer.texts])
