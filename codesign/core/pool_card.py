"""One card of a pool: what several sessions that asked it in the same words may show of it together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import astuple, replace

from codesign.core.card import Card
from codesign.core.disclosure import (
    ALL_OR_ALL_BUT_TWO,
    IN_THE_BOX,
    MANY_DID_NOT_ANSWER,
    SESSIONS_DIFFER,
    AtLeast,
    NoAnswer,
    Shown,
    Together,
    disclose,
)
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import COULD, DOESNT, WORKS
from codesign.core.pool_audit import SESSIONS, at_least, may_be_shown
from codesign.core.pool_worlds import Alone, World, known_of
from codesign.core.tally import Tally
from codesign.core.thresholds import BIG_GROUP, Thresholds

_T = TypeVar("_T")
Blocks = tuple[frozenset[str], ...]
"""Ids of the sessions that came into a pool together, each of which shows no counts of some card alone."""


class Vote(Struct, frozen=True):
    """What one session has on a card: its last vote, and what else is known of it."""

    member: str
    tally: Tally
    thresholds: Thresholds = Thresholds()
    """By which it showed something of it alone."""
    least: World | None = ()
    """For each option how many people at least are known to have given it, by words that left; None where nobody can tell."""


class PooledCard(Struct, frozen=True, kw_only=True):
    """One card in the same words in all of these sessions."""

    card: Card
    asked_as: str
    """The id by which the card leaves each of its sessions. In words of a group it is another card."""
    shown: Shown
    sessions: dict[Shown, int]
    """What sessions showed alone, without a number -> how many."""


# The same card


def wording(card: Card) -> tuple[object, ...]:
    """What is voted on. What is said of an option beside it is no part of it, as what is said of a rule is none."""
    return card.kind, card.rule, tuple((option.code, option.words) for option in _in_order(card).options)


def _in_order(card: Card) -> Card:
    """With its options in an order that every session has: which wording of a pair stood first was drawn by lot in each."""
    if card.kind != Pair.name:
        return card
    first, second, *others = card.options
    return replace(card, options=(*sorted((first, second), key=lambda option: option.code), *others))


_NOTES = ("content_note", "picks", "staff_note", "before_vote")
_SAID_OF_A_RULE = ("was", "today", "why", "good", "against", "risk", "room", "fixed", *_NOTES)
_SAID_OF_AN_OPTION = ("good", "against")


def _common(one: Card, other: Card) -> Card:
    """The card with what both say of it; what only one says, such as the rule of one place today, is left out."""
    if one == other:
        return one
    options = tuple(
        replace(option, **_same(option, beside, _SAID_OF_AN_OPTION))
        for option, beside in zip(one.options, other.options, strict=True)
    )
    about = one.about if one.about == other.about else ()
    served = tuple(sorted({*one.pointers, *other.pointers}))
    return replace(one, options=options, pointers=served, about=about, **_same(one, other, _SAID_OF_A_RULE))


def _same(one: Struct, other: Struct, names: Sequence[str]) -> dict[str, str]:
    return {name: said if (said := getattr(one, name)) == getattr(other, name) else "" for name in names}


# What may be shown


class _Alike(Struct):
    """What follows from a vote, worked out once for all votes of a card from which the same follows."""

    sign: Shown
    flagged: bool
    quotes: bool
    counts: World
    no_answer: NoAnswer | None
    """Where it is shown alone."""
    alone: Alone | None
    """Of what shows something alone and no counts; None for other votes."""
    votes: int = 0
    """How many, since all were last added up."""


_KEPT = 4096
"""Different votes on a card that are kept for those like them."""


class SameCard:
    """One card in the same words, while the votes of sessions on it come in one after another."""

    def __init__(self, card: Card) -> None:
        self._card = _in_order(card)
        self._codes = [option.code for option in kind_of(card).options(self._card)]
        self._known: dict[object, _Alike] = {}
        self._signs: Counter[Shown] = Counter()
        self._flagged = 0
        self._quotes = False
        self._open = _Counted((0,) * len(self._codes), NoAnswer(0, 0, 0))
        """Of the sessions that show their counts alone."""
        self.hidden: list[str] = []
        """The members that show something alone and no counts."""
        self._of_hidden: list[_Alike] = []
        """What each of them has."""

    def add(self, card: Card, vote: Vote) -> None:
        self._card = _common(self._card, _in_order(card))
        said, without = tuple(vote.tally.counts.items()), (vote.tally.skipped, vote.tally.unclear, vote.tally.not_reached)
        key = said, without, vote.thresholds, vote.least, tuple([option.code for option in card.options])
        alike = self._known.get(key)
        if alike is None:
            if len(self._known) == _KEPT:
                self._add_up()
            alike = self._known[key] = self._worked_out(card, vote)
        alike.votes += 1
        if alike.alone is not None:
            self.hidden.append(vote.member)
            self._of_hidden.append(alike)

    def _worked_out(self, card: Card, vote: Vote) -> _Alike:
        shown = disclose(card, vote.tally, vote.thresholds)
        counts = tuple(vote.tally.counts[code] for code in self._codes)
        alone = None
        if shown.hides_counts:
            alone = Alone()
            if vote.least is not None:
                known = known_of(self._card, shown, vote.tally.answered, vote.thresholds, vote.least)
                alone = known if counts in known.worlds else alone
        return _Alike(_sign(shown), MANY_DID_NOT_ANSWER in shown.flags, shown.quotes, counts, shown.no_answer, alone)

    def _add_up(self) -> None:
        for one in self._known.values():
            self._signs[one.sign] += one.votes
            self._flagged += one.votes * one.flagged
            self._quotes = self._quotes or one.quotes
            if one.sign.speaks and one.alone is None:
                self._open = self._open.plus(one.counts, one.no_answer, one.votes)
        self._known.clear()

    def pooled(self, card_id: str, asked_as: str, thresholds: Thresholds, blocks: Blocks) -> PooledCard:
        """What may be shown of it in a pool; `blocks` are those of the pools before and its own."""
        self._add_up()
        kind, counted, aside = kind_of(self._card), self._open, Counter[Shown](one.sign for one in self._of_hidden)
        said: dict[str, AtLeast] = {}
        for of in sorted(self._parts(blocks), key=_to_audit):  # what was worked out for a part serves all that are alike
            total = tuple(map(sum, zip(*(one.counts for one in of), strict=True)))
            alone = [one.alone or Alone() for one in of]
            if may_be_shown(alone, total, kind.each):
                counted = counted.plus(total, None, sessions=len(of))
                aside.subtract(one.sign for one in of)
            elif found := at_least(alone, total, kind.each):
                code = self._codes[found[0]]
                before = said.get(code, AtLeast(code, 0, 0, 0))
                answered = before.answered + sum(total) // kind.each
                said[code] = AtLeast(code, before.sessions + len(of), before.count + found[1], answered)
        aside = +aside
        shown, answered = self._leaning(), sum(counted.counts) // kind.each
        if counted.sessions and answered >= thresholds.numbers_from:
            shown = self._with_numbers(shown, counted, answered, aside)
        if shown.together:
            enough = tuple(
                said[code] for code in self._codes if code in said and said[code].answered >= thresholds.numbers_from
            )
            shown = replace(shown, together=replace(shown.together, at_least=enough))
        return PooledCard(card=replace(self._card, id=card_id), asked_as=asked_as, shown=shown, sessions=dict(self._signs))

    def _parts(self, blocks: Blocks) -> Iterator[Sequence[_Alike]]:
        """The sessions that are audited together on this card: those of each block, in the order of their ids."""
        each = zip(self.hidden, self._of_hidden, strict=True)
        hidden = {member: one for member, one in each if one.alone and one.alone.worlds}
        for block in _sound(blocks):
            most = SESSIONS[kind_of(self._card).each][len(self._codes)]
            yield from even_parts([hidden[member] for member in sorted(hidden.keys() & block)], most)

    def _with_numbers(self, leaning: Shown, counted: "_Counted", answered: int, aside: Mapping[Shown, int]) -> Shown:
        """The counts, and what stands beside them. The label is that of the counts where they are all there is."""
        counts = dict(zip(self._codes, counted.counts, strict=True))
        together = Together(
            sessions=sum(n for sign, n in self._signs.items() if sign.speaks),
            agree=leaning.together.agree if aside and leaning.together else None,
            counted=counted.sessions,
            aside=tuple(sorted(aside.items(), key=lambda item: (item[0].label, item[0].answer or ""))),
        )
        shown = replace(leaning, answered=answered, counts=counts, together=together)
        if aside:
            return shown
        reading = kind_of(self._card).read(counts, strong=answered >= BIG_GROUP)
        return replace(shown, label=reading.label, answer=reading.answer, no_answer=counted.no_answer)

    def _leaning(self) -> Shown:
        """The label that stands in more than half of the sessions, from nothing but what they showed alone."""
        leanings: Counter[tuple[str, str | None]] = Counter()
        for sign, sessions in self._signs.items():
            if sign.speaks:
                leanings[_phrase(sign)] += sessions
        if not leanings:
            return Shown(IN_THE_BOX)
        (label, answer), most = leanings.most_common(1)[0]
        speaking = leanings.total()
        if most * 2 <= speaking:
            label, answer, most = SESSIONS_DIFFER, None, speaking
        flags = (MANY_DID_NOT_ANSWER,) if self._flagged * 2 > speaking else ()
        return Shown(
            label, answer, flags=flags, speaks=True, quotes=self._quotes, together=Together(sessions=speaking, agree=most)
        )


def even_parts(of: Sequence[_T], most: int) -> list[Sequence[_T]]:
    """In as few parts as can be of so many at most, as even as can be."""
    parts = ceil(len(of) / most)
    return [of[len(of) * n // parts : len(of) * (n + 1) // parts] for n in range(parts)]


def _to_audit(part: Sequence[_Alike]) -> list[Alone]:
    return sorted(one.alone or Alone() for one in part)


class _Counted(NamedTuple):
    """Sessions whose answers may be added up."""

    counts: World
    no_answer: NoAnswer | None
    """Added up only where every session shows it alone."""
    sessions: int = 0

    def plus(self, counts: World, no_answer: NoAnswer | None, times: int = 1, *, sessions: int = 1) -> "_Counted":
        """With these of so many `sessions` together, so many times."""
        before, both = self.no_answer, None
        if before and no_answer:
            both = NoAnswer(*(n + times * more for n, more in zip(astuple(before), astuple(no_answer), strict=True)))
        counts = tuple(n + times * more for n, more in zip(self.counts, counts, strict=True))
        return _Counted(counts, both, self.sessions + times * sessions)


def _sound(blocks: Blocks) -> Blocks:
    """Those of which no session is in another: two laptops that pooled the same session otherwise have told two sums of it."""
    seen = Counter(member for block in blocks for member in block)
    return tuple(block for block in blocks if all(seen[member] == 1 for member in block))


_AS_A_PHRASE: dict[str, str] = {"strong-support": "more-for", "strong-concern": "more-against"}
_NEARLY_ALL_AS_A_PHRASE = {WORKS: "more-for", COULD: "could-work", DOESNT: "more-against"}


def _phrase(sign: Shown) -> tuple[str, str | None]:
    """A session's label in the words that small sessions have too, so that labels can be counted."""
    if sign.label == ALL_OR_ALL_BUT_TWO and sign.answer:
        label = _NEARLY_ALL_AS_A_PHRASE.get(sign.answer)
        return (label, None) if label else ("most-picked", sign.answer)
    return _AS_A_PHRASE.get(sign.label, sign.label), sign.answer


def _sign(shown: Shown) -> Shown:
    """What stands for one session beside the pooled figure: its label, never a number."""
    return Shown(shown.label, shown.answer, speaks=shown.speaks)
