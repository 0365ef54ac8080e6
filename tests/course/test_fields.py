"""What is filled in other than by free words: what is read, what a step makes of it, and what is refused."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from codesign.core.errors import CodesignError
from codesign.course.fields import Choices, Day, Number
from codesign.words import in_region

TODAY = date(2026, 11, 24)
DAY = Day(TODAY)


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    with in_region("en-US"):
        yield


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((words, "2026-12-24") for words in ("2026-12-24", "12/24/2026", "24/12/2026", "12/24", "24/12", "24.12", "12-24")),
        *(
            (words, "2026-12-24")
            for words in ("Dec 24", "24 December", "Thursday, Dec 24", "December 24, 2026", "24 de diciembre")
        ),
        ("3/4", "2027-03-04"),
        ("11/24", "2026-11-24"),
        ("11/23", "2027-11-23"),
        ("", ""),
    ],
)
def test_a_day_was_refused_that_people_here_write(typed: str, meant: str) -> None:
    assert DAY.read(typed) == meant


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "12/2026", "2026-12", "24", "13/13"])
def test_what_is_no_day_is_refused_with_what_to_write(typed: str) -> None:
    with pytest.raises(CodesignError, match=r"12/24/2026"):
        DAY.read(typed)
    assert DAY.step(typed, 1) == typed
    assert DAY.said(typed) == ""


@pytest.mark.parametrize("typed", ["2026-11-23", "1/1/2020"])
def test_a_day_that_is_over_is_told_apart_from_no_day(typed: str) -> None:
    with pytest.raises(CodesignError, match="is over"):
        DAY.read(typed)


def test_a_day_goes_up_and_down_over_months_and_never_before_today() -> None:
    assert DAY.step("", 1) == "2026-11-24"
    assert DAY.step("Nov 30", 1) == "2026-12-01"
    assert DAY.step("2026-11-24", -1) == "2026-11-24"
    for days in range(800):
        iso = (TODAY + timedelta(days)).isoformat()
        assert DAY.step(DAY.step(iso, 1), -1) == iso == DAY.read(DAY.said(iso))
    assert DAY.said("12/24") == "Thursday, December 24, 2026"


def test_a_day_was_american_everywhere() -> None:
    with in_region(""):
        assert DAY.read("3/4") == "2027-04-03"
        assert DAY.said("24/12") == "Thursday, 24 December 2026"
        with pytest.raises(CodesignError, match=r"24/12/2026"):
            DAY.read("soon")


def test_a_number_goes_up_and_down_within_its_bounds() -> None:
    number = Number(3)
    assert [number.step(value, 1) for value in ("", "1", "3", "9", "x", "²", "9" * 5000)] == [
        "1",
        "2",
        "3",
        "3",
        "x",
        "²",
        "9" * 5000,
    ]
    assert [number.step(value, -1) for value in ("", "1", "2")] == ["", "", "1"]


def test_a_choice_is_chosen_by_arrows_letters_and_digits_and_never_something_else() -> None:
    choices = Choices((("en", "English"), ("es", "Spanish"), ("et", "Estonian")))
    assert [choices.step(value, 1) for value in ("en", "es", "et", "?")] == ["es", "et", "en", "en"]
    assert [choices.named(key, "en") for key in ("s", "E", "e", "3", "9", "0", "x")] == [
        "es",
        "et",
        "et",
        "et",
        "en",
        "en",
        "en",
    ]
    assert [choices.taken(said) for said in ("2", "es", "SPANISH", "x")] == ["es", "es", "es", "x"]
    numbers = Choices((("10", "10"), ("5", "5")))
    assert [numbers.named(key, "10") for key in "152"] == ["10", "5", "5"]
