"""Hide: pages are shown one at a time, over a cover that always lies at the bottom. To hide is to take everything off it."""

from collections.abc import Callable

from codesign.course.around import Around
from codesign.tui.key_repeat import Held
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.page import Over, ShownPage
from codesign.tui.tells_crashes import TellsCrashes
from codesign.words import OWN, language, use

PageMaker = Callable[[], ShownPage]


class Hides(TellsCrashes, inherit_bindings=False):
    """An app whose pages can be covered at once, whatever is going on."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.held = Held(clock)
        self.around = Around()
        """What lies around every page."""
        self.after_hide: Callable[[], PageMaker | None] = lambda: None
        """Called once the cover is on the screen, unless a page came meanwhile: drops what must go and says what comes back,
        where it does not show it by itself."""
        self.covered = False
        """The cover is on the screen, or on its way there."""
        self._back_to: PageMaker | None = None
        self._make: PageMaker | None = None
        """Makes the page that is shown anew, to say it in another language. Goes when the page goes: it may hold a turn."""
        self._make_over: Callable[[], Over] | None = None
        """The same for the page over it."""

    def get_default_screen(self) -> Cover:
        return Cover()

    def action_hide(self) -> None:
        """First the cover, then everything else: no disk, no thinking before it is painted.

        Under the cover the key is the way back, but never the same key held or pressed again in a fright.
        """
        again = not self.held.first("hide")
        if not self.covered:
            self.cover()
        elif not again and self._back_to:
            self.covered, make = False, self._back_to
            self.go(make)

    def cover(self) -> None:
        if not self.covered:
            self.covered = True
            self._back_to = self._make = self._make_over = None
            self._take_off(1)
            self.call_after_refresh(self._after_cover)

    def _after_cover(self) -> None:
        use(self.around.language)
        if not self._back_to and (come_back := self.after_hide()):
            self._back_to = come_back

    # Pages

    def go(self, make: PageMaker) -> None:
        """Show a fresh page and unmount every other; under the cover it waits until the cover is lifted."""
        if self.covered:
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
    def page(self) -> ShownPage | None:
        """The page on the cover: the place somebody is at, whatever lies over it."""
        bottom = self.screen_stack[1] if len(self.screen_stack) > 1 else None
        return bottom if isinstance(bottom, ShownPage) else None
