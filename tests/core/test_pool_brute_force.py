"""The promise for pools, held against every outcome of small sessions: from all that is shown (each session's own display, and
every pool's) and one's own answer in one session, no other person's answer in any session can be told.

A person knows how many voted in each session. All worlds that fit are collected; where in all of them the (other) people of a
session said the same, each of them is found out.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_cards import PAIR, SCALE, choice, codes, pick_two, splits, tally_of

from codesign.core import pool as pools
from codesign.core.card import Card
from codesign.core.disclosure import Shown, disclose, nearly_all
from codesign.core.plan import Thresholds
from codesign.core.pool import Blocks, Vote, issued, may_be_added, pooled_card
from codesign.core.tally import Tally

Outcome = tuple[int, ...]
World = tuple[int, ...]
"""For each session, which of its outcomes."""
TEN, FIVE = Thresholds(10), Thresholds(5)


@cache
def outcomes(card: Card, n: int, skips: bool) -> tuple[Outcome, ...]:
    """How many of n said what: the answers of the card, skipped, and two zeros."""
    answers = len(codes(card))
    found = splits(n, answers + 1) if skips else ((*o, 0) for o in splits(n, answers))
    return tuple((*outcome, 0, 0) for outcome in found)


@cache
def alone(card: Card, n: int, skips: bool, lines: Thresholds, member: str) -> tuple[Vote, ...]:
    """For each outcome the vote of a session and what it shows of it."""
    tallies = [tally_of(card, outcome) for outcome in outcomes(card, n, skips)]
    return tuple(Vote(member, tally, disclose(card, tally, lines)) for tally in tallies)


def displays(
    card: Card, sizes: Sequence[int], pooled: Sequence[str], *, skips: bool = False, lines: Sequence[Thresholds] = ()
) -> dict[object, list[World]]:
    """All that is shown of sessions A, B, ... and of pools such as "AB" made one after another -> the worlds shown so."""
    lines = lines or [TEN] * len(sizes)
    strict = Thresholds(max(line.numbers_from for line in lines))
    votes = [alone(card, n, skips, line, chr(65 + place)) for place, (n, line) in enumerate(zip(sizes, lines, strict=True))]
    signs: dict[str, int] = {}
    own = [[signs.setdefault(repr(vote.shown), len(signs)) for vote in of] for of in votes]
    found: dict[object, list[World]] = {}
    for world in product(*(range(len(of)) for of in votes)):
        now = {vote.member: vote for vote in (of[i] for of, i in zip(votes, world, strict=True))}
        blocks: Blocks = ()
        shown: list[object] = [own[place][i] for place, i in enumerate(world)]
        for names in pooled:
            if any(block & set(names) and not block <= set(names) for block in blocks):
                shown.append("refused")
                continue
            card_of = pooled_card(card, [now[name] for name in names], strict, blocks)
            new = issued([card_of], blocks)
            blocks = (*blocks, new) if new else blocks
            shown.append(repr(card_of.shown))
        found.setdefault(tuple(shown), []).append(world)
    return found


def said_by_all(outcome: Outcome) -> int | None:
    """The answer that all of them gave, if they did."""
    answers = [place for place, x in enumerate(outcome) if x]
    return answers[0] if len(answers) == 1 else None


def leaks(card: Card, sizes: Sequence[int], groups: dict[object, list[World]], *, skips: bool = False) -> list[object]:
    """(what is shown, whose session, own answer, the session found out, what all there said)."""
    of = [outcomes(card, n, skips) for n in sizes]
    single = [[said_by_all(o) for o in those] for those in of]
    found = []
    for shown, worlds in groups.items():
        for mine, own in product(range(len(sizes)), range(len(codes(card)) + skips)):
            left: dict[int, int | None] | None = None
            for world in worlds:
                outcome = of[mine][world[mine]]
                if not outcome[own]:
                    continue
                others = said_by_all(tuple(x - (place == own) for place, x in enumerate(outcome)))
                said = {s: others if s == mine else single[s][i] for s, i in enumerate(world)}
                left = said if left is None else {s: x for s, x in left.items() if said[s] == x}
                left = {s: x for s, x in left.items() if x is not None}
                if not left:
                    break
            found += [(shown, mine, own, s, x) for s, x in (left or {}).items()]
    return found


# Every pool of these is made after each session's own result was shown.
SEARCHED = [
    pytest.param(SCALE, (5, 5), ["AB"], True, id="two fives"),
    pytest.param(SCALE, (5, 6), ["AB"], True, id="five and six"),
    pytest.param(SCALE, (6, 6), ["AB"], True, id="two sixes"),
    pytest.param(SCALE, (6, 7), ["AB"], True, id="six and seven"),
    pytest.param(SCALE, (8, 8), ["AB"], False, id="two eights"),
    pytest.param(SCALE, (9, 9), ["AB"], False, id="two nines"),
    pytest.param(SCALE, (4, 6), ["AB"], True, id="one in the box"),
    pytest.param(SCALE, (6, 12), ["AB"], False, id="a small one and a big one"),
    pytest.param(SCALE, (12, 12), ["AB"], False, id="two big ones"),
    pytest.param(SCALE, (5, 5, 6), ["ABC", "AB"], False, id="three, then two of them"),
    pytest.param(SCALE, (5, 6, 6), ["AB", "ABC"], False, id="two, then three"),
    pytest.param(SCALE, (5, 6, 11), ["AB", "ABC"], False, id="two, then a big one too"),
    pytest.param(SCALE, (6, 6, 6), ["AB", "BC", "AC"], False, id="a triangle"),
    pytest.param(choice(3), (6, 7), ["AB"], True, id="a choice"),
    pytest.param(PAIR, (6, 6), ["AB"], False, id="a pair"),
    pytest.param(pick_two(4), (5, 5), ["AB"], False, id="pick two"),
]


@pytest.mark.parametrize(("card", "sizes", "pooled", "skips"), SEARCHED)
def test_nobody_is_found_out_by_a_pool(card: Card, sizes: tuple[int, ...], pooled: list[str], skips: bool) -> None:
    assert leaks(card, sizes, displays(card, sizes, pooled, skips=skips), skips=skips) == []


def whatever_is_pooled(card: Card, n: int, line: Thresholds) -> dict[object, list[World]]:
    """The most that pools can tell of one session in which nearly all said the same: its own display, that they did, what they
    said, and how many answered."""
    found: dict[object, list[World]] = {}
    for i, vote in enumerate(alone(card, n, True, line, "A")):
        if vote.hidden and nearly_all(vote.tally):
            most = [code for code, x in vote.tally.counts.items() if x >= vote.tally.answered - 2]
            found.setdefault((repr(vote.shown), *most, vote.tally.answered), []).append((i,))
        else:
            found.setdefault(repr(vote.shown), []).append((i,))
    return found


@pytest.mark.parametrize("lines", [TEN, FIVE], ids=["from-10", "from-5"])
@pytest.mark.parametrize("n", range(5, 13))
def test_nobody_is_found_out_by_all_that_pools_can_tell_of_a_session(n: int, lines: Thresholds) -> None:
    """Sessions whose answers are spread stand in the counts. What is true of them is enough: whoever takes the own answer away
    is left with two answers or more."""
    for card in (SCALE, choice(3), PAIR, *([pick_two(4)] if n < 7 else [])):
        assert leaks(card, (n,), whatever_is_pooled(card, n, lines), skips=True) == []
        for vote in alone(card, n, True, lines, "A"):
            if vote.shown.speaks and not nearly_all(vote.tally):
                assert max(vote.tally.counts.values()) < vote.tally.answered - 1


def test_nobody_is_found_out_where_the_lines_of_two_sessions_differ() -> None:
    lines = [TEN, FIVE]
    assert leaks(SCALE, (6, 7), displays(SCALE, (6, 7), ["AB"], skips=True, lines=lines), skips=True) == []


def never(_tally: Tally) -> bool:
    return False


def all_but_one(tally: Tally) -> bool:
    return max(tally.counts.values()) >= tally.answered - 1


@pytest.mark.parametrize("rule", [never, all_but_one])
@pytest.mark.parametrize("sizes", [(5, 5), (6, 7), (6, 6, 6)])
def test_the_search_finds_the_leaks_of_looser_rules(
    rule: Callable[[Tally], bool], sizes: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts wherever the hidden sessions are two or more with ten answers, whatever was said in them; or whatever but all or
    all but one the same."""
    monkeypatch.setattr(pools, "nearly_all", rule)
    assert leaks(SCALE, sizes, displays(SCALE, sizes, ["ABC"[: len(sizes)]]))


