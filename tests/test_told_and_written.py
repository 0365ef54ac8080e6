"""A summary is told and written in one go: a disk that refuses at any moment leaves no summary of cards that can be voted on
again, and no cards that nobody was told of."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeBallots
from msgspec.structs import replace

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.plan import Lines, Plan
from codesign.core.session import Setup
from codesign.engine import Engine, OpenSession
from codesign.pooling import write_pool
from codesign.store.disk import Disk
from codesign.store.issued import issued

Closed = Callable[[str], OpenSession]
FORMATS = ["md", "json", "csv"]


@pytest.fixture
def closed(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path) -> Closed:
    cards = plan.cards[:2]

    def make(name: str) -> OpenSession:
        few = replace(plan, cards=cards)
        opened = engine.start(few, filled_in, Lines(), tmp_path / f"{name}.json", ballots(cards, [0, 0, 0, 1, 1, 1, 2, 2]))
        opened.close_round()
        return opened

    return make


class Refusing:
    """Refuses the n-th operation of every disk, once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 0
        for name in ("write_new", "_rename", "_flush_folder"):
            monkeypatch.setattr(Disk, name, self._wrapped(getattr(Disk, name)))

    def _wrapped(self, whole: Callable[..., None]) -> Callable[..., None]:
        def step(*args: object) -> None:
            self.left -= 1
            if self.left == 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            whole(*args)

        return step


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_summary_that_could_not_be_written_ends_no_vote(
    closed: Closed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = Refusing(monkeypatch)
    seen = set()
    for at in range(1, 40):
        with closed(str(at)) as opened:
            folder = tmp_path / f"out-{at}"
            refusing.left = at
            try:
                opened.write_summary(folder, FORMATS)
            except NotSaved as error:
                assert "the disk is full" in str(error)  # noqa: PT017 - it may not come
            done = refusing.left > 0
            refusing.left = 0
            told, there = bool(opened.session.told), names(folder)
            assert told or not there, "a summary is out, and its cards can be voted on again"
            assert not told or at > len(FORMATS), "told, before every byte was safe"
            assert not [name for name in there if name.endswith(".tmp")]
            seen.add((told, len(there)))
            opened.write_summary(folder, FORMATS)
            assert len(names(folder)) == len(FORMATS)
        if done:
            break
    else:
        raise AssertionError("never without a refusal")
    assert {(False, 0), (True, 0), (True, 1), (True, 2), (True, 3)} <= seen


def test_a_summary_over_a_file_ends_no_vote(closed: Closed, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "summary.md").write_text("somebody's answers")
    with closed("a") as opened:
        for folder in ("taken", "other"):
            with pytest.raises(CodesignError):
                opened.write_summary(tmp_path / folder)
            assert opened.session.told == ()
        opened.open_round([opened.session.cards[0].id])


def test_a_pool_that_could_not_be_written_binds_no_later_pool(
    engine: Engine, closed: Closed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for name in "abc":
        with closed(name) as opened:
            opened.tell()
            paths.append(opened.path)
    refusing = Refusing(monkeypatch)
    refusing.left = len(FORMATS)  # the last file that is laid beside its place
    with pytest.raises(NotSaved):
        write_pool(engine.places, paths, tmp_path / "out", FORMATS)
    refusing.left = 0
    with issued(engine.places, Disk()) as memory:
        assert memory.blocks == ()
    assert names(tmp_path / "out") == []
    write_pool(engine.places, paths, tmp_path / "out", FORMATS)
    with issued(engine.places, Disk()) as memory:
        assert len(memory.blocks) == 1
