"""Several sessions together: which of their cards are the same card, and what may be shown of their sum.

What each session showed alone is known, so a pool must not be subtractable from it, nor one pool from another. A session that
shows no counts of a card alone ("hidden" here) enters a pool in one of two ways:

* Nearly all said the same: it is in no counts, and only told as such, together with another that gave the same
  answer; where it is the only one, no numbers are shown of the card. Were it in the counts, they would give people away at
  every size of pool, because they and the sessions' own phrases together can leave only one outcome: of two sessions of five,
  "More for than against" and "Split", with 7 works and 3 doesn't in all, the one dissenter of the first would know that all
  others there said "works".
* Its answers are spread: it enters the counts, but only with others of its kind, two or more with BIG_GROUP answers together,
  in this pool and in what any two pools differ by. For that the spread sessions of a pool that showed numbers become a block,
  which later pools hold wholly or not at all.

So whatever is combined, of a session in the counts it is true that nobody's answer follows, and of another no more can be known
than its own display, its answer that nearly all gave, and that they did. tests/core/test_pool_brute_force.py holds both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card, Option
from codesign.core.disclosure import (
    ALL_OR_ALL_BUT_TWO,
    BIG_GROUP,
    IN_THE_BOX,
    MANY_DID_NOT_ANSWER,
    SESSIONS_DIFFER,
    NoAnswer,
    Shown,
    Together,
    nearly_all,
)
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import COULD, DOESNT, WORKS
from codesign.core.plan import Thresholds
from codesign.core.session import Session
from codesign.core.tally import Tally

Blocks = tuple[frozenset[str], ...]
"""Ids of the sessions that stood in a pool's numbers though they show none alone. No session is in two."""


class Member(Struct, frozen=True):
    """A session in a pool."""

    id: str
    """Says which session it is, to the memory of pools only."""
    session: Session


class Vote(Struct, frozen=True):
    """What one session has on a card: its last vote, and what it showed of it alone."""

    member: str
    tally: Tally
    shown: Shown
    asked_as: str = ""
    """The id that the card has in its session."""

    @property
    def hidden(self) -> bool:
        """Something is shown of it alone, but no counts."""
        return self.shown.speaks and self.shown.counts is None


class PooledCard(Struct, frozen=True, kw_only=True):
    """One card in the same words in all of these sessions."""

    card: Card
    shown: Shown
    sessions: tuple[Shown, ...]
    """What each session showed alone, without a number, in an order that tells nothing."""
    asked_in: dict[str, str]
    """Member -> the id that the card has in its session."""
    issued: frozenset[str] = frozenset()
    """Members that stand in the numbers though they show none alone."""


def strictest(members: Sequence[Member]) -> Thresholds:
    """The thresholds that hold for a whole pool."""
    all_of_them = [member.session.thresholds for member in members]
    return Thresholds(max(one.numbers_from for one in all_of_them), max(one.quote_from for one in all_of_them))


def pool(members: Sequence[Member], blocks: Blocks) -> tuple[PooledCard, ...]:
    """The cards of a pool, in the order of its members and of their sessions. `blocks` come from the pools before it.

    The counts of a card in other words stay apart, under an id of their own.
    """
    thresholds, asked = strictest(members), _asked(members)
    found = []
    for card_id, wordings in asked.items():
        for number, votes in enumerate(wordings, 1):
            card = _common([card for card, _vote in votes], card_id if number == 1 else f"{card_id} ({number})")
            found.append(pooled_card(card, [vote for _card, vote in votes], thresholds, blocks))
    return tuple(found)


def issued(cards: Iterable[PooledCard], blocks: Blocks) -> frozenset[str]:
    """The block that this pool adds to the ones before it; empty where it adds none."""
    return frozenset[str]().union(*(card.issued for card in cards)) - frozenset[str]().union(*blocks)


