"""A filled-in summary is read back, whichever program saved it, and a file that is none is refused in a sentence."""

import copy
import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from filling import form_of, opened, saved
from msgspec.structs import replace
from samples import small_group

from codesign.core.errors import CodesignError
from codesign.documents.data.sheet import to_csv
from codesign.documents.read_back import read_back
from codesign.documents.summary.build import build
from codesign.documents.word.summary import to_docx

SUMMARY = build(replace(small_group(), mark="ABCD-EFGH"))
LIBREOFFICE = Path(__file__).parent.parent / "data" / "filled-by-libreoffice.docx"


def blank() -> WordDocument:
    return opened(SUMMARY)


def answers(path: Path) -> dict[str, str]:
    return {row.card: row.cells["answer"] for row in read_back(path).rows}


def test_a_file_saved_by_libreoffice_reads_back() -> None:
    """One that an earlier version made, without what has been asked for since."""
    filled = read_back(LIBREOFFICE)
    assert filled.marks == {"ABCD-EFGH"}
    assert {row.card: row.cells["answer"] for row in filled.rows} == {
        "PH-1": "Yes",
        "PS-1": "Yes, with changes.",
        "GA-1": "not now",
        "CA-1": "maybe",
        "PH-2": "",
        "PH-1+ZT-1": "Sí",
    }
    assert filled.no_column == ()
    assert {name: words for name, words in filled.rows[0].cells.items() if words} == {
        "answer": "Yes",
        "because": "We agree. “Lockers” come first.",
        "who": "Maria",
        "by_when": "2026-12-03",
        "how_told": "At the house meeting",
        "review": "1 March 2027",
    }
    assert filled.rows[5].cells["because"] == "áéñ 電話"


def test_rows_reordered_added_and_styled_are_read(tmp_path: Path) -> None:
    document = blank()
    table = form_of(document)
    table.cell(1, 1).text = "Yes"
    table.cell(2, 1).text = "no"
    table.cell(2, 1).add_paragraph("")
    table.cell(2, 3).text = "first"
    table.cell(2, 3).add_paragraph("second")
    table._tbl.append(table.rows[1]._tr)
    table.add_row()  # type: ignore[no-untyped-call]
    for style in document.element.body.iter(qn("w:pStyle")):
        style.set(qn("w:val"), "Other")
    filled = read_back(saved(document, tmp_path))
    assert filled.rows[-1].card == "PH-1"
    assert {row.card: row.cells["answer"] for row in filled.rows}["PS-1"] == "no"
    assert next(row for row in filled.rows if row.card == "PS-1").cells["because"] == "first\nsecond"


def test_tracked_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    document = blank()
    table = form_of(document)
    by = 'w:id="1" w:author="x" w:date="2026-11-20T00:00:00Z"'
    paragraph = table.cell(1, 1).paragraphs[0]._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')} {by}><w:r><w:delText>no</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')} {by}><w:r><w:t>no</w:t></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')} {by}><w:r><w:t>yes</w:t></w:r></w:ins>"))
    table.cell(2, 1).text = "yes"
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {by}/>"))
    found = answers(saved(document, tmp_path))
    assert found["PH-1"] == "yes"
    assert "PS-1" not in found


def test_a_cell_merged_over_two_rules_answers_both(tmp_path: Path) -> None:
    document = blank()
    table = form_of(document)
    table.cell(1, 1).merge(table.cell(2, 1)).text = "Not now"
    table.cell(3, 3).merge(table.cell(3, 4)).text = "one reason"
    rows = {row.card: row.cells for row in read_back(saved(document, tmp_path)).rows}
    assert rows["PH-1"]["answer"] == rows["PS-1"]["answer"] == "Not now"
    assert (rows["GA-1"]["because"], rows["GA-1"]["who"]) == ("one reason", "")


def test_a_table_without_its_head_and_one_split_in_two_are_read(tmp_path: Path) -> None:
    document = blank()
    table = form_of(document)
    table.cell(1, 1).text, table.cell(4, 1).text = "yes", "no"
    second = copy.deepcopy(table._tbl)
    table._tbl.addnext(second)
    for row in table.rows[3:]:
        table._tbl.remove(row._tr)
    for row in Table(second, document).rows[:3]:
        second.remove(row._tr)
    found = answers(saved(document, tmp_path))
    assert (found["PH-1"], found["CA-1"]) == ("yes", "no")


