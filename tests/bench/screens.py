"""How fast the screens are, in processor time, as ratios to one key of a minimal Textual app and to `import textual.app`, in
one run. It fails only where a key does not bring what it is pressed for.

    python tests/bench/screens.py [ROUNDS]

A key costs what all threads of the program worked from the write on, until what it is pressed for was painted and the program
has had nothing more to do for longer than it looks for further keys. A busy machine makes that hardly more. Linux.
"""

import os
import re
import resource
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pexpect

sys.path.append(str(Path(__file__).parents[1] / "journey"))
from terminal import asleep

from codesign.core.session import Setup
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack

HERE = Path(__file__).parent
LOOK, LOOKS = 0.01, 8
"""Seconds between two looks whether it sleeps, and how many in a row must say so."""
PAUSE, READ = 0.4, 0.9
"""Seconds before a key that is no held one, and before one that leaves a page that is to be read."""
LONGEST = 20.0
SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
ENTER, ESC, F1, F2, F9, LEFT, DOWN, PAGE_DOWN = "\r", "\x1b", "\x1bOP", "\x1bOQ", "\x1b[20~", "\x1b[D", "\x1b[B", "\x1b[6~"
CODE = "000000"
KEY, READY, IMPORT = "minimal key", "minimal ready", "import textual.app"
Found = dict[str, list[float]]
"""What was measured -> seconds of processor time, each time."""
MARKS = {
    "home, 100 records": (READY, 1.4),
    **dict.fromkeys(("--version", "plans", "records", "verify"), (IMPORT, 0.45)),
    **dict.fromkeys(("arrow in 10", "arrow in 100", "arrow in 1,000", "arrow in comments", "vote", "letter"), (KEY, 2.0)),
    **dict.fromkeys(("before", "first card", "next card", "back a card", "more of a result"), (KEY, 6.0)),
    **dict.fromkeys(("support", "support away", "help", "help away"), (KEY, 6.0)),
    **{f"hide from {page}": (KEY, 3.0) for page in ("home", "1,000 records", "card", "line", "support", "comments", "result")},
}
"""What is measured: against what, and how many times that it may be."""


