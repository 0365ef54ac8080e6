"""After a round and before its result: what is worth talking about."""

from collections.abc import Iterator

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
from codesign.tui.screens.page import CoursePage
from codesign.tui.widgets.blocks import Paragraph, Paragraphs
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
        yield Leafed(Paragraphs(self._paragraphs()), id="results")

    def _paragraphs(self) -> Iterator[Paragraph]:
        for line in what_comes_after_the_talk(self.page.session):
            yield Paragraph(literal(line, "$muted"))
        yield Paragraph(literal(_(READ_AGAIN)), gap="not short")
        for card in self.page.session.tallied_cards:
            talk = worth_talking(self.page.session.shown(card.id))
            words = _(TALK_OR_MOVE_ON[talk])
            yield Paragraph(literal(f"● {words}", "bold") if talk else literal(f"○ {words}", "$muted"), gap="apart")
            yield Paragraph(literal(_(card.rule)), indent=2, goes_on=True)


class TalkPage(LastTalkPage):
    """The same where the group can vote again on some cards."""

    place = "talk"
    BINDINGS = bindings(place)
    answers = {"vote": "again"}
