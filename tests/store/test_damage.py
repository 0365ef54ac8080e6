"""A damaged or foreign file is always told in a sentence and never written over."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_kit import cast, create, opened

from codesign.core.errors import CodesignError, Damaged
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import SCHEMA, _head, pack, unpack
from codesign.store.shelf import peek


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A folded record with a second round open: every table is there."""
    places = Places.under(tmp_path_factory.mktemp("whole"))
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(4))
    record.fold()
    record.open_round(["S"])
    from codesign.core.ballot import Ballot

    record.cast(record.seal([Ballot({"S": "works"})]))
    record.close()
    return path.read_bytes()


@pytest.fixture
def place(places: Places) -> Path:
    places.records.mkdir(parents=True)
    return places.records / "notes.json"


def refuse(path: Path, places: Places, data: bytes) -> CodesignError:
    """Opening refuses the bytes and leaves them as they are; so does a look at them."""
    path.write_bytes(data)
    with pytest.raises(CodesignError) as refused:
        Record.open(path, places)
    assert path.read_bytes() == data
    assert str(refused.value).endswith(".")
    with pytest.raises(CodesignError):
        peek(path)
    return refused.value


def test_the_whole_record_opens(whole: bytes, place: Path, places: Places) -> None:
    place.write_bytes(whole)
    with opened(place, places) as record:
        assert record.read().in_box == 1
    assert place.read_bytes() == whole
    assert set(unpack(whole, place)) == {"box", "cards", "comments", "meta", "rounds", "tally"}


def test_every_truncation_is_noticed(whole: bytes, place: Path, places: Places) -> None:
    for size in [*range(0, len(whole), 7), len(whole) - 1]:
        with pytest.raises(CodesignError):
            unpack(whole[:size], place)
    for size in [*range(0, 120, 7), *range(0, len(whole), 211), len(whole) - 1]:
        refuse(place, places, whole[:size])


def test_every_flipped_bit_is_noticed(whole: bytes, place: Path, places: Places) -> None:
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << (at * 5 + at // 8) % 8
        with pytest.raises(CodesignError):
            unpack(bytes(flipped), place)
    for at in range(0, len(whole), 101):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << bit
            refuse(place, places, bytes(flipped))


def test_every_bit_of_the_head_is_covered(whole: bytes, place: Path) -> None:
    for at in range(90):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << bit
            with pytest.raises(CodesignError):
                unpack(bytes(flipped), place)


@pytest.mark.parametrize("size", [1, 7, 100, 512, 4096])
def test_a_zeroed_tail_or_block_is_noticed(whole: bytes, place: Path, places: Places, size: int) -> None:
    refuse(place, places, whole[:-size] + bytes(size))
    refuse(place, places, whole + bytes(size))
    refuse(place, places, bytes(len(whole)))
    for at in range(0, len(whole) - size, max(size, 300)):
        refuse(place, places, whole[:at] + bytes(size) + whole[at + size :])


@given(noise=st.binary(min_size=1, max_size=512), at=st.integers(0, 5000))
def test_a_block_of_noise_is_noticed(whole: bytes, noise: bytes, at: int) -> None:
    data = whole[:at] + noise + whole[at + len(noise) :]
    if data != whole:
        with pytest.raises(CodesignError):
            unpack(data, Path("notes.json"))


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_noise_is_no_record(noise: bytes) -> None:
    with pytest.raises(CodesignError):
        unpack(noise, Path("notes.json"))


INTEGRITY = '{"_integrity":{"1":{"schema":1,"sum":"' + "0" * 32 + '"}},'
FOREIGN = {
    "empty": b"",
    "blank": b"  \n",
    "one byte": b"{",
    "an empty object": b"{}",
    "a list": b"[1]",
    "a number": b"1",
    "null": b"null",
    "a text": b'"_integrity"',
    "infinite": b"NaN",
    "stock TinyDB": b'{"_default": {"1": {"a": 1}}}',
    "integrity is null": b'{"_integrity":null}',
    "integrity is a list": b'{"_integrity":[]}',
    "integrity has no row": b'{"_integrity":{}}',
    "integrity row is a number": b'{"_integrity":{"1":1}}',
    "schema is a text": b'{"_integrity":{"1":{"schema":"1","sum":""}}}',
    "schema is null": b'{"_integrity":{"1":{"schema":null,"sum":""}}}',
    "schema is true": b'{"_integrity":{"1":{"schema":true,"sum":""}}}',
    "wrong sum": (INTEGRITY + '"meta":{}}').encode(),
    "deep nesting": b"[" * 100_000,
    "deep nesting of objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "a long number": b'{"_integrity":' + b"9" * 10_000 + b"}",
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "Latin-1": '{"é":1}'.encode("latin-1"),
    "NUL": b"\0" * 100,
    "Word": b"PK\x03\x04" + bytes(range(256)),
    "text": b"Dear diary, 24 November",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_refused(place: Path, places: Places, name: str) -> None:
    assert isinstance(refuse(place, places, FOREIGN[name]), Damaged)


def test_a_byte_order_mark_or_another_layout_is_noticed(whole: bytes, place: Path, places: Places) -> None:
    for changed in (b"\xef\xbb\xbf" + whole, whole + b"\n", b" " + whole, json.dumps(json.loads(whole), indent=1).encode()):
        assert isinstance(refuse(place, places, changed), Damaged)


def test_a_missing_checksum_is_an_edit_and_no_excuse(whole: bytes, place: Path, places: Places) -> None:
    """Lesson 6 of the prototype: a missing _integrity passed as "no checksum"."""
    tables = json.loads(whole)
    del tables["_integrity"]
    assert isinstance(refuse(place, places, json.dumps(tables, separators=(",", ":")).encode()), Damaged)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"expected":8', b'"expected":9'),
        (b'"works":2', b'"works":9'),
        (b'"state":"open"', b'"state":"closed"'),
        (b"a comment 0", b"a c0mment 0"),
        (b'"quote_ok":false', b'"quote_ok":true'),
        (b'"numbers_from":10', b'"numbers_from":5'),
    ],
)
def test_a_value_edited_by_hand_is_noticed(whole: bytes, place: Path, places: Places, old: bytes, new: bytes) -> None:
    assert old in whole
    error = refuse(place, places, whole.replace(old, new, 1))
    assert isinstance(error, Damaged)
    assert "changed outside this program" in str(error)


