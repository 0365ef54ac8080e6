"""What a system does to a program at a terminal: stops its printing, ends it, is gone. Knows nothing of the program."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TextIO

_NO_END = ["KILL", "STOP", "CHLD", "CLD", "CONT", "URG", "WINCH", "INFO", "TSTP", "TTIN", "TTOU"]
"""Signals that end nothing, or that no program is asked about."""
_OF_A_DEFECT = ["ABRT", "BUS", "FPE", "ILL", "IOT", "SEGV", "STKFLT", "SYS", "TRAP", "EMT"]
_BLANK_LINES = 60
_WIPE = "\x1b[H\x1b[2J\x1b[3J"  # the scroll-back last: many terminals put into it what 2J takes off the screen


def ends() -> set[int]:
    """Every signal that ends a program which does nothing about it and that somebody may send. Those that are ignored now are
    none, but for a kill, a closed window and Ctrl+C."""
    none = _numbers(*_NO_END, *_OF_A_DEFECT)
    ending, asked = {int(number) for number in signal.valid_signals()} - none, _numbers("TERM", "HUP", "INT")
    return {number for number in ending if number in asked or signal.getsignal(number) is not signal.SIG_IGN}


def _numbers(*names: str) -> set[int]:
    return {int(number) for name in names if (number := getattr(signal, f"SIG{name}", None)) is not None}


def at_a_terminal(*streams: TextIO | None) -> int | None:
    """The number of the first of these streams that is a terminal with modes; None where none is."""
    if sys.platform == "win32":
        return None
    import termios

    for stream in streams:
        with contextlib.suppress(OSError, ValueError, AttributeError, termios.error):
            if stream and stream.isatty():
                termios.tcgetattr(stream.fileno())
                return stream.fileno()
    return None


@contextlib.contextmanager
def never_stopped(*streams: TextIO | None) -> Iterator[Callable[[], None]]:
    """Ctrl+S stops what a terminal prints, and with it every wipe and cover: not in here. What was stopped before goes on,
    lines come when Enter is pressed, and Ctrl+C is heard. In the end everything is as it was. Comes with what does it once
    more, for after a shell had the terminal."""
    at = at_a_terminal(*streams)
    if at is None:
        yield lambda: None
        return
    import termios

    before = termios.tcgetattr(at)

    def again() -> None:
        modes = termios.tcgetattr(at)
        modes[0] = modes[0] & ~termios.IXON | termios.ICRNL
        modes[3] |= termios.ICANON | termios.ISIG
        with contextlib.suppress(termios.error):  # the window is closed
            termios.tcsetattr(at, termios.TCSANOW, modes)
            termios.tcflow(at, termios.TCOON)

    again()
    try:
        yield again
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(at, termios.TCSANOW, before)


@contextlib.contextmanager
def never_suspended() -> Iterator[None]:
    """Ctrl+Z leaves what is shown to whoever sits there: not in here."""
    number = getattr(signal, "SIGTSTP", None)
    if number is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(number, before)


def knows_how_to_wipe(term: str) -> bool:
    """Whether a terminal of this kind (TERM) can clear itself and its scroll-back."""
    return term not in ("", "dumb")


def wipe(stream: TextIO, *, can: bool) -> None:
    """Take everything off a terminal and out of its scroll-back, or push it away where it `can` do no better."""
    stream.write(_WIPE if can else "\n" * _lines_of(stream))
    stream.flush()


def _lines_of(stream: TextIO) -> int:
    """How many lines push away all that a terminal shows, also of one that tells nothing."""
    shown = 0
    with contextlib.suppress(OSError, ValueError):
        shown = os.get_terminal_size(stream.fileno()).lines
    return max(_BLANK_LINES, shown)
