"""A damaged record is put aside byte for byte, and what can be read of it goes on, marked."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_kit import FaultyDisk, cast, create, keys, opened, round_key, tree

from codesign.core.ballot import Ballot
from codesign.core.errors import BrokenRows, Busy, CodesignError, Damaged, NoKey, NotSaved
from codesign.core.session import Review
from codesign.core.thresholds import Thresholds
from codesign.store import rows_in_bytes, verify
from codesign.store.disk import Disk
from codesign.store.mend import mend, readable
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import SCHEMA, pack, unpack
from codesign.store.rows_in_bytes import tables_in
from codesign.store.shelf import peek


@pytest.fixture
def path(places: Places) -> Path:
    """A record with six ballots and three comments in its open round."""
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(6))
    record.close()
    return path


def closed(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        record.fold()


def aside(path: Path, number: int = 1) -> Path:
    return Path(f"{path}.damaged-{number}")


def test_a_damaged_record_is_put_aside_byte_for_byte_and_goes_on(path: Path, places: Places) -> None:
    data = path.read_bytes().replace(b'"title":"Tech rules"', b'"title":"Tech rulez"')
    path.write_bytes(data)
    with pytest.raises(Damaged):
        Record.open(path, places)
    assert mend(path, places, Disk()) == aside(path)
    assert aside(path).read_bytes() == data
    assert aside(path).stat().st_mode & 0o077 == 0
    with opened(path, places) as record:
        session = record.read()
        assert (session.setup.title, session.in_box, session.mended) == ("Tech rulez", 6, True)
        cast(record, 6)
        record.fold()
    assert peek(path).tallies["S"].ballots == 7


def test_a_second_damage_is_put_aside_beside_the_first(path: Path, places: Places) -> None:
    for number in (1, 2):
        path.write_bytes(path.read_bytes() + b"\n")
        assert mend(path, places, Disk()) == aside(path, number)
    assert aside(path).read_bytes() != aside(path, 2).read_bytes()


def test_a_mended_record_tells_by_the_strictest_lines(path: Path, places: Places) -> None:
    """Else an edit by hand could show numbers that nobody was told of before the vote."""
    closed(path, places)
    path.write_bytes(
        path.read_bytes().replace(b'"numbers_from":10', b'"numbers_from":5').replace(b'"quote_from":5', b'"quote_from":1')
    )
    mend(path, places, Disk())
    session = peek(path)
    assert session.thresholds == Thresholds(10, 10)
    assert session.mended


def test_a_mended_record_lost_the_lines_that_its_rounds_prove(path: Path, places: Places) -> None:
    """It was told as a phrase then, where the room had heard by the old lines what is worth talking about."""
    other = places.records / "other.json"
    before = peek(path)
    record = Record.create(other, before.setup, Thresholds(5, 8), before.cards, places)
    cast(record, *range(6))
    record.fold()
    record.close()
    other.write_bytes(other.read_bytes() + b"\n")
    mend(other, places, Disk())
    assert (peek(other).mended, peek(other).thresholds) == (True, Thresholds(5, 8))


def test_without_damage_there_is_nothing_to_mend(path: Path, places: Places) -> None:
    before = tree(places.data)
    with pytest.raises(CodesignError, match="is not damaged"):
        mend(path, places, Disk())
    assert tree(places.data) == before


def test_a_record_of_a_newer_version_is_not_mended(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes().replace(f'"schema":{SCHEMA}'.encode(), f'"schema":{SCHEMA + 1}'.encode(), 1))
    before = tree(places.data)
    with pytest.raises(CodesignError, match="Update the program"):
        mend(path, places, Disk())
    assert tree(places.data) == before


def test_a_ballot_that_was_hit_is_lost_and_every_other_is_counted(path: Path, places: Places) -> None:
    """A block of zeros in the middle of the box: JSON as a whole is gone, the rows around are not."""
    data = bytearray(path.read_bytes())
    votes = [row["sealed"] for row in unpack(bytes(data), path)["box"].values() if row["kind"] == "b"]
    at = data.index(votes[2].encode())
    data[at + 10 : at + 60] = bytes(50)
    path.write_bytes(bytes(data))
    with pytest.raises(Damaged):
        Record.open(path, places)
    mend(path, places, Disk())
    with opened(path, places) as record:
        assert record.read().in_box == 5
        record.fold()
    assert peek(path).tallies["S"].ballots == 5


def test_a_sealed_row_with_one_wrong_letter_is_left_out_only_on_a_yes_and_told(path: Path, places: Places) -> None:
    tables = unpack(path.read_bytes(), path)
    row = next(r for r in tables["box"].values() if r["kind"] == "b")
    row["sealed"] = ("A" if row["sealed"][40] != "A" else "B").join((row["sealed"][:40], row["sealed"][41:]))
    path.write_bytes(pack(tables))
    with opened(path, places) as record:
        before = path.read_bytes()
        with pytest.raises(BrokenRows, match="1 of the sealed"):
            record.fold()
        assert path.read_bytes() == before
        assert len(keys(places)) == 1
        record.fold(without_broken=True)
        assert keys(places) == []
        assert record.read().left_out == 1
        assert record.read().tallies["S"].ballots == 5


@pytest.mark.parametrize("sealed", ["", "AAAA", "not base64 !", "é", "A" * 4000])
def test_a_row_of_any_form_can_be_left_out(path: Path, places: Places, sealed: str) -> None:
    tables = unpack(path.read_bytes(), path)
    tables["box"]["77777777"] = {"kind": "b", "sealed": sealed}
    path.write_bytes(pack(tables))
    with opened(path, places) as record:
        with pytest.raises(BrokenRows):
            record.fold()
        record.fold(without_broken=True)
        assert (record.read().left_out, record.read().tallies["S"].ballots) == (1, 6)


@pytest.mark.parametrize("part", ["meta", "cards", "rounds"])
def test_without_what_holds_the_rest_together_nothing_is_changed(path: Path, places: Places, part: str) -> None:
    path.write_bytes(path.read_bytes().replace(f'"{part}":'.encode(), f'"{part[:-1]}_":'.encode()))
    before = tree(places.data)
    with pytest.raises(Damaged, match="Too little"):
        mend(path, places, Disk())
    assert tree(places.data) == before


def test_a_lost_card_of_a_round_is_too_much(path: Path) -> None:
    """The bytes of a ballot stand for cards by their place: with one card less they would say something else."""
    tables = unpack(path.read_bytes(), path)
    del tables["cards"]["2"]
    path.write_bytes(pack(tables) + b" ")
    with pytest.raises(Damaged, match="Too little"):
        readable(path, Disk())


def test_a_closed_record_that_was_cut_short_keeps_the_counts_that_are_left(path: Path, places: Places) -> None:
    closed(path, places)
    whole = peek(path)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b'"card":"') + 3])
    mend(path, places, Disk())
    session = peek(path)
    assert 0 < len(session.tallies) < len(whole.tallies)
    assert all(whole.tallies[card] == tally for card, tally in session.tallies.items())
    assert {c.text for c in session.comments} == {c.text for c in whole.comments}
    with opened(path, places) as record:
        for comment in session.unread:
            record.review(comment.id, Review("withheld", reason="other"))
        assert record.read().phase == "telling"


def test_ballots_whose_round_was_lost_are_never_thrown_away(path: Path, places: Places) -> None:
    """The row of the open round can't be read: mending used to drop the box, as if the round had been closed."""
    closed(path, places)
    with opened(path, places) as record:
        record.open_round(["S"])
        record.cast(record.seal([Ballot({"S": "works"})]))
    data = path.read_bytes()
    at = data.rindex(b'"public_key"')
    path.write_bytes(data[: at - 1] + b"#" + data[at:])
    before = tree(places.data)
    with pytest.raises(Damaged, match="Too little"):
        mend(path, places, Disk())
    assert tree(places.data) == before


