"""The console of Windows, with stand-ins for its keys and its screen: nobody has tried it there yet."""

import io
import os
from collections.abc import Callable

import pytest
from plain_kit import BLANK, WIPE, Keyboard, Paper

from codesign.plain.console import Console, Hidden, Left, on_windows, usual

F9, SHIFT_F9, CTRL_F9, ALT_F9 = "\0C", "\0\\", "\0f", "\0p"
UP, F3, DELETE, HOME = "\u00e0H", "\0=", "\u00e0S", "\u00e0G"


class Typing:
    """In place of msvcrt: keys in a row, then nobody is there."""

    def __init__(self, keys: str, *, ahead: bool = False) -> None:
        self.left = list(keys)
        self._ahead = ahead
        self._second = False

    def getwch(self) -> str:
        key = self.left.pop(0) if self.left else "\uffff"
        self._second = not self._second and key in "\0\u00e0" and "".join(self.left[:1]) in ("H", "S", "G")
        return key

    def kbhit(self) -> bool:
        return bool(self.left) and (self._ahead or self._second)


class Screen:
    """In place of kernel32: a console that obeys escape codes once it is told to, or never, or is none."""

    def __init__(self, *, old: bool = False, none: bool = False, silent: bool = False) -> None:
        self.mode = 3
        self.GetStdHandle: Callable[..., int] = lambda _which: 7
        self.GetConsoleMode: Callable[..., int] = self._get
        self.SetConsoleMode: Callable[..., int] = self._set
        self._old, self._none, self._silent = old, none, silent

    def _get(self, _handle: int, mode: object) -> int:
        if not self._none:
            mode._obj.value = self.mode  # type: ignore[attr-defined]
        return not self._none

    def _set(self, _handle: int, mode: int) -> int:
        if not self._old and not self._silent:
            self.mode = mode
        return not self._old


def windows(keys: str, screen: Screen | None = None, *, ahead: bool = False) -> tuple[Console, Typing, Paper]:
    typing, paper = Typing(keys, ahead=ahead), Paper(terminal=True)
    return on_windows(typing, screen or Screen(), Keyboard([], terminal=True), paper), typing, paper


@pytest.mark.parametrize(
    ("keys", "line", "seen"),
    [
        ("abc\r", "abc", "abc\n"),
        ("\r", "", "\n"),
        ("ab\bc\r", "ac", "ab\b \bc\n"),
        ("\b\ba\r", "a", "a\n"),
        ("a\x7f\x7fb\r", "b", "a\b \bb\n"),
        (f"1{UP}{F3}{DELETE}{HOME}\r", "1", "1\n"),
        ("voil\u00e0\r", "voil\u00e0", "voil\u00e0\n"),
        ("\u00e0 b\r", "\u00e0 b", "\u00e0 b\n"),
        ("\ud83d\ude00\bx\r", "x", "\U0001f600\b\b  \b\bx\n"),
        ("\ud83d\ude00\r", "\U0001f600", "\U0001f600\n"),
        ("\ud83da\ude00b\r", "b", "b\n"),
        ("a\x1a\x04\t\x1b\x9b\u202eb\r", "ab", "ab\n"),
        ("\u65e5\b\r", "", "\u65e5\b\b  \b\b\n"),
    ],
)
def test_a_line_is_what_was_typed_and_is_seen(keys: str, line: str, seen: str) -> None:
    talk, typing, paper = windows(keys)
    assert talk.ask("?") == line
    assert typing.left == []
    assert paper.getvalue() == f"? {seen}"


def test_the_next_person_gets_no_line_of_the_one_before() -> None:
    """The console's own line editor gives it to arrow up, arrow right, F3 and F7."""
    for key in (UP, "\u00e0M", F3, "\0A", "\0;"):
        talk, _typing, paper = windows(f"my locker\r{key}\r")
        assert talk.ask("?") == "my locker"
        talk.page("Next")
        before = len(paper.getvalue())
        assert "locker" not in talk.ask("?") + paper.getvalue()[before:]


@pytest.mark.parametrize("key", ["\x03", "\x07", F9, SHIFT_F9, CTRL_F9, ALT_F9])
@pytest.mark.parametrize("asked", ["ask", "secret", "wait", "sure"])
def test_one_key_hides_at_once_and_without_enter(key: str, asked: str) -> None:
    talk, typing, _paper = windows(f"half a wo{key}rest\r")
    with pytest.raises(Hidden):
        getattr(talk, asked)("?")
    assert "".join(typing.left) == "rest\r"


@pytest.mark.parametrize("line", ["h", "hide", "HIDE"])
def test_the_words_hide_too(line: str) -> None:
    with pytest.raises(Hidden):
        windows(f"{line}\r")[0].ask("?")


def test_a_code_is_not_shown() -> None:
    talk, _typing, paper = windows("246\b6810\r")
    assert talk.secret("Code:") == "246810"
    assert paper.getvalue() == "Code: \n"


def test_keys_typed_ahead_are_dropped_when_the_screen_is_cleared() -> None:
    talk, typing, _paper = windows("1\r\0C\x03yes\r", ahead=True)
    talk.clear()
    assert typing.left == []


def test_nobody_there_leaves() -> None:
    with pytest.raises(Left):
        windows("yes")[0].sure("?")


def test_a_wipe_is_believed_only_where_escape_codes_were_turned_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")  # says nothing about Windows' console
    for screen in (Screen(old=True), Screen(none=True), Screen(silent=True)):
        talk, _typing, paper = windows("", screen)
        talk.page("Title")
        assert not talk.can_wipe
        assert paper.getvalue() == f"{BLANK}Title\n"
    screen = Screen()
    talk, _typing, paper = windows("", screen)
    talk.page("Title")
    assert screen.mode == 7
    assert paper.getvalue() == f"{WIPE}Title\n"


def test_a_console_without_those_functions_wipes_nothing() -> None:
    def refuses(*_args: object) -> int:
        raise OSError

    screen = Screen()
    screen.GetStdHandle = refuses
    assert not windows("", screen)[0].can_wipe


def test_piped_lines_are_read_as_everywhere() -> None:
    typing, paper = Typing("never"), Paper()
    talk = on_windows(typing, Screen(), io.StringIO("one\n"), paper)
    assert talk.ask("?") == "one"
    talk.clear()
    assert len(typing.left) == 5
    assert not talk.can_wipe


def test_windows_is_untried_and_other_systems_are_not() -> None:
    assert not windows("")[0].is_tried
    assert usual().is_tried == (os.name != "nt")
