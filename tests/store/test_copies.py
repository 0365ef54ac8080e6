"""Copies of a record beside it share its key: none is ended over the head of another that holds more."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from record_kit import cast, create, keys, opened

from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.erase import belongings
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import all_found, once_each

END: dict[str, Callable[[Record], None]] = {"closed": Record.fold, "dropped": Record.drop_round}
NAMES = (
    "{stem} (conflicted copy).json",
    "{stem}.sync-conflict-20261127-1011-ABC.json",
    "{stem} - Copy.json",
    "Copy of {stem}.json",
    "{stem}.json.bak",
    "{stem}.json~",
    "{stem}.old",
)


def copied(path: Path, name: str = NAMES[0], folder: Path | None = None) -> Path:
    return Path(shutil.copy(path, (folder or path.parent) / name.format(stem=path.stem)))


@pytest.fixture
def path(places: Places) -> Path:
    """A record with three ballots in its open round."""
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.close()
    return path


def cast_more(path: Path, places: Places, *numbers: int) -> None:
    with opened(path, places) as record:
        cast(record, *numbers)


@pytest.mark.parametrize("end", END)
@pytest.mark.parametrize("name", NAMES)
def test_a_copy_that_was_ended_destroyed_the_key_of_the_record_beside_it(
    places: Places, path: Path, end: str, name: str
) -> None:
    copy = copied(path, name)
    cast_more(path, places, 3, 4)
    before = copy.read_bytes(), path.read_bytes(), [key.read_bytes() for key in keys(places)]
    with opened(copy, places) as record:
        with pytest.raises(CodesignError, match=f"Not {end}.*notes.json.*2 ballots") as told:
            END[end](record)
        assert "move it to another folder" in str(told.value)
    assert before == (copy.read_bytes(), path.read_bytes(), [key.read_bytes() for key in keys(places)])
    with opened(path, places) as record:
        record.fold()
        assert record.read().tallies["S"].ballots == 5


@pytest.mark.parametrize("name", NAMES)
def test_an_older_record_was_closed_while_the_copy_beside_it_held_more(places: Places, path: Path, name: str) -> None:
    older = path.read_bytes()
    cast_more(path, places, 3)
    copied(path, name)
    path.write_bytes(older)
    with opened(path, places) as record, pytest.raises(CodesignError, match="1 ballot that"):
        record.fold()


def test_a_copy_in_another_folder_was_ended_while_the_data_folder_held_more(places: Places, path: Path, tmp_path: Path) -> None:
    away = tmp_path / "desk"
    away.mkdir()
    copy = copied(path, folder=away)
    cast_more(path, places, 3)
    with opened(copy, places) as record, pytest.raises(CodesignError, match="Not dropped"):
        record.drop_round()


def test_a_copy_that_is_torn_counts_too(places: Places, path: Path) -> None:
    older = path.read_bytes()
    cast_more(path, places, 3)
    copy = copied(path)
    copy.write_bytes(copy.read_bytes().replace(b'"Tech rules"', b'"Tech rulez"'))
    path.write_bytes(older)
    with opened(path, places) as record, pytest.raises(CodesignError, match="1 ballot that"):
        record.fold()


@pytest.mark.parametrize("end", END)
@pytest.mark.parametrize("more", [(), (3, 4)])
def test_copies_that_hold_no_more_are_in_nobodys_way(places: Places, path: Path, end: str, more: tuple[int, ...]) -> None:
    copied(path)
    cast_more(path, places, *more)
    path.with_name("notes.json.damaged-1").write_bytes(path.read_bytes()[:-40])
    path.with_name(".notes.json.1.00000000.tmp").write_bytes(path.read_bytes())
    create(places.records / "other.json", places).close()
    with opened(path, places) as record:
        END[end](record)
        assert not record.read().open_round


def test_two_copies_that_each_hold_more_are_a_dead_end_only_until_one_is_moved(
    places: Places, path: Path, tmp_path: Path
) -> None:
    copy = copied(path)
    cast_more(path, places, 3)
    cast_more(copy, places, 4, 5)
    for each in (path, copy):
        with opened(each, places) as record, pytest.raises(CodesignError):
            record.fold()
    path.rename(tmp_path / "moved.json")
    with opened(copy, places) as record:
        record.fold()
        assert record.read().tallies["S"].ballots == 5


def test_a_copy_whose_key_is_gone_can_still_be_dropped(places: Places, path: Path) -> None:
    copy = copied(path)
    cast_more(path, places, 3)
    another = copied(path, "third.json")
    with opened(path, places) as record:
        record.fold()
    assert another.exists()
    with opened(copy, places) as record:
        record.drop_round()


def test_a_delete_sees_the_same_copies(places: Places, path: Path) -> None:
    for name in NAMES:
        copy = copied(path, name)
        assert belongings(path, places, Disk()).kept_for == copy, name
        copy.unlink()


@pytest.mark.parametrize("end", END)
def test_a_copy_whose_key_went_with_the_round_was_offered_to_go_on_with(places: Places, path: Path, end: str) -> None:
    copied(path)
    cast_more(path, places, 3, 4)
    with opened(path, places) as record:
        END[end](record)
    ((best, session, copies),) = once_each(all_found(places))
    assert (best, copies) == (path, 1)
    assert isinstance(session, Session)
    assert not session.open_round
