"""The lines of a policy, out of a text and out of a Word document."""

from pathlib import Path

import pytest
from docx import Document

from codesign.documents.read_back.policy import policy_lines

WRAPPED = (
    "Phones are handed in to the office at ten on school nights and at\n"
    "Midnight on weekends, and are given back at 7 a.m.\n"
    "to everybody who asks.\n"
    "\n"
    "Rules\n"
    "a. No phones at dinner\n"
    "(b) No games before\n"
    "homework\n"
    "* Wi-Fi is off at 11\n"
)


def lines(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "house.txt"
    path.write_text(text, "utf-8")
    return policy_lines(path)


def test_a_wrapped_line_goes_on_and_an_item_begins_anew(tmp_path: Path) -> None:
    first, *rest = lines(tmp_path, WRAPPED)
    assert first.endswith("and at Midnight on weekends, and are given back at 7 a.m. to everybody who asks.")
    assert rest == ["Rules", "a. No phones at dinner", "(b) No games before homework", "* Wi-Fi is off at 11"]


@pytest.mark.parametrize("text", ["no phones at dinner\nno recording\n", "Phones are off\nStaff keep the remote\n"])
def test_lines_that_were_never_wrapped_stay_apart(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, text) == text.splitlines()


def test_lists_headings_breaks_and_cells_of_a_word_document(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Phones at night", 1)
    document.add_paragraph("Residents may not:")
    document.add_paragraph("Take photos", style="List Bullet")
    document.add_paragraph("Phones are off.").add_run().add_break()
    document.paragraphs[-1].add_run("Laptops too.")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "No phones at dinner."
    document.save(str(tmp_path / "house.docx"))
    found = policy_lines(tmp_path / "house.docx")
    assert found == [
        "# Phones at night",
        "Residents may not:",
        "- Take photos",
        "Phones are off.",
        "Laptops too.",
        "No phones at dinner.",
    ]
