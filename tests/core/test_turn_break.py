"""A turn that was left: what opens it, what of it goes into the box, and when a content note is shown."""

import pytest

from codesign.core.card import Card
from codesign.core.kinds.base import NOT_REACHED, SKIPPED, UNCLEAR
from codesign.core.turn import Turn
from codesign.core.turn_break import Break, is_number

NOTED = Card(id="N-1", kind="scale", rule="A hard rule", content_note="pictures")
PLAIN = Card(id="S-1", kind="scale", rule="A rule")
LAST = Card(id="S-2", kind="scale", rule="Another")
TURN = Turn.begin([PLAIN, NOTED, LAST]).answer("works").next()


def test_a_break_opens_with_its_number_alone_and_locks_after_three_wrong_ones() -> None:
    for wrong in range(3):
        covered = Break(TURN, "123")
        for _ in range(wrong):
            assert covered.open("124") is None
        assert covered.open("123") == TURN
    covered = Break(TURN, "123")
    assert [covered.open("000") for _ in range(3)] == [None] * 3
    assert covered.locked
    assert covered.open("123") is None


def test_a_turn_that_was_walked_off_from_opens_with_no_number() -> None:
    covered = Break(TURN)
    assert covered.locked
    assert [covered.open(number) for number in ("", "000", "123")] == [None] * 3


@pytest.mark.parametrize("typed", ["", "1", "12", "1234", "12a", "١٢٣", "1 2", "²³¹"])
def test_only_three_plain_digits_are_a_number(typed: str) -> None:
    assert not is_number(typed)
    assert is_number("007")


def test_put_in_unseen_a_line_in_the_making_is_dropped_and_cards_not_reached_stay_so() -> None:
    turn = Turn.begin([PLAIN, NOTED, LAST]).answer("could").write("said").allow_quote(True)
    ballot = Break(turn.draft("said and mo").draft("said and more")).unseen()
    assert ballot.answers == {"S-1": "could", "N-1": NOT_REACHED, "S-2": NOT_REACHED}
    assert [(r.text, r.quote_ok) for r in ballot.remarks] == [("said", True)]
    assert Break(Turn.begin([PLAIN]).answer("works").draft("half a li")).unseen().remarks == ()


def test_put_in_unseen_an_idea_in_the_making_is_dropped() -> None:
    turn = Turn.begin([PLAIN]).answer("works").next()
    assert Break(turn.draft_idea("half")).unseen().remarks == ()
    assert [r.text for r in Break(turn.write_idea("whole").draft_idea("whole and")).unseen().remarks] == ["whole"]


def test_opened_again_a_line_in_the_making_is_still_there() -> None:
    turn = Turn.begin([PLAIN]).answer("works").draft("half")
    opened = Break(turn, "123").open("123")
    assert opened is not None
    assert opened.reply.text == "half"


@pytest.mark.parametrize("left", [None, SKIPPED, UNCLEAR])
@pytest.mark.parametrize("come", ["back", "on"])
def test_a_content_note_is_shown_whichever_way_its_card_is_reached(come: str, left: str | None) -> None:
    at_note = TURN
    assert at_note.note_due
    turn = at_note if left is None else at_note.answer(left)
    past = turn.answer(SKIPPED) if left is None else turn
    turn = past.next().back() if come == "back" else turn.back().next()
    assert turn.card is NOTED
    assert turn.note_due


@pytest.mark.parametrize("left", [None, SKIPPED, UNCLEAR, "works"])
def test_a_card_that_was_agreed_to_and_answered_is_not_asked_about_again(left: str | None) -> None:
    agreed = TURN.agree()
    assert not agreed.note_due
    turn = (agreed if left is None else agreed.answer(left)).back().next()
    assert turn.card is NOTED
    assert turn.note_due == (left != "works")
