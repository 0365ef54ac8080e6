"""The terminal taken away from the app for a while: suspended and back, or stopped by a signal that nobody is told of."""

import asyncio
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Self

from textual.message import Message

from codesign.tui.hide import Hides


class StepsAside(Hides, inherit_bindings=False):
    """An app that gives the terminal back covered, and comes back covered."""

    _aside = False
    """The terminal is given back, and whatever stops and continues the program meanwhile changes nothing."""
    deaf_before = float("-inf")
    """Keys of before this moment, on Textual's clock, were pressed before the program was stopped."""

    def refresh(self, *, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Not all over again once a page that went is unmounted, for the page in its place paints itself: only once the
        terminal is ours again."""
        if layout and not self._aside:
            return self
        return super().refresh(repaint=repaint, layout=layout, recompose=recompose)

    def step_aside_on_signals(self) -> None:
        """Suspended (`kill -TSTP`) and back (`fg`): by the loop, never in the middle of painting or of a lock.

        Only the way to the terminal is shut at once, by the first that this program does when it goes on: in the main thread,
        which paints. No other thread takes that signal.
        """
        loop = asyncio.get_running_loop()
        leave_it = partial(signal.pthread_sigmask, signal.SIG_BLOCK, {signal.SIGCONT})
        loop.set_default_executor(ThreadPoolExecutor(initializer=leave_it))
        loop.add_signal_handler(signal.SIGTSTP, self._step_aside, True)
        signal.signal(signal.SIGCONT, lambda *_: self._continued(loop))

    def _continued(self, loop: asyncio.AbstractEventLoop) -> None:
        """After a SIGSTOP, which nobody is told of: what another program did to the terminal is not known, and who sits there
        now neither."""
        if not self._aside and self._driver:
            loop.call_soon_threadsafe(self._step_aside, False)
            self._driver.shut()  # type: ignore[attr-defined]  # of the driver that a system with this signal has

    def _step_aside(self, stop: bool) -> None:
        """Cover, give the terminal back as it was, stop where that was asked, and come back with the cover on the screen."""
        if self.ending or self._exit or not self._driver:
            return
        self.cover()
        self._aside = True
        self._driver.suspend_application_mode()
        if stop and not self.ending and os.isatty(0):  # else nobody could continue it
            os.kill(os.getpid(), signal.SIGSTOP)
        while _in_background():  # continued by `bg`: the terminal is another program's
            os.kill(os.getpid(), signal.SIGSTOP)
        self._driver.resume_application_mode()
        self.refresh(layout=True)
        self._aside, self.deaf_before = False, Message().time


def _in_background() -> bool:
    try:
        return os.tcgetpgrp(0) != os.getpgrp()
    except OSError:  # no terminal of ours, or none any more
        return False
