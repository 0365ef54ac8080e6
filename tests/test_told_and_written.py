"""A summary is told and written in one go: a disk that refuses at any moment leaves no summary of cards that can be voted on
again, and no cards that nobody was told of."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from conftest import MakeBallots
from msgspec.structs import replace

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.engine.pool import write_pool
from codesign.store.disk import Disk
from codesign.store.issued import issued
from codesign.store.shelf import peek

Closed = Callable[[str], OpenSession]
FORMATS = ["md", "json", "csv"]
STEPS = ("write_new", "_fill", "_rename", "_flush_folder")


@pytest.fixture
def closed(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots, tmp_path: Path) -> Closed:
    cards = plan.cards[:2]

    def make(name: str) -> OpenSession:
        few = replace(plan, cards=cards)
        opened = engine.start(few, filled_in, Thresholds(), tmp_path / f"{name}.json", ballots(cards, [0, 0, 0, 1, 1, 1, 2, 2]))
        opened.close_round()
        return opened

    return make


class Refusing:
    """Refuses the n-th operation of every disk, once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 0
        for name in STEPS:
            monkeypatch.setattr(Disk, name, self._wrapped(getattr(Disk, name)))

    def _wrapped(self, whole: Callable[..., None]) -> Callable[..., None]:
        def step(*args: object) -> None:
            self.left -= 1
            if self.left == 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            whole(*args)

        return step


class Killed(BaseException):
    """The program is gone: nothing after it runs."""


class Killing:
    """Kills the program right after the n-th operation on any disk: it cleans nothing up. `left` is -1 once it did."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 0
        unlink = Path.unlink
        monkeypatch.setattr(Path, "unlink", lambda path, missing_ok=False: self.left < 0 or unlink(path, missing_ok))
        for name in STEPS:
            monkeypatch.setattr(Disk, name, self._wrapped(getattr(Disk, name)))

    def _wrapped(self, whole: Callable[..., None]) -> Callable[..., None]:
        def step(*args: object) -> None:
            whole(*args)
            if self.left > 0:
                self.left -= 1
                if self.left == 0:
                    self.left = -1
                    raise Killed

        return step

    @contextmanager
    def at(self, step: int) -> Iterator[None]:
        self.left = step
        with suppress(Killed):
            yield


def parts(whole: Iterable[bytes]) -> list[bytes]:
    """Short pieces of files, of which even a half-written one holds some."""
    return [data[at : at + 24] for data in whole for at in range(0, len(data) - 24, 24)]


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
            told, there = bool(opened.read().told), names(folder)
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
            assert opened.read().told == ()
        opened.open_round([opened.read().cards[0].id])


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


def test_a_kill_left_the_whole_summary_of_cards_that_could_be_voted_on_again(
    engine: Engine, closed: Closed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Complete files under hidden names, before the record said that anything was told."""
    killing = Killing(monkeypatch)
    seen = set()
    for at in range(1, 40):
        folder = tmp_path / f"out-{at}"
        with closed(str(at)) as opened:
            older = opened.path.read_bytes()
            with killing.at(at):
                opened.write_summary(folder, FORMATS)
        done, killing.left = killing.left > 0, 0
        told, left = bool(peek(opened.path).told), [file.read_bytes() for file in folder.iterdir()]
        newer = opened.path.read_bytes()
        opened.path.write_bytes(older)
        with engine.open(opened.path) as copy:
            remembered = bool(copy.read().told)
        opened.path.write_bytes(newer)
        with engine.open(opened.path) as again:
            again.write_summary(folder, FORMATS)
        whole = {name: (folder / name).read_bytes() for name in names(folder)}
        assert sorted(whole) == sorted(f"summary.{name}" for name in FORMATS), "leftovers stay in the folder"
        if any(part in data for part in parts(whole.values()) for data in left):
            assert told
            assert remembered, "an older copy can be voted on again"
        seen.add((told, len(left)))
        if done:
            break
    else:
        raise AssertionError("never without a kill")
    assert {(False, 1), (False, 3), (True, 3)} <= seen


def test_leftovers_are_cleared_whichever_formats_are_written_and_nothing_else_is(closed: Closed, tmp_path: Path) -> None:
    ours = [".summary.docx.17.0badcafe.tmp", ".summary.md.4242.deadbeef.tmp"]
    others = [".summary.md.tmp", ".notes.json.17.0badcafe.tmp", "summary.txt.17.0badcafe.tmp", ".summary.md.17.x.tmp"]
    for name in (*ours, *others):
        (tmp_path / name).write_text("left")
    with closed("a") as opened:
        opened.write_summary(tmp_path, ["md"])
    assert not any((tmp_path / name).exists() for name in ours)
    assert all((tmp_path / name).exists() for name in others)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_left_a_summary_under_hidden_names(closed: Closed, tmp_path: Path, end: signal.Signals) -> None:
    with closed("a") as opened:
        path = opened.path
    patched = f"""
import os
from codesign.store.record import Record
Record.tell = lambda *_, **__: os.kill(os.getpid(), {int(end)})
from codesign.cli import main
main()
"""
    command = [sys.executable, "-c", patched, "summary", str(path), "--out", str(tmp_path / "out"), "--format", "md"]
    done = subprocess.run(command, env={**os.environ, "CODESIGN_DATA": str(tmp_path)}, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + end, b"", b"")
    assert names(tmp_path / "out") == []
    assert peek(path).told == ()
