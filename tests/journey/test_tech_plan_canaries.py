"""My tech plan in a terminal, by a word that stands nowhere else: whatever ends the program, no byte of it is left but in the
papers that two people asked for."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

if sys.platform != "linux":
    pytest.skip("looks at a process through /proc, and limits what it may write", allow_module_level=True)

import resource

from run import CODE, ENTER, F9, MAIN, Run

pytestmark = pytest.mark.slow

CANARY = "zqxjkvw"
HALF = "zqxjkv"
"""Before the last letter is typed."""
WALK = (
    (f"{CANARY}{ENTER}", "What my phone and the internet do"),
    ("1n", "What I am good at"),
    (f"{CANARY}{ENTER}", "What I want"),
    (f"{CANARY}{ENTER}", "What worries me"),
    (f"{CANARY}{ENTER}", "What we agree"),
    ("3", "Which times"),
    (f"{CANARY}{ENTER}", "What we agree"),
    ("8n", "What is closed for now"),
    (f"{CANARY}{ENTER}", "Is it all of phone"),
    ("2", "Why now"),
    (f"{CANARY}{ENTER}", "What we tried first"),
    (f"{CANARY}{ENTER}", "It starts on"),
    (ENTER, "It ends on"),
    (ENTER, "We look at the limit again on"),
    (ENTER, "Who decided it"),
    (f"{CANARY}{ENTER}", "A limit ends on its day"),
    ("n", "We look at all of it again on"),
    (ENTER, "No matter what, I can reach"),
    ("1", "My worker here"),
    (f"{CANARY}{ENTER}", "No matter what, I can reach"),
    ("n", "What I say to this plan"),
    ("3", "My own words"),
    (f"{CANARY}{ENTER}", "Two papers"),
)
"""Keys, and what stands on the page that they lead to."""
SHORT = (
    (f"{CANARY}{ENTER}", "What my phone and the internet do"),
    ("n", "What I am good at"),
    (ENTER, "What I want"),
    (ENTER, "What worries me"),
    (ENTER, "What we agree"),
    ("1n", "We look at all of it again on"),
    (ENTER, "No matter what, I can reach"),
    ("n", "What I say to this plan"),
    ("1", "My own words"),
    (ENTER, "Two papers"),
)
"""The same with little in it."""
PAPERS = {"plan-file.docx", "plan-file.html", "plan-pocket.docx", "plan-pocket.html"}
NO_MODULE_WRITTEN = """
import sys
sys.dont_write_bytecode = True  # a module that may not grow is cut, and ends every start after this one
"""
SLOW_DISK = """
import os, stat, time
write = os.write
def slow(fd, data):
    if stat.S_ISREG(os.fstat(fd).st_mode) and b"zqxjkvw" in data or data[:2] == b"PK":
        done = write(fd, data[: len(data) // 2])
        open(os.environ["CODESIGN_DATA"] + "/half", "w").close()
        time.sleep(1)
        return done
    return write(fd, data)
os.write = slow
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    """`start(patch)`: the program at the first page of a plan."""
    runs: list[Run] = []
    for name in ("home", "data", "tmp"):
        (tmp_path / name).mkdir()
    env = {name: words for name, words in os.environ.items() if not name.startswith("XDG_")}
    env |= {"TERM": "xterm-256color", "HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp")}
    env |= {"CODESIGN_DATA": str(tmp_path / "data")}

    def started(patch: str = "") -> Run:
        run = Run(sys.executable, ["-c", patch + MAIN], env)
        runs.append(run)
        run.wait("My tech plan")
        run.press("5", "A code for this laptop")
        run.press(CODE + ENTER, "again")
        run.press(CODE + ENTER, "Four words")
        run.press("y", "My tech plan, 1 of 6")
        return run

    yield started
    for run in runs:
        run.__exit__(None, None, None)


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def holding(folder: Path) -> set[str]:
    """The files in which the word stands, whole or cut, packed or not."""
    return {path.name for path in files(folder) if HALF.encode() in _bytes(path)}


def _bytes(path: Path) -> bytes:
    try:
        with ZipFile(path) as packed:
            return b"".join(map(packed.read, packed.namelist()))
    except BadZipFile:
        return path.read_bytes()


def open_files(pid: int) -> set[str]:
    """What a process holds open that is a file with bytes of its own, deleted or not, in which the word stands."""
    found = set[str]()
    for held in Path(f"/proc/{pid}/fd").iterdir():
        if held.exists() and held.is_file() and HALF.encode() in held.read_bytes():
            found.add(os.readlink(held))
    return found


def assert_nothing_of_it(folder: Path, before: set[Path]) -> None:
    assert files(folder) == before
    assert holding(folder) == set()


def test_no_page_puts_a_byte_anywhere_nor_does_a_full_disk_hide_or_an_end(start: Callable[..., Run], tmp_path: Path) -> None:
    """What lies on the disk at a page is what a dead battery leaves there."""
    run = start(NO_MODULE_WRITTEN)
    before = files(tmp_path)
    for keys, page in WALK:
        run.press(keys, page)
        assert_nothing_of_it(tmp_path, before)
        assert open_files(run.pid) == set()
    run.press("\x15" + str(tmp_path / "out"))
    _soft, hard = resource.prlimit(run.pid, resource.RLIMIT_FSIZE, (2000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    run.press(ENTER, "Not saved in")
    assert_nothing_of_it(tmp_path, before)
    resource.prlimit(run.pid, resource.RLIMIT_FSIZE, (hard, hard))
    run.press(ENTER, "The two papers are written")
    assert {path.name for path in files(tmp_path) - before} == holding(tmp_path) == PAPERS
    run.press_when_read(ENTER, "Works offline")
    assert open_files(run.pid) == set()
    before = files(tmp_path)
    half_typed(run)
    run.press(F9, "Printer paper")
    run.press_until(F9, "Works offline")
    assert open_files(run.pid) == set()
    half_typed(run)
    run.signal(signal.SIGTERM)
    run.left()
    assert files(tmp_path) == before
    assert holding(tmp_path) == PAPERS
    assert HALF.encode() not in re.sub(rb"\x1b\[\?1049h.*?\x1b\[\?1049l", b"", run.raw, flags=re.DOTALL), "none scrolls back"
    assert b"\x1b]52;" not in run.raw, "none is in the clipboard"


def half_typed(run: Run) -> None:
    """A plan again, in the middle of its first line."""
    run.press("5", "Facilitator's code")
    run.press(CODE + ENTER, "My tech plan, 1 of 6")
    run.press(HALF, HALF)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_an_end_while_the_papers_are_written_leaves_nothing_under_another_name(
    start: Callable[..., Run], tmp_path: Path, end: int
) -> None:
    """A kill leaves none, not even the beginning of one; whatever can be heard of, all of them and whole."""
    run = start(SLOW_DISK)
    before = files(tmp_path)
    for keys, page in SHORT:
        run.press(keys, page)
    run.press("\x15" + str(tmp_path / "out"))
    run.send(ENTER)
    run.until((tmp_path / "data" / "half").exists)
    run.signal(end)
    run.left()
    left = files(tmp_path) - before - {tmp_path / "data" / "half"}
    assert {path.name for path in left} == holding(tmp_path) == (PAPERS if end == signal.SIGTERM else set())
    assert all(path.parent == tmp_path / "out" for path in left)
