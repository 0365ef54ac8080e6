"""Plays the carried folder for Linux on a laptop without a Python or a network: `python tests/delivery/play.py FILE.tar.gz`.

The folder is unpacked, and mounted so that it can't be written; the Python that built it is covered, and there is no network
(Linux namespaces). Where this system allows none that is said, and the folder only loses its write bits. Played are the demo
by itself, the first vote of the demo on the screens, and a whole session of five in plain lines, at a pseudo-terminal. After
that nothing lies in the home folder but what README's page for IT names.
"""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "plain"), str(TESTS / "journey")]

from terminal import Terminal  # noqa: E402 - found by the line above
from test_plain_session import CLOSE, PEOPLE, READ, SET_UP, SHOW, TO_NEXT, TO_RESULT, WRITE, WRITTEN, turns  # noqa: E402

ENTER = "\r"
CAGES = (["unshare", "--net", "--mount"], ["unshare", "--net", "--mount", "--map-root-user"])
SHUT = """
mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && { [ -z "$1" ] || mount -t tmpfs none "$1"; } && shift && exec "$@"
"""
HIDDEN = "" if sys.base_prefix in ("/", "/usr") else sys.base_prefix
"""The Python of this machine is covered where nothing else lies beside it."""
PLACES = {".local/share/group-notes", ".local/state/group-notes"}


def cage(folder: Path) -> list[str]:
    """What to put before a command so that it has no network and can't write there; nothing where that is not allowed."""
    for begin in CAGES:
        before = [*begin, "sh", "-c", SHUT, str(folder), HIDDEN]
        try:
            if not subprocess.run([*before, "/bin/true"], capture_output=True, check=False).returncode:
                print(f"Without a network, from a read-only mount, {HIDDEN or 'no other Python'} covered.")
                return before
        except OSError:
            continue
    print("No namespaces are allowed here: with this network, and from a folder without write bits.")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    return []


@contextmanager
def timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:6.1f} s  {what}")


def play(archive: Path, work: Path) -> None:
    with timed("unpacked"), tarfile.open(archive) as opened:
        opened.extractall(work, filter="data")
    (folder,) = work.iterdir()
    home, out, temporary = work / "home", work / "out", work / "temporary"
    for each in (home, temporary):
        each.mkdir()
    command, *before = [*cage(folder), str(folder / "start")]
    env = {"PATH": "/nowhere", "HOME": str(home), "TMPDIR": str(temporary), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    outside = {**os.environ, **env, "PATH": os.environ["PATH"]}
    if before:
        before[-1:] = ["env", *(f"{name}={value}" for name, value in env.items()), before[-1]]
    with timed("the demo by itself, with its summary"):
        subprocess.run([command, *before, "demo", "--out", str(out / "demo")], env=outside, check=True, capture_output=True)
    assert (out / "demo" / "summary.docx").is_file()
    with Terminal(command, [*before, "demo"], env=outside) as terminal:
        with timed("the demo on the screens, until it asks whose turn it is"):
            terminal.wait("Whose turn is it")
        with timed("its first vote"):
            terminal.press(ENTER, "Before you start")
            terminal.press_when_read(ENTER, "Card 1 of")
            terminal.press("a", "●")
    votes = [*SET_UP, *turns(PEOPLE), *CLOSE, *TO_RESULT, *SHOW, *TO_NEXT]
    session = [*votes, *READ, *["k", "6"] * 4, "done", *WRITE, str(out / "own"), "", "quit"]
    plain = [*before, "run", "fifteen-minutes", "--plain"]
    with timed("a whole session in plain lines"), Terminal(command, plain, size=(80, 100), env=outside) as terminal:
        terminal.wait("Title")
        for line in session:
            while "Press Enter to read on" in terminal.text().rstrip().rpartition("\n")[2]:
                terminal.press(ENTER)
            terminal.press(line + ENTER)
        assert terminal.ended() == 0, terminal.text()
    assert {path.name for path in (out / "own").iterdir()} == WRITTEN
    assert json.loads((out / "own" / "summary.json").read_text("utf-8"))
    left = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert left
    assert {name for name in left if not any(name.startswith(f"{place}/") for place in PLACES)} == set(), "IT was told of less"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        play(Path(sys.argv[1]).absolute(), Path(temporary))
