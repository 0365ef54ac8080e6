"""Nothing that is kept or leaves tells in which order people voted: not a place, not an id, not a comment, not an export.

Turn order is known in the room, so an order that can be found is a name for every ballot.
"""

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from math import sqrt
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from record_kit import CARDS, LINES, SETUP, LooseDisk, ballot, cast, create, keys, opened, tree

from codesign.core.ballot import Ballot, Remark, RowReader
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.plan import Plan
from codesign.core.session import Review, Session
from codesign.core.tally import fold
from codesign.documents.summary.build import build
from codesign.documents.write import FORMATS
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.box import Sealed
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.seal import opener

VOTERS = 15
SESSIONS = [400, pytest.param(5000, marks=pytest.mark.soak)]
EVERY = {"json": 1, "csv": 1, "md": 8, "html": 8, "docx": 80}
"""Every how many sessions a format is written: Markdown takes as long as a session, Word as long as ten."""

Orders = dict[str, list[int]]
"""Where somebody may look -> the voters, numbered as they voted, in the order found there."""


# How an order is weighed


def agreement(order: Sequence[int]) -> float:
    """The share of pairs in which the one who voted earlier comes first."""
    n = len(order)
    return sum(order[a] < order[b] for a in range(n) for b in range(a + 1, n)) / (n * (n - 1) / 2)


def standard_error(sessions: int, n: int = VOTERS) -> float:
    """Of the mean agreement of `sessions` orders drawn by lot. The pairs of one order depend on each other: this is half the
    spread of Kendall's tau, whose variance for n places is 2(2n + 5) / 9n(n - 1)."""
    return sqrt((2 * n + 5) / (18 * n * (n - 1)) / sessions)


def telling(orders: Iterator[Orders]) -> dict[str, str]:
    """Where the order found is not 0.50 within three standard errors."""
    found: dict[str, list[float]] = {}
    for session in orders:
        for place, order in session.items():
            assert sorted(order) == list(range(VOTERS)), place
            found.setdefault(place, []).append(agreement(order))
    means = {place: (sum(values) / len(values), standard_error(len(values))) for place, values in found.items()}
    for place, (mean, error) in means.items():
        print(f"{place:32} {mean:.4f} +- {error:.4f}")
    return {place: f"{mean:.3f} +- {error:.3f}" for place, (mean, error) in means.items() if abs(mean - 0.5) > 3 * error}


def no_order_is_found(draw: Callable[[], Iterator[Orders]]) -> None:
    """One honest place in 370 lies outside by luck alone, so what does is drawn anew, and an order that is there is there
    again."""
    first = telling(draw())
    again = telling(draw()) if first else {}
    assert not first.keys() & again.keys(), (first, again)


