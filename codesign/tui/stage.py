"""Runs the course on the screens: shows the page that it yields, and sends back what was answered."""

import asyncio
from collections.abc import Callable
from functools import partial

from codesign.core.errors import CodesignError
from codesign.core.turn import Turn
from codesign.course.around import Around
from codesign.course.pages import Course, Covered, HandOver, Hidden, Idle, OfTurn, Page, Saving
from codesign.tui.app import CodesignApp
from codesign.tui.hide import PageMaker
from codesign.tui.screens.page import CoursePage, Send
from codesign.tui.which_screen import screen_of
from codesign.words import OWN, speaking, use


class Stage:
    """One course, from the first page to the last."""

    def __init__(self, app: CodesignApp, course: Course[str], around: Around) -> None:
        self._app = app
        self._course = course
        self._page: Page | None = None
        """The page that is asked; None while nothing can be answered."""
        self._asked = 0
        """Counts the pages, so that no page is answered that is gone: a key more than was wanted says nothing to the next."""
        app.around = around
        app.begin = lambda: self._go_on(lambda: self._course.send(None))
        app.after_hide = self._hidden
        app.on_idle = self._idle
        app.covers_soon = lambda: self._page is not None and self._page.covers

    def leave(self) -> None:
        """End the course, wherever it is."""
        self._page = None
        self._course.close()

    def _go_on(self, step: Callable[[], Page]) -> None:
        """What is said on the way is said in our own language; pages that speak say their words themselves."""
        self._page = None
        self._asked += 1
        try:
            with speaking(OWN):
                page = step()
        except StopIteration as end:
            self._app.plain_wanted = end.value == "plain"
            self._app.exit()
            return
        if isinstance(page, Saving):
            self._app.run_worker(self._save(page))
        else:
            self._page = page
        if isinstance(page, HandOver | Covered):
            use(self._app.around.language)  # the next person finds nothing of the one before, not even their language
        send = partial(self._answered, self._asked)
        if not self._shown_anew(page, send):
            self._app.go(lambda: screen_of(page, send, self._app))

    def _shown_anew(self, page: Page, send: Send) -> bool:
        """Whether the screen of the page before shows this one too, because it is of the same kind."""
        screen = self._app.page
        if self._app.covered or not isinstance(screen, CoursePage) or type(screen.page) is not type(page):
            return False
        before, screen.send = screen.send, send
        if not screen.show(page):
            screen.send = before  # a key that is on its way there answers its own page, which is over
            return False
        return True

    def _answered(self, asked: int, said: object) -> None:
        """Not under the cover: what was on its way there when somebody hid it is dropped with the rest."""
        if asked == self._asked and self._page and not self._app.covered:
            self._go_on(lambda: self._course.send(said))

    async def _save(self, page: Saving) -> None:
        error: CodesignError | None = None
        try:
            await asyncio.to_thread(page.do)
        except CodesignError as refused:
            error = refused
        self._go_on(lambda: self._course.send(error))
        if self._app.covered and self._page and not self._page.speaks:  # hidden while it was saved: behind the code again
            self._go_on(lambda: self._course.throw(Hidden()))

    def _hidden(self) -> PageMaker | None:
        """Once the cover is on the screen; what is on its way to the disk is not stopped."""
        if self._page is None:
            return lambda: screen_of(Saving(do=lambda: None), lambda _said: None, self._app)
        self._go_on(lambda: self._course.throw(Hidden()))
        return None

    def _idle(self) -> None:
        """Whatever page of a turn is open is covered; it may know the turn better than the course does."""
        page = self._page
        if page is None or not page.covers:
            return
        now = getattr(self._app.page, "now", None)
        turn = now if isinstance(now, Turn) else page.turn if isinstance(page, OfTurn) else None
        typed = self._app.page.half_typed() if self._app.page else ""
        self._go_on(lambda: self._course.throw(Idle(turn, typed)))
