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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, reduce
from itertools import combinations
from math import comb, prod
from operator import mul, or_
from typing import NamedTuple

from codesign.core.card import Card, Option
from codesign.core.disclosure import Shown, disclose
from codesign.core.kinds import kind_of
from codesign.core.plan import Thresholds
from codesign.core.tally import Tally

World = tuple[int, ...]
"""How often each option of a card was given, in the order of the card."""


class Alone(NamedTuple):
    """What is known of a session that shows no counts of a card."""

    worlds: tuple[World, ...] = ()
    """What its counts can be. Nothing where that is out of reach, or where nobody can tell: then no sum holds it."""
    least: World = ()
    """For each option how many people at least are known to have given it, by words that left; empty for nothing."""


SESSIONS = {2: 12, 3: 12, 4: 6, 5: 4, 6: 2}
"""Options of a card -> how many sessions are audited together: the more options, the more sums there are."""
_MOST_COUNTS, _MOST_SUMS = 50_000, 1 << 21
"""Counts of a session and sums of several beyond which nothing is audited, and so nothing shown."""


def known_of(card: Card, shown: Shown, answered: int, thresholds: Thresholds, least: World) -> Alone:
    """What is known of a session in which so many answered, that showed this of a card and no counts."""
    codes = tuple(option.code for option in kind_of(card).options(card))
    found = _by_display(card.kind, codes, answered, thresholds).get((shown.label, shown.answer), ())
    return _with_words(found, least) if any(least) else Alone(found)


@lru_cache(1024)
def _with_words(worlds: tuple[World, ...], least: World) -> Alone:
    return Alone(tuple(world for world in worlds if _holds(world, least)), least)


def _holds(world: World, least: World) -> bool:
    return all(map(int.__ge__, world, least))


@lru_cache(256)
def _by_display(
    kind: str, codes: tuple[str, ...], answered: int, thresholds: Thresholds
) -> dict[tuple[str, str | None], tuple[World, ...]]:
    """What is shown where so many answered, and no counts with it -> the counts of which that is shown."""
    card = Card(id="", kind=kind, rule="", options=tuple(Option(code, "") for code in codes))
    found: dict[tuple[str, str | None], list[World]] = {}
    for world in _counts(answered, len(codes), kind_of(card).each, spread=answered < thresholds.numbers_from):
        shown = disclose(card, Tally("", dict(zip(codes, world, strict=True)), each=kind_of(card).each), thresholds)
        if shown.counts is None:
            found.setdefault((shown.label, shown.answer), []).append(world)
    return {display: tuple(worlds) for display, worlds in found.items()}


def _counts(answered: int, options: int, each: int, *, spread: bool) -> Iterator[World]:
    """All counts of so many answers; not `spread`: where one option has all but two at most, as others are shown."""
    if each == 1 and not spread:
        for top in range(options):
            for others in (rest for n in range(3) for rest in _splits(n, options - 1, n)):
                yield (*others[:top], answered - sum(others), *others[top:])
    elif comb(answered * each + options - 1, options - 1) <= _MOST_COUNTS:
        yield from _splits(answered * each, options, answered)


def _splits(total: int, parts: int, most: int) -> Iterator[World]:
    if parts == 1:
        yield from [(total,)] * (total <= most)
        return
    for first in range(min(total, most) + 1):
        for rest in _splits(total - first, parts - 1, most):
            yield (first, *rest)


def may_be_shown(sessions: Sequence[Alone], total: World, each: int) -> bool:
    """Whether the sum of what these sessions counted may be shown; `each`: the options that one answer names."""
    places = _Places(sessions)
    if len(sessions) < 2 or places.sums > _MOST_SUMS:  # the sum of one is its counts
        return False
    return bool(_shown(tuple(sorted(sessions)), each) >> places.of(total) & 1)


class _Places:
    """Where among the bits a sum of these sessions stands. The option that takes most room has no digit of its own: what was
    given to it follows from the others."""

    def __init__(self, sessions: Sequence[Alone]) -> None:
        ends = [[(min(of), max(of)) for of in zip(*alone.worlds, strict=True)] for alone in sessions]
        self._lowest = [sum(low for low, _high in of) for of in zip(*ends, strict=True)]
        self._digits = [sum(high - low for low, high in of) + 1 for of in zip(*ends, strict=True)]
        self._rest = self._digits.index(max(self._digits))
        self._digits[self._rest] = 1
        self._answers = sum(sum(alone.worlds[0]) for alone in sessions)
        self.sums = prod(self._digits)
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
        least = sum(step * min(of) for step, of in zip(self.steps, zip(*alone.worlds, strict=True), strict=True))
        return [by - least for by in found]


_View = tuple[int, int]
"""For one who looks, at one session and one option: the sums where all others there can have given it, and where not all."""


@lru_cache(512)
def _shown(sessions: tuple[Alone, ...], each: int) -> int:
    """The sums of these sessions that may be shown, as a set."""
    places = _Places(sessions)
    views, whole = _views(places, sessions, each)
    hidden = reduce(or_, (all_gave & ~not_all for all_gave, not_all in views), 0)
    while hidden != whole and not _stays_open(hidden, views):
        grown = _with_those_beside(places, hidden) & whole
        hidden = whole if grown == hidden else grown
    return whole & ~hidden


