"""How long a summary takes in all formats: of one session, and of 2,000 records pooled. Each in a program of its own, imports
and all. Never fails.

python tests/bench/summary.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from record import POOLED, peak, shelve

from codesign.engine import Engine
from codesign.engine.pool import write_pool
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack

ONE, MANY = 1.5, 3.0


def told(path: Path) -> None:
    """As if the room had seen its result."""
    tables = unpack(path.read_bytes(), path)
    tables["meta"]["1"]["told"] = sorted({row["card"] for row in tables["tally"].values()})
    path.write_bytes(pack(tables))


def write(folder: Path, out: Path) -> None:
    """Write the summary of the records in a folder; print the seconds since the program began to work, and the peak."""
    start, paths = time.perf_counter(), sorted(folder.glob("*.json"))
    engine = Engine(Places.under(out), lambda: None)  # type: ignore[arg-type,return-value]
    if len(paths) == 1:
        with engine.open(paths[0]) as opened:
            opened.write_summary(out / "summary")
    else:
        write_pool(engine.places, paths, out / "summary", first_pool=True)
    print(f"{time.perf_counter() - start:.2f} {peak():.0f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        shelf, alone = top / "shelf", top / "alone"
        shelve(shelf)
        for path in shelf.glob("*.json"):
            told(path)
        alone.mkdir()
        (alone / "one.json").write_bytes(next(shelf.glob("*.json")).read_bytes())
        for folder, what, mark in ((alone, "one session", ONE), (shelf, f"{POOLED:,} records", MANY)):
            command = [sys.executable, __file__, str(folder), str(top / f"out-{folder.name}")]
            start = time.perf_counter()
            seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            whole = time.perf_counter() - start
            print(f"summary of {what:13} {seconds:>5} s, {whole:.2f} s with the start (mark {mark}), {megabytes} MB")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2])) if sys.argv[1:] else main()
