"""Records as schema 1 wrote them, kept as files: whatever the program becomes, they open and say the same."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from record_kit import CARDS, SETUP, ballot, cast, opened

from codesign.core.errors import CodesignError, Damaged
from codesign.core.kinds.pair import EARLIER_QUESTION
from codesign.core.thresholds import Thresholds
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record_bytes import SCHEMA, pack, unpack
from codesign.store.verify import findings

KEPT = Path(__file__).parents[1] / "data" / "record-schema-1"


@pytest.fixture(autouse=True)
def keys_in_place(places: Places) -> None:
    places.state.mkdir(parents=True)
    for key in KEPT.glob("*.key"):
        shutil.copy(key, places.state)


def copy(name: str, places: Places) -> Path:
    places.records.mkdir()
    path = Path(shutil.copy(KEPT / name, places.records))
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("name", ["open.json", "closed.json", "told.json"])
def test_a_round_that_says_booth_opens_and_nothing_else_may_stand_there(name: str, places: Places) -> None:
    path = copy(name, places)
    tables = unpack(path.read_bytes(), path)
    assert {row["mode"] for row in tables["rounds"].values()} == {"booth"}
    with opened(path, places) as record:
        assert record.read().rounds
    assert findings(path, places, Disk()) == []
    for row in tables["rounds"].values():
        row["mode"] = "Kim"
    path.write_bytes(pack(tables, 1))
    with pytest.raises(Damaged), opened(path, places):
        pass


def test_an_open_round_takes_ballots_and_is_closed(places: Places) -> None:
    path = copy("open.json", places)
    assert findings(path, places, Disk()) == []
    with opened(path, places) as record:
        session = record.read()
        then = replace(SETUP, region="en-US")  # whose paper and dates went without asking
        cards = tuple(replace(card, rule=EARLIER_QUESTION) if card.kind == "pair" else card for card in CARDS)
        assert (session.setup, session.thresholds, session.cards, session.in_box) == (then, Thresholds(10, 5), cards, 6)
        cast(record, 6)
        record.fold()
        session = record.read()
    for card in CARDS:
        for code, count in session.tallies[card.id].counts.items():
            assert count == sum(ballot(n).answers[card.id] == code for n in range(7))
    assert sorted(c.text for c in session.comments) == [f"a comment {n}" for n in (0, 2, 4, 6)]


def test_ballots_beside_those_of_schema_1_make_the_file_longer_by_the_same(places: Places) -> None:
    path = copy("open.json", places)
    grown = set()
    with opened(path, places) as record:
        cast(record, 0)
        for n in range(1, 7):
            before = path.stat().st_size
            cast(record, n)
            grown.add(path.stat().st_size - before)
        assert record.read().in_box == 6 + 7
        assert findings(path, places, Disk()) == []
    assert len(grown) == 1


@pytest.mark.parametrize("schema", [0, -1, SCHEMA + 1])
def test_no_other_schema_is_opened(places: Places, schema: int) -> None:
    path = copy("closed.json", places)
    path.write_bytes(path.read_bytes().replace(b'"schema":1', f'"schema":{schema}'.encode(), 1))
    said = "newer version .* Update the program" if schema > SCHEMA else "damaged"
    with pytest.raises(CodesignError, match=said), opened(path, places):
        pass


def test_a_closed_session_says_what_it_said(places: Places) -> None:
    path = copy("closed.json", places)
    before = path.read_bytes()
    with opened(path, places) as record:
        session = record.read()
    assert path.read_bytes() == before
    assert session.phase == "telling"
    assert [r.state for r in session.rounds] == ["closed", "dropped"]
    assert session.tallies["S"].counts == {"works": 2, "could": 2, "doesnt": 2}
    assert sorted(c.review for c in session.comments) == ["quote", "theme", "withheld"]
    assert {c.theme for c in session.comments} == {"", "later hours"}
    assert (session.mended, session.left_out) == (False, 0)


@pytest.mark.parametrize(
    ("name", "step", "told", "answers"),
    [("unread", "reading", 0, 0), ("told", "telling", 3, 0), ("answered", "telling", 3, 1)],
)
def test_a_closed_session_is_where_it_was(places: Places, name: str, step: str, told: int, answers: int) -> None:
    path = copy(f"{name}.json", places)
    assert findings(path, places, Disk()) == []
    with opened(path, places) as record:
        session = record.read()
    assert (session.phase, len(session.told), len(session.decisions)) == (step, told, answers)
    assert session.tallies["S"].counts == {"works": 4, "could": 3, "doesnt": 3}
    assert len(session.comments) == 5
    assert {c.theme for c in session.comments} == ({""} if name == "unread" else {"later hours"})
