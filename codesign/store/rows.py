"""The rows of a record's tables, each as it stands there: read and checked, and written."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Comment, Round
from codesign.core.tally import Tally
from codesign.core.text import RULE_LIMIT, clean

MOST = 1_000_000
"""Ballots that one card can have: more than any import brings, far less than any number that a page can't hold."""

_KEY_SIZE = 32  # bytes


class BoxRow(Struct, frozen=True):
    """A sealed row as it stands in the box."""

    kind: Literal["b", "v", "c"]
    """A ballot; or, as schema 1 sealed them, the votes of one or a comment."""
    sealed: str


class TallyRow(Tally, frozen=True, kw_only=True):
    """A tally as it stands in its table."""

    round: int
    check: str = ""
    """Of all else in the row, for a mend: a damaged digit makes no other count. Empty where an earlier version counted."""

    @property
    def is_damaged(self) -> bool:
        return bool(self.check) and self.check != tally_row(self.alone, self.round)["check"]

    @property
    def alone(self) -> Tally:
        return Tally(self.card, self.counts, self.skipped, self.unclear, self.not_reached, self.each)


def tally_row(tally: Tally, number: int) -> dict[str, Any]:
    """A tally of a round as it is written."""
    row = {"round": number, **msgspec.to_builtins(tally)}
    return {**row, "check": digest([row]).hex()}


def tally_of(row: object, cards: Mapping[str, Card]) -> TallyRow:
    """A tally that fits its card.

    Raises:
        ValueError: it does not, or its card is not there.
    """
    tally = msgspec.convert(row, TallyRow)
    card = cards.get(tally.card)
    if card is None or tally.each != kind_of(card).each or set(tally.counts) != {o.code for o in kind_of(card).options(card)}:
        raise ValueError("a tally of no card, or of another form")
    counts = (*tally.counts.values(), tally.skipped, tally.unclear, tally.not_reached)
    if min(counts) < 0 or sum(counts) > MOST or sum(tally.counts.values()) % tally.each:
        raise ValueError("counts that no ballots can give")
    if max(tally.counts.values()) > tally.answered:
        raise ValueError("an option that more people picked than answered")
    return tally


def comment_of(row: object, cards: Mapping[str, Card]) -> Comment:
    """A comment on a card that is there, or an idea; raises ValueError."""
    comment = msgspec.convert(row, Comment)
    if comment.card != OWN_IDEA and comment.card not in cards:
        raise ValueError("a comment on no card")
    return comment


def decision_of(row: object, cards: Mapping[str, Card]) -> Decision:
    """A decision on a card that is there; raises ValueError."""
    decision = msgspec.convert(row, Decision)
    if decision.card not in cards:
        raise ValueError("a decision on no card")
    return decision


class RoundRow(Round, frozen=True, kw_only=True):
    """A round as it stands in its table."""

    key: int
    """Names its key file."""
    public_key: str = ""
    """What its ballots are sealed to; only while it is open."""
    rules: str = ""
    """The digest of the cards and lines that it was opened with; empty where schema 1 opened it."""
    among: dict[str, int] = {}
    """Card, or OWN_IDEA, that a later round voted on again -> how many are behind what was written on it in this round."""
    mode: Literal["booth"] = "booth"
    """Earlier versions wrote it in every row, and nothing else in it. It says nothing and is written no more."""


def round_of(row: object) -> Round:
    """A round of the form that one has; raises ValueError."""
    found = msgspec.convert(row, RoundRow)
    if (found.state == "open") != is_public_key(found.public_key) or (found.public_key and found.state != "open"):
        raise ValueError("an open round has a public key, and no other has one")
    if not all(0 <= count <= MOST for count in found.among.values()):
        raise ValueError("counts that no ballots can give")
    words = found.new_words.items()
    if not all(card in found.cards and rule and rule == clean(rule, RULE_LIMIT) for card, rule in words):
        raise ValueError("words that did not come in by the door for words, or of a card that was not voted on")
    return Round(found.number, found.cards, found.state, found.new_words)


def is_public_key(text: str) -> bool:
    """Whether it has the form of one."""
    try:
        return len(base64.b64decode(text, validate=True)) == _KEY_SIZE
    except ValueError:
        return False


def digest(fixed: list[object]) -> bytes:
    """A mark of 16 bytes of what stands there, whatever the order of its names."""
    return hashlib.blake2b(msgspec.msgpack.encode(fixed, order="sorted"), digest_size=16).digest()
