"""A program that casts and folds, stopped at random moments: `python kills.py N SEED` prints what came of N kills as JSON.

Starting a Python for each kill would take most of the time, so one process imports everything and forks a child for each.
"""

import gc
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

from record_kit import ballot, cast, create, keys, opened, temps
from tinydb import TinyDB, where

from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.places import Places

OPENED, CAST, FOLDING, WRITING, FOLDED = b"o", b"c", b"f", b"w", b"F"
KILLS_OF_A_RECORD = 25  # a larger box makes every commit slower, and lands no kill where a small one does not
FIRST_BALLOTS = 3  # fewer are not folded

Tell = Callable[[bytes], object]
Work = Callable[[Path, Places, int, Tell], None]


def numbered(n: int) -> int:
    """What to make the n-th ballot of a record from: always an even number, so that each has a comment to know it by."""
    return 2 * n


def casting(path: Path, places: Places, first: int, tell: Tell) -> None:
    with opened(path, places) as record:
        tell(OPENED)
        for n in count(first):
            record.cast(record.seal([ballot(numbered(n))]))
            tell(CAST)


class TellingDisk(Disk):
    """Tells when the fold writes: its one commit is short beside the opening of the ballots, and kills should find it."""

    tell: Tell | None = None

    def write_new(self, path: Path, data: bytes) -> None:
        if self.tell:
            self.tell(WRITING)
        super().write_new(path, data)


def folding(path: Path, places: Places, _: int, tell: Tell) -> None:
    disk = TellingDisk()
    with opened(path, places, disk) as record:
        tell(FOLDING)
        disk.tell = tell
        record.fold()
        tell(FOLDED)
        signal.pause()


class Child:
    """A program of its own on the record. What it says over the pipe, it says after the call returned."""

    def __init__(self, work: Work, path: Path, places: Places, first: int) -> None:
        self.said = b""
        self._pipe, tell = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            try:
                work(path, places, first, lambda mark: os.write(tell, mark))
            except CodesignError as refused:  # as it must be told once the disk is gone
                print(refused, file=sys.stderr)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        os.close(tell)

    def listen(self, mark: bytes = b"", times: int = 0) -> None:
        """Until it has said `mark` so often, or has ended; without a mark, what it has said so far."""
        os.set_blocking(self._pipe, bool(mark))
        while not mark or self.said.count(mark) < times:
            try:
                heard = os.read(self._pipe, 4096)
            except BlockingIOError:
                return
            self.said += heard
            if not heard:
                return

    def kill(self) -> bool:
        """Whether it was still at work."""
        os.kill(self._pid, signal.SIGKILL)
        _, status = os.waitpid(self._pid, 0)
        os.set_blocking(self._pipe, True)
        while heard := os.read(self._pipe, 4096):
            self.said += heard
        os.close(self._pipe)
        return os.WIFSIGNALED(status)


