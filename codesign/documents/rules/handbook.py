"""The adopted rules as a chapter for the handbook: for Word, a browser, and as Markdown."""

from docx.shared import Pt

from codesign.core.policy_team.adopted import OurRules
from codesign.documents.markdown.summary import literal
from codesign.documents.paper_size import Paper
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD, add_mixed
from codesign.documents.word.looks import SMALL, add_paragraph, for_the_wall, styled
from codesign.documents.word.page import headed, made_up_on_each
from codesign.phrases import draft
from codesign.phrases.our_rules import RulesPage, rules_page
from codesign.words import in_region, language

_SIZE = 12.0
"""Of the type, in points."""


def handbook(rules: OurRules, paper: Paper) -> dict[str, bytes]:
    """Ending -> the chapter in the language in use. Equal rules give equal bytes."""
    with in_region(rules.region):
        page = rules_page(rules)
    month = rules.sessions[-1][1]
    return {"docx": _docx(page, paper, month), "html": _html(page, paper), "md": _markdown(page)}


def _docx(page: RulesPage, paper: Paper, month: str) -> bytes:
    document = for_the_wall(IN_WORD[language()], _SIZE, paper)
    styled(document, "Heading 2", size=_SIZE * 1.1, before=_SIZE * 0.9, after=2, bold=True)
    made_up_on_each(document, page.made_up, SMALL)
    headed(document, page.title, page.made_up)
    add_paragraph(document, page.about)
    for words in page.first:
        add_mixed(add_paragraph(document), words)
    for part in page.parts:
        if part.title:
            add_paragraph(document, part.title, "Heading 1")
        for rule in part.rules:
            add_mixed(add_paragraph(document, style="Heading 2"), rule.rule)
            *first, last = rule.lines
            for words in first:
                add_mixed(add_paragraph(document), words).paragraph_format.keep_with_next = True
            add_mixed(add_paragraph(document), last)
    for words in _below(page):
        add_paragraph(document, words).paragraph_format.space_before = Pt(_SIZE / 2)
    return packed(document, page.title, month, IN_WORD[language()])


def _html(page: RulesPage, paper: Paper) -> bytes:
    return render("rules", title=page.title, paper=paper, made_up=page.made_up, page=page, below=_below(page))


def _markdown(page: RulesPage) -> bytes:
    lines = [f"**{literal(page.made_up)}**", ""] if page.made_up else []
    lines += [f"# {literal(page.title)}", "", literal(page.about), ""]
    for words in page.first:
        lines += [literal(words), ""]
    for part in page.parts:
        lines += [f"## {literal(part.title)}", ""] if part.title else []
        for rule in part.rules:
            head = f"{'###' if part.title else '##'} {literal(rule.rule)}"
            lines += [head, "", *(f"- {literal(words)}" for words in rule.lines), ""]
    for words in _below(page):
        lines += [literal(words), ""]
    return "\n".join(lines).encode()


def _below(page: RulesPage) -> tuple[str, ...]:
    return (*page.below, *filter(None, [draft()]))
