"""How the rules of a program read today: on a card, or as one of the two wordings of a pair."""

import re
from functools import cache

from codesign.content.bank import beside
from codesign.content.cards import PlanCard, card_of
from codesign.content.root import root
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.pick_two import PickTwo
from codesign.core.policy.pairs import TodaysPair, unevenness
from codesign.core.text import RULE_LIMIT, clean, letters_of
from codesign.intake.files import read_text

_ID = re.compile(r"""^\s*id\s*=\s*["']([^"'\n]+)["']""", re.MULTILINE)


def why_no_room(today: str) -> str:
    """Why no card can hold a rule of today; empty where one can."""
    letters = letters_of(today)
    return f"a card has room for {RULE_LIMIT} letters, and this has {letters}" if letters > RULE_LIMIT else ""


def beside_today(number: int, of: TodaysPair) -> Card:
    """A rule of the program as its policy has it, put to the vote against a rule of the bank: as a pair where the bank has it
    in about one length, because a longer text looks kinder; else the rule of the bank alone, with today's beside it."""
    today = clean(of.today, RULE_LIMIT)
    gentler = min(beside(of.rule.id), key=lambda words: unevenness(today, words))
    pair = card_of(PlanCard(id=f"TODAY-{number}", words=today, options=[gentler], good=of.good, pair=[of.rule.id]))
    return card_of(PlanCard(rule=of.rule.id, today=today)) if kind_of(pair).problems(pair) else pair


def todays_words(card: Card) -> str:
    """How the rule reads today: what stands on the card, else of a pair the one wording that is not in the bank, because it is
    the program's own; empty where nobody said."""
    own = [option.words for option in card.options[:2] if option.code not in _bank_ids()] if card.kind == Pair.name else []
    return card.today or (own[0] if len(own) == 1 else "")


@cache
def _bank_ids() -> frozenset[str]:
    """Of all rules of the bank, from its text: a summary needs no more of it, and to read all takes ten times as long."""
    return frozenset(_ID.findall(read_text(root() / "rules.toml", "rule bank")))


def asks_of_today(card: Card) -> bool:
    """Whether somebody can say on the card how its rule reads today: a pick of two is on what matters most, and a pair with a
    wording of the program's own says it."""
    return card.kind != PickTwo.name and (bool(card.today) or not todays_words(card))
