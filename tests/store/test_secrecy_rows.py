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
from record_kit import CHOICE, LINES, PAIR, SCALE, SETUP, LooseDisk, ballot, cast, create, opened, tree

from codesign.core.ballot import PICKS_LIMIT, Ballot, Remark, RowReader, as_row, block_of, words_size
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.kinds.choice import choice_options
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
    lengths: dict[int, set[int]] = {4096: set(), 8192: set(), 16384: set(), 32768: set()}
    for turn in turns:
        (row,) = record.seal([turn]).rows.values()
        assert list(row) == ["kind", "sealed"]
        assert row["kind"] == "b"
        block = next(b for b in lengths if b >= words_size(turn.remarks) and (b > 8192 or size <= 20))
        lengths[block].add(len(row["sealed"]))
    stack = {len(row["sealed"]) for row in record.seal(turns[:20]).rows.values()}
    record.close()
    votes = (size + 255) // 256 * 256
    made = {block: {(1 + 16 + votes + block + 48 + 2) // 3 * 4} for block in lengths}
    assert all(found <= made[block] for block, found in lengths.items())
    assert lengths[4096 if size <= 20 else 16384]
    assert len(stack) == 1


def spoken(comments: int, *, idea: bool = False) -> Ballot:
    """A turn with words beside so many of its cards, made as a screen makes it."""
    turn = Turn.begin(MANY)
    for n in range(len(MANY)):
        turn = turn.answer(("works", "could", "doesnt")[n % 3])
        if n < comments:
            turn = turn.write(LONGEST[n % 3][: 40 * (n + 1)]).toggle(f"pick-{n}").allow_quote(n % 2 == 0)
        turn = turn.next()
    return (turn.write_idea("A rule of my own") if idea else turn).ballot()


MANY = tuple(replace(SCALE, id=f"R-{n}") for n in range(8))
TURNS = [spoken(0), spoken(1), spoken(5), spoken(0, idea=True), spoken(8, idea=True), Ballot({})]


@pytest.mark.parametrize("first", range(len(TURNS)))
def test_a_folders_history_does_not_tell_who_wrote(path: Path, places: Places, first: int) -> None:
    """Between two turns anybody may list the folder. Every turn makes the file longer by the same, the first one too."""
    record = Record.create(path, SETUP, LINES, MANY, places, disk=LooseDisk())
    grown = set()
    for turn in [*TURNS[first:], *TURNS[:first]]:
        before = path.stat().st_size
        record.cast(record.seal([turn]))
        grown.add(path.stat().st_size - before)
    record.close()
    assert len(grown) == 1
    assert tables_of(path)["box"].keys() == {i for i in tables_of(path)["box"] if len(i) == 16}


def test_a_turn_never_holds_more_words_than_its_block_takes(path: Path, places: Places) -> None:
    """Not even when answers are taken back and given again, and not with all quick picks and the longest ids."""
    for count in (1, 8, 20, 21, 40):
        cards = [replace(SCALE, id=f"{n:02}" + "c" * 79) for n in range(count)]
        turn = Turn.begin(cards)
        for again in range(2):
            turn = turn.write_idea(LONGEST[0])
            for n in range(count):
                turn = replace(turn, at=n).answer("works" if again else "skipped").answer("could")
                for pick in range(PICKS_LIMIT + 1):
                    turn = turn.toggle(f"{pick}" + "p" * 119)
                turn = turn.write(LONGEST[n % 3])
                assert turn.room >= 0
        for n in range(0, count, 2):
            turn = replace(turn, at=n).answer("doesnt").write("")
        assert turn.write_idea("an idea").idea.text in ("an idea", "")
        ballot = turn.ballot()
        assert words_size(ballot.remarks) <= block_of(cards)
        assert RowReader(cards).read(as_row(ballot, cards, b"", block_of(cards))) == ballot


def test_a_turn_with_little_to_say_is_never_cut() -> None:
    cards = [replace(SCALE, id=f"R-{n}") for n in range(20)]
    turn = Turn.begin(cards).write_idea("x" * COMMENT_LIMIT)
    for n in range(6):
        turn = replace(turn, at=n).answer("could").write("y" * COMMENT_LIMIT)
    assert {reply.text for reply in turn.replies} == {"y" * COMMENT_LIMIT, ""}
    assert turn.idea.text == "x" * COMMENT_LIMIT
    assert len(replace(turn, at=6).answer("could").write("z" * COMMENT_LIMIT).reply.text) < COMMENT_LIMIT


def test_a_stack_of_paper_is_padded_as_a_whole(path: Path, places: Places) -> None:
    record = create(path, places)
    much = Ballot({"S": "works"}, tuple(Remark("S", "works", text, True) for text in LONGEST * 2))
    for stack, block in (([ballot(0)], 4096), ([ballot(0), ballot(1)], 4096), ([ballot(0), much], 8192)):
        lengths = {len(row["sealed"]) for row in record.seal(stack).rows.values()}
        assert lengths == {(1 + 16 + 256 + block + 48 + 2) // 3 * 4}
    assert {len(row["sealed"]) for row in record.seal([Ballot({"S": "works"})] * 1000).rows.values()} == {(577 + 2) // 3 * 4}
    record.close()


def test_the_same_ballot_is_sealed_differently_each_time(path: Path, places: Places) -> None:
    record = create(path, places)
    sealed = [row["sealed"] for _ in range(20) for row in record.seal([ballot(0)]).rows.values()]
    record.close()
    assert len({text[n : n + 8] for text in sealed for n in range(0, 400, 80)}) == 20 * 5


# Unfinished turns


def test_a_turn_that_was_sealed_but_not_cast_leaves_the_files_as_they_were(path: Path, places: Places) -> None:
    record = create(path, places)
    cast(record, 0)
    before = tree(places.data)
    record.seal([ballot(2)])
    assert tree(places.data) == before
    record.close()
    with opened(path, places) as again:
        assert again.read().in_box == 1
    assert tree(places.data) == before


def in_the_booth(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        turn = Turn.begin(record.read().round_cards).answer("could").write("a comment").allow_quote(True).next().answer("B")
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
        assert again.read().in_box == 2
    assert tree(places.data) == before


# What may stand in a record at all


COMMENT = {"id", "round", "card", "prompt", "text", "quote_ok", "picks", "review", "theme", "reason"}
"""No ballot, no other comment, no person, no place in a row of comments."""
ALWAYS = {
    "_integrity": {"schema", "sum"},
    "meta": {"session", "setup", "lines"},
    "cards": {"id", "kind", "rule", "options"},
}
OPEN = {"rounds": {"number", "cards", "state", "public_key", "key", "rules"}, "box": {"kind", "sealed"}}
FOLDED = {
    "rounds": {"number", "cards", "state", "key", "rules"},
    "tally": {"round", "card", "counts", "skipped", "unclear", "not_reached", "each", "check"},
    "comments": COMMENT,
}
SETUP_KEYS = {
    "title",
    "day",
    "audience",
    "answer_by",
    "contact",
    "expected",
    "support_person",
    "local_line",
    "made_up",
    "region",
    "board",
    "steps",
    "language",
}
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
        elif record.read().open_round:
            record.fold()
        else:
            record.review(record.read().comments[0].id, Review("withheld", reason="safety"))
        tables = tables_of(path)
        assert keys_of(path) == ALWAYS | step
        assert set(tables["meta"]["1"]["setup"]) == SETUP_KEYS
        assert set(tables["meta"]["1"]["lines"]) == {"numbers_from", "quote_from"}
        assert {key for card in tables["cards"].values() for one in card.get("options", []) for key in one} == {
            "code",
            "words",
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
