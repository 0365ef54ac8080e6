"""How fast the record is, as ratios to a bare append and fsync in the same run. Never fails.

python tests/bench/record.py
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from codesign.core.ballot import Ballot
from codesign.core.plan import Card, Lines, Plan
from codesign.core.session import Setup
from codesign.engine import Engine
from codesign.store.places import Places


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


def session(folder: Path, turns: int, cards: int) -> tuple[float, float]:
    """The median cast over a session, and its fold."""
    plan = Plan(
        name="bench",
        title="Bench",
        purpose="",
        minutes=1,
        cards=tuple(Card(id=f"R-{n}", kind="scale", rule=f"Rule {n}") for n in range(cards)),
    )
    engine = Engine(Places.under(folder / f"{turns}"), date.today)
    opened = engine.start(plan, Setup(title="Bench", day="2026-11-24"), Lines())
    ballot = Ballot({card.id: "works" for card in plan.cards})
    cast = statistics.median(timed(lambda: opened.cast(opened.seal([ballot]))) for _ in range(turns))
    fold = timed(opened.close_round)
    opened.leave()
    return cast, fold


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = floor(folder)
        small, _ = session(folder, 15, 25)
        large, fold = session(folder, 1000, 50)
        print(f"cast, 15 turns x 25 cards    {small / base:5.1f} x append and fsync (mark 5)")
        print(f"cast, 1,000 turns x 50 cards {large / base:5.1f} x append and fsync (mark 25)")
        print(f"fold of 1,000 ballots        {fold * 1000:5.0f} ms (mark 100)")


if __name__ == "__main__":
    main()
