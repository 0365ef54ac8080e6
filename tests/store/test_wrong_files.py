"""What is no file, no record or no lock: refused in a sentence, at once, and nothing is left beside it."""

import errno
import fcntl
import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from record_kit import create

from codesign.cli import main
from codesign.core.errors import CodesignError, NotSaved
from codesign.documents.write import write_beside
from codesign.intake.files import read_bytes
from codesign.store.disk import Disk
from codesign.store.erase import belongings
from codesign.store.places import Places
from codesign.store.record import Record


@pytest.fixture(autouse=True)
def never_hangs() -> Iterator[None]:
    def ring(_number: int, _frame: object) -> None:
        raise AssertionError("it waits for ever")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def listening(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # a socket's name is short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(before)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": listening,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
}
COMMANDS = (
    *("verify {}", "mend {}", "mend {} --yes", "delete {} --yes", "close {}", "drop {} --yes", "forget-code {} --yes"),
    *("round {} --cards X", "review {}", "paper {} whole.csv", "decisions {} whole.csv", "summary {} --out out"),
    *("summary {} {} --out out", "run --plain --record {}"),
)
READS = (
    *(
        "paper whole.json {}",
        "decisions whole.json {}",
        "plans check {}",
        "new ./{} --record new.json",
        "summary {0} --out {0}",
    ),
    *("import-polis {} --record new.json", "new starter --record {}"),
)


def told(*args: str) -> str:
    """What a command says that refuses."""
    result = CliRunner().invoke(main, ["--data", "data", *args])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1, result.output
    assert "Something in the program broke" not in result.output
    return result.output


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a record and a table."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    create(folder / "whole.json", Places.under(folder / "data")).close()
    (folder / "whole.csv").write_text("S\n1\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", [*COMMANDS, *READS])
def test_a_pipe_in_place_of_a_file_hung_the_command(here: Path, command: str) -> None:
    os.mkfifo(here / "it.json")
    before = sorted(p.name for p in here.iterdir())
    told(*command.format("it.json", "it.json").split())
    assert sorted({p.name for p in here.iterdir()} - {"whole.json.lock"}) == [n for n in before if n != "whole.json.lock"]


@pytest.mark.parametrize("kind", NO_FILES)
def test_a_pipe_is_never_waited_for(tmp_path: Path, places: Places, kind: str) -> None:
    path = tmp_path / "it"
    NO_FILES[kind](path)
    with pytest.raises(CodesignError, match="no ordinary file"):
        read_bytes(path, "plan", limit=9)
    with pytest.raises(CodesignError, match="no ordinary file"):
        Disk().read(path)
    with pytest.raises(NotSaved):
        Disk().holds(path, b"")
    record = places.records / "notes.json"
    create(record, places).close()
    NO_FILES[kind](places.records / "other.json")
    assert record in belongings(record, places, Disk()).files
    written = write_beside({"it": b"x"}, tmp_path, lambda files: None)
    assert [p.name for p in written] == ["it-2"]


WRONG = {
    "a letter": b"PK\x03\x04 dear grandma",
    "words": b"liebe Oma",
    "other json": json.dumps({"name": "package", "version": 1}).encode(),
    "a list": b"[1, 2]",
    "a half": b'{"_integ',
    "no form": b'{"_integrity": 7}',
    "nothing": b"",
}


@pytest.mark.parametrize("name", [*WRONG, "folder", "missing"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_on_a_wrong_file_left_a_lock_beside_it(here: Path, command: str, name: str) -> None:
    if name == "folder":
        (here / "it.json").mkdir()
    elif name != "missing":
        (here / "it.json").write_bytes(WRONG[name])
    told(*command.format("it.json", "it.json").split())
    assert not (here / "it.json.lock").exists()
    assert name in ("folder", "missing") or (here / "it.json").read_bytes() == WRONG[name]


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK])
def test_a_disk_without_locks_broke_the_program_or_kept_everybody_out(
    places: Places, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = places.records / "notes.json"
    create(path, places).close()
    path.with_name("notes.json.lock").unlink(missing_ok=True)

    def none(_fd: int, _how: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", none)
    before = path.read_bytes()
    with pytest.raises(CodesignError, match="can't keep two programs apart"):
        Record.open(path, places)
    with pytest.raises(CodesignError, match="can't keep two programs apart"):
        create(places.records / "new.json", places)
    assert path.read_bytes() == before
    assert [p.name for p in places.records.iterdir()] == ["notes.json"]
