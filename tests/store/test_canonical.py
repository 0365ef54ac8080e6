"""One text for one state: what a record writes step by step is what packing its whole state anew would write."""

import errno
from pathlib import Path

import pytest
from record_kit import FaultyDisk, ballot, cast, create, opened

from codesign.core.errors import NotSaved
from codesign.core.session import Review
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack


def is_canonical(path: Path) -> bool:
    data = path.read_bytes()
    return data.isascii() and data == pack(unpack(data, path))


def test_every_commit_writes_the_whole_state_and_only_that(places: Places) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    assert is_canonical(path)
    turns = [record.seal([ballot(n)]) for n in range(6)]
    for turn in turns:
        record.cast(turn)
        assert is_canonical(path)
    before = path.read_bytes()
    record.cast(turns[2])
    assert path.read_bytes() == before
    record.fold()
    assert is_canonical(path)
    assert b"sealed" not in path.read_bytes()
    for n, comment in enumerate(record.read().comments):
        record.review(comment.id, Review("theme", f"theme {n}"))
        assert is_canonical(path)
        assert f"theme {n}".encode() in path.read_bytes()
    record.open_round(["S"])
    cast(record, 0, 1, 2)
    record.drop_round()
    record.close()
    assert is_canonical(path)
    assert b"sealed" not in path.read_bytes()


@pytest.mark.parametrize("only", ["write", "rename", "flush"])
def test_after_a_failed_commit_the_next_one_writes_the_whole_state(places: Places, only: str) -> None:
    path = places.records / "notes.json"
    disk = FaultyDisk(None, errno.EIO, only=only)
    record = create(path, places, disk)
    cast(record, 0)
    lost, other = record.seal([ballot(2)]), record.seal([ballot(3)])
    disk.fail_from_now()
    with pytest.raises(NotSaved):
        record.cast(lost)
    disk.heal()
    assert is_canonical(path)
    on_disk = only == "flush"  # the name had changed when the folder would not flush
    for sealed, count in ((other, 2 + on_disk), (lost, 3), (lost, 3)):
        record.cast(sealed)
        assert is_canonical(path)
        assert record.read().in_box == count
    record.close()
    with opened(path, places) as again:
        assert again.read().in_box == 3