def test_a_wrong_letter_in_the_public_key_is_mended_from_the_key(path: Path, places: Places) -> None:
    data = path.read_bytes()
    public = unpack(data, path)["rounds"]["1"]["public_key"].encode()
    path.write_bytes(data.replace(public, public.swapcase()))
    mend(path, places, Disk())
    with opened(path, places) as record:
        cast(record, 6)
        record.fold()
    assert peek(path).tallies["S"].ballots == 7


def test_without_the_key_a_wrong_public_key_takes_no_ballot(path: Path, places: Places) -> None:
    tables = unpack(path.read_bytes(), path)
    tables["rounds"]["1"]["public_key"] = tables["rounds"]["1"]["public_key"].swapcase()
    path.write_bytes(pack(tables))
    with opened(path, places) as record:
        assert not record.has_key
        with pytest.raises(NoKey):
            cast(record, 6)


def test_a_lost_round_or_card_is_too_much(path: Path, places: Places) -> None:
    """A later round would take its number, and two tallies of one card would be there."""
    closed(path, places)
    with opened(path, places) as record:
        record.open_round(["S"])
        for _ in range(3):
            record.cast(record.seal([Ballot({"S": "works"})]))
        record.fold()
    for table, row in (("rounds", "1"), ("cards", "1")):
        tables = unpack(path.read_bytes(), path)
        del tables[table][row]
        path.with_name("b.json").write_bytes(pack(tables) + b" ")
        with pytest.raises(Damaged, match="Too little"):
            readable(path.with_name("b.json"), Disk())


