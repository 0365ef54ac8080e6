"""An older copy of a record that is put back tells nothing that was not told before: two results can be subtracted."""

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import MakeBallots
from msgspec.structs import replace

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.disclosure import IN_THE_BOX, Shown
from codesign.core.errors import Busy, CodesignError, Damaged
from codesign.core.plan import Plan
from codesign.core.session import Review, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.learn import STAFF, write_learn
from codesign.engine.open_session import OpenSession
from codesign.engine.pool import write_pool
from codesign.phrases.came_of import came_of_all
from codesign.store import issued as issued_module
from codesign.store.disk import Disk
from codesign.store.issued import Issued, issued
from codesign.store.places import Places
from codesign.store.shelf import look

SPREAD = [0, 0, 0, 1, 1, 1, 2, 2]
CARDS = tuple(Card(id=i, kind="scale", rule=f"Rule {i}") for i in ("R-1", "R-2"))
Closed = Callable[..., Path]


@pytest.fixture
def closed(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path) -> Closed:
    """A record whose first round was closed and of which nothing was told."""

    def make(name: str = "a", *, words: int = 0) -> Path:
        stack = ballots(CARDS, SPREAD)
        wrote = [replace(b, remarks=(Remark("R-1", "works", f"words {n}", True),)) for n, b in enumerate(stack[:words])]
        with engine.start(
            replace(plan, cards=CARDS), filled_in, Thresholds(), tmp_path / f"{name}.json", [*wrote, *stack[words:]]
        ) as opened:
            opened.close_round()
        return tmp_path / f"{name}.json"

    return make


