"""The promise for pools, held against every outcome of small sessions: from all that is shown (each session's own display, and
every pool's) and one's own answer in one session, no other person's answer in any session can be told.

A person knows how many voted in each session. All worlds that fit are collected; where in all of them the (other) people of a
session said the same, each of them is found out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_cards import AGREEMENT, PAIR, SCALE, choice, codes, pick_two, splits, tally_of

from codesign.core import pool_card
from codesign.core.card import Card
from codesign.core.disclosure import disclose
from codesign.core.pool import new_blocks
from codesign.core.pool_card import Blocks, SameCard, Vote
from codesign.core.pool_worlds import Alone
from codesign.core.pool_worlds import World as Counts
from codesign.core.thresholds import SHOWN_FROM, Thresholds

Outcome = tuple[int, ...]
World = tuple[int, ...]
"""For each session, which of its outcomes."""
TEN, FIVE = Thresholds(10), Thresholds(5)
Memory = Callable[[Blocks], Blocks]


def all_of_it(blocks: Blocks) -> Blocks:
    return blocks


@cache
def outcomes(card: Card, n: int, skips: bool) -> tuple[Outcome, ...]:
    """How many of n said what: the answers of the card, skipped, and two zeros."""
    answers = len(codes(card))
    found = splits(n, answers + 1) if skips else ((*o, 0) for o in splits(n, answers))
    return tuple((*outcome, 0, 0) for outcome in found)


@cache
def alone(card: Card, n: int, skips: bool, lines: Thresholds, member: str) -> tuple[Vote, ...]:
    """For each outcome the vote of a session."""
    return tuple(Vote(member, tally_of(card, outcome), lines) for outcome in outcomes(card, n, skips))


class OneCard(SameCard):
    """What follows from a vote is worked out once for all pools that it is in."""

    known: ClassVar[dict[int, tuple[Vote, Any]]] = {}

    def _worked_out(self, card: Card, vote: Vote) -> Any:
        if id(vote) not in self.known:
            self.known[id(vote)] = vote, super()._worked_out(card, vote)
        return replace(self.known[id(vote)][1])


def displays(
    card: Card,
    sizes: Sequence[int],
    pooled: Sequence[str],
    *,
    skips: bool = False,
    lines: Sequence[Thresholds] = (),
    memory: Memory = all_of_it,
) -> dict[object, list[World]]:
    """All that is shown of sessions A, B, ... and of pools such as "AB" made one after another -> the worlds shown so.
    `memory`: of the blocks so far those that are still known when the next pool is made."""
    lines = lines or [TEN] * len(sizes)
    strict = Thresholds(max(line.numbers_from for line in lines))
    votes = [alone(card, n, skips, line, chr(65 + place)) for place, (n, line) in enumerate(zip(sizes, lines, strict=True))]
    signs: dict[str, int] = {}
    own = [[signs.setdefault(repr(disclose(card, vote.tally, vote.thresholds)), len(signs)) for vote in of] for of in votes]
    tallies = [[repr(vote.tally) for vote in of] for of in votes]
    found: dict[object, list[World]] = {}
    of_counts: dict[tuple[str, ...], object] = {}
    known: Known = {}
    either = sizes[0] == sizes[1] and lines[0] == lines[1]  # A and B could change places: half of the worlds say all
    for world in product(*(range(len(of)) for of in votes)):
        if either and own[0][world[0]] > own[1][world[1]]:
            continue
        counts = tuple(of[i] for of, i in zip(tallies, world, strict=True))  # of pick two, several outcomes have the same
        if counts not in of_counts:
            now = {of[i].member: (of[i], said) for of, i, said in zip(votes, world, counts, strict=True)}
            pools = in_pools(card, now, pooled, strict, memory, known)
            of_counts[counts] = *(own[place][i] for place, i in enumerate(world)), *pools
        found.setdefault(of_counts[counts], []).append(world)
    return found


Known = dict[tuple[str, tuple[str, ...], Blocks], tuple[Blocks, str]]
"""A pool of these sessions, their counts, and the blocks before it -> the blocks after it, and what it shows."""


def in_pools(
    card: Card, now: Mapping[str, tuple[Vote, str]], pooled: Sequence[str], lines: Thresholds, memory: Memory, known: Known
) -> Iterator[str]:
    """What pools made one after another show of these votes."""
    blocks: Blocks = ()
    for names in pooled:
        blocks = memory(blocks)
        if any(block & {*names} and not block <= {*names} for block in blocks):
            yield "refused"
            continue
        pool = names, tuple(now[name][1] for name in names), blocks
        if pool not in known:
            one = OneCard(card)
            for name in names:
                one.add(card, now[name][0])
            after = (*blocks, *new_blocks(one.hidden, blocks))
            known[pool] = after, repr(one.pooled(card.id, card.id, lines, after).shown)
        blocks, shown = known[pool]
        yield shown


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
    *(pytest.param(SCALE, (n, m), ["AB"], n + m < 12, id=f"{n} and {m}") for n in range(5, 10) for m in range(n, 10)),
    pytest.param(SCALE, (4, 6), ["AB"], True, id="one in the box"),
    pytest.param(SCALE, (6, 12), ["AB"], False, id="a small one and a big one"),
    pytest.param(SCALE, (12, 12), ["AB"], False, id="two big ones"),
    pytest.param(SCALE, (5, 5, 6), ["ABC", "AB"], False, id="three, then two of them or one of them deleted"),
    pytest.param(SCALE, (5, 5, 5), ["AB", "BC", "AC", "ABC"], False, id="two, a triangle, all three"),
    pytest.param(AGREEMENT, (5, 6, 10), ["AB", "ABC"], False, id="two, then a big one too"),
    pytest.param(AGREEMENT, (5, 6), ["AB"], True, id="an agreement"),
    pytest.param(AGREEMENT, (5, 5, 6, 7), ["AB", "CD", "ABCD"], False, id="two blocks"),
    pytest.param(choice(3), (6, 7), ["AB"], True, id="a choice"),
    pytest.param(PAIR, (5, 6), ["AB"], False, id="a pair"),
    pytest.param(pick_two(3), (5, 6), ["AB"], False, id="pick two"),
    pytest.param(pick_two(4), (5, 5), ["AB"], False, id="pick two of four", marks=pytest.mark.soak),
]


@pytest.mark.parametrize(("card", "sizes", "pooled", "skips"), SEARCHED)
def test_nobody_is_found_out_by_a_pool(card: Card, sizes: tuple[int, ...], pooled: list[str], skips: bool) -> None:
    groups = displays(card, sizes, pooled, skips=skips)
    assert leaks(card, sizes, groups, skips=skips) == []
    assert sizes[0] < SHOWN_FROM or any("counts={" in str(shown) for shown in groups), "nothing was ever shown"


@pytest.mark.parametrize("lines", [[TEN, FIVE], [FIVE, FIVE]], ids=["one of two", "both"])
def test_nobody_is_found_out_where_sessions_show_numbers_alone_from_five_on(lines: list[Thresholds]) -> None:
    cases = [(SCALE, (6, 7)), *((AGREEMENT, (n, m)) for n in range(5, 10) for m in range(n, 10))]
    for card, sizes in cases:
        assert leaks(card, sizes, displays(card, sizes, ["AB"], skips=True, lines=lines), skips=True) == []


def always(_sessions: Sequence[Alone], _total: Counts, _each: int) -> bool:
    return True


@pytest.mark.parametrize(
    ("card", "skips"),
    [(SCALE, False), (SCALE, True), (AGREEMENT, True), (choice(3), True), (PAIR, False), (pick_two(3), False)],
    ids=lambda of: of.kind if isinstance(of, Card) else "skips" * of,
)
def test_the_search_finds_the_leaks_of_sums_that_nobody_audits(
    card: Card, skips: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_card, "may_be_shown", always)
    assert leaks(card, (5, 5), displays(card, (5, 5), ["AB"], skips=skips), skips=skips)


@pytest.mark.parametrize("lines", [[TEN, FIVE], [FIVE, FIVE]], ids=["one of two", "both"])
def test_the_search_finds_the_leaks_of_lines_that_nobody_audits(
    lines: list[Thresholds], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_card, "may_be_shown", always)
    assert leaks(SCALE, (6, 7), displays(SCALE, (6, 7), ["AB"], lines=lines))


def test_the_search_finds_the_leaks_of_a_bound_that_nobody_audits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_card, "at_least", lambda _of, total, _each: (total.index(max(total)), max(total)))
    assert leaks(SCALE, (5, 5), displays(SCALE, (5, 5), ["AB"]))


def lost(_blocks: Blocks) -> Blocks:
    return ()


def without_a(blocks: Blocks) -> Blocks:
    return tuple(block - {"A"} for block in blocks)


@pytest.mark.parametrize(
    ("card", "sizes", "pooled", "memory"),
    [
        pytest.param(SCALE, (5, 5, 5), ["AB", "ABC"], lost, id="lost"),
        pytest.param(AGREEMENT, (5, 5, 5), ["AB", "BC", "AC"], lost, id="lost between pools that overlap"),
        pytest.param(AGREEMENT, (5, 5, 6, 7), ["AB", "ABCD"], lost, id="lost between two blocks"),
        pytest.param(AGREEMENT, (5, 5, 6), ["ABC", "BC"], without_a, id="of all but a session that was deleted"),
    ],
)
def test_the_search_finds_the_leak_where_a_memory_is_lost(
    card: Card, sizes: tuple[int, ...], pooled: list[str], memory: Memory
) -> None:
    assert leaks(card, sizes, displays(card, sizes, pooled, memory=memory))


def test_two_sums_of_one_session_that_two_laptops_told_are_in_no_pool() -> None:
    one = SameCard(SCALE)
    for member in "ABC":
        one.add(SCALE, Vote(member, tally_of(SCALE, (3, 2, 2, 0, 0, 0))))
    assert one.pooled("S", "S", TEN, (frozenset("ABC"),)).shown.counts
    assert one.pooled("S", "S", TEN, (frozenset("AB"), frozenset("BC"))).shown.counts is None


def test_a_pooled_label_instead_of_numbers_would_give_people_away_too() -> None:
    """So where numbers may not be shown, the label of a pool comes from the sessions' own labels and from nothing else."""
    groups: dict[object, list[World]] = {}
    for (own_a, own_b, *_counts), worlds in displays(SCALE, (5, 5), ["AB"]).items():  # type: ignore[misc]
        for world in worlds:
            of = [outcomes(SCALE, 5, False)[i] for i in world]
            total = tally_of(SCALE, [sum(counts) for counts in zip(*of, strict=True)])
            groups.setdefault((own_a, own_b, disclose(SCALE, total, TEN).label), []).append(world)
    assert leaks(SCALE, (5, 5), groups)


