"""After a round, for the room: the talk, the choice of cards for a second vote, and the result."""

from typing import TYPE_CHECKING

from codesign.core.agenda import minutes_a_card
from codesign.core.errors import CodesignError
from codesign.core.new_words import to_vote_on
from codesign.course.pages import Course, Problem, Results, Sure, Talk, VoteAgain
from codesign.course.words import RESULT_IS_LAST, RESULT_NOW, TO_SHOW_IT
from codesign.words import _, many

if TYPE_CHECKING:
    from codesign.open_session import OpenSession

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
        cards = tuple(to_vote_on(session, card) for card in session.open_to_a_vote)
        talked = frozenset(card.id for card in cards if card.id in session.tallies)
        ideas = frozenset(card.id for card in session.idea_cards)
        taken, notice = frozenset(card.id for card in cards), ""
        people = session.setup.expected
        how_long = (
            many(
                "A card takes {people} people about {n} minute.",
                "A card takes {people} people about {n} minutes.",
                minutes_a_card(people),
                people=people,
            )
            if people
            else ""
        )
        while True:
            page = VoteAgain(
                cards=cards,
                ideas=ideas,
                talked=talked,
                taken=taken,
                unread=bool(session.unread),
                how_long=how_long,
                notice=notice,
            )
            said = yield page
            if not isinstance(said, frozenset):
                return "talk"
            taken, notice = said, _("Mark at least one card.")
            try:
                if taken:
                    self._opened.open_round([card.id for card in cards if card.id in taken])
                    return "second"
            except CodesignError as error:
                notice = str(error)

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
