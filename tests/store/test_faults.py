"""The disk refuses: every write is told as not saved, in a sentence; memory is what the disk holds; a retry counts once."""

import contextlib
import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from record_kit import FaultyDisk, ballot, cast, create, keys, opened, temps

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.session import Review
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import pack, unpack
from codesign.store.shelf import peek

ERRORS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT]
ERROR_IDS = [errno.errorcode[e] for e in ERRORS]


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def agrees_with_disk(record: Record) -> bool:
    return pack(record._tables.now) == record.path.read_bytes()


def try_until_saved(record: Record, disk: FaultyDisk, step: Callable[[], None]) -> None:
    """The step, again after each refusal, as a front end would."""
    for attempt in range(4):
        try:
            step()
            return
        except NotSaved as error:
            assert str(error).endswith("then try again. What was saved before is safe.")  # noqa: PT017 - it may not come
            assert agrees_with_disk(record)
            assert temps(record.path.parent) == []
            if attempt == 2:
                disk.heal()
    raise AssertionError("never saved")


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("error", ERRORS, ids=ERROR_IDS)
def test_a_refused_cast_or_decision_is_saved_by_a_retry_and_counts_once(tmp_path: Path, error: int, for_ever: bool) -> None:
    for at in range(1, 40):
        places = Places.under(tmp_path / str(at))
        disk = FaultyDisk(None, error, for_ever=for_ever)
        record = create(places.records / "notes.json", places, disk)
        disk._at = disk.count + at
        for n in range(3):
            try_until_saved(record, disk, partial(record.cast, record.seal([ballot(n)])))
            assert record.read().in_box == n + 1
        failed_before_the_fold = bool(disk.failed)
        disk.heal()
        record.fold()
        disk._at = disk.count + at if not failed_before_the_fold else None
        comment = record.read().comments[0].id
        try_until_saved(record, disk, partial(record.review, comment, Review("theme", "x")))
        assert record.read().tallies["S"].answered == 3
        record.close()
        if not disk.failed:
            break
    else:
        raise AssertionError("there was always one more operation")
    assert at > 8


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("error", ERRORS, ids=ERROR_IDS)
def test_a_refused_fold_keeps_the_key_or_is_finished_by_the_next_open(tmp_path: Path, error: int, for_ever: bool) -> None:
    for at in range(1, 20):
        places = Places.under(tmp_path / str(at))
        path = places.records / "notes.json"
        disk = FaultyDisk(None, error, for_ever=for_ever)
        record = create(path, places, disk)
        cast(record, 0, 1, 2)
        disk._at = disk.count + at
        refused = False
        try:
            record.fold()
        except NotSaved:
            refused = True
            assert agrees_with_disk(record)
            assert temps(places.data) == []
            assert record.read().open_round is None or len(keys(places)) == 1
        record.close()
        with opened(path, places) as again:
            if again.read().open_round:
                assert refused
                again.fold()
            assert again.read().tallies["S"].ballots == 3
            assert keys(places) == []
        if not disk.failed:
            break
    assert at > 3


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("error", ERRORS, ids=ERROR_IDS)
def test_a_record_that_could_not_be_created_leaves_no_key_of_an_open_round(tmp_path: Path, error: int, for_ever: bool) -> None:
    for at in range(1, 20):
        places = Places.under(tmp_path / str(at))
        path = places.records / "notes.json"
        disk = FaultyDisk(at, error, for_ever=for_ever)
        try:
            create(path, places, disk).close()
        except NotSaved as refused:
            assert "try again" in str(refused)  # noqa: PT017 - it may not come
            assert temps(places.data) == []
        else:
            assert len(keys(places)) == 1
        if not disk.failed:
            break
    assert at > 5


def test_creating_again_works_when_the_folder_flush_failed_after_the_rename(path: Path, places: Places) -> None:
    disk = FaultyDisk(None, errno.EIO, only="flush")
    flushes = FaultyDisk(None, errno.EIO, only="flush")
    other = Places.under(places.data / "other")
    other.data.mkdir()
    create(other.records / "notes.json", other, flushes).close()
    disk._at = flushes.count
    with pytest.raises(NotSaved):
        create(path, places, disk)
    assert disk.failed == ["flush"]
    record = create(path, places, disk)
    cast(record, 0, 1, 2)
    record.fold()
    record.close()


def test_lesson_1_folder_flush_failing_after_the_rename_then_a_retry(path: Path, places: Places) -> None:
    """The prototype rolled its memory back, while the disk had the new state, and refused all later writes."""
    disk = FaultyDisk(None, errno.EIO, only="flush")
    record = create(path, places, disk)
    sealed = record.seal([ballot(0)])
    flushes = disk.count
    cast(record, 1)
    per_cast = disk.count - flushes
    disk._at = disk.count + per_cast
    with pytest.raises(NotSaved):
        record.cast(sealed)
    assert disk.failed == ["flush"]
    assert record.read().in_box == 2
    assert agrees_with_disk(record)
    record.cast(sealed)
    assert record.read().in_box == 2
    cast(record, 2)
    record.fold()
    record.close()
    assert peek(path).tallies["S"].ballots == 3


