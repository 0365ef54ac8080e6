"""What counts can bear."""

import pytest

from codesign.core.uncertainty import interval, one_change


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((8, 4, 1), ("leads", "works", "could")),
        ((6, 3, 3), ("leads", "works", "could")),
        ((6, 4, 1), ("ties", "works", "could")),
        ((4, 2, 5), ("changes", "doesnt", "works")),
        ((5, 2, 5), ("tied", "works", "doesnt")),
    ],
)
def test_one_changed_mind(counts: tuple[int, ...], told: tuple[str, str, str]) -> None:
    assert one_change(dict(zip(("works", "could", "doesnt"), counts, strict=True))) == told


def test_no_range_below_thirty_answers_or_of_one_session() -> None:
    assert interval(20, 29, 4) is None
    assert interval(20, 40, 1) is None


def test_sessions_of_one_are_the_plain_interval_of_wilson() -> None:
    assert interval(36, 72, 72) == (38, 62)


def test_people_in_one_room_widen_the_range() -> None:
    low, high = interval(36, 72, 9) or (0, 0)
    assert (low, high) == (35, 65)  # as much as 42 asked one by one


def test_a_range_stays_between_none_and_all() -> None:
    assert interval(0, 40, 5)[0] == 0  # type: ignore[index]
    assert interval(40, 40, 5)[1] == 100  # type: ignore[index]
