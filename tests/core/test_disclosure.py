"""What may be shown of a card: the lines one by one. That nothing leaks is in test_disclosure_brute_force.py."""

import msgspec
import pytest
from sample_cards import CARDS, CHOICE, PAIR, SCALE, choice, codes, splits, tally, tally_of

from codesign.core.card import Card
from codesign.core.disclosure import (
    ALL_OR_ALL_BUT_TWO,
    IN_THE_BOX,
    MANY_DID_NOT_ANSWER,
    NoAnswer,
    Shown,
    disclose,
    people,
)
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds

TEN, FIVE = Thresholds(10), Thresholds(5)
NO_ANSWER_KINDS = 3


def outcomes(card: Card, n: int) -> list[Tally]:
    return [tally_of(card, counts) for counts in splits(n, len(codes(card)) + NO_ANSWER_KINDS)]


@pytest.mark.parametrize("lines", [TEN, FIVE, Thresholds(10, 7)], ids=["10", "5", "quotes from 7"])
@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR], ids=lambda c: c.kind)
@pytest.mark.parametrize("answered", range(5))
def test_a_card_in_the_box_says_nothing_at_all(card: Card, answered: int, lines: Thresholds) -> None:
    box = Shown(IN_THE_BOX)
    for counts in splits(answered, len(codes(card))):
        for missing in splits(4, NO_ANSWER_KINDS):
            assert disclose(card, tally_of(card, (*counts, *missing)), lines) == box
        assert disclose(card, tally_of(card, (*counts, 40, 0, 0)), lines) == box


@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR], ids=lambda c: c.kind)
@pytest.mark.parametrize("lines", [TEN, FIVE], ids=["10", "5"])
def test_below_the_line_there_is_no_number(card: Card, lines: Thresholds) -> None:
    for n in (5, 7, 9):
        for counts in outcomes(card, n):
            shown = disclose(card, counts, lines)
            if counts.answered < lines.numbers_from:
                assert (shown.answered, shown.counts, shown.no_answer) == (None, None, None)
                assert shown.label != ALL_OR_ALL_BUT_TWO
                told = msgspec.to_builtins(shown)
                assert not any(type(value) is int for value in told.values())
            else:
                assert shown.answered == counts.answered


@pytest.mark.parametrize(("numbers_from", "answered", "numbers"), [(10, 9, False), (10, 10, True), (5, 4, False), (5, 5, True)])
def test_numbers_begin_at_the_line(numbers_from: int, answered: int, numbers: bool) -> None:
    third = answered // 3
    shown = disclose(SCALE, tally(SCALE, answered - 2 * third, third, third), Thresholds(numbers_from))  # type: ignore[arg-type]
    assert (shown.answered is not None) == numbers


@pytest.mark.parametrize("n", range(10, 15))
@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR], ids=lambda c: c.kind)
def test_where_one_answer_has_all_or_all_but_two_only_that_is_told(card: Card, n: int) -> None:
    for counts in splits(n, len(codes(card))):
        shown = disclose(card, tally(card, *counts), TEN)
        if max(counts) >= n - 2:
            assert shown.label == ALL_OR_ALL_BUT_TWO
            assert shown.answer == codes(card)[counts.index(max(counts))]
            assert shown.counts is None
            assert shown.answered == n
        else:
            assert shown.label != ALL_OR_ALL_BUT_TWO
            assert shown.counts == dict(zip(codes(card), counts, strict=True))


@pytest.mark.parametrize("n", [5, 6, 12])
def test_all_all_but_one_and_all_but_two_look_alike(n: int) -> None:
    shown = {msgspec.json.encode(disclose(SCALE, tally(SCALE, n - k, c, k - c), FIVE)) for k in range(3) for c in range(k + 1)}
    assert len(shown) == 1


