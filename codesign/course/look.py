"""The cards of a plan one after another, as youth will see them, for whoever chooses or prepares them."""

from collections.abc import Sequence
from functools import partial

from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.course.around_turn import DO_IT_OR_NOT
from codesign.course.at_a_card import more_about
from codesign.course.common_pages import one_by_one
from codesign.course.pages import Block, Course, ToRead
from codesign.phrases.on_a_card import instead_of_an_answer, note_of
from codesign.words import N_, _

AS_YOUTH_SEE_IT = N_("As young people see it")


def look(cards: Sequence[Card], at: int = 0) -> Course[int]:
    """From this one on, until somebody leaves them; the place of the one that was looked at last."""
    pages = [ToRead(place="look", title=AS_YOUTH_SEE_IT, blocks=partial(as_youth_see_it, card)) for card in cards]
    return (yield from one_by_one(pages, at))


def as_youth_see_it(card: Card) -> list[Block]:
    """A card with its note, its answers and what stands under More."""
    answers = [*kind_of(card).options(card), *instead_of_an_answer(card)]
    note = Block(_("Before it"), (note_of(card.content_note), _(DO_IT_OR_NOT)))
    return [
        *([note] if card.content_note else []),
        Block(_(card.rule), tuple(f"{answer.key}  {_(answer.words)}" for answer in answers), look="strong"),
        *more_about(card),
    ]