# No pool minus other pools


Sets = list[frozenset[str]]
MEMBERS = "ABCDEFG"


def accepted(sets: Sets, *, by_pairs: bool = False) -> Sets:
    """The sums of hidden sessions that these pools, made one after another, can show: those of their blocks. `by_pairs`: of
    whole pools, by a looser rule, that no two of them may differ by a single session."""
    blocks: Blocks = ()
    shown: Sets = []
    for names in sets:
        if by_pairs:
            shown += [names] * (len(names) > 1 and all(len(names ^ other) != 1 for other in shown))
        elif all(block <= names or not block & names for block in blocks):
            blocks = (*blocks, *new_blocks(names, blocks))
            shown += [frozenset[str]().union(*(block for block in blocks if block <= names))]
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


def worked_out(shown: Sets) -> list[str]:
    """Sessions whose counts follow from these sums, however they are weighted."""
    found = []
    for some in MEMBERS:
        rest = [[name in names for name in MEMBERS if name != some] for names in shown]
        if rank([[name in names for name in MEMBERS] for names in shown]) > rank(rest):
            found.append(some)
    return found


POOLS = st.lists(st.frozensets(st.sampled_from(MEMBERS), min_size=1), min_size=1, max_size=6)


@settings(max_examples=300)
@given(POOLS)
def test_no_pools_can_be_subtracted_down_to_a_small_session(sets: Sets) -> None:
    assert worked_out(accepted(sets)) == []


def test_a_rule_about_pairs_of_pools_would_not_do() -> None:
    """AB, BC and AC differ by two sessions each, and A is half of AB + AC - BC."""
    triangle = [frozenset("AB"), frozenset("BC"), frozenset("AC")]
    assert "A" in worked_out(accepted(triangle, by_pairs=True))
    assert accepted(triangle) == triangle[:1]


def test_a_pool_may_grow_and_one_more_session_is_in_its_words_alone() -> None:
    growing = [frozenset("ABC"), frozenset("ABCDE"), frozenset("DE"), frozenset("ABCDEFG")]
    assert accepted(growing) == growing
    assert accepted([frozenset("ABC"), frozenset("ABCD")]) == [frozenset("ABC")] * 2
