"""The rule bank, by what its rules are about: marked ones are in the plan, and each can be looked at."""

from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.plan_draft import Draft
from codesign.course.look import look
from codesign.course.pages import Course, Marks, MarkSome, MenuChoice
from codesign.course.plan_draft_words import as_it_stands, row_of
from codesign.words import N_, _

DOMAINS = {
    "phones-night": N_("Phones at night"),
    "wifi-filters": N_("Wi-Fi and filters"),
    "posting-tagging": N_("Social media: posting and tagging"),
    "photo-privacy": N_("Photos of people"),
    "location": N_("Location"),
    "gaming": N_("Gaming"),
    "strangers-offers": N_("Strangers, offers and messages"),
    "money-apps": N_("Money apps"),
    "staff-contact": N_("Contact with staff"),
    "shared-computers": N_("Shared computers"),
    "passwords": N_("Passwords and accounts"),
    "monitoring-searches": N_("Monitoring and searches"),
    "help-no-punishment": N_("Asking for help without punishment"),
    "consequences": N_("What happens when a rule is broken"),
    "individual-plans": N_("A plan for each person"),
    "youth-space": N_("A safe space for youth"),
    "training": N_("Training"),
    "rule-review": N_("Looking at rules again"),
    "ai": N_("AI"),
    "private-life": N_("Private life"),
    "access": N_("Access"),
    "moving-on": N_("Leaving the program"),
}
"""What rules are about, as the bank names it -> how people say it; in the order of the list."""


@cache
def _by_domain() -> tuple[tuple[str, Card], ...]:
    """Every card that the bank offers, with what it is about."""
    from codesign.content import bank_cards, domain_of

    found = [(domain_of(card.id.partition("+")[0]), card) for card in bank_cards()]
    return tuple(sorted(found, key=lambda one: [*DOMAINS].index(one[0])))


def rows() -> tuple[MenuChoice, ...]:
    """A row for each, and a title above the first of each domain."""
    before = ["", *(domain for domain, _card in _by_domain())]
    return tuple(
        row_of(card, "" if domain == last else _(DOMAINS[domain]))
        for last, (domain, card) in zip(before, _by_domain(), strict=False)
    )


def from_the_bank(draft: Draft, people: int, keep: Callable[[Draft], None]) -> Course[Draft]:
    """With what was marked in the bank and without what was not, until somebody is done; `keep` is handed it as it stands."""
    cards = tuple(card for _domain, card in _by_domain())
    ids, at = [card.id for card in cards], None
    while True:
        said = yield MarkSome(
            place="bank",
            title=_("The rule bank"),
            choices=rows(),
            marked=frozenset(ids) & frozenset(card.id for card in draft.cards),
            here=at,
            said=partial(_said, draft, cards, people),
            refused=partial(_refused, draft, cards),
            looks=True,
        )
        if not isinstance(said, Marks):
            return draft
        draft = draft.with_of(cards, said.marked)
        keep(draft)
        if not said.look:
            return draft
        at = yield from look(cards, ids.index(said.look))


def _said(draft: Draft, cards: Sequence[Card], people: int, marked: Collection[str]) -> Sequence[str]:
    return as_it_stands(draft.with_of(cards, marked), people)


def _refused(draft: Draft, cards: Sequence[Card], marked: Collection[str]) -> str:
    try:
        draft.with_of(cards, marked)
    except CodesignError as error:
        return str(error)
    return ""
