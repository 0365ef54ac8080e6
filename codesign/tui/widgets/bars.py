"""The two bars of a page: the heading with its right edge, and the key bar with the safety keys."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Static

from codesign.phrases import MADE_UP_PAGE
from codesign.tui.keys import LANGUAGE, PLACES, Key
from codesign.tui.literal import literal
from codesign.words import N_, _, language

MORE = N_("More")
SUPPORT, HELP = N_("Support"), N_("Help")


def chip(key: str) -> tuple[str, str]:
    """A key as part of the screen: on the panel colour, with a blank each side."""
    return f" {key} ", "bold $foreground on $panel"


def progress(at: int, count: int, *, short: bool) -> Content:
    """Done, here, to come, as dashes, long or short; nothing where there are too many to fit."""
    if not 1 < count <= 12:
        return Content("")
    length = 1 if short else 3
    dashes = [(("━" if n <= at else "╌") * length, "bold $accent" if n == at else "$muted") for n in range(count)]
    return Content(" ").join(Content.styled(dash, style) for dash, style in dashes)


class MadeUp(Static):
    """The first row of every page of a made-up session: as many of its sentences as fit it whole."""

    def on_resize(self) -> None:
        self.say()

    def say(self) -> None:
        told = _(MADE_UP_PAGE)
        while cell_len(told) > self.size.width and ". " in told:
            told = f"{told.rpartition('. ')[0]}."
        self.update(literal(told), layout=False)


class _AsManyAsFit(Static):
    """Parts between commas and dots: the last ones go where there is no room, not half of one."""

    def render(self) -> Content:
        told = Content(self.content) if isinstance(self.content, str) else self.content
        assert isinstance(told, Content)
        words = told.plain
        while cell_len(words) > self.size.width and (ends := max(words.rfind(", "), words.rfind(" · "))) > 0:
            words = words[:ends]
        return told[: len(words)]


class Heading(Horizontal):
    """Where I am on the left; progress or a count on the right."""

    def __init__(self, left: str, right: Content | str = "", *, strong: bool = True) -> None:
        super().__init__()
        self._left = Static(literal(left), classes="heading" if strong else "heading -quiet", markup=False)
        self._right = _AsManyAsFit(Content(right) if isinstance(right, str) else right, classes="heading-right", markup=False)

    def compose(self) -> ComposeResult:
        yield self._left
        yield self._right

    def show(self, left: str, right: Content | str = "") -> None:
        self._left.update(literal(left), layout=len(left) != len(str(self._left.content)))
        self._right.update(Content(right) if isinstance(right, str) else right, layout=False)


class Tip(Static):
    """A quiet word under what a page is about, or one that has to be seen."""

    def show(self, words: str, *, alert: bool = False) -> None:
        if words == self.content and not alert:
            return
        self.set_class(alert, "-alert")
        self.set_class(bool(words), "-open")
        self.update(words)


class KeyBar(Container):
    """The keys of the moment on the left, the safety keys on the right, and before them the mark of a page that scrolls.

    Two rows on narrow screens."""

    def __init__(self, place: str, *, youth: bool, speaks: bool) -> None:
        super().__init__()
        self._keys = _Keys(markup=False, classes="keys")
        self._safety = Static(markup=False, classes="safety")
        self._mark = Static(markup=False, classes="more")
        self._youth = youth
        self._more = [LANGUAGE] if speaks else []
        self._shown: object = None
        self.show(place)

    def compose(self) -> ComposeResult:
        yield self._keys
        with Horizontal(classes="foot"):
            yield self._mark
            yield self._safety

    def on_resize(self) -> None:
        """Where a bar of two rows becomes one of one row, a mark that stays the same is not drawn: draw it anew."""
        self._mark.refresh()

    def show(self, place: str, leave_out: Iterable[str] = (), later: Iterable[str] = ()) -> None:
        """Show the keys of a place, without those whose action is in `leave_out`. Those in `later` mean nothing yet: they have
        their room already, so that no other key leaves or changes when they come."""
        shown = (place, frozenset(leave_out), frozenset(later), language())
        if shown == self._shown:
            return
        self._shown = shown
        self._keys.show([*(k for k in PLACES[place] if k.bar and k.action not in shown[1]), *self._more], shown[2])
        first = ("F2", _(SUPPORT)) if self._youth or self._more else ("F1", _(HELP))
        safety = Content.assemble(chip(first[0]), (f" {first[1]}  ", "$muted"), chip("F9"), (f" {_('Hide')}", "$muted"))
        if safety != self._safety.content:
            self._safety.update(safety)

    def ask(self, words: str) -> None:
        """Ask this in place of the keys, until it is taken back by no words."""
        self._mark.display = not words
        self._keys.ask(words)

    def turns_over(self, actions: Collection[str]) -> None:
        """The actions whose keys turn the page over as long as there is more to read."""
        self._keys.turn_over(actions)

    def mark(self, key: str, words: str) -> None:
        """Say that the page scrolls, by this key; an empty one takes the mark away. It makes room for the safety keys, and in a
        bar of one row for those of the moment."""
        room = self.size.width - cell_len(str(self._safety.content))
        if self.size.height == 1:
            room -= self._keys.least
        texts = [("  ", f" {words}  "), (" ", f" {words}"), (" ", "")]
        before, after = next((t for t in texts if cell_len(f"{t[0]}{key}{t[1]}") <= room), texts[-1])
        mark = Content.assemble((f"{before}{key}", "bold $foreground"), (after, "$muted")) if key else Content("")
        if mark != self._mark.content:
            self._mark.update(mark)


class _Keys(Static):
    """The keys of the moment, as many as fit."""

    _row: Sequence[Key] = ()
    _later: frozenset[str] = frozenset()
    _asked = ""
    _turning: Collection[str] = ()

    @property
    def least(self) -> int:
        """As narrow as they can be, with the gap behind them."""
        return cell_len(str(key_line(self._row, 0, self._later)))

    def show(self, keys: Sequence[Key], later: frozenset[str]) -> None:
        self._row, self._later = keys, later
        self.refresh()

    def ask(self, words: str) -> None:
        self._asked = words
        self.refresh()

    def turn_over(self, actions: Collection[str]) -> None:
        if actions != self._turning:
            self._turning = actions
            self.refresh()

    def render(self) -> Content:
        if self._asked:
            return Content.styled(self._asked, "bold $foreground")
        row = [replace(key, words=MORE) if key.action in self._turning else key for key in self._row]
        return key_line(row, self.size.width, self._later)


def key_line(keys: Sequence[Key], width: int, later: Collection[str] = ()) -> Content:
    """The keys with a gap as wide as there is room for. Where there is none, words go first whose key says enough alone, and
    then the keys that help tells as well. It is fitted with the keys of `later`, and shown without them."""
    row = {key: f" {_(key.words)}" for key in keys}
    while True:
        length = sum(cell_len(f"{key.shown}{words}") for key, words in row.items())
        gap = next((gap for gap in (3, 2, 1) if length + gap * (len(row) - 1) <= width), 0)
        shorter = max((key for key, words in row.items() if words), key=lambda key: key.short, default=None)
        spare = max(row, key=lambda key: key.spare, default=None)
        if gap:
            break
        if shorter and shorter.short:
            row[shorter] = ""
        elif spare and spare.spare:
            del row[spare]
        else:
            break
    parts: list[tuple[str, str]] = []
    for key, words in row.items():
        if key.action not in later:
            parts += [(key.shown, "bold $foreground"), (f"{words}{' ' * max(1, gap)}", "$muted")]
    return Content.assemble(*parts)
