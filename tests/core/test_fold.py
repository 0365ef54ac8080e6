"""Folding: counts and loose comments, and nothing that ties them together."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import CARDS, CHOICE, PAIR, SCALE, codes

from codesign.core.ballot import Ballot, Remark
from codesign.core.errors import TooFew
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.tally import Tally, fold
from codesign.core.thresholds import COUNTED_FROM


def still(remarks: list[Remark]) -> None:
    """A shuffle that changes nothing."""


one_ballot = st.fixed_dictionaries({c.id: st.sampled_from([*codes(c), *NO_ANSWER]) for c in CARDS}).map(Ballot)
stacks = st.lists(one_ballot, min_size=1, max_size=14)
ANSWERED = [Ballot({SCALE.id: "works"})] * COUNTED_FROM


@given(stacks)
def test_counts_add_up(stack: list[Ballot]) -> None:
    tallies, _ = fold(CARDS, stack + [Ballot({c.id: codes(c)[0] for c in CARDS})] * COUNTED_FROM, still)
    assert [t.card for t in tallies] == [c.id for c in CARDS]
    for card, tally in zip(CARDS, tallies, strict=True):
        assert list(tally.counts) == codes(card)
        assert tally.ballots == len(stack) + COUNTED_FROM
        assert tally.answered == sum(b.answers[card.id] not in NO_ANSWER for b in stack) + COUNTED_FROM
        assert tally.skipped == sum(b.answers[card.id] == "skipped" for b in stack)
        assert tally.unclear == sum(b.answers[card.id] == "unclear" for b in stack)
        assert tally.not_reached == sum(b.answers[card.id] == "not_reached" for b in stack)


@given(stacks, st.randoms(use_true_random=False))
def test_the_order_of_ballots_does_not_matter(stack: list[Ballot], order: random.Random) -> None:
    stack = stack + ANSWERED
    turned = order.sample(stack, len(stack))
    assert fold(CARDS, stack, still)[0] == fold(CARDS, turned, still)[0]


@pytest.mark.parametrize("ballots", range(COUNTED_FROM))
def test_a_round_with_too_few_ballots_is_not_folded(ballots: int) -> None:
    with pytest.raises(TooFew, match="stays open"):
        fold(CARDS, [Ballot({c.id: codes(c)[0] for c in CARDS})] * ballots, still)


@pytest.mark.parametrize("answers", range(COUNTED_FROM))
def test_a_vote_in_which_nearly_all_skipped_could_not_be_closed(answers: int) -> None:
    """Somebody who skipped had to answer, or all ballots went; and the refusal told what was in them."""
    stack = [Ballot({SCALE.id: "works"})] * answers + [Ballot({SCALE.id: "skipped"})] * 4
    (tally,), _ = fold((SCALE,), stack, still)
    assert tally == Tally("S", {"works": 0, "could": 0, "doesnt": 0}, skipped=4, not_reached=answers)


def test_a_round_without_ballots_is_not_folded() -> None:
    with pytest.raises(TooFew):
        fold(CARDS, [], still)


def test_answers_on_different_cards_do_not_add_up_to_enough() -> None:
    stack = [Ballot({c.id: codes(c)[0]}) for c in CARDS]
    assert {tally.answered for tally in fold(CARDS, stack, still)[0]} == {0}


def test_one_card_with_enough_answers_folds_the_round_and_leaves_zeros_on_the_others() -> None:
    tallies, _ = fold((SCALE, CHOICE), ANSWERED, still)
    assert tallies == (Tally("S", {"works": 3, "could": 0, "doesnt": 0}), Tally("C3", {"A": 0, "B": 0, "C": 0}))


def test_a_card_not_in_a_turn_counts_nothing_for_that_ballot() -> None:
    tallies, _ = fold((SCALE, CHOICE), [*ANSWERED, Ballot({CHOICE.id: "A"})], still)
    assert [t.ballots for t in tallies] == [3, 1]


def test_comments_come_in_the_order_that_the_shuffle_draws() -> None:
    remarks = [Remark(SCALE.id, "works", f"text {n}") for n in range(9)]
    stack = [Ballot({SCALE.id: "works"}, (r,)) for r in remarks]
    _, loose = fold(CARDS, stack, lambda items: items.sort(key=lambda r: r.text, reverse=True))
    assert [r.text for r in loose] == [f"text {n}" for n in reversed(range(9))]


def test_comments_of_one_person_are_not_kept_together_by_the_fold() -> None:
    pairs = [
        Ballot({SCALE.id: "works"}, (Remark(SCALE.id, "works", f"{n}a"), Remark(PAIR.id, "idea", f"{n}b"))) for n in range(40)
    ]
    _, loose = fold(CARDS, pairs, random.Random(1).shuffle)
    texts = [r.text for r in loose]
    together = sum(a[:-1] == b[:-1] for a, b in pairwise(texts))
    assert together < 8
    assert sorted(texts) == sorted(f"{n}{x}" for n in range(40) for x in "ab")


def test_an_answer_of_another_card_crashes_and_is_never_counted() -> None:
    with pytest.raises(KeyError):
        fold(CARDS, [*ANSWERED, Ballot({SCALE.id: "A"})], still)
