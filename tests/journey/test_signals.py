"""The terminal taken away: ended, closed, suspended, broken. It is left as it was, and nothing that was saved is lost."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import termios

from conftest import MakeBallots
from terminal import Terminal, plain_files

from codesign.core.ballot import Remark
from codesign.core.plan import Card, Lines, Plan
from codesign.core.session import Setup
from codesign.engine import Engine

pytestmark = pytest.mark.slow

ENTER, F1, F9, CTRL_Z = "\r", "\x1bOP", "\x1b[20~", "\x1a"
CODE = "135790"
HALF = "my locker has no plug"
SAID = "nobody asked us before"
RULE = "A rule about phones"
MAIN = """
from codesign.cli import main
from codesign.tui.held import Held
Held.first = Held.read = lambda *_: True  # every press is a new one, without a pause between two
main()
"""
SLOW_DISK = """
import time
from codesign.engine import OpenSession
cast = OpenSession.cast
def slow(self, sealed):
    time.sleep({seconds})
    cast(self, sealed)
OpenSession.cast = slow
"""


class Run(Terminal):
    """The program in a terminal of which everything is known: how it was, what stood on it, how it is left."""

    def __init__(self, command: str, args: list[str], env: dict[str, str]) -> None:
        super().__init__(command, args, env=env)
        self._child.delaybeforesend, self._child.ptyproc.delayafterclose = None, 0.01
        self._stty = termios.tcgetattr(self._child.child_fd)

    def wait(self, pattern: str, seconds: float = 20) -> None:
        """Until the screen shows the pattern; a short rest, because here nothing depends on what is painted after it."""
        self._until(lambda: re.search(pattern, self.text()) is not None, seconds)
        self._read(0.03)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def close_window(self) -> None:
        self._child.ptyproc.fileobj.close()

    def stopped(self) -> None:
        """Wait until it is suspended, and read all that it had written by then."""
        self._until(lambda: os.WIFSTOPPED(os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)[1]), 15)
        self.drain()

    def left(self, within: float = 15) -> int:
        """Wait for the end, which must come soon and leave no process; the exit code, or minus the signal that killed it."""
        self._until(lambda: not self._child.isalive(), within)
        with pytest.raises(ProcessLookupError):
            os.killpg(self.pid, 0)
        return self._child.exitstatus if self._child.exitstatus is not None else -self._child.signalstatus

    def _until(self, done: Callable[[], bool], within: float) -> None:
        end = time.monotonic() + within
        while not done():
            assert time.monotonic() < end, self.text()
            if self._child.ptyproc.fileobj.closed:
                time.sleep(0.02)
            else:
                self._read(0.02)

    def assert_terminal_as_before(self) -> None:
        self._read(0.05)
        assert termios.tcgetattr(self._child.child_fd) == self._stty
        modes = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", self.raw))
        assert {mode for mode, state in modes.items() if state == b"h"} <= {b"7", b"25"}, "only line wrap and cursor are on"
        assert modes[b"25"] == b"h"
        assert self.raw.count(b"\x1b[>0u") == self.raw.count(b"\x1b[<u"), "the keyboard protocol is off"
        self.assert_normal_screen_bare()

    def assert_normal_screen_bare(self) -> None:
        """Nothing of the session stands on the screen that has a history."""
        normal = re.sub(rb"\x1b\[\?1049h.*?(\x1b\[\?1049l|$)", b"", self.raw, flags=re.DOTALL).decode()
        assert [words for words in (HALF, SAID, RULE, "Whose turn", "Printer paper") if words in normal] == []


@pytest.fixture
def record(engine: Engine, ballots: MakeBallots) -> Path:
    """Three ballots in the box of an open round, one with a comment."""
    cards = (Card(id="R-1", kind="scale", rule=RULE),)
    plan = Plan(name="t", title="Phones", purpose="", minutes=5, cards=cards)
    stack = ballots(cards, [0, 0, 1], [Remark("R-1", "works", SAID, True)])
    opened = engine.start(plan, Setup(title="Phones", day="2026-11-24", expected=5), Lines(), ballots=stack)
    opened.code.set(CODE)
    opened.leave()
    return opened.path


@pytest.fixture
def start(tmp_path: Path, record: Path) -> Callable[..., Run]:
    """`start(patch)`: the program, after some statements of Python that may break it."""
    (tmp_path / "home").mkdir()
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path / "home"), "CODESIGN_DATA": str(tmp_path)}
    return lambda patch="": Run(sys.executable, ["-c", patch + MAIN], env)


def go_to(run: Run, place: str) -> None:
    run.wait("Go on with")
    run.press("1", "Facilitator's code")
    run.press(CODE + ENTER, "Close the round")
    if place == "review":
        run.press("2", "3 ballots are in the box")
        run.press("y", "The vote is closed")
        run.press("r", "Show the result now")
        run.press("y", "What this group said")
        run.press(ENTER, "Turn the screen away")
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
    shown = len(run.raw)
    run.signal(signal.SIGCONT)
    run.wait("Printer paper")
    assert HALF not in run.raw[shown:].decode()
    run.press(F9, "The answers so far are gone")


def in_box(engine: Engine, record: Path) -> int | None:
    """Opens the record, which nobody may hold any more and beside which nothing may lie."""
    assert {path.suffix for path in record.parent.iterdir()} == {".json", ".lock"}
    assert HALF.encode() not in plain_files(engine.places.data)
    with engine.open(record) as opened:
        return opened.session.in_box


WINDOW = 0
ENDS = [
    ("comment", signal.SIGTERM),
    ("comment", WINDOW),
    ("hand-over", signal.SIGHUP),
    ("saving", WINDOW),
    ("review", signal.SIGHUP),
    ("hide", signal.SIGINT),
]


@pytest.mark.parametrize(("place", "end"), ENDS)
def test_whatever_ends_it_leaves_the_terminal_as_it_was(
    start: Callable[..., Run], engine: Engine, record: Path, place: str, end: int
) -> None:
    with start(SLOW_DISK.format(seconds=0.4) if place == "saving" else "") as run:
        go_to(run, place)
        if end == WINDOW:
            run.close_window()
            assert run.left() == 128 + signal.SIGHUP
            run.assert_normal_screen_bare()
        else:
            run.signal(end)
            assert run.left() == 128 + end
            run.assert_terminal_as_before()
            assert "Every ballot that showed “Saved.” is on this laptop." in run.raw.decode()
    saved = {"saving": 4, "review": None}
    assert in_box(engine, record) == saved.get(place, 3), "a ballot on its way gets there"


def test_a_disk_that_hangs_does_not_keep_it(start: Callable[..., Run], engine: Engine, record: Path) -> None:
    impatient = "import codesign.cli.screens\ncodesign.cli.screens._TO_END = 1\n"
    with start(impatient + SLOW_DISK.format(seconds=30)) as run:
        go_to(run, "saving")
        run.signal(signal.SIGTERM)
        assert run.left() == -signal.SIGALRM
        run.assert_terminal_as_before()
    assert in_box(engine, record) == 3


def test_a_signal_while_the_screens_open_leaves_the_terminal_as_it_was(start: Callable[..., Run]) -> None:
    early = """
