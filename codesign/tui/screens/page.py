"""The one shape of a page: one column, a heading, one thing, a key bar."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from codesign.tui.literal import literal
from codesign.tui.widgets.bars import Heading, KeyBar
from codesign.words import OWN, _, language


def text(words: str | Content, classes: str = "") -> Static:
    """A paragraph; a plain string is shown as it is, never parsed."""
    return Static(literal(words) if isinstance(words, str) else words, classes=classes, markup=False)


def draft() -> str:
    """What must be said of words that nobody reviewed yet; nothing in English."""
    return _("Draft: a native speaker has not reviewed these words yet.") if language() != OWN else ""


class Page(Screen[None]):
    """A page of the program. Subclasses name their place in the key table and yield their body."""

    place = ""
    youth = False
    AUTO_FOCUS = ""
    title_left = ""
    """The heading of a page that speaks one language; see heading_left."""
    speaks = False
    """It can be read in another language: what youth and the room see. A page over another does as that one does."""
    made_up = False
    """Set before the page is shown while a made-up session is open: its first row says so."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (50, "-narrow"), (80, "-home"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-low"), (24, "-usual"), (38, "-tall")]

    def say_again(self) -> bool:
        """Say the same in the language now in use and keep everything; False where a fresh page does that as well."""
        return False

    def heading_left(self) -> str:
        """Where I am; empty for a page without a heading."""
        return self.title_left

    def heading_right(self) -> Content | str:
        return ""

    def body(self) -> Iterator[Widget]:
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            if self.made_up:
                yield text(_("Made up. Not a real group. Nothing here is kept."), "made-up")
            if self.heading_left():
                yield Heading(self.heading_left(), self.heading_right())
            yield from self.body()
            yield KeyBar(self.place, youth=self.youth, speaks=self.speaks)


class YouthPage(Page):
    """A page a young person sees. Support and Hide stand on every one."""

    youth = True
    speaks = True
