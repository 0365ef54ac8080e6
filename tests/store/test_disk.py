"""One file, one folder: whole or absent, and told in a sentence where the disk refuses."""

import errno
import os
import stat
from pathlib import Path

import pytest
from record_kit import CrashingDisk, FaultyDisk, PowerCut, create, temps

from codesign.core.errors import NotSaved, why_not_saved
from codesign.store import disk as disk_module
from codesign.store.disk import Disk
from codesign.store.places import Places

ERRORS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT]
ERROR_IDS = [errno.errorcode[e] for e in ERRORS]


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def test_a_new_folder_lasts(path: Path, places: Places) -> None:
    flushed: list[Path] = []

    class Watching(Disk):
        def _flush_folder(self, folder: Path) -> None:
            flushed.append(folder)
            super()._flush_folder(folder)

    create(path, places, Watching()).close()
    assert {places.state.parent, places.records.parent} <= set(flushed)


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


def test_a_new_file_took_away_the_one_that_came_meanwhile(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "another"
    path.write_bytes(b"somebody's")
    for put in (lambda: Disk().put_new(path, b"new"), lambda: Disk().put_all_new({other: b"new", path: b"new"})):
        with pytest.raises(NotSaved):
            put()
        assert path.read_bytes() == b"somebody's"
        assert not other.exists()


@pytest.mark.parametrize("error", [errno.ENOENT, errno.EPERM])
def test_a_system_that_gives_no_name_to_a_file_without_one_got_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """Where /proc is not there, say."""

    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(error, "not here")

    monkeypatch.setattr(os, "link", refuse)
    Disk().put_all_new({tmp_path / "file": b"new"})
    assert (tmp_path / "file").read_bytes() == b"new"


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
