"""The answer form in Word: what can be filled in, what prints, and that what is filled in comes back, whoever saved it."""

from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from filling import control, fill, flattened, form_of, opened, row_of, saved, tick, write_after
from msgspec.structs import replace
from samples import CARDS, LATE, big_group, session, small_group, tally

from codesign.core.policy_team.decisions import ANSWERS, COLUMNS, LABELS
from codesign.core.policy_team.taken import take
from codesign.documents.read_back import read_back
from codesign.documents.read_back.boxes import answer_in, words_in
from codesign.documents.summary.build import build
from codesign.documents.write import FORMATS

LIBREOFFICE = Path(__file__).parent.parent / "data" / "form-by-libreoffice.docx"
SUMMARY = build(replace(small_group(), mark="ABCD-EFGH"))
WHOLE = {
    "answer": "Yes, with changes",
    "reads": "Phones stay with you until 11 pm.",
    "because": "We heard you: nights are long.",
    "who": "Maria Ortiz, night lead",
    "by_when": "3 December 2026",
    "needs": "A locker each",
    "how_told": "At the house meeting",
    "review": "March 2027",
    "in_spanish": "Los teléfonos se quedan contigo hasta las 11.",
}


def read(document: WordDocument, tmp_path: Path, card: str = "PH-1") -> dict[str, str]:
    """What is read of a card's row, without what is empty."""
    row = next(row for row in read_back(saved(document, tmp_path)).rows if row.card == card)
    return {key: words for key, words in row.cells.items() if words}


def test_every_field_of_every_rule_has_a_control_and_nothing_untouched_is_an_answer(tmp_path: Path) -> None:
    document = opened(SUMMARY)
    kinds = {"answer": "dropDownList", "by_when": "date", "review": "date"}
    for row in form_of(document).rows[1:]:
        for key in COLUMNS:
            about = control(row._tr, key).find(qn("w:sdtPr"))
            assert about.find(qn(f"w:{kinds.get(key, 'richText')}")) is not None
            assert LABELS[key] in about.find(qn("w:alias")).get(qn("w:val"))
    items = [item.get(qn("w:displayText")) for item in control(row_of(document, "PH-1"), "answer").iter(qn("w:listItem"))]
    assert items == list(ANSWERS.values())
    rows = read_back(saved(document, tmp_path)).rows
    assert len(rows) == len(SUMMARY.cards)
    assert {key for row in rows for key, words in row.cells.items() if words} == {"reads"}, "the words to start from"
    ids = [element.get(qn("w:val")) for element in document.element.iter(qn("w:id"))]
    assert len(ids) == len(set(ids))


def test_what_was_filled_in_word_comes_back_whole(tmp_path: Path) -> None:
    document = opened(SUMMARY)
    fill(row_of(document, "PH-1"), **WHOLE)
    assert read(document, tmp_path) == WHOLE
    assert read_back(tmp_path / "filled.docx").no_column == ()


def test_what_was_typed_in_google_docs_comes_back_whole(tmp_path: Path) -> None:
    document = flattened(opened(SUMMARY))
    row = row_of(document, "PH-1")
    tick(row, WHOLE["answer"])
    for key in ("by_when", "who", "needs", "how_told", "review", "in_spanish"):
        write_after(row, LABELS[key], WHOLE[key])
    cell = form_of(document).rows[1].cells[2]
    cell.paragraphs[0].text = WHOLE["reads"]
    form_of(document).rows[1].cells[3].paragraphs[0].text = WHOLE["because"]
    assert read(document, tmp_path) == WHOLE
    filled = read_back(tmp_path / "filled.docx")
    assert filled.no_column == ()
    assert filled.marks == {"ABCD-EFGH"}
    others = [row for row in filled.rows if row.card != "PH-1"]
    assert {key for row in others for key, words in row.cells.items() if words} == {"reads"}


