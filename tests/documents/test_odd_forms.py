"""Odd forms that came back: what is taken of each, and what is told before anything is kept."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from filling import control, fill, form_of, opened, row_of, saved, tick
from msgspec.structs import replace
from samples import CARDS, small_group

from codesign.core.errors import CodesignError
from codesign.core.policy_team.taken import Taken, take
from codesign.documents.data.sheet import to_csv
from codesign.documents.read_back import read_back
from codesign.documents.summary.build import build
from codesign.documents.word.summary import to_docx

MARK = "ABCD-EFGH"
SUMMARY = build(replace(small_group(), mark=MARK))
POOLED = replace(SUMMARY, marks=("ABCD-EFGH", "BCDE-FGHI"), records=2)


def taken(document: WordDocument, folder: Path, mark: str = MARK) -> Taken:
    return take(CARDS, "2026-11-14", mark, read_back(saved(document, folder)))


def answered(document: WordDocument) -> WordDocument:
    fill(row_of(document, "PH-1"), answer="Yes", who="Maria", by_when="3 December 2026")
    return document


@pytest.mark.parametrize("made", [to_docx, to_csv], ids=["docx", "csv"])
@pytest.mark.parametrize(("mark", "known"), [("ABCD-EFGH", True), ("BCDE-FGHI", True), ("ZZZZ-ZZZZ", False)])
def test_a_pools_file_was_taken_by_a_house_outside_the_pool(
    made: Callable[..., bytes], mark: str, known: bool, tmp_path: Path
) -> None:
    path = tmp_path / f"pool.{made.__name__.removeprefix('to_')}"
    path.write_bytes(made(POOLED))
    if path.suffix == ".docx":
        document = answered(Document(str(path)))
        document.save(str(path))
    else:
        path.write_text(path.read_text("utf-8-sig").replace('"",', '"yes",', 1), "utf-8")
    if known:
        assert [d.answer for d in take(CARDS, "2026-11-14", mark, read_back(path)).decisions] == ["yes"]
    else:
        with pytest.raises(CodesignError, match="another session"):
            take(CARDS, "2026-11-14", mark, read_back(path))


def strike_the_answer(document: WordDocument) -> None:
    for run in control(row_of(document, "PH-1"), "answer").iter(qn("w:r")):
        run.insert(0, parse_xml(f"<w:rPr {nsdecls('w')}><w:strike/></w:rPr>"))


def two_ticks(document: WordDocument) -> None:
    tick(row_of(document, "PS-1"), "No")
    tick(row_of(document, "PS-1"), "Not now")


def another_tick_than_the_list(document: WordDocument) -> None:
    tick(row_of(document, "PH-1"), "No")


def one_box_left(document: WordDocument) -> None:
    cell = row_of(document, "PS-1").tc_lst[1]
    for paragraph in list(cell.p_lst)[2:]:
        cell.remove(paragraph)


def in_a_text_box(document: WordDocument) -> None:
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>maybe</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    row_of(document, "PS-1").tc_lst[1].p_lst[0].append(parse_xml(box))


def no_letters(document: WordDocument) -> None:
    for text in document.element.body.iter(qn("w:t")):
        text.text = (text.text or "").replace(f"[{MARK}]", "")


def a_column_gone(document: WordDocument) -> None:
    for row in form_of(document).rows:
        row._tr.remove(row._tr.tc_lst[3])


def answered_twice(document: WordDocument) -> None:
    row = row_of(document, "PH-1")
    row.addnext(copy.deepcopy(row))
    fill(row_of(document, "PH-1"), answer="No")


def a_row_of_another_rule(document: WordDocument) -> None:
    for text in row_of(document, "PS-1").tc_lst[0].iter(qn("w:t")):
        text.text = (text.text or "").replace("Staff never look through a phone", "Cars stand in a row")
    fill(row_of(document, "PS-1"), answer="No")


def a_day_of_two_readings(document: WordDocument) -> None:
    fill(row_of(document, "PH-1"), by_when="03/12/2027")


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (strike_the_answer, "struck through"),
        (two_ticks, "“Not now / No” is none of"),
        (another_tick_than_the_list, "“Yes / No” is none of"),
        (one_box_left, "“☐ Yes” is none of"),
        (in_a_text_box, "“maybe” is none of"),
        (no_letters, "does not say which session"),
        (a_column_gone, "no column “reason”"),
        (a_column_gone, "no column “what we need first”"),
        (answered_twice, "answered twice"),
        (a_row_of_another_rule, "has other words than the rule"),
        (a_day_of_two_readings, "may be 2027-03-12 or 2027-12-03"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_odd_is_told_before_anything_is_kept(odd: Callable[[WordDocument], None], told: str, tmp_path: Path) -> None:
    document = answered(opened(SUMMARY))
    fill(row_of(document, "CA-1"), answer="No", because="The law.")
    odd(document)
    found = taken(document, tmp_path)
    assert found.needs_a_yes
    assert any(told in words for words in found.odd), found.odd


def a_day_picked(document: WordDocument) -> None:
    """As a program shows it that writes days in figures alone; the control knows which day it is."""
    fill(row_of(document, "PH-1"), by_when="12/03/2026")
    date = control(row_of(document, "PH-1"), "by_when").find(f".//{qn('w:date')}")
    date.set(qn("w:fullDate"), "2026-12-03T00:00:00Z")


def letters_in_words(document: WordDocument) -> None:
    fill(row_of(document, "PH-1"), because="See [WXYZ-2345]")
    document.paragraphs[0].add_run(" [WXYZ-2345]")


def symbols(document: WordDocument) -> None:
    """A tick out of Word's list of symbols in place of a printed box."""
    line = next(
        p for p in row_of(document, "PS-1").tc_lst[1].p_lst if "Not" in "".join(t.text or "" for t in p.iter(qn("w:t")))
    )
    for run in line.findall(qn("w:r")):
        line.remove(run)
    line.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> Not now</w:t></w:r>'
        )
    )


