"""Short names of sessions: the day alone where it tells, and never another session than before."""

import pytest

from codesign.core.record_names import is_short_name, meant, short_names

SESSIONS = [("2026-11-28", "KQ7"), ("2026-11-27", "ABC"), ("2026-11-27", "ABD"), ("2026-11-27", "X22")]


def test_a_day_alone_names_its_only_session() -> None:
    assert short_names(SESSIONS) == ["2026-11-28", "2026-11-27-abc", "2026-11-27-abd", "2026-11-27-x"]


def test_every_name_means_its_own_session_and_one_that_was_deleted_none() -> None:
    for place, name in enumerate(short_names(SESSIONS)):
        assert meant(name, SESSIONS) == [place]
    assert meant("2026-11-27-x", SESSIONS[:3]) == []


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("2026-11-27", [1, 2, 3]),
        ("2026-11-27-A", [1, 2]),
        ("last", [0]),
        ("LAST", [0]),
        ("2026-11-26", []),
        ("2026-11-27-q", []),
    ],
)
def test_what_is_too_short_may_mean_several(word: str, places: list[int]) -> None:
    assert is_short_name(word)
    assert meant(word, SESSIONS) == places


@pytest.mark.parametrize("word", ["a.json", "2026-11-27.json", "latest", "2026-11", "./last", "2026-11-27-../x"])
def test_a_path_is_no_name(word: str) -> None:
    assert not is_short_name(word)


def test_without_a_session_last_means_none() -> None:
    assert meant("last", []) == []
