"""The facilitator's code: six digits, and a wait that grows with wrong tries."""

import errno
import json
import re
from functools import partial
from pathlib import Path

import pytest
from nacl.pwhash import argon2id
from record_kit import FaultyDisk, tree

from codesign.core.errors import CodesignError, NotSaved, WrongCode
from codesign.store import four_words
from codesign.store.code import Code

RIGHT, WRONG = "135790", "000000"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "1.code"


@pytest.fixture
def code(path: Path, clock: Clock) -> Code:
    made = Code(path, clock)
    made.set(RIGHT)
    return made


def wrong(code: Code, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongCode, match="not the code"):
            code.check(WRONG)


def test_the_right_code_opens(code: Code) -> None:
    assert code.is_set
    code.check(RIGHT)


@pytest.mark.parametrize("other", [WRONG, "135791", "13579", "1357900", "", " 135790", "١٣٥٧٩٠", "abc", "é" * 2000, "\0"])
def test_anything_else_does_not(code: Code, other: str) -> None:
    with pytest.raises(WrongCode):
        code.check(other)


def test_a_code_that_is_no_text_is_just_wrong(code: Code) -> None:
    with pytest.raises(WrongCode):
        code.check("\ud800")


@pytest.mark.parametrize(
    "bad", ["", "12345", "1234567", "12345a", " 12345", "12345 ", "123456\n", "١٢٣٤٥٦", "-12345", "1.2345"]
)
def test_only_six_digits_can_be_set(path: Path, clock: Clock, bad: str) -> None:
    fresh = Code(path, clock)
    with pytest.raises(CodesignError, match="six digits"):
        fresh.set(bad)
    assert not fresh.is_set
    assert not path.exists()


def test_without_a_code_nothing_opens(path: Path, clock: Clock) -> None:
    fresh = Code(path, clock)
    assert not fresh.is_set
    with pytest.raises(WrongCode):
        fresh.check(RIGHT)


def test_only_a_slow_hash_is_kept(code: Code, path: Path) -> None:
    assert b"$argon2id$" in path.read_bytes()
    assert RIGHT.encode() not in path.read_bytes()
    wrong(code)
    assert RIGHT.encode() not in path.read_bytes()
    assert WRONG.encode() not in path.read_bytes()


