"""Cards of a facilitator's own that are made of others: two wordings against each other, and what should come first."""

from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.kinds.pick_two import FEWEST, MOST
from codesign.core.plan_draft import Draft
from codesign.course.before_they_come import in_words
from codesign.course.common_pages import nothing_changed, one_of, written
from codesign.course.pages import Course, Marks, MarkSome, Problem
from codesign.course.plan_draft_words import row_of
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.content import PlanCard

_OWN = ""
_HOW_MANY = N_("Mark four to six cards of this plan.")


def two_wordings(draft: Draft) -> "Course[PlanCard | None]":
    """Two rules of the bank, one of them against words of one's own, or two of one's own; None where somebody goes back."""
    from codesign.content import PlanCard, wordings

    sides: list[tuple[str, str]] = []
    for n in (1, 2):
        title = _("Wording {n} of two", n=n)
        bank = [(rule_id, words, rule_id) for rule_id, words in wordings().items() if (rule_id, words) not in sides]
        rule_id = yield from one_of(title, [(_OWN, _("Write it yourself"), _("The rules of the bank follow.")), *bank])
        words = (yield from written(title, _("About as long as the other one."))) if rule_id == _OWN else ""
        if rule_id is None or (rule_id == _OWN and not words):
            return None
        sides.append((rule_id, words or wordings()[rule_id]))
    known = [rule_id for rule_id, _words in sides if rule_id]
    own = [words for rule_id, words in sides if not rule_id]
    if len(own) == 2:
        return PlanCard(kind="pair", pair=draft.free_ids(2), options=own)
    return PlanCard(pair=known, words=own[0] if own else "")


def what_comes_first(draft: Draft) -> "Course[PlanCard | None]":
    """A question which of some cards of the plan matter most; None where somebody goes back.

    Raises:
        CodesignError: the plan has too few.
    """
    from codesign.content import PlanCard

    cards = [card for card in draft.cards if card.kind != "pick-two"]
    if len(cards) < FEWEST:
        raise CodesignError(_("Two can be picked of four cards or more. Put more in first; nothing was changed."))
    title = _("Of which cards?")
    said = yield MarkSome(
        place="marks",
        title=title,
        choices=tuple(map(row_of, cards)),
        marked=frozenset(),
        said=lambda marked: (_(_HOW_MANY), _("So far: {n}.", n=len(marked))),
        refused=lambda marked: _(_HOW_MANY) if len(marked) > MOST else "",
    )
    taken = [card for card in cards if isinstance(said, Marks) and card.id in said.marked]
    if not FEWEST <= len(taken) <= MOST:
        if taken:
            yield Problem(title=title, sentence=nothing_changed(_(_HOW_MANY)))
        return None
    return PlanCard(
        kind="pick-two",
        words=_("Which two should come first?"),
        options=[in_words(card) for card in taken],
        about=[sorted(card.asks) for card in taken],
        pointers=["P1"],
    )
