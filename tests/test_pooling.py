"""Several records as a person pools them: what is refused, that nothing is written then, and what is remembered."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from conftest import MakeBallots
from msgspec.structs import replace

from codesign.cli import main
from codesign.core.ballot import Remark
from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Plan
from codesign.core.session import Comment, Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.pool import write_pool
from codesign.store.disk import Disk
from codesign.store.issued import Issued, Told, _key, issued, name_of
from codesign.store.places import Places
from codesign.store.seal import lock_away
from codesign.store.shelf import look

SPREAD: list[int | str] = [0, 0, 0, 1, 1, 1, 2, 2]
MakeRecord = Callable[..., Path]


@pytest.fixture
def make(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path) -> MakeRecord:
    """A record by its name, closed; `told` unless said otherwise."""

    def make(
        name: str,
        *,
        said: list[int | str] = SPREAD,
        told: bool = True,
        close: bool = True,
        made_up: bool = False,
        wrote: str = "",
    ) -> Path:
        path = tmp_path / f"{name}.json"
        cards = [card for card in plan.cards if card.kind == "scale"]
        few = replace(plan, cards=tuple(cards))
        setup = replace(filled_in, made_up=made_up)
        remarks = [Remark(cards[0].id, "works", wrote, False)] if wrote else []
        with engine.start(few, setup, Thresholds(), path, ballots(cards, said, remarks)) as opened:
            if close:
                opened.close_round()
            for comment in opened.read().unread:
                opened.review(comment.id, Review("withheld", reason="other"))
            if close and told:
                opened.tell()
        return path

    return make


def together(engine: Engine) -> list[list[str]]:
    """The sessions that are remembered to have stood together."""
    return list(json.loads(engine.places.pools.read_bytes())["together"])


def test_a_pool_is_written_and_no_record_is_changed(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make(name) for name in "abc"]
    before = [path.read_bytes() for path in paths]
    shares: list[float] = []
    files = write_pool(engine.places, paths, tmp_path / "out", moved=shares.append)
    assert len(files) == 5
    assert shares[:3] == [1 / 6, 1 / 3, 1 / 2]
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert [path.read_bytes() for path in paths] == before
    values = json.loads((tmp_path / "out" / "summary.json").read_bytes())
    assert (values["records"], values["cards"][0]["answered"]) == (3, 24)


def test_the_same_set_again_gives_the_same_bytes(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make(name) for name in "abc"]
    first = [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "1")]
    assert [file.read_bytes() for file in write_pool(engine.places, paths[::-1], tmp_path / "2")] == first


def test_a_pool_with_a_session_that_never_counts_can_be_written_again(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b"), make("box", said=[0, 1, 2])]
    first = [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "1")]
    assert json.loads((tmp_path / "1" / "summary.json").read_bytes())["cards"][0]["answered"] == 16
    assert [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "2")] == first
    write_pool(engine.places, paths[:2], tmp_path / "3")


def test_a_record_that_was_mended_since_is_not_pooled_again_with_other_counts(
    engine: Engine, make: MakeRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [make(name) for name in "abc"]
    write_pool(engine.places, paths, tmp_path / "1")
    sessions = {path: look(path) for path in paths}
    session_id, session = sessions[paths[0]]
    sessions[paths[0]] = (session_id, msgspec.structs.replace(session, mended=True))
    monkeypatch.setattr("codesign.engine.pool.look", sessions.__getitem__)
    with pytest.raises(CodesignError, match=r"a\.json was pooled before and was mended or changed since"):
        write_pool(engine.places, paths, tmp_path / "2")


def test_sets_that_could_be_subtracted_are_refused_and_pools_may_grow(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    a, b, c, d, e = (make(name) for name in "abcde")
    write_pool(engine.places, [a, b, c], tmp_path / "1")
    remembered = engine.places.pools.read_bytes()
    with pytest.raises(CodesignError, match=r"a\.json was pooled before with 1 more"):
        write_pool(engine.places, [a, b], tmp_path / "2")
    assert not (tmp_path / "2").exists()
    assert engine.places.pools.read_bytes() == remembered
    write_pool(engine.places, [a, b, c, d], tmp_path / "2")
    assert card(tmp_path / "2")["together"]["aside"] == [
        {"label": "could-work", "shown": "Could work with changes", "sessions": 1}
    ]
    assert engine.places.pools.read_bytes() == remembered
    write_pool(engine.places, [a, b, c, d, e], tmp_path / "3")
    assert card(tmp_path / "3")["answered"] == 40
    write_pool(engine.places, [d, e], tmp_path / "4")


def test_what_is_remembered_names_no_session_and_is_private(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b")]
    write_pool(engine.places, paths, tmp_path / "out")
    text = engine.places.pools.read_text()
    assert sorted(json.loads(text)["together"][0]) == sorted(name_of(look(path)[0]) for path in paths)
    assert "Tech rules" not in text
    assert str(look(paths[0])[0]) not in text
    assert engine.places.pools.stat().st_mode & 0o077 == 0


def test_a_pool_that_showed_no_numbers_was_forgotten_and_said_so_of_its_sum(
    engine: Engine, make: MakeRecord, tmp_path: Path
) -> None:
    """That a sum is not shown tells something of it: no other sum may tell more of the same sessions."""
    pair = [make("a", said=[0] * 8), make("b", said=[0] * 8)]
    write_pool(engine.places, pair, tmp_path / "out")
    assert card(tmp_path / "out")["counts"] is None
    assert len(together(engine)) == 1
    with pytest.raises(CodesignError, match=r"b\.json was pooled before with 1 more"):
        write_pool(engine.places, [pair[1], make("c")], tmp_path / "2")


def test_words_that_leave_after_a_pool_told_more_of_its_sum(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b"), make("c")]
    with engine.open(paths[0]) as opened:
        assert not opened.read().is_pooled
    write_pool(engine.places, paths, tmp_path / "out")
    with engine.open(paths[0]) as opened:
        session = opened.read()
        assert session.is_pooled
        quote = Comment(id=1, round=1, card=session.cards[0].id, prompt="works", text="Sleep", quote_ok=True)
        said = replace(session, comments=(quote,))
        with pytest.raises(CodesignError, match="As much is told of this card"):
            said.review(1, Review("quote"))
        let_through = replace(said, comments=(replace(quote, review="quote"),))
        assert let_through.leaving() == session.has_left
        assert len(replace(let_through, is_pooled=False).leaving()) == len(session.has_left) + 1


def test_a_session_in_a_pool_was_voted_on_again(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    """The pool with the new vote minus the pool before would be its numbers; a window that was open before says so too."""
    paths = [make(name) for name in "ab"]
    with engine.open(paths[0]) as opened:
        write_pool(engine.places, paths, tmp_path / "out")
        idea = Comment(id=9, round=1, card="", prompt="idea", text="Wi-Fi till ten", quote_ok=True, review="quote")
        session = opened.read()
        opened._record._read = (opened._record._tables.version, replace(session, comments=(idea,), left=None))
        assert opened.read().idea_cards
        with pytest.raises(CodesignError, match=r"A pool holds this session, or may .*, so its votes stay as they were"):
            opened.open_round([opened.read().idea_cards[0].id])


def test_a_result_that_was_told_while_records_were_read_is_not_passed_over(
    engine: Engine, make: MakeRecord, tmp_path: Path
) -> None:
    """Nor does a room that tells one wait for a long pool."""
    paths, late = [make(name) for name in "ab"], make("c", told=False)

    def tell(_share: float) -> None:
        with engine.open(late) as opened:
            opened.tell()

    with pytest.raises(CodesignError, match="while the records were read"):
        write_pool(engine.places, paths, tmp_path / "out", moved=tell)
    assert not (tmp_path / "out" / "summary.json").exists()
    write_pool(engine.places, paths, tmp_path / "out")


def test_a_youth_check_is_for_one_group(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    with pytest.raises(CodesignError, match="a youth check is for one group"):
        write_pool(engine.places, [make("a"), make("b")], tmp_path / "out", ["check"])


def test_a_file_that_is_larger_than_any_record_is_not_read(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    path = make("a")
    with path.open("ab") as file:
        file.truncate(200_000_000)
    with pytest.raises(CodesignError, match="larger than 100 MB, which no record is"):
        write_pool(engine.places, [path, make("b")], tmp_path / "out")


@pytest.mark.parametrize("audited", [None, []], ids=["unaudited", "in other parts"])
def test_what_an_earlier_rule_added_up_is_in_no_sum_of_this_one(
    engine: Engine, make: MakeRecord, tmp_path: Path, audited: list[list[str]] | None
) -> None:
    """It told other sums of the same sessions: those without who was nearly of one mind, or in parts of another size."""
    paths = [make(name) for name in "abc"]
    memory = json.loads(engine.places.pools.read_bytes())
    memory["schema"], memory["together"] = 2, [[name_of(look(path)[0]) for path in paths]]
    del memory["audited"]
    if audited is not None:
        memory["audited"] = memory["together"]
    engine.places.pools.write_text(json.dumps(memory))
    write_pool(engine.places, paths, tmp_path / "out")
    assert card(tmp_path / "out")["counts"] is None
    with pytest.raises(CodesignError, match="was pooled before with 1 more"):
        write_pool(engine.places, paths[:2], tmp_path / "2")


def test_a_pool_that_was_made_while_a_session_was_open_let_its_words_out(
    engine: Engine, make: MakeRecord, tmp_path: Path
) -> None:
    paths = [make("a", wrote="Sleep"), make("b"), make("c")]
    with engine.open(paths[0]) as opened:
        write_pool(engine.places, paths, tmp_path / "out")
        (comment,) = opened.read().comments
        opened.review(comment.id, Review("theme", theme="rest"))
        with pytest.raises(CodesignError, match="Open it again"):
            opened.write_summary(tmp_path / "own", ["md"])
    assert not [*(tmp_path / "own").iterdir()]


def card(folder: Path) -> dict[str, Any]:
    """The first card of a summary."""
    found: dict[str, Any] = json.loads((folder / "summary.json").read_bytes())["cards"][0]
    return found


# Folders, and other laptops


def test_a_folder_stands_for_the_records_in_it(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    home = tmp_path / "all"
    (home / "inner").mkdir(parents=True)
    for name in "abc":
        make(name).rename(home / f"{name}.json")
    make("open", close=False).rename(home / "open.json")
    make("inner").rename(home / "inner" / "inner.json")
    (home / "notes.txt").write_text("no record")
    (home / "other.json").write_text("{}")
    said: list[str] = []
    write_pool(engine.places, [home], tmp_path / "out", leave_out=said.append)
    assert json.loads((tmp_path / "out" / "summary.json").read_bytes())["records"] == 3
    assert said[0].startswith(f"{home / 'open.json'} was left out: A round is still open.")
    assert said[1:] == ["2 files in the folders are no records."]


def test_a_folder_without_records_is_no_pool(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CodesignError, match="There is no record there"):
        write_pool(engine.places, [tmp_path / "empty"], tmp_path / "out")


def test_a_damaged_record_in_a_folder_is_not_passed_over(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    home = tmp_path / "all"
    home.mkdir()
    for name in "ab":
        make(name).rename(home / f"{name}.json")
    torn = (home / "a.json").read_bytes()[:-40]
    (home / "a.json").write_bytes(torn)
    with pytest.raises(Damaged, match=r"a\.json"):
        write_pool(engine.places, [home], tmp_path / "out")


def test_a_lost_memory_let_two_pools_be_subtracted(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make(name) for name in "abc"]
    write_pool(engine.places, paths[:2], tmp_path / "1")
    engine.places.pools.unlink()
    for _ in range(2):
        with pytest.raises(CodesignError, match=r"does not know whether 3 of these records were pooled before"):
            write_pool(engine.places, paths, tmp_path / "2")
        with engine.open(paths[0]):  # which takes up what was told, and not where
            pass
    write_pool(engine.places, paths, tmp_path / "3", first_pool=True)
    write_pool(engine.places, paths, tmp_path / "4")


def other_laptop(tmp_path: Path, name: str) -> Engine:
    return Engine(Places.under(tmp_path / name), lambda: date(2026, 11, 14))


def invoke(engine: Engine, *args: object) -> Result:
    return CliRunner().invoke(main, ["--data", str(engine.places.data), *map(str, args)])


def test_the_memory_of_pools_goes_to_the_office(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    office, paths, file = other_laptop(tmp_path, "office"), [make(name) for name in "abc"], tmp_path / "memory"
    write_pool(engine.places, paths[:2], tmp_path / "1")
    refused = invoke(office, "summary", *paths, "--out", tmp_path / "2")
    assert (refused.exit_code, "--first-pool" in refused.stderr) == (1, True)
    assert invoke(engine, "pools", "export", file).exit_code == 0
    assert invoke(engine, "pools", "export", file).exit_code == 1, "a file that is there stays"
    here = invoke(engine, "summary", *paths, "--out", tmp_path / "here")
    assert "does not know whether 3 of these" in here.stderr, "who handed the memory over would not know what is pooled there"
    for text in (*map(str, (look(path)[0] for path in paths)), "Tech rules", "Phones"):
        assert text not in file.read_text()
    done = invoke(office, "pools", "import", file)
    assert done.stdout.startswith("Added: 1 pools and 3 sessions"), done.output
    kept = office.places.pools.read_bytes()
    assert "taken in before" in invoke(office, "pools", "import", file).stderr
    assert office.places.pools.read_bytes() == kept
    assert invoke(office, "summary", *paths, "--out", tmp_path / "3").exit_code == 0
    narrower = invoke(office, "summary", paths[0], paths[2], "--out", tmp_path / "4")
    assert "a.json was pooled before with 1 more" in narrower.stderr


def test_what_two_laptops_told_of_one_session_stays_with_both(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    path, there = make("a"), other_laptop(tmp_path, "there")
    with there.open(path):
        pass
    session_id, _session = look(path)
    with issued(engine.places, Disk()) as here, issued(there.places, Disk()) as other:
        before = here.told_of(session_id)
        other._told[name_of(session_id)] = lock_away(msgspec.msgpack.encode(Told({"X": 7})), _key(session_id))
        other.hand_over(lambda data, _forget: here.join(data))
        assert here.told_of(session_id).votes == {**before.votes, "X": 7}
        assert here._whole() == Issued(engine.places.pools, Disk())._whole()


NAME = "0123456789abcdef01234567"
TORN = (
    *("", "[]", '{"schema":0,"together":[],"told":{},"sources":{}}', "\x00", "[" * 100_000),
    '{"schema":2,"together":[["x"]],"told":{},"sources":{}}',
    f'{{"schema":2,"together":[],"told":{{"{NAME}":"no seal!"}},"sources":{{}}}}',
    f'{{"schema":3,"together":[],"told":{{}},"sources":{{}},"audited":[{json.dumps([f"{n:024x}" for n in range(13)])}]}}',
)


@pytest.mark.parametrize("text", TORN)
def test_what_is_no_memory_is_refused_whole(engine: Engine, tmp_path: Path, text: str) -> None:
    (tmp_path / "file").write_text(text)
    done = invoke(engine, "pools", "import", tmp_path / "file")
    assert (done.exit_code, "is no memory of pools. Nothing was changed." in done.stderr) == (1, True)
    assert not engine.places.pools.exists()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"close": False}, r"bad\.json: A round is still open"),
        ({"told": False}, r"bad\.json: Its own result was not shown yet"),
        ({"made_up": True}, r"bad\.json is made up and is never added to real sessions"),
    ],
)
def test_a_record_that_is_not_ready_is_refused_by_its_name(
    engine: Engine, make: MakeRecord, tmp_path: Path, bad: dict[str, bool], why: str
) -> None:
    with pytest.raises(CodesignError, match=why) as refused:
        write_pool(engine.places, [make("a"), make("b"), make("bad", **bad)], tmp_path / "out")
    assert "othing was written" in str(refused.value)
    assert not (tmp_path / "out").exists()
    assert together(engine) == []


def test_a_copy_is_refused(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    path = make("a")
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    with pytest.raises(CodesignError, match=r"copy\.json and .*a\.json are the same session"):
        write_pool(engine.places, [path, make("b"), copy], tmp_path / "out")


def test_a_damaged_record_is_refused(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    path = make("a")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(Damaged, match=r"a\.json"):
        write_pool(engine.places, [make("b"), path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


NO_MEMORY = (
    *("[]", "", "null", "[" * 100_000, "9" * 5000, "\x00"),
    *('{"schema":1,"together":[[1]]}', '{"schema":1,"together":{}}', '{"schema":2,"together":[]}'),
    '{"schema":2,"together":[],"told":{"a":1},"sources":{}}',
)


def test_a_damaged_memory_refuses_and_is_left(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b")]
    for text in NO_MEMORY:
        engine.places.pools.write_text(text)
        with pytest.raises(Damaged, match=r"pools\.json"):
            write_pool(engine.places, paths, tmp_path / "out")
        assert engine.places.pools.read_text() == text


def test_one_program_at_a_time_makes_a_pool(
    engine: Engine, make: MakeRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("codesign.store.issued._PATIENCE", 0.05)
    paths = [make("a"), make("b")]
    with issued(engine.places, Disk()), pytest.raises(CodesignError, match="Another window is writing to"):
        write_pool(engine.places, paths, tmp_path / "out")


def test_the_command_takes_several_records(make: MakeRecord, tmp_path: Path) -> None:
    paths = [str(make(name)) for name in "ab"]
    out = str(tmp_path / "out")
    done = CliRunner().invoke(main, ["--data", str(tmp_path), "summary", *paths, "--out", out, "--format", "md,json"])
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [f"{out}/summary.md", f"{out}/summary.json"]
    assert done.stderr == ""  # no bar where reading is quick, or nobody watches


def test_a_refused_pool_ends_with_1(make: MakeRecord, tmp_path: Path) -> None:
    paths = [str(make("a")), str(make("b", told=False))]
    done = CliRunner().invoke(main, ["--data", str(tmp_path), "summary", *paths, "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "b.json: Its own result was not shown yet" in done.stderr
