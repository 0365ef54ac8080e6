"""The life of a record: created, cast into, folded, read; and what may never be found in its files."""

import json
from pathlib import Path
from typing import Any

import pytest
from record_kit import CARDS, LINES, SETUP, RecordingDisk, ballot, cast, create, keys, opened, temps, tree
from tinydb import TinyDB

from codesign.core.ballot import Ballot
from codesign.core.errors import Busy, CodesignError, NoKey, TooFew
from codesign.core.session import Review
from codesign.core.tally import Tally
from codesign.engine import Engine
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import peek, record_paths

CODE = "135790"


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def raw(path: Path) -> dict[str, Any]:
    """What a plain TinyDB finds, table by table."""
    with TinyDB(path) as db:
        assert {name: {str(row.doc_id): dict(row) for row in db.table(name)} for name in db.tables()} == {
            name: rows for name, rows in json.loads(path.read_bytes()).items() if rows
        } | {name: {} for name, rows in json.loads(path.read_bytes()).items() if not rows}
    tables: dict[str, Any] = json.loads(path.read_bytes())
    return tables


def test_a_new_record_has_round_one_open_on_all_cards(path: Path, places: Places) -> None:
    record = create(path, places)
    session = record.read()
    record.close()
    assert (session.setup, session.thresholds, session.cards) == (SETUP, LINES, CARDS)
    assert [(r.number, r.state, r.cards) for r in session.rounds] == [(1, "open", ("S", "C", "P+Q"))]
    assert (session.in_box, session.phase, session.tallies, session.comments) == (0, "voting", {}, ())


def test_plain_tinydb_opens_the_file_after_every_step(path: Path, places: Places) -> None:
    record = create(path, places)
    assert set(raw(path)) == {"_integrity", "box", "cards", "meta", "rounds"}
    for n in range(4):
        cast(record, n)
        assert len(raw(path)["box"]) == n + 1
    record.fold()
    assert set(raw(path)) == {"_integrity", "cards", "comments", "meta", "rounds", "tally"}
    record.review(record.read().comments[0].id, Review("theme", "later hours"))
    assert any(row["theme"] == "later hours" for row in raw(path)["comments"].values())
    record.close()
    raw(path)


def test_counts_and_comments_come_out_of_the_fold_as_they_went_in(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, *range(6))
    assert record.read().in_box == 6
    record.fold()
    session = record.read()
    record.close()
    assert session.tallies == {
        "S": Tally("S", {"works": 2, "could": 2, "doesnt": 2}),
        "C": Tally("C", {"A": 2, "B": 2, "C": 1}, skipped=1),
        "P+Q": Tally("P+Q", {"P": 2, "Q": 2, "both": 1, "neither": 1}),
    }
    assert {(c.text, c.quote_ok, c.picks, c.round, c.review) for c in session.comments} == {
        (f"a comment {n}", n % 4 == 0, ("p1",), 1, "unread") for n in (0, 2, 4)
    }
    assert (session.in_box, session.phase) == (None, "reading")


def test_all_is_there_after_reopening(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1)
    record.close()
    with opened(path, places) as again:
        assert again.read().in_box == 2
        cast(again, 2)
        again.fold()
        first = again.read()
    with opened(path, places) as again:
        assert again.read() == first
    assert peek(path) == first


def test_casting_the_same_ballot_again_adds_nothing(path: Path, places: Places) -> None:
    record = create(path, places)
    sealed = record.seal([ballot(0), ballot(1)])
    for _ in range(3):
        record.cast(sealed)
        assert record.read().in_box == 2
    before = path.read_bytes()
    record.cast(sealed)
    record.close()
    assert path.read_bytes() == before


def test_a_stack_is_one_commit(path: Path, places: Places) -> None:
    disk = RecordingDisk()
    record = create(path, places, disk)
    before = len(disk.writes)
    record.cast(record.seal([ballot(n) for n in range(20)]))
    record.close()
    assert len(disk.writes) == before + 1
    assert peek(path).in_box == 20


def test_a_record_can_begin_with_a_stack_in_its_box(path: Path, places: Places) -> None:
    disk = RecordingDisk()
    record = Record.create(path, SETUP, LINES, CARDS, places, ballots=[ballot(n) for n in range(5)], disk=disk)
    record.fold()
    record.close()
    assert [p.name.split(".")[1] for p, _ in disk.writes].count("notes") == 2
    assert peek(path).tallies["S"].answered == 5


def test_decisions_are_kept_and_can_be_changed(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, *range(6))
    record.fold()
    ids = [c.id for c in record.read().comments]
    quoted = next(c.id for c in record.read().comments if c.quote_ok)
    for n in ids:
        record.review(n, Review("withheld", reason="safety"))
    record.review(quoted, Review("quote"))
    record.close()
    with opened(path, places) as again:
        assert {c.id: c.review for c in again.read().comments} == {n: "quote" if n == quoted else "withheld" for n in ids}
        assert again.read().phase == "telling"


