"""Pages that are a list of things to do: home, plans, past sessions, the session, reasons."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget

from codesign.course.pages import Block
from codesign.tui.literal import literal
from codesign.tui.screens.page import PAINTED, ShownPage, at_places, seen_of, text
from codesign.tui.widgets.blocks import drawn
from codesign.tui.widgets.leaves import Leafed
from codesign.tui.widgets.menu import Item, MenuList
from codesign.washed import wash


class MenuPage(ShownPage):
    """A heading, perhaps a few lines, and a menu; each row calls what it was handed."""

    scrolls = "MenuList"

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
            self.scrolls, self.mark_keys = ".parts", ("PgDn", "PgUp")
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
            yield Leafed(*drawn(self._parts), classes="parts")
        if not self._items:
            yield text(self._empty, "quiet gap-above")
        menu = MenuList([item for item, _call in self._items], here=self._here)
        menu.set_class(bool(self._parts), "-below")
        yield menu

    def on_mount(self) -> None:
        menu = self.query_one(MenuList)
        menu.focus()
        if self.place == "home":
            self.set_timer(PAINTED, wash)  # what was typed before it, such as a tech plan
        self.watch(menu, "scroll_y", self.mark, init=False)

    def on_unmount(self) -> None:
        """Textual holds on to a page for a while after it has gone: what stood on it is not to be there."""
        self._items, self._lines, self._alerts, self._parts = [], (), (), ()

    def count(self) -> str:
        menu = self.query_one(MenuList)
        first, last = (0, 0) if self._parts else menu.seen()
        return seen_of(first, last, len(menu.rows)) if last else ""

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

    def action_next(self) -> None:
        self._key("next")

    def action_back(self) -> None:
        self._key("back")

    def action_colours(self) -> None:
        self._key("colours")

    def action_quit(self) -> None:
        self._key("quit")


PAGES = at_places(
    MenuPage,
    *(
        "home",
        "plans",
        "plans-desk",
        "which-cards",
        "rules-now",
        "bank",
        "policy-partner",
        "policy-others",
        "small-group",
        "records",
    ),
    *(
        "step",
        "session",
        "stack",
        "together-steps",
        "agreements",
        "reason",
        "answer",
        "promised",
        "policy-sentence",
        "policy-end",
    ),
    *("plan-marks", "plan-fields", "plan-choice"),
)
"""Place -> its page."""
