"""How fast the screens are, as ratios to a minimal Textual app and to `import textual.app`, in one run. It fails only
where a key does not bring what it is pressed for.

    python tests/bench/screens.py [ROUNDS]

A key's time runs from the write to the last byte that answers it: once what the key is pressed for was painted, and before the
program has nothing more to do, as the states of its threads tell, at three looks. Silence alone would end in the middle of a
page that is still being made. Linux.
"""

import os
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pexpect

sys.path.append(str(Path(__file__).parents[1] / "journey"))
from terminal import asleep

from codesign.core.session import Setup
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.store.places import Places

HERE = Path(__file__).parent
QUIET = 0.01
PAUSE, READ = 0.4, 0.9
"""Seconds before a key that is no held one, and before one that leaves a page that is to be read."""
LONGEST = 10.0
SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
ENTER, F9, LEFT, DOWN = "\r", "\x1b[20~", "\x1b[D", "\x1b[B"


class Probe:
    """One program in a pseudo-terminal of 80x24."""

    def __init__(self, args: list[str], ready: str) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        start = time.perf_counter()
        self._child = pexpect.spawn(sys.executable, args, dimensions=(24, 80), env=env, timeout=20)
        self._child.delaybeforesend = None
        self._child.expect(ready)
        self.ready = time.perf_counter() - start
        self.key("")

    def key(self, keys: str, brings: str = "") -> float:
        """Seconds from the key to the last byte that answers it, of which some paint these words."""
        start = last = time.perf_counter()
        if keys:
            os.write(self._child.child_fd, keys.encode())
        painted, calm = b"", 0
        while calm < 3 or brings not in SEQUENCE.sub(b"", painted).decode(errors="ignore"):
            if select.select([self._child.child_fd], [], [], QUIET)[0]:
                painted += os.read(self._child.child_fd, 65536)
                last, calm = time.perf_counter(), 0
            else:
                calm = calm + 1 if asleep(self._child.pid) else 0
            if time.perf_counter() - last > LONGEST:
                words = SEQUENCE.sub(b" ", painted).decode(errors="replace")
                raise SystemExit(f"{keys!r} did not bring {brings!r}, but: {words}")
        return last - start

    def times(self, keys: list[tuple[str, str]], pause: float = 0.0) -> float:
        """The median over some keys, each with the words that it brings."""
        found = []
        for key, brings in keys:
            time.sleep(pause)
            found.append(self.key(key, brings))
        return statistics.median(found)

    def to_card(self, number: int) -> None:
        """From the hand-over; on the first two cards of the demo something is chosen, the next are voted on."""
        self.key(ENTER, "Before you start")
        time.sleep(READ)
        self.key(ENTER, "Card 1 of")
        for at in range(1, number):
            time.sleep(PAUSE)
            self.key("b" if at < 3 else "1", "●")
            time.sleep(READ)
            self.key(ENTER, f"Card {at + 1} of")

    def close(self) -> None:
        self._child.close(force=True)


def records(folder: Path, count: int) -> None:
    engine = Engine(Places.under(folder), date.today)
    plan = engine.plan("starter")
    for n in range(count):
        setup = Setup(title=f"Session {n}", day="2026-11-01")
        opened = engine.start(plan, setup, plan.thresholds, ballots=made_up_ballots(plan.cards, 8))
        opened.close_round()
        opened.leave()


def command(*args: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def once(folder: Path) -> dict[str, float]:
    """One round of everything, in seconds."""
    demo = ["-m", "codesign", "--data", str(folder), "demo"]
    found = {}
    minimal = Probe([str(HERE / "minimal.py")], "ready 0")
    found["minimal ready"], found["minimal key"] = minimal.ready, minimal.times([("x", "")] * 15)
    minimal.close()
    home = Probe(["-m", "codesign", "--data", str(folder)], "Start a session")
    found["home, 100 records"] = home.ready
    time.sleep(PAUSE)
    home.key("4", "1 to ")
    found["an arrow in 100"] = home.times([(DOWN, "")] * 9)
    home.close()
    card = Probe(demo, "Whose turn")
    card.to_card(3)
    found["a vote"] = card.times([(key, "●") for key in "123" * 5], pause=PAUSE)  # digits in a row would be words
    time.sleep(0.5)
    found["hide"] = card.key(F9, "Printer paper")
    card.close()
    card = Probe(demo, "Whose turn")
    card.to_card(5)
    found["next card"] = card.times([(LEFT, f"Card {at} of") for at in (4, 3)], pause=PAUSE)
    card.close()
    found["import textual.app"] = command("-c", "import textual.app")
    found["--version"] = command("-m", "codesign", "--version")
    found["plans"] = command("-m", "codesign", "--data", str(folder), "plans")
    return found


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        records(Path(name), 100)
        once(Path(name))
        runs = [once(Path(name)) for _ in range(rounds)]
    median = {what: statistics.median(run[what] for run in runs) for what in runs[0]}
    for what, yardstick, mark in (
        ("home, 100 records", "minimal ready", "1.3"),
        ("--version", "import textual.app", "0.35"),
        ("plans", "import textual.app", "0.35"),
        ("a vote", "minimal key", "1.5"),
        ("next card", "minimal key", "4"),
        ("hide", "minimal key", "3"),
        ("an arrow in 100", "minimal key", "2"),
    ):
        ratio = median[what] / median[yardstick]
        print(f"{what:<20} {ratio:5.2f} x {yardstick} (mark {mark}); {median[what] * 1000:.1f} ms")


if __name__ == "__main__":
    main()
