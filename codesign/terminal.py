"""What a system does to a program at a terminal: stops its printing, ends it, is gone. Knows nothing of the program."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

_NO_END = ["KILL", "STOP", "CHLD", "CLD", "CONT", "URG", "WINCH", "INFO", "TSTP", "TTIN", "TTOU"]
"""Signals that end nothing, or that no program is asked about."""
_OF_A_DEFECT = ["ABRT", "BUS", "FPE", "ILL", "IOT", "SEGV", "STKFLT", "SYS", "TRAP", "EMT"]
_LINES = 24


def ends() -> set[int]:
    """Every signal that ends a program which does nothing about it and that somebody may send, but for those that are ignored
    now: a nohup stays one."""
    none = {number for name in (*_NO_END, *_OF_A_DEFECT) if (number := getattr(signal, f"SIG{name}", None)) is not None}
    ending = {int(number) for number in signal.valid_signals()} - none
    return {number for number in ending if signal.getsignal(number) is not signal.SIG_IGN}


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


def rows_of(stream: TextIO) -> int:
    """How many lines a terminal shows; of what tells nothing, of a usual one."""
    try:
        return os.get_terminal_size(stream.fileno()).lines or _LINES
    except (OSError, ValueError):
        return _LINES
