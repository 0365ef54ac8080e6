"""What the counts of a session can be that shows none: its worlds, by what it showed and by the words that left."""

from collections.abc import Iterator
from functools import lru_cache
from math import comb
from typing import NamedTuple

from codesign.core.card import Card, Option
from codesign.core.disclosure import Shown, disclose
from codesign.core.kinds import kind_of
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds

World = tuple[int, ...]
"""How often each option of a card was given, in the order of the card."""


class Alone(NamedTuple):
    """What is known of a session that shows no counts of a card."""

    worlds: tuple[World, ...] = ()
    """What its counts can be. Nothing where that is out of reach, or where nobody can tell: then no sum holds it."""
    least: World = ()
    """For each option how many people at least are known to have given it, by words that left; empty for nothing."""


_MOST_COUNTS = 50_000
"""Counts of a session beyond which nothing is audited, and so nothing shown."""


def known_of(card: Card, shown: Shown, answered: int, thresholds: Thresholds, least: World) -> Alone:
    """What is known of a session in which so many answered, that showed this of a card and no counts."""
    codes = tuple(option.code for option in kind_of(card).options(card))
    found = _by_display(card.kind, codes, answered, thresholds).get((shown.label, shown.answer), ())
    return _with_words(found, least) if any(least) else Alone(found)


@lru_cache(1024)
def _with_words(worlds: tuple[World, ...], least: World) -> Alone:
    return Alone(tuple(world for world in worlds if holds(world, least)), least)


def holds(world: World, least: World) -> bool:
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
