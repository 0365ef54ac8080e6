"""Pages of blocks that are read, by the whole room or by the facilitator."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course.pages import ToRead
from codesign.tui.keys import bindings
from codesign.tui.screens.page import Body, CoursePage
from codesign.tui.widgets.blocks import drawn
from codesign.words import _


class ReadPage(CoursePage[ToRead]):
    """A title and blocks of words."""

    answers = {
        **{name: name for name in ("edit", "back", "start", "home", "cards")},
        **{"go_on": "on", "agree": "ok", "not_agreed": "not-agreed", "skip": "skipped"},
    }

    def heading_left(self) -> str:
        return _(self.page.title) if self.page.title else ""

    def heading_right(self) -> str:
        return self.page.right

    def body(self) -> Iterator[Widget]:
        with Body(id="results"):
            yield from drawn(self.page.blocks())


class RoomPage(ReadPage):
    """Large, for everybody."""

    room = True


class WelcomePage(RoomPage):
    place = "welcome"
    BINDINGS = bindings(place)


class PracticePage(RoomPage):
    place = "practice"
    BINDINGS = bindings(place)


class TalkCardPage(RoomPage):
    place = "talk-card"
    BINDINGS = bindings(place)


class TogetherPage(RoomPage):
    place = "together"
    BINDINGS = bindings(place)


class AgreedPage(RoomPage):
    place = "agreed"
    BINDINGS = bindings(place)


class RightPage(RoomPage):
    place = "right"
    BINDINGS = bindings(place)


class NextPage(RoomPage):
    place = "next"
    BINDINGS = bindings(place)


class LastTimePage(ReadPage):
    place = "last-time"
    BINDINGS = bindings(place)


class WrittenPage(ReadPage):
    place = "written"
    BINDINGS = bindings(place)


class BroughtPage(ReadPage):
    place = "brought"
    BINDINGS = bindings(place)


class BeforeTheyComePage(ReadPage):
    """What the facilitator checks, before there is a room."""

    place = "before-they-come"
    BINDINGS = bindings(place)


class LookPage(ReadPage):
    """A card as youth will see it, for the facilitator."""

    place = "look"
    BINDINGS = bindings(place)


class PutInPage(ReadPage):
    """A card of the rule bank, to be put into a plan."""

    place = "put-in"
    BINDINGS = bindings(place)


_OF_THE_ROOM = (WelcomePage, PracticePage, TalkCardPage, TogetherPage, AgreedPage, RightPage, NextPage)
_OF_THE_FACILITATOR = (WrittenPage, BroughtPage, BeforeTheyComePage, LookPage, PutInPage)
_PAGES: tuple[type[ReadPage], ...] = (*_OF_THE_ROOM, LastTimePage, *_OF_THE_FACILITATOR)
PAGES = {page.place: page for page in _PAGES}
"""Place -> its page."""