class Trial:
    """One record and what is known of it. `found` counts everything over all records."""

    def __init__(self, folder: Path, chance: random.Random, found: Counter[str]) -> None:
        self.places = Places.under(folder)
        self.path = self.places.records / "notes.json"
        self.found, self.over = found, False
        self._chance, self._opening = chance, 0.002
        record = create(self.path, self.places)
        begun = time.perf_counter()
        cast(record, *map(numbered, range(FIRST_BALLOTS)))
        self._cast_takes = (time.perf_counter() - begun) / FIRST_BALLOTS
        self.in_box = FIRST_BALLOTS
        record.close()

    def stop(self, child: Child) -> bytes:
        """End the child now. What it said for certain before."""
        self.found["ended by themselves"] += not child.kill()
        return child.said

    def once(self, kind: str) -> None:
        """Start a child, let it work up to a random moment, stop it, and look at what lies there."""
        begun = time.perf_counter()
        child = Child(folding if kind == "fold" else casting, self.path, self.places, self.in_box)
        if kind == "open":
            self._let_work(self._opening)
        elif kind == "fold":
            mark = self._chance.choice((FOLDING, WRITING))
            child.listen(mark, 1)
            self._let_work(self._cast_takes * 3)
        else:
            child.listen(OPENED, 1)
            is_open = time.perf_counter()
            self._opening = is_open - begun
            if casts := self._chance.randrange(3):
                child.listen(CAST, casts)
                self._cast_takes = (time.perf_counter() - is_open) / casts
            self._let_work(self._cast_takes * 1.5)
        certain = self.stop(child)
        self.found["kills"] += 1
        self.found[f"kills in {kind}"] += 1
        self._look(certain, child.said)

    def _let_work(self, longest: float) -> None:
        """For a random time, in which this process leaves the machine to the child."""
        time.sleep(longest * self._chance.random())

    def _look(self, certain: bytes, said: bytes) -> None:
        self.found["temps found"] += len(temps(self.places.data))
        state, key_there = self._seen_by_plain_tinydb(), bool(keys(self.places))
        self.found["key gone early"] += state == "open" and not key_there
        self.found["spent keys found"] += state == "closed" and key_there
        self.found["key left"] += state == "closed" and key_there and FOLDED in certain
        self.found["fold undone"] += state == "open" and FOLDED in certain
        try:
            with opened(self.path, self.places) as record:
                session = record.read()
        except Exception:
            traceback.print_exc()
            self.found["unopenable"] += 1
            self.over = True
            return
        self.found["temps left"] += len(temps(self.places.data))
        self.found["key gone early"] += bool(session.open_round) and not keys(self.places)
        self.found["key left"] += not session.open_round and bool(keys(self.places))
        self._count(session, certain.count(CAST), said.count(CAST))

    def _seen_by_plain_tinydb(self) -> str:
        """The state of the round; "" where it does not open. Every turn has a row of votes and a row with its comment."""
        try:
            with TinyDB(self.path) as db:
                box = db.table("box")
                halves = box.count(where("kind") == "v") - box.count(where("kind") == "c")
                self.found["torn turns"] += halves != 0
                return str(db.table("rounds").all()[-1]["state"])
        except Exception:
            traceback.print_exc()
            self.found["unopenable"] += 1
            return ""

    def _count(self, session: Session, certain: int, said: int) -> None:
        self.found["acknowledged"] += said
        in_box = self.in_box if session.in_box is None else session.in_box  # a closed round is counted by its tally
        lost = self.in_box + certain - in_box
        self.found["lost"] += max(0, lost)
        self.found["lost while stopping"] += max(0, self.in_box + said - in_box) - max(0, lost)
        more = in_box - (self.in_box + said)
        self.found["in the box though not acknowledged"] += more > 0
        self.found["most unacknowledged"] = max(more, self.found["most unacknowledged"])
        self.in_box = in_box
        if session.open_round is None:
            self._check_tally(session)

    def fold(self) -> None:
        """To the end, with nobody killed. A fold that was killed before must have changed nothing of what is counted."""
        try:
            with opened(self.path, self.places) as record:
                record.fold()
                session = record.read()
        except Exception:
            traceback.print_exc()
            self.found["would not fold"] += 1
            return
        self.found["key left"] += bool(keys(self.places))
        self._check_tally(session)

    def _check_tally(self, session: Session) -> None:
        """Ballots were cast in the order of their numbers, so what the box held is known to the last answer."""
        self.over = True
        cast = [ballot(numbered(n)) for n in range(self.in_box)]
        texts = Counter(c.text for c in session.comments)
        wanted = Counter(r.text for b in cast for r in b.remarks)
        self.found["lost"] += (wanted - texts).total()
        self.found["doubled"] += (texts - wanted).total()
        for card, tally in session.tallies.items():
            counted = Counter(b.answers[card] for b in cast)
            right = dict.fromkeys(tally.counts, 0) | {c: n for c, n in counted.items() if c in tally.counts}
            self.found["wrong tallies"] += tally.counts != right or tally.ballots != self.in_box
        self.found["folds"] += 1


def kinds_of_kills(chance: random.Random) -> list[str]:
    early = ["cast"] * (KILLS_OF_A_RECORD - 6) + ["open"] * 3
    chance.shuffle(early)
    return [*early, "fold", "fold", "fold"]


def run(kills: int, seed: int, folder: Path, kind_of_trial: type[Trial] = Trial) -> Counter[str]:
    found: Counter[str] = Counter(dict.fromkeys(NEVER, 0))
    chance = random.Random(seed)
    gc.freeze()  # what is imported stays as it is in every child
    for number in count():
        trial = kind_of_trial(folder / str(number), chance, found)
        for kind in kinds_of_kills(chance):
            if found["kills"] < kills and not trial.over:
                trial.once(kind)
        if not trial.over:
            trial.fold()
        if found["kills"] >= kills:
            return found


NEVER = (
    "lost",
    "doubled",
    "unopenable",
    "would not fold",
    "torn turns",
    "temps left",
    "key gone early",
    "key left",
    "fold undone",
    "wrong tallies",
    "ended by themselves",
)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(place))))
