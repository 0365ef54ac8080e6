"""After the result, for the whole room: whether it was got right, and what happens next."""

from functools import partial
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.new_words import not_voted_on
from codesign.core.session import Session
from codesign.course.common_pages import told
from codesign.course.pages import Block, Course, Menu, MenuChoice, ToRead
from codesign.course.say import NAMES, who_answers
from codesign.course.talk_cards import what_the_room_said
from codesign.phrases import label, was_changed
from codesign.phrases.checked import DID_WE, ROOM_SAID
from codesign.phrases.on_a_card import WHO_ANSWERS, WORDS_OF_THE_TALK
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession


def right(opened: "OpenSession") -> Course[str]:
    """The result with the themes as they were written and what the room said: the group says what is missing. Where comments
    are unread it has no themes."""
    while True:
        try:
            session = opened.read() if opened.read().unread else opened.tell(themes=True)
        except CodesignError as error:
            yield told(error, _("The themes can't be shown yet"))
            return "step"
        said = yield ToRead(place="right", title=DID_WE, blocks=partial(_right, session))
        if said != "edit":
            return "to-next" if said == "on" else "step"
        chosen = yield Menu(
            place="agreements",
            title=_("What is missing?"),
            lines=(_("Of which card?"),),
            choices=tuple(MenuChoice(card.id, card.rule) for card in session.tallied_cards),
            others=("back",),
        )
        if chosen != "back":
            yield from what_the_room_said(opened, session.card(str(chosen)))


def _right(session: Session) -> list[Block]:
    blocks = []
    for card in session.tallied_cards:
        told_of = [] if session.unread else session.told_of(card.id)
        themes = sorted({piece.words for piece in told_of if piece.how == "theme"})  # their order tells no answer
        heard = session.group_notes.heard.get(card.id)
        reworded = not_voted_on(session, card)
        lines = (
            *filter(None, [was_changed(card)]),
            label(card, session.shown(card.id)),
            *(f"· {theme}" for theme in themes),
            *([_(ROOM_SAID, words=heard)] if heard else []),
            *([f"{_(WORDS_OF_THE_TALK)}: {reworded}"] if reworded else []),
        )
        blocks.append(Block(_(card.rule), lines))
    return blocks


def what_next(opened: "OpenSession") -> Course[str]:
    """Who answers, by which day, how the group will hear, thank you."""
    yield ToRead(place="next", title=NAMES["next"], blocks=partial(_what_next, opened.read()))
    return "step"


def _what_next(session: Session) -> list[Block]:
    here = session.setup.support_person
    return [
        Block(_(WHO_ANSWERS), (who_answers(session),)),
        Block(_("How you will hear"), (_("On a page on the wall: You said, We did, and what not yet, and why."),)),
        Block(
            _("Want to talk?"),
            (*([_("{who} is here.", who=here)] if here else []), _("Support shows who else you can call.")),
        ),
        Block(_("Thank you"), (_("You helped shape these rules."),), look="strong"),
    ]
