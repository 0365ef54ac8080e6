"""Two tallies of a card can be subtracted: of a vote that was replaced the record keeps none, whatever happens to the file."""

import errno
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from record_kit import CARDS, LINES, SETUP, FaultyDisk, RecordingDisk, ballot, opened, tree

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.errors import Damaged, NotSaved
from codesign.core.session import Review
from codesign.store.disk import Disk
from codesign.store.mend import mend
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import Tables, pack, unpack
from codesign.store.replaced import without_replaced
from codesign.store.shelf import peek
from codesign.store.verify import findings

IDEA = Remark(OWN_IDEA, "idea", "wifi till midnight", True)


def voted(path: Path, places: Places, disk: Disk | None = None) -> Record:
    """Six people voted on three cards, two of them with a comment on S; one proposed a rule."""
    stack = [ballot(n) for n in range(5)] + [Ballot({"S": "works"}, (IDEA,))]
    record = Record.create(path, SETUP, LINES, CARDS, places, ballots=stack, disk=disk)
    record.fold()
    return record


def vote_again(record: Record, *cards: str, people: int = 7) -> None:
    record.open_round(cards)
    stack = [Ballot({card: ballot(n).answers[card] for card in cards}) for n in range(people)]
    record.cast(record.seal(stack))
    record.fold()


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def tallies(data: bytes, path: Path) -> list[tuple[str, int]]:
    return sorted((row["card"], row["round"]) for row in unpack(data, path)["tally"].values())


def with_both(path: Path, places: Places, schema: int) -> bytes:
    """A record of two votes on S as earlier versions wrote it: it holds the tallies of both."""
    record = voted(path, places)
    first = unpack(path.read_bytes(), path)["tally"]
    vote_again(record, "S")
    record.close()
    tables = unpack(path.read_bytes(), path)
    tables["tally"] = {**first, **tables["tally"]}
    for row in tables["rounds"].values():
        row.pop("among", None)
    data = pack(tables, schema)
    path.write_bytes(data)
    return data


def test_the_tally_of_a_replaced_vote_was_kept(path: Path, places: Places) -> None:
    """One came late and the others changed nothing: the difference of two tallies was that person's answers."""
    disk = RecordingDisk()
    record = voted(path, places, disk)
    first = json.loads(path.read_bytes())["tally"]
    replaced = next(i for i, row in first.items() if row["card"] == "S")
    disk.writes.clear()
    vote_again(record, "S")
    record.close()
    assert tallies(path.read_bytes(), path) == [("C", 1), ("P+Q", 1), ("S", 2)]
    assert not any(replaced.encode() in data for data in tree(places.data).values())
    last = next(data for at, data in reversed(disk.writes) if at.name.startswith(f".{path.name}."))
    assert replaced.encode() not in last
    assert findings(path, places, Disk()) == []


def test_a_vote_is_replaced_as_often_as_it_is_taken_again(path: Path, places: Places) -> None:
    record = voted(path, places)
    for n, cards in enumerate((["S"], ["S", "C"], ["C"], ["P+Q", "S"])):
        vote_again(record, *cards, people=5 + n)
    record.close()
    assert tallies(path.read_bytes(), path) == [("C", 4), ("P+Q", 5), ("S", 5)]
    assert peek(path).tallies["S"].ballots == 8


def test_the_first_vote_stays_until_the_second_is_closed_and_where_that_is_dropped(path: Path, places: Places) -> None:
    record = voted(path, places)
    first = record.read().tallies
    record.open_round(["S"])
    record.cast(record.seal([Ballot({"S": "doesnt"})]))
    assert record.read().tallies == first
    record.drop_round()
    assert record.read().tallies == first
    record.close()


def test_of_a_replaced_vote_only_what_its_words_need_is_kept(path: Path, places: Places) -> None:
    """Among how many a writer is: of cards on which somebody wrote, and of no other."""
    record = voted(path, places)
    before = record.read().wrote_among
    vote_again(record, "S", "C")
    session = record.read()
    assert unpack(path.read_bytes(), path)["rounds"]["1"]["among"] == {"S": 6, OWN_IDEA: 6}
    assert {key: session.wrote_among[key] for key in ((1, "S"), (1, OWN_IDEA))} == {(1, "S"): 6, (1, OWN_IDEA): 6}
    assert before[1, OWN_IDEA] == 6
    vote_again(record, "P+Q")
    assert record.read().wrote_among[1, OWN_IDEA] == 6
    record.close()