def test_a_refused_decision_changes_nothing(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.fold()
    before = path.read_bytes()
    with pytest.raises(CodesignError):
        record.review(record.read().comments[0].id, Review("quote"))
    record.close()
    assert path.read_bytes() == before


def test_a_dropped_round_leaves_no_ballot_no_key_and_no_count(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.drop_round()
    session = record.read()
    record.close()
    assert (session.phase, session.tallies, session.comments, session.in_box) == ("empty", {}, (), None)
    assert "box" not in raw(path)
    assert "public_key" not in raw(path)["rounds"]["1"]
    assert keys(places) == []


def test_a_closed_round_takes_no_ballot_and_never_closes_again(path: Path, places: Places) -> None:
    record = create(path, places)
    late = record.seal([ballot(5)])
    cast(record, 0, 1, 2)
    record.fold()
    before = path.read_bytes()
    for refused in (lambda: record.cast(late), lambda: record.seal([ballot(0)]), record.fold, record.drop_round):
        with pytest.raises(CodesignError, match="No round is open"):
            refused()
    record.close()
    assert path.read_bytes() == before


def test_too_few_ballots_are_not_folded_and_stay_sealed(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1)
    before = tree(places.data)
    with pytest.raises(TooFew):
        record.fold()
    assert tree(places.data) == before
    cast(record, 2)
    record.fold()
    record.close()


def test_a_second_round_replaces_the_tally_of_its_cards_only(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.fold()
    record.open_round(["S"])
    assert len(keys(places)) == 1
    record.cast(record.seal([Ballot({"S": "doesnt"})] * 4))
    assert record.read().tallies["S"].answered == 3
    record.fold()
    session = record.read()
    record.close()
    assert session.tallies["S"] == Tally("S", {"works": 0, "could": 0, "doesnt": 4})
    assert session.tallies["C"].answered == 3
    assert [(r.number, r.state) for r in session.rounds] == [(1, "closed"), (2, "closed")]
    assert keys(places) == []


def test_a_round_is_not_opened_beside_an_open_one(path: Path, places: Places) -> None:
    record = create(path, places)
    with pytest.raises(CodesignError, match="open already"):
        record.open_round(["S"])
    record.close()


def test_a_record_is_never_created_over_a_file(path: Path, places: Places) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(CodesignError, match="already"):
        create(path, places)
    assert path.read_text() == "mine"
    assert keys(places) == []


def test_a_second_program_is_told_that_the_record_is_open(path: Path, places: Places) -> None:
    record = create(path, places)
    for _ in range(2):
        with pytest.raises(Busy, match="another window"):
            Record.open(path, places)
    cast(record, 0)
    record.close()
    with opened(path, places) as again:
        assert again.read().in_box == 1


# What lies in the files


def test_the_key_is_on_disk_before_the_round_says_that_it_is_open(path: Path, places: Places) -> None:
    disk = RecordingDisk()
    record = create(path, places, disk)
    record.close()
    done = [s.split(".")[-1] if s.endswith("key") else s for s in disk.steps if "tmp" not in s]
    assert done.index("key") < done.index("flush state") < done.index("rename notes.json")


def test_the_key_of_a_second_round_is_on_disk_before_that_round_says_that_it_is_open(path: Path, places: Places) -> None:
    disk = RecordingDisk()
    record = create(path, places, disk)
    cast(record, 0, 1, 2)
    record.fold()
    disk.steps.clear()
    record.open_round(["S"])
    record.close()
    done = [s.split(".")[-1] if s.endswith("key") else s for s in disk.steps if "tmp" not in s]
    assert done.index("key") < done.index("flush state") < done.index("rename notes.json")


def test_the_key_goes_after_the_closed_round_and_that_it_was_closed_here_are_on_disk(path: Path, places: Places) -> None:
    disk = RecordingDisk()
    record = create(path, places, disk)
    cast(record, 0, 1, 2)
    (key,) = keys(places)
    disk.steps.clear()
    record.fold()
    record.close()
    steps = [s for s in disk.steps if "tmp" not in s]
    closed = [*("rename notes.json", "flush records"), *("rename pools.json", f"flush {places.data.name}")]
    assert list(dict.fromkeys(steps))[-6:] == [*closed, f"unlink {key.name}", "flush state"]


# Keys


def test_without_its_key_a_round_cannot_be_folded_and_stays_as_it_is(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    keys(places)[0].unlink()
    before = path.read_bytes()
    with pytest.raises(NoKey, match="drop the round"):
        record.fold()
    assert path.read_bytes() == before
    assert record.read().in_box == 3
    record.drop_round()
    record.close()
    assert peek(path).phase == "empty"


@pytest.mark.parametrize("other", [b"", b"short", bytes(32), b"\x07" * 32, b"x" * 33])
def test_another_key_does_not_open_the_round(path: Path, places: Places, other: bytes) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    keys(places)[0].write_bytes(other)
    before = path.read_bytes()
    with pytest.raises(NoKey):
        record.fold()
    record.close()
    assert path.read_bytes() == before
    assert keys(places)[0].read_bytes() == other


def test_a_key_left_over_by_a_crash_goes_on_the_next_open(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    spent = keys(places)[0]
    private = spent.read_bytes()
    record.fold()
    spent.write_bytes(private)
    foreign = places.key(1, 1)
    foreign.write_bytes(private)
    record.close()
    with opened(path, places):
        assert keys(places) == [foreign]


def test_an_older_copy_of_a_record_takes_no_key_of_a_later_round(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.close()
    copy = path.with_name("copy.json")
    copy.write_bytes(path.read_bytes())
    with opened(path, places) as again:
        again.fold()
        again.open_round(["S"])
    with opened(copy, places) as older, pytest.raises(NoKey):
        older.fold()
    with opened(path, places) as again:
        assert again.has_key


def test_the_key_of_an_open_round_stays_on_the_next_open(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0, 1, 2)
    record.close()
    with opened(path, places) as again:
        assert len(keys(places)) == 1
        again.fold()
        assert keys(places) == []


# Opening


def test_a_stale_temp_file_is_removed_on_open(path: Path, places: Places) -> None:
    create(path, places).close()
    stale = path.with_name(f".{path.name}.99999.deadbeef.tmp")
    foreign = path.with_name(".other.json.99999.deadbeef.tmp")
    for temp in (stale, foreign):
        temp.write_bytes(b"half")
    with opened(path, places):
        assert temps(places.data) == [foreign]


def test_a_stale_temp_file_of_a_record_with_brackets_in_its_name_is_removed_on_open(places: Places) -> None:
    path = places.records / "notes [1].json"
    create(path, places).close()
    path.with_name(f".{path.name}.99999.deadbeef.tmp").write_bytes(b"half")
    with opened(path, places):
        assert temps(places.data) == []


def test_a_folder_is_no_record(places: Places) -> None:
    places.records.mkdir(parents=True)
    with pytest.raises(CodesignError, match="is a folder"):
        Record.open(places.records, places)


def test_a_name_no_disk_can_hold_is_told_in_a_sentence(places: Places, tmp_path: Path) -> None:
    with pytest.raises(CodesignError, match="can't be read"):
        Record.open(tmp_path / ("x" * 300), places)
    with pytest.raises(CodesignError, match="Not saved"):
        create(tmp_path / ("x" * 300), places)


@pytest.mark.parametrize("name", ["none.json", "no/such/folder.json"])
def test_a_missing_record_is_told_in_a_sentence_and_leaves_nothing(places: Places, tmp_path: Path, name: str) -> None:
    with pytest.raises(CodesignError, match="There is no record"):
        Record.open(tmp_path / name, places)
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_record_stays_a_link(path: Path, places: Places, tmp_path: Path) -> None:
    create(path, places).close()
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with opened(link, places) as record:
        cast(record, 0)
        with pytest.raises(Busy):
            Record.open(path, places)
    assert link.is_symlink()
    assert peek(path).in_box == 1


def test_a_broken_link_is_no_record(places: Places, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "gone.json")
    with pytest.raises(CodesignError):
        Record.open(tmp_path / "link.json", places)


def test_a_file_in_place_of_the_state_folder_is_told_in_a_sentence(path: Path, places: Places) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    places.state.write_text("mine")
    with pytest.raises(CodesignError):
        create(path, places)
    assert not path.exists()
    assert places.state.read_text() == "mine"


def test_records_are_listed_and_a_broken_one_comes_with_its_error(engine: Engine, places: Places) -> None:
    for name in ("b", "a"):
        create(places.records / f"{name}.json", places).close()
    (places.records / "c.json").write_text("{")
    assert [p.name for p in record_paths(places)] == ["a.json", "b.json", "c.json"]
    found = engine.records()
    assert [isinstance(said, CodesignError) for _, said in found] == [False, False, True]


def test_names_of_records_say_nothing_and_differ(places: Places) -> None:
    names = {places.new_record().name for _ in range(50)}
    assert len(names) == 50
    assert all(not any(word in name for word in ("vote", "shelter", "youth", "ballot")) for name in names)


def test_keys_do_not_lie_beside_records(places: Places) -> None:
    assert places.key(1, 1).parent != places.records
    usual = Places.usual()
    assert usual.key(1, 1).parent == usual.state
    assert not usual.state.is_relative_to(usual.records)
