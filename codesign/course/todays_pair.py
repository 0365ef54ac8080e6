"""A rule of today is put beside a gentler one: what it is good for is asked, and both are looked at as youth will see them."""

from collections.abc import Collection
from functools import partial

from codesign.content.today import beside_today, why_no_room
from codesign.core.card import Card
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import Scale
from codesign.core.policy.pairs import TodaysPair
from codesign.core.text import RULE_LIMIT
from codesign.course.look import as_youth_see_it
from codesign.course.pages import Block, Course, Menu, MenuChoice, Problem, Question, ToRead
from codesign.course.policy_words import of_the_pair
from codesign.words import N_, _

MAKE_A_PAIR = N_("Make a pair")


def todays_pair(today: str, rule: Card | None, good: str, taken: Collection[str]) -> Course[TodaysPair | None]:
    """Today's rule against this one, or one that is chosen from the bank, where those that are `taken` are left out; None where
    somebody goes back. `good` is what was said before of what today's is good for."""
    if why := why_no_room(today):
        yield Problem(title=_(MAKE_A_PAIR), sentence=f"“{today[:40]} …”: {why}. Shorten it in the file, and read that again.")
        return None
    while True:
        rule = rule or (yield from _from_the_bank(today, taken))
        if not rule:
            return None
        pair = TodaysPair(today, rule)
        if beside_today(1, pair).kind == Pair.name:
            said = yield _good(today, good)
            if said is None:
                return None
            good = str(said)
            pair = TodaysPair(today, rule, good)
        said = yield ToRead(speaks=False, place="policy-pair", title=_("As youth will see it"), blocks=partial(_look, pair))
        if said != "edit":
            return pair if said == "on" else None
        rule = None


def gentler_words(pair: TodaysPair) -> str:
    """The gentler rule in the words in which youth will be asked it."""
    card = beside_today(1, pair)
    return card.options[1].words if card.kind == Pair.name else card.rule


def _good(today: str, good: str) -> Question:
    return Question(
        place="policy-good",
        title=_(MAKE_A_PAIR),
        question=_("What is your rule good for?"),
        value=good,
        lines=(_("Youth read it under More, beside what the other one is good for. Empty: neither is said."),),
        strong=(f"“{today}”",),
        limit=RULE_LIMIT,
        optional=True,
    )


def _look(pair: TodaysPair) -> list[Block]:
    """The card, and what staff should know of it."""
    card = beside_today(1, pair)
    return [*as_youth_see_it(card), Block(_("For you alone"), tuple(of_the_pair(pair.today, card)))]


def _from_the_bank(today: str, taken: Collection[str]) -> Course[Card | None]:
    from codesign.content import bank_cards

    rules = {card.id: card for card in bank_cards() if card.kind == Scale.name and card.id not in taken}
    said = yield Menu(
        place="policy-partner",
        title=_("Which gentler rule?"),
        lines=(f"“{today}”",),
        choices=tuple(MenuChoice(card.id, card.rule, card.id) for card in rules.values()),
        others=("back",),
    )
    return rules.get(str(said))