def _stays_open(sums: int, views: Sequence[_View]) -> bool:
    """Whether somebody who knows no more than that it is one of these sums finds nobody out."""
    return not any(all_gave & sums and not not_all & sums for all_gave, not_all in views)


def at_least(sessions: Sequence[Alone], total: World, each: int) -> tuple[int, int] | None:
    """Of a sum that may not be shown, an option that more than half gave, and how many did at least; None where nothing may be
    said. The sums that are hidden are parted by what is said of them, and each part passes the test that all of them pass."""
    places = _Places(sessions)
    if len(sessions) < 2 or places.sums > _MOST_SUMS:
        return None
    bit = 1 << places.of(total)
    return next(((option, least) for option, least, sums in _bands(tuple(sorted(sessions)), each) if sums & bit), None)


@lru_cache(512)
def _bands(sessions: tuple[Alone, ...], each: int) -> list[tuple[int, int, int]]:
    """Options, how often each was given at least, and the hidden sums of which that may be said: from the most one-sided on,
    as few together as pass the test. What is left of the hidden sums passes it too."""
    places = _Places(sessions)
    views, whole = _views(places, sessions, each)
    left = whole & ~_shown(sessions, each)
    found: list[tuple[int, int, int]] = []
    for option in range(len(places.steps)):
        band, by_count = 0, _most_first(places, left, option, each)
        for count, sums in by_count:
            band |= sums
            if _stays_open(band, views):
                found.append((option, count, band))
                left, band = left & ~band, 0
    while found and not _stays_open(left, views):
        found.sort(key=lambda of: of[1])
        left |= found.pop(0)[2]
    return found


def _most_first(places: _Places, sums: int, option: int, each: int) -> list[tuple[int, int]]:
    """How often an option was given by more than half, and the sums of this set in which it was, the most often first."""
    found: dict[int, int] = {}
    for place, bit in enumerate(reversed(f"{sums:b}")):
        if bit == "1":
            total = places.sum_at(place)
            if total[option] * 2 * each > sum(total):
                found[total[option]] = found.get(total[option], 0) | 1 << place
    return sorted(found.items(), reverse=True)


def _added(sums: int, moves: Iterable[int]) -> int:
    """A set of sums with one more session in each."""
    found = 0
    for by in moves:
        found |= sums << by
    return found


def _views(places: _Places, sessions: Sequence[Alone], each: int) -> tuple[list[_View], int]:
    """What each who looks sees, at each session, and all sums there are. Sessions of which the same is known are seen alike."""
    moves = {alone: places.moves(alone) for alone in sessions}
    whole = reduce(_added, map(moves.__getitem__, sessions), 1)
    return [*_seen(sessions, moves, each)], whole


def _seen(sessions: Sequence[Alone], moves: Mapping[Alone, Sequence[int]], each: int) -> Iterator[_View]:
    sorts = {alone: place for place, alone in enumerate(sessions)}
    of_each = [moves[alone] for alone in sessions]

    @cache
    def first(n: int, *but: int) -> int:
        """The sums of the first so many sessions without those."""
        if n == 0:
            return 1
        if n - 1 in but:
            return first(n - 1, *(one for one in but if one != n - 1))
        return _added(first(n - 1, *but), of_each[n - 1])

    def seen(by: Sequence[int], there: _Left, rest: int) -> Iterator[_View]:
        for all_gave, not_all in there.by_option:
            yield _added(rest, (by[world] for world in all_gave)), _added(rest, (by[world] for world in not_all))

    for alone, place in sorts.items():
        outside, *inside = _left(alone, each)
        by, rest = moves[alone], first(len(sessions), place)
        for there in (outside, *inside):
            yield from seen(by, there, rest)
        if not outside.by_option:
            continue  # in no world all gave the same, whoever of another session looks
        for mine, other in sorts.items():
            if mine == alone:
                other = sessions.index(alone)
                if other == place:
                    continue
            for some in {left.worlds for left in _left(mine, each) if 0 < len(left.worlds) < len(mine.worlds)}:
                with_mine = _added(first(len(sessions), *sorted((place, other))), (moves[mine][world] for world in some))
                yield from seen(by, outside, with_mine)


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
    return found


def _left_by(alone: Alone, own: World, least: World, each: int) -> _Left:
    gave: dict[int, set[int]] = {}
    for place, world in enumerate(alone.worlds):
        others = tuple(n - mine for n, mine in zip(world, own, strict=True))
        people = sum(others) // each
        if _holds(others, least) and max(others) <= people:  # else nobody there can have given that answer
            gave[place] = {n for n, given in enumerate(others) if given == people}
    options = sorted({n for of in gave.values() for n in of})
    split = (([p for p in gave if n in gave[p]], [p for p in gave if n not in gave[p]]) for n in options)
    return _Left((*gave,), tuple((tuple(all_gave), tuple(not_all)) for all_gave, not_all in split))


def _with_those_beside(places: _Places, hidden: int) -> int:
    """And the sums with one answer more, less, or another."""
    by = {step - other for step in places.steps for other in (0, *places.steps)}
    return reduce(or_, (hidden << n if n >= 0 else hidden >> -n for n in {*by, *(-n for n in by)}), hidden)
