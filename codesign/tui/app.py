"""The Textual app: one page at a time, and Hide and Support over every one."""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import events
from textual.driver import Driver
from textual.filter import LineFilter

from codesign.core.turn_break import IDLE_AFTER
from codesign.course.around import Around
from codesign.course.shared_words import STILL_THERE as STILL_THERE_WORDS
from codesign.tui.key_repeat import Held, IdleTime, since_boot
from codesign.tui.keyboard.one_by_one import OneByOne
from codesign.tui.keys import everywhere, works_everywhere
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.overlays import HelpPage, SupportPage
from codesign.tui.screens.page import Over, ShownPage
from codesign.tui.steps_aside import StepsAside
from codesign.tui.style_sheet import RememberingSheet
from codesign.tui.theme import EVENING, THEMES, filters, next_theme, themes
from codesign.tui.widgets.bars import KeyBar, MadeUp
from codesign.words import OWN, _, language, next_language, use

PageMaker = Callable[[], ShownPage]
LOOK_EVERY = 5.0  # seconds between two looks whether somebody is still there


class CodesignApp(StepsAside, inherit_bindings=False):
    """Shows pages, one at a time, over a cover that always lies at the bottom: to hide is to take everything off it.

    What the pages mean and what follows what is the course's business.
    """

    TITLE = "group notes"
    CSS_PATH = Path(__file__).with_name("codesign.tcss")
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = everywhere()

    def __init__(self, clock: Callable[[], float] = since_boot, colours: str = "") -> None:
        """`colours`: the theme that was chosen before; any other word is none."""
        super().__init__()
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        self.theme = colours if colours in [theme.name for theme in THEMES] else EVENING.name
        self.stylesheet = RememberingSheet(variables=self.get_css_variables())  # of this theme: for another it is read again
        self.held = Held(clock)
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
        self.around = Around()
        """What lies around every page."""
        self.plain_wanted = False
        """The program goes on in plain lines once the screens are left."""
        self.after_hide: Callable[[], PageMaker | None] = lambda: None
        """Called once the cover is on the screen, unless a page came meanwhile: drops what must go and says what comes back,
        where it does not show it by itself."""
        self._covered = False
        self._back_to: PageMaker | None = None
        self._make: PageMaker | None = None
        """Makes the page that is shown anew, to say it in another language. Goes when the page goes: it may hold a turn."""
        self._make_over: Callable[[], Over] | None = None
        """The same for the page over it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._filters_of_terminal]

    def get_default_screen(self) -> Cover:
        return Cover()

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
        elif self.idle.soon and not self._asked and not self._covered and self.covers_soon():
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
        if not self._covered:
            self.on_idle()

    # Pages

    def go(self, make: PageMaker) -> None:
        """Show a fresh page and unmount every other; under the cover it waits until the cover is lifted."""
        if self._covered:
            self._back_to = make
            return
        self._make, self._make_over = make, None
        was_facilitators = self.page is not None and not self.page.speaks
        page = make()
        begins_in = OWN if not page.speaks else self.around.language if was_facilitators else language()
        if begins_in != language():
            use(begins_in)
            page = make()
        self._ready_made(page)
        self._take_off(2)
        if len(self.screen_stack) == 2:
            self.switch_screen(page)
        else:
            self.push_screen(page)

    def over(self, make: Callable[[], Over]) -> None:
        """Open a page over this one, in place of one that lies there; none over the cover."""
        if self.page:
            self._take_off(2)
            self._make_over = make
            page = make()
            page.speaks = self.page.speaks
            self.push_screen(self._ready_made(page))

    def _take_off(self, down_to: int) -> None:
        while len(self.screen_stack) > down_to:
            self.pop_screen()

    def _ready_made(self, page: ShownPage) -> ShownPage:
        page.made_up = self.around.made_up
        page.set_class(page.made_up, "-made-up", update=False)
        page.fit(self.size)
        return page

    @property
    def covered(self) -> bool:
        """The cover is on the screen, or on its way there."""
        return self._covered

    @property
    def page(self) -> ShownPage | None:
        """The page on the cover: the place somebody is at, whatever lies over it."""
        bottom = self.screen_stack[1] if len(self.screen_stack) > 1 else None
        return bottom if isinstance(bottom, ShownPage) else None

    # Keys of every page

    def action_hide(self) -> None:
        """First the cover, then everything else: no disk, no thinking before it is painted.

        Under the cover the key is the way back, but never the same key held or pressed again in a fright.
        """
        again = not self.held.first("hide")
        if not self._covered:
            self.cover()
        elif not again and self._back_to:
            self._covered, make = False, self._back_to
            self.go(make)

    def cover(self) -> None:
        if not self._covered:
            self._covered = True
            self._back_to = self._make = self._make_over = None
            self._take_off(1)
            self.call_after_refresh(self._after_cover)

    def _after_cover(self) -> None:
        use(self.around.language)
        if not self._back_to and (come_back := self.after_hide()):
            self._back_to = come_back

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
