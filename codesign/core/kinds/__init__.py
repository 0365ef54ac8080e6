"""The kinds of card. A new kind is one new file here, one name in KINDS and in `KindName` of core/card.py, and
a line in `course/own_rule.py` where somebody may write one; votes, fold, paper, pages and exports follow.

A kind says what can be picked, by which key, and what of the counts may be said in words. It never sees a ballot with its
person, a file or a screen. What a kind looks like beyond a list (a pair's boxes) and what the summary tells of it beyond its
label (a scale's reasons for and against) stand with the screens and the summary.
"""

from codesign.core.card import Card
from codesign.core.kinds.agreement import Agreement
from codesign.core.kinds.base import Called, Choosable, Kind
from codesign.core.kinds.choice import Choice
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.pick_two import PickTwo
from codesign.core.kinds.scale import Scale

KINDS: dict[str, Kind] = {kind.name: kind for kind in (Scale(), Agreement(), Choice(), Pair(), PickTwo())}


def kind_of(card: Card) -> Kind:
    return KINDS[card.kind]


def for_or_against(card: Card) -> bool:
    """Whether a card puts one rule or statement to the vote, and asks no question."""
    return isinstance(kind_of(card), Scale)


__all__ = ["KINDS", "Called", "Choosable", "Kind", "for_or_against", "kind_of"]
