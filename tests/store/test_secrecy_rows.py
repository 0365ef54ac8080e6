"""What rows and files look like from outside: one length, these fields, no trace of a turn that did not end."""

import json
import os
import re
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from record_kit import CHOICE, LINES, PAIR, SCALE, SETUP, ballot, cast, create, opened, tree

from codesign.core.ballot import PICKS_LIMIT, Ballot, Remark
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.kinds.choice import choice_options
from codesign.core.plan import Card
from codesign.core.session import Review
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean
from codesign.core.turn import Turn
from codesign.store.code import Code
from codesign.store.places import Places
from codesign.store.record import Record

CODE = "135790"


@pytest.fixture
def path(places: Places) -> Path:
    return places.records / "notes.json"


def tables_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


# Sizes


def cards_of(size: int) -> list[Card]:
    """Cards of all kinds, with three to six options."""
    choices = [choice_options([*(f"{k} pm" for k in range(n)), "Something else"]) for n in (2, 3, 4, 5)]
    kinds = [SCALE, CHOICE, PAIR, *(replace(CHOICE, options=options) for options in choices)]
    return [replace(kinds[n % len(kinds)], id=f"card-{n}") for n in range(size)]


LONGEST = [clean(text * COMMENT_LIMIT, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES) for text in ("a", "漢", "😀")]


