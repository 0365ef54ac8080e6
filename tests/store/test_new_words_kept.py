"""A vote on words that the group agreed on, in the record: beside them nothing is kept of the vote on the older words."""

from pathlib import Path

import pytest
from record_kit import SCALE, CrashingDisk, LooseDisk, PowerCut, cast, create, opened

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError, Damaged
from codesign.core.new_words import with_new_words
from codesign.store import record_bytes
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import Tables, pack, unpack
from codesign.store.verify import findings

NEW = "Phones stay with you, and off at night."


def agree(record: Record, words: str = NEW) -> None:
    session = record.read()
    record.keep_group_notes(with_new_words(session, session.card(SCALE.id), words))


def vote(record: Record, answers: list[str]) -> None:
    record.cast(record.seal([Ballot({SCALE.id: answer}) for answer in answers]))
    record.fold()


def twice(path: Path, places: Places, first: list[str], second: str = "works") -> Path:
    """A vote, new words, and a vote on them."""
    record = create(path, places, LooseDisk())
    path.chmod(0o600)
    vote(record, first)
    agree(record)
    record.open_round([SCALE.id])
    vote(record, [second] * 4)
    record.close()
    return path


@pytest.fixture
def path(places: Places) -> Path:
    return twice(places.records / "notes.json", places, ["works", "doesnt", "could"] * 2)


def tables_of(path: Path) -> Tables:
    return unpack(path.read_bytes(), path)


def test_a_vote_on_new_words_is_kept_with_them_and_with_the_first_words_alone(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        session = record.read()
    card = session.card(SCALE.id)
    assert (card.rule, card.was) == (NEW, SCALE.rule)
    assert session.tallies[SCALE.id].counts == {"works": 4, "could": 0, "doesnt": 0}
    assert (session.changed, session.mended) == (0, False)
    assert findings(path, places, Disk()) == []
    rows = [row for row in tables_of(path)["tally"].values() if row["card"] == SCALE.id]
    assert [row["round"] for row in rows] == [2]


def test_the_record_is_the_same_whatever_the_vote_on_the_first_words_was(tmp_path: Path) -> None:
    """But for numbers that are drawn, and what is drawn for the key."""

    def kept(name: str, first: list[str], second: str = "works") -> dict[str, list[str]]:
        places = Places.under(tmp_path / name)
        tables = tables_of(twice(places.records / "notes.json", places, first, second))
        drawn = ("session", "key")
        return {
            table: sorted(repr([(k, v) for k, v in sorted(row.items()) if k not in drawn]) for row in rows.values())
            for table, rows in tables.items()
        }

    assert kept("a", ["works", "doesnt"] * 3) == kept("b", ["works"] * 2 + ["doesnt"] * 2 + ["could"] * 2)
    assert kept("c", ["works", "doesnt"] * 3) != kept("d", ["works", "doesnt"] * 3, "could"), "else this test sees nothing"


def test_a_dropped_vote_on_new_words_leaves_the_first_one_and_its_words(places: Places) -> None:
    record = create(places.records / "notes.json", places)
    cast(record, *range(6))
    record.fold()
    first = record.read()
    agree(record)
    record.open_round([SCALE.id])
    record.drop_round()
    session = record.read()
    record.close()
    assert (session.cards, session.tallies) == (first.cards, first.tallies)
    assert session.group_notes.new_words == {SCALE.id: NEW}


def test_new_words_that_were_changed_in_the_file_are_told_of(path: Path, places: Places) -> None:
    tables = tables_of(path)
    tables["rounds"]["2"]["new_words"][SCALE.id] = "Phones are taken away."
    path.write_bytes(pack(tables))
    with opened(path, places) as record:
        assert record.read().changed
    assert findings(path, places, Disk())


@pytest.mark.parametrize("words", [{"S": ""}, {"S": "\x1b[2J"}, {"C": "Of a card that is not in the round."}, {"S": 1}])
def test_new_words_that_nobody_could_agree_on_are_damage(path: Path, places: Places, words: object) -> None:
    tables = tables_of(path)
    tables["rounds"]["2"]["new_words"] = words
    path.write_bytes(pack(tables))
    with pytest.raises(Damaged), opened(path, places):
        pass


def test_an_older_program_says_what_to_do(path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would tell the vote under the words that the card first had."""
    monkeypatch.setattr(record_bytes, "SCHEMA", 2)
    with pytest.raises(CodesignError, match="Update the program"), opened(path, places):
        pass


def test_words_that_were_kept_are_there_whenever_the_program_ends(tmp_path: Path) -> None:
    """At every operation of the disk, before and after it."""

    def life(disk: CrashingDisk, folder: Path, done: list[str]) -> None:
        places = Places.under(folder)
        record = create(places.records / "notes.json", places, LooseDisk())
        cast(record, *range(6))
        record.fold()
        record.close()
        record = Record.open(places.records / "notes.json", places, disk)
        try:
            agree(record)
            done.append("words")
            record.open_round([SCALE.id])
            done.append("open")
            record.cast(record.seal([Ballot({SCALE.id: "works"})] * 4))
            done.append("cast")
            record.fold()
            done.append("fold")
        finally:
            record.close()

    whole = CrashingDisk(None)
    life(whole, tmp_path / "whole", [])
    for at in range(1, whole.count + 1):
        for after in (False, True):
            disk, folder, done = CrashingDisk(at, after=after), tmp_path / f"{at}{after}", list[str]()
            with pytest.raises(PowerCut):
                life(disk, folder, done)
            disk.lose_names()
            places = Places.under(folder)
            with opened(places.records / "notes.json", places) as record:
                session = record.read()
            assert session.group_notes.new_words == {SCALE.id: NEW} or not done
            assert (len(session.rounds) == 2) or "open" not in done
            assert (session.card(SCALE.id).rule == NEW) == (len(session.rounds) == 2)
            assert session.phase != "voting" or (session.in_box or 0) >= 4 * ("cast" in done)
            if "fold" in done:
                assert session.tallies[SCALE.id].answered == 4
