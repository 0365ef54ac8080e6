"""Remembers what left this laptop, so that nothing that leaves later can be subtracted from it: of every session which vote of
each card was told and which words went out, which conversations were told, and which sessions stood together in the numbers of
a pool. An older copy of a record knows nothing of it; this does.

One small file in the data folder. It names no session by its title, day or file, only by a hash of its number, and holds what
was told of a session sealed with that number: with its record that goes too. Nothing in it depends on anybody's answer: a vote
is named by the numbers that were drawn when it was counted.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from codesign.core.errors import CodesignError, Damaged
from codesign.core.pieces import Piece, together
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.lock import RecordLock
from codesign.store.places import Places
from codesign.store.seal import lock_away, unlock

_SCHEMA = 2
_OPENED = (1, _SCHEMA)
"""What is read: of schema 1 there are only pools."""
_PATIENCE = 2.0
"""Seconds to wait for another program that remembers something just now."""


def name_of(session_id: int) -> str:
    """A session as this memory names it."""
    return hashlib.blake2b(str(session_id).encode(), digest_size=12).hexdigest()


def _key(session_id: int) -> bytes:
    return hashlib.blake2b(str(session_id).encode(), digest_size=32, person=b"told").digest()


class Told(Struct, frozen=True):
    """What ever left of one session."""

    votes: dict[str, int] = {}
    """Card -> its vote that was told, by `Session.votes`."""
    left: tuple[Piece, ...] = ()

    def with_all(self, session: Session) -> "Told":
        """With what was told by a record as well; of a vote that was told before nothing takes the place."""
        now = {card: vote for card, vote in session.votes.items() if card in session.told}
        return Told({**now, **self.votes}, together([*self.left, *session.has_left]))

    def otherwise(self, session: Session) -> tuple[str, ...]:
        """The cards of which another vote was told than the one that this record of the session holds."""
        return tuple(card for card, vote in session.votes.items() if self.votes.get(card, vote) != vote)

    def lacks(self, session: Session) -> bool:
        """Whether the record knows of more that was told."""
        known = {piece.key for piece in self.left}
        return not {*session.told} & {*session.votes} <= {*self.votes} or not {p.key for p in session.has_left} <= known


class Issued:
    """The memory as it stands on the disk.

    Raises:
        Damaged: it can't be read, so nobody can tell what left.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self.blocks: tuple[frozenset[str], ...] = ()
        """The blocks of the pools made so far; see `codesign.core.pool`."""
        self._told: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._read()

    def told_of(self, session_id: int) -> Told:
        sealed = self._told.get(name_of(session_id))
        if sealed is None:
            return Told()
        try:
            return msgspec.msgpack.decode(unlock(sealed, _key(session_id)), type=Told)
        except ValueError:
            raise self._damaged() from None

    def must_be_as_told(self, session_id: int, session: Session, path: Path) -> None:
        """Before anything of a session leaves.

        Raises:
            CodesignError: its record is an older copy that holds another vote than the one that was told, or knows nothing of
            words that left; or the same conversation was told from another record.
        """
        told = self.told_of(session_id)
        if other := told.otherwise(session):
            raise CodesignError(
                f"The result of another vote on “{other[0]}” of this session was shown before, so {path} is an older copy of "
                "its record. From two results somebody's answer could be worked out, so nothing is told. Go on with the record "
                "that was told from."
            )
        if not {piece.key for piece in told.left} <= {piece.key for piece in session.has_left}:
            raise CodesignError(
                f"More words of this session left before than {path} knows of, so it is an older copy of its record, and "
                "nothing is told. Open it again, so that it takes them up, or go on with the record that was told from."
            )
        self.must_be_untold(session.source, session_id)

    def must_be_untold(self, source: Collection[str], session_id: int = 0) -> None:
        """A conversation that came in twice is told once.

        Raises:
            CodesignError: it was told from another record.
        """
        own = name_of(session_id)
        if any(self._sources.get(mark, own) != own for mark in source):
            raise CodesignError(
                "This conversation came in before, and its result was told. Told again with more people, the one result minus "
                "the other would be the votes of those who came later, so nothing was done. Go on with the first record, or "
                "ask in a new conversation."
            )

    def keep(self, sessions: Mapping[int, Session], block: frozenset[str] = frozenset()) -> None:
        """Remember what is told of these sessions, and a block; it is on the disk when this returns."""
        before = self.blocks, dict(self._told), dict(self._sources)
        if block and block not in self.blocks:
            self.blocks = (*self.blocks, block)
        for session_id, session in sessions.items():
            told, name = self.told_of(session_id), name_of(session_id)
            if told.lacks(session):
                self._told[name] = lock_away(msgspec.msgpack.encode(told.with_all(session)), _key(session_id))
            if session.told:
                self._sources |= dict.fromkeys(session.source, name)
        if before != (self.blocks, self._told, self._sources):
            known = sorted(sorted(one) for one in self.blocks)  # in no order of time
            whole = {"schema": _SCHEMA, "together": known, "told": self._told, "sources": self._sources}
            self._disk.replace(self._path, json.dumps(whole, separators=(",", ":"), sort_keys=True).encode())

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            found: dict[str, Any] = json.loads(self._disk.read(self._path))
            if found["schema"] not in _OPENED:
                raise ValueError("another form")
            self.blocks = tuple(frozenset(block) for block in msgspec.convert(found["together"], list[list[str]]))
            if found["schema"] == _SCHEMA:
                self._told = msgspec.convert(found["told"], dict[str, str])
                self._sources = msgspec.convert(found["sources"], dict[str, str])
        except (ValueError, TypeError, KeyError, RecursionError):
            raise self._damaged() from None

    def _damaged(self) -> Damaged:
        return Damaged(
            f"{self._path}, which remembers what was told before and which sessions were added up, can't be read. Without it "
            "a new result could be subtracted from an earlier one, so nothing was written. Bring the file back from a backup. "
            "If no earlier result was handed out, you may delete it."
        )


@contextmanager
def issued(places: Places, disk: Disk) -> Iterator[Issued]:
    """The memory, held by this program alone.

    Raises:
        Busy: another program is making a pool; NotSaved: the data folder can't be written to; Damaged: see `Issued`.
    """
    disk.make_folder(places.data)
    lock = RecordLock(places.pools)
    lock.take(_PATIENCE)
    try:
        disk.clear_leftovers(places.pools)
        yield Issued(places.pools, disk)
    finally:
        lock.release()
