"""Last time: what youth said in an earlier session, and what the policy team answered. For the whole room."""

from collections.abc import Callable, Iterator

from textual.widget import Widget

from codesign.answers import came_of_all
from codesign.core.session import Session
from codesign.phrases import caveats, which
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, Page, text
from codesign.words import _


class LastTimePage(Page):
    """You said, we did, or not yet and why, rule by rule; one key goes on."""

    place = "last-time"
    speaks = True
    BINDINGS = bindings(place)

    def __init__(self, earlier: Session, *, on_go: Callable[[], None]) -> None:
        super().__init__()
        self._earlier = earlier
        self._call_go = on_go

    def heading_left(self) -> str:
        return _("Last time")

    def body(self) -> Iterator[Widget]:
        yield text(_("What you said last time, and what the people who write the rules say now."), "quiet")
        yield text(literal(which(self._earlier.setup.title, self._earlier.setup.day[:7]), "bold"))
        for caveat in caveats(self._earlier):
            yield text(f"! {caveat}", "alert")
        with Body(id="results"):
            for came in came_of_all(self._earlier):
                yield text(literal(came.rule, "bold"), "gap-above")
                yield text(_("You said: {words}", words=came.said))
                yield text(literal(came.answer, "bold $accent"))
                yield from (text(literal(line)) for line in came.words)

    def action_go_on(self) -> None:
        self._call_go()
