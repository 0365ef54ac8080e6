"""What came of each rule, in sentences: the same on the poster, on the screen and in plain mode."""

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.decisions import ANSWERS, Decision
from codesign.core.disclosure import Shown
from codesign.core.session import Session
from codesign.core.wanted import Place, is_refused, picked, place, says_not_which
from codesign.phrases import asked, day, day_or_words, said
from codesign.phrases.lead_in import begins, capital, led, without_the_answer
from codesign.words import N_, _

PLACES: dict[Place, str] = {
    "done": N_("Done or agreed"),
    "decided": N_("Decided"),
    "not-yet": N_("Not yet"),
    "no": N_("No, and why"),
}
"""In the order of the poster."""
_WHY = N_("Why: {words}")
_WHO = N_("Who does it: {words}")
_WHEN = N_("By when: {day}")
_AGAIN = N_("We look at it again: {day}")
_FROM_NOW = N_("From now on: {words}.")
_CHANGES = N_("Yes, with changes to: {words}.")
_AGREED = N_("We agree: {words}.")
_DECIDED = N_("The team decided:")


class Came(Struct, frozen=True):
    """What came of one rule."""

    rule: str
    said: str
    """What youth said of it."""
    place: Place
    answer: str
    words: tuple[str, ...]
    """What the policy team says about it, a line each."""


def came_of_all(session: Session) -> list[Came]:
    """Each rule that the policy team was told of. Those that youth wrote stand first, then those that were decided."""
    decided = {decision.card for decision in session.decisions}
    cards = sorted(session.told_cards, key=lambda card: (not card.is_idea, card.id not in decided))
    return [_came_of(session, card) for card in cards]


def _came_of(session: Session, card: Card) -> Came:
    shown, decision = session.shown(card.id), session.decision(card.id)
    if decision:
        decision = replace(decision, because=without_the_answer(decision.because, decision.answer))
    told = (asked(card), said(card, shown), place(card, shown, decision))
    if decision is None:
        due = session.setup.answer_by
        return Came(*told, _("No answer yet."), (_("Due: {day}", day=day(due)),) if due else ())
    answer, why = _answer(card, shown, decision)
    return Came(*told, answer, (*why, *_who_and_when(decision)))


def _answer(card: Card, shown: Shown, decision: Decision) -> tuple[str, list[str]]:
    """The answer as youth read it, and its reason or that there is none."""
    reason = decision.because
    why = [led(_WHY, "why", reason)] if reason else []
    yes, changed = decision.answer in ("yes", "changes"), decision.answer == "changes"
    reason_owed = why or [_("No reason was given.")]
    if is_refused(card, shown) and decision.answer == "no":
        return _("You said no. We agree: we will not do it."), why
    if is_refused(card, shown) and yes:
        return _over_a_no(reason, changed=changed)
    if yes and says_not_which(card, shown):
        if not reason:
            return _("The team said yes, but not to which answer. It must say which."), []
        if begins(_DECIDED, "decided", reason):
            return capital(reason), []
        return _(_DECIDED), [reason]
    if yes and (options := picked(card, shown)):
        words = " · ".join(_(option.words).removesuffix(".") for option in options)
        if changed:
            return _ended(led(_CHANGES, "changes", words)), why
        if len(options) == 1:
            return _ended(led(_FROM_NOW, "now", words)), why
        return _ended(led(_AGREED, "agree", words)), why
    return f"{_(ANSWERS[decision.answer])}.", why if yes else reason_owed


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _over_a_no(reason: str, *, changed: bool) -> tuple[str, list[str]]:
    if reason and not begins(_WHY, "why", reason):
        if changed:
            return _("You said no. We do it anyway, with changes, because:"), [reason]
        return _("You said no. We do it anyway, because:"), [reason]
    told = [capital(reason) or _("No reason was given.")]
    if changed:
        return _("You said no. We do it anyway, with changes."), told
    return _("You said no. We do it anyway."), told


def _who_and_when(decision: Decision) -> list[str]:
    by_when, review = day_or_words(decision.by_when), day_or_words(decision.review)
    return [
        *([led(_WHO, "who", decision.who)] if decision.who else []),
        *([led(_WHEN, "when", by_when)] if by_when else []),
        *([led(_AGAIN, "again", review)] if review else []),
    ]
