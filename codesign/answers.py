"""What came of each rule, in sentences: the same on the poster, on the screen and in plain mode."""

from msgspec import Struct

from codesign.core.decisions import ANSWERS, Decision
from codesign.core.disclosure import Shown
from codesign.core.plan import Card
from codesign.core.session import Session
from codesign.core.wanted import Place, is_refused, picked, place, says_not_which
from codesign.phrases import asked, day, day_or_words, said
from codesign.words import N_, _

PLACES: dict[Place, str] = {"done": N_("Done or agreed"), "not-yet": N_("Not yet"), "no": N_("No, and why")}
"""In the order of the poster."""


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
    cards = sorted(session.told_cards, key=lambda card: (not card.id.startswith("IDEA-"), card.id not in decided))
    return [_came_of(session, card) for card in cards]


def _came_of(session: Session, card: Card) -> Came:
    shown, decision = session.shown(card.id), session.decision(card.id)
    told = (asked(card), said(card, shown), place(card, shown, decision))
    if decision is None:
        due = session.setup.answer_by
        return Came(*told, _("No answer yet."), (_("Due: {day}", day=day(due)),) if due else ())
    answer, why = _answer(card, shown, decision)
    return Came(*told, answer, (*why, *_who_and_when(decision)))


def _answer(card: Card, shown: Shown, decision: Decision) -> tuple[str, list[str]]:
    """The answer as youth read it, and its reason or that there is none."""
    why = [_("Why: {words}", words=decision.because)] if decision.because else []
    yes, changed = decision.answer in ("yes", "changes"), decision.answer == "changes"
    reason_owed = why or [_("No reason was given.")]
    if is_refused(card, shown) and decision.answer == "no":
        return _("You said no. We agree: we will not do it."), why
    if is_refused(card, shown) and yes:
        return _over_a_no(decision, changed=changed)
    if yes and says_not_which(card, shown):
        if decision.because:
            return _("The team decided:"), [decision.because]
        return _("The team said yes, but not to which answer. It must say which."), []
    if yes and (options := picked(card, shown)):
        words = " · ".join(_(option.words).removesuffix(".") for option in options)
        if changed:
            return _("Yes, with changes to: {words}.", words=words), why
        return (_("From now on: {words}.", words=words) if len(options) == 1 else _("We agree: {words}.", words=words)), why
    return f"{_(ANSWERS[decision.answer])}.", why if yes else reason_owed


def _over_a_no(decision: Decision, *, changed: bool) -> tuple[str, list[str]]:
    if decision.because:
        because = [decision.because]
        if changed:
            return _("You said no. We do it anyway, with changes, because:"), because
        return _("You said no. We do it anyway, because:"), because
    no_reason = [_("No reason was given.")]
    if changed:
        return _("You said no. We do it anyway, with changes."), no_reason
    return _("You said no. We do it anyway."), no_reason


def _who_and_when(decision: Decision) -> list[str]:
    return [
        *([_("Who does it: {words}", words=decision.who)] if decision.who else []),
        *([_("By when: {day}", day=day_or_words(decision.by_when))] if decision.by_when else []),
        *([_("We look at it again: {day}", day=day_or_words(decision.review))] if decision.review else []),
    ]
