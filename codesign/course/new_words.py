"""After the talk: a card is put in the words that the group agreed on."""

from typing import TYPE_CHECKING

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.new_words import must_take_new_words, to_vote_on, with_new_words
from codesign.core.text import RULE_LIMIT
from codesign.course.common_pages import told, until_taken
from codesign.course.pages import Course, Question
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_TITLE = N_("New words for this card")


def new_words(opened: "OpenSession", card: Card) -> Course[None]:
    """The words that the group agreed on for a card, for its next vote."""

    def kept(typed: str) -> bool:
        opened.keep_group_notes(with_new_words(opened.read(), card, typed))
        return True

    try:
        must_take_new_words(opened.read(), card)
    except CodesignError as error:
        yield told(error, _(_TITLE))
        return
    question = Question(
        place="new-words",
        title=_(_TITLE),
        question=_("How does the group want it to read? Empty: it stays as it was."),
        value=to_vote_on(opened.read(), card).rule,
        lines=(
            _("Read it back, and vote again on it. Only the vote on the new words counts. The first words are told too."),
            *([_("The answers below it stay as they are, so it stays a question that they answer.")] if card.options else []),
        ),
        limit=RULE_LIMIT,
    )
    yield from until_taken(question, kept)