@pytest.mark.parametrize(("mark", "line"), [(",", "\r\n"), (";", "\n"), ("\t", "\r\n")])
def test_the_csv_reads_back_however_a_spreadsheet_saves_it(tmp_path: Path, mark: str, line: str) -> None:
    import csv

    rows = list(csv.reader(io.StringIO(to_csv(SUMMARY).decode("utf-8-sig"), newline="")))
    at = {name: n for n, name in enumerate(rows[0])}
    rows[1][at["answer"]], rows[1][at["because"]] = "Yes", "a, b; “c”\nd"
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark, lineterminator=line).writerows(rows)
    path = tmp_path / "f.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig" if mark == "," else "utf-8"))
    filled = read_back(path)
    assert filled.marks == {"ABCD-EFGH"}
    assert (filled.rows[0].card, filled.rows[0].cells["answer"], filled.rows[0].cells["because"]) == (
        "PH-1",
        "Yes",
        "a, b; “c”\nd",
    )


@pytest.mark.parametrize("above", ["\n,,\n", "Answers of the team,,\n", "sep=,\n\nOur answers\n"])
def test_a_head_under_a_title_was_not_found(tmp_path: Path, above: str) -> None:
    (tmp_path / "f.csv").write_text(f"{above}session,rule,answer\nABCD-EFGH,Phones,yes\n", encoding="utf-8")
    (row,) = read_back(tmp_path / "f.csv").rows
    assert (row.rule, row.cells["answer"], row.marks) == ("Phones", "yes", {"ABCD-EFGH"})


@pytest.mark.parametrize("name", ["f.xlsx", "f.ods", "f.csv", "f.XLS"])
@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_was_asked_for_as_a_word_document(tmp_path: Path, name: str, start: bytes) -> None:
    (tmp_path / name).write_bytes(start)
    with pytest.raises(CodesignError, match="Save it as “CSV UTF-8”"):
        read_back(tmp_path / name)


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return buffer.getvalue()


RELATIONS = b'<Relationships><Relationship Type="x/officeDocument" Target="w.xml"/></Relationships>'
BOMB = b'<!DOCTYPE d [<!ENTITY a "' + b"x" * 999 + b'"><!ENTITY b "' + b"&a;" * 999 + b'">]><document>&b;</document>'


