"""The summary for a browser: what it may do, how it is built, and that it says what the Word document says."""

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from msgspec import Struct
from msgspec.structs import asdict, replace
from pages import opened, text_of
from samples import CAMERAS, LATE, big_group, matches_golden, session, small_group, tally

from codesign import words
from codesign.core.session import Session
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import outline
from codesign.documents.web.page import TEMPLATES
from codesign.documents.web.summary import to_html
from codesign.documents.word.summary import to_docx

BOTH = pytest.mark.parametrize("of", [small_group(made_up=True), big_group()])


def page_of(of: Session):
    return opened(to_html(build(of)))


@pytest.mark.parametrize("name", ["small", "big"])
def test_golden(name: str) -> None:
    of = {"small": small_group(made_up=True), "big": big_group()}[name]
    assert matches_golden(f"{name}.html.txt", ("\n".join(text_of(page_of(of))) + "\n").encode())


@BOTH
def test_the_page_may_use_its_own_style_and_nothing_else(of: Session) -> None:
    page = page_of(of)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@BOTH
def test_nothing_in_the_page_loads_or_runs(of: Session) -> None:
    page = page_of(of)
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base | //image | //use")
    assert not page.xpath("//@style | //@src | //@srcset | //@action | //@*[starts-with(name(), 'on')]")
    assert all(target.startswith("#") for target in page.xpath("//@href"))
    assert not re.search(r"url\(|@import|@font-face|expression", page.findtext(".//style"))


@BOTH
def test_it_is_built_for_those_who_listen_to_it(of: Session) -> None:
    page = page_of(of)
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == "House tech rules"
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.xpath("//@href")} <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)
    first = page.xpath("//body//*")[0]
    assert (first.tag, first.get("href"), first.text) == ("a", "#content", "Skip to the content")
    for table in page.xpath("//table"):
        assert all(th.get("scope") == "col" for th in table.xpath("./thead//th"))
        assert all(row.xpath("./th/@scope") == ["row"] for row in table.xpath("./tbody/tr"))


def test_a_page_speaks_the_language_in_use() -> None:
    words.use("es")
    try:
        page = page_of(big_group())
    finally:
        words.use(words.OWN)
    assert page.get("lang") == "es"
    assert page.xpath("//a")[0].text == "Ir al contenido"


@BOTH
def test_sections_and_rules_stand_as_in_the_word_document(of: Session) -> None:
    page, document = page_of(of), Document(io.BytesIO(to_docx(build(of))))
    for level, style in (("h1", "Title"), ("h2", "Heading 1"), ("h3", "Heading 2")):
        headings = [h.text_content() for h in page.xpath(f"//{level}")]
        assert headings == [p.text for p in document.paragraphs if p.style.name == style]


def strings(value: object) -> Iterator[str]:
    """Every text in a value of structs and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name, part in asdict(value).items():
            if name != "id":  # which stands among what is said of a rule, where something may be said
                yield from strings(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


@BOTH
def test_every_word_of_the_outline_is_on_the_page(of: Session) -> None:
    text = page_of(of).text_content()
    page = outline(build(of))
    page = replace(page, form=replace(page.form, how="", contact="", leave=""))
    assert [words for words in strings(page) if words not in text] == []


def test_bars_are_as_wide_as_the_counts_and_differ_in_more_than_colour() -> None:
    (chart, *_others) = page_of(big_group()).xpath("//*[@class='chart']")
    parts = chart.xpath(".//rect[@class='part']")
    assert [part.get("width") for part in parts] == ["78.57%", "14.29%", "7.14%"]
    assert [row.get("class") for row in chart] == ["bar wins", "bar", "bar"]
    assert [row.text_content() for row in chart] == ["Works for me11", "Could work if...2", "Doesn't work for me1"]
    assert chart.get("role") == "group", "its words and counts are read out"
    (name,) = chart.xpath(f"//*[@id='{chart.get('aria-labelledby')}']")
    assert name.text_content() == "▲ Strong support (of 14)"


def test_no_chart_where_no_count_may_be_shown() -> None:
    assert not page_of(small_group()).xpath("//*[@class='chart']")


def test_an_answer_nobody_gave_has_its_row_without_a_bar() -> None:
    (chart, _again) = page_of(session(tally(LATE, 2, 8, 1, 0), cards=(LATE,))).xpath("//*[@class='chart']")
    assert chart[3].text_content() == "Something else0"
    assert not chart[3].xpath(".//rect[@class='part']")


def test_a_demonstration_says_so_first_last_and_on_every_printed_page() -> None:
    page = page_of(small_group(made_up=True))
    texts = text_of(page)
    assert texts[2] == texts[-1] == "[p] MADE UP: this is a demonstration, not a real group"
    assert r'@top-left { content: "MADE UP\3a  this is a demonstration\2c  not a real group" }' in page.findtext(".//style")
    assert '@top-left { content: "" }' in page_of(small_group()).findtext(".//style")


def test_a_session_with_everything_in_the_box_still_makes_a_page() -> None:
    texts = text_of(page_of(session(tally(CAMERAS, 1, 1, 1))))
    assert any("there is nothing to decide on yet" in text for text in texts)
    assert "[h2] Compared wordings" not in texts


@pytest.mark.parametrize("title", ['"; } </style><script>', "a\\62 c", "*/ /* \n", "é “x” 家"])
def test_a_title_is_only_a_text_in_the_style(title: str) -> None:
    style = opened(to_html(build(session(tally(CAMERAS, 1, 1, 1), title=title)))).findtext(".//style")
    (content,) = re.findall(r'@bottom-left { content: "([A-Za-z0-9 \\]*)" }\n', style)
    assert re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), content) == title
    assert style.count("{") == style.count("}")


def test_a_style_ends_only_where_its_element_does() -> None:
    assert not [file.name for file in TEMPLATES.glob("*.css") if "<" in file.read_text("utf-8")]


def test_the_papers_of_our_board_were_opened_in_no_browser() -> None:
    """What has a folder of its own makes a page of its own, but for the formats and what the others are made of."""
    top = Path(__file__).parents[2]
    no_page = {"data", "markdown", "pocket", "read_back", "word"}
    folders = {file.parent.name for file in (top / "codesign" / "documents").glob("*/__init__.py")} - no_page
    opened = (top / "tests" / "browser" / "write_pages.py").read_text("utf-8")
    assert {folder for folder in folders if f"from codesign.documents.{folder}." not in opened} == set()
