"""The lines of a policy, out of a text and out of a Word document."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import nsdecls

from codesign.core.errors import CodesignError
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


def test_what_stood_far_back_in_a_long_paragraph_was_cut_in_silence(tmp_path: Path) -> None:
    sentences = [f"Phones are off in room {number}." for number in range(1, 400)]
    found = lines(tmp_path, " ".join(sentences))
    assert " ".join(found).split() == " ".join(sentences).split()
    assert all(words.endswith(".") for words in found)


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


def test_a_scan_was_said_to_hold_nothing_to_talk_about(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "scan.docx"))
    with pytest.raises(CodesignError, match="Is it a scan"):
        policy_lines(tmp_path / "scan.docx")


@pytest.mark.parametrize("start", [b"{\\rtf1 Phones are handed in at 10 pm.}", b"%PDF-1.7 Phones", b"\xd0\xcf\x11\xe0"])
@pytest.mark.parametrize("name", ["house.txt", "house.docx"])
def test_what_is_no_text_was_read_by_its_name(tmp_path: Path, name: str, start: bytes) -> None:
    (tmp_path / name).write_bytes(start)
    with pytest.raises(CodesignError, match="Save the policy as a Word document"):
        policy_lines(tmp_path / name)


def test_a_rule_in_a_footnote_was_passed_over(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Phones are handed in at ten.")
    document.save(str(tmp_path / "plain.docx"))
    words = (
        f"<w:footnotes {nsdecls('w')}><w:footnote><w:p><w:r><w:t>Staff may look.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(tmp_path / "plain.docx") as plain, zipfile.ZipFile(tmp_path / "house.docx", "w") as box:
        for name in plain.namelist():
            box.writestr(name, plain.read(name))
        box.writestr("word/footnotes.xml", words)
    assert policy_lines(tmp_path / "house.docx") == ["Phones are handed in at ten.", "Staff may look."]
