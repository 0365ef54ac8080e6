"""Which cards a plan asks: each can be looked at, changed, taken out and moved; the rule bank has more, and one can write them.

At set-up they are chosen before the record is there: its cards are fixed then, because every ballot is cast on them.
"""

from collections.abc import Callable

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.course.bank import from_the_bank
from codesign.course.look import look
from codesign.course.own_rule import WRITE_OWN, changed_card, own_rule
from codesign.course.pages import Act, Course, Menu, MenuChoice
from codesign.course.plan_draft_words import as_it_stands, row_of
from codesign.course.rules_now import rule_now
from codesign.words import _

_PUT_IN, _WRITE = "put in", "write"
_MOVES = {"up": -1, "down": 1}


def which_cards(plan: Plan, people: int, keep: Callable[[Plan], None]) -> Course[None]:
    """The cards of a plan, for so many people (0: nobody said); `keep` is handed it as it stands, hidden or not."""
    draft, at, problem = Draft(plan), 0, ""

    def kept(changed: Draft) -> None:
        keep(changed.plan)

    while True:
        kept(draft)
        said = yield _menu(draft, people, at, problem)
        problem = ""
        ids = [card.id for card in draft.cards]
        if said == "back":
            return
        try:
            if isinstance(said, Act):
                at = ids.index(said.id) if said.id in ids else len(ids)
                if at < len(ids):
                    draft = yield from _done(draft, said, kept)
                    at = _place_in(draft, said.id, at)
            elif said == _PUT_IN:
                draft = yield from from_the_bank(draft, people, kept)
                at = len(draft.cards)
            elif said == _WRITE:
                draft = yield from own_rule(draft, kept)
                at = len(draft.cards) + 1
            else:
                at = yield from look(draft.cards, ids.index(str(said)))
        except CodesignError as error:
            problem = str(error)


def _done(draft: Draft, act: Act, keep: Callable[[Draft], None]) -> Course[Draft]:
    if act.how == "today":
        return (yield from rule_now(draft, act.id))
    if act.how == "change":
        return (yield from changed_card(draft, act.id, keep))
    return draft.take_out(act.id) if act.how == "out" else draft.move(act.id, _MOVES[act.how])


def _place_in(draft: Draft, card_id: str, at: int) -> int:
    """Of the card that something was done to; the place where it was, as far as there is one, where it is gone."""
    ids = [card.id for card in draft.cards]
    return ids.index(card_id) if card_id in ids else min(at, len(ids) - 1)


def _menu(draft: Draft, people: int, at: int, problem: str) -> Menu:
    more = (
        MenuChoice(_PUT_IN, _("Put some in from the rule bank")),
        MenuChoice(_WRITE, _(WRITE_OWN), _("A rule, a question, two wordings, or what should come first.")),
    )
    return Menu(
        place="which-cards",
        title=_("Which cards"),
        lines=tuple(as_it_stands(draft, people)),
        alerts=(problem,) if problem else (),
        choices=(*map(row_of, draft.cards), *more),
        here=at,
        acts=("out", *_MOVES, "today", "change"),
        others=("back",),
    )
