"""The one place that reads lines and prints them: clears what must not stay, hides at once, and never loses its manners.

`h` hides everywhere, so no option and no quick pick has that letter here. Lines are read from the stream and not by
`input()`, which would keep them for the next person's arrow keys.
"""

import contextlib
import io
import os
import re
import select
import shutil
import signal
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any, TextIO

from codesign.core.text import clean, visible
from codesign.core.turn_break import STILL_THERE
from codesign.course.pages import Hidden
from codesign.course.words import COVER_NOTES
from codesign.plain.commands import HIDE, word
from codesign.plain.windows import Keyboard, Keys, Screen, obeys_escapes, of_this_process
from codesign.words import _

_REPLY = re.compile("\x1b\\][^\x07\x1b]*\x07")  # of the terminal, whose end is no Ctrl+G
_HIDE_KEYS = re.compile("\x1b\\[20(?:;[0-9]+)?[~^$@]|\x07")  # F9 and Ctrl+G: the screens' keys, by habit
_SEQUENCE = re.compile("\x1b[\\]PX^_][^\x1b]*\x1b\\\\|\x1b\\[[0-?]*[ -/]*[@-~]?|\x1bO[0-;]*[@-~]?|\x1b.?|[\x80-\x9f\ufffd]")
_A_COMMAND = 12  # characters, at most
_WIPE = "\x1b[H\x1b[2J\x1b[3J"  # the scroll-back last: many terminals put into it what 2J takes off the screen
_BLANK_LINES = 60
_BAR = "notes.txt, line 12, saved. Enter: menu"  # the way back, and part of the disguise
ROWS = 18
"""Rows that are read out before a person is asked to go on."""


class TooLate(Exception):
    """No line was sent off in the time that was given."""


class Left(Exception):
    """Nobody is there any more: the input ended, or the window was closed."""


def sentence(words: str) -> str:
    """Words as a sentence that is read out."""
    return words if not words or words.rstrip("”").endswith((".", "?", "!", ":")) else f"{words}."