import os, signal
from codesign.tui.app import CodesignApp
mount = CodesignApp.on_mount
CodesignApp.on_mount = lambda self: (os.kill(os.getpid(), signal.SIGTERM), mount(self))
"""
    with start(early) as run:
        assert run.left(within=10) == 128 + signal.SIGTERM
        run.assert_terminal_as_before()
        assert "Something in the program broke" not in run.raw.decode()


def test_a_window_whose_closing_nobody_tells_ends_it_too(start: Callable[..., Run], engine: Engine, record: Path) -> None:
    """A process that is in no session of the terminal gets no SIGHUP."""
    apart = """
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
if child := os.fork():
    os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
os.setsid()
"""
    with start(apart) as run:
        run.wait("Go on with")
        run.close_window()
        assert run.left() == 128 + signal.SIGHUP
    assert in_box(engine, record) == 3


def test_suspended_it_shows_nothing_and_comes_back_covered(start: Callable[..., Run], engine: Engine, record: Path) -> None:
    with start() as run:
        go_to(run, "comment")
        run.signal(signal.SIGTSTP)
        run.stopped()
        run.assert_terminal_as_before()
        come_back(run)
        to_card(run)
        run.press(CTRL_Z)
        run.press("2")
        write(run)
        run.signal(signal.SIGSTOP)  # which it can't see coming
        run.stopped()
        come_back(run)
        run.signal(signal.SIGTERM)
        assert run.left() == 128 + signal.SIGTERM
        run.assert_terminal_as_before()
    assert in_box(engine, record) == 3


@pytest.mark.parametrize("broken", ["action_help", "key_of"])
def test_a_defect_leaves_the_terminal_as_it_was(
    start: Callable[..., Run], engine: Engine, record: Path, tmp_path: Path, broken: str
) -> None:
    """In a page's key, and in Textual's thread that reads keys."""
    breaks = f"""
from codesign.tui.app import CodesignApp
from codesign.tui.keyboard import driver
real = driver.key_of
def action_help(self):
    words = {HALF!r}
    raise KeyError(words)
def key_of(cut):
    if cut == "\\x1bOP":
        raise ValueError({HALF!r})
    return real(cut)
{"CodesignApp" if broken == "action_help" else "driver"}.{broken} = {broken}
"""
    with start(breaks) as run:
        run.wait("Go on with")
        run.press(F1)
        assert run.left() == 1
        run.assert_terminal_as_before()
        told = run.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert "Something in the program broke" in told
        assert f", {broken}\r\n" in told
        assert "Traceback" not in told
    assert in_box(engine, record) == 3
    assert list((tmp_path / "home").iterdir()) == []


def test_the_screens_are_never_drawn_into_a_file(tmp_path: Path) -> None:
    command = f"exec {sys.executable} -m codesign 2> {tmp_path}/log"
    with Run("/bin/sh", ["-c", command], {**os.environ, "HOME": str(tmp_path)}) as run:
        assert run.left(within=10) == 1
    assert (tmp_path / "log").read_text("utf-8").startswith("The screens need a terminal.")
