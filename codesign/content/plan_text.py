"""A plan as a file that a person can go on with in a text editor."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from codesign.content.cards import PlanCard, card_of
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan

_NOTES = ("today", "content_note", "staff_note", "before_vote", "room", "fixed")
_OWN = ("why", "good", "against", "risk", "pointers", "about")


def plan_text(plan: Plan, about: str) -> tuple[str, tuple[Card, ...]]:
    """The plan as TOML, under `about` as a comment; and the cards that no plan file can hold, because it takes no such card
    or would say other words than theirs.

    A rule of the bank is named by its id, any other stands there in its words. Read again it asks the same, the wordings of a
    pair in the order of the bank.
    """
    found = [(card, _card(card)) for card in plan.cards]
    head: dict[str, Any] = {"title": plan.title, "purpose": plan.purpose, "minutes": plan.minutes, "language": plan.language}
    head |= {"region": plan.region} if plan.region else {}
    head |= {"numbers_from": plan.thresholds.numbers_from, "quote_from": plan.thresholds.quote_from}
    lines = [*(f"# {line}" for line in about.split("\n")), "", *_written(head)]
    if plan.steps:
        lines += ["", "[steps]", *_written(msgspec.to_builtins(plan.steps))]
    for _asked, values in found:
        lines += ["", "[[card]]", *_written(values)] if values else []
    return "\n".join(lines) + "\n", tuple(card for card, values in found if not values)


def _written(values: Mapping[str, Any]) -> Iterator[str]:
    """Words that came through `clean` are written in TOML as in JSON."""
    return (f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())


def _card(card: Card) -> dict[str, Any]:
    """What a plan file says of a card; empty where it can't."""
    notes = {name: getattr(card, name) for name in _NOTES if getattr(card, name)}
    own = {"id": card.id, "kind": card.kind, "words": card.rule, "options": [option.words for option in card.options], **notes}
    own |= {name: msgspec.to_builtins(getattr(card, name)) for name in _OWN}
    first, _plus, second = card.id.partition("+")
    todays = {"id": first, "pair": [second], "words": card.options[0].words, "good": card.options[0].good} if second else {}
    filled_in = todays | {"options": [card.options[1].words]} if todays else {}
    for values in ({"rule": card.id}, {"pair": card.id.split("+")}, todays, filled_in, _two_of_its_own(card), own):
        kept = {name: value for name, value in values.items() if value}
        if (read := _read(kept)) and _asks_the_same(read, card):
            said = {name: words for name, words in notes.items() if words != getattr(read, name)}
            if "room" in said and card.fixed:  # beside a room of its own, a plan takes nothing of that from the bank
                said["fixed"] = card.fixed
            return kept | said
    return {}


def as_plan_card(card: Card) -> PlanCard:
    """A card as a plan file says it.

    Raises:
        CodesignError: no plan file can hold it.
    """
    if not (values := _card(card)):
        raise CodesignError("This card is not in the rule bank as it was, and no plan can hold it in words of its own.")
    return msgspec.convert(values, PlanCard)


def _two_of_its_own(card: Card) -> dict[str, Any]:
    if card.kind != "pair":
        return {}
    two = card.options[:2]
    good = [option.good for option in two]
    said = {"options": [option.words for option in two], "option_good": good if any(good) else []}
    return {"kind": card.kind, "pair": [option.code for option in two], **said, "pointers": list(card.pointers)}


def _read(values: dict[str, Any]) -> Card | None:
    """The card, as far as a plan may ask it."""
    try:
        card = card_of(msgspec.convert(values, PlanCard))
    except (CodesignError, msgspec.ValidationError):
        return None
    return None if kind_of(card).problems(card) else card


def _asks_the_same(read: Card, card: Card) -> bool:
    """But for its notes, and for which wording of a pair stands first."""
    one, other = (replace(c, options=(), **dict.fromkeys(_NOTES, "")) for c in (read, card))
    return one == other and {o.code: o.words for o in read.options} == {o.code: o.words for o in card.options}
