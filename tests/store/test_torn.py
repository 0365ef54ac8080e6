"""Every state in which a power cut can leave the files: after opening it is the last acknowledged one, or the one in flight.

A disk notes what the store does to files and when it flushes them, and from these notes all such states are made: of a file
that is not flushed the start may be there, or the start and zeros; a name that is not flushed may be there or not. So a store
that renames before it flushes, or acknowledges before it flushes the folder, is caught, too.
"""

import os
import sys
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest
from msgspec import Struct
from record_kit import cast, create, keys, opened, temps, tree

from codesign.core.session import Review
from codesign.store import disk as disk_module
from codesign.store.disk import Disk
from codesign.store.places import Places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no folder can be flushed on Windows, so no name ever lasts")

Files = dict[str, bytes]


class Wrote(Struct, frozen=True):
    path: Path
    data: bytes


class Named(Struct, frozen=True):
    """A file got another name in place of its old one; without a new one, it is gone."""

    old: Path
    new: Path | None = None


class Flushed(Struct, frozen=True):
    """A file, or all names in a folder."""

    path: Path


class Acknowledged(Struct, frozen=True):
    step: str
    files: Files


Note = Wrote | Named | Flushed | Acknowledged


class NotingDisk(Disk):
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.notes: list[Note] = []
        self._really_flush = disk_module._flush
        monkeypatch.setattr(disk_module, "_flush", self._flush)

    def write_new(self, path: Path, data: bytes) -> None:
        self.notes.append(Wrote(path, bytes(data)))
        super().write_new(path, data)

    def _rename(self, temp: Path, path: Path) -> None:
        super()._rename(temp, path)
        self.notes.append(Named(temp, path))

    def unlink(self, path: Path) -> None:
        if path.exists():
            self.notes.append(Named(path))
        super().unlink(path)

    def _flush(self, fd: int) -> None:
        self._really_flush(fd)
        flushed = os.fstat(fd)
        seen = {p for note in self.notes if isinstance(note, Wrote) for p in (note.path, note.path.parent)}
        seen |= {note.new for note in self.notes if isinstance(note, Named) and note.new}
        self.notes += [Flushed(p) for p in seen if p.exists() and os.path.samestat(p.stat(), flushed)]


def live(places: Places, monkeypatch: pytest.MonkeyPatch) -> list[Note]:
    """A session from its making to a decision about a comment, noted."""
    with monkeypatch.context() as patch:
        disk = NotingDisk(patch)
        record = create(places.records / "notes.json", places, disk)
        disk.notes.append(Acknowledged("create", tree(places.data)))
        for n in range(3):
            cast(record, n)
            disk.notes.append(Acknowledged("cast", tree(places.data)))
        record.fold()
        disk.notes.append(Acknowledged("fold", tree(places.data)))
        record.review(record.read().comments[0].id, Review("theme", "later hours"))
        disk.notes.append(Acknowledged("decide", tree(places.data)))
        record.close()
        return disk.notes


class Moment(Struct, frozen=True):
    """A moment at which the power may go, and one of the ways in which it may leave the files."""

    files: dict[Path, bytes]
    half_written: Path | None
    before: Files
    after: Files


