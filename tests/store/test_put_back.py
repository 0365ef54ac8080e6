"""A file that is put in a record's place while it is open: what was told as saved is kept beside it, and found from home."""

from collections.abc import Callable
from pathlib import Path

import pytest
from record_kit import FaultyDisk, cast, create, opened

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.group_notes import GroupNotes
from codesign.core.session import Review
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import all_found, once_each


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def kept(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.kept-*.json"))


def test_an_older_file_put_in_its_place_lost_the_ballots_since(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1)
    older = path.read_bytes()
    cast(record, 2, 3, 4)
    acknowledged = path.read_bytes()
    path.write_bytes(older)
    for _try in range(3):
        with pytest.raises(NotSaved, match=r"older copy was put in its place.*kept in .*notes\.kept-1\.json"):
            cast(record, 5)
    record.close()
    assert path.read_bytes() == older
    (beside,) = kept(path)
    assert beside.read_bytes() == acknowledged
    ((best, session, copies),) = once_each(all_found(places))
    assert (best, session.in_box, copies) == (beside, 5, 1)  # type: ignore[union-attr]
    with opened(path, places) as put_back, pytest.raises(CodesignError, match="3 ballots that this one lacks"):
        put_back.fold()
    with opened(beside, places) as record:
        record.fold()
        assert record.read().tallies["S"].ballots == 5
    assert once_each(all_found(places))[0][0] == beside


def test_a_command_was_told_to_go_home_where_there_is_none(path: Path, places: Places) -> None:
    """What the store says is printed by commands too: only the course, which has a home, names it."""
    record = create(path, places)
    cast(record, 0, 1)
    older = path.read_bytes()
    cast(record, 2)
    path.write_bytes(older)
    with pytest.raises(NotSaved) as replaced:
        cast(record, 3)
    record.close()
    assert "go on with that one" in str(replaced.value)
    assert "go home" not in str(replaced.value).casefold()
    for end, to_do in ((Record.fold, "Close"), (Record.drop_round, "Drop")):
        with opened(path, places) as put_back, pytest.raises(CodesignError, match=f"{to_do} that one instead; or") as refused:
            end(put_back)
        assert "go home" not in str(refused.value).casefold()


def test_counts_were_lost_with_the_older_file_whose_key_is_gone(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, *range(6))
    older = path.read_bytes()
    record.fold()
    path.write_bytes(older)
    comment = record.read().comments[0].id
    with pytest.raises(NotSaved, match="kept-1"):
        record.review(comment, Review("withheld", reason="other"))
    record.close()
    ((best, session, _copies),) = once_each(all_found(places))
    assert best == kept(path)[0]
    assert session.tallies["S"].ballots == 6  # type: ignore[union-attr]


@pytest.mark.parametrize("change", [bytes, lambda data: data[:200], lambda data: data.replace(b'"S"', b'"X"')])
def test_so_were_they_with_a_file_that_is_none(path: Path, places: Places, change: Callable[[bytes], bytes]) -> None:
    record = create(path, places)
    cast(record, 0, 1)
    acknowledged = path.read_bytes()
    path.write_bytes(change(acknowledged) if change is not bytes else b"")
    with pytest.raises(NotSaved):
        cast(record, 2)
    record.close()
    assert kept(path)[0].read_bytes() == acknowledged


def test_nothing_is_kept_beside_a_file_that_holds_it_all(path: Path, places: Places) -> None:
    for end in (lambda _record: None, Record.fold, Record.drop_round):
        record = create(path, places)
        cast(record, *range(5))
        record._tables.release()  # as where a disk knows no locks
        with opened(path, places) as other:
            cast(other, 6)
            end(other)
        with pytest.raises(NotSaved, match="Close that program"):
            record.keep_group_notes(GroupNotes(at="talk"))
        record.close()
        assert kept(path) == []
        path.unlink()


def test_where_no_copy_can_be_written_the_refusal_is_the_same(path: Path, places: Places) -> None:
    disk = FaultyDisk(None, 28)
    record = create(path, places, disk)
    older = path.read_bytes()
    cast(record, 0)
    path.write_bytes(older)
    disk._at, disk._for_ever = disk.count + 2, True
    with pytest.raises(NotSaved, match="Close that program"):
        cast(record, 1)
    disk.heal()
    with pytest.raises(NotSaved, match="kept-1"):
        cast(record, 1)
    record.close()
