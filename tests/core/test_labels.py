"""Strength labels at every threshold, and the readings of choice and pair."""

import pytest
from sample_cards import CHOICE, PAIR, choice, codes, splits

from codesign.core.card import Card
from codesign.core.kinds import KINDS, kind_of

FEW, MANY = False, True
TABLE = [
    # W, C, D, label below ten (strong words not allowed)
    ((5, 0, 0), FEW, "more-for"),
    ((0, 0, 5), FEW, "more-against"),
    ((0, 5, 0), FEW, "could-work"),
    ((4, 1, 0), FEW, "more-for"),
    ((4, 0, 1), FEW, "more-for"),
    ((3, 2, 0), FEW, "could-work"),
    ((3, 1, 1), FEW, "more-for"),
    ((3, 0, 2), FEW, "split"),
    ((2, 1, 2), FEW, "split"),
    ((2, 0, 3), FEW, "split"),
    ((2, 2, 1), FEW, "could-work"),
    ((2, 3, 0), FEW, "could-work"),
    ((1, 3, 1), FEW, "could-work"),
    ((1, 1, 3), FEW, "more-against"),
    ((1, 2, 2), FEW, "mixed"),
    ((0, 3, 2), FEW, "mixed"),
    ((0, 2, 3), FEW, "more-against"),
    ((0, 1, 4), FEW, "more-against"),
    ((1, 0, 4), FEW, "more-against"),
    ((3, 2, 1), FEW, "could-work"),
    ((3, 1, 2), FEW, "split"),
    ((2, 2, 2), FEW, "split"),
    ((0, 4, 2), FEW, "mixed"),
    ((6, 2, 0), FEW, "more-for"),
    ((6, 1, 1), FEW, "more-for"),
    ((2, 0, 6), FEW, "more-against"),
    ((5, 3, 1), FEW, "could-work"),
    ((9, 0, 0), FEW, "more-for"),
    ((0, 0, 9), FEW, "more-against"),
    # from ten on
    ((10, 0, 0), MANY, "strong-support"),
    ((9, 0, 1), MANY, "strong-support"),
    ((8, 1, 1), MANY, "strong-support"),
    ((8, 0, 2), MANY, "more-for"),
    ((15, 3, 2), MANY, "strong-support"),
    ((15, 2, 3), MANY, "more-for"),
    ((14, 6, 0), MANY, "more-for"),
    ((14, 4, 2), MANY, "more-for"),
    ((75, 15, 10), MANY, "strong-support"),
    ((75, 14, 11), MANY, "more-for"),
    ((74, 16, 10), MANY, "more-for"),
    ((0, 0, 10), MANY, "strong-concern"),
    ((1, 1, 8), MANY, "strong-concern"),
    ((3, 0, 7), MANY, "split"),
    ((2, 1, 7), MANY, "more-against"),
    ((25, 0, 75), MANY, "strong-concern"),
    ((25, 1, 74), MANY, "more-against"),
    ((30, 0, 70), MANY, "split"),
    ((29, 1, 70), MANY, "more-against"),
    ((70, 0, 30), MANY, "split"),
    ((70, 1, 29), MANY, "more-for"),
    ((30, 40, 30), MANY, "split"),
    ((34, 33, 33), MANY, "split"),
    ((34, 33, 28), MANY, "could-work"),
    ((35, 33, 32), MANY, "split"),
    ((29, 38, 33), MANY, "could-work"),
    ((29, 37, 34), MANY, "mixed"),
    ((67, 33, 0), MANY, "could-work"),
    ((68, 32, 0), MANY, "more-for"),
    ((50, 32, 18), MANY, "more-for"),
    ((49, 32, 19), MANY, "mixed"),
    ((50, 25, 25), MANY, "more-for"),
    ((18, 32, 50), MANY, "more-against"),
    ((19, 32, 49), MANY, "mixed"),
    ((0, 67, 33), MANY, "could-work"),
    ((0, 66, 34), MANY, "mixed"),
    ((0, 10, 0), MANY, "could-work"),
]
LABELS = {"strong-support", "strong-concern", "split", "could-work", "more-for", "more-against", "mixed"}