def test_an_answer_that_named_another_file_was_given_its_words(tmp_path: Path) -> None:
    """Neither a file of this laptop nor an address: what a Word file points at is never opened."""
    (tmp_path / "secret.txt").write_text("SECRET")
    points = f'<!DOCTYPE d SYSTEM "{tmp_path}/no.dtd" [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    with zipfile.ZipFile(LIBREOFFICE) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    body = parts["word/document.xml"].replace(b"</w:t>", b"&e;</w:t>")
    parts["word/document.xml"] = body.replace(b"<w:document", points.encode() + b"<w:document", 1)
    (tmp_path / "filled.docx").write_bytes(zipped(parts))
    read = read_back(tmp_path / "filled.docx")
    assert read.rows
    assert "SECRET" not in repr(read)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a Word document"),
        (b"PK\x03\x04 torn", "not a Word document"),
        (b"\xd0\xcf\x11\xe0 old", "password"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "not a Word document"),
        (zipped({"_rels/.rels": RELATIONS}), "not a Word document"),
        (zipped({"_rels/.rels": RELATIONS, "w.xml": b"<document>"}), "not a Word document"),
        (zipped({"_rels/.rels": RELATIONS, "w.xml": b" " * 40_000_000}), "far more than any summary"),
        (zipped({"_rels/.rels": RELATIONS, "w.xml": BOMB}), "not a Word document"),
        (zipped({"_rels/.rels": RELATIONS, "w.xml": b"<document/>"}, zipfile.ZIP_LZMA), "not a Word document"),
        (zipped({"_rels/.rels": RELATIONS, "w.xml": b"<document/>"}), "no answer form"),
    ],
    ids=["empty", "torn", "old", "odt", "no-part", "bad-xml", "zip-bomb", "entities", "lzma", "no-table"],
)
def test_a_file_that_is_no_filled_summary_is_refused_in_a_sentence(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "f.docx"
    path.write_bytes(data)
    with pytest.raises(CodesignError, match=told):
        read_back(path)


def test_a_file_far_too_big_and_a_text_without_the_columns_are_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.docx"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CodesignError, match="larger than 20 MB"):
        read_back(big)
    (tmp_path / "f.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CodesignError, match="no answer form"):
        read_back(tmp_path / "f.csv")
    with pytest.raises(CodesignError, match="no file"):
        read_back(tmp_path / "none.docx")


def test_rows_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("card,answer\n" + "x,y\n" * 600, encoding="utf-8")
    with pytest.raises(CodesignError, match="far more than any summary"):
        read_back(path)
    document = blank()
    table = form_of(document)
    row = table.rows[1]._tr
    for _ in range(600):
        table._tbl.append(copy.deepcopy(row))
    with pytest.raises(CodesignError, match="far more than any summary"):
        read_back(saved(document, tmp_path))


def test_cells_of_a_csv_come_in_by_the_door_of_all_words(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("card,answer,because\nPH-1,Yes,\x1b[31mred" + "x" * 5000, encoding="utf-8")
    because = read_back(path).rows[0].cells["because"]
    assert because.startswith("[31mred")
    assert len(because) == 2000


def with_run_look(document: WordDocument, look: str) -> None:
    """The first rule's reason: "keep this " and then words that look struck."""
    paragraph = form_of(document).cell(1, 3).paragraphs[0]
    paragraph.add_run("keep this ")
    struck = paragraph.add_run("not this")
    struck._r.get_or_add_rPr().append(parse_xml(f"<w:{look} {nsdecls('w')}/>"))


@pytest.mark.parametrize("look", ["strike", "dstrike", "vanish", 'rStyle w:val="Gone"', 'rStyle w:val="BasedOnGone"'])
def test_words_struck_through_or_hidden_are_left_out_and_said(tmp_path: Path, look: str) -> None:
    document = blank()
    for style_id, inner in (("Gone", "<w:rPr><w:strike/></w:rPr>"), ("BasedOnGone", '<w:basedOn w:val="Gone"/>')):
        style = (
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="{style_id}"><w:name w:val="{style_id}"/>{inner}</w:style>'
        )
        document.styles.element.append(parse_xml(style))
    with_run_look(document, look)
    row = read_back(saved(document, tmp_path)).rows[0]
    assert row.cells["because"] == "keep this"
    assert row.struck


def test_a_look_that_is_switched_off_strikes_nothing(tmp_path: Path) -> None:
    document = blank()
    with_run_look(document, 'strike w:val="0"')
    row = read_back(saved(document, tmp_path)).rows[0]
    assert (row.cells["because"], row.struck) == ("keep this not this", False)


def test_words_in_a_text_box_or_a_table_inside_a_cell_are_read_once(tmp_path: Path) -> None:
    document = blank()
    cell = form_of(document).cell(1, 3)
    cell.text = ""
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    cell.paragraphs[0]._p.append(parse_xml(box))
    cell.add_table(1, 1).cell(0, 0).text = "nested"
    assert read_back(saved(document, tmp_path)).rows[0].cells["because"] == "boxed\nnested"


def test_letters_in_a_title_or_a_quote_are_not_taken_for_the_sessions(tmp_path: Path) -> None:
    session = replace(small_group(), mark="ABCD-EFGH")
    titled = build(replace(session, setup=replace(session.setup, title="Plan [WXYZ-2345]")))
    path = tmp_path / "t.docx"
    path.write_bytes(to_docx(titled))
    assert read_back(path).marks == {"ABCD-EFGH"}


def test_the_letters_of_all_sessions_of_a_pool_are_read(tmp_path: Path) -> None:
    pooled = replace(SUMMARY, marks=("ABCD-EFGH", "BCDE-FGHI"), records=2)
    for name, data in (("p.docx", to_docx(pooled)), ("p.csv", to_csv(pooled))):
        (tmp_path / name).write_bytes(data)
        assert read_back(tmp_path / name).marks == {"ABCD-EFGH", "BCDE-FGHI"}


@pytest.mark.parametrize("column", ["By when", "by_when", "BY-WHEN", "Deadline", "due date", "by  when:"])
def test_heads_with_other_blanks_or_words_keep_their_column(tmp_path: Path, column: str) -> None:
    path = tmp_path / "h.csv"
    path.write_text(f"card,answer,Reason,{column}\nPH-1,yes,fair,2027-01-10\n", encoding="utf-8")
    filled = read_back(path)
    assert (filled.rows[0].cells["because"], filled.rows[0].cells["by_when"]) == ("fair", "2027-01-10")
    assert filled.no_column == ("who", "how_told", "review"), "what no earlier form had is not missed"
    document = Document(str(LIBREOFFICE))
    form_of(document).cell(0, 4).text = column
    form_of(document).cell(1, 4).text = "2027-01-10"
    assert read_back(saved(document, tmp_path)).rows[0].cells["by_when"] == "2027-01-10"
