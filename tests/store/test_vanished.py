"""What was there is gone or changed in the middle of a session: the stick, the record, its lock, its key."""

import errno
from pathlib import Path

import pytest
from record_kit import FaultyDisk, ballot, cast, create, keys, opened

from codesign.core.errors import Busy, CodesignError, NoKey, NotSaved
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import pack
from codesign.store.shelf import peek


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def agrees_with_disk(record: Record) -> bool:
    return pack(record._tables.now) == record.path.read_bytes()


def test_lesson_5_what_another_program_wrote_is_never_written_over(path: Path, places: Places) -> None:
    record = create(path, places)
    empty = path.read_bytes()
    cast(record, 0)
    path.write_bytes(empty)
    with pytest.raises(NotSaved, match="another program"):
        cast(record, 1)
    record.close()
    assert path.read_bytes() == empty


def test_after_another_program_wrote_every_cast_is_refused_until_the_record_is_opened_again(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0)
    one = path.read_bytes()
    cast(record, 1)
    path.write_bytes(one)
    with pytest.raises(NotSaved, match="go on with that one"):
        cast(record, 2)
    try:
        with pytest.raises(NotSaved):
            cast(record, 3)
    finally:
        record.close()


def test_a_stick_that_was_pulled_out_is_told_as_not_saved(path: Path, places: Places) -> None:
    record = create(path, places)
    sealed = record.seal([ballot(0)])
    away = places.data / "away"
    places.records.rename(away)
    try:
        with pytest.raises(NotSaved, match="put the stick back in"):
            record.cast(sealed)
    finally:
        record.close()


def test_a_stick_that_is_put_back_takes_the_same_ballot(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 1)
    sealed = record.seal([ballot(0)])
    away = places.data / "away"
    places.records.rename(away)
    with pytest.raises(CodesignError):
        record.cast(sealed)
    away.rename(places.records)
    assert record.read().in_box == 1
    record.cast(sealed)
    record.close()
    assert peek(path).in_box == 2


def test_a_stick_that_was_pulled_out_just_after_the_rename_takes_the_same_ballot_once(path: Path, places: Places) -> None:
    away = places.data / "away"

    class Pulled(Disk):
        pull = False

        def _flush_folder(self, folder: Path) -> None:
            if self.pull:
                folder.rename(away)
            super()._flush_folder(folder)

    disk = Pulled()
    record = create(path, places, disk)
    sealed = record.seal([ballot(0)])
    disk.pull = True
    with pytest.raises(NotSaved, match="put the stick back in"):
        record.cast(sealed)
    disk.pull = False
    away.rename(places.records)
    record.cast(sealed)
    assert record.read().in_box == 1
    assert agrees_with_disk(record)
    record.close()


def test_a_record_that_was_deleted_under_an_open_session_is_written_again_whole(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0)
    path.unlink()
    cast(record, 1)
    record.close()
    assert peek(path).in_box == 2


def test_nothing_is_saved_where_the_stick_was(path: Path, places: Places) -> None:
    """A mount point stays when its stick is gone: what is written there is hidden when the stick comes back."""

    class Unmounted(Disk):
        gone = False

        def device(self, folder: Path) -> int | None:
            return -1 if self.gone else super().device(folder)

    disk = Unmounted()
    record = create(path, places, disk)
    sealed = record.seal([ballot(0)])
    on_the_stick = path.read_bytes()
    path.unlink()
    lock = Path(f"{path}.lock")
    lock.unlink()
    disk.gone = True
    with pytest.raises(NotSaved, match="put the stick back in"):
        record.cast(sealed)
    assert not path.exists()
    assert not lock.exists()
    path.write_bytes(on_the_stick)
    record.cast(sealed)
    assert peek(path).in_box == 1
    record.close()


def test_a_lock_file_that_was_deleted_is_taken_anew_and_never_by_two(path: Path, places: Places) -> None:
    """Somebody reads "open in another window" and deletes the lock beside the record."""
    record = create(path, places)
    lock = Path(f"{path}.lock")
    lock.unlink()
    cast(record, 0)
    with pytest.raises(Busy):
        Record.open(path, places)
    lock.unlink()
    with opened(path, places) as second:
        with pytest.raises(Busy):
            cast(record, 1)
        cast(second, 2)
    with pytest.raises(NotSaved, match="another program"):
        cast(record, 3)
    record.close()
    assert peek(path).in_box == 2


def test_a_ballot_that_nobody_could_open_is_not_told_as_saved(path: Path, places: Places) -> None:
    """The state folder was deleted in the middle of a session."""
    record = create(path, places)
    cast(record, 0)
    private = keys(places)[0].read_bytes()
    key = keys(places)[0]
    key.unlink()
    with pytest.raises(NoKey):
        cast(record, 1)
    assert not record.has_key
    key.write_bytes(private)
    cast(record, 1)
    assert record.read().in_box == 2
    record.close()


def test_a_vote_is_not_resumed_where_nothing_can_be_saved(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.close()
    for only in ("write", "rename"):
        with pytest.raises(NotSaved):
            Record.open(path, places, FaultyDisk(1, errno.ENOSPC, only=only))
    with opened(path, places) as again:
        again.fold()
    with opened(path, places, FaultyDisk(1, errno.EROFS, only="write")) as closed:
        assert closed.read().tallies


def test_a_cast_tried_again_after_another_program_wrote_is_not_told_as_saved(path: Path, places: Places) -> None:
    record = create(path, places)
    empty = path.read_bytes()
    sealed = record.seal([ballot(0)])
    record.cast(sealed)
    path.write_bytes(empty)
    for _ in range(2):
        with pytest.raises(NotSaved, match="go on with that one"):
            record.cast(sealed)
    record.close()
    with opened(path, places) as again:
        again.cast(sealed)
        assert again.read().in_box == 1
