"""The hour: its steps, its minutes, and where a session is in it."""

import pytest

from codesign.core.hour import HOURS, STEPS, Minutes, Step, about, again_for, honest, hour_of, left, step_at


def test_an_hour_of_every_length_gives_its_minutes_to_the_steps() -> None:
    assert [hour.all for hour in HOURS] == [15, 60, 75, 90]


@pytest.mark.parametrize(("minutes", "all_"), [(1, 15), (15, 15), (45, 60), (60, 60), (70, 75), (90, 90), (600, 90)])
def test_a_plan_of_any_minutes_takes_the_nearest_hour(minutes: int, all_: int) -> None:
    assert hour_of(minutes).all == all_


@pytest.mark.parametrize(("people", "cards", "minutes"), [(8, 10, 85), (6, 7, 60), (8, 8, 75), (5, 4, 45)])
def test_the_honest_time_of_a_group_is_said_in_fives(people: int, cards: int, minutes: int) -> None:
    assert about(honest(hour_of(75), people, cards).all) == minutes


def test_more_people_and_more_cards_never_take_less_time() -> None:
    for hour in HOURS:
        for people in range(1, 20):
            for cards in range(1, 20):
                now = honest(hour, people, cards).all
                assert now <= honest(hour, people + 1, cards).all
                assert now <= honest(hour, people, cards + 1).all


def test_a_plan_without_a_second_vote_needs_no_minutes_for_it() -> None:
    assert honest(HOURS[0], 8, 10).again == 0


def test_a_second_vote_takes_as_long_as_its_cards() -> None:
    hour = hour_of(75)
    assert honest(hour, 6, 10, 4).again == honest(hour, 6, 10).again
    assert honest(hour, 6, 10, 8).again > honest(hour, 6, 10).again
    assert honest(HOURS[0], 6, 4, 4).again > 0, "also where the plan has none"
    assert [again_for(people, 4) for people in (1, 6, 8)] == [2, 11, 14]


def test_what_is_left_shrinks_to_what_comes_later_and_no_further() -> None:
    hour = hour_of(75)
    assert left(hour, "welcome", 0) == 75
    assert left(hour, "welcome", 200) == 65
    assert left(hour, "next", 200) == 0


def test_every_step_is_given_minutes_in_the_order_in_which_they_come() -> None:
    assert Minutes.__struct_fields__ == STEPS


@pytest.mark.parametrize("begun", STEPS)
def test_what_a_session_has_been_through_wins_over_the_step_that_was_begun(begun: Step) -> None:
    def at(*, round_open: bool = False, rounds: int = 1, in_box: int = 0, told: bool = False) -> Step:
        return step_at(begun, round_open=round_open, rounds=rounds, in_box=in_box, told=told)

    assert at(round_open=True, in_box=1) == "vote"
    assert at(round_open=True) == ("welcome" if begun == "welcome" else "vote")
    assert at(round_open=True, rounds=2) == "again"
    assert at() == ("result" if begun == "result" else "talk")
    assert at(rounds=2) == ("result" if begun in ("again", "result") else "talk"), "after the second vote comes the result"
    assert at(told=True) == ("result" if begun == "result" else "next")