def test_two_rows_in_exchanged_order_are_noticed(whole: bytes, place: Path, places: Places) -> None:
    tables = json.loads(whole)
    tables["cards"] = dict(reversed(tables["cards"].items()))
    refuse(place, places, json.dumps(tables, separators=(",", ":")).encode())


@pytest.mark.parametrize("schema", [SCHEMA + 1, 99, 10**30])
def test_a_record_of_a_newer_version_is_refused(whole: bytes, place: Path, places: Places, schema: int) -> None:
    newer = whole.replace(f'"schema":{SCHEMA}'.encode(), f'"schema":{schema}'.encode(), 1)
    error = refuse(place, places, newer)
    assert not isinstance(error, Damaged)
    assert "Update the program" in str(error)


Tables = dict[str, dict[str, dict[str, Any]]]


def without(tables: Tables, *at: str) -> Tables:
    inner: Any = tables
    for name in at[:-1]:
        inner = inner[name]
    del inner[at[-1]]
    return tables


BROKEN = {
    "no meta": lambda t: without(t, "meta"),
    "no cards": lambda t: without(t, "cards"),
    "no setup": lambda t: without(t, "meta", "1", "setup"),
    "no title": lambda t: without(t, "meta", "1", "setup", "title"),
    "an unknown state": lambda t: t["rounds"]["1"].update(state="ajar") or t,
    "a count in words": lambda t: next(iter(t["tally"].values())).update(counts={"works": "two"}) or t,
    "a tally without its round": lambda t: [row.pop("round") for row in t["tally"].values()] and t,
    "a comment without its text": lambda t: [row.pop("text") for row in t["comments"].values()] and t,
    "a row in the box without a kind": lambda t: [row.pop("kind") for row in t["box"].values()] and t,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_record_with_a_true_checksum_but_a_broken_form_is_refused(
    whole: bytes, place: Path, places: Places, name: str
) -> None:
    tables = unpack(whole, place)
    assert isinstance(refuse(place, places, pack(BROKEN[name](tables))), Damaged)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("value", [[], None, 1, "x", {"1": []}, {"1": None}, {"x": {}}])
@pytest.mark.parametrize("table", ["rounds", "comments", "tally", "cards", "meta"])
def test_a_table_of_another_form_is_refused(whole: bytes, place: Path, places: Places, table: str, value: object) -> None:
    tables = {**unpack(whole, place), table: value}
    rest = json.dumps(tables, separators=(",", ":")).encode()[1:]
    refuse(place, places, _head(rest) + rest)


def test_a_record_without_its_lines_is_refused(whole: bytes, place: Path, places: Places) -> None:
    refuse(place, places, pack(without(unpack(whole, place), "meta", "1", "lines")))


@pytest.mark.parametrize("session", [None, "abc", [], {}])
def test_a_record_without_a_session_id_is_refused(whole: bytes, place: Path, places: Places, session: object) -> None:
    tables = unpack(whole, place)
    tables["meta"]["1"]["session"] = session
    refuse(place, places, pack(tables))


@given(
    st.dictionaries(
        st.sampled_from(["meta", "box", "cards", "_a", "Z"]),
        st.dictionaries(
            st.integers(1, 2**52).map(str),
            st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers() | st.booleans() | st.none(), max_size=3),
            max_size=4,
        ),
        min_size=1,
    )
)
def test_what_is_packed_unpacks_and_rows_are_sorted(tables: Tables) -> None:
    data = pack(tables)
    assert unpack(data, Path("x")) == tables
    backwards = {
        name: {i: dict(reversed(row.items())) for i, row in reversed(rows.items())} for name, rows in reversed(tables.items())
    }
    assert data == pack(backwards)
    data.decode("ascii")
    for rows in json.loads(data).values():
        assert list(rows) == sorted(rows, key=int)


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        pack({"a": {"1": {"b": float("nan")}}})
