"""The pages that the whole room reads around the votes: the welcome, the practice vote, the talk card by card, whether it was
got right, and what happens next. Nothing on them is a person's own."""

import contextlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.content.picks import Pick
from codesign.core.card import Card
from codesign.core.disclosure import worth_talking
from codesign.core.errors import CodesignError
from codesign.core.hour import LINES
from codesign.core.kinds import kind_of
from codesign.core.new_words import to_vote_on
from codesign.core.session import Session
from codesign.core.text import COMMENT_LIMIT, clean, personal_details
from codesign.core.turn import Turn
from codesign.course.at_a_card import WHAT_CAN_CHANGE, to_talk_about
from codesign.course.common_pages import told, until_taken
from codesign.course.new_words import new_words
from codesign.course.pages import BeforeTurn, Block, Course, EndOfTurn, Hidden, Idle, Menu, MenuChoice, Question, ToRead
from codesign.course.say import CHECK, NAMES, PRACTICE_VOTE, SAY_IT_BACK, who_answers
from codesign.course.shared_words import TALK_OR_MOVE_ON
from codesign.course.turns import one_turn
from codesign.phrases import label, was_changed
from codesign.phrases.checked import DID_WE, ROOM_SAID
from codesign.phrases.on_a_card import CHANGED_TO, LIMIT_OF_PRIVACY, WHO_ANSWERS, instead_of_an_answer
from codesign.words import N_, _, is_spoken, many

if TYPE_CHECKING:
    from codesign.open_session import OpenSession

_AGREED = N_("What we agree on")
_HEARD = N_("What the room said")
_NOTHING_KEPT = N_("Nothing of it was kept. Next person?")
PRACTICE = Card(id="PRACTICE", kind="scale", rule=N_("Pineapple belongs on pizza."))
AGREEMENTS = (
    N_("One person talks at a time."),
    N_("You can pass, and nobody asks why."),
    N_("We don't tell others who said what."),
    N_("We don't guess who wrote what."),
)
"""What a group finds there at first; it takes away and adds what it likes."""


