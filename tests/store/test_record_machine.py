"""Any order of opening, casting, retrying, folding, crashing and refusing: the box never loses or doubles a ballot."""

import errno
import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from record_kit import CARDS, CrashingDisk, FaultyDisk, PowerCut, ballot, create, keys, temps
from tinydb import TinyDB

from codesign.core.errors import CodesignError, NotSaved, TooFew
from codesign.core.thresholds import COUNTED_FROM
from codesign.store.box import Sealed
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record
from codesign.store.shelf import peek


class RecordMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.places = Places.under(self.folder)
        self.path = self.places.records / "notes.json"
        self.record = create(self.path, self.places)
        self.acknowledged: list[int] = []
        self.in_flight: tuple[Sealed, int] | None = None
        self.last: Sealed | None = None
        self.closed = self.dropped = False

    def teardown(self) -> None:
        self.record.close()
        shutil.rmtree(self.folder)

    def reopen(self, disk: Disk | None = None) -> None:
        self.record.close()
        self.record = Record.open(self.path, self.places, disk)

    @property
    def open(self) -> bool:
        return not (self.closed or self.dropped)

    def settle_in_flight(self) -> None:
        """After a crash nobody can tell; the number in the box does."""
        if self.in_flight and self.record.read().in_box == len(self.acknowledged) + 1:
            self.acknowledged.append(self.in_flight[1])
        self.in_flight = None

    @precondition(lambda self: self.open)
    @rule(n=st.integers(0, 11))
    def cast(self, n: int) -> None:
        self.last = self.record.seal([ballot(n)])
        self.record.cast(self.last)
        self.acknowledged.append(n)

    @precondition(lambda self: self.open and self.last)
    @rule()
    def cast_the_last_again(self) -> None:
        assert self.last
        self.record.cast(self.last)

    @precondition(lambda self: self.open)
    @rule(n=st.integers(0, 11), at=st.integers(1, 9), after=st.booleans(), torn=st.booleans(), lost=st.booleans())
    def crash_while_casting(self, n: int, at: int, after: bool, torn: bool, lost: bool) -> None:
        disk = CrashingDisk(None)
        self.reopen(disk)
        disk._at, disk._after, disk._torn = disk.count + at, after, torn
        sealed = self.record.seal([ballot(n)])
        self.in_flight, self.last = (sealed, n), None
        try:
            self.record.cast(sealed)
            self.acknowledged.append(n)
            self.in_flight = None
        except PowerCut:
            if lost:
                self.record.close()
                disk.lose_names()
        self.reopen()
        self.settle_in_flight()

    @precondition(lambda self: self.open)
    @rule(n=st.integers(0, 11), at=st.integers(1, 6), error=st.sampled_from([errno.ENOSPC, errno.EIO, errno.EROFS]))
    def be_refused_and_try_again(self, n: int, at: int, error: int) -> None:
        disk = FaultyDisk(None, error)
        self.reopen(disk)
        disk._at = disk.count + at
        self.last = self.record.seal([ballot(n)])
        try:
            self.record.cast(self.last)
        except NotSaved:
            disk.heal()
            self.record.cast(self.last)
        self.acknowledged.append(n)
        self.reopen()

    @rule()
    def close_and_open(self) -> None:
        self.reopen()

    @precondition(lambda self: self.open and len(self.acknowledged) > 4)
    @rule()
    def fold(self) -> None:
        try:
            self.record.fold()
            self.closed = True
        except TooFew:
            assert len(self.acknowledged) < COUNTED_FROM

    @precondition(lambda self: self.open and len(self.acknowledged) > 4)
    @rule(at=st.integers(1, 12), after=st.booleans(), lost=st.booleans())
    def crash_while_folding(self, at: int, after: bool, lost: bool) -> None:
        disk = CrashingDisk(None)
        self.reopen(disk)
        disk._at, disk._after = disk.count + at, after
        try:
            self.record.fold()
        except PowerCut:
            if lost:
                self.record.close()
                disk.lose_names()
        self.reopen()
        self.closed = self.record.read().open_round is None

    @precondition(lambda self: self.open and len(self.acknowledged) > 9)
    @rule()
    def drop(self) -> None:
        self.record.drop_round()
        self.dropped = True

    @precondition(lambda self: not self.open)
    @rule()
    def a_closed_round_stays_closed(self) -> None:
        for refused in (self.record.fold, self.record.drop_round, lambda: self.record.seal([ballot(0)])):
            try:
                refused()
            except CodesignError:
                continue
            raise AssertionError("a closed round was open")

    @invariant()
    def every_acknowledged_ballot_is_there_once(self) -> None:
        session = self.record.read()
        if self.open:
            assert session.in_box == len(self.acknowledged)
        elif self.closed:
            for card in CARDS:
                tally = session.tallies[card.id]
                cast = Counter(ballot(n).answers[card.id] for n in self.acknowledged)
                answered = sum(cast[code] for code in tally.counts)
                kept = cast if answered >= COUNTED_FROM else {"skipped": cast["skipped"]}
                assert {**tally.counts, "skipped": tally.skipped} == {c: kept.get(c, 0) for c in (*tally.counts, "skipped")}
                assert tally.ballots == len(self.acknowledged)
            assert len(session.comments) == sum(n % 2 == 0 for n in self.acknowledged)
        else:
            assert session.tallies == {}

    @invariant()
    def memory_is_what_the_disk_holds(self) -> None:
        assert peek(self.path) == self.record.read()

    @invariant()
    def the_file_is_plain_and_its_rows_are_sorted(self) -> None:
        with TinyDB(self.path) as db:
            assert ("box" in db.tables()) == self.open
        for rows in json.loads(self.path.read_bytes()).values():
            ids = [int(i) for i in rows]
            assert ids == sorted(ids)

    @invariant()
    def the_key_is_there_while_the_round_is_open(self) -> None:
        assert len(keys(self.places)) == self.open
        assert temps(self.places.records) == []


TestRecordMachine = RecordMachine.TestCase
TestRecordMachine.settings = settings(max_examples=20, stateful_step_count=20, deadline=None, database=None, derandomize=True)
