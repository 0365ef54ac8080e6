"""The terminal taken away: ended, closed, suspended, broken. It is left as it was, and nothing that was saved is lost."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from conftest import MakeBallots
from run import CODE, ENTER, HALF, MAIN, RULE, SAID, Run, come_back, go_to, to_card, write
from terminal import plain_files

from codesign.core.ballot import Remark
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine

pytestmark = pytest.mark.slow

F1, CTRL_Z = "\x1bOP", "\x1a"
SAFE = "Every ballot that showed “Saved.” is on this laptop."
SLOW_DISK = """
import time
from codesign.engine.open_session import OpenSession
cast = OpenSession.cast
def slow(self, sealed):
    time.sleep({seconds})
    cast(self, sealed)
OpenSession.cast = slow
"""


@pytest.fixture
def record(engine: Engine, ballots: MakeBallots) -> Path:
    """Three ballots in the box of an open round, one with a comment."""
    cards = (Card(id="R-1", kind="scale", rule=RULE),)
    plan = Plan(name="t", title="Phones", purpose="", minutes=5, cards=cards)
    stack = ballots(cards, [0, 0, 1], [Remark("R-1", "works", SAID, True)])
    opened = engine.start(plan, Setup(title="Phones", day="2026-11-24", expected=5), Thresholds(), ballots=stack)
    opened.code.set(CODE)
    opened.leave()
    return opened.path


@pytest.fixture
def start(tmp_path: Path, record: Path) -> Callable[..., Run]:
    """`start(patch)`: the program, after some statements of Python that may break it."""
    (tmp_path / "home").mkdir()
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path / "home"), "CODESIGN_DATA": str(tmp_path)}
    return lambda patch="": Run(sys.executable, ["-c", patch + MAIN], env)


def in_box(engine: Engine, record: Path) -> int | None:
    """Opens the record, which nobody may hold any more and beside which nothing may lie."""
    assert {path.suffix for path in record.parent.iterdir()} == {".json", ".lock"}
    assert HALF.encode() not in plain_files(engine.places.data)
    with engine.open(record) as opened:
        return opened.read().in_box


WINDOW = 0
ENDS = [
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
            assert SAFE in run.raw.decode()
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
        run.press(CTRL_Z)  # which is no key here
        run.press("2")
        write(run)
        run.signal(signal.SIGSTOP)  # which it can't see coming
        run.stopped()
        come_back(run)
        run.signal(signal.SIGTERM)
        assert run.left() == 128 + signal.SIGTERM
        run.assert_terminal_as_before()
        assert SAFE in run.raw.decode()
    assert in_box(engine, record) == 3


@pytest.mark.parametrize("stops", [12, pytest.param(2000, marks=pytest.mark.soak)])
def test_a_frame_on_its_way_when_it_is_stopped_is_never_shown(start: Callable[..., Run], stops: int) -> None:
    """Stopped 0 to 30 ms after a key that paints, by a signal that it can't see coming: what it had not yet written of that
    page came out when it went on, before the cover."""
    with start() as run:
        go_to(run, "hand-over")
        for stop in range(stops):
            if stop % 6 == 0:
                to_card(run)
                run.press("2")
                write(run)
            run.send("j" if stop % 6 == 0 else ENTER)
            time.sleep(stop * 7 % 31 / 1000)
            run.signal(signal.SIGSTOP)
            run.stopped()
            come_back(run)
        assert run._child.isalive()
        assert run.raw.count(b"Printer paper") >= stops, "covered each time"


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
