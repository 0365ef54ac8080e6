"""Last time: what youth said in an earlier session, and what the policy team answered. For the whole room."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course.pages import LastTime
from codesign.course.words import THEN_AND_NOW, you_said
from codesign.phrases import caveats, which
from codesign.phrases.came_of import came_of_all
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _


class LastTimePage(CoursePage[LastTime]):
    """You said, we did, or not yet and why, rule by rule; one key goes on."""

    place = "last-time"
    BINDINGS = bindings(place)
    answers = {"go_on": None}

    def heading_left(self) -> str:
        return _("Last time")

    def body(self) -> Iterator[Widget]:
        earlier = self.page.session
        yield text(_(THEN_AND_NOW), "quiet")
        yield text(literal(which(earlier.setup.title, earlier.setup.day[:7]), "bold"))
        for caveat in caveats(earlier):
            yield text(f"! {caveat}", "alert")
        with Body(id="results"):
            for came in came_of_all(earlier):
                yield text(literal(came.rule, "bold"), "gap-above")
                yield text(you_said(came.said))
                yield text(literal(came.answer, "bold $accent"))
                yield from (text(literal(line)) for line in came.words)
