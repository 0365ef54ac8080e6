"""How long pools take and what they show: 2,000 records that show numbers alone, 2,000 small ones that are audited, a country's
ten years; and the share of pools of small sessions in whose counts all of them stand, without words and with three pieces told.
Each in a program of its own. Never fails.

python tests/bench/pools.py [--country]
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "core"))

from record import begin, peak
from test_pool_audit import shown_of

from codesign.core.ballot import Ballot
from codesign.engine.pool import write_pool
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack

RULES = 25
MANY, COUNTRY = 2_000, 72_000


def shelve(folder: Path, records: int, sizes: tuple[int, ...]) -> None:
    """Records whose votes lean as rules and places do, by one that the program made."""
    rng = random.Random(7)
    opened = begin(folder / "one", RULES)
    cards = [card.id for card in opened.read().cards]
    opened.cast(opened.seal([Ballot(dict.fromkeys(cards, "works"))] * 10))
    opened.close_round()
    opened.leave()
    tables = unpack(opened.path.read_bytes(), opened.path)
    tables["meta"]["1"]["told"] = sorted(cards)
    leanings = {card: [rng.gammavariate(a, 1) for a in (1.6, 1.0, 0.8)] for card in cards}
    (folder / "all").mkdir()
    for n in range(records):
        tables["meta"]["1"]["session"] = n + 1
        people = rng.choice(sizes)
        for row in tables["tally"].values():
            draws = leanings[row["card"]]
            here = [rng.gammavariate(8 * draw / sum(draws) + 0.05, 1) for draw in draws]
            said = rng.choices(("works", "could", "doesnt"), here, k=people)
            row["counts"] = {code: said.count(code) for code in ("works", "could", "doesnt")}
        (folder / "all" / f"notes-{n:05}.json").write_bytes(pack(tables))


def write(folder: Path) -> None:
    """Write the summary of the records in a folder; print the seconds of this program's processor, and the peak."""
    start = time.process_time()
    write_pool(Places.under(folder), [folder / "all"], folder / "out", first_pool=True)
    print(f"{time.process_time() - start:.1f} {peak():.0f}")


def measured(records: int, sizes: tuple[int, ...], what: str, mark: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        shelve(Path(name), records, sizes)
        done = subprocess.run([sys.executable, __file__, name], check=True, capture_output=True, text=True)
        seconds, megabytes = done.stdout.split()
        print(f"{records:,} {what}: {seconds} s of processor time, {megabytes} MB (marks {mark})", flush=True)


def main() -> None:
    for told in (0, 3):
        for bounds in (False, True):
            rng = random.Random(7)
            shares = (f"{n} sessions {100 * shown_of(n, rng, told=told, bounds=bounds):.0f} %" for n in (2, 5, 6, 9, 12))
            what = "in the counts or a bound" if bounds else "in the counts"
            print(f"all sessions of five to eight {what}, {told} pieces of words told: {', '.join(shares)}", flush=True)
    measured(MANY, (12, 15, 20), "records that show numbers alone", "3 s, 120 MB")
    measured(MANY, (5, 6, 7, 8), "small records", "60 s")
    if "--country" in sys.argv:
        measured(COUNTRY, (5, 6, 7, 8, 12, 15), "records, a country's ten years", "150 s, 500 MB")


if __name__ == "__main__":
    write(Path(sys.argv[1])) if sys.argv[1:] and not sys.argv[1].startswith("-") else main()