def moments(notes: list[Note], folder: Path) -> Iterator[Moment]:
    lasting: dict[Path, int] = {}  # name -> number of a file
    pending: list[tuple[Path, dict[Path, int | None]]] = []  # by folder: names that files got since its last flush, or lost
    contents: list[bytes] = []
    flushed: set[int] = set()
    acknowledged: Files = {}

    def names(changes: list[dict[Path, int | None]]) -> dict[Path, int]:
        last: dict[Path, int | None] = dict(lasting)
        for change in changes:
            last |= change
        return {path: file for path, file in last.items() if file is not None}

    for place, note in enumerate(notes):
        now = names([change for _, change in pending])
        match note:
            case Wrote(path, data):
                contents.append(data)
                pending.append((path.parent, {path: len(contents) - 1}))
            case Named(old, new):
                pending.append((old.parent, {old: None} | ({new: now[old]} if new else {})))
            case Flushed(path) if path in now:
                flushed.add(now[path])
            case Flushed(path):
                lasting = names([change for of, change in pending if of == path])
                pending = [(of, change) for of, change in pending if of != path]
            case Acknowledged(_, acknowledged):
                seen = {str(path.relative_to(folder)): contents[file] for path, file in now.items()}
                assert seen == acknowledged, "the store wrote past its disk"
        ended = isinstance(note, Acknowledged)
        coming = acknowledged if ended else next(n.files for n in notes[place:] if isinstance(n, Acknowledged))
        for some in chain.from_iterable(combinations(pending, n) for n in range(len(pending) + 1)):
            left = names([change for _, change in some])
            torn = [path for path, file in left.items() if file not in flushed]
            files = {path: contents[file] for path, file in left.items()}
            yield Moment(files, torn[0] if torn else None, acknowledged, coming)


def not_again(_: int) -> None:
    """A flush once the cut is over: here no second one comes, and thousands of flushes would take their time."""


def put(moment: Moment, folder: Path, torn: bytes | None = None) -> None:
    """Lay the files there. What is there already stays, as writing takes most of the time."""
    wanted = dict(moment.files)
    if torn is not None and moment.half_written:
        wanted[moment.half_written] = torn
    for path in folder.rglob("*.*"):
        if path.is_file() and path.suffix != ".lock" and wanted.get(path) != path.read_bytes():
            path.unlink()
    for path, data in wanted.items():
        if not path.exists():
            path.write_bytes(data)


def check(moment: Moment, path: Path, places: Places) -> None:
    """The files were put there. What opening makes of them must be a state that was acknowledged or was being written."""
    name = str(path.relative_to(places.data))
    before, after = moment.before.get(name), moment.after.get(name)
    if not path.exists():
        assert before is None
        return
    with opened(path, places) as record:
        assert path.read_bytes() in (before, after)
        assert temps(places.data) == []
        session = record.read()
        private = [key.read_bytes() for key in keys(places)]
        if session.open_round:
            made = moment.after if before is None else moment.before
            assert private == [data for file, data in made.items() if file.endswith(".key")]
        else:
            assert private == []


def check_it_goes_on(path: Path, places: Places) -> None:
    """The record is of use: what is in its box is counted, with what is cast after the cut."""
    if not path.exists():
        create(path, places).close()
    with opened(path, places) as record:
        session = record.read()
        if session.open_round:
            assert session.in_box is not None
            cast(record, *range(session.in_box, 3))
            record.fold()
        assert {t.ballots for t in record.read().tallies.values()} == {3}


def test_after_a_cut_between_any_two_steps_the_record_opens_and_its_round_is_counted(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = places.records / "notes.json"
    found = list(moments(live(places, monkeypatch), places.data))
    monkeypatch.setattr(disk_module, "_flush", not_again)
    for moment in found:
        put(moment, places.data)
        check(moment, path, places)
        check_it_goes_on(path, places)
    assert len(found) > 40


def check_torn(places: Places, monkeypatch: pytest.MonkeyPatch, stride: int) -> int:
    """A file that is half written, cut off after each `stride` bytes, without and with zeros for what is missing."""
    path = places.records / "notes.json"
    states = 0
    found = list(moments(live(places, monkeypatch), places.data))
    monkeypatch.setattr(disk_module, "_flush", not_again)
    for moment in found:
        if not moment.half_written:
            continue
        whole = moment.files[moment.half_written]
        for length in chain(range(0, len(whole), stride), [len(whole) - 1]):
            for torn in (whole[:length], whole[:length] + bytes(len(whole) - length)):
                put(moment, places.data, torn)
                check(moment, path, places)
                states += 1
    return states


def test_a_torn_file_is_never_taken_for_a_record_and_goes_when_the_record_is_opened(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_torn(places, monkeypatch, 83) > 500


@pytest.mark.soak
def test_a_file_torn_at_any_byte_is_never_taken_for_a_record(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_torn(places, monkeypatch, 1) > 20_000
