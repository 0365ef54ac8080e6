"""What is said of a plan in the making: how long it takes, how many cards its minutes hold, what no card is about."""

from collections.abc import Iterable

from codesign.core.card import POINTERS, Card
from codesign.core.hour import about
from codesign.core.plan_draft import Draft
from codesign.course.before_they_come import USUAL, how_long, in_words
from codesign.course.pages import MenuChoice
from codesign.phrases.on_a_card import the_rule_today
from codesign.words import _, many


def as_it_stands(draft: Draft, people: int) -> list[str]:
    """In three lines at most; `people` is 0 where nobody said how many."""
    return [f"{how_long(draft.plan.hour, people, len(draft.cards))} {_room(draft, people)}", *_untouched(draft)]


def _room(draft: Draft, people: int) -> str:
    """How many cards the plan has room for, as advice."""
    planned, fits = draft.plan.hour.all, draft.room_for(people or USUAL)
    room = many(
        "In {minutes} minutes there is time for about {n} card.",
        "In {minutes} minutes there is time for about {n} cards.",
        fits,
        minutes=about(planned),
    )
    return f"{room} {_('6 to 8 are advised.')}" if planned >= _AN_HOUR else room


_AN_HOUR = 60


def _untouched(draft: Draft) -> list[str]:
    """The pointers that no card speaks to, in one line."""
    if not draft.untouched:
        return []
    named = in_words_of(draft.untouched)
    return [many("No card is about {named}.", "No card is about these: {named}.", len(draft.untouched), named=named)]


def in_words_of(pointers: Iterable[str]) -> str:
    """Pointers of the fact sheet by their names: their numbers say nothing to who does not know it by heart."""
    return ", ".join(_(POINTERS[pointer]) for pointer in pointers)


def row_of(card: Card, part: str = "") -> MenuChoice:
    """A card in a list: its words, its id, the pointers that it speaks to, and how its rule reads today."""
    today = [the_rule_today(card.today)] if card.today else []
    served = [in_words_of(card.pointers)] if card.pointers else []
    return MenuChoice(card.id, in_words(card), " · ".join([card.id, *served, *today]), part=part)
