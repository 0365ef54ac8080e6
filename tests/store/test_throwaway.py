"""A demo's folder goes with its program, however that ends."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from codesign.store.throwaway import ThrowAway, throw_away_left_behind

LONG_AGO = time.time() - 3600


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_there_while_it_is_used_and_then_gone(temp: Path) -> None:
    one = ThrowAway()
    (one.path / "records").mkdir()
    (one.path / "records" / "notes.json").write_text("{}")
    os.utime(one.path, (LONG_AGO, LONG_AGO))
    throw_away_left_behind()
    assert (one.path / "records" / "notes.json").exists()
    one.throw_away()
    assert list(temp.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills as only POSIX can")
def test_the_folder_of_a_killed_demo_stayed(temp: Path) -> None:
    program = (
        "import sys, time, tempfile; from pathlib import Path; tempfile.tempdir = sys.argv[1]\n"
        "from codesign.store.throwaway import ThrowAway\n"
        "one = ThrowAway(); (one.path / 'records').mkdir(); print(one.path, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, temp], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        left = Path(other.stdout.readline().strip())
        throw_away_left_behind()
        assert (left / "records").is_dir()
        other.send_signal(signal.SIGKILL)
        other.wait()
    throw_away_left_behind()
    assert list(temp.iterdir()) == []


def test_what_is_not_its_own_is_left_alone(temp: Path) -> None:
    elsewhere = temp / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("mine")
    (temp / "group-notes-demo-link").symlink_to(elsewhere)
    (temp / "group-notes-demo-file").write_text("a file")
    (temp / "group-notes-made-up-summary-1").mkdir()
    (temp / "group-notes-demo-beginning").mkdir()
    left = temp / "group-notes-demo-left"
    left.mkdir()
    (left / "link").symlink_to(elsewhere)
    os.utime(left, (LONG_AGO, LONG_AGO))
    throw_away_left_behind()
    assert {each.name for each in temp.iterdir()} == {
        "elsewhere",
        "group-notes-demo-link",
        "group-notes-demo-file",
        "group-notes-demo-beginning",
        "group-notes-made-up-summary-1",
    }
    assert (elsewhere / "mine").read_text() == "mine"
