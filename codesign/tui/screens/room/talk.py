"""After a round and before its result: what is worth talking about."""

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widget import Widget

from codesign.core.disclosure import worth_talking
from codesign.course.pages import Talk
from codesign.course.shared_words import (
    READ_AGAIN,
    TALK_OR_MOVE_ON,
    how_the_vote_ended,
    what_comes_after_the_talk,
)
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import CoursePage, text
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _


class LastTalkPage(CoursePage[Talk]):
    """For the room: each card with "Let's talk about this one" or "Moving on", and nothing else of what it said. Nothing can be
    voted on again."""

    place = "talk-last"
    room = True
    BINDINGS = bindings(place)
    answers = {"go_on": "result", "cards": "cards", "comments": "comments", "back": "home"}
    read_first = ("go_on",)

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


class TalkPage(LastTalkPage):
    """The same where the group can vote again on some cards."""

    place = "talk"
    BINDINGS = bindings(place)
    answers = {"vote": "again"}
