"""The talk, card by card, for the whole room: what is written of each is what the room said, never a person's own."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.disclosure import worth_talking
from codesign.core.errors import CodesignError
from codesign.core.new_words import not_voted_on
from codesign.core.session import Session
from codesign.core.text import COMMENT_LIMIT, clean, personal_details
from codesign.course.at_a_card import to_talk_about
from codesign.course.common_pages import until_taken
from codesign.course.new_words import new_words
from codesign.course.pages import Block, Course, Question, ToRead
from codesign.course.shared_words import TALK_OR_MOVE_ON
from codesign.phrases.on_a_card import CHANGED_TO
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_HEARD = N_("What the room said")


def talk_cards(opened: "OpenSession") -> Course[str]:
    """The cards to talk about, one after another, large; back to the list of all of them at the end."""
    cards = [card for card in opened.read().tallied_cards if worth_talking(opened.read().shown(card.id))]
    at = 0
    while 0 <= at < len(cards):
        card = cards[at]
        said = yield ToRead(
            place="talk-card",
            title=TALK_OR_MOVE_ON[True],
            right=f"{at + 1} / {len(cards)}",
            blocks=partial(_to_talk_about, opened.read(), card),
        )
        if said == "edit":
            yield from what_the_room_said(opened, card)
        elif said == "reword":
            yield from new_words(opened, card)
        elif said == "home":
            break
        else:
            at += 1 if said == "on" else -1
    return "talk"


def _to_talk_about(session: Session, card: Card) -> list[Block]:
    heard = session.group_notes.heard.get(card.id)
    return to_talk_about(card, *_changed_to(session, card), *([Block(_(_HEARD), (heard,))] if heard else []))


def _changed_to(session: Session, card: Card) -> list[Block]:
    """The words of the next vote on a card, where they are not those that it has; else nothing."""
    words = not_voted_on(session, card)
    if not words:
        return []
    return [Block(_(CHANGED_TO), (words, _("The next vote on this card is on these words.")))]


def what_the_room_said(opened: "OpenSession", card: Card) -> Course[None]:
    """One line for what the room said of a card, in the facilitator's or the group's words."""
    notes = opened.read().group_notes

    def kept(typed: str) -> bool:
        if personal_details(typed):
            raise CodesignError(_("Maybe a phone number, a name online or an address. Take it out: others read this line."))
        heard = {**notes.heard, card.id: clean(typed, COMMENT_LIMIT)}
        opened.keep_group_notes(replace(notes, heard={i: line for i, line in heard.items() if line}))
        return True

    question = Question(
        place="heard",
        title=_(_HEARD),
        question=_(
            "One line, read back to the room. It goes in the summary too: no names, nothing from the comments, and not how "
            "anybody voted."
        ),
        value=notes.heard.get(card.id, ""),
        lines=(card.rule,),
    )
    yield from until_taken(question, kept)
