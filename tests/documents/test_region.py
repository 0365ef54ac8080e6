"""Paper and dates go by the region of the plan, and a date or a sign is not parted at the end of a line."""

import io
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from msgspec.structs import replace
from pages import opened, read_word
from samples import small_group

from codesign.content.plans import plan_files, read_plan
from codesign.core.errors import CodesignError
from codesign.core.policy_team.adopted import our_rules
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Session
from codesign.documents.paper.files import paper_files
from codesign.documents.paper_size import A3, A4, LETTER, Paper, paper_for
from codesign.documents.rules.files import rules_files
from codesign.documents.summary.build import build
from codesign.documents.unparted import unparted
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.poster import poster
from codesign.documents.wall.youth_check import check
from codesign.documents.web.page import TEMPLATES
from codesign.documents.web.summary import to_html
from codesign.documents.word.summary import to_docx
from codesign.phrases import day
from codesign.store.shelf import peek
from codesign.words import in_region, speaking

DAYS = {
    ("", "en"): "24 December 2026",
    ("en-GB", "en"): "24 December 2026",
    ("en-US", "en"): "December 24, 2026",
    ("es-US", "en"): "December 24, 2026",
    ("en-US", "es"): "24 de diciembre de 2026",
}


def of(region: str) -> Session:
    made = small_group()
    decided = (Decision(card="PH-1", answer="yes", because="We agree.", who="Maria", by_when="2026-12-24"),)
    return replace(made, setup=replace(made.setup, region=region), told=tuple(made.tallies), decisions=decided)


@cache
def files(region: str) -> dict[str, bytes]:
    session = of(region)
    summary = build(session)
    return {
        "summary.docx": to_docx(summary),
        "summary.html": to_html(summary),
        **in_every_language("check", lambda: check(summary)),
        **in_every_language("poster", lambda: poster(session)),
    }


@pytest.mark.parametrize(("region", "spoken"), DAYS)
def test_a_date_was_said_one_way_everywhere(region: str, spoken: str) -> None:
    with in_region(region), speaking(spoken):
        assert day("2026-12-24") == DAYS[region, spoken]


@pytest.mark.parametrize(("region", "paper"), [("", A4), ("en-US", LETTER)])
def test_every_document_is_on_the_paper_of_its_region(region: str, paper: Paper) -> None:
    plan = replace(read_plan(plan_files(Path())["starter"]), region=region)
    for name, data in {**files(region), **paper_files(plan, list, "2026-11")}.items():
        if name.endswith(".docx"):
            section = Document(io.BytesIO(data)).sections[0]
            narrow = min(section.page_width.twips, section.page_height.twips)
            assert narrow == pytest.approx(paper.width * 20, abs=1), name
            assert max(section.page_width.twips, section.page_height.twips) == pytest.approx(paper.height * 20, abs=1), name
        else:
            assert f"size: {paper.name};" in data.decode(), name


def test_every_document_writes_the_dates_of_its_region() -> None:
    for region, written, not_written in (
        ("", "24 December 2026", "December 24"),
        ("en-US", "December 24, 2026", "24 December"),
    ):
        made = files(region)
        for name in ("summary.docx", "poster.docx"):
            document = read_word(made[name])
            words = "".join(element.text or "" for element in document.element.body.iter("{*}t"))
            assert written in words, name
            assert not_written not in words, name
        for name in ("summary.html", "poster.html"):
            words = opened(made[name]).text_content()
            assert written in words, name
            assert not_written not in words, name


def test_paper_goes_by_the_country() -> None:
    assert [paper_for(region) for region in ("", "en-GB", "en-US", "es-US")] == [A4, A4, LETTER, LETTER]


def test_a_wall_has_larger_paper_and_larger_type_on_it() -> None:
    assert (A3.larger, A4.larger, LETTER.larger) == (2**0.5, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "24 December 2026",
        "December 24, 2026",
        "24 de diciembre de 2026",
        "December 2026",
        "diciembre de 2026",
        "▲ Split",
        "☐ Yes",
    ],
)
def test_a_date_or_a_sign_was_parted_at_the_end_of_a_line(words: str) -> None:
    kept = words.replace(" ", "\u00a0")
    assert unparted(f"Due: {words}, then more words.") == f"Due: {kept}, then more words."


@pytest.mark.parametrize("words", ["We may march 2 by 2 in 2026.", "In May we met 20 of them.", "a → b", "Room 12 is open"])
def test_nothing_else_of_the_words_is_changed(words: str) -> None:
    assert unparted(words).replace("\u00a0", " ") == words
    assert "\u00a0" not in unparted(words.replace("→", "to"))


def test_documents_keep_dates_together() -> None:
    made = files("en-US")
    for name in ("summary.html", "poster.html"):
        assert "December\u00a024,\u00a02026" in made[name].decode(), name
    assert "December\u00a024,\u00a02026" in "".join(
        element.text or "" for element in Document(io.BytesIO(made["poster.docx"])).element.body.iter("{*}t")
    )


def test_a_region_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text('title = "T"\nregion = "US"\n[[card]]\nrule = "PH-1"\n', encoding="utf-8")
    with pytest.raises(CodesignError, match="line 2: the region is not written as one"):
        read_plan(file)


def test_the_plans_that_came_with_the_program_are_american() -> None:
    assert {read_plan(path).region for path in plan_files(Path()).values()} == {"en-US"}


@pytest.mark.parametrize("region", ["", "en-US"])
def test_no_table_is_wider_than_its_page(region: str) -> None:
    plan = replace(read_plan(plan_files(Path())["starter"]), region=region)
    rules = rules_files(our_rules([of(region)]), A3)
    for name, data in {**files(region), **paper_files(plan, list, "2026-11"), **rules}.items():
        if not name.endswith(".docx"):
            continue
        room = 0
        for element in reversed(list(Document(io.BytesIO(data)).element.body.iter("{*}sectPr", "{*}tbl"))):
            if element.tag.endswith("sectPr"):  # of what stands before it
                room = element.page_width - element.left_margin - element.right_margin
            else:
                assert sum(column.w for column in element.tblGrid.gridCol_lst) <= room + Pt(1), name


def test_a_sideways_page_in_a_browser_is_of_the_same_paper() -> None:
    for region, name in (("", "A4"), ("en-US", "Letter")):
        assert f"size: {name} landscape;" in files(region)["summary.html"].decode()
    assert "landscape" not in (TEMPLATES / "summary.css").read_text("utf-8")


def test_a_record_of_before_goes_on_as_it_was_printed() -> None:
    record = Path(__file__).parent.parent / "data" / "record-schema-1" / "told.json"
    assert peek(record).setup.region == "en-US"
