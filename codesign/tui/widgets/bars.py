"""The two bars of a page: the heading with its right edge, and the key bar with the safety keys."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from codesign.phrases import MADE_UP_PAGE
from codesign.tui.keys import LANGUAGE, PLACES, Key
from codesign.tui.literal import literal
from codesign.tui.widgets.drawn import Drawn
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


def _as_many_as_fit(told: Content, width: int) -> Content:
    """Parts between commas and dots: the last ones go where there is no room, not half of one."""
    words = told.plain
    while cell_len(words) > width and (ends := max(words.rfind(", "), words.rfind(" · "))) > 0:
        words = words[:ends]
    return told[: len(words)].truncate(max(0, width))


def _apart(left: Content, right: Content, width: int) -> Content:
    """A row of two parts, one at each edge."""
    return left + Content(" " * (width - left.cell_length - right.cell_length)) + right


class Heading(Drawn):
    """Where I am on the left; progress or a count on the right."""

    _left = _right = Content("")

    def __init__(self, left: str, right: Content | str = "", *, strong: bool = True) -> None:
        super().__init__()
        self._look = "bold $accent" if strong else "$muted"
        self.show(left, right)

    def show(self, left: str, right: Content | str = "") -> None:
        before = self._left, self._right
        self._left, self._right = literal(left), Content(right) if isinstance(right, str) else right
        if before != (self._left, self._right):
            self.refresh()

    def row(self, y: int) -> Content:
        left, width = self._left.truncate(self.size.width), self.size.width
        right = _as_many_as_fit(self._right, width - left.cell_length - 1)
        return _apart(left.stylize_before(self._look), right.stylize_before("$muted"), width)


class Tip(Static):
    """A quiet word under what a page is about, or one that has to be seen."""

    def show(self, words: str, *, alert: bool = False) -> None:
        if words == self.content and not alert:
            return
        self.set_class(alert, "-alert")
        self.set_class(bool(words), "-open")
        self.update(words)


class KeyBar(Drawn):
    """The keys of the moment on the left, the safety keys on the right, and before them the mark of a page that scrolls.

    Two rows on narrow screens: the safety keys below, with the mark behind them. As many keys stand there as fit."""

    def __init__(self, place: str, *, youth: bool, speaks: bool) -> None:
        super().__init__()
        self._row: Sequence[Key] = ()
        self._later: frozenset[str] = frozenset()
        self._turning: Collection[str] = ()
        self._safety = self._mark = Content("")
        self._asked = ""
        self._youth = youth
        self._more = [LANGUAGE] if speaks else []
        self._shown: object = None
        self.show(place)

    def show(self, place: str, leave_out: Iterable[str] = (), later: Iterable[str] = ()) -> None:
        """Show the keys of a place, without those whose action is in `leave_out`. Those in `later` mean nothing yet: they have
        their room already, so that no other key leaves or changes when they come."""
        shown = (place, frozenset(leave_out), frozenset(later), language())
        if shown == self._shown:
            return
        self._shown = shown
        self._row = [*(k for k in PLACES[place] if k.bar and k.action not in shown[1]), *self._more]
        self._later = shown[2]
        first = ("F2", _(SUPPORT)) if self._youth or self._more else ("F1", _(HELP))
        self._safety = Content.assemble(chip(first[0]), (f" {first[1]}  ", "$muted"), chip("F9"), (f" {_('Hide')}", "$muted"))
        self.refresh()

    def ask(self, words: str) -> None:
        """Ask this in place of the keys, until it is taken back by no words."""
        self._asked = words
        self.refresh()

    def turns_over(self, actions: Collection[str]) -> None:
        """The actions whose keys turn the page over as long as there is more to read."""
        if actions != self._turning:
            self._turning = actions
            self.refresh()

    def mark(self, key: str, words: str) -> None:
        """Say that the page scrolls, by this key; an empty one takes the mark away. It makes room for the safety keys, and in a
        bar of one row for those of the moment."""
        room = self.size.width - self._safety.cell_length
        if self.size.height == 1:
            room -= key_line(self._row, 0, self._later).cell_length
        texts = [("  ", f" {words}  "), (" ", f" {words}"), (" ", "")]
        before, after = next((t for t in texts if cell_len(f"{t[0]}{key}{t[1]}") <= room), texts[-1])
        mark = Content.assemble((f"{before}{key}", "bold $foreground"), (after, "$muted")) if key else Content("")
        if mark != self._mark:
            self._mark = mark
            self.refresh()

    @property
    def _right(self) -> Content:
        return self._safety if self._asked else self._mark + self._safety

    @property
    def room(self) -> int:
        """Cells for the keys of the moment."""
        return self.size.width if self.size.height > 1 else max(0, self.size.width - self._right.cell_length - 1)

    def keys(self) -> Content:
        """The keys of the moment, longer than the room where not even their least fits."""
        if self._asked:
            return Content.styled(self._asked, "bold $foreground")
        row = [replace(key, words=MORE) if key.action in self._turning else key for key in self._row]
        return key_line(row, self.room, self._later)

    def row(self, y: int) -> Content:
        width = self.size.width
        if y:
            return _apart(self._safety, Content("") if self._asked else self._mark, width)
        keys = self.keys().truncate(self.room)
        return keys if self.size.height > 1 else _apart(keys, self._right, width)


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
