"""Power cuts, as far as a file system can play them: `python power_cuts.py N SEED` prints what came of N cuts as JSON.

An ext4 in a file is shut down as if the power had gone: nothing that is not on it gets there any more, the journal is not
flushed. Then it is mounted again, which replays the journal. A flush that is under way at that moment may be told as done: so
what is said while the cut is made is counted apart, and a bare append with a flush after it is cut in the same way beside it.
"""

import contextlib
import fcntl
import json
import os
import random
import struct
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import kills
from kills import CAST, Child, Tell, Trial
from mounts import make_ext4, mount, unmount

from codesign.store.places import Places

_SHUTDOWN, _NO_LOG_FLUSH = 0x8004587D, 2
_SIZE = 64 * 2**20
# By default ext4 writes out a file that is renamed over another before the rename lasts, which would hide a missing flush.
_OPTIONS = ("-o", "loop,noauto_da_alloc")


class Machine:
    """A disk whose power can be cut."""

    def __init__(self, folder: Path) -> None:
        self.disk = folder / "disk"
        self._image = folder / "image"

    @contextmanager
    def on(self) -> Iterator[Path]:
        make_ext4(self._image, _SIZE)
        self._mount()
        try:
            yield self.disk
        finally:
            unmount(self.disk)

    def _mount(self) -> None:
        mount(self.disk, *_OPTIONS, str(self._image))

    def cut(self, child: Child) -> bytes:
        """Cut the power under a program, and start again. What the program said for certain before the cut began."""
        fd = os.open(self.disk, os.O_RDONLY)
        try:
            child.listen()
            certain = child.said
            fcntl.ioctl(fd, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(fd)
            child.kill()
        unmount(self.disk)
        self._mount()
        return certain


class CutTrial(Trial):
    """As for a kill, but for the way it is stopped."""

    machine: Machine

    def stop(self, child: Child) -> bytes:
        return self.machine.cut(child)


def appending(path: Path, _: Places, first: int, tell: Tell) -> None:
    """The least that a program can do: one letter more. Flushed unless `first` is 0."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with contextlib.suppress(OSError):  # the cut
        while True:
            os.write(fd, b"x")
            if first:
                os.fsync(fd)
            tell(CAST)


def bare_cuts(machine: Machine, cuts: int, chance: random.Random, flushed: bool) -> dict[str, int]:
    """Lost letters of a bare append: none may be with a flush, and without one some must be, or a cut is no cut."""
    path, found = machine.disk / "letters", Counter({"lost": 0, "lost while stopping": 0})
    for _ in range(cuts):
        path.write_bytes(b"")
        os.sync()
        child = Child(appending, path, Places.under(machine.disk), int(flushed))
        child.listen(CAST, chance.randrange(1, 20))
        certain = machine.cut(child).count(CAST)
        there = path.stat().st_size if path.exists() else 0
        lost = max(0, certain - there)
        found["lost"] += lost
        found["lost while stopping"] += max(0, child.said.count(CAST) - there) - lost
    return dict(found)


def run(cuts: int, seed: int, folder: Path) -> dict[str, dict[str, int]]:
    chance, machine = random.Random(seed), Machine(folder)
    CutTrial.machine = machine
    with machine.on() as disk:
        found = kills.run(cuts, seed, disk, CutTrial)
        bare = bare_cuts(machine, cuts, chance, True)
        return {"record": dict(found), "flushed": bare, "not flushed": bare_cuts(machine, 10, chance, False)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(place))))
