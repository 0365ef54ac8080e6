"""The promise again, for a person who also knows what the room saw after the first vote, or how many were quoted."""

from collections.abc import Callable, Iterator
from itertools import product
from operator import le

import pytest
from sample_cards import PAIR, SCALE, choice, codes, splits, tally_of

from codesign.core.card import Card
from codesign.core.disclosure import Shown, disclose, worth_talking
from codesign.core.pieces import SMALL_GROUP_PIECES
from codesign.core.tally import Tally
from codesign.core.thresholds import BIG_GROUP, Thresholds

Outcome = tuple[int, ...]
"""How many said what: the answers of the card, then skipped; unclear and not reached are as good as skipped here."""
LINES = [Thresholds(10), Thresholds(5)]
BY_LINES = pytest.mark.parametrize("lines", LINES, ids=["from-10", "from-5"])


def outcomes(card: Card, n: int) -> list[Outcome]:
    return list(splits(n, len(codes(card)) + 1))


def shown(card: Card, outcome: Outcome, lines: Thresholds) -> Shown:
    return disclose(card, tally_of(card, (*outcome, 0, 0)), lines)


def less(outcome: Outcome, own: int) -> Outcome:
    return tuple(x - (place == own) for place, x in enumerate(outcome))


def said_by_all(outcome: Outcome) -> int | None:
    answers = [place for place, x in enumerate(outcome) if x]
    return answers[0] if len(answers) == 1 else None


# A first vote, of which the room saw "Let's talk" or "Moving on", and a second one that took its place

Votes = tuple[Outcome, Outcome]


def two_votes(
    card: Card, n: int, lines: Thresholds, changes: int, told_of_the_first: Callable[[Shown], object] = worth_talking
) -> list[tuple[object, Votes]]:
    """(what is shown, a pair of votes that fits, without the own answers) wherever the others are found out in one of the two.

    A person knows the own two answers, and that at most so many people changed theirs.
    """
    groups: dict[object, list[Votes]] = {}
    told = [(first, told_of_the_first(shown(card, first, lines))) for first in outcomes(card, n)]
    second = [(after, repr(shown(card, after, lines))) for after in outcomes(card, n)]
    for (first, of_the_first), (after, of_the_second) in product(told, second):
        if changed(first, after, changes):
            groups.setdefault((of_the_first, of_the_second), []).append((first, after))
    found = []
    for display, pairs in groups.items():
        for own in product(range(len(codes(card)) + 1), repeat=2):
            others = ((less(one, own[0]), less(other, own[1])) for one, other in pairs if one[own[0]] and other[own[1]])
            fitting = (pair for pair in others if changed(*pair, changes - (own[0] != own[1])))
            if pair := found_out(fitting):
                found.append((display, pair))
    return found


def found_out(pairs: Iterator[Votes]) -> Votes | None:
    """The last of these pairs of votes, if in one of the two votes all said the same in each of them."""
    pair, left = None, None
    for pair in pairs:
        said = {(vote, answer) for vote in (0, 1) if (answer := said_by_all(pair[vote])) is not None}
        left = said if left is None else left & said
        if not left:
            return None
    return pair


def changed(first: Outcome, after: Outcome, most: int) -> bool:
    """Whether no more people need have changed their answer."""
    return most >= sum(first) or sum(abs(x - y) for x, y in zip(first, after, strict=True)) // 2 <= most


TALKED_ABOUT = [(SCALE, 5), (SCALE, 6), (SCALE, 7), (choice(3), 5), (choice(3), 6), (PAIR, 5)]


@BY_LINES
@pytest.mark.parametrize("changes", [0, 2, 99])
@pytest.mark.parametrize(("card", "n"), TALKED_ABOUT, ids=[f"{card.kind}-{n}" for card, n in TALKED_ABOUT])
def test_nobody_is_found_out_by_a_talk_before_a_second_vote(card: Card, n: int, changes: int, lines: Thresholds) -> None:
    assert two_votes(card, n, lines, changes) == []


@BY_LINES
@pytest.mark.parametrize(("card", "n"), TALKED_ABOUT, ids=[f"{card.kind}-{n}" for card, n in TALKED_ABOUT])
def test_known_limit_only_who_knows_that_nobody_else_changed_may_find_out_four_others(
    card: Card, n: int, lines: Thresholds
) -> None:
    """In a group of five, on a card that the room was told to move on from and that was voted on again all the same: a person
    who answers otherwise the second time, and knows that all others answered as before."""
    found = two_votes(card, n, lines, 1)
    assert all(n == 5 and not talked and first == after for (talked, _shown), (first, after) in found)


def test_the_search_finds_the_leaks_of_counts_in_one_of_two_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    def exact(_card: Card, tally: Tally, _lines: Thresholds) -> Shown:
        return Shown("mixed", counts=tally.counts)

    monkeypatch.setitem(globals(), "disclose", exact)
    assert two_votes(SCALE, 5, Thresholds(5), 99)


# Quotes beside what is shown


def most_quotes(lines: Thresholds, answered: int) -> int:
    """The most quotes on one card and prompt that a session may have, as `Session.why_no_quote` counts them."""
    if answered < max(5, lines.quote_from):
        return 0
    return SMALL_GROUP_PIECES if answered < BIG_GROUP else answered


def found_by_quotes(
    n: int, lines: Thresholds, limit: Callable[[Thresholds, int], int] = most_quotes
) -> list[tuple[object, ...]]:
    """(what is shown, own answer, quotes) wherever all outcomes that fit leave the others with one and the same answer.

    Quotes on an answer show that at least so many gave it; the own may be among them, or not.
    """
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes(SCALE, n):
        groups.setdefault(repr(shown(SCALE, outcome, lines)), []).append(outcome)
    found: list[tuple[object, ...]] = []
    for display, group in groups.items():
        most = min(4, max(limit(lines, sum(outcome[:3])) for outcome in group))
        for own in range(4):
            fitting = [outcome for outcome in group if outcome[own]]
            for quotes in product(range(most + 1), repeat=3):
                left = [o for o in fitting if max(quotes) <= limit(lines, sum(o[:3])) and all(map(le, quotes, o))]
                said = {said_by_all(less(outcome, own)) for outcome in left}
                if len(said) == 1 and None not in said:
                    found.append((display, own, quotes))
    return found


@BY_LINES
@pytest.mark.parametrize("n", range(5, 13))
def test_nobody_is_found_out_by_quotes_beside_a_result(n: int, lines: Thresholds) -> None:
    assert found_by_quotes(n, lines) == []


def test_quotes_without_a_limit_would_give_people_away_in_a_small_group() -> None:
    """Four quotes of four others: everybody who answered the same is known."""
    assert any(found_by_quotes(n, Thresholds(10), lambda _lines, answered: answered) for n in range(5, 10))