class Console:
    """Lines in, lines out."""

    def __init__(self, stdin: TextIO, stdout: TextIO, term: str, keyboard: Keyboard | None = None) -> None:
        self._in = stdin
        self._keyboard = keyboard
        self._out = stdout
        self._typed = stdin.isatty()
        self._shown = stdout.isatty()
        self.can_wipe = self._shown and term not in ("", "dumb")
        """Whether the terminal knows how to clear itself and its scroll-back."""
        self.top = ""
        """Stands first on every page while a made-up session is open."""
        self.is_tried = True
        """Whether real sessions may be held here."""
        self._reading = False
        self.patience: tuple[float | None, str] = (None, "")
        """Seconds that a question waits which says nothing of that, None for ever; and what is said shortly before."""
        self.ended_by = 0
        """The number of the signal that ended the program; 0 where none did."""

    # Out

    def say(self, *lines: str) -> None:
        """Print lines. Nothing in them can make the terminal do anything; words are not cut at its edge."""
        for line in lines:
            for part in visible(line).split("\n"):
                self._out.write("\n".join(self._folded(part)) + "\n")
        self._out.flush()

    def _folded(self, line: str) -> list[str]:
        if not self._shown:
            return [line]
        width = max(20, shutil.get_terminal_size().columns - 1)
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]

    def page(self, title: str, *lines: str) -> None:
        """Begin anew: what was on the screen is gone, then a title and lines."""
        self.clear()
        self.say(*filter(None, (self.top, title)), *lines)

    def say_in_parts(self, blocks: Sequence[Sequence[str]], rest: Callable[[], None]) -> None:
        """Print blocks of lines, with a `rest` before more than ROWS lines."""
        rows = 0
        for block in blocks:
            more = sum(len(self._folded(visible(line))) for line in block)
            if rows and rows + more > ROWS:
                rest()
                rows = 0
            self.say(*block)
            rows += more

    def clear(self) -> None:
        """Take everything off the screen and out of the scroll-back, or push it away where a terminal can do no better.

        Lines that were typed ahead are dropped too: they were not typed by the next person.
        """
        self._out.write(_WIPE if self.can_wipe else "\n" * _BLANK_LINES)
        self._out.flush()
        if self._keyboard:
            self._keyboard.forget()
        elif self._typed:
            with contextlib.suppress(ImportError, OSError, ValueError):
                import termios

                termios.tcflush(self._in.fileno(), termios.TCIFLUSH)

    # In

    def ask(self, question: str, *, within: float | None = None, still: str = "") -> str:
        """A typed line, without its end. `still` is said shortly before the time is over; Enter alone answers nothing then.

        Raises:
            Hidden: the line asks to hide, or Ctrl+C was pressed. Left: the input ended. TooLate: no line came `within` so many
            seconds; only of a terminal that can be waited for, which Windows' can't.
        """
        if within is None:
            within, still = self.patience
        while True:
            self._prompt(question)
            late = within is not None and bool(still) and not self._comes(within - STILL_THERE)
            if late:
                self.say("", still)
                self._prompt(question)
            self._wait_for_line(STILL_THERE if late else within)
            line = self._line()
            if line or not late:
                return line

    def secret(self, question: str, *, within: float | None = None) -> str:
        """A typed line that is not shown, where there is a terminal to show it."""
        if not self._typed:
            return clean(self.ask(question, within=within), 60)
        self._prompt(question)
        if self._keyboard:
            return clean(self._line(shown=False), 60)
        import termios

        at = self._in.fileno()
        before = termios.tcgetattr(at)
        silent = [*before]
        silent[3] = before[3] & ~termios.ECHO
        try:
            termios.tcsetattr(at, termios.TCSADRAIN, silent)
            self._wait_for_line(within)
            return clean(self._line(), 60)
        finally:
            termios.tcsetattr(at, termios.TCSADRAIN, before)
            self.say("")

    def wait(self, question: str) -> None:
        """Until Enter; what else stands on the line is not looked at."""
        self.ask(question)

    def choose(self, items: Sequence[tuple[str, str]], *others: str) -> str:
        """The number that was typed, from 1, or one of the words in `others`; asks until it is one of them."""
        numbers = [str(n) for n in range(1, len(items) + 1)]
        for number, (title, about) in zip(numbers, items, strict=True):
            self.say(f"{number}. {sentence(title)} {about}".rstrip())
        while True:
            said = word(self.ask(_("Type a number, or back:") if others else _("Type a number, then Enter:")))
            if said in numbers or said in others:
                return said
            self.say(_("That is none of the numbers. {first} to {last}, please.", first=1, last=len(items)))

    def sure(self, question: str) -> bool:
        """Only a typed yes says yes."""
        return word(self.ask(question)) in ("y", "yes")

    def cover(self) -> None:
        """The dull page. Nothing of what was going on is left, on the screen or above it."""
        self.clear()
        self.say(COVER_NOTES, _BAR)

    def until_uncovered(self) -> None:
        """Until Enter, and the dull page is gone too."""
        while True:
            with contextlib.suppress(Hidden):
                self._line()
                break
        self.clear()

    def _prompt(self, question: str) -> None:
        *above, last = self._folded(visible(question).replace("\n", " "))
        self._out.write("\n".join([*above, f"{last} "]))
        self._out.flush()

    def _wait_for_line(self, within: float | None) -> None:
        """A terminal hands a line over when it is whole: until then nobody knows whether somebody is typing."""
        if within is not None and not self._comes(within):
            raise TooLate

    def _comes(self, within: float) -> bool:
        """Whether a line comes in so many seconds, as far as that can be waited for."""
        if not self._typed or self._keyboard:
            return True
        try:
            self._reading = True
            if self.ended_by:
                raise Left
            with contextlib.suppress(OSError, ValueError):  # no file that can be waited for
                return bool(select.select([self._in], [], [], within)[0])
            return True
        except KeyboardInterrupt:
            raise Hidden from None
        finally:
            self._reading = False

    def _line(self, *, shown: bool = True) -> str:
        """A whole line. One that the input ended in the middle of was not sent off by Enter, so it counts as nothing."""
        try:
            self._reading = True
            if self.ended_by:
                raise Left
            line = self._keyboard.line(shown=shown) if self._keyboard else self._in.readline()
        except KeyboardInterrupt:
            raise Hidden from None
        except OSError:  # the window is closed, and with it the terminal
            raise Left from None
        finally:
            self._reading = False
        return self._checked(line)

    def _checked(self, line: str) -> str:
        line = _REPLY.sub("\x1b", line)
        if _HIDE_KEYS.search(line):
            raise Hidden
        if not line.endswith("\n"):
            raise Left
        if word(line) in HIDE:
            raise Hidden
        return _as_answer(line[:-1])

    # The keyboard's and the system's signals

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Ctrl+C hides, and only while a line is read: it never stops a ballot on its way to the disk. A closed window or a
        polite kill ends the program at the next line. Ctrl+Z would leave the words on the screen: it does nothing."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before: dict[int, Any] = {}
        for name, handler in self._handlers():
            with contextlib.suppress(AttributeError, ValueError):  # Windows knows only some of them
                number = getattr(signal, name)
                before[number] = signal.signal(number, handler)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _handlers(self) -> list[tuple[str, "Callable[[int, FrameType | None], None] | signal.Handlers"]]:
        def hide(_number: int, _frame: FrameType | None) -> None:
            if self._reading:
                raise Hidden

        def leave(number: int, _frame: FrameType | None) -> None:
            self.ended_by = number
            if self._reading:
                raise Left

        hides, leaves = ("SIGINT", "SIGQUIT"), ("SIGTERM", "SIGHUP")
        return [*((n, hide) for n in hides), *((n, leave) for n in leaves), ("SIGTSTP", signal.SIG_IGN)]


def _as_answer(line: str) -> str:
    """A line that holds what no key types is never an answer: it counts as empty, unless it is longer than any."""
    kept = _SEQUENCE.sub("", line)
    return line if kept == line or len(kept) > _A_COMMAND else ""


def usual() -> Console:
    """The console of this process. Bytes that are no letter never end it."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if windows := of_this_process():
        return on_windows(*windows, sys.stdin, sys.stdout)
    return Console(sys.stdin, sys.stdout, os.environ.get("TERM", ""))


def on_windows(keys: Keys, screen: Screen, stdin: TextIO, stdout: TextIO) -> Console:
    """A console of Windows, by its keys where somebody sits at them. TERM says nothing there."""
    obeys = stdout.isatty() and obeys_escapes(screen)
    console = Console(stdin, stdout, "windows" if obeys else "dumb", Keyboard(keys, stdout) if stdin.isatty() else None)
    console.is_tried = False
    return console