def test_a_retry_is_not_told_as_saved_while_the_folder_cannot_be_flushed(path: Path, places: Places) -> None:
    """The rows are in the file, but a power cut may still take them away."""
    disk = FaultyDisk(None, errno.EIO, for_ever=True, only="flush")
    record = create(path, places, disk)
    sealed = record.seal([ballot(0)])
    disk.fail_from_now()
    for _ in range(3):
        with pytest.raises(NotSaved):
            record.cast(sealed)
        assert record.read().in_box == 1
    disk.heal()
    record.cast(sealed)
    record.close()
    assert peek(path).in_box == 1


def test_lesson_2_a_retry_keeps_its_ids(path: Path, places: Places) -> None:
    """The prototype drew fresh ids for the retry and counted the ballot twice."""
    disk = FaultyDisk(None, errno.ENOSPC, only="write")
    record = create(path, places, disk)
    sealed = record.seal([ballot(0)])
    disk.fail_from_now()
    with pytest.raises(NotSaved):
        record.cast(sealed)
    record.cast(sealed)
    record.cast(sealed)
    record.close()
    assert set(unpack(path.read_bytes(), path)["box"]) == {str(i) for i in sealed.rows}


def test_lesson_3_the_folder_is_flushed_before_what_is_read_is_believed(path: Path, places: Places) -> None:
    create(path, places).close()
    disk = FaultyDisk(None, errno.EIO, only="flush")
    Record.open(path, places, disk).close()
    assert disk.count > 0


def test_lesson_3_a_spent_key_stays_until_the_closed_round_is_known_to_last(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    (key,) = keys(places)
    private = key.read_bytes()
    record.fold()
    record.close()
    key.write_bytes(private)

    class UnflushedRecords(Disk):
        def _flush_folder(self, folder: Path) -> None:
            if folder == places.records:
                raise OSError(errno.EIO, "refused on purpose")
            super()._flush_folder(folder)

    with contextlib.suppress(NotSaved):
        Record.open(path, places, UnflushedRecords()).close()
    assert key.exists()


def test_lesson_4_temp_names_are_never_shared(path: Path, places: Places) -> None:
    temps_used: list[str] = []

    class Watching(Disk):
        def write_new(self, path: Path, data: bytes) -> None:
            temps_used.append(path.name)
            super().write_new(path, data)

    record = create(path, places, Watching())
    cast(record, *range(10))
    record.close()
    assert len(set(temps_used)) == len(temps_used) == 12
    with pytest.raises(FileExistsError):
        Disk().write_new(path, b"")


@pytest.mark.parametrize("from_the_end", [0, 1], ids=["key-folder", "record-folder"])
def test_a_fold_tried_again_after_a_failed_flush_leaves_no_key(tmp_path: Path, from_the_end: int) -> None:
    def folded(name: str, at: int | None) -> tuple[int, list[Path]]:
        places = Places.under(tmp_path / name)
        disk = FaultyDisk(None, errno.EIO, only="flush")
        record = create(places.records / "notes.json", places, disk)
        cast(record, 0, 1, 2)
        before = disk.count
        disk._at = at and before + at
        if at:
            with pytest.raises(NotSaved):
                record.fold()
        with contextlib.suppress(CodesignError):  # it may say that the round is closed, which it is
            record.fold()
        assert record.read().open_round is None
        record.close()
        return disk.count - before, keys(places)

    flushes, _ = folded("clean", None)
    _, left = folded("refused", flushes - from_the_end)
    assert left == []


@pytest.mark.parametrize("end", [Record.fold, Record.drop_round], ids=["fold", "drop"])
def test_a_round_whose_key_could_not_be_removed_is_ended_by_a_retry(
    path: Path, places: Places, end: Callable[[Record], None]
) -> None:
    class Stuck(Disk):
        stuck = True

        def unlink(self, path: Path) -> None:
            if self.stuck:
                raise NotSaved("stuck")
            super().unlink(path)

    disk = Stuck()
    record = create(path, places, disk)
    cast(record, 0, 1, 2)
    with pytest.raises(NotSaved):
        end(record)
    after = record.read()
    assert after.open_round is None
    assert len(keys(places)) == 1
    disk.stuck = False
    end(record)
    assert keys(places) == []
    assert record.read() == after
    with pytest.raises(CodesignError, match="No round is open"):
        end(record)
    record.close()
