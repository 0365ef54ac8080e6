"""The console of Windows, key by key. Its own line editor gives the next person the last line (arrow up, F3, F7), and it
shows escape codes as letters until it is told to obey them.

Gets Windows' modules as arguments, so that it can be tried without Windows. `codesign.plain.console` alone uses it.
"""

import ctypes
import sys
import unicodedata
from collections.abc import Callable
from typing import Protocol, TextIO

_OUTPUT = -11  # the number of the standard output
_OBEYS = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_ENTER, _BACK, _HIDES, _END = "\r\n", "\b\x7f", "\x03\x07", "\uffff"
_SPECIAL, _MAYBE_SPECIAL = "\0", "\u00e0"  # before the code of a key without a letter; the second is also a letter
_F9 = "C\\fp"  # alone, with Shift, with Ctrl, with Alt
_LIMIT = 4000  # characters of a line


class Keys(Protocol):
    """What is used of the module msvcrt."""

    def getwch(self) -> str: ...

    def kbhit(self) -> bool: ...


class Screen(Protocol):
    """What is used of kernel32."""

    GetStdHandle: Callable[..., int]
    GetConsoleMode: Callable[..., int]
    SetConsoleMode: Callable[..., int]


def of_this_process() -> tuple[Keys, Screen] | None:
    """Windows' own; None on other systems."""
    if sys.platform != "win32":
        return None
    import msvcrt

    return msvcrt, ctypes.windll.kernel32


def obeys_escapes(kernel32: Screen) -> bool:
    """Have the console obey escape codes; whether it does. Where it doesn't, a wipe would print its letters and the answers
    would stay."""
    try:
        handle = kernel32.GetStdHandle(_OUTPUT)
        mode = ctypes.c_uint32()
        if not kernel32.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        if not kernel32.SetConsoleMode(handle, mode.value | _OBEYS):
            return False
        return bool(kernel32.GetConsoleMode(handle, ctypes.byref(mode)) and mode.value & _OBEYS)
    except (AttributeError, OSError, ValueError):
        return False


class Keyboard:
    """Lines from single keys: letters, backspace, Enter. There is no history, and Ctrl+C, Ctrl+G and F9 hide at once."""

    def __init__(self, keys: Keys, out: TextIO) -> None:
        self._keys = keys
        self._out = out

    def line(self, *, shown: bool = True) -> str:
        """A line with its end; "" where nobody is there any more.

        Raises:
            KeyboardInterrupt: the screen is to be hidden. What was typed is dropped.
        """
        typed: list[str] = []
        half = ""
        while True:
            key = self._keys.getwch()
            if key in _HIDES:
                raise KeyboardInterrupt
            if key in _END:
                return ""
            if key == _SPECIAL or (key == _MAYBE_SPECIAL and self._keys.kbhit()):
                if self._keys.getwch() in _F9 and key == _SPECIAL:
                    raise KeyboardInterrupt
            elif key in _ENTER:
                self._echo("\n")
                return "".join(typed) + "\n"
            elif key in _BACK:
                if typed:
                    gone = _width(typed.pop()) * shown
                    self._echo("\b" * gone + " " * gone + "\b" * gone)
            elif "\ud800" <= key <= "\udbff":  # the first half of a character that Windows sends in two
                half = key
                continue
            elif len(typed) < _LIMIT and (letter := _whole(half + key)):
                typed.append(letter)
                self._echo(letter if shown else "")
            half = ""

    def forget(self) -> None:
        """Drop what was typed ahead: the next person did not type it."""
        while self._keys.kbhit():
            self._keys.getwch()

    def _echo(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


def _whole(key: str) -> str:
    """The letter of a key; "" for none, for half of one and for what controls a console."""
    try:
        letter = key.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return ""
    return letter if len(letter) == 1 and unicodedata.category(letter)[0] != "C" else ""


def _width(letter: str) -> int:
    """Columns that a letter takes on the screen."""
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
