"""What each rule is today, asked at set-up, card by card: page one of the summary goes from there to what youth want."""

from collections.abc import Callable

from msgspec.structs import replace

from codesign.content import asks_of_today
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.core.text import RULE_LIMIT
from codesign.course.before_they_come import in_words
from codesign.course.pages import Course, Menu, MenuChoice, Question
from codesign.words import N_, _

_TITLE = N_("Your rules today")


def rules_now(plan: Plan, keep: Callable[[str, str], None], *, ask: bool, look: bool) -> Course[Plan | None]:
    """The plan, once it was asked of every card that says nothing of it (`ask`), and once all of them were shown, where
    something was written or is to be looked at (`look`); None to go back to the set-up. `keep` is handed what was written: the
    id of a card and its words."""
    draft = Draft(plan)
    missing = [card for card in _cards(draft) if ask and not card.today]
    for at, card in enumerate(missing, 1):
        words = yield _question(card, f"{at} / {len(missing)}")
        if words is None:
            break
        if words:
            draft, look = draft.say_today(card.id, str(words)), True
            keep(card.id, str(words))
    return (yield from _all(draft, keep)) if look else draft.plan


def rule_now(draft: Draft, card_id: str) -> Course[Draft]:
    """The same of one card of a plan, where it can be asked."""
    card = next((card for card in _cards(draft) if card.id == card_id), None)
    if not card:
        return draft
    words = yield replace(_question(card), place="rule-today", value=card.today, back="")
    return draft if words is None else draft.say_today(card_id, str(words))


def _cards(draft: Draft) -> list[Card]:
    return [card for card in draft.cards if asks_of_today(card)]


def _question(card: Card, where: str = "") -> Question:
    return Question(
        place="rule-now",
        title=" · ".join(filter(None, (_(_TITLE), where))),
        question=_("What is your rule now?"),
        lines=(_("The summary goes from this rule to what youth want. Nothing written down? Leave it empty."),),
        strong=(in_words(card),),
        limit=RULE_LIMIT,
        optional=True,
        back=_("back goes on without the rest."),
    )


def _all(draft: Draft, keep: Callable[[str, str], None]) -> Course[Plan | None]:
    at = 0
    while True:
        cards = _cards(draft)
        said = yield Menu(
            place="rules-now",
            title=_(_TITLE),
            lines=(_("Youth read them on the cards, beside what they vote on."),),
            choices=(
                MenuChoice("on", _("Start the session"), _("Then they are fixed, as the cards are.")),
                *(MenuChoice(card.id, in_words(card), card.today or _("Nothing written down.")) for card in cards),
            ),
            here=at,
            others=("back",),
        )
        if said in ("on", "back"):
            return draft.plan if said == "on" else None
        card_id = str(said)
        at = [card.id for card in cards].index(card_id) + 1
        draft = yield from rule_now(draft, card_id)
        keep(card_id, next(card.today for card in draft.cards if card.id == card_id))
