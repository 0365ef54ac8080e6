"""The rule bank as a plan is proposed from it."""

from codesign.content.cards import bank_cards
from codesign.core.card import Card, first_edition
from codesign.core.kinds.pair import Pair
from codesign.core.what_to_ask import Bank

IN_EVERY_PLAN = ("HE-1",)
"""First editions of rules that a proposed plan asks where it has room: that nobody is punished for telling."""
FIX_FIRST = "Which two should be fixed first?"
"""On its pick of two, as on that of the starter plan."""


def bank() -> Bank:
    """What the rule bank offers, the newest words of each rule."""
    rules: dict[str, Card] = {}
    pairs: dict[str, Card] = {}
    for card in bank_cards():
        (pairs if card.kind == Pair.name else rules)[first_edition(card.id.partition("+")[0])] = card
    return Bank(rules, pairs)
