"""What a policy team's answer means, measured against what youth wanted. Depends on nothing but what is shown."""

from typing import Literal

from codesign.core.card import Card
from codesign.core.dates import bare
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, Shown
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.base import Choosable
from codesign.core.kinds.choice import SOMETHING_ELSE
from codesign.core.kinds.pair import BOTH, NEITHER
from codesign.core.kinds.scale import DOESNT
from codesign.core.policy_team.decisions import Decision

Place = Literal["done", "decided", "not-yet", "no"]
"""Done or agreed, which is what youth wanted · decided, where nothing may be told of what they wanted or nothing leads · not
yet · no: what they wanted is not done."""


def is_question(card: Card) -> bool:
    """Whether a card asks which, so that a yes to it must say to what."""
    return not for_or_against(card)


def picked(card: Card, shown: Shown) -> tuple[Choosable, ...]:
    """What a yes to a question stands for; empty where no answer leads, or where the leading one is none of those proposed."""
    named = kind_of(card).named(shown.answer or "") if is_question(card) else ()
    options = tuple(option for option in kind_of(card).options(card) if option.code in named)
    clear = all(option.code not in (BOTH, NEITHER) and option.words != SOMETHING_ELSE for option in options)
    return options if clear or len(options) > 1 else ()


def is_refused(card: Card, shown: Shown) -> bool:
    """Whether youth said no to a rule."""
    all_but_two = shown.label == ALL_OR_ALL_BUT_TWO and shown.answer == DOESNT
    return not is_question(card) and (all_but_two or shown.label in ("more-against", "strong-concern"))


def is_wanted(card: Card, shown: Shown) -> bool:
    """Whether a yes to a card is what youth wanted, as far as anything may be told of it: only then can it be agreed."""
    if is_question(card):
        return bool(picked(card, shown))
    all_but_two = shown.label == ALL_OR_ALL_BUT_TWO and shown.answer != DOESNT
    return all_but_two or shown.label in ("more-for", "strong-support", "could-work")


def _goes_to_another(card: Card, shown: Shown, reads: str) -> bool:
    """Whether a rule will read as an answer that was proposed, and not as the one that leads."""
    leads, meant = picked(card, shown), option_meant(card, reads)
    words = f" {bare(meant.words if meant else reads)} "
    named = [option for option in kind_of(card).options(card) if f" {bare(option.words)} " in words]
    return bool(leads and named) and not any(option in leads for option in named)


def option_meant(card: Card, reads: str) -> Choosable | None:
    """The answer to a question that the team wrote by its letter, or by its words and nothing else."""
    if not is_question(card):
        return None
    words = bare(reads)
    return next((option for option in kind_of(card).options(card) if words in (bare(option.key), bare(option.words))), None)


def says_not_which(card: Card, shown: Shown) -> bool:
    """Whether a yes to this card alone leaves open to what."""
    return is_question(card) and not picked(card, shown)


def place(card: Card, shown: Shown, decision: Decision | None) -> Place:
    """Where an answer stands: an agreed no is agreed, a yes over youth's no is not what they wanted, and where nobody may know
    what they wanted nothing is agreed."""
    if decision is None or decision.answer == "not-now":
        return "not-yet"
    if decision.answer == "no":
        return "done" if is_refused(card, shown) else "no"
    if says_not_which(card, shown):
        return "decided" if decision.because or decision.reads else "not-yet"
    if _goes_to_another(card, shown, decision.reads):
        return "decided"
    if is_refused(card, shown):
        return "no"
    return "done" if is_wanted(card, shown) else "decided"
