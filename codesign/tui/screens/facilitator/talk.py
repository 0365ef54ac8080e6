"""After a round and before its result: what is worth talking about, and which cards the group votes on again."""

from collections.abc import Iterator
from functools import partial

from textual.containers import Vertical
from textual.widget import Widget

from codesign.core.card import Card
from codesign.core.disclosure import worth_talking
from codesign.course.pages import Talk, VoteAgain
from codesign.course.say import NAMES
from codesign.course.words import (
    FROM_THE_GROUP,
    IN_THEIR_WORDS,
    READ_AGAIN,
    TALK_OR_MOVE_ON,
    how_the_vote_ended,
    what_comes_after_the_talk,
)
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.facilitator.menus import MenuPage
from codesign.tui.screens.page import CoursePage, Program, Send, text
from codesign.tui.widgets.leaves import Leafed
from codesign.tui.widgets.menu import Item, MenuList
from codesign.words import _


class LastTalkPage(CoursePage[Talk]):
    """For the room: each card with "Let's talk about this one" or "Moving on", and nothing else of what it said. Nothing can be
    voted on again."""

    place = "talk-last"
    room = True
    BINDINGS = bindings(place)
    answers = {"cards": "cards", "comments": "comments", "back": "home"}

    def heading_left(self) -> str:
        return how_the_vote_ended(self.page.session)

    def body(self) -> Iterator[Widget]:
        with Leafed(id="results"):
            for line in what_comes_after_the_talk(self.page.session):
                yield text(line, "quiet")
            yield text(_(READ_AGAIN), "gap-above")
            for card in self.page.session.tallied_cards:
                talk = worth_talking(self.page.session.shown(card.id))
                words = _(TALK_OR_MOVE_ON[talk])
                sign = "● " if talk else "○ "
                with Vertical(classes="talk-row gap-above"):
                    yield text(literal(f"{sign}{words}", "bold" if talk else "$muted"))
                    yield text(_(card.rule), "talk-rule")

    def action_go_on(self) -> None:
        self.send_once_read("result")


class TalkPage(LastTalkPage):
    """The same where the group can vote again on some cards."""

    place = "talk"
    BINDINGS = bindings(place)
    answers = {"vote": "again"}


class AgainPage(MenuPage):
    """Which cards the group votes on again; each row is marked or not."""

    place = "again"
    BINDINGS = bindings(place)

    def __init__(self, page: VoteAgain, send: Send, _program: Program) -> None:
        self._cards = page.cards
        self._taken = page.taken
        self._ideas = page.ideas
        items = [(self._row(card), partial(self._turn, card.id)) for card in page.cards]
        lines = [_("Everybody votes again on the marked ones, and only that vote counts."), *filter(None, [page.how_long])]
        if page.unread:
            lines.append(_("Ideas of the group can join once their comments are read (Esc, then C)."))
        alerts = [page.notice] if page.notice else []
        super().__init__(_(NAMES["again"]), items, lines=lines, alerts=alerts, keys={"back": partial(send, None)})
        self._send = send

    def _row(self, card: Card) -> Item:
        about = _(FROM_THE_GROUP) if card.id in self._ideas else _(IN_THEIR_WORDS) if card.was else ""
        return Item(card.id, card.rule, about, marked=card.id in self._taken)

    def _turn(self, card_id: str) -> None:
        """Mark a row, or take its mark away."""
        self._taken ^= {card_id}
        self.query_one(MenuList).fill([self._row(card) for card in self._cards])

    def action_start(self) -> None:
        self._send(self._taken)
