"""Pick two: two of several, in no order, from the key to what may be shown."""

from itertools import permutations

import pytest
from sample_cards import choice_options, codes, pick_two, tally_of
from test_disclosure_brute_force import displays

from codesign.core.ballot import Ballot, RowReader, as_row
from codesign.core.card import Card
from codesign.core.disclosure import disclose
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NOT_REACHED, SKIPPED
from codesign.core.tally import fold
from codesign.core.thresholds import Thresholds
from codesign.core.turn import Turn
from codesign.phrases import label, sentence

CARD = pick_two(5)


def pressed(*keys: str) -> Turn:
    turn = Turn.begin([CARD])
    for key in keys:
        turn = turn.answer(key)
    return turn


def test_two_letters_in_any_order_are_one_answer() -> None:
    assert pressed("C", "A") == pressed("A", "C")
    assert pressed("C", "A").ballot() == Ballot({CARD.id: "A+C"})


def test_one_letter_is_no_answer_yet() -> None:
    turn = pressed("B")
    assert not turn.has_answer
    assert not turn.answered
    assert turn.next() is turn
    assert turn.prompt is None
    assert turn.ballot() == Ballot({CARD.id: NOT_REACHED})


def test_a_letter_pressed_again_is_let_go() -> None:
    assert pressed("B", "B") == pressed()
    assert pressed("B", "D", "B") == pressed("D")
    assert pressed("A", "B", "A", "C") == pressed("B", "C")


def test_a_third_letter_changes_nothing() -> None:
    assert pressed("A", "B", "C") == pressed("A", "B")


def test_skip_takes_both_letters_back_and_a_letter_takes_the_skip_back() -> None:
    assert pressed("A", "B", SKIPPED).ballot() == Ballot({CARD.id: SKIPPED})
    assert pressed(SKIPPED, "A") == pressed("A")


def test_a_comment_on_a_half_answer_is_not_cast() -> None:
    assert pressed("A", "B").write("both").answer("B").ballot().remarks == ()


def test_every_answer_is_one_byte_of_a_row() -> None:
    for code in codes(CARD):
        ballot = Ballot({CARD.id: code})
        row = as_row(ballot, [CARD], b"", 4096)
        assert len(row) == 1 + 16 + 256 + 4096
        assert RowReader([CARD]).read(row) == ballot


def test_the_fold_counts_each_option_and_each_person_once() -> None:
    (tally,), _ = fold([CARD], [Ballot({CARD.id: code}) for code in ("A+B", "A+C", "A+B", SKIPPED)], lambda _: None)
    assert tally.counts == {"A": 3, "B": 2, "C": 1, "D": 0, "E": 0}
    assert (tally.answered, tally.ballots) == (3, 4)


def shown(*answers: str, lines: Thresholds | None = None) -> str:
    tally = tally_of(CARD, [*(answers.count(code) for code in codes(CARD)), 0, 0, 0])
    return sentence(CARD, disclose(CARD, tally, lines or Thresholds()))


def test_under_five_answers_it_stays_in_the_box() -> None:
    assert shown(*["A+B"] * 4) == "This one stays in the box."


def test_from_five_on_three_are_named_in_the_order_of_the_session() -> None:
    assert shown("D+E", "D+E", "B+E", "B+D", "A+E") == "Picked most, in no order: matter 1 · matter 3 · matter 4."


def test_ties_and_options_that_nobody_picked_fill_the_three() -> None:
    """Else the number of names would tell a count."""
    assert shown(*["D+E"] * 5) == "Picked most, in no order: matter 0 · matter 3 · matter 4."
    assert shown("A+B", "C+D", "A+C", "B+D", "A+D", "B+C") == "Picked most, in no order: matter 0 · matter 1 · matter 2."


def test_from_the_line_up_the_counts_are_told() -> None:
    assert shown("A+B", "C+D", "A+C", "B+D", "D+E", "A+E", lines=Thresholds(5)) == (
        "Picked most, in no order: matter 0 · matter 1 · matter 3. "
        "matter 0 3 · matter 1 2 · matter 2 2 · matter 3 3 · matter 4 2 (of 6)."
    )
    assert "(of" not in shown("A+B", "C+D", "A+C", "B+D", "D+E", lines=Thresholds(5))


def test_where_nearly_all_picked_the_same_nothing_finer_is_told() -> None:
    told = disclose(CARD, tally_of(CARD, [8, 2, *[0] * (len(codes(CARD)) - 2), 0, 0, 0]), Thresholds())
    assert (told.label, told.answer, told.counts, told.answered) == ("top-three", "A+B+C", None, 10)
    assert label(CARD, told) == "Picked most, in no order: matter 0 · matter 1 · matter 2"


@pytest.mark.parametrize("lines", [Thresholds(10), Thresholds(5)], ids=["from-10", "from-5"])
@pytest.mark.parametrize("n", [5, 6, 7])
def test_no_option_is_known_to_have_been_picked_by_all_others(n: int, lines: Thresholds) -> None:
    """More than the promise asks: half of an answer can't be worked out either."""
    card = pick_two(4)
    answers = codes(card)
    for group in displays(card, n, lines, disclose).values():
        for own in range(len(answers)):
            fitting = [outcome for outcome in group if outcome[own]]
            for option in kind_of(card).options(card):
                without = [
                    sum(
                        ballots - (place == own)
                        for place, ballots in enumerate(outcome)
                        if place >= len(answers) or option.code not in kind_of(card).named(answers[place])
                    )
                    for outcome in fitting
                ]
                assert not without or max(without) > 0


@pytest.mark.parametrize(("size", "fine"), [(3, False), (4, True), (6, True), (7, False)])
def test_four_to_six_options(size: int, fine: bool) -> None:
    assert (kind_of(pick_two(size)).problems(pick_two(size)) == []) == fine


def test_options_differ() -> None:
    card = Card(id="T", kind="pick-two", rule="?", options=choice_options(["a", "b", "c", "a"]))
    assert kind_of(card).problems(card)


def test_paper_takes_two_letters_in_any_order_with_any_sign() -> None:
    cells = kind_of(CARD).paper_answers(CARD)
    for one, other in permutations("ABCDE", 2):
        for sign in ("", "+", " ", ",", ", "):
            assert cells[f"{one}{sign}{other}"] == "+".join(sorted((one, other)))
    assert len(set(cells.values())) == 10
