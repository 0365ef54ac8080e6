"""A facilitator's own words on a card, line by line: a rule of their own of any kind, or the notes beside one of the bank."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.plan_draft import Draft
from codesign.course.before_they_come import in_words
from codesign.course.card_editor import lines_of
from codesign.course.common_pages import one_of
from codesign.course.look import AS_YOUTH_SEE_IT, look
from codesign.course.pages import Course, Menu, MenuChoice, Sure
from codesign.course.two_or_more import two_wordings, what_comes_first
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.content import PlanCard

_KINDS = (
    ("scale", N_("A rule"), N_("Works for me, could work if, doesn't work for me: the usual kind.")),
    ("agreement", N_("A sentence to agree with"), N_("Agree or disagree, and nothing between the two.")),
    ("choice", N_("A question with answers"), N_("Pick one of two to five answers, or something else.")),
    ("pair", N_("Two wordings"), N_("Which is better? Two of about one length, of the bank or your own.")),
    ("pick-two", N_("What should come first"), N_("Pick the two that matter most, of four to six cards of this plan.")),
)
_LOOK = "look"
WRITE_OWN = N_("Write one of your own")


def own_rule(draft: Draft, keep: Callable[[Draft], None]) -> Course[Draft]:
    """With a card of one's own at its end, as soon as it can be voted on; without where somebody goes back before."""
    from codesign.content import PlanCard

    kind = yield from one_of(_(WRITE_OWN), [(code, _(words), _(help_)) for code, words, help_ in _KINDS])
    if kind is None:
        return draft
    if kind == "pair":
        written = yield from two_wordings(draft)
    elif kind == "pick-two":
        written = yield from what_comes_first(draft)
    else:
        written = yield from lines_of(PlanCard(kind=kind))[0].ask()  # type: ignore[arg-type]  # one of the kinds above
    if written is None or not (written.words or written.pair):
        return draft
    if not written.pair or written.words:
        written = replace(written, id=draft.free_ids(1)[0])
    return (yield from _edited(draft, written, draft.put_in, keep, at=1))


def changed_card(draft: Draft, card_id: str, keep: Callable[[Draft], None]) -> Course[Draft]:
    """With other words on a card; of one of the bank only the notes beside it are the plan's own.

    Raises:
        CodesignError: no plan can hold it.
    """
    from codesign.content import as_plan_card

    card = next(card for card in draft.cards if card.id == card_id)
    return (yield from _edited(draft, as_plan_card(card), partial(draft.instead, card_id), keep))


def _edited(
    draft: Draft, state: "PlanCard", into: Callable[[Card], Draft], keep: Callable[[Draft], None], at: int = 0
) -> Course[Draft]:
    """Line by line, until somebody is done; `into` puts the card into the plan, as soon and as long as it can be voted on."""
    while True:
        card, problem = _card_of(state)
        try:
            now = into(card) if card else draft
        except CodesignError as error:
            now, card, problem = draft, None, str(error)
        keep(now)
        rows = lines_of(state)
        said = yield Menu(
            place="own-rule",
            title=_("The words of a card"),
            right=_("In the plan") if card else "",
            lines=(in_words(card),) if card and not state.words else (),
            alerts=(problem,) if problem else (),
            choices=(*(row.choice for row in rows), *([_look_row()] if card else [])),
            here=min(at, len(rows)),
            others=("back",),
        )
        if said == "back":
            lines = (problem or _("It has no words."),)
            if card or (yield Sure(question=_("Go back without this card?"), lines=lines, to_do_it=_("to go back"))):
                return now
        elif said == _LOOK and card:
            yield from look([card])
        else:
            at = [row.choice.id for row in rows].index(str(said))
            before, state = state, (yield from rows[at].ask())
            at += state != before


def _look_row() -> MenuChoice:
    return MenuChoice(_LOOK, _(AS_YOUTH_SEE_IT))


def _card_of(state: "PlanCard") -> tuple[Card | None, str]:
    """The card, or why it is none yet; nothing is said of one without words."""
    from codesign.content import card_of

    if not (state.words or state.rule or state.pair):
        return None, ""
    try:
        card = card_of(state)
    except CodesignError as error:
        problems = [str(error)]
    else:
        problems = kind_of(card).problems(card)
        if not problems:
            return card, ""
    return None, _("This card {problem}.", problem=problems[0])
