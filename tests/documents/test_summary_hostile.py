"""Words of people come out of every format as they wrote them, whatever they wrote."""

import csv
import io
import json
import re
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from hostile import EMOJI, HOSTILE, LANGUAGES, bundles
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from pages import opened, shape_of, text_of
from samples import LATE, NIGHT, quote, session, tally, theme

from codesign.core.kinds.choice import choice_options
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean
from codesign.documents.data.sheet import as_text, to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import literal, to_markdown
from codesign.documents.summary.build import Summary, build
from codesign.documents.web.summary import to_html
from codesign.documents.word.summary import to_docx

SPECIAL = [
    "=1+1",
    "@SUM(A1)",
    "\uff1d1+1",
    "-2+3",
    "x" * 10_000,
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#64;",
    "</w:t></w:r><w:r><w:t>",
    "<!-- hidden --> shown",
    "![picture](http://x.org/p.png)",
    "[a](javascript:alert(1)) <http://x.org>",
    "https://x.org www.x.org me@x.org :smile:",
    "# heading #",
    "- item * item + item",
    "1. first 2) second",
    "> quote",
    "a | b || c",
    "**bold** __bold__ *it* _it_ ~~gone~~ `code`",
    "\\ \\* \\\\",
    "--- === ***",
    "{{ 7 * 7 }} {% raw %} ${7} {0} {title}",
    "first\nsecond\n\n# third",
    "say \"hi\", then; 'go'",
]
TEXTS = [*SPECIAL, *bundles([*HOSTILE, *LANGUAGES.values(), *EMOJI.values()], RULE_LIMIT)]
EACH = pytest.mark.parametrize("text", [clean(text, RULE_LIMIT) for text in TEXTS])


def everywhere(text: str) -> Summary:
    """A summary with the text wherever people's words can stand."""
    night = replace(NIGHT, rule=text, today=text, staff_note=text)
    late = replace(LATE, rule=text, options=choice_options([text, f"{text} 2", "Something else"]))
    of = session(
        tally(night, 3, 1, 3),
        tally(late, 5, 1, 1),
        cards=(night, late),
        comments=(quote(night, "doesnt", text, text), theme(night, "works", text), quote(late, "idea", text)),
    )
    return build(replace(of, setup=replace(of.setup, title=clean(text, NAME_LIMIT), audience=text)))


@EACH
def test_docx(text: str) -> None:
    document = Document(io.BytesIO(to_docx(everywhere(text))))
    lines = [p.text for p in document.paragraphs]
    assert clean(text, NAME_LIMIT) == document.core_properties.title
    assert f"1. {text}" in lines
    assert f"Today: {text}" in lines
    assert f"Who disagrees and why: “{text}” ({text})" in lines
    assert f"Themes: {text}" in lines
    assert f"Staff note, not from youth: {text}" in lines
    assert f"Asked: A: {text} · B: {text} 2 · C: Something else" in lines
    assert not list(document.element.iter(qn("w:hyperlink")))


@EACH
def test_csv(text: str) -> None:
    first, _second = csv.DictReader(io.StringIO(to_csv(everywhere(text)).decode("utf-8-sig"), newline=""), strict=True)
    assert first["rule"] == first["today"] == first["themes"] == as_text(text)
    assert first["title"] == as_text(clean(text, NAME_LIMIT))
    assert first["comments"] == f"What the problem is: {text} ({text})"


@EACH
def test_json(text: str) -> None:
    values = json.loads(to_json(everywhere(text)))
    assert values["audience"] == text
    first, second = values["cards"]
    assert first["rule"] == text
    assert first["comments"] == [{"prompt": "doesnt", "pick": text, "text": text, "earlier": False, "other_words": False}]
    assert first["themes"] == [text]
    assert second["options"] == {"A": text, "B": f"{text} 2", "C": "Something else"}


@EACH
def test_html(text: str) -> None:
    page = opened(to_html(everywhere(text)))
    texts = text_of(page)
    assert page.findtext(".//title") == clean(text, NAME_LIMIT)
    assert f"[h1] {clean(text, NAME_LIMIT)}" in texts
    assert f"[h3] 1. {text}" in texts
    for name, words in (
        ("Today", text),
        ("Who disagrees and why", f"“{text}” ({text})"),
        ("Themes", text),
        ("Staff note, not from youth", text),
        ("Asked", f"A: {text}"),
    ):
        assert any(here == f"[dt] {name}" and there == f"[dd] {words}" for here, there in pairwise(texts))
    assert shape_of(page) == shape_of(opened(to_html(everywhere("plain"))))


@pytest.mark.parametrize("text", ["שלום (hello) 1", "مرحبا، 10 pm", "a < b", 'it\'s "fine" & so'])
def test_what_people_wrote_keeps_its_direction_to_itself(text: str) -> None:
    page = opened(to_html(everywhere(text)))
    for element in page.xpath("//body//*[contains(text(), $text)]", text=text):
        assert element.tag == "bdi" or element.get("dir") == "auto"


READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"}


def read_back(markdown: str) -> list[str]:
    """The text of every heading, paragraph, item and cell, as a reader of Markdown shows it."""
    texts = []
    for token in READER.parse(markdown):
        assert token.type not in ("html_block", "fence", "code_block", "hr", "blockquote_open", "ordered_list_open")
        if token.type == "inline":
            assert {child.type for child in token.children or ()} <= OURS
            texts.append("".join(child.content for child in token.children or ()))
    return texts


@EACH
def test_markdown(text: str) -> None:
    markdown = to_markdown(everywhere(text)).decode()
    lines = read_back(markdown)
    assert lines[0] == clean(text, NAME_LIMIT)
    assert f"1. {text}" in lines
    assert f"Today: {text}" in lines
    assert f"Who disagrees and why: “{text}” ({text})" in lines
    assert f"Themes: {text}" in lines
    assert f"Staff note, not from youth: {text}" in lines
    assert f"Asked: A: {text} · B: {text} 2 · C: Something else" in lines
    assert not re.search(r"(?<!\\)://|www\.|(?<!\\)@", markdown), "sites make links of these"


@settings(database=None, max_examples=300)
@given(st.text(st.sampled_from("\\`*_{}[]()#+-=.!|<>&~$@:/ 1aw\n\"'é"), max_size=30).map(lambda t: clean(t, 30)))
def test_any_text_reads_back_alone_in_a_line_and_in_a_cell(text: str) -> None:
    if text:
        assert read_back(f"{literal(text)}\n") == [text]
        assert read_back(f"# {literal(text)}\n") == [text]
        assert read_back(f"- **{literal(text)}:** {literal(text)}\n") == [f"{text}: {text}"]
    assert read_back(f"| a | b |\n| --- | --- |\n| {literal(text)} | c |\n") == ["a", "b", text, "c"]


def test_a_text_of_several_lines_becomes_one() -> None:
    assert literal("a\r\nb\u2028c\n") == "a b c"
