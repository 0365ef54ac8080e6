"""The program is killed at any moment, for real: what was acknowledged is there, at most the ballot in flight more."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from kills import NEVER

import codesign

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are of forked children, and this system has no fork")


def told_by(script: str, stops: int, seed: int, folder: Path) -> dict[str, Any]:
    """What a script found, in a process of its own: a child forked here would take along the threads and files of the tests."""
    env = os.environ | {"PYTHONPATH": str(Path(codesign.__file__).parents[1]), "TMPDIR": str(folder)}
    command = [sys.executable, "-B", str(Path(__file__).with_name(script)), str(stops), str(seed)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=env, check=True)
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def check(found: dict[str, Any], kills: int) -> None:
    assert {name: found[name] for name in NEVER} == dict.fromkeys(NEVER, 0), found
    assert found["most unacknowledged"] <= 1, found
    assert found["kills"] == kills
    # Else the kills missed the commits, and what is said above says little.
    assert found["temps found"] > 0, found
    assert found["in the box though not acknowledged"] > 0, found
    assert found["acknowledged"] > kills / 4, found


def test_a_killed_program_loses_no_acknowledged_ballot_and_leaves_a_record_that_opens(tmp_path: Path) -> None:
    check(told_by("kills.py", 300, 7, tmp_path), 300)


@pytest.mark.soak
def test_a_program_killed_20_000_times_loses_no_acknowledged_ballot(tmp_path: Path) -> None:
    found = told_by("kills.py", 20_000, 11, tmp_path)
    check(found, 20_000)
    assert found["spent keys found"] > 0, found  # some kills fell between the end of a round and the end of its key