def test_mending_makes_no_line_looser_and_proves_nothing_of_what_was_told(path: Path, places: Places) -> None:
    closed(path, places)
    tables = unpack(path.read_bytes(), path)
    tables["meta"]["1"]["lines"]["quote_from"] = 12
    path.write_bytes(pack(tables) + b" ")
    mend(path, places, Disk())
    session = peek(path)
    assert session.thresholds == Thresholds(10, 12)
    assert not session.is_told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"counts":{"could"', b'"counts":{"coulc"'),
        (b'"card":"S","id"', b'"card":"Z","id"'),
        (b'"skipped":0', b'"skipped":NaN'),
    ],
)
def test_a_row_that_would_break_a_page_later_is_left_out_or_the_record_is_refused(
    path: Path, places: Places, old: bytes, new: bytes
) -> None:
    closed(path, places)
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    try:
        mend(path, places, Disk())
    except Damaged:
        assert list(places.records.glob("*.damaged-*")) == []
        return
    session = peek(path)
    for card in session.cards:
        session.shown(card.id)
    for comment in session.comments:
        session.why_no_quote(comment)


def test_a_nest_without_end_is_no_crash(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"title":"Tech rules"', b'"title":' + b"[" * 900 + b"]" * 900))
    with pytest.raises(Damaged):
        readable(path, Disk())


def test_words_typed_into_the_file_come_in_by_the_door_of_all_words(path: Path, places: Places) -> None:
    closed(path, places)
    path.write_bytes(path.read_bytes().replace(b"a comment 0", b"a \\u001b[2J\\u202e\\ud800 0", 1))
    mend(path, places, Disk())
    text = next(c.text for c in peek(path).comments if c.text.endswith(" 0"))
    assert not {"\x1b", "\u202e", "\ud800"} & set(text)


def test_a_mend_that_the_disk_refuses_changes_nothing(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    data = path.read_bytes()
    for at in range(1, 5):
        for for_ever in (False, True):
            with pytest.raises(NotSaved):
                mend(path, places, FaultyDisk(at, 28, for_ever=for_ever))
            assert path.read_bytes() == data
            for left in places.records.glob("*.damaged-*"):
                assert left.read_bytes() == data
                left.unlink()
    mend(path, places, Disk())


def test_a_record_that_is_open_elsewhere_is_not_mended(path: Path, places: Places) -> None:
    with opened(path, places), pytest.raises(Busy):
        mend(path, places, Disk())


def test_the_key_of_a_mended_round_is_the_same(path: Path, places: Places) -> None:
    key = round_key(path, places)
    path.write_bytes(path.read_bytes() + b" ")
    mend(path, places, Disk())
    assert keys(places) == [key]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    places = Places.under(tmp_path_factory.mktemp("whole"))
    record = create(places.records / "notes.json", places)
    cast(record, *range(6))
    record.close()
    return record.path


@given(st.data())
def test_whatever_hits_a_record_it_is_mended_or_told_and_never_crashes(whole: Path, data: st.DataObject) -> None:
    hit = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(hit) - 1))
        size = data.draw(st.sampled_from([1, 1, 3, 64, 512]))
        noise = data.draw(st.sampled_from([b"\0" * size, b"{" * size, b'"' * size, b"9" * size, bytes(range(128)) * 4]))[:size]
        hit[at : at + len(noise)] = noise
    path = whole.with_name("hit.json")
    path.write_bytes(bytes(hit))
    try:
        tables = readable(path, Disk())
    except CodesignError:
        return
    path.write_bytes(pack(tables))
    session = peek(path)
    assert session.mended
    assert session.in_box is None or session.in_box <= 6


@given(st.binary(max_size=300))
def test_noise_holds_no_tables(noise: bytes) -> None:
    found: dict[str, Any] = tables_in(noise)
    assert all(isinstance(rows, dict) for rows in found.values())


def test_deep_nesting_is_no_crash() -> None:
    assert tables_in(b'{"box":{"1":' + b'{"a":' * 100_000) == {"box": {}}


def test_a_table_was_not_looked_for_in_a_damaged_record() -> None:
    assert {*rows_in_bytes._NAMES} == {*verify._FIELDS}