def test_words_typed_over_a_prompt_in_libreoffice_were_taken_for_the_prompt() -> None:
    """It leaves the mark of an untouched control where words are typed; GA-1 was typed so, by the program itself."""
    rows = {row.card: {key: words for key, words in row.cells.items() if words} for row in read_back(LIBREOFFICE).rows}
    whole = WHOLE | {"because": "Nights are long. And safe.", "who": "Maria Ortiz", "review": "1 March 2027"}
    assert rows["PH-1"] == whole | {"in_spanish": "Los teléfonos se quedan contigo."}
    assert rows["PS-1"]["answer"] == "Not now"
    assert rows["PS-1"]["because"] == "The licence says no."
    assert {key: rows["GA-1"][key] for key in ("who", "by_when", "needs")} == {
        "who": "Ana Lima",
        "by_when": "24 Dec 2027",
        "needs": "More staff",
    }
    assert rows["PH-2"] == {}
    assert rows["PH-1+ZT-1"] == {"answer": "Yes", "reads": "Parts of both"}


@pytest.mark.parametrize(
    ("prompt", "told"),
    [("Click or tap here to enter text.", ()), ("Klicken oder tippen Sie hier, um Text einzugeben.", ()), ("Ana", ("Ana",))],
)
def test_a_prompt_never_counts_and_words_marked_as_one_are_told(tmp_path: Path, prompt: str, told: tuple[str, ...]) -> None:
    document = opened(SUMMARY)
    row = row_of(document, "PH-1")
    fill(row, answer="Yes", who=prompt)
    control(row, "who").find(qn("w:sdtPr")).append(OxmlElement("w:showingPlcHdr"))
    (read_row,) = [row for row in read_back(saved(document, tmp_path)).rows if row.card == "PH-1"]
    assert (read_row.cells["answer"], read_row.cells["who"], read_row.unread) == ("Yes", "", told)
    taken = take(CARDS, "2026-11-14", "ABCD-EFGH", read_back(tmp_path / "filled.docx"))
    assert any("“Ana” is marked as a prompt" in words for words in taken.odd) == bool(told)


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["Choose", *(f"☐ {words}" for words in ANSWERS.values())], "Choose"),
        ([f"☐ {words}" for words in ANSWERS.values()], ""),
        (["☐ Yes ☐ Yes, with changes ☐ Not now ☐ No"], ""),
        (["☐ Yes", "☒ Yes, with changes", "☐ Not now", "☐ No"], "Yes, with changes"),
        (["☐ Yes ☐ Yes, with changes ☑ Not now ☐ No"], "Not now"),
        (["☐ Yes", "☐ Yes, with changes", "☐ Not now", "x No"], "No"),
        (["☐ Yes", "☐ Yes, with changes", "☐ X Not now", "☐ No"], "Not now"),
        (["☐ Yes", "☐ Yes, with changes", "☐ Not now", "☐ No x"], "No"),
        (["☐ Yes ✓", "☐ Yes, with changes", "☐ Not now", "☐ No"], "Yes"),
        (["[x] Yes", "[ ] Yes, with changes", "[ ] Not now", "[ ] No"], "Yes"),
        (["Yes", "☐ Yes", "☐ Yes, with changes", "☐ Not now", "☐ No"], "Yes"),
        (["Yes", "☒ Yes", "☐ Yes, with changes", "☐ Not now", "☐ No"], "Yes"),
        (["Not now"], "Not now"),
        (["Yes", "☐ Yes", "☐ Yes, with changes", "☐ Not now", "☒ No"], "Yes / No"),
        (["☒ Yes", "☒ Yes, with changes", "☐ Not now", "☐ No"], "Yes / Yes, with changes"),
        (["☐ Yes"], "☐ Yes"),
        (["☐ Yes, from May", "☐ Yes, with changes", "☐ Not now", "☐ No"], "☐ Yes, from May ☐ Yes, with changes ☐ Not now ☐ No"),
        ([], ""),
    ],
)
def test_a_box_is_an_answer_where_it_is_ticked_and_only_there(lines: list[str], answer: str) -> None:
    assert answer_in(lines) == answer


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["☐ 9 pm", "☐ 10 pm", "☐ Something else"], ""),
        (["☐ 9 pm", "☒ 10 pm", "☐ Something else"], "10 pm"),
        (["☐ 9 pm", "x 10 pm", "☐ Something else", "on weekends 11"], "10 pm · on weekends 11"),
        (["x 2 is not enough"], "x 2 is not enough"),
        (["Lights out", "at 10 (x)"], "Lights out\nat 10 (x)"),
        (["☒ 9 pm", "☒ 10 pm"], "9 pm · 10 pm"),
    ],
)
def test_boxes_of_a_question_are_words_where_they_are_ticked(lines: list[str], words: str) -> None:
    assert words_in(lines) == words


