"""Tables as spreadsheets, web pages and chats leave them: what nobody sees changes nothing."""

from pathlib import Path

import pytest

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.intake.paper import read_stack
from codesign.intake.sheet import SheetRow, key, read_rows

CARDS = (Card(id="PH-1", kind="scale", rule="Phones stay."), Card(id="PH-2", kind="scale", rule="Wi-Fi is on."))


def rows(path: Path, text: str) -> list[SheetRow]:
    path.write_bytes(text.encode())
    return list(read_rows(path, "table", limit=10_000))


def stack(path: Path, text: str) -> list[Ballot]:
    path.write_bytes(text.encode())
    return read_stack(path, CARDS)


HINTS = {
    "semicolon": ("sep=;", ";"),
    "comma": ("sep=,", ","),
    "bar": ("sep=|", "|"),
    "caret": ("sep=^", "^"),
    "tab": ("sep=\t", "\t"),
    "tab by name": ("sep=\\t", "\t"),
    "upper case": ("SEP=;", ";"),
    "blanks": ("sep = ;", ";"),
    "quoted": ('"sep=;"', ";"),
    "quoted comma": ('"sep=,"', ","),
    "saved again as a row": ("sep=;;", ";"),
    "saved again with other marks": ('"sep=;",', ","),
    "saved again without quotes": ("sep=;,", ","),
}


@pytest.mark.parametrize("start", ["", "\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("case", HINTS)
def test_a_line_that_tells_excel_the_mark_is_read_past(tmp_path: Path, case: str, end: str, start: str) -> None:
    hint, mark = HINTS[case]
    found = rows(tmp_path / "x.csv", start + end.join([hint, f"a{mark}b", f"1{mark}2", ""]))
    assert found == [SheetRow(1, 2, ["a", "b"]), SheetRow(2, 3, ["1", "2"])]


@pytest.mark.parametrize("hint", ["sep=;", "sep=,", ""])
def test_a_table_of_one_column_under_such_a_line(tmp_path: Path, hint: str) -> None:
    assert stack(tmp_path / "x.csv", f"{hint}\nPH-1\n1\n" if hint else "PH-1\n1\n") == [Ballot({"PH-1": "works"})]


@pytest.mark.parametrize("name", ["sep", "separate=1", "sep=", "xsep=;"])
def test_a_header_that_only_looks_like_such_a_line_is_a_header(tmp_path: Path, name: str) -> None:
    assert rows(tmp_path / "x.csv", f"{name}\n1\n")[0].cells[0].startswith(name[:4])


@pytest.mark.parametrize("text", ["sep=;\n", "sep=;\r\n\r\n", "\ufeff\u200b\n", "\ufeffsep=,"])
def test_a_table_of_nothing_but_what_is_read_past_is_empty(tmp_path: Path, text: str) -> None:
    with pytest.raises(CodesignError, match="is empty"):
        rows(tmp_path / "x.csv", text)


UNSEEN = [*"\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202c\u202d\u202e\u2066\u2069\u180e\u034f\ufe0f"]
BLANK = [*"\u00a0\u202f\u2007\u3000\u2003\u2800\u3164"]


@pytest.mark.parametrize("letter", [*UNSEEN, *BLANK], ids=lambda letter: f"U+{ord(letter):04X}")
def test_characters_that_nobody_sees_change_no_answer_and_no_id(tmp_path: Path, letter: str) -> None:
    expected = [Ballot({"PH-1": "works", "PH-2": "doesnt"}), Ballot({"PH-1": "not_reached", "PH-2": "skipped"})]
    around = f"{letter}PH-1{letter};PH-2{letter}\n{letter}1;{letter}3{letter}\n{letter};4\n"
    assert stack(tmp_path / "x.csv", around) == expected
    quoted = f'{letter}"PH-1","PH-2"\n{letter}"1"{letter},"3"\n,{letter}"4"\n' if letter in UNSEEN[:-1] else around
    if letter not in "\u200c\u200d":  # these stay in words, so they stay before a quotation mark
        assert stack(tmp_path / "x.csv", quoted) == expected
    if letter in UNSEEN:
        inside = f"P{letter}H-1,PH{letter}-2\n1,{letter}3\n,4\n"
        assert stack(tmp_path / "x.csv", inside) == expected


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2013", "\u2212", "\uff0d"])
def test_any_hyphen_and_digits_of_full_width_are_the_common_ones(tmp_path: Path, hyphen: str) -> None:
    text = f"PH{hyphen}1,\uff30\uff28{hyphen}\uff12\n\uff11,\uff13\n"
    assert stack(tmp_path / "x.csv", text) == [Ballot({"PH-1": "works", "PH-2": "doesnt"})]


def test_a_cell_of_many_quotes_kept_an_import_for_minutes() -> None:
    cell = "'" * 100_000 + "1'1"
    assert key(cell) == cell


def test_words_keep_what_they_need(tmp_path: Path) -> None:
    """Emoji families, Persian and full-width words are no keys; only what `clean` would take out of them goes."""
    words = "\U0001f468\u200d\U0001f469 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \uff21"
    assert rows(tmp_path / "x.csv", f"a\n{words}\u200b\n")[1].cells == [words]
    assert key("a\u00a0 b") == "a b"
