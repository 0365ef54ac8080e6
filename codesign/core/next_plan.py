"""The plan of the next session: the rules that were adopted stand on its cards as the rule today."""

from collections.abc import Mapping

from msgspec.structs import replace

from codesign.core.card import Card, free_ids
from codesign.core.hour import Minutes
from codesign.core.new_words import renamed
from codesign.core.plan import Plan
from codesign.core.policy_team.adopted import asks_of
from codesign.core.session import Session


def with_rules_today(plan: Plan, today: Mapping[frozenset[str], str]) -> Plan:
    """The plan, on whose cards stands how the rule reads today. `today`: what names a rule (`asks_of`) -> how it reads."""

    def filled(card: Card) -> Card:
        return replace(card, today=next((words for asks, words in today.items() if asks & asks_of(card)), card.today))

    return replace(plan, cards=tuple(map(filled, plan.cards)))


def as_last_time(plan: Plan, earlier: Session) -> Plan:
    """The plan, on whose cards that say nothing of the rule today stands what an earlier session said of it."""
    filled = with_rules_today(plan, {asks_of(card): card.today for card in earlier.cards if card.today})
    cards = zip(plan.cards, filled.cards, strict=True)
    return replace(plan, cards=tuple(card if card.today else same for card, same in cards))


def plan_of(session: Session, name: str) -> Plan:
    """The plan by which a session can be held again. Rules that youth wrote in it have names of their own, because the next
    session has ideas too; so have those in words of the group."""
    free = free_ids(session.cards)
    names = {card.id: next(free) if card.is_idea else card.edition for card in session.cards}
    cards = tuple(_as_it_reads(renamed(card, names)) for card in session.cards)
    return as_plan(session, cards, session.setup.steps, name)


def as_plan(session: Session, cards: tuple[Card, ...], hour: Minutes | None, name: str = "") -> Plan:
    """What a plan says, of a session with these cards and, where that is known, this hour."""
    setup = session.setup
    return Plan(
        name=name,
        title=setup.title,
        purpose="",
        minutes=hour.all if hour else 60,
        cards=cards,
        steps=hour,
        thresholds=session.thresholds,
        language=setup.language,
        region=setup.region,
    )


def _as_it_reads(card: Card) -> Card:
    """The card in words of the group as one of its own, which no list of the rule bank's picks belongs to."""
    return replace(card, was="", picks="") if card.was else card