def test_nothing_said_where_the_policy_team_may_ask(tmp_path: Path) -> None:
    """On page one of every format, and in the form, where it is a line to write on else."""
    of = small_group()
    known = build(replace(of, setup=replace(of.setup, contact="Dana <555-0177>")))
    document = opened(known)
    assert "Questions to: Dana <555-0177>" in " ".join(paragraph.text for paragraph in document.paragraphs)
    assert [
        control(document.element, "contact").xpath("string(.)"),
        control(opened(SUMMARY).element, "contact").xpath("string(.)"),
    ] == [
        "Dana <555-0177>",
        "",
    ]
    assert "Dana &lt;555-0177&gt;" in FORMATS["html"](known).decode()
    assert "Questions to" not in FORMATS["html"](SUMMARY).decode()
    assert read_back(saved(document, tmp_path)).rows == read_back(saved(opened(build(of)), tmp_path)).rows


def test_no_column_is_narrow_no_row_splits_and_the_head_is_repeated() -> None:
    document = opened(build(big_group()))
    table = form_of(document)
    assert min(cell.width for cell in table.rows[0].cells) >= Inches(1.3)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    section = document.sections[1]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(cell.width for cell in table.rows[0].cells) <= room + Inches(0.01)


def test_a_box_ticked_on_page_one_is_an_answer_too(tmp_path: Path) -> None:
    document = opened(SUMMARY)
    page_one = document.tables[0]
    for row in page_one.rows[1:]:
        tick(row._tr, "Not now", "☑")
    fill(row_of(document, "PH-1"), who="Maria")
    taken = take(CARDS, "2026-11-14", "ABCD-EFGH", read_back(saved(document, tmp_path)))
    assert {decision.answer for decision in taken.decisions} == {"not-now"}
    assert len(taken.decisions) == len(page_one.rows) - 1
    assert taken.odd == ()
    tick(row_of(document, "PH-1"), "Yes")
    assert "answered twice" in take(CARDS, "2026-11-14", "ABCD-EFGH", read_back(saved(document, tmp_path))).odd[0]


def test_what_the_rule_will_read_was_lost_where_it_was_written_on_page_one(tmp_path: Path) -> None:
    document = opened(build(session(tally(LATE, 3, 3, 3, 3), cards=(LATE,))))
    (row,) = document.tables[0].rows[1:]
    tick(row._tr, "Yes", "☑")
    assert row.cells[-1].paragraphs[-1].text == "The rule will read: ", "nothing leads, so a yes must say to what"
    row.cells[-1].paragraphs[-1].add_run("11 pm")
    (decision,) = take((LATE,), "2026-11-14", "", read_back(saved(document, tmp_path))).decisions
    assert (decision.answer, decision.reads) == ("yes", "11 pm")


def test_how_a_rule_will_read_can_be_written_on_page_one(tmp_path: Path) -> None:
    document = opened(SUMMARY)
    row = next(row for row in document.tables[0].rows if "The rule will read:" in row.cells[-1].text)
    tick(row._tr, "Yes")
    write_after(row._tr, "The rule will read:", " Both, week by week.")
    (decision,) = take(CARDS, "2026-11-14", "ABCD-EFGH", read_back(saved(document, tmp_path))).decisions
    assert (decision.answer, decision.reads) == ("yes", "Both, week by week.")
