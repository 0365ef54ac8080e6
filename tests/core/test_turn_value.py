"""One person's turn: every step makes a new value, and what was taken back leaves no trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import CARDS, CHOICE, PAIR, SCALE, codes

from codesign.core.ballot import PICKS_LIMIT
from codesign.core.card import Card
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED, SKIPPED, UNCLEAR
from codesign.core.turn import Reply, Turn

ANSWERS = [(card, code) for card in CARDS for code in codes(card)]
IDS = [f"{card.id}-{code}" for card, code in ANSWERS]


@pytest.mark.parametrize(("card", "code"), ANSWERS, ids=IDS)
def test_changing_an_answer_back_gives_an_equal_turn(card: Card, code: str) -> None:
    before = Turn.begin([card]).answer(code)
    for other in [*codes(card), SKIPPED, UNCLEAR]:
        assert before.answer(other).answer(code) == before


@pytest.mark.parametrize(("card", "code"), ANSWERS, ids=IDS)
def test_an_answer_is_in_the_ballot(card: Card, code: str) -> None:
    assert Turn.begin([card]).answer(code).ballot().answers == {card.id: code}


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.id)
def test_an_unknown_answer_is_refused(card: Card) -> None:
    with pytest.raises(ValueError, match="no such answer"):
        Turn.begin([card]).answer("yes")


def test_a_new_turn_has_reached_nothing() -> None:
    turn = Turn.begin(CARDS)
    assert turn.ballot().answers == {card.id: NOT_REACHED for card in CARDS}
    assert turn.ballot().remarks == ()
    assert (turn.at, turn.at_end, turn.prompt) == (0, False, None)


@pytest.mark.parametrize("reached", range(len(CARDS) + 1))
def test_every_ballot_has_every_card_of_the_turn(reached: int) -> None:
    turn = Turn.begin(CARDS)
    for _ in range(reached):
        turn = turn.answer(SKIPPED).next()
    assert list(turn.ballot().answers) == [card.id for card in CARDS]
    assert list(turn.ballot().answers.values()) == [SKIPPED] * reached + [NOT_REACHED] * (len(CARDS) - reached)


def test_nobody_goes_past_an_unanswered_card() -> None:
    turn = Turn.begin(CARDS)
    assert turn.next() == turn
    turn = turn.answer("works").next()
    assert turn.at == 1
    assert turn.next() == turn


def test_nobody_goes_past_the_end_or_before_the_first_card() -> None:
    turn = Turn.begin([SCALE])
    assert turn.back() == turn
    end = turn.answer("works").next()
    assert end.at_end
    assert end.next() == end
    assert end.back().at == 0
    assert end.back().reply == Reply("works")


def test_an_answer_can_be_changed_from_the_end() -> None:
    turn = Turn.begin([SCALE, CHOICE]).answer("works").next().answer("A").next().back().back()
    assert turn.answer("doesnt").next().ballot().answers == {SCALE.id: "doesnt", CHOICE.id: "A"}


@pytest.mark.parametrize("code", [SKIPPED, UNCLEAR])
def test_a_comment_goes_where_the_answer_goes(code: str) -> None:
    turn = Turn.begin([SCALE]).answer("could").write("only at night").allow_quote(True)
    assert [r.text for r in turn.ballot().remarks] == ["only at night"]
    assert turn.answer(code).ballot().remarks == ()


def test_a_comment_before_any_answer_is_not_cast() -> None:
    assert Turn.begin([SCALE]).write("words").toggle("x").ballot().remarks == ()


@given(
    st.lists(st.tuples(st.sampled_from(["answer", "write", "pick", "next", "back", "quote"]), st.integers(0, 9)), max_size=30)
)
def test_whatever_a_person_does_comments_stand_only_beside_answers(steps: list[tuple[str, int]]) -> None:
    turn = Turn.begin(CARDS)
    for step, n in steps:
        if step == "next":
            turn = turn.next()
        elif step == "back":
            turn = turn.back()
        elif turn.at_end:
            continue
        elif step == "answer":
            choices = [*codes(turn.card), *NO_ANSWER]
            turn = turn.answer(choices[n % len(choices)])
        elif step == "write":
            turn = turn.write("w" * n)
        elif step == "pick":
            turn = turn.toggle(f"p{n}")
        else:
            turn = turn.allow_quote(n % 2 == 0)
    ballot = turn.ballot()
    assert list(ballot.answers) == [card.id for card in CARDS]
    assert len(ballot.remarks) == len({r.card for r in ballot.remarks})
    for remark in ballot.remarks:
        assert ballot.answers[remark.card] not in NO_ANSWER
        assert remark.text or remark.picks
        assert remark.text or not remark.quote_ok


@pytest.mark.parametrize(
    ("card", "code", "prompt"),
    [
        (SCALE, "works", "works"),
        (SCALE, "could", "could"),
        (SCALE, "doesnt", "doesnt"),
        (CHOICE, "A", "idea"),
        (CHOICE, "C", "idea"),
        (PAIR, "P", "idea"),
        (PAIR, "neither", "idea"),
    ],
)
def test_a_comment_answers_the_prompt_of_its_answer(card: Card, code: str, prompt: str) -> None:
    turn = Turn.begin([card]).answer(code).write("words")
    assert turn.prompt == prompt
    assert turn.ballot().remarks[0].prompt == prompt


def test_words_stay_when_the_answer_changes_and_then_answer_the_new_prompt() -> None:
    turn = Turn.begin([SCALE]).answer("works").write("words").answer("doesnt")
    assert [(r.prompt, r.text) for r in turn.ballot().remarks] == [("doesnt", "words")]


@pytest.mark.parametrize("other", ["works", "doesnt", SKIPPED, UNCLEAR])
def test_quick_picks_go_with_their_answer(other: str) -> None:
    turn = Turn.begin([SCALE]).answer("could").toggle("a").toggle("b")
    assert turn.answer("could") == turn
    assert turn.answer(other).reply.picks == ()
    assert turn.answer(other).answer("could").reply.picks == ()


def test_a_pick_taken_twice_is_taken_back() -> None:
    turn = Turn.begin([SCALE]).answer("could")
    assert turn.toggle("a").toggle("a") == turn
    assert turn.toggle("a").toggle("b").toggle("a") == turn.toggle("b")


def test_the_order_of_choosing_picks_is_not_kept() -> None:
    turn = Turn.begin([SCALE]).answer("could")
    assert turn.toggle("b").toggle("a").ballot() == turn.toggle("a").toggle("b").ballot()


def test_there_is_a_limit_to_picks() -> None:
    turn = Turn.begin([SCALE]).answer("could")
    for n in range(PICKS_LIMIT + 3):
        turn = turn.toggle(f"p{n}")
    assert len(turn.reply.picks) == PICKS_LIMIT
    assert len(turn.toggle("p0").reply.picks) == PICKS_LIMIT - 1


def test_picks_alone_make_a_comment() -> None:
    assert Turn.begin([SCALE]).answer("could").toggle("a").ballot().remarks[0].picks == ("a",)


def test_an_ok_to_quote_needs_words_and_goes_with_them() -> None:
    turn = Turn.begin([SCALE]).answer("could")
    assert not turn.allow_quote(True).reply.quote_ok
    allowed = turn.write("words").allow_quote(True)
    assert allowed.reply.quote_ok
    assert allowed.write("other words").reply.quote_ok
    assert not allowed.write("").reply.quote_ok
    assert not allowed.write(" \x00 ").write("words").reply.quote_ok
    assert not allowed.allow_quote(False).reply.quote_ok


def test_a_comment_is_cleaned_and_cut() -> None:
    turn = Turn.begin([SCALE]).answer("could")
    assert turn.write(" a\x1b[2J\u202eb\n ").reply.text == "a[2Jb"
    assert len(turn.write("x" * 9999).reply.text) == 500
    assert len(turn.write("😀" * 9999).reply.text.encode()) == 1500


def test_a_step_leaves_the_turn_before_as_it_was() -> None:
    turn = Turn.begin(CARDS)
    turn.answer("works").write("words").toggle("a").next()
    assert turn == Turn.begin(CARDS)


def test_an_ok_to_quote_never_covers_a_personal_detail() -> None:
    turn = Turn.begin([SCALE]).answer("works")
    assert not turn.write("call 555-014-2222").allow_quote(True).reply.quote_ok
    said = turn.write("call me").allow_quote(True)
    assert said.reply.quote_ok
    assert not said.write("call me at 555-014-2222").reply.quote_ok
    assert not turn.write_idea("ask @sunny.kid").allow_idea_quote(True).idea.quote_ok
