"""Whoever can write the file can seal rows of their own: none leaves a record that does not open."""

import msgspec
import pytest
from record_kit import cast, create, opened

from codesign.core.ballot import Remark
from codesign.core.errors import BrokenRows, Damaged
from codesign.store.packed import pack, unpack
from codesign.store.places import Places
from codesign.store.seal import seal
from codesign.store.shelf import peek

FORGED = [
    Remark("nowhere", "could", "a card that is not there"),
    Remark("C", "works", "a prompt of another kind of card"),
    Remark("S", "could", "a line\nbreak"),
    Remark("S", "could", "\x1b]0;title\x07"),
    Remark("S", "could", "x" * 501),
    Remark("S", "could", "words", False, ("p",) * 9),
    Remark("S", "could", "", True),
    Remark("", "works", "an idea that answers a card"),
]


@pytest.mark.parametrize("remark", FORGED)
def test_a_forged_comment_is_a_broken_row_and_the_record_opens(places: Places, remark: Remark) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(4))
    record.close()
    tables = unpack(path.read_bytes(), path)
    packed = msgspec.msgpack.encode(remark)
    row = b"c" + len(packed).to_bytes(2) + packed.ljust(2301, b"\0")
    tables["box"]["77777777"] = {"kind": "c", "sealed": seal(row, tables["rounds"]["1"]["public_key"])}
    path.write_bytes(pack(tables))
    with opened(path, places) as again:
        with pytest.raises(BrokenRows):
            again.fold()
        again.fold(without_broken=True)
    assert (peek(path).left_out, len(peek(path).comments)) == (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"counts": {"works": -1, "could": 2, "doesnt": 2}},
        {"counts": {"works": 10**18, "could": 0, "doesnt": 0}},
        {"skipped": -1},
        {"unclear": 10**18},
        {"round": 7},
    ],
)
def test_impossible_counts_are_refused(places: Places, change: dict[str, object]) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(6))
    record.fold()
    record.close()
    tables = unpack(path.read_bytes(), path)
    row = next(row for row in tables["tally"].values() if row["card"] == "S")
    again = {**tables, "tally": {**tables["tally"], "77777777": dict(row)}}
    row.update(change)
    for forged in (tables, again):
        path.write_bytes(pack(forged))
        with pytest.raises(Damaged):
            peek(path)