def a_block_control(document: WordDocument) -> None:
    """As Word writes a control that is all there is of a paragraph: around it."""
    sdt = control(row_of(document, "PS-1"), "because")
    fill(row_of(document, "PS-1"), answer="Not now", because="Staff time.")
    paragraph, content = sdt.getparent(), sdt.find(qn("w:sdtContent"))
    paragraph.addprevious(sdt)
    made = OxmlElement("w:p")
    for run in list(content):
        made.append(run)
    content.append(made)
    paragraph.getparent().remove(paragraph)


def a_merge_that_lost_its_beginning(document: WordDocument) -> None:
    """A row that was moved away from the one whose rule it was merged with does not answer the rule that it lies under now."""
    row = row_of(document, "GA-1")
    fill(row, answer="No", because="Of another rule.")
    first = row.tc_lst[0]
    for paragraph in list(first.p_lst)[1:]:
        first.remove(paragraph)
    for run in list(first.p_lst[0]):
        first.p_lst[0].remove(run)
    first.get_or_add_tcPr().append(OxmlElement("w:vMerge"))
    row_of(document, "PH-1").addnext(row)


def test_a_row_under_another_rule_was_taken_for_its_own(tmp_path: Path) -> None:
    document = answered(opened(SUMMARY))
    a_merge_that_lost_its_beginning(document)
    found = taken(document, tmp_path)
    assert [(d.card, d.answer, d.because) for d in found.decisions] == [("PH-1", "yes", "")]
    assert any("names no rule" in words for words in found.odd)


@pytest.mark.parametrize("fine", [a_day_picked, letters_in_words, symbols, a_block_control], ids=lambda kind: kind.__name__)
def test_what_looks_odd_and_is_clear_is_taken_as_it_is(fine: Callable[[WordDocument], None], tmp_path: Path) -> None:
    document = answered(opened(SUMMARY))
    fine(document)
    found = taken(document, tmp_path)
    assert found.odd == ()
    first = found.decisions[0]
    assert (first.answer, first.who, first.by_when) == ("yes", "Maria", "2026-12-03")
    if fine in (symbols, a_block_control):
        assert found.decisions[1].answer == "not-now"
    if fine is a_block_control:
        assert found.decisions[1].because == "Staff time."