class Probe:
    """One program in a pseudo-terminal of 80x24."""

    def __init__(self, args: list[str], ready: str) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._child = pexpect.spawn(sys.executable, args, dimensions=(24, 80), env=env)
        self._child.delaybeforesend = None
        self.wall = 0.0
        """Seconds by the clock from the last key to the last byte that answers it."""
        self.shown = 0.0
        """Seconds of processor time from the last key to when its words were on the screen."""
        self.ready = self.key("", ready)

    def _worked(self) -> float:
        return time.clock_gettime(~self._child.pid << 3 | 2)  # a process's clock by the kernel's own numbering

    def key(self, keys: str, brings: str = "", pause: float = 0.0) -> float:
        """Seconds of processor time that the keys cost, of which some paint these words."""
        time.sleep(pause)
        before, start = self._worked() if keys else 0.0, time.perf_counter()
        last, self.shown = start, 0.0
        if keys:
            os.write(self._child.child_fd, keys.encode())
        painted, calm = b"", 0
        while calm < LOOKS or brings not in SEQUENCE.sub(b"", painted).decode(errors="ignore"):
            if select.select([self._child.child_fd], [], [], LOOK)[0]:
                painted += os.read(self._child.child_fd, 65536)
                last, calm = time.perf_counter(), 0
                if not self.shown and brings in SEQUENCE.sub(b"", painted).decode(errors="ignore"):
                    self.shown = self._worked() - before
            else:
                calm = calm + 1 if asleep(self._child.pid) else 0
            if time.perf_counter() - last > LONGEST:
                words = SEQUENCE.sub(b" ", painted).decode(errors="replace")
                raise SystemExit(f"{keys!r} did not bring {brings!r}, but: {words}")
        self.wall = last - start
        return self._worked() - before

    def hide(self) -> float:
        """Seconds of processor time until nothing is seen but the cover."""
        self.key(F9, "Printer paper", PAUSE)
        return self.shown

    def keys(self, keys: Sequence[tuple[str, str]], pause: float = 0.0) -> list[float]:
        """The same for each of some keys with the words that it brings."""
        return [self.key(key, brings, pause) for key, brings in keys]

    def memory(self, what: str) -> float:
        """MiB, as the kernel names them: VmRSS, VmHWM."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(status.partition(f"{what}:")[2].split()[0]) / 1024

    def close(self) -> None:
        self._child.close(force=True)


def records(folder: Path, count: int) -> None:
    """As many closed sessions, which differ in their numbers alone."""
    engine = Engine(Places.under(folder), date.today)
    plan = engine.plan("starter")
    setup = Setup(title="A session", day="2026-11-01")
    opened = engine.start(plan, setup, plan.thresholds, ballots=made_up_ballots(plan.cards, 8))
    opened.close_round()
    opened.leave()
    (path,) = (folder / "records").glob("*.json")
    tables = unpack(path.read_bytes(), path)
    for n in range(count - 1):
        tables["meta"]["1"]["session"] += 1
        (path.parent / f"notes-{n}.json").write_bytes(pack(tables))


def command(*args: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def minimal(found: Found) -> None:
    probe = Probe([str(HERE / "minimal.py")], "ready 0")
    found[READY].append(probe.ready)
    found[KEY] += probe.keys([("x", str(n)) for n in range(1, 16)])
    probe.close()


def commands(found: Found, folder: Path) -> None:
    (first,) = (folder / "records").glob("notes-[a-z]*.json")
    found[IMPORT].append(command("-c", "import textual.app"))
    for name, *args in (["--version"], ["plans"], ["records"], ["verify", str(first)]):
        found[name].append(command("-m", "codesign", "--data", str(folder), name, *args))


def lists(found: Found, folder: Path, count: str) -> None:
    """Home and the past sessions."""
    probe = Probe(["-m", "codesign", "--data", str(folder)], "Start a session")
    found[f"home, {count} records"].append(probe.ready)
    found[f"open {count} records"].append(probe.key("4", "1 to ", PAUSE))
    found[f"arrow in {count}"] += probe.keys([(DOWN, "")] * 15)
    found[f"hide from {count} records"].append(probe.hide())
    probe.close()


def home(found: Found, folder: Path) -> None:
    probe = Probe(["-m", "codesign", "--data", str(folder)], "Start a session")
    found["arrow in 10"] += probe.keys([(DOWN, "")] * 5)
    found["hide from home"].append(probe.hide())
    probe.close()


def turn(found: Found, demo: list[str]) -> None:
    """From the hand-over through some cards."""
    probe = Probe(demo, "Whose turn")
    found["before"].append(probe.key(ENTER, "Before you start", PAUSE))
    probe.key(PAGE_DOWN)  # where it is longer than the screen, Enter reads on first
    found["first card"].append(probe.key(ENTER, "Card 1 of", READ))
    for _ in range(2):
        found["support"].append(probe.key(F2, "No one is told", PAUSE))
        found["support away"].append(probe.key(ESC, "Card 1 of", PAUSE))
        found["help"].append(probe.key(F1, "Who will see this", PAUSE))
        found["help away"].append(probe.key(ESC, "Card 1 of", PAUSE))
    for at in range(1, 5):  # two choices, then two cards with 1, 2, 3
        probe.key("b" if at < 3 else "1", "●", PAUSE)
        found["next card"].append(probe.key(ENTER, f"Card {at + 1} of", READ))
    found["back a card"] += probe.keys([(LEFT, f"Card {at} of") for at in (4, 3)], PAUSE)
    found["vote"] += probe.keys([(key, "●") for key in "23123123"], PAUSE)  # digits in a row would be words
    for _ in range(3):
        probe.key("w", "Done typing", PAUSE)
        found["letter"] += probe.keys([(letter, letter) for letter in "some words"], 0.1)
        probe.key(ESC, "Next", PAUSE)
        found["Esc out of the line, by the clock"].append(probe.wall)
    found["memory, steady, MiB"].append(probe.memory("VmRSS"))
    probe.key("w", "Done typing", PAUSE)
    found["hide from line"].append(probe.hide())
    probe.close()


def hidden(found: Found, demo: list[str]) -> None:
    """Hide, from a card and from a page over it."""
    for page, key, brings in (("card", "b", "●"), ("support", F2, "No one is told")):
        probe = Probe(demo, "Whose turn")
        probe.key(ENTER, "Before you start", PAUSE)
        probe.key(PAGE_DOWN)
        probe.key(ENTER, "Card 1 of", READ)
        probe.key(key, brings, PAUSE)
        found[f"hide from {page}"].append(probe.hide())
        probe.close()


def facilitator(found: Found, demo: list[str]) -> None:
    """Close the vote, read the comments, show the result."""
    for go_on in (comments, result):
        probe = Probe(demo, "Whose turn")
        for key, brings in [("f", "code"), (CODE + ENTER, "Close the round"), ("2", "ballots are in"), ("y", "Talk")]:
            probe.key(key, brings, PAUSE)
        go_on(found, probe)
        found["memory, peak, MiB"].append(probe.memory("VmHWM"))
        probe.close()


def comments(found: Found, probe: Probe) -> None:
    probe.key("2", "code", PAUSE)
    probe.key(CODE + ENTER, "Read every comment", PAUSE)
    found["arrow in comments"] += probe.keys([(DOWN, "")] * 4)
    found["hide from comments"].append(probe.hide())


def result(found: Found, probe: Probe) -> None:
    probe.key("1", "The vote is closed", PAUSE)
    probe.keys([("r", "Page 2 of"), ("r", "Page 3 of"), ("r", "code")], READ)
    for key, brings in [(CODE + ENTER, "Show the result"), ("1", "Show the result now"), ("y", "What this group said")]:
        probe.key(key, brings, PAUSE)
    found["more of a result"] += probe.keys([(ENTER, "Page 2"), (ENTER, "Page 3")], READ)
    found["hide from result"].append(probe.hide())


def once(found: Found, folder: Path, many: Path) -> None:
    demo = ["-m", "codesign", "--data", str(folder), "demo"]
    minimal(found)
    commands(found, folder)
    home(found, folder)
    lists(found, folder, "100")
    lists(found, many, "1,000")
    turn(found, demo)
    hidden(found, demo)
    facilitator(found, demo)
    minimal(found)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: Found = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder, many = Path(name) / "100", Path(name) / "1000"
        records(folder, 100)
        records(many, 1000)
        once(defaultdict(list), folder, many)  # what compiles compiles now
        for _ in range(rounds):
            once(found, folder, many)
    middle = {what: statistics.median(times) for what, times in found.items()}
    for what, (yardstick, mark) in MARKS.items():
        ratio = middle[what] / middle[yardstick]
        over = "  !" if ratio > mark else ""
        print(f"{what:<26} {ratio:6.2f} x {yardstick} (mark {mark}); {middle[what] * 1000:.1f} ms{over}")
    for what in sorted(middle.keys() - MARKS.keys()):
        unit = "" if "MiB" in what else " ms"
        print(f"{what:<36} {middle[what] * (1000 if unit else 1):.1f}{unit}")


if __name__ == "__main__":
    main()
