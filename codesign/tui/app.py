"""The Textual app: one page at a time, and Hide and Support over every one."""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual import events
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter
from textual.screen import Screen

from codesign.core.turn_break import IDLE_AFTER
from codesign.course.shared_words import STILL_THERE as STILL_THERE_WORDS
from codesign.tui.key_repeat import IdleTime, since_boot
from codesign.tui.keyboard.one_by_one import OneByOne
from codesign.tui.keys import everywhere, works_everywhere
from codesign.tui.screens.overlays import HelpPage, SupportPage
from codesign.tui.screens.page import Over
from codesign.tui.steps_aside import StepsAside
from codesign.tui.style_sheet import RememberingSheet
from codesign.tui.theme import EVENING, THEMES, filters, next_theme, themes
from codesign.tui.widgets.bars import KeyBar, MadeUp
from codesign.words import OWN, _, next_language, use

LOOK_EVERY = 5.0  # seconds between two looks whether somebody is still there


class CodesignApp(StepsAside, inherit_bindings=False):
    """The keys of every page, the language, the colours, and whether somebody is there.

    What the pages mean and what follows what is the course's business.
    """

    TITLE = "group notes"
    CSS_PATH = Path(__file__).with_name("codesign.tcss")
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = everywhere()

    def __init__(self, clock: Callable[[], float] = since_boot, colours: str = "") -> None:
        """`colours`: the theme that was chosen before; any other word is none."""
        super().__init__(clock)
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        self.theme = colours if colours in [theme.name for theme in THEMES] else EVENING.name
        self.stylesheet = RememberingSheet(variables=self.get_css_variables())  # of this theme: for another it is read again
        self.keys = OneByOne(self)
        self.idle = IdleTime(clock, IDLE_AFTER)
        self.on_idle: Callable[[], None] = lambda: None
        """Called when nobody has pressed a key for a while: covers what must not stay open."""
        self.covers_soon: Callable[[], bool] = lambda: False
        """Whether `on_idle` would cover something."""
        self._asked = False
        self._filters_of_terminal = filters(self.console.color_system, os.environ.get("TERM", ""))
        self.keep_colours: Callable[[str], None] = lambda _name: None
        """Called with the theme that was chosen on the first page; what anybody chooses elsewhere is nobody's to know."""
        self.begin: Callable[[], None] = lambda: None
        """Shows the first page."""
        self.plain_wanted = False
        """The program goes on in plain lines once the screens are left."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without the one that makes 24 bits of other colours: all are of 24 bits."""
        return [*(f for f in super().get_line_filters() if not isinstance(f, ANSIToTruecolor)), *self._filters_of_terminal]

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """No page is seen through another: Textual would lay out and paint the one below as well."""
        return []

    def get_driver_class(self) -> type[Driver]:
        """Where Textual reads a terminal's bytes itself, ours reads them; Windows tells of keys, not of bytes."""
        if os.name != "posix":
            return super().get_driver_class()
        from codesign.tui.keyboard.driver import KeysOnly

        return KeysOnly

    async def on_event(self, event: events.Event) -> None:
        """Every key passes the queue of keys; one that comes after nobody was there for a while finds the page covered, also
        where the laptop slept."""
        if isinstance(event, events.Key | events.MouseDown | events.Paste) and not event.is_forwarded:
            if event.time < self.deaf_before:
                return
            if isinstance(event, events.Key) and not self.keys.may_pass(event):
                return
            asked = self._ask_whether_there(ask=False)
            if self.idle.key():
                self._cover_idle()
            elif asked and isinstance(event, events.Key) and not works_everywhere(event.key):
                return
        await super().on_event(event)

    def on_mount(self) -> None:
        self.animation_level = "none"
        use(OWN)
        loop = asyncio.get_running_loop()
        loop.set_debug(False)  # PYTHONASYNCIODEBUG would tell of slow calls with all that was handed to them
        loop.set_exception_handler(self._loop_error)
        if hasattr(signal, "SIGTSTP") and not self.is_headless:
            self.step_aside_on_signals()
            self.set_interval(1, self._watch_terminal)
        self.set_interval(LOOK_EVERY, self.look_for_idle)
        self.begin()

    # Somebody is there, or not

    def look_for_idle(self) -> None:
        if self.idle.over:
            self.idle.key()  # and not again before as long a time has gone by
            self._cover_idle()
        elif self.idle.soon and not self._asked and not self.covered and self.covers_soon():
            self._ask_whether_there(ask=True)

    def _ask_whether_there(self, *, ask: bool) -> bool:
        """Ask a slow reader, or stop asking; whether it was asked. The key that says so does nothing else."""
        asked, self._asked = self._asked, ask
        if ask != asked:
            for bar in self.screen.query(KeyBar):
                bar.ask(_(STILL_THERE_WORDS) if ask else "")
        return asked

    def _cover_idle(self) -> None:
        self._ask_whether_there(ask=False)  # the page that asked is gone: the next key is a key
        if not self.covered:
            self.on_idle()

    # Keys of every page

    def action_support(self) -> None:
        if isinstance(self.screen, SupportPage):
            self.pop_screen()
            return
        on_stop = getattr(self.page, "action_stop", None)
        self.over(lambda: SupportPage(self.around.support(), on_stop=on_stop))

    def action_help(self) -> None:
        page = self.page
        if isinstance(self.screen, HelpPage):
            self.pop_screen()
        elif page:
            self.over(lambda: HelpPage(page.place, self.around.who_sees(), youth=page.youth))

    def action_language(self) -> None:
        """The other language, at once and in the same place; nothing of a turn is lost. Nothing happens under the cover."""
        page = self.page
        make = self._make
        if not page or not make or not page.speaks or not self.held.first("language"):
            return
        use(next_language())
        make_over = self._make_over if isinstance(self.screen, Over) else None
        if make_over:
            self.pop_screen()
        if not page.say_again():
            typed = page.half_typed()
            self.go(make)
            if typed and self.page:
                self.page.type_on(typed)
        for banner in page.query(MadeUp):
            banner.say()
        if make_over:
            self.over(make_over)

    def next_colours(self) -> None:
        self.theme = next_theme(self.theme)
        if self.page and self.page.place == "home":
            self.keep_colours(self.theme)

    # Between people

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing is ever copied: the next person could paste it."""