def _in_words(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines of ours in the language in use, and the group's own as they are."""
    return tuple(_(line) if is_spoken(line) else line for line in lines)


# Welcome


def agreements_of(session: Session) -> tuple[str, ...]:
    """What the group agreed on, or what it finds there at first."""
    return session.hour.agreements or AGREEMENTS


def welcome(opened: "OpenSession") -> Course[str]:
    """Why we are here, what can change, who answers, and what the group agrees on; the name of the part that follows."""
    while True:
        session = opened.read()
        said = yield ToRead(place="welcome", title=NAMES["welcome"], blocks=partial(_welcome, session))
        if said == "edit":
            yield from _agreements(opened)
        else:
            return "last time" if said == "on" else "step"


def _welcome(session: Session) -> list[Block]:
    fixed = [_(card.rule) for card in session.cards if card.room == "how-only"]
    return [
        Block(
            _("Why we are here"),
            (_("To shape the rules for phones and the internet, so that they work for the people who live by them."),),
        ),
        Block(
            _(WHAT_CAN_CHANGE),
            (
                many(
                    "You vote on {n} card, and you can add rules of your own.",
                    "You vote on {n} cards, and you can add rules of your own.",
                    len(session.cards),
                ),
                *([_("Of these the law or a contract fixes a part. You shape how:"), *fixed] if fixed else []),
            ),
        ),
        _who(session),
        Block(lines=(_(LIMIT_OF_PRIVACY),)),
        Block(_(SAY_IT_BACK), (_(CHECK),)),
        Block(_(_AGREED), tuple(f"· {line}" for line in _in_words(agreements_of(session)))),
    ]


def _agreements(opened: "OpenSession") -> Course[None]:
    """The group's list: a line is changed, taken away by leaving it empty, or added."""
    while True:
        lines = list(_in_words(agreements_of(opened.read())))
        more = (MenuChoice("more", _("Add a line")),) if len(lines) < LINES else ()
        said = yield Menu(
            place="agreements",
            title=_(_AGREED),
            lines=(_("The group's own words. Empty a line to take it away."),),
            choices=(*(MenuChoice(str(n), line) for n, line in enumerate(lines)), *more),
            others=("back",),
        )
        if said == "back":
            return
        at = len(lines) if said == "more" else int(str(said))
        value = lines[at] if at < len(lines) else ""

        def kept(typed: str, at: int = at, lines: list[str] = lines) -> bool:
            lines[at : at + 1] = [typed] if (typed := clean(typed, COMMENT_LIMIT)) else []
            opened.keep_hour(replace(opened.read().hour, agreements=tuple(lines)))
            return True

        yield from until_taken(Question(place="heard", title=_(_AGREED), question=_("One line"), value=value), kept)


# Practice


def practice(session: Session, picks: Mapping[str, Sequence[Pick]]) -> Course[bool]:
    """One silly card, as often as somebody wants; nothing of it is kept or counted. Everybody presses Hide once, wherever in it
    that is. Whether anybody tried it."""
    said = N_("Everybody tries it once, and presses Hide (F9) once.")
    tried = False
    while True:
        page = ToRead(place="practice", title=PRACTICE_VOTE, blocks=partial(_practice, said))
        try:
            if (yield page) != "start":
                return tried
            tried = True
            yield from _one_try(session, picks)
            said = _NOTHING_KEPT
        except Hidden:
            tried = True
            said = N_("That was Hide: a dull page, and what you did is gone. It works like this on every page. Next person?")
        except Idle:
            said = _NOTHING_KEPT


def _one_try(session: Session, picks: Mapping[str, Sequence[Pick]]) -> Course[None]:
    """The card as in a turn, after what is said before anything can be typed; there is no box at its end."""
    if not (yield BeforeTurn(cards=1, audience=session.setup.audience, second_vote=False)):
        return
    turn = one_turn(Turn.begin((PRACTICE,)), picks)
    with contextlib.suppress(StopIteration):  # stopped on the way
        page = next(turn)
        while not isinstance(page, EndOfTurn):
            page = turn.send((yield page))


def _practice(said: str) -> list[Block]:
    keys = (*kind_of(PRACTICE).options(PRACTICE), *instead_of_an_answer(PRACTICE))
    return [
        Block(_(PRACTICE.rule), tuple(f"{one.key}  {_(one.words)}" for one in keys)),
        Block("", (_(said),)),
    ]


# The talk, card by card


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
            yield from _heard(opened, card)
        elif said == "reword":
            yield from new_words(opened, card)
        elif said == "home":
            break
        else:
            at += 1 if said == "on" else -1
    return "talk"


def _to_talk_about(session: Session, card: Card) -> list[Block]:
    heard = session.hour.heard.get(card.id)
    return to_talk_about(card, *_changed_to(session, card), *([Block(_(_HEARD), (heard,))] if heard else []))


def _changed_to(session: Session, card: Card) -> list[Block]:
    """The words of the next vote on a card, where they are not those that it has; else nothing."""
    words = to_vote_on(session, card).rule
    if words == card.rule:
        return []
    return [Block(_(CHANGED_TO), (words, _("The next vote on this card is on these words.")))]


def _heard(opened: "OpenSession", card: Card) -> Course[None]:
    """One line for what the room said of a card, in the facilitator's or the group's words."""
    hour = opened.read().hour

    def kept(typed: str) -> bool:
        if personal_details(typed):
            raise CodesignError(_("Maybe a phone number, a name online or an address. Take it out: others read this line."))
        heard = {**hour.heard, card.id: clean(typed, COMMENT_LIMIT)}
        opened.keep_hour(replace(hour, heard={i: line for i, line in heard.items() if line}))
        return True

    question = Question(
        place="heard",
        title=_(_HEARD),
        question=_(
            "One line, read back to the room. It goes in the summary too: no names, nothing from the comments, and not how "
            "anybody voted."
        ),
        value=hour.heard.get(card.id, ""),
        lines=(card.rule,),
    )
    yield from until_taken(question, kept)


# Did we get it right, and what happens next


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
            yield from _heard(opened, session.card(str(chosen)))


def _right(session: Session) -> list[Block]:
    blocks = []
    for card in session.tallied_cards:
        told_of = [] if session.unread else session.told_of(card.id)
        themes = sorted({piece.words for piece in told_of if piece.how == "theme"})  # their order tells no answer
        heard = session.hour.heard.get(card.id)
        lines = (
            *filter(None, [was_changed(card)]),
            label(card, session.shown(card.id)),
            *(f"· {theme}" for theme in themes),
            *([_(ROOM_SAID, words=heard)] if heard else []),
        )
        blocks.append(Block(_(card.rule), lines))
    return blocks


def what_next(opened: "OpenSession") -> Course[str]:
    """Who answers, by which day, how the group will hear, thank you."""
    yield ToRead(place="next", title=NAMES["next"], blocks=partial(_what_next, opened.read()))
    return "step"


def _who(session: Session) -> Block:
    return Block(_(WHO_ANSWERS), (who_answers(session),))


def _what_next(session: Session) -> list[Block]:
    here = session.setup.support_person
    return [
        _who(session),
        Block(_("How you will hear"), (_("On a page on the wall: You said, We did, and what not yet, and why."),)),
        Block(
            _("Want to talk?"),
            (*([_("{who} is here.", who=here)] if here else []), _("Support shows who else you can call.")),
        ),
        Block(_("Thank you"), (_("You helped shape these rules."),), look="strong"),
    ]
