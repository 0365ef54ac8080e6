"""The welcome, with what the group agrees on, and the practice vote: what the whole room reads before the first vote."""

import contextlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.content.picks import Pick
from codesign.core.card import Card
from codesign.core.group_notes import LINES
from codesign.core.kinds import kind_of
from codesign.core.session import Session
from codesign.core.text import COMMENT_LIMIT, clean
from codesign.core.turn import Turn
from codesign.course.around_turn import WHO_READS_IT, who_reads_it
from codesign.course.at_a_card import WHAT_CAN_CHANGE
from codesign.course.common_pages import until_taken
from codesign.course.pages import BeforeTurn, Block, Course, EndOfTurn, Hidden, Idle, Menu, MenuChoice, Question, ToRead
from codesign.course.say import CHECK, NAMES, PRACTICE_VOTE, SAY_IT_BACK, who_answers
from codesign.course.shared_words import STAYS_HERE
from codesign.course.turns import one_turn
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, WHO_ANSWERS, instead_of_an_answer
from codesign.words import N_, _, is_spoken, many

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_AGREED = N_("What we agree on")
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
    return session.group_notes.agreements or AGREEMENTS


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
    fixed = [f"· {_(card.rule)}" for card in session.cards if card.room == "how-only"]
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
                *([_("The law or a contract fixes a part of what stands here. You shape how:"), *fixed] if fixed else []),
            ),
        ),
        Block(_(WHO_ANSWERS), (who_answers(session),)),
        Block(_(WHO_READS_IT), (who_reads_it(session.setup.audience), _(STAYS_HERE), _(LIMIT_OF_PRIVACY))),
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
            opened.keep_group_notes(replace(opened.read().group_notes, agreements=tuple(lines)))
            return True

        yield from until_taken(Question(place="heard", title=_(_AGREED), question=_("One line"), value=value), kept)


# Practice


def practice(session: Session, picks: Mapping[str, Sequence[Pick]]) -> Course[bool]:
    """One silly card, as often as somebody wants; nothing of it is kept or counted. Everybody presses Hide once, wherever in it
    that is. Whether anybody tried it."""
    said = N_("Everybody tries it once, and presses Hide once: F9, or h and Enter in plain lines.")
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