def test_a_record_was_listed_as_damaged_where_only_the_memory_of_it_was(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path = closed()
    with engine.open(path) as opened:
        opened.tell()
    listed = engine.places.records / path.name
    listed.parent.mkdir(parents=True, exist_ok=True)
    path.rename(listed)
    memory = json.loads(engine.places.pools.read_bytes())
    engine.places.pools.write_text(json.dumps({**memory, "told": dict.fromkeys(memory["told"], "bm8gc2VhbA==")}))
    with pytest.raises(Damaged):
        Issued(engine.places.pools, Disk()).told_of(look(listed)[0])
    assert isinstance(dict(engine.every_record())[listed], Session)
    with engine.open(listed):
        pass


def vote_again(opened: OpenSession) -> None:
    """A second vote with one person more, after which the cards are still worth talking about."""
    opened.open_round(["R-1", "R-2"])
    opened.cast(opened.seal([Ballot({"R-1": code, "R-2": code}) for code in ("works", "doesnt", "works") * 3]))
    opened.close_round()


def elsewhere(engine: Engine, tmp_path: Path) -> Engine:
    """The same program on another laptop, which remembers nothing."""
    return Engine(Places.under(tmp_path / "elsewhere"), engine.today, lambda: 0.0)


def test_a_copy_put_back_after_the_summary_could_be_voted_on_again(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path = closed()
    older = path.read_bytes()
    with engine.open(path) as opened:
        opened.write_summary(tmp_path / "one", ["json"])
    path.write_bytes(older)
    assert any("older copy" in found for found in engine.verify(path))
    with engine.open(path) as opened:
        assert {*opened.read().told} == {"R-1", "R-2"}
        with pytest.raises(CodesignError, match="was shown already"):
            opened.open_round(["R-1"])
        opened.write_summary(tmp_path / "two", ["json"])
    first, second = ((tmp_path / name / "summary.json").read_bytes() for name in ("one", "two"))
    assert first == second


@pytest.mark.parametrize("way", ["room", "summary", "check"])
def test_a_copy_with_another_vote_was_told_as_well(engine: Engine, closed: Closed, tmp_path: Path, way: str) -> None:
    """The copy is from the second round, which can't be closed any more; once that is dropped, the first vote is its last."""
    path = closed()
    with engine.open(path) as opened:
        opened.open_round(["R-1"])
        opened.cast(opened.seal([Ballot({"R-1": "doesnt"})] * 9))
        older = path.read_bytes()
        opened.close_round()
        opened.tell()
    path.write_bytes(older)
    with engine.open(path) as opened:
        opened.drop_round()
        with pytest.raises(CodesignError, match="another vote on “R-1”"):
            opened.tell() if way == "room" else opened.write_summary(tmp_path / "out", [] if way == "summary" else ["check"])
    assert not (tmp_path / "out").exists() or not [*(tmp_path / "out").iterdir()]


def test_an_older_copy_showed_the_other_vote_on_the_poster_and_last_time(
    engine: Engine, closed: Closed, tmp_path: Path
) -> None:
    path = closed()
    older = path.read_bytes()
    with engine.open(path) as opened:
        vote_again(opened)
        opened.write_summary(tmp_path / "one", ["json"])
    path.write_bytes(older)
    listed = engine.places.records / "older.json"
    listed.parent.mkdir(parents=True, exist_ok=True)
    listed.write_bytes(older)
    session = dict(engine.every_record())[listed]
    assert isinstance(session, Session)
    assert {session.shown(card.id) for card in CARDS} == {Shown(IN_THE_BOX)}
    with engine.open(path) as opened:
        assert {opened.read().shown(card.id).label for card in CARDS} == {IN_THE_BOX}
        assert came_of_all(opened.read()) == []


def test_two_copies_open_at_once_told_two_votes(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path = closed()
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    with engine.open(path) as one, engine.open(copy) as two:
        vote_again(two)
        one.tell()
        with pytest.raises(CodesignError, match="another vote"):
            two.tell()
        with pytest.raises(CodesignError, match="was shown already"):
            two.open_round(["R-1"])


def test_from_an_older_copy_other_words_were_told(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    """Three pieces are told of a card in a small group: three from the record, and three others from its copy."""
    path = closed(words=6)
    older = path.read_bytes()
    told: set[str] = set()
    for words in ({"words 0", "words 1", "words 2"}, {"words 3", "words 4", "words 5"}):
        path.write_bytes(older)
        with engine.open(path) as opened:
            for comment in opened.read().comments:
                try:
                    opened.review(comment.id, Review("quote" if comment.text in words else "theme"))
                except CodesignError:
                    opened.review(comment.id, Review("theme"))
            opened.write_summary(tmp_path / f"{len(told)}", ["json"])
        written = (tmp_path / f"{len(told)}" / "summary.json").read_text()
        told |= {f"words {n}" for n in range(6) if f"words {n}" in written}
    assert told == {"words 0", "words 1", "words 2"}


def test_words_that_a_copy_open_meanwhile_knows_nothing_of(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path = closed(words=2)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    with engine.open(path) as one, engine.open(copy) as two:
        for opened, words in ((one, "calls"), (two, "sleep")):
            for comment in opened.read().comments:
                opened.review(comment.id, Review("theme", theme=words))
        one.write_summary(tmp_path / "one", ["md"])
        with pytest.raises(CodesignError, match="More words of this session left"):
            two.write_summary(tmp_path / "two", ["md"])
    with engine.open(copy) as two:
        assert [piece.words for piece in two.read().has_left] == ["calls"]
        two.write_summary(tmp_path / "two", ["md"])


def test_a_session_and_the_same_with_one_voter_more_were_both_pooled(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path, other = closed(), closed("b")
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    for each in (path, other):
        with engine.open(each) as opened:
            opened.tell()
    write_pool(engine.places, [path, other], tmp_path / "one")
    with elsewhere(engine, tmp_path).open(copy) as opened:
        opened.is_told_here_alone()
        vote_again(opened)
        opened.tell()
    with pytest.raises(CodesignError, match=r"another vote .*copy\.json is an older copy"):
        write_pool(engine.places, [copy, other], tmp_path / "two")
    assert not (tmp_path / "two").exists()


def test_a_pool_alone_is_remembered_of_records_that_were_told_elsewhere(engine: Engine, closed: Closed, tmp_path: Path) -> None:
    path, other, there = closed(), closed("b"), elsewhere(engine, tmp_path)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    for each in (path, other):
        with there.open(each) as opened:
            opened.is_told_here_alone()
            opened.tell()
    write_pool(engine.places, [path, other], tmp_path / "one", first_pool=True)
    with engine.open(copy) as opened, pytest.raises(CodesignError, match="was shown already"):
        vote_again(opened)


NO_MEMORY = ("[]", "", '{"schema":2}', '{"schema":4,"together":[],"told":{},"sources":{}}')


def test_where_the_memory_cannot_be_read_votes_go_on_and_nothing_is_told(
    engine: Engine, closed: Closed, tmp_path: Path
) -> None:
    path = closed()
    with engine.open(path) as opened:
        opened.open_round(["R-1"])
    for text in NO_MEMORY:
        engine.places.pools.write_text(text)
        with engine.open(path) as opened:
            opened.cast(opened.seal([Ballot({"R-1": "doesnt"})]))
    with engine.open(path) as opened:
        opened.cast(opened.seal([Ballot({"R-1": "works"})] * 4))
        opened.close_round()
        before = path.read_bytes()
        for work in (opened.tell, lambda: opened.open_round(["R-1"]), lambda: opened.write_summary(tmp_path / "out", ["md"])):
            with pytest.raises(Damaged, match=r"pools\.json"):
                work()
    assert path.read_bytes() == before
    assert [*(tmp_path / "out").iterdir()] == []
    assert engine.places.pools.read_text() == NO_MEMORY[-1]
    with engine.start(engine.plan("starter"), Setup(title="New", day="2026-11-24"), Thresholds()) as new:
        assert new.read().open_round


def test_one_sealed_entry_that_does_not_open_refuses(engine: Engine, closed: Closed) -> None:
    path = closed()
    with engine.open(path) as opened:
        opened.tell()
        whole = json.loads(engine.places.pools.read_bytes())
        (name,) = whole["told"]
        engine.places.pools.write_text(json.dumps({**whole, "told": {name: "AAAA"}}))
        with pytest.raises(Damaged, match=r"pools\.json"):
            opened.tell()


def test_what_is_remembered_follows_from_no_answer_and_names_nothing(
    engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots
) -> None:
    kept = []
    for said in (SPREAD, [0] * 8):
        stack = ballots(CARDS, said, [Remark("R-1", "works", "canary words", True)])
        with engine.start(replace(plan, cards=CARDS), filled_in, Thresholds(), ballots=stack) as opened:
            opened.close_round()
            opened.tell()
            session_id, session = look(opened.path)
        told = Issued(engine.places.pools, Disk()).told_of(session_id)
        kept.append((told.votes.keys(), told.left, {*told.votes.values()} == {*session.votes.values()}))
        text = engine.places.pools.read_text()
        assert not any(word in text for word in ("R-1", "canary", "Tech rules", str(session_id), session.mark))
        assert not any(str(vote) in text for vote in told.votes.values())
    assert kept[0] == kept[1]
    assert len({len(sealed) for sealed in json.loads(text)["told"].values()}) == 1


def test_a_record_told_before_there_was_a_memory_is_remembered_once_it_is_opened(engine: Engine, closed: Closed) -> None:
    path = closed()
    older = path.read_bytes()
    with engine.open(path) as opened:
        opened.tell()
    engine.places.pools.unlink()
    with engine.open(path):
        pass
    path.write_bytes(older)
    with engine.open(path) as opened, pytest.raises(CodesignError, match="this one lost its memory"):
        opened.open_round(["R-1"])


def test_another_program_that_remembers_just_now_is_waited_for(
    engine: Engine, closed: Closed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issued_module, "_PATIENCE", 0.05)
    with engine.open(closed()) as opened:
        with issued(engine.places, Disk()), pytest.raises(Busy):
            opened.tell()
        opened.tell()


def test_a_round_was_closed_and_told_that_nothing_was_changed(
    engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issued_module, "_PATIENCE", 0.05)
    with engine.start(
        replace(plan, cards=CARDS), filled_in, Thresholds(), tmp_path / "a.json", ballots(CARDS, SPREAD)
    ) as opened:
        with issued(engine.places, Disk()), pytest.raises(Busy, match="Another window is writing to") as told:
            opened.close_round()
        assert "nothing was changed" not in str(told.value)
        assert opened.read().open_round is None
        opened.close_round()  # it only clears up


def test_papers_were_made_of_a_vote_that_was_not_shown_or_of_an_older_copy(
    engine: Engine, closed: Closed, tmp_path: Path
) -> None:
    path = closed()
    older = path.read_bytes()
    papers = tmp_path / "papers"

    def refused(why: str) -> None:
        with pytest.raises(CodesignError, match=why):
            write_learn([STAFF], papers, [path], engine.places, "en-US", engine.today())

    refused("was not shown yet")
    with engine.open(path) as opened:
        vote_again(opened)
        opened.tell()
    write_learn([STAFF], papers, [path], engine.places, "en-US", engine.today())
    path.write_bytes(older)
    refused("older copy")
    for make in (partial(engine.write_rules, [path], papers), partial(engine.next_plan, "next", [path])):
        with pytest.raises(CodesignError, match="older copy"):
            make()
