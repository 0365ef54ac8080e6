"""The end of the program that nobody asked for: a crash that shows nobody's words, and a window that was closed."""

import asyncio
import os
import signal
import sys
from typing import Any

from rich.text import Text
from textual.app import App

from codesign import crash


class TellsCrashes(App[None], inherit_bindings=False):
    """An app that tells of a defect in our own words. Textual's would print locals."""

    ending = False
    """A signal has ended the program: from then on it neither stops nor tells of anything."""

    def _watch_terminal(self) -> bool:
        """Leave where the window is closed: SIGHUP does not reach every process, and Textual would read on for ever."""
        gone = hasattr(signal, "SIGHUP") and self._driver and not self.is_headless and not os.isatty(0)
        if gone:
            signal.raise_signal(signal.SIGHUP)
        return bool(gone)

    def _handle_exception(self, error: Exception) -> None:
        """Not a defect where a signal has ended the program: Textual composes no page then, and still mounts it."""
        if not self.ending:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """A defect. Textual's own words for it would print locals."""
        self._tell(crash.told(sys.exc_info()[1] or self._exception or RuntimeError()))

    def panic(self, *renderables: Any) -> None:
        """What Textual has words of its own for: an error that can draw itself, or one in the thread that reads keys."""
        if self._watch_terminal():
            return
        from rich.traceback import Traceback  # which Textual has loaded where it made one

        for shown in renderables:
            if isinstance(shown, BaseException):
                self._tell(crash.told(shown))
            elif isinstance(shown, Traceback):
                stack = shown.trace.stacks[-1]
                self._tell(crash.told_at(stack.exc_type, [(f.filename, f.lineno, f.name) for f in stack.frames]))

    def _loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An error that nobody awaited. asyncio's own words for it would be its message."""
        if isinstance(error := context.get("exception"), Exception):
            self._tell(crash.told(error))

    def _tell(self, words: str) -> None:
        """End with these words, the first ones where there are more."""
        if self.ending:
            return
        self._return_code = 1
        if not self._exit_renderables:
            self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()