def test_a_pooled_label_instead_of_numbers_would_give_people_away_too() -> None:
    """So where numbers may not be shown, the label of a pool comes from the sessions' own labels and from nothing else."""
    groups: dict[object, list[World]] = {}
    for (own_a, own_b, *_counts), worlds in displays(SCALE, (5, 5), ["AB"]).items():  # type: ignore[misc]
        for world in worlds:
            tallies = [alone(SCALE, 5, False, TEN, name)[i].tally for name, i in zip("AB", world, strict=True)]
            total = pools._sum(SCALE, tallies)
            groups.setdefault((own_a, own_b, disclose(SCALE, total, TEN).label), []).append(world)
    assert leaks(SCALE, (5, 5), groups)


# No pool minus other pools


Sets = list[frozenset[str]]
MEMBERS = "ABCDEFG"


def accepted(sets: Sets, answered: dict[str, int], *, by_pairs: bool = False) -> Sets:
    """Which of these pools of spread small sessions show numbers, made one after another. `by_pairs`: by a looser rule, that no
    two of them may differ by a single session."""
    blocks: Blocks = ()
    shown: Sets = []
    for names in sets:
        votes = [Vote(name, Tally("S", {"works": answered[name]}), Shown("mixed", speaks=True)) for name in sorted(names)]
        if by_pairs:
            fits = len(names) > 1 and all(len(names ^ other) != 1 for other in shown)
        else:
            fits = all(block <= names or not block & names for block in blocks) and may_be_added(votes, blocks)
            new = names - frozenset[str]().union(*blocks)
            blocks = (*blocks, new) if fits and new else blocks
        shown += [names] * fits
    return shown


