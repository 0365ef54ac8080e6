"""After a round and before its result: what is worth talking about, and which cards the group votes on again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from textual.containers import Vertical
from textual.widget import Widget

from codesign.core.plan import Card
from codesign.front import READ_AGAIN
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.facilitator.menus import MenuPage
from codesign.tui.screens.page import Body, Page, text
from codesign.tui.widgets.menu import Item
from codesign.words import _


class TalkPage(Page):
    """For the room: each card with "Let's talk about this one" or "Moving on", and nothing else of what it said."""

    place = "talk"
    speaks = True
    room = True
    counted = ".talk-row"
    BINDINGS = bindings(place)

    def __init__(self, title: str, cards: Sequence[tuple[Card, bool]], *, keys: Mapping[str, Callable[[], None]]) -> None:
        """How the vote ended; cards with whether they are worth talking about; what `go_on`, `vote`, `comments` and `back`
        call."""
        super().__init__()
        self._title = title
        self._cards = cards
        self._calls = keys

    def heading_left(self) -> str:
        return self._title

    def body(self) -> Iterator[Widget]:
        yield text(_("Talk first. Then vote again on some cards, or see the result."), "quiet")
        yield text(_("Once the result was shown, its cards are not voted on again."), "quiet")
        yield text(_(READ_AGAIN), "gap-above")
        with Body(id="results"):
            for card, talk in self._cards:
                words = _("Let's talk about this one") if talk else _("Moving on")
                sign = "● " if talk else "○ "
                with Vertical(classes="talk-row gap-above"):
                    yield text(literal(f"{sign}{words}", "bold" if talk else "$muted"))
                    yield text(_(card.rule), "talk-rule")

    def action_go_on(self) -> None:
        self._calls["go_on"]()

    def action_vote(self) -> None:
        self._calls["vote"]()

    def action_comments(self) -> None:
        self._calls["comments"]()

    def action_back(self) -> None:
        self._calls["back"]()


class AgainPage(MenuPage):
    """Which cards the group votes on again; each row is taken or left."""

    place = "again"
    BINDINGS = bindings(place)

    def __init__(
        self,
        rows: Sequence[tuple[str, str, bool]],
        here: int,
        *,
        notice: str,
        unread: bool,
        on_toggle: Callable[[int], None],
        on_start: Callable[[], None],
        on_back: Callable[[], None],
    ) -> None:
        """Rows of (words, a line about them, taken); `unread` where comments wait that may hold ideas."""
        items = [
            (Item(str(n), f"{'■' if taken else '□'} {words}", about), partial(on_toggle, n))
            for n, (words, about, taken) in enumerate(rows)
        ]
        lines = [_("Everybody votes again on the marked ones, and only that vote counts.")]
        if unread:
            lines.append(_("Ideas of the group can join once their comments are read (C)."))
        super().__init__(
            _("Vote again"), items, here=here, lines=lines, alerts=[notice] if notice else [], keys={"back": on_back}
        )
        self._call_start = on_start

    def action_start(self) -> None:
        self._call_start()
