"""Sums that may be shown, held against the same promise spelt out slowly, in sets of tuples; and how many pools show theirs."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_cards import AGREEMENT, PAIR, SCALE, choice, codes, pick_two, splits, tally_of

from codesign.core import pool_audit
from codesign.core.card import Card
from codesign.core.disclosure import Shown, disclose
from codesign.core.kinds import kind_of
from codesign.core.pool_audit import at_least, may_be_shown
from codesign.core.pool_worlds import Alone, World, known_of
from codesign.core.thresholds import Thresholds

TEN, FIVE = Thresholds(10), Thresholds(5)
Worlds = tuple[World, ...]
Group = Sequence[Alone]


@cache
def displayed(card: Card, n: int, lines: Thresholds) -> dict[Shown, Worlds]:
    """What is shown without counts where n answered -> the counts of which that is shown, found by voting in every way."""
    found: dict[Shown, set[World]] = {}
    for outcome in splits(n, len(codes(card))):
        tally = tally_of(card, (*outcome, 0, 0, 0))
        if (shown := disclose(card, tally, lines)).counts is None:
            found.setdefault(Shown(shown.label, shown.answer), set()).add(tuple(tally.counts.values()))
    return {shown: tuple(sorted(worlds)) for shown, worlds in found.items()}


@pytest.mark.parametrize("card", [SCALE, AGREEMENT, choice(3), PAIR, pick_two(4)], ids=lambda card: card.kind)
@pytest.mark.parametrize("lines", [TEN, FIVE], ids=["from-10", "from-5"])
def test_the_worlds_of_a_session_are_all_that_show_the_same(card: Card, lines: Thresholds) -> None:
    for n in (5, 6) if card.kind == "pick-two" else (5, 6, 8, 11):
        for shown, worlds in displayed(card, n, lines).items():
            assert tuple(sorted(known_of(card, shown, n, lines, ()).worlds)) == worlds


def test_words_that_left_leave_fewer_worlds() -> None:
    alone = known_of(SCALE, Shown("more-for"), 6, TEN, ())
    assert alone.worlds == ((4, 1, 1), (5, 0, 1), (5, 1, 0), (6, 0, 0))
    assert known_of(SCALE, Shown("more-for"), 6, TEN, (2, 1, 0)) == Alone(((4, 1, 1), (5, 1, 0)), (2, 1, 0))


# The promise, slowly


def plus(sums: set[World], worlds: Worlds) -> set[World]:
    return {tuple(map(sum, zip(one, other, strict=True))) for one in sums for other in worlds}


def without(world: World, own: World, least: World = ()) -> World:
    """The others beside one's own answer; empty where it can't have been given there, or those whose words left are not among
    them."""
    others = tuple(n - mine for n, mine in zip(world, own, strict=True))
    there = all(n >= of for n, of in zip(others, least or (0,) * len(own), strict=True))
    return others if there and max(others) * max(sum(own), 1) <= sum(others) else ()


def seen_by_each(group: Group, each: int) -> Iterator[dict[World, set[World]]]:
    """For whoever looks, at each session: sum -> what the (other) people there can have said."""
    options = len(group[0].worlds[0])
    nobody = (0,) * options
    answers = [tuple(int(n in two) for n in range(options)) for two in combinations(range(options), each)]
    inside = [(mine, own, wrote) for mine in range(len(group)) for own in answers for wrote in (True, False)]
    looked = set()
    for seen, alone in enumerate(group):
        for mine, own, wrote in [(seen, nobody, True), *inside]:
            view = alone, group[mine], mine == seen, own, wrote
            if view in looked:  # sessions of which the same is known
                continue
            looked.add(view)
            least = () if wrote else group[mine].least
            rest = {nobody}
            for place, of in enumerate(group):
                if place != seen:
                    rest = plus(rest, tuple(w for w in of.worlds if place != mine or without(w, own, least)))
            found: dict[World, set[World]] = {}
            for world in alone.worlds:
                if others := without(world, own, least) if mine == seen else without(world, nobody):
                    for total in plus(rest, (world,)):
                        found.setdefault(total, set()).add(others)
            yield found


def given_away(can_be: set[World], each: int) -> bool:
    """Whether all (others) there gave some option in every world that is left."""
    return any(all(world[n] * each == sum(world) for world in can_be) for n in range(len(next(iter(can_be)))))


def found_out(group: Group, each: int) -> list[World | str]:
    """Sums that give somebody away, shown or together with all of which the same is said."""
    found: list[World | str] = []
    for sees in seen_by_each(group, each):
        shown = {total for total in sees if may_be_shown(group, total, each)}
        found += [total for total in shown if given_away(sees[total], each)]
        said: dict[tuple[int, int] | None, set[World]] = {}
        for total in sees.keys() - shown:
            least = at_least(group, total, each)
            assert least is None or total[least[0]] >= least[1] > sum(total) / each / 2
            said.setdefault(least, set()).update(sees[total])
        found += ["hidden" for can_be in said.values() if given_away(can_be, each)]
    return found


KINDS = st.sampled_from([(SCALE, 8), (SCALE, 9), (AGREEMENT, 9), (choice(3), 7), (PAIR, 5), (pick_two(4), 5)])


@st.composite
def groups(draw: st.DrawFn) -> tuple[Group, int]:
    card, most = draw(KINDS)
    lines = draw(st.sampled_from([TEN, FIVE]))
    sizes = draw(st.lists(st.integers(5, most), min_size=2, max_size=3 if card is SCALE or card is AGREEMENT else 2))
    group = [Alone(draw(st.sampled_from(sorted(displayed(card, n, lines).values())))) for n in sizes]
    if card is SCALE:
        group = [with_words(alone, draw(st.sampled_from(WORDS))) for alone in group]
    return group, kind_of(card).each


WORDS = [(), (), (0, 1, 0), (1, 0, 0), (0, 0, 1), (0, 2, 0), (1, 1, 0), (1, 1, 1)]


def with_words(alone: Alone, least: World) -> Alone:
    """The same where words left of so many people, if that can be."""
    worlds = tuple(world for world in alone.worlds if least and all(map(int.__ge__, world, least)))
    return Alone(worlds, least) if worlds else alone


@settings(max_examples=45, deadline=None)
@given(groups())
def test_nobody_is_found_out_by_a_sum_or_by_its_not_being_shown(drawn: tuple[Group, int]) -> None:
    assert found_out(*drawn) == []


def twelve(rng: random.Random) -> Group:
    """Twelve sessions, of a few sorts."""
    sorts = [Alone(rng.choice([*displayed(SCALE, rng.randint(5, 7), TEN).values()])) for _ in range(2)]
    return [sorts[rng.randrange(2)] for _ in range(12)]


def test_nobody_is_found_out_by_the_sums_of_twelve() -> None:
    rng = random.Random(5)
    for _ in range(2):
        assert found_out(twelve(rng), 1) == []


FOUND = (pool_audit._shown, pool_audit._bands, pool_audit._left, pool_audit._looked_at)


def forget() -> None:
    for found in FOUND:
        found.cache_clear()


@pytest.fixture
def anew() -> Iterator[None]:
    """No test takes over what a broken audit found."""
    forget()
    yield
    forget()


def as_close_as_can_be(group: tuple[Alone, ...], each: int) -> list[tuple[int, int, int]]:
    """What is said of hidden sums, if nobody asked what that leaves."""
    pool_audit._shown(group, each)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(pool_audit, "_stays_open", lambda _sums, _views: True)
        return FOUND[1].__wrapped__(group, each)  # type: ignore[no-any-return,attr-defined]


BROKEN: dict[str, tuple[str, Callable[..., object]]] = {
    "those inside": ("_answers", lambda options, _each: [(0,) * options]),
    "what is hidden": ("_with_those_beside", lambda _places, _hidden: 0),
    "what is said of what is hidden": ("_bands", as_close_as_can_be),
}


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("left_out", BROKEN)
def test_the_search_finds_the_leaks_of_half_an_audit(left_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_audit, *BROKEN[left_out])
    fives = [Alone(worlds) for worlds in displayed(SCALE, 5, TEN).values()]
    assert any(found_out([one, other], 1) for one in fives for other in fives)


@pytest.mark.usefixtures("anew")
def test_somebody_behind_no_words_knew_more_than_the_audit_took_them_to_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two who could live with it one wrote why: the other knows that the others are at least that one."""
    found = []
    for one in displayed(SCALE, 5, TEN).values():
        for other in displayed(SCALE, 7, TEN).values():
            group = [Alone(one), with_words(Alone(other), (0, 1, 0))]
            assert found_out(group, 1) == []
            found.append(group)
    by = pool_audit._left_by
    monkeypatch.setattr(pool_audit, "_left_by", lambda alone, own, _least, each: by(alone, own, (0, 0, 0), each))
    forget()
    assert any(found_out(group, 1) for group in found)


