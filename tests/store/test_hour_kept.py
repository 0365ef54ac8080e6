"""How far the hour is, and what the group wrote in the open, in the record."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from record_kit import create

from codesign.core.group_notes import GroupNotes
from codesign.store.places import Places
from codesign.store.record import Record


@pytest.fixture
def path(places: Places) -> Path:
    return places.new_record()


def test_the_step_and_the_words_of_the_room_are_there_after_a_restart(path: Path, places: Places) -> None:
    notes = GroupNotes(at="vote", agreements=("One at a time.",), heard={"A": "Most want a plug near the bed."})
    record = create(path, places)
    record.keep_group_notes(notes)
    record.close()
    assert Record.open(path, places).read().group_notes == notes


def test_what_is_kept_already_is_not_written_again(path: Path, places: Places) -> None:
    record = create(path, places)
    record.keep_group_notes(GroupNotes(at="vote"))
    before = path.read_bytes()
    record.keep_group_notes(replace(record.read().group_notes))
    assert path.read_bytes() == before
