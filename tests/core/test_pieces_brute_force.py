"""The promise, for a person who also counts the pieces of words: every quote, theme or set of picks may be another person.

Such a person knows the number of voters, what is shown, which pieces ever left and which of them are the own, and the own
answers. All outcomes that fit are collected, those only in which the rule lets so many pieces go; where all of them leave the
others with one and the same answer in a vote, each of them is found out: a leak. Tried twice: for one who does not know how
many answered, and for one who does (a reader of comments is told what is left).
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from random import Random

import pytest
from sample_cards import SCALE, splits, tally_of

from codesign.core.disclosure import disclose, worth_talking
from codesign.core.kinds.base import Prompt
from codesign.core.pieces import Piece, fits
from codesign.core.thresholds import Thresholds

Outcome = tuple[int, ...]
"""How many said works, could, doesn't, and nothing."""
Told = tuple[int, int, int]
"""Pieces by prompt."""
Rule = Callable[[Told, Told, int, int], bool]
"""Whether these pieces of a first and of a second vote may leave, where so many answered in each."""
PROMPTS: tuple[Prompt, ...] = ("works", "could", "doesnt")
BY_LINES = pytest.mark.parametrize("lines", [Thresholds(10), Thresholds(5)], ids=["from-10", "from-5"])


def of(first: Told, after: Told, answered: int, later: int) -> Iterator[Piece]:
    for vote, (told, among) in enumerate(((first, min(answered, later)), (after, later))):
        for prompt, count in zip(PROMPTS, told, strict=True):
            for n in range(count):
                yield Piece(card="S", prompt=prompt, how="theme", words=f"{vote} {n}", among=among)


@cache
def the_rule(first: Told, after: Told, answered: int, later: int) -> bool:
    pieces = list(of(first, after, answered, later))
    return all(fits(pieces, piece) for piece in pieces)


def no_rule(first: Told, after: Told, answered: int, later: int) -> bool:
    return sum(first) <= answered and sum(after) <= later


def one_more(first: Told, after: Told, answered: int, later: int) -> bool:
    """n - 1 pieces, and as many as that on a prompt."""
    return sum(first) + sum(after) < min([later, *([answered] if any(first) else [])])


def less(outcome: Outcome, own: int | None) -> Outcome:
    return tuple(x - (place == own) for place, x in enumerate(outcome))


def shown(outcome: Outcome, lines: Thresholds) -> str:
    return repr(disclose(SCALE, tally_of(SCALE, (*outcome, 0, 0)), lines))


def talked(outcome: Outcome, lines: Thresholds) -> bool:
    return worth_talking(disclose(SCALE, tally_of(SCALE, (*outcome, 0, 0)), lines))


Votes = tuple[Outcome, Outcome]


def leaks(
    worlds: list[Votes], own: tuple[int | None, int | None], told: list[tuple[Told, Told]], rule: Rule
) -> Iterator[object]:
    """What is told (of others, in both votes) wherever the others are found out; `worlds` have one display, and the own
    answers in them."""
    others = [(less(one, own[0]), less(other, own[1])) for one, other in worlds]
    everything = (1 << len(worlds)) - 1

    def where(holds: Callable[[int], bool]) -> int:
        return sum(1 << n for n in range(len(worlds)) if holds(n))

    answered: dict[tuple[int, int], int] = {}
    for n, (one, other) in enumerate(worlds):
        key = sum(one[:3]), sum(other[:3])
        answered[key] = answered.get(key, 0) | 1 << n
    most = max(max(one) + max(other) for one, other in worlds)
    at_least = {
        (vote, place, m): where(lambda n, v=vote, p=place, m=m: others[n][v][p] >= m)  # type: ignore[misc]
        for vote in (0, 1)
        for place in range(3)
        for m in range(most + 2)
    }
    same = [
        where(lambda n, v=vote, p=place: others[n][v][p] == sum(others[n][v]) > 0)  # type: ignore[misc]
        for vote in (0, 1)
        for place in range(4)
    ]
    answers = [*same[:3], *same[4:7]]  # who is told how many answered is told, too, where nobody else did
    for first, after in told:
        fit = everything
        for vote, pieces in enumerate((first, after)):
            for place, m in enumerate(pieces):
                fit &= at_least[vote, place, min(m, most + 1)]
        if not fit:
            continue
        for own_pieces in {(0, 0), (own[0] in range(3), 0), (0, own[1] in range(3))}:  # one's own words are told, or not
            mine = [[(place == own[v]) * bool(own_pieces[v]) for place in range(3)] for v in (0, 1)]
            all_told = [tuple(x + y for x, y in zip(p, q, strict=True)) for p, q in zip((first, after), mine, strict=True)]
            allowed = {key: mask & fit for key, mask in answered.items() if mask & fit and rule(*all_told, *key)}  # type: ignore[arg-type]
            together = 0
            for mask in allowed.values():
                together |= mask
            if together and (
                any(not together & ~one for one in same) or any(not mask & ~one for mask in allowed.values() for one in answers)
            ):
                yield worlds[0], own, first, after


