"""The disk is full, for real: told in a sentence, nothing acknowledged is lost, the same ballot is cast when there is room."""

import contextlib
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from mounts import NoMount, mounted
from record_kit import ballot, create, keys, opened, temps, tree
from tinydb import TinyDB, where

import codesign
from codesign.core.errors import NotSaved
from codesign.store.box import Sealed
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import peek

SIZES = range(112, 208, 4)  # 24 disks, in KiB: each is full at another ballot, and at another page of a commit
LIMITS = range(0, 24 * 1601, 1601)  # 24 limits, in bytes more than the record has: from no ballot more to a few


class Room:
    """On a disk, with ways to take it and give it back."""

    full = "the disk is full. Free some room"

    def __init__(self, folder: Path) -> None:
        self._filler = folder / "holiday-pictures"

    def take_some(self, path: Path) -> None:
        """So that some more ballots fit, but not many."""
        self._filler.write_bytes(b"x" * 2**16)

    def take_all(self) -> None:
        with contextlib.suppress(OSError), self._filler.open("wb", buffering=0) as file:
            while file.write(b"x" * 2**10):
                pass

    def give_back(self) -> None:
        self._filler.unlink()


def check_refused(record: Record, refused: NotSaved, room: Room) -> None:
    assert str(refused) == f"Not saved in {record.path.parent}: {room.full}, then try again. What was saved before is safe."
    assert record.read() == peek(record.path)
    assert temps(record.path.parents[1]) == []


def check_in_box(record: Record, ballots: int) -> None:
    assert record.read().in_box == ballots
    with TinyDB(record.path) as db:
        assert db.table("box").count(where("kind") == "b") == ballots


def check_closed(path: Path, places: Places, ballots: int) -> None:
    """Every ballot once: the n-th is known by its answers, every second one by its comment too."""
    with opened(path, places) as record:
        session = record.read()
    assert session.open_round is None
    cast = [ballot(n) for n in range(ballots)]
    for card, tally in session.tallies.items():
        counted = {code: sum(b.answers[card] == code for b in cast) for code in tally.counts}
        assert (tally.counts, tally.ballots) == (counted, ballots)
    assert sorted(c.text for c in session.comments) == sorted(r.text for b in cast for r in b.remarks)
    assert keys(places) == []
    assert temps(places.data) == []


def fill(record: Record, room: Room) -> tuple[Sealed, int]:
    """Cast until the disk is full: the ballot that was refused, and how many were acknowledged before it."""
    room.take_some(record.path)
    for n in count():
        sealed = record.seal([ballot(n)])
        try:
            record.cast(sealed)
        except NotSaved as refused:
            check_refused(record, refused, room)
            return sealed, n
        assert n < 1000, "this disk is never full"
    raise AssertionError


def live_through_full_disks(folder: Path, room: Room) -> int:
    """A session whose disk is full when the record is made, in the middle of the voting, and when the round is closed."""
    places = Places.under(folder / "data")
    path = places.records / "notes.json"
    room.take_all()
    with pytest.raises(NotSaved, match=room.full):
        create(path, places)
    assert not places.data.exists() or tree(places.data) == {}
    room.give_back()
    record = create(path, places)
    sealed, acknowledged = fill(record, room)
    with pytest.raises(NotSaved) as refused:
        record.cast(sealed)
    check_refused(record, refused.value, room)
    check_in_box(record, acknowledged)
    room.give_back()
    for _ in range(2):
        record.cast(sealed)
        check_in_box(record, acknowledged + 1)
    in_box = max(acknowledged + 1, 3)
    for n in range(acknowledged + 1, in_box):
        record.cast(record.seal([ballot(n)]))
    record.close()
    fold_on_a_full_disk(path, places, in_box, room)
    return acknowledged


def fold_on_a_full_disk(path: Path, places: Places, in_box: int, room: Room) -> None:
    with opened(path, places) as record:
        room.take_all()
        before = tree(places.data)
        assert len(keys(places)) == 1
        for _ in range(2):
            with pytest.raises(NotSaved) as refused:
                record.fold()
            check_refused(record, refused.value, room)
            check_in_box(record, in_box)
            assert tree(places.data) == before  # so the key is there, too
    with contextlib.suppress(NotSaved), opened(path, places) as record:  # it may be refused, where no ballot could be cast
        check_in_box(record, in_box)
    assert tree(places.data) == before
    room.give_back()
    with opened(path, places) as record:
        record.fold()
    check_closed(path, places, in_box)


# A small disk of its own


@pytest.mark.parametrize("size", SIZES)
def test_on_a_full_disk_nothing_acknowledged_is_lost_and_the_refused_ballot_is_cast_later(tmp_path: Path, size: int) -> None:
    try:
        with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", f"size={size}k", "none") as disk:
            acknowledged = live_through_full_disks(disk, Room(disk))
    except NoMount as why:
        pytest.skip(f"no small disk for this test: {why}")
    assert acknowledged > 0


# Files that may not grow: wherever there is such a limit, and without being root


class Limited(Room):
    """Every file of this process may have so many bytes. A write goes as far as it may; the next one fails."""

    full = "File too large. Check the disk"

    def __init__(self, more: int) -> None:
        self._more = more

    def _limit(self, size: int) -> None:
        import resource

        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size < 0 else size, hard))

    def take_some(self, path: Path) -> None:
        self._limit(path.stat().st_size + self._more)

    def take_all(self) -> None:
        self._limit(self._more // 160)  # the smallest tear the key, the others the record

    def give_back(self) -> None:
        self._limit(-1)


def run_limited(folder: Path) -> None:
    acknowledged = []
    for more in LIMITS:
        place = folder / str(more)
        place.mkdir()
        acknowledged.append(live_through_full_disks(place, Limited(more)))
    assert acknowledged[0] == 0
    assert acknowledged[-1] > 2
    assert acknowledged == sorted(acknowledged)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files on Windows")
def test_where_files_may_not_grow_nothing_acknowledged_is_lost_and_the_refused_ballot_is_cast_later(tmp_path: Path) -> None:
    """In a process of its own: the limit is for everything that a process writes."""
    paths = [str(Path(codesign.__file__).parents[1]), str(Path(__file__).parent)]
    code = "import sys; from pathlib import Path; from test_full_disk import run_limited; run_limited(Path(sys.argv[1]))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-B", "-c", code, str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
