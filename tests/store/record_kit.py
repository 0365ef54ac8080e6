"""A small session on disk, and disks that fail on purpose. Faults go in through `Disk`; `os` is never mocked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card, Option
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import unpack

SCALE = Card(id="S", kind="scale", rule="Phones stay with you.")
CHOICE = Card(id="C", kind="choice", rule="When is it quiet?", options=choice_options(["9 pm", "10 pm", "Something else"]))
PAIR = Card(id="P+Q", kind="pair", rule=QUESTION, options=pair_options(Option("P", "You keep it"), Option("Q", "We keep it")))
CARDS = (SCALE, CHOICE, PAIR)
SETUP = Setup(title="Tech rules", day="2026-11-24", expected=8)
LINES = Thresholds()


def ballot(n: int = 0) -> Ballot:
    """A ballot whose answers to all cards follow from `n`; every second one carries a comment."""
    answers = {
        "S": ("works", "could", "doesnt")[n % 3],
        "C": ("A", "B", "C", "skipped")[n % 4],
        "P+Q": ("P", "Q", "both", "neither")[n % 4],
    }
    return Ballot(answers, (Remark("S", "could", f"a comment {n}", n % 4 == 0, ("p1",)),) if n % 2 == 0 else ())


def create(path: Path, places: Places, disk: Disk | None = None) -> Record:
    return Record.create(path, SETUP, LINES, CARDS, places, disk=disk)


@contextmanager
def opened(path: Path, places: Places, disk: Disk | None = None) -> Iterator[Record]:
    record = Record.open(path, places, disk)
    try:
        yield record
    finally:
        record.close()


def cast(record: Record, *numbers: int) -> None:
    """One turn for each number."""
    for n in numbers:
        record.cast(record.seal([ballot(n)]))


def keys(places: Places) -> list[Path]:
    return sorted(places.state.glob("*.key"))


def round_key(path: Path, places: Places, number: int = 1) -> Path:
    """Where the key of a round lies, or lay."""
    tables = unpack(path.read_bytes(), path)
    return places.key(tables["meta"]["1"]["session"], tables["rounds"][str(number)]["key"])


def temps(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.tmp"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for lock files, which are empty."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.suffix != ".lock"}


class LooseDisk(Disk):
    """Writes in place and flushes nothing: for tests that make hundreds of records and pull no plug."""

    def replace(self, path: Path, data: bytes, last_look: Callable[[], None] = lambda: None) -> None:
        last_look()
        with open(path, "r+b" if path.exists() else "xb") as file:
            file.write(data)
            file.truncate()

    def _flush_folder(self, folder: Path) -> None:
        pass


class RecordingDisk(Disk):
    """Keeps every write: (path, bytes), temp files too."""

    def __init__(self) -> None:
        self.writes: list[tuple[Path, bytes]] = []
        self.steps: list[str] = []

    def write_new(self, path: Path, data: bytes) -> None:
        self.writes.append((path, bytes(data)))
        self.steps.append(f"write {path.name}")
        super().write_new(path, data)

    def _rename(self, temp: Path, path: Path) -> None:
        self.steps.append(f"rename {path.name}")
        super()._rename(temp, path)

    def _flush_folder(self, folder: Path) -> None:
        self.steps.append(f"flush {folder.name}")
        super()._flush_folder(folder)

    def unlink(self, path: Path) -> None:
        self.steps.append(f"unlink {path.name}")
        super().unlink(path)


class PowerCut(BaseException):
    """The program ends here; nothing after it runs."""


class CrashingDisk(Disk):
    """Ends the program at its n-th operation, before or after doing it, and refuses everything from then on.

    Names that were changed since the last flush of their folder may be lost in the cut: `lose_names` takes them back.
    """

    def __init__(self, at: int | None, *, after: bool = False, torn: bool = False) -> None:
        self.count = 0
        self._at, self._after, self._torn = at, after, torn
        self._dead = False
        self._unflushed: list[tuple[Path, bytes | None]] = []

    def lose_names(self) -> None:
        for path, before in reversed(self._unflushed):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)

    def _do(self, work: Callable[[], object], torn: Callable[[], object] | None = None) -> object:
        if self._dead:
            raise PowerCut
        self.count += 1
        self._dead = self.count == self._at
        if self._dead and torn and self._torn and not self._after:
            torn()
        if self._dead and not self._after:
            raise PowerCut
        result = work()
        if self._dead:
            raise PowerCut
        return result

    def _remember(self, path: Path) -> None:
        self._unflushed.append((path, path.read_bytes() if path.exists() else None))

    def read(self, path: Path, what: str = "record") -> bytes:
        return bytes(self._do(lambda: Disk.read(self, path)))  # type: ignore[call-overload, no-any-return]

    def write_new(self, path: Path, data: bytes) -> None:
        self._do(lambda: Disk.write_new(self, path, data), lambda: Disk.write_new(self, path, data[: len(data) // 2]))

    def _rename(self, temp: Path, path: Path) -> None:
        def work() -> None:
            self._remember(path)
            Disk._rename(self, temp, path)

        self._do(work)

    def _flush_folder(self, folder: Path) -> None:
        def work() -> None:
            Disk._flush_folder(self, folder)
            self._unflushed = [(p, before) for p, before in self._unflushed if p.parent != folder]

        if self._dead:
            raise PowerCut
        self._do(work)

    def unlink(self, path: Path) -> None:
        if self._dead:
            raise PowerCut
        self._remember(path)
        self._do(lambda: Disk.unlink(self, path))

    def make_folder(self, folder: Path) -> None:
        self._do(lambda: Disk.make_folder(self, folder))


class FaultyDisk(Disk):
    """Refuses its n-th operation with an error of the system, once or for ever, until it is healed."""

    def __init__(self, at: int | None, error: int, *, for_ever: bool = False, only: str = "") -> None:
        self.count = 0
        self.failed: list[str] = []
        self._at, self._error, self._for_ever, self._only = at, error, for_ever, only

    def heal(self) -> None:
        self._at = None

    def fail_from_now(self) -> None:
        """Fail at the next operation of the kind."""
        self._at = self.count + 1

    def _step(self, name: str) -> None:
        if self._only and name != self._only:
            return
        self.count += 1
        if self._at is not None and (self.count == self._at or (self._for_ever and self.count > self._at)):
            self.failed.append(name)
            raise OSError(self._error, "refused on purpose")

    def write_new(self, path: Path, data: bytes) -> None:
        self._step("write")
        super().write_new(path, data)

    def _rename(self, temp: Path, path: Path) -> None:
        self._step("rename")
        super()._rename(temp, path)

    def _flush_folder(self, folder: Path) -> None:
        self._step("flush")
        super()._flush_folder(folder)