def beside(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """One order as places in another: 0, 1, 2 ... where the two are the same."""
    place = {voter: n for n, voter in enumerate(second)}
    return [place[voter] for voter in first]


def as_it_stands(data: bytes, marks: Sequence[str]) -> list[int]:
    return sorted(range(len(marks)), key=lambda voter: data.index(marks[voter].encode()))


def by_id(ids: Sequence[int]) -> list[int]:
    return sorted(range(len(ids)), key=ids.__getitem__)


def by_last_bits(ids: Sequence[int], bits: int) -> list[int]:
    """As by_id, but by the end of each id: what is left of an id where it once was a key of a hash table."""
    return by_id([(i % 2**bits << 52) + i for i in ids])


def test_the_scale_itself() -> None:
    assert agreement(range(VOTERS)) == 1
    assert agreement(range(VOTERS)[::-1]) == 0
    lots = [secrets.SystemRandom().sample(range(VOTERS), VOTERS) for _ in range(2000)]
    spread = sum((agreement(lot) - 0.5) ** 2 for lot in lots) / len(lots)
    assert 0.8 < spread / standard_error(1) ** 2 < 1.25
    assert telling(iter([{"here": list(range(VOTERS))}]))
    assert telling({"here": [*sorted(lot[:4]), *lot[4:]]} for lot in lots)  # 0.014 too much


# Turns on the laptop


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The words of the comments in the order in which each fold lets them loose, before they get ids."""
    seen: list[list[str]] = []

    def spy(cards: Any, ballots: Any, shuffle: Any) -> Any:
        tallies, remarks = fold(cards, ballots, shuffle)
        seen.append([remark.text for remark in remarks])
        return tallies, remarks

    monkeypatch.setattr("codesign.store.record.fold", spy)
    return seen


def one_session(places: Places, folded: list[list[str]]) -> Orders:
    """Fifteen turns, each a vote and a comment; the order found wherever a file or an export shows one."""
    path = places.records / "notes.json"
    path.unlink(missing_ok=True)
    record = create(path, places, LooseDisk())
    words = [secrets.token_hex(6) for _ in range(VOTERS)]
    turns = []
    for word in words:
        sealed = record.seal([Ballot({"S": "works"}, (Remark("S", "works", word, True),))])
        record.cast(sealed)
        turns.extend((i, row["sealed"]) for i, row in sealed.rows.items())
    data = path.read_bytes()
    found: Orders = {}
    found["ballots in the file"] = as_it_stands(data, [sealed for _, sealed in turns])
    found["ballots by id"] = by_id([i for i, _ in turns])
    record.fold()
    record.close()
    data = path.read_bytes()
    ids = {row["text"]: int(i) for i, row in json.loads(data)["comments"].items()}
    found["comments as folded"] = [words.index(word) for word in folded[-1]]
    found["comments in the file"] = as_it_stands(data, words)
    found["comments by id"] = by_id([ids[word] for word in words])
    found["comments beside sealed ballots"] = beside(found["comments by id"], found["ballots by id"])
    found["comments as folded beside their ids"] = beside(
        found["comments as folded"], by_last_bits([ids[word] for word in words], 5)
    )
    formats = [name for name in FORMATS if len(folded) % EVERY[name] == 0]
    return found | {f"comments in {name}": order for name, order in exported(record.read(), words, formats)}


def exported(session: Session, words: Sequence[str], formats: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """The order in the summary, every comment quoted: among three times as many people, of whom most wrote nothing."""
    more = {i: replace(t, counts={code: 3 * n for code, n in t.counts.items()}) for i, t in session.tallies.items()}
    session = replace(session, tallies=more, wrote_among={})
    for comment in session.comments:
        session = session.review(comment.id, Review("quote"))
    summary = build(session)
    for name in formats:
        data = FORMATS[name](summary)
        yield name, as_it_stands(ZipFile(BytesIO(data)).read("word/document.xml") if name == "docx" else data, words)


@pytest.mark.parametrize("sessions", SESSIONS)
def test_no_order_of_turns_is_found_in_a_file_an_id_or_an_export(
    places: Places, folded: list[list[str]], sessions: int
) -> None:
    no_order_is_found(lambda: (one_session(places, folded) for _ in range(sessions)))


# Stacks of paper


def ballot_of(voter: int) -> Ballot:
    """A ballot that differs from every other voter's, with a comment that tells whose it is."""
    answers = {}
    left = voter
    for card in CARDS:
        codes = [*(o.code for o in kind_of(card).options(card)), *NO_ANSWER]
        left, n = divmod(left, len(codes))
        answers[card.id] = codes[n]
    return Ballot(answers, (Remark("S", "works", str(voter)),))


def orders_of(sealed: Sealed, private: bytes) -> Orders:
    """What the order of a sealed stack tells to one who has the key and opens it."""
    found = {}
    for i, row in sealed.rows.items():
        opened = RowReader(CARDS).read(opener(private)(row["sealed"]))
        voter = int(opened.remarks[0].text)
        assert opened == ballot_of(voter)
        found[voter] = i
    ids = [found[voter] for voter in range(VOTERS)]
    return {"stack as sealed": list(found), "stack by id": by_id(ids), "the same by the ends of ids": by_last_bits(ids, 7)}


@pytest.mark.parametrize("sessions", SESSIONS)
def test_no_order_of_a_stack_is_found_in_what_is_sealed(places: Places, sessions: int) -> None:
    record = create(places.records / "notes.json", places)
    (key,) = keys(places)
    private, session = key.read_bytes(), OpenSession(record, places, lambda: 0.0)
    stack = [ballot_of(voter) for voter in range(VOTERS)]
    no_order_is_found(lambda: (orders_of(session.seal(stack), private) for _ in range(sessions // 2)))
    session.leave()


def test_a_session_that_begins_with_a_stack_shuffles_it(
    engine: Engine, plan: Plan, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    stacks: list[list[int]] = []

    def create_nothing(*args: Any, ballots: Sequence[Ballot], source: Sequence[str]) -> Record:
        stacks.append([int(one.remarks[0].text) for one in ballots])
        return record

    record = create(places.records / "notes.json", places)
    monkeypatch.setattr(Record, "create", create_nothing)
    stack = [ballot_of(voter) for voter in range(VOTERS)]

    def draw() -> Iterator[Orders]:
        for _ in range(400):
            engine.start(plan, SETUP, LINES, ballots=stack)
            yield {"stack of a new session": stacks[-1]}

    no_order_is_found(draw)
    record.close()


# The same ballots in another order


def test_the_same_sealed_ballots_make_the_same_file_in_whatever_order_they_were_cast(places: Places) -> None:
    path = places.records / "notes.json"
    record = create(path, places)
    turns = [record.seal([ballot(n)]) for n in range(10)]
    record.close()
    empty, ends = path.read_bytes(), []
    turned = [Sealed(dict(reversed(one.rows.items()))) for one in turns]
    whole = [Sealed({i: row for one in turns for i, row in one.rows.items()})]
    shuffled = [secrets.SystemRandom().sample(turns, len(turns)) for _ in range(8)]
    for order in (turns, turns[::-1], turns[4:] + turns[:4], turned, whole, [*turns, turns[3]], *shuffled):
        path.write_bytes(empty)
        with opened(path, places) as again:
            for sealed in order:
                again.cast(sealed)
            assert again.read().in_box == 10
        ends.append(tree(places.data))
    assert all(end == ends[0] for end in ends)


def test_ids_tell_nothing_and_none_outlives_the_fold(places: Places) -> None:
    record = create(places.records / "notes.json", places)
    cast(record, *range(12))
    ids = [int(i) for i in json.loads(record.path.read_bytes())["box"]]
    assert ids == sorted(ids)
    assert len(set(ids)) == 12
    assert all(10**15 <= i < 2**52 for i in ids)  # all of 16 digits
    assert max(ids) - min(ids) > 2**45  # all of 12 so near: once in 2 ** 70
    record.fold()
    record.close()
    tables = json.loads(record.path.read_bytes())
    for table in ("tally", "comments"):
        after = [int(i) for i in tables[table]]
        assert after == sorted(after)
        assert all(10**15 <= i < 2**52 for i in after)
        assert not set(after) & set(ids)


def test_the_fold_shuffles_by_the_randomness_of_the_system(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    shuffles: list[Any] = []

    def spy(cards: Any, ballots: Any, shuffle: Any) -> Any:
        shuffles.append(shuffle)
        return fold(cards, ballots, shuffle)

    monkeypatch.setattr("codesign.store.record.fold", spy)
    record = create(places.records / "notes.json", places)
    cast(record, 0, 1, 2)
    record.fold()
    record.close()
    assert [type(s.__self__) for s in shuffles] == [secrets.SystemRandom]
    assert shuffles[0].__name__ == "shuffle"
