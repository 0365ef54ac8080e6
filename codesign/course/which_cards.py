"""Which cards a plan asks, before it is set up: each can be looked at, taken out and moved, and the rule bank has more.

A record's cards are fixed once it is there, because every ballot is cast on them. So they are chosen before.
"""

from collections.abc import Callable
from functools import partial

from codesign.core.card import POINTERS, Card
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.course.before_they_come import how_long, in_words, the_rule_today
from codesign.course.look import as_youth_see_it, look
from codesign.course.pages import Act, Course, Menu, MenuChoice, ToRead
from codesign.course.rules_now import rule_now
from codesign.words import _, many

_PUT_IN = "put in"
_MOVES = {"up": -1, "down": 1}


def which_cards(plan: Plan, people: int, keep: Callable[[Plan], None]) -> Course[None]:
    """The cards of a plan, for so many people (0: nobody said); `keep` is handed it as it stands, hidden or not."""
    draft, at, problem = Draft(plan), 0, ""
    while True:
        keep(draft.plan)
        said = yield _menu(draft, people, at, problem)
        problem = ""
        ids = [card.id for card in draft.cards]
        if said == "back":
            return
        if isinstance(said, Act) and said.how == "today":
            at = ids.index(said.id) if said.id in ids else len(ids)
            draft = yield from rule_now(draft, said.id)
        elif isinstance(said, Act):
            at = ids.index(said.id) if said.id in ids else len(ids)
            if at < len(ids):
                try:
                    draft, at = _done(draft, said, at)
                except CodesignError as error:
                    problem = str(error)
        elif said == _PUT_IN:
            draft = yield from _from_the_bank(draft)
            at = len(draft.cards) - 1
        else:
            at = yield from look(draft.cards, ids.index(str(said)))


def _done(draft: Draft, act: Act, at: int) -> tuple[Draft, int]:
    """What was done to a card, and the place that is looked at then."""
    if act.how == "out":
        draft = draft.take_out(act.id)
        return draft, min(at, len(draft.cards) - 1)
    draft = draft.move(act.id, _MOVES[act.how])
    return draft, [card.id for card in draft.cards].index(act.id)


def _menu(draft: Draft, people: int, at: int, problem: str) -> Menu:
    more = MenuChoice(_PUT_IN, _("Put one in from the rule bank"))
    return Menu(
        place="which-cards",
        title=_("Which cards"),
        lines=(how_long(draft.plan.hour, people, len(draft.cards)), *_untouched(draft)),
        alerts=(problem,) if problem else (),
        choices=(*(MenuChoice(card.id, in_words(card), _about(card)) for card in draft.cards), more),
        here=at,
        acts=("out", *_MOVES, "today"),
        others=("back",),
    )


def _untouched(draft: Draft) -> list[str]:
    """The pointers that no card speaks to, in one line."""
    if not draft.untouched:
        return []
    named = ", ".join(f"{pointer} {_(POINTERS[pointer])}" for pointer in draft.untouched)
    return [many("No card is about {named}.", "No card is about these: {named}.", len(draft.untouched), named=named)]


def _from_the_bank(draft: Draft) -> Course[Draft]:
    """With one more card at its end; without where somebody goes back."""
    free = {card.id: card for card in _bank() if draft.has_room_for(card)}
    at = 0
    while True:
        said = yield Menu(
            place="bank",
            title=_("The rule bank"),
            choices=tuple(MenuChoice(card.id, in_words(card), _about(card)) for card in free.values()),
            empty=_("All of its rules are in the plan."),
            here=at,
            others=("back",),
        )
        if said == "back":
            return draft
        card = free[str(said)]
        at = list(free).index(card.id)
        title = _("Put this one in?")
        if (yield ToRead(speaks=False, place="put-in", title=title, blocks=partial(as_youth_see_it, card))) == "on":
            return draft.put_in(card)


def _bank() -> tuple[Card, ...]:
    from codesign.content import bank_cards

    return bank_cards()


def _about(card: Card) -> str:
    today = [the_rule_today(card.today)] if card.today else []
    return " · ".join([card.id, *card.pointers, *today])
