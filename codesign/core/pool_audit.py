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

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import combinations
from math import comb, prod
from operator import or_
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
        digits = [sum(high - low for low, high in of) + 1 for of in zip(*ends, strict=True)]
        digits[digits.index(max(digits))] = 1
        self.sums = prod(digits)
        self.steps = [prod(digits[:n]) if of > 1 else 0 for n, of in enumerate(digits)]
        """Option -> by how much one more of it moves a sum."""

    def of(self, total: World) -> int:
        return sum(step * (n - low) for step, n, low in zip(self.steps, total, self._lowest, strict=True))

    def moves(self, alone: Alone) -> list[int]:
        """How far each world of one session moves a sum."""
        low = [min(of) for of in zip(*alone.worlds, strict=True)]
        return [sum(step * (n - of) for step, n, of in zip(self.steps, world, low, strict=True)) for world in alone.worlds]


_View = tuple[int, int]
"""For one who looks, at one session and one option: the sums where all others there can have given it, and where not all."""


@lru_cache(512)
def _shown(sessions: tuple[Alone, ...], each: int) -> int:
    """The sums of these sessions that may be shown, as a set."""
    places = _Places(sessions)
    whole = reduce(_added, map(places.moves, sessions), 1)
    views = {*_views(places, sessions, each)}
    hidden = reduce(or_, (all_gave & ~not_all for all_gave, not_all in views), 0)
    while hidden and any(all_gave & hidden and not not_all & hidden for all_gave, not_all in views):
        grown = _with_those_beside(places, hidden) & whole
        hidden = whole if grown == hidden else grown
    return whole & ~hidden


def _added(sums: int, moves: Iterable[int]) -> int:
    """A set of sums with one more session in each."""
    return reduce(or_, (sums << by for by in moves), 0)


def _views(places: _Places, sessions: Sequence[Alone], each: int) -> Iterator[_View]:
    """What each who looks sees, at each session; sessions of which the same is known are seen alike."""
    sorts = sorted({*sessions})
    of_each = [sorts.index(alone) for alone in sessions]
    moves = [places.moves(alone) for alone in sorts]
    answers = _answers(len(sorts[0].worlds[0]), each)
    left = [[*_left(alone, by, answers, each)] for alone, by in zip(sorts, moves, strict=True)]

    @cache
    def rest(*but: int) -> int:
        others = [*of_each]
        for one in but:
            others.remove(one)
        return reduce(_added, (moves[one] for one in others), 1)

    for seen in range(len(sorts)):
        for there in left[seen]:
            yield from _seen(there, rest(seen))
        if not any(gave for _by, gave in left[seen][0]):
            continue  # in no world all gave the same, whoever of another session looks
        for mine in sorted({*of_each} - ({seen} if of_each.count(seen) == 1 else set())):
            for mine_left in left[mine][1:]:
                with_mine = _added(rest(*sorted((seen, mine))), (by for by, _gave in mine_left))
                yield from _seen(left[seen][0], with_mine)


def _answers(options: int, each: int) -> list[World]:
    """What whoever looks can have answered, nothing first."""
    named = [(), *combinations(range(options), each)]
    return [tuple(int(n in of) for n in range(options)) for of in named]


_Left = list[tuple[int, tuple[int, ...]]]
"""Of one session, but for one's own answer: how far each world moves a sum, and what options all others there gave in it."""


def _left(alone: Alone, moves: Sequence[int], answers: Sequence[World], each: int) -> Iterator[_Left]:
    """For each who looks, from outside first. Whoever gave an answer and is behind none of its words knows that those are of
    others."""
    nothing = tuple(0 for _ in answers[0])
    for own in answers:
        yield _left_by(alone.worlds, moves, own, nothing, each)
        if any(map(min, own, alone.least)):
            yield _left_by(alone.worlds, moves, own, alone.least, each)


def _left_by(worlds: Sequence[World], moves: Sequence[int], own: World, least: World, each: int) -> _Left:
    found = []
    for world, by in zip(worlds, moves, strict=True):
        others = tuple(n - mine for n, mine in zip(world, own, strict=True))
        people = sum(others) // each
        if _holds(others, least) and max(others) <= people:  # else nobody there can have given that answer
            found.append((by, tuple(n for n, gave in enumerate(others) if gave == people)))
    return found


def _seen(there: _Left, rest: int) -> Iterator[_View]:
    for option in sorted({n for _by, gave in there for n in gave}):
        all_gave = _added(rest, (by for by, gave in there if option in gave))
        yield all_gave, _added(rest, (by for by, gave in there if option not in gave))


def _with_those_beside(places: _Places, hidden: int) -> int:
    """And the sums with one answer more, less, or another."""
    by = {step - other for step in places.steps for other in (0, *places.steps)}
    return reduce(or_, (hidden << n if n >= 0 else hidden >> -n for n in {*by, *(-n for n in by)}), hidden)
