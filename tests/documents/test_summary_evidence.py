"""The table of page two: only numbers that may be shown, in the order of page one."""

from samples import big_group, small_group

from codesign.core.session import Session
from codesign.documents.summary.build import build
from codesign.documents.summary.evidence import NOT_TOLD, evidence


def rows(of: Session) -> dict[str, tuple[str, ...]]:
    return {row.rule.partition(".")[0]: (*row.numbers, row.result) for row in evidence(build(of))}


def test_a_group_without_numbers_has_no_table() -> None:
    assert evidence(build(small_group())) == ()


def test_it_stands_in_the_order_of_what_is_asked_on_page_one() -> None:
    assert list(rows(big_group())) == ["1", "2", "4", "3", "5", "6"]


def test_numbers_stand_where_they_may_be_shown_and_nowhere_else() -> None:
    table = rows(big_group())
    assert table["1"][:4] == ("11", "2", "1", "0")
    assert table["3"][3] == NOT_TOLD, "one of its parts is 1 or 2"
    assert table["4"] == (NOT_TOLD, NOT_TOLD, NOT_TOLD, "0", "● At least 12 of 14: doesn't work for me")
    assert table["5"] == (NOT_TOLD, NOT_TOLD, NOT_TOLD, "4", "● Most picked: 10 pm")
