"""Records as schema 2 wrote them, before a card could be put in new words: they open, say the same, and go on."""

import shutil
from pathlib import Path

import pytest
from record_kit import CARDS, cast, opened

from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record_bytes import SCHEMA, schema_of
from codesign.store.verify import findings

KEPT = Path(__file__).parents[1] / "data" / "record-schema-2"


@pytest.fixture
def path(request: pytest.FixtureRequest, places: Places) -> Path:
    places.state.mkdir(parents=True)
    places.records.mkdir()
    for key in KEPT.glob("*.key"):
        shutil.copy(key, places.state)
    copied = places.records / request.param
    shutil.copy(KEPT / request.param, copied)
    copied.chmod(0o600)
    return copied


def read(path: Path, places: Places) -> Session:
    assert schema_of(path.read_bytes()) == 2
    with opened(path, places) as record:
        return record.read()


@pytest.mark.parametrize("path", ["closed.json", "answered.json"], indirect=True)
def test_a_closed_session_says_what_it_said_and_is_not_written(path: Path, places: Places) -> None:
    before = path.read_bytes()
    session = read(path, places)
    assert session.cards == CARDS
    assert not any(card.was for card in session.cards)
    assert not any(round_.new_words for round_ in session.rounds)
    assert (session.changed, session.mended, session.group_notes.new_words) == (0, False, {})
    assert session.group_notes.heard == {"S": "Later hours."}
    counts = {"works": 3, "could": 3, "doesnt": 2} if session.decisions else {"works": 2, "could": 2, "doesnt": 2}
    assert session.tallies["S"].counts == counts
    if not session.told:
        assert path.read_bytes() == before


@pytest.mark.parametrize("path", ["again.json"], indirect=True)
def test_a_second_vote_goes_on_and_is_closed(path: Path, places: Places) -> None:
    assert findings(path, places, Disk()) == []
    with opened(path, places) as record:
        assert schema_of(path.read_bytes()) == SCHEMA, "a vote goes on only where it can be written"
        cast(record, 4)
        record.fold()
        session = record.read()
    assert session.tallies["S"].counts == {"works": 2, "could": 2, "doesnt": 1}
    assert session.changed == 0
    assert findings(path, places, Disk()) == []