@pytest.mark.parametrize("size", [1, 3, 255, 256, 257, 316])
def test_all_rows_of_a_kind_have_one_length_whatever_they_hold(path: Path, places: Places, size: int) -> None:
    cards = cards_of(size)
    first, last = cards[0].id, cards[-1].id
    codes = {card.id: [*(o.code for o in kind_of(card).options(card)), *NO_ANSWER] for card in cards}
    booth = [Ballot({i: codes[i][n % len(codes[i])] for i in codes}) for n in range(9)]
    one_card = [Ballot({i: code}) for i in dict.fromkeys([first, *list(codes)[1:8], last]) for code in codes[i]]
    texts = ["", "x", *LONGEST]
    remarks = [Remark(last, "idea", text, bool(n), ("p" * 60,) * n) for text in texts for n in (0, PICKS_LIMIT)]
    spoken = [Ballot(booth[0].answers, tuple(remarks[:n])) for n in range(len(remarks))]
    turns = [*booth, *one_card, *spoken, *(Ballot({first: codes[first][0]}, (remark,)) for remark in remarks), Ballot({})]
    record = Record.create(path, SETUP, LINES, cards, places)
    lengths: dict[str, set[int]] = {"v": set(), "c": set()}
    for turn in turns:
        found = [list(row.items()) for row in record.seal([turn]).rows.values()]
        assert [row[0] for row in found] == [("kind", "v"), *[("kind", "c")] * len(turn.remarks)]
        assert {key for row in found for key, _ in row} == {"kind", "sealed"}
        for (_, kind), (_, sealed) in found:
            lengths[kind].add(len(sealed))
    record.close()
    votes = (1 + size + 255) // 256 * 256
    assert lengths == {"v": {(votes + 48 + 2) // 3 * 4}, "c": {(2304 + 48 + 2) // 3 * 4}}


def test_a_comment_adds_whole_rows_to_the_file_and_changes_nothing_else(path: Path, places: Places) -> None:
    record = create(path, places)
    grown = []
    for count in (0, 1, 3):
        before, size = tables_of(path).get("box", {}), path.stat().st_size
        record.cast(record.seal([Ballot({"S": "could"}, (Remark("S", "could", LONGEST[count - 1], True),) * count)]))
        new = {i: row for i, row in tables_of(path)["box"].items() if i not in before}
        grown.append(path.stat().st_size - size - sum(len(f'"{i}":,') for i in new))
    record.close()
    row = len('{"kind":"c","sealed":""}') + (2304 + 48 + 2) // 3 * 4
    assert grown[2] - grown[1] == 2 * row
    assert grown[1] - grown[0] - row == -len('"box":{},') + 1  # the first turn brings the table itself


def test_the_same_ballot_is_sealed_differently_each_time(path: Path, places: Places) -> None:
    record = create(path, places)
    sealed = [row["sealed"] for _ in range(20) for row in record.seal([ballot(0)]).rows.values()]
    record.close()
    assert len({text[n : n + 8] for text in sealed for n in range(0, 400, 80)}) == 40 * 5


# Unfinished turns


def test_a_turn_that_was_sealed_but_not_cast_leaves_the_files_as_they_were(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0)
    before = tree(places.data)
    record.seal([ballot(2)])
    assert tree(places.data) == before
    record.close()
    with opened(path, places) as again:
        assert again.session().in_box == 1
    assert tree(places.data) == before


def in_the_booth(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        turn = Turn.begin(record.session().round_cards).answer("could").write("a comment").allow_quote(True).next().answer("B")
        record.seal([turn.ballot()])
        os.kill(os.getpid(), signal.SIGKILL)


def in_the_lobby(path: Path, places: Places) -> None:
    with opened(path, places):
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")
@pytest.mark.parametrize("where", [in_the_booth, in_the_lobby])
def test_a_turn_killed_in_its_middle_leaves_no_trace(path: Path, places: Places, where: Callable[[Path, Places], None]) -> None:
    record = create(path, places)
    cast(record, 0, 1)
    record.close()
    before = tree(places.data)
    child = os.fork()
    if not child:
        try:
            where(path, places)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert tree(places.data) == before
    assert {p.name for p in places.data.rglob("*.lock")} == {"notes.json.lock"}
    with opened(path, places) as again:
        assert again.session().in_box == 2
    assert tree(places.data) == before


# What may stand in a record at all


COMMENT = {"id", "round", "card", "prompt", "text", "quote_ok", "picks", "review", "theme", "reason"}
"""No ballot, no other comment, no person, no place in a row of comments."""
ALWAYS = {
    "_integrity": {"schema", "sum"},
    "meta": {"session", "setup", "lines"},
    "cards": {"id", "kind", "rule", "options"},
}
OPEN = {"rounds": {"number", "cards", "state", "mode", "public_key", "key"}, "box": {"kind", "sealed"}}
FOLDED = {
    "rounds": {"number", "cards", "state", "mode", "key"},
    "tally": {"round", "card", "counts", "skipped", "unclear", "not_reached", "each"},
    "comments": COMMENT,
}
SETUP_KEYS = {"title", "day", "audience", "answer_by", "expected", "support_person", "local_line", "made_up", "language"}
FINER_THAN_A_DAY = re.compile(r"\d[T ]?\d?\d:\d\d|\b1[6-9]\d{8}(?:\d{3}|\d{6})?\b|\d{4}-\d\d-\d\d.")


def keys_of(path: Path) -> dict[str, set[str]]:
    return {name: {key for row in table.values() for key in row} for name, table in tables_of(path).items()}


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield str(value)


def test_a_record_holds_these_fields_and_nothing_finer_than_a_day(path: Path, places: Places) -> None:
    record = create(path, places)
    for step in (OPEN, FOLDED, FOLDED):
        if step is OPEN:
            cast(record, *range(5))
        elif record.session().open_round:
            record.fold()
        else:
            record.review(record.session().comments[0].id, Review("withheld", reason="safety"))
        tables = tables_of(path)
        assert keys_of(path) == ALWAYS | step
        assert set(tables["meta"]["1"]["setup"]) == SETUP_KEYS
        assert set(tables["meta"]["1"]["lines"]) == {"numbers_from", "quote_from"}
        assert {key for card in tables["cards"].values() for one in card.get("options", []) for key in one} == {
            "code",
            "words",
            "good",
        }
        del tables["meta"]["1"]["session"], tables["_integrity"]
        for row in tables["rounds"].values():
            del row["key"]
        for row in tables.get("comments", {}).values():
            del row["id"]
        for row in tables.get("box", {}).values():
            del row["sealed"]
        assert [leaf for leaf in leaves(tables) if FINER_THAN_A_DAY.search(leaf)] == []
    record.close()
    assert all(FINER_THAN_A_DAY.search(s) for s in ("2026-11-24T10:00", "2026-11-24 ", "9:30:00", "1795514400", "1795514400.5"))
    assert not FINER_THAN_A_DAY.search("2026-11-24")


def test_files_are_for_their_owner_only_and_their_names_tell_nothing(path: Path, places: Places) -> None:
    record = create(path, places)
    Code(places.code(record.session_id), lambda: 0.0).set(CODE)
    cast(record, 0)
    files = [p for p in places.data.rglob("*") if p.is_file()]
    folders = [places.records, places.state]
    record.close()
    assert len(files) == 4
    assert {stat.S_IMODE(p.stat().st_mode) for p in files} == {0o600}
    assert {stat.S_IMODE(p.stat().st_mode) for p in folders} == {0o700}
    assert CODE not in "".join(p.name for p in files)
