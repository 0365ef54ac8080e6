"""Two programs at one record: the second is refused and changes nothing; a program that died is in nobody's way."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from casters import REFUSED
from record_kit import cast, create, opened, tree
from tinydb import TinyDB

import codesign
from codesign.core.errors import NotSaved
from codesign.core.session import Session
from codesign.store import telling
from codesign.store.places import Places
from codesign.store.record_bytes import Tables
from codesign.store.shelf import peek

OPEN = """
import sys
from pathlib import Path
from codesign.core.errors import CodesignError
from codesign.store.places import Places
from codesign.store.record import Record
try:
    record = Record.open(Path(sys.argv[2]), Places.under(Path(sys.argv[1])))
except CodesignError as refused:
    print(type(refused).__name__, refused, flush=True)
else:
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(places: Places) -> Path:
    path = places.records / "notes.json"
    create(path, places).close()
    return path


@contextmanager
def python(*arguments: str, stdout: int = subprocess.PIPE) -> Iterator["subprocess.Popen[str]"]:
    """A program of its own; never one that outlives the test."""
    paths = [str(Path(codesign.__file__).parents[1]), str(Path(__file__).parent)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-B", *arguments], stdin=pipe, stdout=stdout, text=True, env=env) as program:
        try:
            yield program
        finally:
            program.kill()


def said_by_second_program(places: Places, path: Path) -> str:
    with python("-c", OPEN, str(places.data), str(path)) as second:
        return second.communicate(timeout=60)[0].strip()


def test_a_second_program_is_refused_with_the_name_of_the_record_and_changes_nothing(places: Places, path: Path) -> None:
    with opened(path, places) as record:
        cast(record, 0, 1)
        before = tree(places.data)
        assert said_by_second_program(places, path) == (
            f"Busy {path} is open in another window. Close it there first; nothing was changed."
        )
        assert tree(places.data) == before
        cast(record, 2)
        record.fold()
        assert record.read().tallies["S"].ballots == 3
    assert said_by_second_program(places, path) == "open"


@pytest.mark.skipif(sys.platform == "win32", reason="a link to a file needs rights on Windows that few have")
def test_a_second_program_that_comes_by_a_link_is_refused(places: Places, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with opened(path, places):
        assert said_by_second_program(places, link).startswith(f"Busy {path} ")


def test_the_lock_of_a_killed_program_is_in_nobodys_way(places: Places, path: Path) -> None:
    with python("-c", OPEN, str(places.data), str(path)) as first:
        assert first.stdout
        assert first.stdout.readline() == "open\n"
        assert said_by_second_program(places, path).startswith("Busy ")
        first.kill()
        first.wait()
    with opened(path, places) as record:
        cast(record, 0, 1, 2)
        record.fold()


# The lock file deleted under two programs at work


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open can't be deleted on Windows")
def test_two_programs_lose_no_acknowledged_ballot_when_the_lock_file_is_deleted_under_them(places: Places, path: Path) -> None:
    casts, chance = 2_000, random.Random(5)
    lock = path.with_name(f"{path.name}.lock")
    told = [places.data / "one", places.data / "two"]
    script = str(Path(__file__).with_name("casters.py"))
    with told[0].open("w") as one, told[1].open("w") as two:
        arguments = (script, str(places.data), str(casts))
        with python(*arguments, stdout=one.fileno()) as first, python(*arguments, stdout=two.fileno()) as second:
            while first.poll() is None or second.poll() is None:
                lock.unlink(missing_ok=True)
                time.sleep(chance.random() * 0.1)
            assert (first.returncode, second.returncode) == (0, 0)
    said = [file.read_text().split() for file in told]
    with TinyDB(path) as db:
        in_box = {str(row.doc_id) for row in db.table("box")}
    acknowledged = [[word for word in words if word != REFUSED] for words in said]
    assert [len(ids) for ids in acknowledged] == [casts, casts]
    missing = [sum(i not in in_box for i in ids) for ids in acknowledged]
    refused = [words.count(REFUSED) for words in said]
    assert missing == [0, 0], f"refused {refused} times"
    assert len(in_box) == 2 * casts
    assert min(refused) > 10  # else they were never at work together


def test_a_record_is_checked_once_a_commit_and_never_older_than_the_last(
    places: Places, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    whole = telling.session_of

    def counted(tables: Tables, at: Path) -> Session:
        looked.append(at)
        return whole(tables, at)

    monkeypatch.setattr(telling, "session_of", counted)
    with opened(path, places) as record:
        for people in range(1, 6):
            cast(record, people)
            looked.clear()
            assert record.read() is record.read()
            assert (record.read().in_box, len(looked)) == (people, 1)
        record.fold()
        assert record.read() == peek(path)


def test_what_another_program_wrote_is_read_by_whoever_opens_the_record_after_it(places: Places, path: Path) -> None:
    with opened(path, places) as record:
        assert record.read().in_box == 0
    with opened(path, places) as second:
        cast(second, 1)
    with opened(path, places) as again:
        assert again.read().in_box == 1


def test_a_record_that_was_changed_under_its_lock_is_read_as_it_was_and_takes_nothing_more(places: Places, path: Path) -> None:
    """What is read is what this program can save; what somebody else put there never mixes with it."""
    with opened(path, places) as record:
        cast(record, 1)
        known, before = record.read(), path.read_bytes()
        cast(record, 2)
        path.write_bytes(before)  # an older copy, put back while the record is open
        with pytest.raises(NotSaved, match="changed by another program"):
            cast(record, 3)
        assert record.read().in_box == 2
    with opened(path, places) as again:
        assert again.read() == known
