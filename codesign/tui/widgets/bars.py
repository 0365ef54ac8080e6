"""The two bars of a page: the heading with its right edge, and the key bar with the safety keys."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Static

from codesign.tui.keys import PLACES, Key
from codesign.tui.literal import literal
from codesign.words import _


def chip(key: str) -> tuple[str, str]:
    """A key as part of the screen: on the panel colour, with a blank each side."""
    return f" {key} ", "bold $foreground on $panel"


def progress(at: int, count: int) -> Content:
    """Done, here, to come, as dashes; nothing where there are too many to fit."""
    if not 1 < count <= 12:
        return Content("")
    dashes = [("━━━" if n <= at else "╌╌╌", "bold $accent" if n == at else "$muted") for n in range(count)]
    return Content(" ").join(Content.styled(dash, style) for dash, style in dashes)


class Heading(Horizontal):
    """Where I am on the left; progress or a count on the right."""

    def __init__(self, left: str, right: Content | str = "", *, strong: bool = True) -> None:
        super().__init__()
        self._left = Static(literal(left), classes="heading" if strong else "heading -quiet", markup=False)
        self._right = Static(Content(right) if isinstance(right, str) else right, classes="heading-right", markup=False)

    def compose(self) -> ComposeResult:
        yield self._left
        yield self._right

    def show(self, left: str, right: Content | str = "") -> None:
        self._left.update(literal(left), layout=len(left) != len(str(self._left.content)))
        self._right.update(Content(right) if isinstance(right, str) else right, layout=False)


class KeyBar(Container):
    """The keys of the moment on the left, the safety keys on the right; two rows on narrow screens."""

    def __init__(self, place: str, *, youth: bool) -> None:
        super().__init__()
        self._keys = Static(markup=False, classes="keys")
        self._place = place
        self._youth = youth
        self._shown: tuple[str, frozenset[str]] = ("", frozenset())

    def compose(self) -> ComposeResult:
        yield self._keys
        first = ("F2", _("Support")) if self._youth else ("F1", _("Help"))
        parts = [chip(first[0]), (f" {first[1]}  ", "$muted"), chip("F9"), (f" {_('Hide')}", "$muted")]
        yield Static(Content.assemble(*parts), classes="safety", markup=False)

    def on_mount(self) -> None:
        self.show(self._place)

    def show(self, place: str, leave_out: Iterable[str] = ()) -> None:
        """Show the keys of a place, without those whose action is in `leave_out`."""
        hidden = frozenset(leave_out)
        if (place, hidden) == self._shown:
            return
        self._shown = (place, hidden)
        self._keys.update(key_line([k for k in PLACES[place] if k.bar and k.action not in hidden]), layout=False)


def key_line(keys: list[Key]) -> Content:
    gap = 3 if sum(len(k.shown) + len(_(k.words)) + 4 for k in keys) <= 44 else 2
    parts: list[tuple[str, str]] = []
    for key in keys:
        parts += [(key.shown, "bold $foreground"), (f" {_(key.words)}{' ' * gap}", "$muted")]
    return Content.assemble(*parts)
