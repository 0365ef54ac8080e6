"""One line of a person's own words, and the question whether it may be quoted."""

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widgets import Input, Static

from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean, letters_left, personal_details, visible
from codesign.course.at_a_card import how_much_fits
from codesign.course.shared_words import STAYS_IN
from codesign.phrases.on_a_card import NO, YES
from codesign.tui.keys import bindings
from codesign.tui.widgets.drawn import Drawn
from codesign.words import N_, _

MORE = "…"
_APART = 3
"""Cells between a question and what can be said to it."""
MARKED_FROM = 5  # cells; of fewer a mark would leave no words


class Line(Input):
    """A field of one line. What is pasted is cleaned and cut before it is put in, so that no paste can freeze the screen."""

    def __init__(
        self, *, limit: int = COMMENT_LIMIT, value: str = "", placeholder: str = "", id: str | None = None, classes: str = ""
    ) -> None:
        super().__init__(
            value=value, placeholder=placeholder, id=id, classes=classes, compact=True, select_on_focus=False, max_length=limit
        )
        self.cursor_blink = False
        self._limit = limit
        self.on_first_key: Callable[[events.Key], None] | None = None
        """Sees the next key that is pressed here, before it is typed."""

    def validate_value(self, value: str) -> str:
        """A record that somebody edited, or a folder's name, is put in without having been cleaned."""
        return visible(value)

    def put_in(self, words: str) -> None:
        """In place of what stands here, and nobody is told: they know."""
        with self.prevent(self.Changed):
            self.value = words

    def on_unmount(self) -> None:
        """Textual holds on to a field for a while after it has gone: its letters, and the rows it drew, are not to be there."""
        self.set_reactive(Input.value, "")
        self._styles_cache.clear()

    def render_line(self, y: int) -> Strip:
        """What is longer than the field has a mark where it goes on."""
        strip, width, (left, _top) = super().render_line(y), self.scrollable_content_region.width, self.scroll_offset
        if y or not self.value or width < MARKED_FROM:
            return strip
        mark = Strip([Segment(MORE, self.rich_style)])
        if left:
            strip = Strip.join([mark, strip.crop(1)])
        if self.content_width - left > width + 1:
            strip = Strip.join([strip.crop(0, width - 1), mark, Strip.blank(strip.cell_length - width, self.rich_style)])
        return strip

    def on_key(self, event: events.Key) -> None:
        see, self.on_first_key = self.on_first_key, None
        if see:
            see(event)

    class Cut(Message):
        """A paste was longer than the field takes."""

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        selected = self.selection
        room = self._limit - len(self.value) + len(self.selected_text)
        text = clean(event.text[: 4 * COMMENT_LIMIT], 4 * COMMENT_LIMIT)
        if len(text) > room or len(event.text) > 4 * COMMENT_LIMIT:
            self.post_message(self.Cut())
        self.replace(text[: max(0, room)], *selected)


class Fits(Static):
    """Beneath a line: how much more fits, once it is nearly full, or that something did not."""

    _cut: str | None = None
    """What the line holds of something that was cut."""

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=f"fits {classes}", markup=False)

    def on_unmount(self) -> None:
        """As of the line it stands beneath."""
        self._cut = None

    def show(self, text: str, room: int, *, writing: bool) -> None:
        """For a line with this text and room for so many bytes; nothing while nobody writes."""
        if text != self._cut or not writing:
            self._cut = None
            self._tell(how_much_fits(letters_left(text, room)) if writing else "")

    def cut(self, text: str) -> None:
        """Something was too long, and this is left of it; stands until the line changes."""
        self._cut = text
        self._tell(_("! That was too long for one line. The end was left out."))

    def _tell(self, words: str) -> None:
        if words != self.content:
            self.set_class(bool(words), "-open")
            self.update(words)


def too_long(text: str, room: int = COMMENT_BYTES) -> bool:
    """Whether a comment has more bytes than are kept (letters of some scripts take three or four)."""
    return len(text.encode()) > room


class Quote(Drawn, can_focus=True):
    """May it be quoted? One key either way, and No stands until somebody says yes.

    While the line seems to hold a contact or an address, that is asked instead: the other question comes when it is out."""

    BINDINGS = bindings("quote")
    asks = N_("OK to quote? Some may guess who wrote it.")
    gives_way = True
    """On a short page its words stand only while it is asked."""

    ok: var[bool] = var(False)
    text: var[str] = var("")
    writing: var[bool] = var(False)
    """The cursor is in the line, where X is a letter."""
    _says = Content(""), Content(""), Content("")
    """What is asked, what can be said to it, and a word about the line."""

    @property
    def place(self) -> str:
        """What is asked now, as a place of the key table."""
        return "details" if personal_details(self.text) else "quote"

    class Said(Message):
        """The person said yes or no, by this key."""

        def __init__(self, ok: bool, key: str) -> None:
            super().__init__()
            self.ok = ok
            self.key = key

    def on_mount(self) -> None:
        self.say()

    def on_unmount(self) -> None:
        """As of the line it asks about."""
        self.set_reactive(Quote.text, "")

    def watch_ok(self) -> None:
        self.say()

    def watch_text(self) -> None:
        self.say()

    def watch_writing(self) -> None:
        self.say()

    def say(self) -> None:
        """The question and its two answers, in the language now in use. Nothing is painted where they stand there already: a
        letter costs no more than the line."""
        if not self.is_mounted:
            return
        before, details = self._says, self.place == "details"
        no, yes = ("○", "●") if self.ok else ("●", "○")
        choice = Content.assemble((f"{no} ", "$accent"), f"{_(NO)}   ", (f"{yes} ", "$accent"), _(YES))
        if details:
            ask = Content.styled(_("! Does this point to a person or a place?"), "$alert")
            choice = Content("") if self.writing else Content.assemble(("X ", "bold"), _("Take it out"))
            self._says = ask, choice, Content.styled("" if self.writing else _(STAYS_IN), "$alert")
        else:
            self._says = Content(_(self.asks)), choice, Content("")
        if self._says != before:
            self.refresh(layout=self._says[2] != before[2])

    def _of(self, width: int) -> list[Content]:
        sizes, look = self.screen.classes, "bold" if self.has_focus else ""
        ask, choice, nudge = self._says
        ask, choice = ask.stylize(look), choice.stylize(look)
        if "-tiny" in sizes:
            first, second, *_rest = *ask.wrap(width - _APART), Content("")
            rows = [first, second, choice]
        elif "-narrow" in sizes:
            rows = [ask, choice]
        elif "-short" in sizes and self.gives_way and not self.has_focus:
            rows = [choice]
        else:
            rows = [ask + Content(" " * _APART) + choice]
        return rows + (nudge.wrap(width) if nudge else [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._of(width))

    def row(self, y: int) -> Content:
        return self._of(self.size.width)[y]

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":  # keeps what was said; only a Y ever says yes
            event.stop()
            self.post_message(self.Said(self.ok, event.key))

    def action_yes(self) -> None:
        if self.place == "quote":
            self.post_message(self.Said(True, "y"))

    def action_no(self) -> None:
        self.post_message(self.Said(False, "n"))
