"""Pages that are a list of things to do: home, plans, past sessions, the session, reasons."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget

from codesign.course.pages import Block
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, ShownPage, text
from codesign.tui.widgets.menu import Item, MenuList
from codesign.words import _


class MenuPage(ShownPage):
    """A heading, perhaps a few lines, and a menu; each row calls what it was handed."""

    counted = scrolls = "MenuList"

    def __init__(
        self,
        title: str,
        items: Sequence[tuple[Item, Callable[[], None]]],
        *,
        right: str = "",
        lines: Sequence[Content | str] = (),
        alerts: Sequence[str] = (),
        parts: Sequence[Block] = (),
        empty: str = "",
        here: int | None = 0,
        keys: Mapping[str, Callable[[], None]] | None = None,
        acts: Mapping[str, Callable[[str], None]] | None = None,
    ) -> None:
        """`acts` are called with the id of the row that somebody is at."""
        super().__init__()
        self.title_left = title
        self._items = list(items)
        self._right = right
        self._lines = lines
        self._alerts = alerts
        self._parts = parts
        if parts:  # the menu below them is short
            self.scrolls, self.counted, self.mark_keys = ".parts", "", ("PgDn", "PgUp")
        self._empty = empty
        self._here = here
        self._keys = keys or {}
        self._acts = acts or {}

    def heading_right(self) -> str:
        return self._right

    def body(self) -> Iterator[Widget]:
        for line in self._lines:
            yield text(line, "quiet")
        for alert in self._alerts:
            yield text(literal(f"! {alert}"), "alert")
        if self._parts:
            with Body(classes="parts"):
                for part in self._parts:
                    yield text(part.title, "strong")
                    yield from (text(line, "part") for line in part.lines)
        if not self._items:
            yield text(self._empty, "quiet gap-above")
        menu = MenuList([item for item, _call in self._items], here=self._here)
        menu.set_class(bool(self._parts), "-below")
        yield menu

    def on_mount(self) -> None:
        menu = self.query_one(MenuList)
        menu.focus()
        self.watch(menu, "scroll_y", self.mark, init=False)

    def count(self) -> str:
        menu = self.query_one(MenuList)
        first, last = menu.seen()
        return _("{first} to {last} of {all}", first=first, last=last, all=len(menu.rows)) if last else ""

    @on(MenuList.Chosen)
    def _chosen(self, message: MenuList.Chosen) -> None:
        for item, call in self._items:
            if item.id == message.item_id:
                call()
                return

    def action_open(self) -> None:
        self.query_one(MenuList).action_choose()

    def _key(self, name: str) -> None:
        if name in self._keys:
            self._keys[name]()

    def action_act(self, how: str) -> None:
        menu = self.query_one(MenuList)
        if menu.here is not None and how in self._acts:
            self._acts[how](menu.rows[menu.here].id)

    def action_back(self) -> None:
        self._key("back")

    def action_colours(self) -> None:
        self._key("colours")

    def action_quit(self) -> None:
        self._key("quit")


class HomePage(MenuPage):
    place = "home"
    BINDINGS = bindings(place)


class PlansPage(MenuPage):
    place = "plans"
    BINDINGS = bindings(place)


class RecordsPage(MenuPage):
    place = "records"
    BINDINGS = bindings(place)


class SessionPage(MenuPage):
    """The session, between turns: where the facilitator is and what comes next."""

    place = "session"
    BINDINGS = bindings(place)


class StepPage(MenuPage):
    """A step of the hour: what to say, what to do, what comes next."""

    place = "step"
    BINDINGS = bindings(place)


class AgreementsPage(MenuPage):
    """What the group agrees on, line by line."""

    place = "agreements"
    BINDINGS = bindings(place)


class WhichCardsPage(MenuPage):
    """The cards of a plan, to be chosen."""

    place = "which-cards"
    BINDINGS = bindings(place)


class BankPage(MenuPage):
    """The cards of the rule bank."""

    place = "bank"
    BINDINGS = bindings(place)


class StackPage(MenuPage):
    """Between two ballots on paper: what becomes of the stack."""

    place = "stack"
    BINDINGS = bindings(place)


class SmallGroupPage(MenuPage):
    """What a group under 5 means, and its own way."""

    place = "small-group"
    BINDINGS = bindings(place)


class TogetherStepsPage(MenuPage):
    """What to say and do with a group that talks without a vote."""

    place = "together-steps"
    BINDINGS = bindings(place)


class ReasonPage(MenuPage):
    """Why a comment is kept back."""

    place = "reason"
    BINDINGS = bindings(place)


class AnswerPage(MenuPage):
    """What can be done with the policy team's answer."""

    place = "answer"
    BINDINGS = bindings(place)


PAGES = {
    page.place: page
    for page in (
        HomePage,
        PlansPage,
        RecordsPage,
        SessionPage,
        StepPage,
        AgreementsPage,
        WhichCardsPage,
        BankPage,
        ReasonPage,
        AnswerPage,
        StackPage,
        SmallGroupPage,
        TogetherStepsPage,
    )
}
"""Place -> its page."""