def test_counts_stand_in_the_order_of_the_card() -> None:
    shuffled = Tally("C6", {"F": 2, "A": 1, "E": 3, "B": 4, "D": 0, "C": 2})
    assert list(disclose(choice(6), shuffled, TEN).counts or {}) == list("ABCDEF")


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ((0, 0, 0), True),
        ((1, 0, 0), False),
        ((0, 2, 0), False),
        ((0, 0, 1), False),
        ((3, 1, 0), False),
        ((3, 2, 5), False),
        ((3, 0, 0), True),
        ((3, 4, 5), True),
        ((0, 0, 3), True),
        ((2, 2, 2), False),
        ((1, 1, 1), False),
    ],
)
def test_no_answers_are_told_as_a_whole_or_not_at_all(missing: tuple[int, int, int], told: bool) -> None:
    counts = Tally("S", {"works": 5, "could": 4, "doesnt": 3}, *missing)
    assert disclose(SCALE, counts, TEN).no_answer == (NoAnswer(*missing) if told else None)


def test_no_answers_are_not_told_below_the_line() -> None:
    assert disclose(SCALE, tally(SCALE, 3, 3, 3, skipped=5), TEN).no_answer is None


@pytest.mark.parametrize(
    ("answered", "skipped", "unclear", "not_reached", "flagged"),
    [
        (6, 4, 0, 0, True),
        (6, 0, 4, 0, True),
        (6, 2, 2, 0, True),
        (6, 3, 0, 0, False),
        (6, 0, 0, 9, False),
        (9, 6, 0, 0, True),
        (9, 5, 0, 0, False),
        (12, 8, 0, 0, True),
        (12, 7, 0, 0, False),
        (5, 3, 0, 0, False),
        (5, 4, 0, 0, True),
        (4, 9, 9, 0, False),
        (6, 0, 0, 0, False),
    ],
)
def test_the_flag_that_many_did_not_answer(answered: int, skipped: int, unclear: int, not_reached: int, flagged: bool) -> None:
    counts = tally(SCALE, answered, 0, 0, skipped=skipped, unclear=unclear, not_reached=not_reached)
    assert disclose(SCALE, counts, TEN).flags == ((MANY_DID_NOT_ANSWER,) if flagged else ())


@pytest.mark.parametrize("quote_from", [5, 6, 8, 10, 12])
@pytest.mark.parametrize("answered", range(3, 14))
def test_quotes_begin_at_their_own_line(answered: int, quote_from: int) -> None:
    shown = disclose(SCALE, tally(SCALE, answered, 0, 0), Thresholds(10, quote_from))
    assert shown.quotes == (answered >= quote_from)
    assert shown.speaks == (answered >= 5)


@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR], ids=lambda c: c.kind)
def test_a_label_under_ten_is_the_same_whatever_the_line(card: Card) -> None:
    for counts in outcomes(card, 7):
        shown = disclose(card, counts, TEN)
        if shown.label != IN_THE_BOX:
            five = disclose(card, counts, FIVE)
            assert five.label in (shown.label, ALL_OR_ALL_BUT_TWO)
            assert (five.flags, five.speaks, five.quotes) == (shown.flags, shown.speaks, shown.quotes)


@pytest.mark.parametrize("strong", ["strong-support", "strong-concern"])
def test_strong_words_are_for_ten_and_more(strong: str) -> None:
    for n in range(5, 15):
        labels = {disclose(SCALE, tally(SCALE, *counts), lines).label for counts in splits(n, 3) for lines in (TEN, FIVE)}
        if n < 10:
            assert strong not in labels
        if n == 14:
            assert strong in labels or strong == "strong-support"


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.id)
def test_the_order_of_counts_in_a_tally_does_not_change_what_is_shown(card: Card) -> None:
    for counts in list(splits(7, len(codes(card)) + NO_ANSWER_KINDS))[::7]:
        straight = tally_of(card, counts)
        turned = msgspec.structs.replace(straight, counts=dict(reversed(straight.counts.items())))
        assert disclose(card, straight, TEN) == disclose(card, turned, TEN)


@pytest.mark.parametrize(
    ("most", "told"),
    [(0, "under 5"), (4, "under 5"), (5, "5-9"), (9, "5-9"), (10, 10), (11, 11), (300, 300)],
)
def test_people_are_a_band_below_ten(most: int, told: int | str) -> None:
    others = [Tally("a", {"works": min(most, 2)}), Tally("b", {}, not_reached=most)]
    assert people(others) == told
    assert people(list(reversed(others))) == told


def test_people_of_no_card_are_under_five() -> None:
    assert people([]) == "under 5"
