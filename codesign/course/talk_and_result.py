"""After a round, for the room: the talk, the choice of cards for a second vote, and the result."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.hour import about, again_for
from codesign.core.new_words import to_vote_on
from codesign.core.session import Session
from codesign.course.before_they_come import so_long
from codesign.course.pages import Course, Marks, MarkSome, MenuChoice, Problem, Results, Sure, Talk
from codesign.course.say import NAMES
from codesign.course.shared_words import RESULT_IS_LAST, RESULT_NOW, TO_SHOW_IT
from codesign.phrases.on_a_card import FROM_THE_GROUP, IN_THEIR_WORDS
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_AFTER_THE_TALK = {"cards": "cards", "again": "code again", "result": "code result", "comments": "alone", "home": "home"}
"""What the page is answered with -> the part that follows."""


class TalkAndResult:
    """From the closed round to its result. Every part returns the name of the one that follows."""

    def __init__(self, opened: "OpenSession") -> None:
        self._opened = opened

    def talk(self) -> Course[str]:
        """Before the result: the code stands before a further vote, and before the result, which ends every one."""
        while True:
            said = yield Talk(session=self._opened.read())
            if said in _AFTER_THE_TALK and (said != "again" or self._opened.read().open_to_a_vote):
                return _AFTER_THE_TALK[str(said)]

    def again(self) -> Course[str]:
        """Choose the cards of a next round among those that are open to one; all are marked at first, so that no idea of the
        group is overlooked."""
        try:
            session = self._opened.show_ideas()
        except CodesignError as error:
            yield Problem(title=_("The ideas can't be shown yet"), sentence=str(error))
            return "talk"
        marked, problem = frozenset(card.id for card in session.open_to_a_vote), ""
        while True:
            said = yield _which_again(session, marked, problem)
            if not isinstance(said, Marks) or not said.start:
                return "talk"
            marked, problem = said.marked, _("Mark at least one card.")
            try:
                if marked:
                    self._opened.open_round([card.id for card in session.open_to_a_vote if card.id in marked])
                    return "second"
            except CodesignError as error:
                problem = str(error)

    def result(self) -> Course[str]:
        """What this group said. From here on its cards are not voted on again: that is asked once before it."""
        sure = Sure(question=RESULT_NOW, lines=(RESULT_IS_LAST,), to_do_it=TO_SHOW_IT, speaks=True)
        if not self._opened.read().is_told and not (yield sure):
            return "step"
        try:
            session = self._opened.tell()
        except CodesignError as error:
            yield Problem(title=_("The result can't be shown yet"), sentence=str(error))
            return "step"
        said = yield Results(session=session)
        return str(said) if said in ("answers", "home") else "right"


def _which_again(session: Session, marked: frozenset[str], problem: str) -> MarkSome:
    """With the words that are voted on, and how long the marked ones take where somebody said how many people come."""
    ideas = {card.id for card in session.idea_cards}
    cards = [to_vote_on(session, card) for card in session.open_to_a_vote]
    lines = [
        _("Everybody votes again on the marked ones, and only that vote counts."),
        _("Ideas of the group can join once their comments are read: go back, and to the comments."),  # unread or not
    ]
    about = {card.id: FROM_THE_GROUP if card.id in ideas else IN_THEIR_WORDS if card.was else "" for card in cards}
    return MarkSome(
        place="again",
        title=_(NAMES["again"]),
        lines=tuple(lines),
        choices=tuple(MenuChoice(card.id, card.rule, about[card.id] and _(about[card.id])) for card in cards),
        marked=marked,
        said=partial(_takes, session.setup.expected),
        starts=True,
        problem=problem,
    )


def _takes(people: int, marked: frozenset[str]) -> Sequence[str]:
    """How long so many people take to vote on the marked ones."""
    if not people or not marked:
        return ()
    return (so_long(people, len(marked), about(again_for(people, len(marked)))),)


def told_here_alone(session: Session) -> Sure:
    """Before the talk on a vote that another laptop may tell too."""
    lines = (
        _("The vote was closed elsewhere or by an earlier version, or this laptop lost its memory of it or handed it over."),
        _("Where two laptops show what one group said, the difference may be one person's answer."),
        _("Say yes only if no other laptop shows anything of it, or has it in a pool, now or later. Else go on there."),
        _("It was mended: say yes only if nothing of it was ever shown, not even here.")
        if session.mended
        else _("And only if no other vote on these cards was ever shown, not even here."),
    )
    return Sure(question=_("Is this the only laptop that shows this result?"), lines=lines, to_do_it=_("to show it here"))