def must_fit(members: Sequence[Member], files: Mapping[str, object], blocks: Blocks) -> None:
    """Before a pool is made beside those made before. `files` names a member to the person who asked for the pool.

    Raises:
        CodesignError: this pool minus an earlier one, or that minus this, would be a few sessions that show no numbers alone.
    """
    here, known = {member.id for member in members}, frozenset[str]().union(*blocks)
    for member in members:
        if block := next((b for b in blocks if member.id in b and not b <= here), None):
            missing = len(block - here)
            raise CodesignError(
                f"{files[member.id]} was pooled before with {missing} more that you did not name now. The two pools "
                "could be subtracted, and that would show the numbers of a few people. Name all records of the earlier pool, "
                "and more if you like, or none of them. Nothing was written."
            )
    for member in members:
        if member.session.mended and member.id in known:
            raise CodesignError(
                f"{files[member.id]} was pooled before and was mended since, so its counts may be others than they were, and "
                "the two pools could be subtracted. Leave out the records of that pool. Nothing was written."
            )
    new = [m for m in members if m.id not in known and not any(m.session.shown(i).counts for i in m.session.tallies)]
    if len(new) == 1 and here & known and _hides_numbers(new[0], members, blocks):
        raise CodesignError(
            f"{files[new[0].id]} shows no numbers alone and would be the only new one beside records that were pooled before: "
            "this pool minus that one would be its numbers. Wait for one more session and add both. Nothing was written."
        )


def _hides_numbers(new: Member, members: Sequence[Member], blocks: Blocks) -> bool:
    """Whether some card would have numbers without this member and has none with it."""
    with_it = {entry.card.id: entry.shown for entry in pool(members, blocks)}
    without = pool([member for member in members if member is not new], blocks)
    return any(entry.shown.counts and not with_it[entry.card.id].counts for entry in without)


# The same card


def _asked(members: Sequence[Member]) -> dict[str, list[list[tuple[Card, Vote]]]]:
    """Card, by the id that leaves -> for each of its wordings, in an order that follows from the words, what the sessions have
    on it. In words of a group it is another card."""
    asked: dict[str, dict[tuple[object, ...], list[tuple[Card, Vote]]]] = {}
    for member in members:
        session = member.session
        for card in session.cards:
            if tally := session.tallies.get(card.id):
                vote = Vote(member.id, tally, session.shown(card.id), card.id)
                asked.setdefault(card.edition, {}).setdefault(_wording(card), []).append((card, vote))
    return {i: [votes for _words, votes in sorted(found.items(), key=lambda f: repr(f[0]))] for i, found in asked.items()}


def _wording(card: Card) -> tuple[object, ...]:
    """What is voted on. What is said of an option beside it is no part of it, as what is said of a rule is none."""
    return card.kind, card.rule, tuple((option.code, option.words) for option in _in_order(card))


def _in_order(card: Card) -> tuple[Option, ...]:
    """The options, those of a pair by rule id: which wording stood first was drawn by lot in every session."""
    if card.kind != Pair.name:
        return card.options
    first, second, *rest = card.options
    return (*sorted((first, second), key=lambda option: option.code), *rest)


def _common(cards: Sequence[Card], card_id: str) -> Card:
    """The card with what all sessions say of it; what only some say, such as the rule of one place today, is left out."""
    first = cards[0]
    same = {
        name: getattr(first, name) if all(getattr(card, name) == getattr(first, name) for card in cards) else ""
        for name in ("was", "today", "why", "good", "against", "risk", "room", "fixed", "content_note", "picks", "staff_note")
    }
    options = tuple(_common_option([_in_order(card)[n] for card in cards]) for n in range(len(first.options)))
    about = first.about if all(card.about == first.about for card in cards) else ()
    served = tuple(sorted({pointer for card in cards for pointer in card.pointers}))
    return replace(first, id=card_id, options=options, pointers=served, about=about, **same)


def _common_option(options: Sequence[Option]) -> Option:
    first = options[0]
    same = {name: getattr(first, name) if len({getattr(o, name) for o in options}) == 1 else "" for name in ("good", "against")}
    return replace(first, **same)


# What may be shown


def pooled_card(card: Card, votes: Sequence[Vote], thresholds: Thresholds, blocks: Blocks) -> PooledCard:
    """One card from what each session has on it."""
    speaking = [vote for vote in votes if vote.shown.speaks]
    is_nearly = [vote.hidden and nearly_all(vote.tally) for vote in speaking]
    nearly = [vote for vote, so in zip(speaking, is_nearly, strict=True) if so]
    counted = [vote for vote, so in zip(speaking, is_nearly, strict=True) if not so]
    spread = [vote for vote in counted if vote.hidden]
    total = _sum(card, [vote.tally for vote in counted])
    enough = total.answered >= thresholds.numbers_from if counted else len(nearly) > 1
    together = all(sessions > 1 for sessions in _nearly_all(card, nearly).values())  # one alone has its phrase and no more
    with_numbers = enough and together and may_be_added(spread, blocks)
    shown = _leaning([vote.shown for vote in speaking])
    if with_numbers:
        shown = _with_numbers(card, shown, total, counted, nearly)
    return PooledCard(
        card=card,
        shown=shown,
        sessions=tuple(sorted((_sign(vote.shown) for vote in votes), key=lambda sign: (sign.label, sign.answer or ""))),
        asked_in={vote.member: vote.asked_as for vote in votes},
        issued=frozenset(vote.member for vote in spread) if with_numbers else frozenset(),
    )