NONE: Told = (0, 0, 0)


@cache
def told_up_to(most: int) -> tuple[Told, ...]:
    return tuple(t for t in product(range(most + 1), repeat=3) if sum(t) <= most)  # type: ignore[misc]


def leaks_of_one_vote(n: int, lines: Thresholds, rule: Rule) -> Iterator[object]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in splits(n, 4):
        groups.setdefault(shown(outcome, lines), []).append(outcome)
    told = [(NONE, pieces) for pieces in told_up_to(n)]
    for group in groups.values():
        if sum(group[0][:3]) < 5:
            continue  # in the box: no words at all
        for own in range(4):
            if fitting := [((0, 0, 0, 0), o) for o in group if o[own]]:
                yield from leaks(fitting, (None, own), told, lambda f, a, _one, n2: rule(f, a, n2, n2))


@BY_LINES
@pytest.mark.parametrize("n", [5, 6, 7, 9, 10, *(pytest.param(n, marks=pytest.mark.soak) for n in (8, 11, 12))])
def test_five_quick_picks_told_as_themes_gave_everybody_away(n: int, lines: Thresholds) -> None:
    assert list(leaks_of_one_vote(n, lines, the_rule)) == []


@BY_LINES
@pytest.mark.parametrize("rule", [no_rule, one_more])
def test_the_search_finds_the_leaks_of_looser_rules(rule: Rule, lines: Thresholds) -> None:
    assert all(any(leaks_of_one_vote(n, lines, rule)) for n in (5, 6))


def leaks_of_two_votes(
    n: int, later: int, lines: Thresholds, rule: Rule, changes: int, told: list[tuple[Told, Told]], late_is_me: bool = False
) -> Iterator[object]:
    """`later`: voters of the second vote, of whom the last may have come late; `changes`: so many changed their answer."""
    groups: dict[object, list[Votes]] = {}
    second = [(o, shown(o, lines)) for o in splits(later, 4) if sum(o[:3]) >= 5]
    for first in splits(n, 4):
        talk = talked(first, lines)
        for after, display in second:
            if sum(abs(x - y) for x, y in zip(first, after, strict=True)) // 2 <= changes:
                groups.setdefault((talk, display), []).append((first, after))
    for group in groups.values():
        for own in product([None] if late_is_me else range(4), range(4)):
            if fitting := [v for v in group if (own[0] is None or v[0][own[0]]) and v[1][own[1]]]:
                yield from leaks(fitting, own, told, rule)


def told_of_two_votes(most: int) -> list[tuple[Told, Told]]:
    return [(f, a) for f in told_up_to(most) for a in told_up_to(most) if 0 < sum(f) + sum(a) <= most]


@BY_LINES
@pytest.mark.parametrize(("n", "later"), [(5, 5), pytest.param(6, 5, marks=pytest.mark.soak)])
def test_quotes_of_two_votes_gave_everybody_away(n: int, later: int, lines: Thresholds) -> None:
    told = told_of_two_votes(min(n, later) - 1)
    assert list(leaks_of_two_votes(n, later, lines, the_rule, 99, told)) == []
    assert any(leaks_of_two_votes(n, later, lines, no_rule, 99, told_of_two_votes(n)))


@pytest.mark.soak
@BY_LINES
def test_a_late_voter_alone_knows_no_more(lines: Thresholds) -> None:
    assert list(leaks_of_two_votes(5, 6, lines, the_rule, 99, told_of_two_votes(4), late_is_me=True)) == []


@pytest.mark.soak
@BY_LINES
@pytest.mark.parametrize(("n", "later"), [(6, 6), (7, 7), (6, 7), (7, 6)])
@pytest.mark.parametrize("late_is_me", [False, True])
def test_two_votes_of_up_to_seven_exhaustively(n: int, later: int, late_is_me: bool, lines: Thresholds) -> None:
    assert list(leaks_of_two_votes(n, later, lines, the_rule, 99, told_of_two_votes(min(n, later) - 1), late_is_me)) == []


@pytest.mark.soak
@BY_LINES
@pytest.mark.parametrize(("n", "late"), [(8, 0), (8, 1), (9, 0), (9, 1), (10, 0), (11, 1), (12, 0)])
def test_two_votes_of_eight_to_twelve_sampled(n: int, late: int, lines: Thresholds) -> None:
    chance = Random(n)
    told = [(f, a) for f in told_up_to(n - 2) for a in told_up_to(n - 2 - sum(f)) if chance.random() < 0.02]
    assert list(leaks_of_two_votes(n, n + late, lines, the_rule, 99, told)) == []
