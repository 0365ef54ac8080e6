"""How fast the record is: casts as ratios to a bare append and fsync in the same run, the fold and the pooling in time.
Never fails.

python tests/bench/record.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack
from codesign.store.shelf import peek

POOLED, YOUTH, RULES, ROUNDS = 2000, 10, 25, 2  # a million votes


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def floor(folder: Path) -> float:
    """The median of 200 appends of a ballot's size, each flushed."""
    fd = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append() -> None:
        os.write(fd, b"x" * 450)
        os.fsync(fd)

    found = statistics.median(timed(append) for _ in range(200))
    os.close(fd)
    return found


def begin(folder: Path, cards: int) -> OpenSession:
    plan = Plan(
        name="bench",
        title="Bench",
        purpose="",
        minutes=1,
        cards=tuple(Card(id=f"R-{n}", kind="scale", rule=f"Rule {n}") for n in range(cards)),
    )
    return Engine(Places.under(folder), date.today).start(plan, Setup(title="Bench", day="2026-11-24"), Thresholds())


def session(folder: Path, turns: int, cards: int) -> tuple[float, float, float]:
    """The median cast over a session; the disk's part in it, as its bytes in the middle of the session put in place of a file
    with nothing else done; and its fold."""
    opened = begin(folder / f"{turns}", cards)
    ballot = Ballot({card.id: "works" for card in opened.read().cards})
    times = []
    half = b""
    for turn in range(turns):
        times.append(timed(lambda: opened.cast(opened.seal([ballot]))))
        if turn == turns // 2:
            half = opened.path.read_bytes()
    bare = statistics.median(timed(lambda: Disk().replace(folder / f"{turns}" / "bare", half)) for _ in range(turns))
    fold = timed(opened.close_round)
    opened.leave()
    return statistics.median(times), bare, fold


def shelve(folder: Path) -> None:
    """Many records in a folder: one folded by the program, the others the same with a session id and counts of their own."""
    opened = begin(folder / "one", RULES)
    cards = [card.id for card in opened.read().cards]
    for number in range(ROUNDS):
        if number:
            opened._record.open_round(cards)
        opened.cast(opened.seal([Ballot(dict.fromkeys(cards, ("works", "could", "doesnt")[n % 3])) for n in range(YOUTH)]))
        opened.close_round()
    opened.leave()
    tables = unpack(opened.path.read_bytes(), opened.path)
    for n in range(POOLED):
        tables["meta"]["1"]["session"] = n + 1
        for place, row in enumerate(tables["tally"].values()):
            works = (n + place) % (YOUTH + 1)
            row["counts"] = {"works": works, "could": YOUTH - works, "doesnt": 0}
        (folder / f"notes-{n:04}.json").write_bytes(pack(tables))


def pool(folder: Path) -> None:
    """Read all records of a folder one after another, add up and drop each; print the seconds, the peak and the votes.

    Runs in a program of its own, so that the peak is that of the reading alone.
    """
    start = time.perf_counter()
    total: Counter[tuple[str, str]] = Counter()
    files = sorted(folder.glob("*.json"))
    for path in files:
        for card_id, tally in peek(path).tallies.items():
            for option, count in tally.counts.items():
                total[card_id, option] += count
    seconds = time.perf_counter() - start
    assert (len(files), total.total()) == (POOLED, POOLED * YOUTH * RULES)  # a re-vote's tally replaces the earlier one
    print(f"{seconds:.2f} {peak():.0f}")


def peak() -> float:
    """The most memory this program ever held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage of a new program begins at the size of the one that started it
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1000
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000  # bytes on macOS


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = floor(folder)
        small, small_bare, _ = session(folder, 15, 25)
        large, large_bare, fold = session(folder, 1000, 50)
        shelf = folder / "shelf"
        shelve(shelf)
        said = subprocess.run([sys.executable, __file__, shelf], check=True, capture_output=True, text=True).stdout
        seconds, megabytes = said.split()
        print(
            f"cast, 15 turns x 25 cards    {small / base:5.1f} x append and fsync (mark 5), {small_bare / base:.1f} the disk's"
        )
        print(
            f"cast, 1,000 turns x 50 cards {large / base:5.1f} x append and fsync (mark 25), {large_bare / base:.1f} the disk's"
        )
        print(f"fold of 1,000 ballots        {fold * 1000:5.0f} ms (mark 100)")
        print(f"pooling of 2,000 records     {seconds:>5} s (mark 1.0), {megabytes} MB (mark 300)")


if __name__ == "__main__":
    pool(Path(sys.argv[1])) if sys.argv[1:] else main()
