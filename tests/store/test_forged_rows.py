"""Whoever can write the file can seal rows of their own: none leaves a record that does not open."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from record_kit import LooseDisk, cast, create, opened

from codesign.core.ballot import Remark
from codesign.core.errors import BrokenRows, CodesignError, Damaged, NoKey
from codesign.core.session import Review
from codesign.store.disk import Disk
from codesign.store.mend import mend, readable
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import pack, unpack
from codesign.store.seal import seal
from codesign.store.shelf import peek
from codesign.store.verify import findings

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


def four_ballots(places: Places) -> Path:
    """A record that is let go with four ballots in its box."""
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(4))
    record.close()
    return path


@pytest.mark.parametrize("remark", FORGED)
def test_a_forged_comment_is_a_broken_row_and_the_record_opens(places: Places, remark: Remark) -> None:
    path = four_ballots(places)
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
        mend(path, places, Disk())
        assert peek(path).mended
        assert {"C", "P+Q"} <= peek(path).tallies.keys()


@pytest.mark.parametrize("change", [{"round": 7}, {"card": "nowhere"}, {"prompt": "shouts"}, {"id": "x"}])
def test_a_comment_of_a_round_that_never_was_is_refused_and_mended_away(places: Places, change: dict[str, object]) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(6))
    record.fold()
    record.close()
    tables = unpack(path.read_bytes(), path)
    next(iter(tables["comments"].values())).update(change)
    path.write_bytes(pack(tables))
    with pytest.raises(Damaged):
        peek(path)
    mend(path, places, Disk())
    assert (len(peek(path).comments), len(peek(path).tallies)) == (2, 3)


@pytest.mark.parametrize("forged", ["AAAA", "A" * 43, "é" * 44, "\x1b[31m", "A" * 100_000, "!" * 44, "A" * 44])
def test_a_public_key_that_is_none_is_refused_and_mended_by_the_key(places: Places, forged: str) -> None:
    path = four_ballots(places)
    tables = unpack(path.read_bytes(), path)
    tables["rounds"]["1"]["public_key"] = forged
    path.write_bytes(pack(tables))
    with pytest.raises(Damaged, match="form of a record"):
        Record.open(path, places)
    mend(path, places, Disk())
    with opened(path, places) as again:
        again.fold()
    assert peek(path).ballots == 4


def test_a_public_key_to_which_nothing_can_be_sealed_is_told_in_a_sentence(places: Places) -> None:
    path = places.records / "notes.json"
    create(path, places).close()
    tables = unpack(path.read_bytes(), path)
    tables["rounds"]["1"]["public_key"] = "A" * 43 + "="
    path.write_bytes(pack(tables))
    with opened(path, places) as record, pytest.raises(NoKey):
        cast(record, 1)


@pytest.mark.parametrize("forged", [-1, 0, 7, 10**18])
def test_a_comment_under_the_id_of_another_broke_the_record_when_it_was_read(places: Places, forged: int) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(6))
    record.fold()
    record.close()
    tables = unpack(path.read_bytes(), path)
    next(iter(tables["comments"].values()))["id"] = forged
    path.write_bytes(pack(tables))
    with pytest.raises(Damaged):
        peek(path)
    mend(path, places, Disk())
    with opened(path, places) as again:
        for comment in again.read().comments:
            again.review(comment.id, Review("withheld", reason="other"))
    assert (len(peek(path).comments), peek(path).phase) == (3, "telling")


def refusal(look: Callable[[], object]) -> str:
    """The sentence that refuses it; empty where nothing does."""
    try:
        look()
    except CodesignError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [("cards", "rule", "\x1b[2J"), ("meta", "setup", "\u202eevil"), ("cards", "options", "\x00"), ("meta", "lines", 10**30)],
)
def test_a_sign_that_breaks_a_document_ended_the_program_at_the_poster(
    places: Places, table: str, field: str, value: object
) -> None:
    path = places.records / "notes.json"
    create(path, places).close()
    tables = unpack(path.read_bytes(), path)
    row = next(iter(tables[table].values()))
    inside: dict[str, object] = {"setup": {"title": value}, "lines": {"quote_from": value}}.get(field, {})
    row[field] = row[field] | inside if inside else [{"code": "A", "words": value}] if field == "options" else value
    path.write_bytes(pack(tables))
    with pytest.raises(Damaged, match="form of a record"):
        peek(path)


ODD = (None, -1, 10**18, 1.5, True, "", "x", "\x1b]0;t\x07", [], {}, [[]], {"1": {}})


@pytest.mark.parametrize("seed", range(2))
def test_no_value_in_any_place_of_a_record_ends_the_program(places: Places, seed: int) -> None:
    """Each field of each table in turn: the record opens, or is refused in a sentence, and so it is with mending."""
    path = places.records / "notes.json"
    record = create(path, places, LooseDisk())
    cast(record, *range(5))
    if seed:
        record.fold()
        record.open_round(["S"])
    record.close()
    whole, said = path.read_bytes(), []
    for name, rows in unpack(whole, path).items():
        for i, row in list(rows.items())[:1]:
            for field in row:
                for odd in ODD:
                    tables = unpack(whole, path)
                    tables[name][i][field] = odd
                    path.write_bytes(pack(tables))
                    said += [
                        refusal(lambda: peek(path)),
                        refusal(lambda: findings(path, places, Disk())),
                        refusal(lambda: readable(path, Disk())),
                    ]
    refused = [words for words in said if words]
    assert min(len(refused), len(said) - len(refused)) > 100, "some places matter, some don't"
    assert all(words.endswith((".", "”")) for words in refused), "in sentences"
    path.write_bytes(whole)
    assert peek(path).phase == "voting"
