"""The program in a terminal of which everything is known: how it was, what stood on it, how it is left; and the way to the
places of a session in it."""

import os
import re
import signal
import termios

import pyte
import pytest
from terminal import Terminal, without_colours

from codesign.course.shared_words import COVER_NOTES
from codesign.tui.screens.cover import COVER_BAR

ENTER, F9 = "\r", "\x1b[20~"
CODE = "135790"
HALF = "my locker has no plug"
SAID = "nobody asked us before"
RULE = "A rule about phones"
MAIN = """
from codesign.cli import main
from codesign.tui.key_repeat import Held
Held.first = Held.read = lambda *_: True  # every press is a new one, without a pause between two
main()
"""


class Run(Terminal):
    """The program, with its terminal as it was before."""

    def __init__(self, command: str, args: list[str], env: dict[str, str]) -> None:
        super().__init__(command, args, env=env)
        self._child.ptyproc.delayafterclose = 0.01
        self._stty = termios.tcgetattr(self._child.child_fd)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def close_window(self) -> None:
        self._child.ptyproc.fileobj.close()

    def stopped(self) -> None:
        """Wait until it is suspended, and read all that it had written by then."""
        self.until(lambda: os.WIFSTOPPED(os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)[1]), 15)
        self.drain()

    def left(self, within: float = 15) -> int:
        """Wait for the end, which must come soon and leave no process; the exit code, or minus the signal that killed it."""
        self.until(lambda: not self._child.isalive(), within)
        with pytest.raises(ProcessLookupError):
            os.killpg(self.pid, 0)
        return self._child.exitstatus if self._child.exitstatus is not None else -self._child.signalstatus

    def assert_terminal_as_before(self) -> None:
        while self._read(0.05):
            pass
        assert termios.tcgetattr(self._child.child_fd) == self._stty
        modes = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", self.raw))
        assert {mode for mode, state in modes.items() if state == b"h"} <= {b"7", b"25"}, "only line wrap and cursor are on"
        assert modes[b"25"] == b"h"
        assert self.raw.count(b"\x1b[>0u") == self.raw.count(b"\x1b[<u"), "the keyboard protocol is off"
        self.assert_normal_screen_bare()
        self.assert_only_screen_bare()

    def assert_normal_screen_bare(self) -> None:
        """Nothing of the session stands on the screen that has a history."""
        normal = re.sub(rb"\x1b\[\?1049h.*?(\x1b\[\?1049l|$)", b"", self.raw, flags=re.DOTALL).decode()
        assert _of_the_session(normal) == []

    def assert_only_screen_bare(self) -> None:
        """The same where a terminal has one screen alone (GNU screen as it comes, the Linux console), and in its scroll-back,
        into which many put what is erased as a whole."""
        screen = pyte.HistoryScreen(self._screen.columns, self._screen.lines)  # knows no other screen
        pyte.ByteStream(screen).feed(without_colours(self.raw))
        above = ("".join(row[column].data for column in range(screen.columns)) for row in screen.history.top)
        assert _of_the_session("\n".join([*above, *screen.display])) == []
        assert not re.search(rb"\x1b\[[23]J", self.raw)


def _of_the_session(shown: str) -> list[str]:
    return [words for words in (HALF, SAID, RULE, "Whose turn", "Printer paper") if words in shown]


def go_to(run: Run, place: str) -> None:
    run.wait("Go on with")
    run.press("1", "Facilitator's code")
    run.press(CODE + ENTER, "Close the round")
    if place == "review":
        run.press("2", "3 ballots are in the box")
        run.press("y", "The cards to talk about")
        run.press("1", "The vote is closed")
        run.press("r", "Facilitator's code")
        run.press(CODE + ENTER, "Show the result")
        run.press("1", "Show the result now")
        run.press("y", "What this group said")
        run.press(ENTER, "Did we get it right")
        run.press(ENTER, "Show what happens next")
        run.press("2", "Turn the screen away")
        run.press(CODE + ENTER, "Read every comment")
        run.wait(SAID)
        return
    run.press("1", "Whose turn is it")
    if place != "hand-over":
        to_card(run)
        run.press("2")
    if place in ("comment", "hide"):
        write(run)
    if place == "hide":
        run.press(F9, "Printer paper")
    if place == "saving":
        run.press(ENTER, "That was the last card")
        run.press(ENTER, "Saving")


def to_card(run: Run) -> None:
    run.press(ENTER, "Before you start")
    run.press(ENTER, "who sees what")
    run.press(ENTER, RULE)


def write(run: Run) -> None:
    run.press("w", "Done typing")
    run.press(HALF, HALF)


def come_back(run: Run) -> None:
    """Continue it; nothing but the cover is written before a key is pressed."""
    shown = len(run.raw)
    run.signal(signal.SIGCONT)
    run.wait("Printer paper")
    written = re.sub(r"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|\]22;\w+\x07)", " ", run.raw[shown:].decode())
    others = set(written.split()) - set(f"{COVER_NOTES} {COVER_BAR}".split())
    assert not others
    run.press_until(F9, "Whose turn is it")
