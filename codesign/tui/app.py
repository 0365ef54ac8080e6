"""The Textual app: one page at a time, Hide and Support over every one, and a crash that shows nobody's words."""

import asyncio
import contextlib
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from rich.text import Text
from textual.app import App

from codesign.tui.held import Held
from codesign.tui.keys import everywhere
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.over import HelpPage, Over, SupportPage
from codesign.tui.screens.page import Page
from codesign.tui.theme import EVENING, THEMES, next_theme
from codesign.words import _

PageMaker = Callable[[], Page]


class CodesignApp(App[None], inherit_bindings=False):
    """Shows pages, one at a time, over a cover that always lies at the bottom: to hide is to take everything off it.

    What the pages mean and what follows what is the course's business.
    """

    TITLE = "group notes"
    CSS_PATH = Path(__file__).with_name("codesign.tcss")
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = everywhere()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.held = Held(clock)
        self.begin: Callable[[], None] = lambda: None
        """Shows the first page."""
        self.made_up = False
        self.support_rows: Callable[[], list[tuple[str, str, str]]] = list
        """Who can be talked to, from memory."""
        self.who_sees: Callable[[], list[str]] = list
        self.after_hide: Callable[[], PageMaker] | None = None
        """Called once the cover is on the screen: drops what must go and says what comes back."""
        self._covered = False
        self._back_to: PageMaker | None = None

    def get_default_screen(self) -> Cover:
        return Cover()

    def get_css_variables(self) -> dict[str, str]:
        return {**EVENING.variables, **super().get_css_variables()}

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = EVENING.name
        self.animation_level = "none"
        self._leave_on_signals()
        self.begin()

    def _leave_on_signals(self) -> None:
        """A closed window or a polite kill restores the terminal. Nothing depends on it: what was saved is on disk."""
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError):  # Windows, or not the main thread
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    # Pages

    def go(self, make: PageMaker) -> None:
        """Show a fresh page and unmount every other; under the cover it waits until the cover is lifted."""
        if self._covered:
            self._back_to = make
            return
        page = self._ready_made(make())
        self._take_off(2)
        if len(self.screen_stack) == 2:
            self.switch_screen(page)
        else:
            self.push_screen(page)

    def over(self, page: Over) -> None:
        """Open a page over this one; never two, and none over the cover."""
        if self.page and not isinstance(self.screen, Over):
            self.push_screen(self._ready_made(page))

    def _take_off(self, down_to: int) -> None:
        while len(self.screen_stack) > down_to:
            self.pop_screen()

    def _ready_made(self, page: Page) -> Page:
        page.made_up = self.made_up
        page.set_class(self.made_up, "-made-up")
        return page

    @property
    def page(self) -> Page | None:
        """The page on the cover: the place somebody is at, whatever lies over it."""
        bottom = self.screen_stack[1] if len(self.screen_stack) > 1 else None
        return bottom if isinstance(bottom, Page) else None

    # Keys of every page

    def action_hide(self) -> None:
        """First the cover, then everything else: no disk, no thinking before it is painted.

        Under the cover the key is the way back, but never the same key held or pressed again in a fright.
        """
        again = not self.held.first("hide")
        if not self._covered:
            self._covered = True
            self._back_to = None
            self._take_off(1)
            self.call_after_refresh(self._after_cover)
        elif not again and self._back_to:
            self._covered, make = False, self._back_to
            self.go(make)

    def _after_cover(self) -> None:
        come_back = self.after_hide() if self.after_hide else None
        self._back_to = self._back_to or come_back

    def action_support(self) -> None:
        if isinstance(self.screen, SupportPage):
            self.pop_screen()
            return
        self.over(SupportPage(self.support_rows(), on_stop=getattr(self.page, "action_stop", None)))

    def action_help(self) -> None:
        page = self.page
        if isinstance(self.screen, HelpPage):
            self.pop_screen()
        elif page:
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
        self._exit_renderables.append(Text(text))
        self._close_messages_no_wait()