def rank(rows: Sequence[Sequence[int]]) -> int:
    left = [[Fraction(x) for x in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is not None:
            left.remove(pivot)
            left = [[x - row[column] / pivot[column] * p for x, p in zip(row, pivot, strict=True)] for row in left]
            found += 1
    return found


def worked_out(shown: Sets, answered: dict[str, int]) -> list[tuple[str, ...]]:
    """Sessions, one or with fewer than ten answers together, whose added counts (however weighted) follow from the pools."""
    found = []
    for size in (1, 2):
        for some in combinations(MEMBERS, size):
            if size == 1 or sum(answered[name] for name in some) < 10:
                rest = [[name in names for name in MEMBERS if name not in some] for names in shown]
                whole = [[name in names for name in MEMBERS] for names in shown]
                if rank(whole) > rank(rest):
                    found.append(some)
    return found


ANSWERED = st.fixed_dictionaries({name: st.integers(4, 9) for name in MEMBERS})
POOLS = st.lists(st.frozensets(st.sampled_from(MEMBERS), min_size=1), min_size=1, max_size=6)


@settings(max_examples=300)
@given(POOLS, ANSWERED)
def test_no_pools_can_be_subtracted_down_to_a_small_session(sets: Sets, answered: dict[str, int]) -> None:
    assert worked_out(accepted(sets, answered), answered) == []


def test_a_rule_about_pairs_of_pools_would_not_do() -> None:
    """AB, BC and AC differ by two sessions each, and A is half of AB + AC - BC."""
    answered = dict.fromkeys(MEMBERS, 6)
    triangle = [frozenset("AB"), frozenset("BC"), frozenset("AC")]
    assert ("A",) in worked_out(accepted(triangle, answered, by_pairs=True), answered)
    assert accepted(triangle, answered) == triangle[:1]


def test_a_pool_may_grow_by_two_or_more() -> None:
    answered = dict.fromkeys(MEMBERS, 6)
    growing = [frozenset("ABC"), frozenset("ABCDE"), frozenset("DE"), frozenset("ABCDEFG")]
    assert accepted(growing, answered) == growing
    assert accepted([frozenset("ABC"), frozenset("ABCD")], answered) == [frozenset("ABC")]
