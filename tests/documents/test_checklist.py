"""The sheet that a facilitator checks off: opened as Word and as a page, one sheet, whatever stands in it."""

import io
from pathlib import Path

import pytest
from docx import Document
from hostile import MARKUP
from pages import opened, text_of

from codesign.documents.checklist.sheet import SheetPart, fitted, to_docx, to_html
from codesign.documents.paper_size import A4
from codesign.engine import Engine

PARTS = [
    SheetPart("To check", ("The code is set.", "Who answers youth: ____"), boxes=True),
    SheetPart("Say this", ("“A line.”",)),
]


def words_of(docx: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


def test_both_forms_say_the_same_and_only_what_is_checked_has_a_box() -> None:
    sheet = fitted("Before they come", "House rules", PARTS, "2026-11")
    word = words_of(to_docx(sheet, A4))
    assert word == [
        *("Before they come", "House rules", "To check", "☐\tThe code is set.", "☐\tWho answers youth: ____"),
        *("Say this", "“A line.”"),
    ]
    page = text_of(opened(to_html(sheet, A4)))
    assert [text.split("] ", 1)[1] for text in page if not text.startswith(("[title]", "[a]"))] == [
        line.replace("\t", " ") for line in word
    ]


def test_equal_sheets_give_equal_bytes() -> None:
    first, second = (fitted("Before they come", "House rules", PARTS, "2026-11") for _ in range(2))
    assert to_docx(first, A4) == to_docx(second, A4)
    assert to_html(first, A4) == to_html(second, A4)


@pytest.mark.parametrize("words", MARKUP)
def test_words_of_people_stay_words(words: str) -> None:
    sheet = fitted("Before they come", words, [SheetPart(words, (words,), boxes=True)], "2026-11")
    page = opened(to_html(sheet, A4))
    assert page.xpath("//script | //img | //iframe") == []
    assert len(words_of(to_docx(sheet, A4))) == 4


def test_the_type_gives_way_before_a_second_sheet_is_taken() -> None:
    sizes = [
        fitted("t", "a", [SheetPart("p", ("A line of some words that fills it. " * 3,) * n)], "2026-11").size
        for n in (3, 30, 40, 90)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (11, 8)


def test_a_sheet_that_was_filled_in_is_never_written_over(engine: Engine, tmp_path: Path) -> None:
    parts = [("To check", ("The code is set.",), True)]
    first = engine.write_checklist("before-they-come", "Before they come", "House rules", parts, tmp_path / "out", "")
    assert [file.name for file in first] == ["before-they-come.docx", "before-they-come.html"]
    first[0].write_bytes(b"filled in by hand")
    second = engine.write_checklist("before-they-come", "Before they come", "House rules", parts, tmp_path / "out", "")
    assert [file.name for file in second] == ["before-they-come-2.docx", "before-they-come-2.html"]
    assert first[0].read_bytes() == b"filled in by hand"
