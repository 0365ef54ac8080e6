"""Pages of blocks: what the whole room reads, from the welcome to what happens next, and what is checked before it."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course.pages import ToRead
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _


class RoomPage(CoursePage[ToRead]):
    """A title and blocks of words; what the page is about stands bold."""

    room = True
    answers = {"go_on": "on", "edit": "edit", "back": "back", "start": "start", "home": "home", "cards": "cards"}

    def heading_left(self) -> str:
        return _(self.page.title)

    def heading_right(self) -> str:
        return self.page.right

    def body(self) -> Iterator[Widget]:
        with Body(id="results"):
            for block in self.page.blocks():
                if block.title:
                    yield text(literal(block.title, "bold $accent" if block.strong else "bold"), "gap-above")
                yield from (text(literal(line), "block") for line in block.lines)


class WelcomePage(RoomPage):
    place = "welcome"
    BINDINGS = bindings(place)


class PracticePage(RoomPage):
    place = "practice"
    BINDINGS = bindings(place)


class TalkCardPage(RoomPage):
    place = "talk-card"
    BINDINGS = bindings(place)


class RightPage(RoomPage):
    place = "right"
    BINDINGS = bindings(place)


class NextPage(RoomPage):
    place = "next"
    BINDINGS = bindings(place)


class BeforeTheyComePage(RoomPage):
    """What the facilitator checks, before there is a room."""

    room = False
    place = "before-they-come"
    BINDINGS = bindings(place)


class LookPage(RoomPage):
    """A card as youth will see it, for the facilitator."""

    room = False
    place = "look"
    BINDINGS = bindings(place)


class PutInPage(RoomPage):
    """A card of the rule bank, to be put into a plan."""

    room = False
    place = "put-in"
    BINDINGS = bindings(place)


_PAGES = (WelcomePage, PracticePage, TalkCardPage, RightPage, NextPage, BeforeTheyComePage, LookPage, PutInPage)
PAGES = {page.place: page for page in _PAGES}
"""Place -> its page."""
