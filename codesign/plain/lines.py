"""Lines from whoever sits there: read whole, hidden at once, never lost to a signal. `codesign.plain.console` alone uses it.

Lines are read from the stream and not by `input()`, which would keep them for the next person's arrow keys.
"""

import contextlib
import os
import re
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, TextIO

from codesign import terminal
from codesign.course.pages import Hidden
from codesign.plain.commands import HIDE, word
from codesign.plain.windows import Keyboard

_REPLY = re.compile("\x1b\\][^\x07\x1b]*\x07")  # of the terminal, whose end is no Ctrl+G
_HIDE_KEYS = re.compile("\x1b\\[20(?:;[0-9]+)?[~^$@]|\x07")  # F9 and Ctrl+G: the screens' keys, by habit
_SEQUENCE = re.compile("\x1b[\\]PX^_][^\x1b]*\x1b\\\\|\x1b\\[[0-?]*[ -/]*[@-~]?|\x1bO[0-;]*[@-~]?|\x1b.?|[\x80-\x9f\ufffd]")
_KEYS = re.compile("(?:\x1b\\[[0-?]*[ -/]*[@-~]|\x1bO[0-;]*[@-~])*\\s*")  # an arrow and the like
_A_COMMAND = 12  # characters, at most
_MOST = 1 << 16  # bytes: more than a line that any terminal hands over


class Left(Exception):
    """Nobody is there any more: the input ended, or the window was closed."""


class Dropped(Exception):
    """The line is no answer, and it was not empty."""


class Lines:
    """What is typed, from a terminal, a pipe or the keys of Windows."""

    def __init__(self, stdin: TextIO, stdout: TextIO, keyboard: Keyboard | None) -> None:
        self._in = stdin
        self._out = stdout
        self._keyboard = keyboard
        self._at = terminal.at_a_terminal(stdin)
        """The terminal, where there is one that can be waited for and asked how it is."""
        self.typed = stdin.isatty()
        self.end_hides = False
        """The end of the input (Ctrl+D) hides where the terminal is still there: behind the program is a shell, and the one who
        pressed it may be no facilitator."""
        self.ended_by = 0
        """The number of the signal that ended the program; 0 where none did."""
        self._reading = False
        self._was_stopped = False

    def forget(self) -> None:
        """Drop what was typed ahead: the next person did not type it."""
        if self._keyboard:
            self._keyboard.forget()
        elif self._at is not None:
            import termios

            with contextlib.suppress(OSError, termios.error):
                termios.tcflush(self._at, termios.TCIFLUSH)

    def comes(self, within: float) -> bool:
        """Whether a line comes in so many seconds, as far as that can be waited for. Raises as `line`."""
        if not self.typed or self._keyboard:
            return True
        with self._hidden_at_once(), contextlib.suppress(OSError, ValueError):  # no file that can be waited for
            return bool(select.select([self._in if self._at is None else self._at], [], [], within)[0])
        return True

    def line(self, *, shown: bool = True) -> str:
        """A whole line, without its end. One that the input ended in the middle of was not sent off by Enter: it counts as
        nothing.

        Raises:
            Hidden: it asks to hide, or Ctrl+C was pressed. Left: the input ended. Dropped: there are bytes in it that no key
            types.
        """
        with self._hidden_at_once():
            try:
                line = self._next(shown)
            except OSError:  # the window is closed, and with it the terminal
                raise Left from None
        line = _REPLY.sub("\x1b", line)
        if _HIDE_KEYS.search(line):
            raise Hidden
        if not line.endswith("\n"):
            raise Hidden if self.end_hides and terminal.at_a_terminal(self._in) is not None else Left
        if word(line) in HIDE:
            raise Hidden
        return _as_answer(line[:-1])

    def _next(self, shown: bool) -> str:
        """What comes next. A terminal hands over what was typed at Enter and at Ctrl+D, and is asked itself: a stream would
        wait on for the end of a line of which it has the beginning, for ever."""
        if self._keyboard:
            return self._keyboard.line(shown=shown)
        if self._at is None:
            return self._in.readline()
        return os.read(self._at, _MOST).decode("utf-8", "replace")

    @contextlib.contextmanager
    def not_shown(self) -> Iterator[None]:
        """What is typed in here is not shown, where there is a terminal to show it."""
        if self._at is None:
            yield
            return
        import termios

        before = termios.tcgetattr(self._at)
        silent = [*before]
        silent[3] = before[3] & ~termios.ECHO
        try:
            termios.tcsetattr(self._at, termios.TCSANOW, silent)
            yield
        finally:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._at, termios.TCSANOW, before)
            self._out.write("\n")  # in place of the Enter that was not shown
            self._out.flush()

    # The system's signals

    @contextlib.contextmanager
    def _hidden_at_once(self) -> Iterator[None]:
        """While somebody is waited for: signals act at once, and those that came before act now."""
        try:
            self._reading = True
            if self.ended_by:
                raise Left
            if self._was_stopped:
                raise Hidden
            yield
        except KeyboardInterrupt:
            raise Hidden from None
        finally:
            self._reading = self._was_stopped = False

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Ctrl+C hides, and only while a line is read: it never stops a ballot on its way to the disk. A closed window, a kill
        and whatever else ends a program end this one at the next line. Ctrl+Z would leave the words on the screen: it does
        nothing, and one that was stopped all the same comes back covered. Ctrl+S would stop every cover: nothing either."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        with terminal.never_stopped(self._in, self._out) as again:
            before: dict[int, Any] = {}
            for number, handler in self._handlers(again).items():
                with contextlib.suppress(OSError, ValueError):  # no system lets all of them be caught
                    before[number] = signal.signal(number, handler)
            try:
                yield
            finally:
                for number, was in before.items():
                    if was is not None:  # which a library put in place without telling Python
                        signal.signal(number, was)

    def _handlers(self, again: Callable[[], None]) -> dict[int, "Callable[[int, FrameType | None], None] | signal.Handlers"]:
        def hide(_number: int, _frame: FrameType | None) -> None:
            if self._reading:
                raise Hidden

        def leave(number: int, _frame: FrameType | None) -> None:
            self.ended_by = number
            if self._reading:
                raise Left

        def back(_number: int, _frame: FrameType | None) -> None:
            again()
            self._was_stopped = True
            hide(0, None)

        heard: dict[int, Callable[[int, FrameType | None], None] | signal.Handlers] = dict.fromkeys(terminal.ends(), leave)
        heard |= {signal.SIGINT: hide}
        if sys.platform != "win32":
            heard |= {signal.SIGQUIT: hide, signal.SIGTSTP: signal.SIG_IGN, signal.SIGCONT: back}
        return heard


def _as_answer(line: str) -> str:
    """A line that holds what no key types is never an answer, unless it is longer than any. An arrow alone is as Enter alone.

    Raises:
        Dropped: it is none.
    """
    kept = _SEQUENCE.sub("", line)
    if kept == line or len(kept) > _A_COMMAND:
        return line
    if not _KEYS.fullmatch(line):
        raise Dropped
    return ""
