"""JSON and CSV: the interface others build on."""

import csv
import io
import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import CARDS, WORDINGS, big_group, matches_golden, small_group

from codesign.core.session import Session
from codesign.documents.data.schema import SummaryCard, SummaryFile, SummaryNoAnswer
from codesign.documents.data.sheet import as_text, columns, to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.summary.build import build


def read(of: Session) -> SummaryFile:
    return msgspec.json.decode(to_json(build(of)), type=SummaryFile)


@pytest.mark.parametrize("of", [small_group(), small_group(made_up=True), big_group()])
def test_json_is_schema_2_to_the_order_of_its_keys(of: Session) -> None:
    data = to_json(build(of))
    msgspec.json.decode(data, type=SummaryFile)
    values = json.loads(data)
    assert list(values) == list(SummaryFile.__struct_fields__)
    assert all(list(card) == list(SummaryCard.__struct_fields__) for card in values["cards"])
    assert data.endswith(b"\n}\n")


def test_json_below_the_line_for_numbers_has_none() -> None:
    summary = read(small_group())
    assert summary.people == "5-9"
    assert all(card.answered is card.counts is card.no_answer is None for card in summary.cards)


def test_json_from_the_line_on_counts_by_answer_or_letter() -> None:
    night, _checks, games, cameras, late, wordings = read(big_group()).cards
    assert (night.options, night.counts) == (None, {"works": 11, "could": 2, "doesnt": 1})
    assert cameras.label == "all-or-all-but-two"
    assert (cameras.answered, cameras.counts) == (14, None)
    assert games.no_answer is None, "one was not reached, so none of the three is told"
    assert (late.counts, late.no_answer) == ({"A": 2, "B": 7, "C": 1, "D": 0}, SummaryNoAnswer(4, 0, 0))
    assert wordings.options is not None
    assert wordings.options["ZT-1"] == "All phones are locked away at night."
    assert wordings.counts == {"ZT-1": 4, "PH-1": 7, "both": 2, "neither": 1}


def test_json_of_a_card_in_the_box_is_empty() -> None:
    cameras = read(small_group()).cards[3]
    assert (cameras.label, cameras.shown) == ("in-the-box", "This one stays in the box.")
    assert (cameras.answered, cameras.counts, cameras.no_answer) == (None, None, None)
    assert cameras.flags == cameras.comments == cameras.themes == ()


def test_json_empty_audience_and_day_are_null() -> None:
    of = small_group()
    summary = read(msgspec.structs.replace(of, setup=msgspec.structs.replace(of.setup, audience="", answer_by="")))
    assert (summary.audience, summary.answer_by) == (None, None)


def rows(of: Session) -> list[dict[str, str]]:
    text = to_csv(build(of)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_has_a_mark_quotes_everything_and_ends_lines_as_excel_does() -> None:
    data = to_csv(build(big_group()))
    assert data.startswith(b'\xef\xbb\xbf"card","rule","answer","reads"')
    lines = data.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 1 + len(CARDS) + 1
    assert all(line[0] == line[-1] == '"' for line in lines[:-1])


def test_csv_is_blank_where_nothing_may_be_shown() -> None:
    for row in rows(small_group()):
        assert list(row) == list(columns(build(small_group())))
        numbers = ("answered", "works", "could", "doesnt", *"ABCDEF", "PH-1", "ZT-1", "both", "skipped", "unclear")
        assert all(row[column] == "" for column in numbers)


def test_csv_counts_where_they_may_be_shown() -> None:
    night, _checks, _games, cameras, late, wordings = rows(big_group())
    assert [night[c] for c in ("answered", "works", "could", "doesnt", "A")] == ["14", "11", "2", "1", ""]
    assert [cameras[c] for c in ("answered", "works", "doesnt")] == ["14", "", ""]
    assert [late[c] for c in "ABCDEF"] == ["2", "7", "1", "0", "", ""]
    assert late["options"].startswith("A: 9 pm | B: 10 pm | ")
    assert [wordings[c] for c in ("A", "PH-1", "ZT-1", "both", "neither")] == ["", "7", "4", "2", "1"]
    assert "ZT-1: All phones are locked away at night." in wordings["options"]
    assert night["options"] == ""


def test_a_pair_whose_wordings_stood_the_other_way_round_has_the_same_columns() -> None:
    of = big_group()
    first, second, *rest = WORDINGS.options
    turned = msgspec.structs.replace(WORDINGS, options=(second, first, *rest))
    other = msgspec.structs.replace(of, cards=tuple(turned if card is WORDINGS else card for card in of.cards))
    assert columns(build(of)) == columns(build(other))
    assert [{c: row[c] for c in ("PH-1", "ZT-1")} for row in rows(of)] == [
        {c: row[c] for c in ("PH-1", "ZT-1")} for row in rows(other)
    ]


def test_a_rule_whose_id_is_the_name_of_a_column_has_a_column_of_its_own() -> None:
    of = big_group()
    first, second, *rest = WORDINGS.options
    named = msgspec.structs.replace(WORDINGS, options=(msgspec.structs.replace(first, code="who"), second, *rest))
    counts = {("who" if code == first.code else code): n for code, n in of.tallies[WORDINGS.id].counts.items()}
    tallies = of.tallies | {WORDINGS.id: msgspec.structs.replace(of.tallies[WORDINGS.id], counts=counts)}
    cards = tuple(named if card is WORDINGS else card for card in of.cards)
    row = rows(msgspec.structs.replace(of, cards=cards, tallies=tallies))[-1]
    assert (row["who"], row["rule who"]) == ("", "4")


FORMULA_SIGNS = "=+-@\t\r\0\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\n", "\u00a0\u3000 "])
def test_a_cell_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(sign: str, before: str) -> None:
    assert as_text(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@settings(database=None)
@given(st.text(st.sampled_from(FORMULA_SIGNS + " \u00a0\n'a1\"")))
def test_no_text_of_any_kind_comes_out_as_a_formula(text: str) -> None:
    cell = as_text(text)
    assert cell in (text, f"'{text}")
    assert not cell.lstrip(" \n\u00a0").startswith(tuple(FORMULA_SIGNS))


def test_words_stay_as_they_are() -> None:
    assert as_text("You keep your phone = yes") == "You keep your phone = yes"


@pytest.mark.parametrize("name", ["small", "big"])
def test_goldens(name: str) -> None:
    summary = build({"small": small_group(made_up=True), "big": big_group()}[name])
    assert matches_golden(f"{name}.json", to_json(summary))
    assert matches_golden(f"{name}.csv", to_csv(summary))