def test_the_kept_hash_costs_what_it_should(path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    Code(path, clock).set(RIGHT)
    assert b"m=19456,t=3" in path.read_bytes()


WORDS = "acorn bread cedar kite"


@pytest.mark.parametrize(("typed", "of", "other"), [(RIGHT, "hash", "words"), (WORDS, "words", "hash")])
def test_a_hash_of_an_earlier_version_took_64_mib_for_ever(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, typed: str, of: str, other: str
) -> None:
    monkeypatch.undo()
    large = partial(argon2id.str, opslimit=1, memlimit=64 * 1024 * 1024)
    before = {"hash": large(RIGHT.encode()).decode(), "words": large(WORDS.encode()).decode(), "wrong": 0}
    path.parent.mkdir()
    path.write_text(json.dumps(before))
    Code(path, clock).check(typed)
    after = json.loads(path.read_text())
    assert "m=19456,t=3" in after[of]
    assert after[other] == before[other], "its secret is not known"
    Code(path, clock).check(typed)


def test_four_wrong_tries_are_free_and_five_cost_15_seconds(code: Code, clock: Clock) -> None:
    wrong(code, 4)
    assert code.wait == 0
    wrong(code)
    assert code.wait == 15
    clock.now += 14.9
    with pytest.raises(WrongCode, match="Wait 1 seconds"):
        code.check(RIGHT)
    clock.now += 0.2
    code.check(RIGHT)


def test_the_wait_doubles_up_to_five_minutes(code: Code, clock: Clock) -> None:
    wrong(code, 5)
    waits = []
    for _ in range(8):
        waits.append(code.wait)
        clock.now += code.wait
        wrong(code)
    assert waits == [15, 30, 60, 120, 240, 300, 300, 300]


def test_a_thousand_wrong_tries_never_lock_a_session_out(path: Path, code: Code, clock: Clock) -> None:
    path.write_text(path.read_text().replace('"wrong": 0', '"wrong": 1000'))
    again = Code(path, clock)
    assert again.wait == 300
    clock.now += 300
    again.check(RIGHT)


def test_a_try_made_too_early_is_not_looked_at_and_does_not_lengthen_the_wait(code: Code, clock: Clock, path: Path) -> None:
    wrong(code, 5)
    before = path.read_bytes()
    clock.now += 5
    for attempt in (RIGHT, WRONG, RIGHT):
        with pytest.raises(WrongCode, match="Wait 10 seconds"):
            code.check(attempt)
    assert code.wait == 10
    assert path.read_bytes() == before


def test_the_right_code_forgets_the_wrong_tries(code: Code, clock: Clock, path: Path) -> None:
    wrong(code, 4)
    code.check(RIGHT)
    wrong(code, 4)
    assert code.wait == 0
    assert Code(path, clock).wait == 0


@pytest.mark.parametrize(("tries", "wait"), [(4, 0), (5, 15), (6, 30)])
def test_a_restart_begins_the_wait_anew_and_never_shortens_it(
    code: Code, clock: Clock, path: Path, tries: int, wait: float
) -> None:
    for _ in range(tries):
        wrong(code)
        clock.now += code.wait
    clock.now += 5
    later = Clock()
    later.now = 3.0
    again = Code(path, later)
    assert again.wait == wait
    later.now += wait
    again.check(RIGHT)


def test_no_time_is_kept(code: Code, clock: Clock, path: Path) -> None:
    first = path.read_bytes()
    wrong(code)
    clock.now += 77_777
    code.check(RIGHT)
    assert path.read_bytes() == first


def test_a_torn_code_file_asks_for_a_new_code(code: Code, clock: Clock, path: Path) -> None:
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        again = Code(path, clock)
        assert not again.is_set
        assert again.wait == 0
    again.set("246802")
    again.check("246802")


ODD = {
    "a list": b"[1]",
    "null": b"null",
    "no hash": b'{"wrong": 3}',
    "no count": b'{"hash": "x"}',
    "count in words": b'{"hash": "x", "wrong": "many"}',
    "count null": b'{"hash": "x", "wrong": null}',
    "another hash": b'{"hash": "$2b$12$abc", "wrong": 0}',
    "a hash of odd letters": b'{"hash": "$argon2id$\\ud800", "wrong": 0}',
    "an endless hash": b'{"hash": "$argon2id$' + b"a" * 9999 + b'", "wrong": 0}',
    "not UTF-8": b"\xff\xfe\xfa",
    "zeros": bytes(100),
    "a long number": b'{"hash": "x", "wrong": ' + b"9" * 9999 + b"}",
    "an endless count": b'{"hash": "$argon2id$x", "wrong": 1e999}',
    "deep nesting": b"[" * 100_000,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_code_file_asks_for_a_new_code(clock: Clock, path: Path, name: str) -> None:
    path.parent.mkdir()
    path.write_bytes(ODD[name])
    assert not Code(path, clock).is_set


def test_a_code_that_could_not_be_saved_is_told(path: Path, clock: Clock) -> None:
    fresh = Code(path, clock, FaultyDisk(1, errno.ENOSPC))
    with pytest.raises(NotSaved, match="disk is full"):
        fresh.set(RIGHT)
    assert tree(path.parent) == {}
    fresh.set(RIGHT)
    Code(path, clock).check(RIGHT)


def test_a_code_that_could_not_be_saved_is_not_set(path: Path, clock: Clock) -> None:
    fresh = Code(path, clock, FaultyDisk(1, errno.ENOSPC))
    with pytest.raises(NotSaved):
        fresh.set(RIGHT)
    assert not fresh.is_set


def test_the_right_code_opens_on_a_full_disk(path: Path, clock: Clock) -> None:
    disk = FaultyDisk(None, errno.ENOSPC, for_ever=True)
    full = Code(path, clock, disk)
    full.set(RIGHT)
    wrong(full)
    disk.fail_from_now()
    full.check(RIGHT)


def test_a_wrong_code_on_a_full_disk_is_told_as_wrong_and_counted(path: Path, clock: Clock) -> None:
    disk = FaultyDisk(None, errno.ENOSPC, for_ever=True)
    full = Code(path, clock, disk)
    full.set(RIGHT)
    disk.fail_from_now()
    wrong(full, 5)
    assert full.wait == 15


@pytest.mark.parametrize("typed", [WORDS, WORDS.upper(), " acorn,bread  cedar - kite. ", "Acorn\nBread\nCedar\nKite"])
def test_a_forgotten_code_ended_a_session_and_four_words_now_open_it(path: Path, clock: Clock, typed: str) -> None:
    Code(path, clock).set(RIGHT, WORDS)
    code = Code(path, clock)
    assert code.has_words
    code.check(typed)
    code.check(RIGHT)


@pytest.mark.parametrize("typed", ["acorn bread cedar", "kite cedar bread acorn", "acorn", "acornbreadcedarkite", "", WRONG])
def test_other_words_open_nothing_and_count_as_wrong_tries(path: Path, clock: Clock, typed: str) -> None:
    code = Code(path, clock)
    code.set(RIGHT, WORDS)
    for _ in range(5):
        with pytest.raises(WrongCode, match="not the code"):
            code.check(typed)
    with pytest.raises(WrongCode, match="Wait"):
        code.check(WORDS)


def test_the_words_are_nowhere_on_the_disk_and_go_with_the_code(path: Path, clock: Clock) -> None:
    code = Code(path, clock)
    code.set(RIGHT, WORDS)
    assert not any(word.encode() in path.read_bytes() for word in WORDS.split())
    code.forget()
    assert not Code(path, clock).has_words


def test_a_code_from_before_there_were_words_opens(path: Path, clock: Clock, code: Code) -> None:
    row = json.loads(path.read_bytes())
    path.write_text(json.dumps({"hash": row["hash"], "wrong": 0}))
    old = Code(path, clock)
    assert not old.has_words
    old.check(RIGHT)
    with pytest.raises(WrongCode):
        old.check("")


def test_the_words_are_many_short_and_unlike() -> None:
    words = four_words.WORDS
    assert len(words) == len(set(words)) > 512
    assert all(re.fullmatch("[a-z]{2,9}", word) for word in words)
    assert not [word for word in words if f"{word}s" in words]
    drawn = {four_words.draw() for _ in range(100)}
    assert len(drawn) == 100
    assert all(four_words.as_drawn(words.title()) == words and len(words.split()) == 4 for words in drawn)