# How much is shown


def test_three_of_four_pools_of_nine_small_sessions_show_their_sum_and_more_of_twelve() -> None:
    """Votes on a rule whose support differs from rule to rule, and from session to session around it."""
    rng = random.Random(7)
    assert shown_of(9, rng) >= 0.75
    assert shown_of(12, rng) >= 0.85


def test_most_pools_of_two_show_their_sum_or_a_bound() -> None:
    assert shown_of(2, random.Random(7), bounds=True) >= 0.85


def shown_of(sessions: int, rng: random.Random, pools: int = 300, told: int = 0, *, bounds: bool = False) -> float:
    """The share of pools that show the sum of all their sessions, of 5 to 8, or with `bounds` at least that; `told`: pieces of
    words that left of each."""
    shown = 0
    for _ in range(pools):
        draws = [rng.gammavariate(a, 1) for a in (1.6, 1.0, 0.8)]
        group: list[Alone] = []
        total: World = (0, 0, 0)
        for _ in range(sessions):
            leaning = [rng.gammavariate(8 * draw / sum(draws) + 0.05, 1) for draw in draws]
            said = rng.choices(range(3), leaning, k=rng.randint(5, 8))
            counts = tuple(said.count(n) for n in range(3))
            least = tuple(said[:told].count(n) for n in range(3))
            alone = disclose(SCALE, tally_of(SCALE, (*counts, 0, 0, 0)), TEN)
            group.append(known_of(SCALE, alone, len(said), TEN, least))
            total = tuple(map(sum, zip(total, counts, strict=True)))
        shown += may_be_shown(group, total, 1) or (bounds and at_least(group, total, 1) is not None)
    return shown / pools
