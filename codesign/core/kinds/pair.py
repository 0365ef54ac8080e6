"""The pair: two wordings of matched length. Which stands first is shuffled by session, and neither is labelled."""

from collections.abc import Callable
from typing import Literal
from zlib import crc32

from msgspec.structs import replace

from codesign.core.card import Card, Option
from codesign.core.kinds.base import Choosable, Lettered

BOTH, NEITHER = "both", "neither"
QUESTION = "Which is better for the people who live here?"
EARLIER_QUESTION = "Which would keep you and others safer here?"
"""Of the wordings of the first edition of the rule bank, which says nothing against them."""


def pair_options(first: Option, second: Option) -> tuple[Option, ...]:
    """The two wordings, named by their rule ids, and the two ways not to choose."""
    return first, second, Option(BOTH, "Parts of both"), Option(NEITHER, "Neither")


def is_zero_tolerance(code: str) -> bool:
    """Whether an option is a wording without room for what happened; the rule bank names those ZT-1, ZT-2 ... Never told to
    youth, who compare without a label."""
    return code.startswith("ZT-")


def placed(card: Card, pick: Callable[[int], int]) -> Card:
    """The card with its two wordings in an order drawn by `pick(2)`; other kinds are returned as they are."""
    if card.kind != Pair.name or pick(2) == 0:
        return card
    first, second, *rest = card.options
    return replace(card, options=(second, first, *rest))


def on_paper(card: Card) -> Card:
    """The card as paper has it: its two wordings in an order that follows from their rule ids, as good as drawn by lot, and
    the same in every session. So a letter on a printed form is the letter of whoever types it in."""
    if card.kind != Pair.name:
        return card
    first, second = sorted(card.options[:2], key=lambda option: option.code)
    turned = crc32(f"{first.code} {second.code}".encode()) % 2
    return replace(card, options=(*((second, first) if turned else (first, second)), *card.options[2:]))


class Pair(Lettered):
    """Two wordings of one rule."""

    name = "pair"
    layout: Literal["list", "side-by-side"] = "side-by-side"
    asked = ""
    hint = "A and B are in no special order. Neither one is the right one."

    def paper_name(self, option: Choosable) -> str:
        """By rule id: which wording stands first is drawn by lot in every session."""
        return option.code

    export_name = paper_name

    def problems(self, card: Card) -> list[str]:
        if [o.code for o in card.options[2:]] != [BOTH, NEITHER]:
            return ["needs exactly two wordings: name two rules"]
        found = []
        first, second = card.options[:2]
        if first.code == second.code or first.words == second.words:
            found.append("compares a rule with itself: name two different rules")
        if taken := {first.code, second.code} & {BOTH, NEITHER}:
            found.append(f"calls a wording “{taken.pop()}”, which is another answer: give it another id")
        lengths = sorted(len(o.words.split()) for o in (first, second))
        if lengths[1] > lengths[0] * 1.7:
            found.append(f"has wordings of {lengths[0]} and {lengths[1]} words: match their length, a longer text looks kinder")
        return found