def test_words_of_a_smaller_first_vote_are_still_told_among_so_few(path: Path, places: Places) -> None:
    remarks = (Remark("S", "works", "calls home", True),)
    stack = [Ballot({"S": "works"}, remarks), *[Ballot({"S": "could"})] * 3]
    record = Record.create(path, SETUP, LINES, CARDS, places, ballots=stack)
    record.fold()
    vote_again(record, "S", people=12)
    (comment,) = record.read().comments
    assert record.read().why_no_quote(comment) == "too-few"
    record.review(comment.id, Review("theme", theme="calls"))
    assert record.read().told_of("S") == ()
    record.close()


@pytest.mark.parametrize("schema", [1, 2])
def test_a_record_of_an_earlier_version_lets_go_of_both_at_the_next_write(path: Path, places: Places, schema: int) -> None:
    data = with_both(path, places, schema)
    assert tallies(data, path).count(("S", 1)) == 1
    assert any("took the place" in found for found in findings(path, places, Disk()))
    assert peek(path).tallies["S"].ballots == 7
    with opened(path, places) as record:
        assert record.read().wrote_among[1, "S"] == 6
    assert tallies(path.read_bytes(), path) == [("C", 1), ("P+Q", 1), ("S", 2)]
    assert findings(path, places, Disk()) == []


def test_a_disk_that_refuses_lets_an_earlier_version_open_and_the_next_write_lets_go(path: Path, places: Places) -> None:
    with_both(path, places, 2)
    disk = FaultyDisk(1, errno.EROFS, only="write")
    with opened(path, places, disk) as record:
        assert ("S", 1) in tallies(path.read_bytes(), path)
        record.tell()
    assert ("S", 1) not in tallies(path.read_bytes(), path)


def test_a_refused_close_keeps_the_first_vote(path: Path, places: Places) -> None:
    disk = FaultyDisk(None, errno.ENOSPC, only="write")
    record = voted(path, places, disk)
    record.open_round(["S"])
    record.cast(record.seal([Ballot({"S": "doesnt"})] * 4))
    disk.fail_from_now()
    with pytest.raises(NotSaved):
        record.fold()
    assert record.read().tallies["S"].ballots == 6
    disk.heal()
    record.fold()
    record.close()
    assert tallies(path.read_bytes(), path) == [("C", 1), ("P+Q", 1), ("S", 2)]


def damages(data: bytes, row: bytes) -> Iterator[bytes]:
    """The bytes with one field of a row damaged, each in turn."""
    start, end = data.index(row), data.index(row) + len(row)
    for at in range(start, end):
        if data[at : at + 1] in b'":,{}' or data[at : at + 1].isdigit():
            yield data[:at] + b"?" + data[at + 1 :]


@pytest.mark.parametrize("old", [False, True])
def test_mend_showed_the_result_of_the_first_vote(path: Path, places: Places, old: bool) -> None:
    """One damaged field in the row of the second vote, and the first one's result was printed."""
    if old:
        data = with_both(path, places, 2)
    else:
        record = voted(path, places)
        vote_again(record, "S")
        record.close()
        data = path.read_bytes()
    (second,) = (row for row in unpack(data, path)["tally"].values() if (row["card"], row["round"]) == ("S", 2))
    row = json.dumps(second, separators=(",", ":"), sort_keys=True).encode()
    mended = 0
    for damaged in itertools.islice(damages(data, row), 0, None, 3):
        path.write_bytes(damaged)
        try:
            mend(path, places, Disk())
        except Damaged:
            continue
        mended += 1
        session = peek(path)
        assert "S" not in session.tallies or session.tallies["S"].ballots == 7
        assert not session.shown("S").speaks or session.tallies["S"].ballots == 7
        assert ("S", 1) not in tallies(path.read_bytes(), path)
    assert mended > 10


def test_mend_took_the_first_vote_where_the_row_of_the_second_round_was_lost(path: Path, places: Places) -> None:
    tables: Tables = unpack(with_both(path, places, 2), path)
    del tables["rounds"]["2"]
    path.write_bytes(pack(tables))
    mend(path, places, Disk())
    assert "S" not in peek(path).tallies


def test_a_record_without_a_replaced_vote_changes_nothing(path: Path, places: Places) -> None:
    voted(path, places).close()
    before = path.read_bytes()
    assert without_replaced(unpack(before, path)) == {}
    with opened(path, places):
        pass
    assert path.read_bytes() == before
