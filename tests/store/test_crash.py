"""The program ends at any moment: what was acknowledged is there, at most the one in flight more; the key goes with the box."""

from pathlib import Path

import pytest
from record_kit import CrashingDisk, PowerCut, RecordingDisk, cast, create, keys, opened, round_key, temps
from tinydb import TinyDB

from codesign.core.session import Review
from codesign.store.places import Places
from codesign.store.record import Record

CUTS = [
    (after, torn, lost) for after in (False, True) for torn in (False, True) for lost in (False, True) if not (after and torn)
]
CUT_IDS = [f"{'after' if a else 'before'}{'-torn' if t else ''}{'-names-lost' if lost else ''}" for a, t, lost in CUTS]


class Life:
    """A whole session, step by step, and which steps were acknowledged."""

    def __init__(self, folder: Path, disk: CrashingDisk) -> None:
        self.places = Places.under(folder)
        self.path = self.places.records / "notes.json"
        self.done: list[str] = []
        self._disk = disk
        self._record: Record | None = None

    def run(self) -> None:
        self._record = create(self.path, self.places, self._disk)
        self.done.append("create")
        for n in range(3):
            cast(self._record, n)
            self.done.append("cast")
        self._record.fold()
        self.done.append("fold")
        comment = self._record.read().comments[0]
        self._record.review(comment.id, Review("theme", "later hours"))
        self.done.append("decide")

    def die(self) -> None:
        if self._record:
            self._record.close()


def operations(folder: Path) -> int:
    disk = CrashingDisk(None)
    life = Life(folder, disk)
    life.run()
    life.die()
    assert life.done == ["create", "cast", "cast", "cast", "fold", "decide"]
    return disk.count


def check_after_reboot(life: Life) -> None:
    casts = life.done.count("cast")
    if not life.path.exists():
        assert life.done == []
        return
    with TinyDB(life.path) as db:
        assert "meta" in db.tables()
    with opened(life.path, life.places) as record:
        assert temps(life.places.records) == []
        session = record.read()
        if session.open_round:
            assert "fold" not in life.done
            assert len(keys(life.places)) == 1
            assert session.in_box is not None
            assert casts <= session.in_box <= casts + 1
            cast(record, *range(3 - session.in_box))
            record.fold()
            session = record.read()
        assert casts == 3 or "fold" not in life.done
        assert keys(life.places) == []
        assert {t.ballots for t in session.tallies.values()} == {3}
        if "decide" in life.done:
            assert [c.theme for c in session.comments if c.review == "theme"] == ["later hours"]
        for comment in session.unread:
            record.review(comment.id, Review("withheld", reason="other"))
        assert record.read().phase == "telling"


@pytest.mark.parametrize(("after", "torn", "lost"), CUTS, ids=CUT_IDS)
def test_a_cut_at_any_operation_loses_nothing_acknowledged(tmp_path: Path, after: bool, torn: bool, lost: bool) -> None:
    total = operations(tmp_path / "whole")
    assert total > 20
    for at in range(1, total + 1):
        disk = CrashingDisk(at, after=after, torn=torn)
        life = Life(tmp_path / str(at), disk)
        with pytest.raises(PowerCut):
            life.run()
        life.die()
        if lost:
            disk.lose_names()
        check_after_reboot(life)


@pytest.mark.parametrize("lost", [False, True], ids=["names-kept", "names-lost"])
def test_a_cut_while_the_record_is_put_right_after_a_cut_loses_nothing(tmp_path: Path, lost: bool) -> None:
    """Twice in a row: the second cut falls into the next opening."""
    for at in range(1, 8):
        life = Life(tmp_path / str(at), CrashingDisk(None))
        life.run()
        life.die()
        spent = round_key(life.path, life.places)
        spent.write_bytes(b"k" * 32)
        disk = CrashingDisk(at)
        try:
            Record.open(life.path, life.places, disk).close()
        except PowerCut:
            if lost:
                disk.lose_names()
        with opened(life.path, life.places):
            assert not spent.exists()


def test_a_cut_while_a_record_is_made_may_leave_a_key_which_opens_nothing_and_is_in_nobodys_way(tmp_path: Path) -> None:
    """No sweep looks for keys without a record: records may lie anywhere, and a key swept away in error is a lost vote."""
    places = Places.under(tmp_path)
    path = places.records / "a.json"
    at = 0
    while not keys(places):
        at += 1
        with pytest.raises(PowerCut):
            create(path, places, CrashingDisk(at, after=True))
    assert not path.exists()
    orphans = keys(places)
    create(path, places).close()
    with opened(path, places) as record:
        cast(record, 0, 1, 2)
        record.fold()
    assert keys(places) == orphans


def test_a_torn_key_or_code_file_is_removed_when_its_record_is_opened(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    disk = RecordingDisk()
    record = create(places.records / "a.json", places, disk)
    torn = [
        places.state / f".{p.name}.99999.deadbeef.tmp"
        for p in (places.key(record.session_id, 2), places.code(record.session_id))
    ]
    for leftover in torn:
        leftover.write_bytes(b"k" * 32)
    record.close()
    with opened(places.records / "a.json", places):
        assert not any(leftover.exists() for leftover in torn)
