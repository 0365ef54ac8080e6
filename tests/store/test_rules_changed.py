"""Rules fixed before a vote stay fixed: whoever changes them in the file afterwards is told of, and gains nothing by it."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from record_kit import CARDS, LINES, SETUP, ballot, cast, create, opened

from codesign.core.hour import hour_of
from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.documents.summary.build import build
from codesign.phrases.caveats import caveats
from codesign.store.box import Sealed, sealed_rows
from codesign.store.disk import Disk
from codesign.store.mend import mend
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.record_bytes import Tables, pack, unpack
from codesign.store.seal import new_keys
from codesign.store.shelf import peek
from codesign.store.state import _PROMISED, rules_digests
from codesign.store.verify import findings


def turn_order(tables: Tables) -> None:
    cards = tables["cards"]
    cards["1"], cards["2"] = cards["2"], cards["1"]


CHANGES: dict[str, Callable[[Tables], object]] = {
    "the words of a rule": lambda t: t["cards"]["1"].update(rule="Phones are taken away."),
    "the words of an option": lambda t: t["cards"]["2"]["options"][0].update(words="11 pm"),
    "the explanation of a rule": lambda t: t["cards"]["1"].update(why="Because."),
    "the order": turn_order,
    "the line for numbers": lambda t: t["meta"]["1"]["lines"].update(numbers_from=5),
    "the line for quotes": lambda t: t["meta"]["1"]["lines"].update(quote_from=9),
    "who answers": lambda t: t["meta"]["1"]["setup"].update(audience="Somebody else"),
    "by when": lambda t: t["meta"]["1"]["setup"].update(answer_by="2030-01-01"),
    "the title": lambda t: t["meta"]["1"]["setup"].update(title="Another house"),
    "the day": lambda t: t["meta"]["1"]["setup"].update(day="2020-01-01"),
    "that it is made up": lambda t: t["meta"]["1"]["setup"].update(made_up=True),
}
MAY: dict[str, object] = {
    **{"contact": "555-0177", "support_person": "Alex", "local_line": "555-0100", "expected": 9, "language": "es"},
    **{"region": "US", "board": True, "steps": msgspec.to_builtins(hour_of(60))},
}
"""What of the set-up may be other in the end: nobody was promised it."""
TOLD = "were changed after a vote began"


def change(path: Path, how: Callable[[Tables], object]) -> None:
    """A change with a true checksum, as somebody makes it who knows the program."""
    tables = unpack(path.read_bytes(), path)
    how(tables)
    path.write_bytes(pack(tables))


def forge_rules(tables: Tables) -> None:
    """Hide a change from all but the ballots."""
    row = tables["rounds"]["1"]
    row["rules"] = rules_digests(tables, row)[0].hex()


@pytest.fixture
def path(places: Places) -> Path:
    path = places.records / "notes.json"
    create(path, places).close()
    return path


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("before", [3, 6])
def test_rules_changed_after_the_vote_began_are_told(path: Path, places: Places, name: str, hidden: bool, before: int) -> None:
    with opened(path, places) as record:
        cast(record, *range(before))
    change(path, CHANGES[name])
    assert any(TOLD in found for found in findings(path, places, Disk()))
    if hidden:
        change(path, forge_rules)
    with opened(path, places) as record:
        for n in range(before, 6):
            record.cast(record.seal([ballot(n)]))
        record.fold()
        for comment in record.read().comments:
            record.review(comment.id, Review("withheld", reason="other"))
        session = record.read()
    assert session.changed == (before if hidden else 6)
    assert session.thresholds == session.thresholds.strictest
    assert session.thresholds.numbers_from == 10
    assert any("changed in the record after the vote" in told for told in caveats(session))
    assert any("changed in the record" in told for told in build(session).caveats)
    assert any(TOLD in found for found in findings(path, places, Disk()))


def test_rules_changed_and_put_back_before_the_close_are_told(path: Path, places: Places) -> None:
    rule = unpack(path.read_bytes(), path)["cards"]["1"]["rule"]
    change(path, CHANGES["the words of a rule"])
    with opened(path, places) as record:
        cast(record, 0, 1)
    change(path, lambda t: t["cards"]["1"].update(rule=rule))
    with opened(path, places) as record:
        cast(record, 2, 3)
        record.fold()
        assert record.read().changed == 2


def test_another_key_opens_none_of_the_ballots_and_is_never_silent(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        cast(record, *range(4))
    change(path, lambda t: t["rounds"]["1"].update(public_key=new_keys()[1]))
    assert findings(path, places, Disk()) != []
    with opened(path, places) as record:
        assert not record.has_key


@pytest.mark.parametrize("name", CHANGES)
def test_rules_changed_after_the_close_are_found(path: Path, places: Places, name: str) -> None:
    with opened(path, places) as record:
        cast(record, *range(6))
        record.fold()
    assert findings(path, places, Disk()) == []
    change(path, CHANGES[name])
    assert any(TOLD in found for found in findings(path, places, Disk()))
    session = peek(path)
    assert caveats(session)
    assert session.thresholds == session.thresholds.strictest


@pytest.mark.parametrize("name", ["the words of a rule", "the line for numbers"])
def test_rules_changed_between_two_votes_were_silent(path: Path, places: Places, name: str) -> None:
    with opened(path, places) as record:
        cast(record, *range(6))
        record.fold()
    change(path, CHANGES[name])
    with opened(path, places) as record:
        record.open_round([record.read().cards[0].id])
        for n in range(6):
            record.cast(record.seal([ballot(n)]))
        record.fold()
        session = record.read()
    assert session.changed
    assert session.thresholds == session.thresholds.strictest


def test_what_a_session_does_by_itself_is_no_change(path: Path, places: Places) -> None:
    """Another vote, on fewer cards; a record with lines of its own; one of schema 1, which had no such digest."""
    with opened(path, places) as record:
        cast(record, *range(5))
        record.fold()
        record.open_round(["S", "P+Q"])
        cast(record, *range(5))
        assert findings(path, places, Disk()) == []
        record.fold()
        assert (record.read().changed, caveats(record.read())) == (0, [])
    other = places.records / "other.json"
    with_lines = Record.create(other, SETUP, Thresholds(5, 8), peek(path).cards, places)
    cast(with_lines, *range(5))
    with_lines.fold()
    with_lines.close()
    assert (peek(other).changed, peek(other).thresholds, findings(other, places, Disk())) == (0, Thresholds(5, 8), [])


def test_what_may_be_others_in_the_end_is_no_change(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        cast(record, *range(5))
    change(path, lambda t: t["meta"]["1"]["setup"].update(MAY))
    with opened(path, places) as record:
        record.fold()
        assert (record.read().changed, findings(path, places, Disk())) == (0, [])


def test_nobody_had_said_whether_a_part_of_the_set_up_is_promised() -> None:
    assert sorted([*_PROMISED, *MAY]) == sorted(Setup.__struct_fields__), "in the digest of store/state.py, or it may change"


def test_a_vote_under_an_earlier_digest_was_told_as_changed(path: Path, places: Places) -> None:
    """A record of the version that left the set-up out of the digest: opened, voted on, folded."""

    def as_before(tables: Tables) -> None:
        row = tables["rounds"]["1"]
        row["rules"] = rules_digests(tables, row)[1].hex()

    change(path, as_before)
    with opened(path, places) as record:
        row = record._round_row()
        earlier = rules_digests(record._tables.now, row, row["public_key"])[1]
        rows = sealed_rows([ballot(n) for n in range(5)], CARDS, earlier, row["public_key"])
        record.cast(Sealed(dict(zip(record._tables.new_ids(5, "box"), rows, strict=True))))
        assert findings(path, places, Disk()) == []
        record.fold()
        assert (record.read().changed, record.read().ballots, findings(path, places, Disk())) == (0, 5, [])


@pytest.mark.parametrize("note", [{"mended": True}, {"changed": 1}])
def test_a_record_that_says_it_was_changed_kept_loose_lines(path: Path, places: Places, note: dict[str, object]) -> None:
    with opened(path, places) as record:
        cast(record, *range(6))
        record.fold()
    change(path, CHANGES["the line for numbers"])
    change(path, lambda t: t["meta"]["1"].update(note))
    assert peek(path).thresholds == LINES.strictest


def test_a_mended_record_whose_lines_were_changed_during_the_vote_says_both(path: Path, places: Places) -> None:
    change(path, lambda t: t["meta"]["1"]["lines"].update(quote_from=6))
    with opened(path, places) as record:
        cast(record, *range(6))
    path.write_bytes(path.read_bytes().replace(b'"expected":8', b'"expected":9'))
    mend(path, places, Disk())
    assert findings(path, places, Disk())[0].startswith("A damaged file was put aside")
    with opened(path, places) as record:
        record.fold()
        assert (record.read().mended, record.read().changed) == (True, 6)
        assert len(caveats(record.read())) == 2
    assert peek(path).thresholds == Thresholds(quote_from=10) != LINES
