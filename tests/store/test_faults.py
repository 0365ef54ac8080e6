"""The disk refuses: every write is told as not saved, in a sentence; memory is what the disk holds; a retry counts once."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from record_kit import CrashingDisk, FaultyDisk, PowerCut, ballot, cast, create, keys, opened, temps

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.session import Decision
from codesign.store import disk as disk_module
from codesign.store.disk import Disk, why_not_saved
from codesign.store.packed import pack, unpack
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import peek

ERRORS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT]
ERROR_IDS = [errno.errorcode[e] for e in ERRORS]


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def agrees_with_disk(record: Record) -> bool:
    return pack(record._storage.read() or {}) == record.path.read_bytes()


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
            assert record.session().in_box == n + 1
        failed_before_the_fold = bool(disk.failed)
        disk.heal()
        record.fold()
        disk._at = disk.count + at if not failed_before_the_fold else None
        comment = record.session().comments[0].id
        try_until_saved(record, disk, partial(record.decide, comment, Decision("theme", "x")))
        assert record.session().tallies["S"].answered == 3
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
            assert record.session().open_round is None or len(keys(places)) == 1
        record.close()
        with opened(path, places) as again:
            if again.session().open_round:
                assert refused
                again.fold()
            assert again.session().tallies["S"].ballots == 3
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
    assert record.session().in_box == 2
    assert agrees_with_disk(record)
    record.cast(sealed)
    assert record.session().in_box == 2
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
        assert record.session().in_box == 1
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
    with pytest.raises(NotSaved, match="open the record again"):
        cast(record, 2)
    try:
        with pytest.raises(NotSaved):
            cast(record, 3)
    finally:
        record.close()


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
        assert record.session().open_round is None
        record.close()
        return disk.count - before, keys(places)

    flushes, _ = folded("clean", None)
    _, left = folded("refused", flushes - from_the_end)
    assert left == []


def test_a_stick_that_was_pulled_out_is_told_as_not_saved(path: Path, places: Places) -> None:
    record = create(path, places)
    sealed = record.seal([ballot(0)])
    away = places.data / "away"
    places.records.rename(away)
    try:
        with pytest.raises(NotSaved, match="Put the stick back in"):
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
    assert record.session().in_box == 1
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
    with pytest.raises(NotSaved, match="Put the stick back in"):
        record.cast(sealed)
    disk.pull = False
    away.rename(places.records)
    record.cast(sealed)
    assert record.session().in_box == 1
    assert agrees_with_disk(record)
    record.close()


def test_a_new_folder_lasts(path: Path, places: Places) -> None:
    flushed: list[Path] = []

    class Watching(Disk):
        def _flush_folder(self, folder: Path) -> None:
            flushed.append(folder)
            super()._flush_folder(folder)

    create(path, places, Watching()).close()
    assert {places.state.parent, places.records.parent} <= set(flushed)


def test_a_cast_tried_again_after_another_program_wrote_is_not_told_as_saved(path: Path, places: Places) -> None:
    record = create(path, places)
    empty = path.read_bytes()
    sealed = record.seal([ballot(0)])
    record.cast(sealed)
    path.write_bytes(empty)
    for _ in range(2):
        with pytest.raises(NotSaved, match="open the record again"):
            record.cast(sealed)
    record.close()
    with opened(path, places) as again:
        again.cast(sealed)
        assert again.session().in_box == 1


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
    after = record.session()
    assert after.open_round is None
    assert len(keys(places)) == 1
    disk.stuck = False
    end(record)
    assert keys(places) == []
    assert record.session() == after
    with pytest.raises(CodesignError, match="No round is open"):
        end(record)
    record.close()


def test_a_folder_that_could_not_be_made_to_last_is_made_again_by_a_retry(tmp_path: Path) -> None:
    for at in (1, 2):
        folder = tmp_path / str(at) / "records"
        disk = FaultyDisk(at, errno.EIO, only="flush")
        with pytest.raises(NotSaved):
            disk.make_folder(folder)
        assert not folder.exists()
        before = disk.count
        disk.make_folder(folder)
        assert folder.is_dir()
        assert disk.count - before == (2 if at == 1 else 1)
        disk.make_folder(folder)


# One file at a time


@pytest.mark.parametrize("only", ["write", "rename", "flush"])
@pytest.mark.parametrize("error", ERRORS, ids=ERROR_IDS)
def test_a_refused_replace_keeps_the_old_file_or_has_the_new_one(tmp_path: Path, only: str, error: int) -> None:
    path = tmp_path / "file"
    Disk().replace(path, b"old")
    disk = FaultyDisk(1, error, only=only)
    with pytest.raises(NotSaved) as refused:
        disk.replace(path, b"new")
    assert path.read_bytes() == (b"new" if only == "flush" else b"old")
    assert list(tmp_path.iterdir()) == [path]
    assert str(tmp_path) in str(refused.value)
    disk.replace(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_cut_in_a_replace_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    Disk().replace(path, b"old")
    for torn in (False, True):
        with pytest.raises(PowerCut):
            CrashingDisk(1, torn=torn).replace(path, b"new and longer")
        assert path.read_bytes() == b"old"
    assert len(temps(tmp_path)) == 1
    Disk().clear_leftovers(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_file_system_that_cannot_flush_folders_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    flush = disk_module._flush

    def only_files(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(error, "not here")
        flush(fd)

    monkeypatch.setattr(disk_module, "_flush", only_files)
    Disk().replace(tmp_path / "file", b"new")
    Disk().settle(tmp_path)
    assert (tmp_path / "file").read_bytes() == b"new"
    Disk().unlink(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.ENOENT, "the folder is gone"),
        (errno.EIO, "Check the disk"),
        (0, "the disk refused"),
    ],
)
def test_a_refusal_says_what_happened_what_was_kept_and_what_to_do(error: int, words: str) -> None:
    said = why_not_saved(Path("/somewhere/notes.json"), OSError(error, "refused") if error else OSError())
    assert words in said
    assert "/somewhere" in said
    assert said.endswith("then try again. What was saved before is safe.")


def test_removing_a_file_that_is_not_there_is_fine(tmp_path: Path) -> None:
    Disk().unlink(tmp_path / "none")
    Disk().unlink(tmp_path / "no" / "folder")
    assert list(tmp_path.iterdir()) == []


def test_data_longer_than_one_write_is_written_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 40_000
    Disk().replace(tmp_path / "file", data)
    assert Disk().read(tmp_path / "file") == data
