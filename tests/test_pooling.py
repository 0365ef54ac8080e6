"""Several records as a person pools them: what is refused, that nothing is written then, and what is remembered."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from conftest import MakeBallots
from msgspec.structs import replace

from codesign.cli import main
from codesign.core.errors import CodesignError, Damaged
from codesign.core.plan import Plan, Thresholds
from codesign.core.session import Setup
from codesign.engine import Engine
from codesign.pooling import write_pool
from codesign.store.issued import issued, name_of
from codesign.store.shelf import look

SPREAD: list[int | str] = [0, 0, 0, 1, 1, 1, 2, 2]
MakeRecord = Callable[..., Path]


@pytest.fixture
def make(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path) -> MakeRecord:
    """A record by its name, closed; `told` unless said otherwise."""

    def make(
        name: str, *, said: list[int | str] = SPREAD, told: bool = True, close: bool = True, made_up: bool = False
    ) -> Path:
        path = tmp_path / f"{name}.json"
        cards = [card for card in plan.cards if card.kind == "scale"]
        few = replace(plan, cards=tuple(cards))
        setup = replace(filled_in, made_up=made_up)
        with engine.start(few, setup, Thresholds(), path, ballots(cards, said)) as opened:
            if close:
                opened.close_round()
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
    read: list[None] = []
    files = write_pool(engine.places, paths, tmp_path / "out", read_one=lambda: read.append(None))
    assert len(files) == 5
    assert len(read) == 3
    assert [path.read_bytes() for path in paths] == before
    values = json.loads((tmp_path / "out" / "summary.json").read_bytes())
    assert (values["records"], values["cards"][0]["answered"]) == (3, 24)


def test_the_same_set_again_gives_the_same_bytes(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make(name) for name in "abc"]
    first = [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "1")]
    assert [file.read_bytes() for file in write_pool(engine.places, paths[::-1], tmp_path / "2")] == first


def test_a_pool_with_a_session_that_never_counts_can_be_written_again(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b"), make("box", said=[0, 1, 2]), make("nearly", said=[0] * 6), make("too", said=[0] * 7)]
    first = [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "1")]
    assert json.loads((tmp_path / "1" / "summary.json").read_bytes())["cards"][0]["answered"] == 16
    assert [file.read_bytes() for file in write_pool(engine.places, paths, tmp_path / "2")] == first
    write_pool(engine.places, paths[:3], tmp_path / "3")


def test_a_record_that_was_mended_since_is_not_pooled_again_with_other_counts(
    engine: Engine, make: MakeRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [make(name) for name in "abc"]
    write_pool(engine.places, paths, tmp_path / "1")
    sessions = {path: look(path) for path in paths}
    session_id, session = sessions[paths[0]]
    sessions[paths[0]] = (session_id, msgspec.structs.replace(session, mended=True))
    monkeypatch.setattr("codesign.pooling.look", sessions.__getitem__)
    with pytest.raises(CodesignError, match=r"a\.json was pooled before and was mended since"):
        write_pool(engine.places, paths, tmp_path / "2")


def test_sets_that_could_be_subtracted_are_refused_and_pools_may_grow(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    a, b, c, d, e = (make(name) for name in "abcde")
    write_pool(engine.places, [a, b, c], tmp_path / "1")
    remembered = engine.places.pools.read_bytes()
    with pytest.raises(CodesignError, match=r"a\.json was pooled before with 1 more"):
        write_pool(engine.places, [a, b], tmp_path / "2")
    with pytest.raises(CodesignError, match=r"d\.json shows no numbers alone and would be the only new one"):
        write_pool(engine.places, [a, b, c, d], tmp_path / "2")
    assert not (tmp_path / "2").exists()
    assert engine.places.pools.read_bytes() == remembered
    write_pool(engine.places, [a, b, c, d, e], tmp_path / "2")
    write_pool(engine.places, [d, e], tmp_path / "3")


def test_what_is_remembered_names_no_session_and_is_private(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    paths = [make("a"), make("b")]
    write_pool(engine.places, paths, tmp_path / "out")
    text = engine.places.pools.read_text()
    assert sorted(json.loads(text)["together"][0]) == sorted(name_of(look(path)[0]) for path in paths)
    assert "Tech rules" not in text
    assert str(look(paths[0])[0]) not in text
    assert engine.places.pools.stat().st_mode & 0o077 == 0


def test_a_pool_without_numbers_of_small_sessions_is_not_remembered(engine: Engine, make: MakeRecord, tmp_path: Path) -> None:
    write_pool(engine.places, [make("a"), make("b", said=[0] * 8)], tmp_path / "out")
    assert together(engine) == []


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
    from codesign.store.disk import Disk

    monkeypatch.setattr("codesign.store.issued._PATIENCE", 0.05)
    paths = [make("a"), make("b")]
    with issued(engine.places, Disk()), pytest.raises(CodesignError, match="open in another window"):
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
