"""Answers are thrown away only after one question, and the next person is never told that they were; a round is closed only
where it can be."""

from pathlib import Path

import pytest
from test_plain_break import WITHOUT_PICKS, Sitting
from test_plain_session import CODE, SET_UP, by_hand

from codesign.core.plan import Plan
from codesign.engine import Engine

TWO = ["", "", "2", "", "0", "2"]
"""A turn with an answer, up to throwing it away."""


def hand_over(printed: str) -> str:
    """The last page of the hand-over."""
    return printed[printed.rindex("Whose turn is it?") - 40 :].partition("f for the facilitator")[0]


def test_two_at_stop_threw_a_turn_away_at_once() -> None:
    sitting = Sitting(*TWO, "yes", "f")
    printed = sitting.until_called()
    assert "Throw your answers away?" in printed
    assert hand_over(printed) == hand_over(Sitting("", "0", "f").until_called()), "the next person learns nothing of it"
    assert sitting.cast == []


@pytest.mark.parametrize("no", ["", "2", "no", "s"])
def test_whoever_does_not_say_yes_keeps_the_answers(no: str) -> None:
    sitting = Sitting(*TWO, no, "1", "f")
    assert sitting.until_called().count("Take a break, or stop here.") == 2
    assert [ballot.answers["S-1"] for ballot in sitting.cast] == ["could"]


def test_a_break_that_was_thrown_away_is_told_to_nobody() -> None:
    sitting = Sitting(*WITHOUT_PICKS, "f")
    sitting.until_called()
    sitting.turns.throw_away()
    assert hand_over(sitting.more("f")) == hand_over(Sitting("f").until_called())


@pytest.mark.parametrize("choice", [["1"], ["2", "yes"]], ids=["put in", "thrown away"])
def test_the_next_person_learnt_what_became_of_a_covered_turn(engine: Engine, plan: Plan, choice: list[str]) -> None:
    a_break = ["", "", "a", "", "0", "3", "407", "407", "f", CODE]
    printed = by_hand(engine, *SET_UP, *a_break, *choice, "1", "f", CODE, "2", plan=plan)
    page = hand_over(printed)
    assert "gone" not in page
    assert "Saved" not in page


def test_closing_was_offered_where_it_is_refused(engine: Engine, plan: Plan, tmp_path: Path) -> None:
    person = ["", "", "a", "", "0", "1"]
    printed = by_hand(engine, *SET_UP, *person, *person, "f", CODE, "1", *person, "f", CODE, "2", "", "3", plan=plan)
    few, enough = printed.split("Turn the laptop to the wall")[2:4]
    assert "“Close the round” comes at 3 ballots" in printed
    assert "Count, then talk" not in few
    assert "Count, then talk" in enough
    assert "Closing counts every ballot" in enough