def may_be_added(spread: Sequence[Vote], blocks: Blocks) -> bool:
    """Whether sessions that show no counts alone may stand in the counts of a pool: with enough others, in each block too."""
    known = frozenset[str]().union(*blocks)
    parts = [[v for v in spread if v.member in block] for block in blocks] + [[v for v in spread if v.member not in known]]
    return all(not part or (len(part) > 1 and sum(v.tally.answered for v in part) >= BIG_GROUP) for part in parts)


def _with_numbers(card: Card, leaning: Shown, total: Tally, counted: Sequence[Vote], nearly: Sequence[Vote]) -> Shown:
    """The counts, and the sessions that are not in them. The label is that of the counts where they are all there is."""
    shown = leaning
    if not nearly:
        reading = kind_of(card).read(total.counts, strong=total.answered >= BIG_GROUP)
        shown = replace(shown, label=reading.label, answer=reading.answer)
    if counted:
        shown = replace(shown, answered=total.answered, counts=total.counts, no_answer=None if nearly else _no_answer(counted))
    together = Together(
        sessions=len(counted) + len(nearly),
        agree=leaning.together.agree if nearly and leaning.together else None,
        counted=len(counted),
        nearly_all=_nearly_all(card, nearly),
    )
    return replace(shown, together=together)


def _nearly_all(card: Card, nearly: Sequence[Vote]) -> dict[str, int]:
    """Option code -> sessions in which nearly all gave it, in the order of the card; on a pick two it may be two options."""
    named = Counter(code for vote in nearly for code, n in vote.tally.counts.items() if n >= vote.tally.answered - 2)
    return {option.code: named[option.code] for option in kind_of(card).options(card) if named[option.code]}


def _sum(card: Card, tallies: Sequence[Tally]) -> Tally:
    counts = {option.code: sum(tally.counts[option.code] for tally in tallies) for option in kind_of(card).options(card)}
    return Tally(card.id, counts, each=kind_of(card).each)


def _no_answer(votes: Sequence[Vote]) -> NoAnswer | None:
    """Added up only where every session shows it alone."""
    parts = [vote.shown.no_answer for vote in votes]
    whole = [part for part in parts if part is not None]
    if len(whole) < len(parts):
        return None
    return NoAnswer(sum(p.skipped for p in whole), sum(p.unclear for p in whole), sum(p.not_reached for p in whole))


def _leaning(alone: Sequence[Shown]) -> Shown:
    """The label that stands in more than half of the sessions, from nothing but what they showed alone."""
    if not alone:
        return Shown(IN_THE_BOX)
    leanings = Counter(_phrase(shown) for shown in alone)
    (label, answer), most = leanings.most_common(1)[0]
    if most * 2 <= len(alone):
        label, answer, most = SESSIONS_DIFFER, None, len(alone)
    quotes = any(shown.quotes for shown in alone)
    together = Together(sessions=len(alone), agree=most)
    return Shown(label, answer, flags=_flags(alone), speaks=True, quotes=quotes, together=together)


_AS_A_PHRASE: dict[str, str] = {"strong-support": "more-for", "strong-concern": "more-against"}
_NEARLY_ALL_AS_A_PHRASE = {WORKS: "more-for", COULD: "could-work", DOESNT: "more-against"}


def _phrase(shown: Shown) -> tuple[str, str | None]:
    """A session's label in the words that small sessions have too, so that labels can be counted."""
    if shown.label == ALL_OR_ALL_BUT_TWO and shown.answer:
        label = _NEARLY_ALL_AS_A_PHRASE.get(shown.answer)
        return (label, None) if label else ("most-picked", shown.answer)
    return _AS_A_PHRASE.get(shown.label, shown.label), shown.answer


def _sign(shown: Shown) -> Shown:
    """What stands for one session beside the pooled figure: its label, never a number."""
    return Shown(shown.label, shown.answer, speaks=shown.speaks)


def _flags(alone: Iterable[Shown]) -> tuple[str, ...]:
    """A flag that more than half of the sessions have."""
    flagged = [MANY_DID_NOT_ANSWER in shown.flags for shown in alone]
    return (MANY_DID_NOT_ANSWER,) if sum(flagged) * 2 > len(flagged) else ()