def scale(counts: tuple[int, ...], strong: bool) -> str:
    reading = KINDS["scale"].read(dict(zip(("works", "could", "doesnt"), counts, strict=True)), strong=strong)
    assert reading.answer is None
    return reading.label


@pytest.mark.parametrize(("counts", "strong", "label"), TABLE)
def test_the_label_of_counts(counts: tuple[int, int, int], strong: bool, label: str) -> None:
    assert scale(counts, strong) == label


def in_words(w: int, c: int, d: int) -> list[str]:
    """The labels as product.md writes them, in percent: those that match, in order."""
    n = w + c + d
    rules = [
        ("strong-support", w / n >= 0.75 and d / n <= 0.10),
        ("strong-concern", d / n >= 0.75),
        ("split", w / n >= 0.30 and d / n >= 0.30),
        ("could-work", (w + c) / n >= 0.67 and c / n >= 0.33),
        ("more-for", w / n >= 0.50),
        ("more-against", d / n >= 0.50),
        ("mixed", True),
    ]
    return [name for name, holds in rules if holds]


@pytest.mark.parametrize("n", range(5, 31))
def test_every_outcome_has_exactly_the_label_that_is_printed_in_the_rules(n: int) -> None:
    for counts in splits(n, 3):
        assert scale(counts, MANY) == in_words(*counts)[0], counts
        assert scale(counts, MANY) in LABELS


@pytest.mark.parametrize("n", range(5, 10))
def test_a_small_group_never_gets_a_strong_label(n: int) -> None:
    weak = {"strong-support": "more-for", "strong-concern": "more-against"}
    for counts in splits(n, 3):
        assert scale(counts, FEW) == weak.get(scale(counts, MANY), scale(counts, MANY))


def test_could_work_is_never_counted_as_a_yes() -> None:
    for n in range(5, 31):
        for w, c, d in splits(n, 3):
            if scale((w, c, d), MANY) in ("strong-support", "more-for"):
                assert w * 2 >= n


PICKED = [CHOICE, choice(4), choice(5), choice(6), PAIR]


@pytest.mark.parametrize("card", PICKED, ids=lambda c: c.id)
@pytest.mark.parametrize(
    ("lead", "label"), [(0, "no-clear-pick"), (1, "no-clear-pick"), (2, "most-picked"), (3, "most-picked")]
)
def test_a_pick_is_clear_from_a_lead_of_two(card: Card, lead: int, label: str) -> None:
    first, second, *others = codes(card)
    for place in (first, second):
        other = second if place == first else first
        reading = kind_of(card).read({**dict.fromkeys(others, 1), other: 2, place: 2 + lead}, strong=False)
        assert reading.label == label
        assert reading.answer == (place if lead >= 2 else None)


@pytest.mark.parametrize("card", PICKED, ids=lambda c: c.id)
@pytest.mark.parametrize("n", [5, 8])
def test_one_changed_mind_never_turns_one_leader_into_another(card: Card, n: int) -> None:
    for counts in splits(n, len(codes(card))):
        named = dict(zip(codes(card), counts, strict=True))
        before = kind_of(card).read(named, strong=False).answer
        for a, b in ((a, b) for a in named for b in named if a != b and named[a]):
            after = kind_of(card).read({**named, a: named[a] - 1, b: named[b] + 1}, strong=False).answer
            assert before == after or None in (before, after)


@pytest.mark.parametrize("strong", [FEW, MANY])
def test_choice_and_pair_have_no_strong_words(strong: bool) -> None:
    assert kind_of(CHOICE).read({"A": 12, "B": 0, "C": 0}, strong=strong).label == "most-picked"


@pytest.mark.parametrize("card", PICKED, ids=lambda c: c.id)
def test_letters_are_keys_and_digits_stay_free_for_skip_and_unclear(card: Card) -> None:
    keys = [o.key for o in kind_of(card).options(card)]
    assert keys == list("ABCDEF"[: len(keys)])


def test_the_scale_has_the_keys_one_to_three() -> None:
    assert [o.key for o in KINDS["scale"].options(Card(id="x", kind="scale", rule="x"))] == ["1", "2", "3"]
