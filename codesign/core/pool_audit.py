"""May the sum of sessions be shown that show no counts alone? An exact audit over all worlds that fit what is known.

Known of each session is, at worst, how many answered the card, what it showed of it alone, and that words which left came from
so many people of one answer. So its counts are one of finitely many: its worlds. A sum may be shown where, for whoever looks,
from outside or with an answer of their own in any of the sessions, behind words that left or behind none, every session has for
each option a world left in which not all (others) there gave that option. So whether a sum may be shown follows from what is
known and from the sum alone. The sums that may not be shown pass the same test taken together, else they grow by those beside
them: "not shown" tells nobody either.

A set of sums is one whole number: a sum is a place among its bits, and to add a session to a set is to shift the set by each of
the session's worlds and to join what comes out.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, reduce
from itertools import combinations
from math import prod
from operator import mul, or_
from typing import NamedTuple

from codesign.core.pool_worlds import Alone, World, holds

SESSIONS = {1: {2: 12, 3: 12, 4: 6, 5: 4, 6: 2}, 2: {3: 6, 4: 4, 5: 3, 6: 2}}
"""Options that an answer names -> options of a card -> how many sessions are audited together: the more options, the more sums
there are. Another number makes other sums of the same sessions: see `issued_file.SCHEMA`."""
_MOST_SUMS = 1 << 21
"""Sums of several sessions beyond which nothing is audited, and so nothing shown."""


def may_be_shown(sessions: Sequence[Alone], total: World, each: int) -> bool:
    """Whether the sum of what these sessions counted may be shown; `each`: the options that one answer names."""
    of, places = _in_order(sessions)
    return _in_reach(places) and bool(_shown(of, each) >> places.of(total) & 1)


def at_least(sessions: Sequence[Alone], total: World, each: int) -> tuple[int, int] | None:
    """Of a sum that may not be shown, an option that more than half gave, and how many did at least; None where nothing may be
    said. The sums that are hidden are parted by what is said of them, and each part passes the test that all of them pass."""
    of, places = _in_order(sessions)
    found = _bands(of, each) if _in_reach(places) else []
    return next(((option, least) for option, least, sums in found if sums >> places.of(total) & 1), None)


def _in_order(sessions: Sequence[Alone]) -> tuple[tuple[Alone, ...], "_Places"]:
    of = tuple(sorted(sessions))
    return of, _Places(of)


def _in_reach(places: "_Places") -> bool:
    return places.sessions > 1 and places.sums <= _MOST_SUMS  # the sum of one is its counts


class _Places:
    """Where among the bits a sum of these sessions stands. The option that takes most room has no digit of its own: what was
    given to it follows from the others."""

    def __init__(self, sessions: Sequence[Alone]) -> None:
        ends = [_ends(alone) for alone in sessions]
        self._lowest = [sum(low for low, _high in of) for of in zip(*ends, strict=True)]
        self._digits = [sum(high - low for low, high in of) + 1 for of in zip(*ends, strict=True)]
        self._rest = self._digits.index(max(self._digits))
        self._digits[self._rest] = 1
        self._answers = sum(sum(alone.worlds[0]) for alone in sessions)
        self.sessions, self.sums = len(sessions), prod(self._digits)
        self.steps = [prod(self._digits[:n]) if of > 1 else 0 for n, of in enumerate(self._digits)]
        """Option -> by how much one more of it moves a sum."""

    def of(self, total: World) -> int:
        """The place of a sum."""
        return sum(step * (n - low) for step, n, low in zip(self.steps, total, self._lowest, strict=True))

    def sum_at(self, place: int) -> World:
        """The sum that has this place."""
        digits = zip(self._lowest, self.steps, self._digits, strict=True)
        found = [low + (place // step % of if step else 0) for low, step, of in digits]
        found[self._rest] += self._answers - sum(found)
        return tuple(found)

    def moves(self, alone: Alone) -> list[int]:
        """How far each world of one session moves a sum."""
        found = [sum(map(mul, self.steps, world)) for world in alone.worlds]
        least = sum(step * low for step, (low, _high) in zip(self.steps, _ends(alone), strict=True))
        return [by - least for by in found]


@lru_cache(4096)
def _ends(alone: Alone) -> list[tuple[int, int]]:
    """For each option the fewest and the most who can have given it."""
    return [(min(of), max(of)) for of in zip(*alone.worlds, strict=True)]


_View = tuple[int, int]
"""For one who looks, at one session and one option: the sums where all others there can have given it, and where not all."""


@lru_cache(512)
def _shown(sessions: tuple[Alone, ...], each: int) -> int:
    """The sums of these sessions that may be shown, as a set."""
    places, views, whole = _looked_at(sessions, each)
    hidden = reduce(or_, (all_gave & ~not_all for all_gave, not_all in views), 0)
    while hidden != whole and not _stays_open(hidden, views):
        grown = _with_those_beside(places, hidden) & whole
        hidden = whole if grown == hidden else grown
    return whole & ~hidden


def _stays_open(sums: int, views: Sequence[_View]) -> bool:
    """Whether somebody who knows no more than that it is one of these sums finds nobody out."""
    return not any(all_gave & sums and not not_all & sums for all_gave, not_all in views)


@lru_cache(512)
def _bands(sessions: tuple[Alone, ...], each: int) -> list[tuple[int, int, int]]:
    """Options, how often each was given at least, and the hidden sums of which that may be said: from the most one-sided on,
    as few together as pass the test. What is left of the hidden sums passes it too."""
    shown = _shown(sessions, each)
    places, views, whole = _looked_at(sessions, each)
    left = whole & ~shown
    totals = {1 << place: places.sum_at(place) for place, bit in enumerate(reversed(f"{left:b}")) if bit == "1"}
    found: list[tuple[int, int, int]] = []
    for option in range(len(places.steps)):
        by_count: dict[int, int] = {}
        for bit, total in totals.items():
            if bit & left and total[option] * 2 * each > sum(total):
                by_count[total[option]] = by_count.get(total[option], 0) | bit
        band = 0
        for count, sums in sorted(by_count.items(), reverse=True):
            band |= sums
            if _stays_open(band, views):
                found.append((option, count, band))
                left, band = left & ~band, 0
    while found and not _stays_open(left, views):
        found.sort(key=lambda of: of[1])
        left |= found.pop(0)[2]
    return found


@lru_cache(1)
def _looked_at(sessions: tuple[Alone, ...], each: int) -> tuple[_Places, list[_View], int]:
    """What each who looks sees, at each session, and all sums there are. It is large, so that only the last is kept."""
    places = _Places(sessions)
    sorts = sorted({*sessions})
    moves = [places.moves(alone) for alone in sorts]
    of_each = [sorts.index(alone) for alone in sessions]
    whole = reduce(_added, (moves[sort] for sort in of_each), 1)
    return places, _views(of_each, moves, [_left(alone, each) for alone in sorts]), whole


def _added(sums: int, moves: Iterable[int]) -> int:
    """A set of sums with one more session in each."""
    found = 0
    for by in moves:
        found |= sums << by
    return found


def _views(of_each: Sequence[int], moves: Sequence[Sequence[int]], left: Sequence[Sequence["_Left"]]) -> list[_View]:
    """Of sessions, each of a sort, for which the sums move so and so much is left. Those of a sort are seen alike."""
    last = {sort: place for place, sort in enumerate(of_each)}
    worlds = [{of.worlds for of in here if 0 < len(of.worlds) < len(by)} for here, by in zip(left, moves, strict=True)]
    narrowed = [[[by[world] for world in some] for some in of] for of, by in zip(worlds, moves, strict=True)]
    found: list[_View] = []

    @cache
    def first(n: int, *but: int) -> int:
        """The sums of the first so many sessions without those."""
        if n == 0:
            return 1
        if n - 1 in but:
            return first(n - 1, *(one for one in but if one != n - 1))
        return _added(first(n - 1, *but), moves[of_each[n - 1]])

    def seen(there: "_Left", by: Sequence[int], rest: int) -> None:
        for all_gave, not_all in there.by_option:
            found.append((_added(rest, [by[world] for world in all_gave]), _added(rest, [by[world] for world in not_all])))

    for sort, place in last.items():
        for there in left[sort]:
            seen(there, moves[sort], first(len(of_each), place))
        outside = left[sort][0]
        if not outside.by_option:
            continue  # in no world all gave the same, whoever of another session looks
        for other_sort, other in last.items():
            other = of_each.index(sort) if other_sort == sort else other
            if other != place and narrowed[other_sort]:
                rest = first(len(of_each), *sorted((place, other)))
                for by in narrowed[other_sort]:
                    seen(outside, moves[sort], _added(rest, by))
    return found


def _answers(options: int, each: int) -> list[World]:
    """What whoever looks can have answered, nothing first."""
    named = [(), *combinations(range(options), each)]
    return [tuple(int(n in of) for n in range(options)) for of in named]


class _Left(NamedTuple):
    """What is left of the worlds of one session, by their places, for one who looks."""

    worlds: tuple[int, ...]
    by_option: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """Of each option that all others there gave in one: those where they did, and those where not."""


@lru_cache(4096)
def _left(alone: Alone, each: int) -> list[_Left]:
    """For each who looks, but for what they answered themselves, from outside first. Whoever gave an answer and is behind none
    of its words knows that those are of others."""
    answers = _answers(len(alone.worlds[0]), each)
    found = []
    for own in answers:
        found.append(_left_by(alone, own, answers[0], each))
        if any(map(min, own, alone.least)):
            found.append(_left_by(alone, own, alone.least, each))
    return [*dict.fromkeys(found)]


def _left_by(alone: Alone, own: World, least: World, each: int) -> _Left:
    gave: dict[int, set[int]] = {}
    for place, world in enumerate(alone.worlds):
        others = tuple(n - mine for n, mine in zip(world, own, strict=True))
        people = sum(others) // each
        if holds(others, least) and max(others) <= people:  # else nobody there can have given that answer
            gave[place] = {n for n, given in enumerate(others) if given == people}
    options = sorted({n for of in gave.values() for n in of})
    split = (([p for p in gave if n in gave[p]], [p for p in gave if n not in gave[p]]) for n in options)
    return _Left((*gave,), tuple((tuple(all_gave), tuple(not_all)) for all_gave, not_all in split))


def _with_those_beside(places: _Places, hidden: int) -> int:
    """And the sums with one answer more, less, or another."""
    by = {step - other for step in places.steps for other in (0, *places.steps)}
    return reduce(or_, (hidden << n if n >= 0 else hidden >> -n for n in {*by, *(-n for n in by)}), hidden)
