"""The Textual app: one page at a time, Hide and Support over every one, and a crash that shows nobody's words."""

import time
import traceback
from collections.abc import Callable

from rich.segment import Segment, Segments
from textual.app import App
from textual.screen import Screen

from codesign.tui.held import Held
from codesign.tui.keys import everywhere
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.over import HelpPage, Over, SupportPage
from codesign.tui.screens.page import Page
from codesign.tui.theme import EVENING, THEMES, next_theme
from codesign.words import _

PageMaker = Callable[[], Page]
_FIRST = "place-0"


class CodesignApp(App[None], inherit_bindings=False):
    """Shows pages. What they mean and what follows what is the course's business."""

    TITLE = "group notes"
    CSS_PATH = "codesign.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    DEFAULT_MODE = _FIRST
    BINDINGS = everywhere()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.held = Held(clock)
        self.first_page: PageMaker = Page
        self.made_up = False
        self.support_rows: Callable[[], list[tuple[str, str, str]]] = list
        """Who can be talked to, from memory."""
        self.who_sees: Callable[[], list[str]] = list
        self.after_hide: Callable[[], PageMaker] = lambda: self.first_page
        """Called once the cover is on the screen: drops what must go and says what comes back."""
        self._places = 0
        self._back_to: PageMaker | None = None
        self.add_mode(_FIRST, lambda: self._ready_made(self.first_page()))

    def get_css_variables(self) -> dict[str, str]:
        return {**EVENING.variables, **super().get_css_variables()}

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = EVENING.name
        self.animation_level = "none"

    # Pages

    def go(self, make: PageMaker) -> None:
        """Show a fresh page and unmount every other; under the cover it waits until the cover is lifted."""
        if isinstance(self.screen, Cover):
            self._back_to = make
        else:
            self._show(lambda: self._ready_made(make()))

    def _show(self, make: Callable[[], Screen[None]]) -> None:
        old = self.current_mode
        self._places += 1
        place = f"place-{self._places}"
        self.add_mode(place, make)
        self.switch_mode(place)
        self.call_after_refresh(self.remove_mode, old)

    def over(self, page: Over) -> None:
        """Open a page over this one; never two."""
        if not isinstance(self.screen, Over | Cover):
            self.push_screen(self._ready_made(page))

    def _ready_made(self, page: Page) -> Page:
        page.made_up = self.made_up
        page.set_class(self.made_up, "-made-up")
        return page

    @property
    def page(self) -> Page | None:
        """The page at the bottom: the place somebody is at, whatever lies over it."""
        bottom = self.screen_stack[0] if self.screen_stack else None
        return bottom if isinstance(bottom, Page) else None

    # Keys of every page

    def action_hide(self) -> None:
        """First the cover, then everything else: no disk, no clean-up before it is painted. Under the cover, the way back,
        but never by the same key held or pressed again in a fright."""
        again = not self.held.first("hide")
        if isinstance(self.screen, Cover):
            if not again:
                self._uncover()
            return
        self._back_to = None
        self._show(Cover)
        self.call_after_refresh(self._after_cover)

    def _after_cover(self) -> None:
        come_back = self.after_hide()
        self._back_to = self._back_to or come_back

    def _uncover(self) -> None:
        make = self._back_to or self.after_hide()
        self._back_to = None
        self._show(lambda: self._ready_made(make()))

    def action_support(self) -> None:
        if isinstance(self.screen, SupportPage):
            self.pop_screen()
            return
        stop = getattr(self.page, "action_stop", None)
        self.over(SupportPage(self.support_rows(), on_stop=stop))

    def action_help(self) -> None:
        page = self.page
        if isinstance(self.screen, HelpPage):
            self.pop_screen()
        elif page is not None:
            self.over(HelpPage(page.place, self.who_sees(), youth=page.youth))

    def next_colours(self) -> None:
        self.theme = next_theme(self.theme)

    # Between people

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing is ever copied: the next person could paste it."""

    # Crashes

    def _fatal_error(self) -> None:
        """A defect: a sentence for people, and where it happened without any value. Textual's own would print locals."""
        frames = [line for line in traceback.format_exc(limit=-3).splitlines() if line.lstrip().startswith("File")]
        words = _(
            "Something in the program broke, and it has stopped. Every ballot that showed “Saved.” is safe. "
            "Start the program again; a turn that was not finished can be taken again."
        )
        text = "\n".join([words, *frames, ""])
        self._exit_renderables.append(Segments([Segment(text)]))
        self._close_messages_no_wait()
