"""The power goes at any moment: what was acknowledged before is there, at most the ballot in flight more."""

from pathlib import Path

import pytest
from kills import NEVER
from mounts import NoMount, make_ext4, mounted, nothing_left_mounted
from test_kills import told_by

CUTS = 500


@pytest.fixture
def loop_disks(tmp_path: Path) -> None:
    """Skips, with the system's reason, where no file can be mounted as a disk."""
    image = tmp_path / "trial"
    try:
        make_ext4(image, 8 * 2**20)
        with mounted(tmp_path / "point", "-o", "loop", str(image)):
            pass
    except NoMount as why:
        pytest.skip(f"no power can be cut: {why}")


@pytest.mark.soak
@pytest.mark.usefixtures("loop_disks")
def test_a_power_cut_loses_no_ballot_acknowledged_before_it(tmp_path: Path) -> None:
    with nothing_left_mounted(tmp_path):
        found = told_by("power_cuts.py", CUTS, 3, tmp_path)
    record = found["record"]
    assert {name: record[name] for name in NEVER} == dict.fromkeys(NEVER, 0), found
    assert record["most unacknowledged"] <= 1, found
    assert record["kills"] == CUTS
    # A flush under way can be told as done by the shut-down: now and then the bare append loses a letter that was told in
    # that moment, and so may the record a ballot. What was told before is never lost, by either.
    assert found["flushed"]["lost"] == 0, found
    assert record["lost while stopping"] <= CUTS / 10, found
    # Else the cuts cut nothing, or not in a commit.
    assert found["not flushed"]["lost"] > 0, found
    assert record["temps found"] > 0, found
    assert record["in the box though not acknowledged"] > 0, found
