"""A plan in the making: which cards it asks, in which order, how long they take, and which pointers none of them speaks to."""

from collections.abc import Collection, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import POINTERS, Card, first_edition, free_ids
from codesign.core.errors import CodesignError
from codesign.core.hour import Minutes, honest, room_for
from codesign.core.plan import Plan

_NEEDS_ONE = "A plan needs a card. Put another one in first; nothing was changed."
_MOST = 30
"""More cards than that nobody answers."""


class Draft(Struct, frozen=True):
    """A plan whose cards are still being chosen. Every change is another draft."""

    plan: Plan

    @property
    def cards(self) -> tuple[Card, ...]:
        return self.plan.cards

    def take_out(self, card_id: str) -> "Draft":
        """Without one of its cards.

        Raises:
            CodesignError: it is the last one.
        """
        left = tuple(card for card in self.cards if card.id != card_id)
        if not left:
            raise CodesignError(_NEEDS_ONE)
        return self._of(left)

    def put_in(self, card: Card, at: int | None = None) -> "Draft":
        """With one more card, at this place from 0, else at the end.

        Raises:
            CodesignError: the group is asked that rule already.
        """
        if not self.has_room_for(card):
            raise CodesignError("The group is asked that rule already. Nothing was changed.")
        place = len(self.cards) if at is None else at
        return self._of((*self.cards[:place], card, *self.cards[place:]))

    def has_room_for(self, card: Card) -> bool:
        """Whether no card asks that rule, alone or in a pair, in the same words or in those of another edition."""
        return not any(_rules(card) & _rules(other) for other in self.cards)

    def instead(self, card_id: str, card: Card) -> "Draft":
        """With another card in the place of one.

        Raises:
            CodesignError: the group is asked that rule already.
        """
        at = [other.id for other in self.cards].index(card_id)
        return self._of(tuple(other for other in self.cards if other.id != card_id)).put_in(card, at)

    def with_of(self, offered: Sequence[Card], marked: Collection[str]) -> "Draft":
        """With those of the cards on offer whose ids are marked, and no other of them; what is put in stands at the end.

        Raises:
            CodesignError: two of them ask the same rule, or none would be left.
        """
        out = {card.id for card in offered if card.id not in marked}
        draft = self._of(tuple(card for card in self.cards if card.id not in out))
        there = {card.id for card in draft.cards}
        for card in offered:
            if card.id in marked and card.id not in there:
                draft = draft.put_in(card)
        if self.cards and not draft.cards:
            raise CodesignError(_NEEDS_ONE)
        return draft

    def free_ids(self, count: int) -> list[str]:
        """So many ids for rules of the plan's own that no card asks yet."""
        return list(islice(free_ids(self.cards), count))

    def move(self, card_id: str, by: int) -> "Draft":
        """With one of its cards so many places further down; at an end it stays."""
        cards = list(self.cards)
        at = next(n for n, card in enumerate(cards) if card.id == card_id)
        card = cards.pop(at)
        cards.insert(max(0, min(len(cards), at + by)), card)
        return self._of(tuple(cards))

    def say_today(self, card_id: str, words: str) -> "Draft":
        """With how the rule of one of its cards reads today."""
        return self._of(tuple(replace(card, today=words) if card.id == card_id else card for card in self.cards))

    def minutes(self, people: int) -> Minutes:
        """How long each step will take with so many people; as planned where nobody said how many (0)."""
        return honest(self.plan.hour, people, len(self.cards)) if people else self.plan.hour

    def room_for(self, people: int) -> int:
        """About how many cards the planned minutes hold with so many people; one at least."""
        return room_for(self.plan.hour, people, 1, _MOST)

    @property
    def untouched(self) -> tuple[str, ...]:
        """The pointers of the fact sheet that no card speaks to, P1 first."""
        spoken_to = {pointer for card in self.cards for pointer in card.pointers}
        return tuple(pointer for pointer in POINTERS if pointer not in spoken_to)

    def _of(self, cards: tuple[Card, ...]) -> "Draft":
        return replace(self, plan=replace(self.plan, cards=cards))


def _rules(card: Card) -> set[str]:
    """The rules that a card asks, whichever their editions: SM-1.2 are newer words of SM-1."""
    return set(map(first_edition, card.asks))
