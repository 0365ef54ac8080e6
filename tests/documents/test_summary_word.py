"""The Word document as a file: what it says of itself, its tables, and its text."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Styles
from docx.oxml.table import CT_Tc
from docx.shared import Pt
from docx.table import Table
from msgspec.structs import replace
from pages import read_word
from samples import CAMERAS, LATE, big_group, matches_golden, session, small_group, tally

from codesign.core.session import Session
from codesign.documents.paper_size import A4
from codesign.documents.summary.build import build
from codesign.documents.wall.files import to_docx as to_wall
from codesign.documents.wall.youth_check import check
from codesign.documents.word.bars import REST
from codesign.documents.word.looks import ACCENT
from codesign.documents.word.summary import to_docx

BOTH = pytest.mark.parametrize("of", [small_group(made_up=True), big_group()])


def opened(of: Session) -> Document:
    return read_word(to_docx(build(of)))


def as_text(document: Document) -> str:
    """The document line by line, each led by its style; the rows of tables with their cells side by side."""
    lines = [f"[header] {p.text}" for p in document.sections[0].header.paragraphs]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", ["small", "big"])
def test_golden(name: str) -> None:
    of = {"small": small_group(made_up=True), "big": big_group()}[name]
    assert matches_golden(f"{name}.docx.txt", as_text(opened(of)).encode())


@BOTH
def test_the_file_knows_only_the_month_and_our_name(of: Session) -> None:
    properties = opened(of).core_properties
    assert properties.title == "House tech rules"
    assert properties.created == properties.modified == datetime(2026, 11, 1, tzinfo=UTC)
    assert {properties.author, properties.last_modified_by} == {"youth-codesign"}
    assert properties.comments == ""


@BOTH
def test_no_part_has_a_clock_a_thumbnail_or_another_program(of: Session) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(build(of)))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [n for n in names if "thumbnail" in n or n.endswith("app.xml")]
        everything = b"".join(archive.read(n) for n in names)
    for word in (b"python-docx", b"2013", b"Macintosh", b"savePreviewPicture"):
        assert word not in everything
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", everything)) == {b"2026-11-01T00:00:00Z"}


@BOTH
def test_tables_with_a_head_repeat_it_and_every_table_has_words_for_those_who_cant_see_it(of: Session) -> None:
    tables = opened(of).tables
    headed = [t for t in tables if t.style.name == "Summary Table"]
    assert len(headed) == 3
    for table in headed:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    for table in tables:
        assert table._tbl.tblPr[-1].tag == qn("w:tblCaption")
        assert table._tbl.tblPr[-1].get(qn("w:val"))


def drawn(table: Table) -> list[tuple[str, int, str, str]]:
    """Of each row its words, its slices that are filled and with which colour, and its count."""
    rows = []
    for row in table._tbl.tr_lst:
        words, *bar, count = row.tc_lst
        filled = [
            (cell.grid_span, cell.tcPr.find(qn("w:shd")).get(qn("w:fill")))
            for cell in bar
            if cell.tcPr.find(qn("w:shd")) is not None
        ]
        rows.append((_text(words), *(filled[0] if filled else (0, "")), _text(count)))
    return rows


def _text(cell: CT_Tc) -> str:
    return "".join(t.text for t in cell.iter(qn("w:t")))


def test_bars_are_as_wide_as_the_counts_and_the_one_that_leads_is_solid() -> None:
    assert drawn(opened(big_group()).tables[2]) == [
        ("Works for me", 31, ACCENT, "11"),
        ("Could work if...", 5, REST, "2"),
        ("Doesn't work for me", 2, REST, "1"),
    ]


def test_an_answer_that_nobody_gave_lost_its_row_in_word() -> None:
    of = session(tally(LATE, 2, 8, 1, 0), cards=(LATE,))
    assert drawn(opened(of).tables[2])[3] == ("Something else", 0, "", "0")


def test_no_bar_where_no_count_may_be_shown() -> None:
    document = opened(small_group())
    assert len(document.tables) == 3
    assert not document.tables[0]._tbl.findall(f".//{qn('w:tbl')}")


@BOTH
def test_page_language_and_headings(of: Session) -> None:
    document = opened(of)
    section = document.sections[0]
    assert (section.page_height.twips, section.page_width.twips) == (A4.width * 20, A4.height * 20), "page one lies sideways"
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "en-US"
    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Calibri"
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [*headings][:5] == [
        "What youth ask you to decide",
        "Your answer to each rule",
        "Safety and fairness check",
        "All rules in one picture",
        "Rule by rule",
    ]


def test_page_one_and_the_form_lie_sideways_and_the_page_number_stays_at_the_right_end() -> None:
    for section, sideways in zip(opened(small_group()).sections, (True, True, False), strict=True):
        assert (section.page_width > section.page_height) is sideways
        (stop,) = section.footer.paragraphs[0].paragraph_format.tab_stops
        assert stop.position == pytest.approx(section.page_width - section.left_margin - section.right_margin, abs=Pt(1))


def test_a_demonstration_says_so_at_the_top_and_on_every_page() -> None:
    document = opened(small_group(made_up=True))
    line = "MADE UP: this is a demonstration, not a real group"
    assert document.paragraphs[0].text == line
    assert {p.text for s in document.sections for p in s.header.paragraphs} == {line}
    assert not document.sections[0].different_first_page_header_footer


def test_every_card_that_may_speak_says_who_disagrees_or_that_nobody_did() -> None:
    text = as_text(opened(small_group()))
    assert text.count("Who disagrees and why: ") == 3
    assert "Who disagrees and why: “People get robbed.”" in text
    assert "Who disagrees and why: No one gave a reason that can be shown." in text


def test_a_session_with_everything_in_the_box_still_makes_a_document() -> None:
    text = as_text(opened(session(tally(CAMERAS, 1, 1, 1))))
    assert "there is nothing to decide on yet" in text
    assert "[Heading 1] Compared wordings" not in text


def test_a_long_conversation_looks_no_more_styles_up_than_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = []
    get, default = CT_Styles.get_by_name, CT_Styles.default_for
    monkeypatch.setattr(CT_Styles, "get_by_name", lambda *args: (looked_up.append(args), get(*args))[1])
    monkeypatch.setattr(CT_Styles, "default_for", lambda *args: (looked_up.append(args), default(*args))[1])

    def look_ups(cards: int) -> int:
        looked_up.clear()
        many = tuple(replace(CAMERAS, id=f"R-{n}") for n in range(cards))
        summary = build(session(*(tally(card, 11, 2, 1) for card in many), cards=many))
        to_docx(summary)
        to_wall(check(summary))
        return len(looked_up)

    a_card = look_ups(3) - look_ups(2)
    assert a_card <= 2  # the table that holds the bar
    assert look_ups(40) - look_ups(2) == 38 * a_card


@BOTH
def test_every_paragraph_has_a_style_that_is_there(of: Session) -> None:
    document = opened(of)
    there = {style.style_id for style in document.styles}
    used = {element.get(qn("w:val")) for element in document.element.iter(qn("w:pStyle"))}
    assert {"TableText", "TableHead", "RuleLine", "Heading1"} <= used <= there
