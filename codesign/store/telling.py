"""What of a session was told: kept in its record and in the memory of the data folder, before anything of it is shown.

Both, because an older copy of the record that is put back knows nothing of it.
"""

import contextlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from codesign.core.at_stake import is_foreign
from codesign.core.ballot import OWN_IDEA
from codesign.core.errors import CodesignError, NotSaved
from codesign.core.pieces import Piece
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.issued import Issued, issued, name_of
from codesign.store.places import Places
from codesign.store.replaced import without_replaced
from codesign.store.state import session_id_of, session_of
from codesign.store.tables import RecordTables
from codesign.store.told import Told

Words = Literal["", "themes", "all"]
"""What is told beside the counts."""

_FOREIGN = (
    "This vote was closed on another laptop or by an earlier version, or this one lost its memory of it or handed it over, and "
    "what two laptops tell of it could be subtracted. Go on where it was closed. If no other laptop will tell anything of it, "
    "and no other vote of it was ever shown, open the record here and say so, or add --first-pool to its summary."
)


class Telling:
    """A record as far as it tells: what it says, how it changes, and what of it was told."""

    def __init__(self, path: Path, places: Places, disk: Disk | None = None) -> None:
        self.path = path
        self._places = places
        self._disk = disk or Disk()
        self._tables = RecordTables(path, self._disk)
        self._read: tuple[int, Session] | None = None
        self._told, self._elsewhere = Told(), dict[str, bool]()
        """What the memory of the data folder says of the session: what was told of it, and where else it may be told."""

    def close(self) -> None:
        self._tables.release()

    def read(self) -> Session:
        """What the record says now. Its rows are checked once for each state that they were in: whoever asks again before
        anything was written gets the same value."""
        version = self._tables.version
        if self._read is None or self._read[0] != version:
            session = self._told.joined(session_of(self._tables.now, self.path))
            self._read = version, replace(session, **self._elsewhere)
        return self._read[1]

    @property
    def session_id(self) -> int:
        return session_id_of(self._tables.now)

    @contextlib.contextmanager
    def _commit(self) -> Iterator[None]:
        """All changes inside reach the disk as one; see `SafeStorage.transaction`. No commit holds a replaced tally."""
        with self._tables.transaction():
            yield
            for name, rows in without_replaced(self._tables.now).items():
                self._tables.drop(name)
                self._tables.put(name, {int(i): row for i, row in rows.items()})

    def _note(self, **facts: object) -> None:
        self._tables.put("meta", {1: {**self._tables.now["meta"]["1"], **facts}})

    def tell(self, words: Words = "") -> None:
        """Keep that the results of all cards so far are being shown: they are not voted on again. `words`: with the themes of
        their comments or with all that may be told of them, which is kept too, because it has left for good.

        Raises:
            CodesignError: something else of the session was told before (see `Issued.must_be_as_told`), or nobody can tell.
        """
        session = self.read()
        left = session.has_left
        if words == "all":
            left = session.leaving()
        elif words == "themes":
            known = {piece.key for piece in left}
            now = session.leaving(*session.tallies)
            left = tuple(piece for piece in now if piece.how == "theme" or piece.key in known)
        self._leave({*session.told, *session.tallies}, left)

    def is_told_here_alone(self) -> None:
        """Keep that somebody says that no other laptop tells the session and no pool elsewhere holds it."""
        self._keep_known()
        self._take_up()

    def _keep_known(self) -> None:
        with issued(self._places, self._disk) as memory:
            memory.keep(known=[name_of(self.session_id)])

    def show_ideas(self) -> None:
        """Keep that the room reads the ideas it can vote on: their words have left for good. Raises as `tell`."""
        session = self.read()
        if session.idea_cards:
            self._leave(session.told, session.leaving(OWN_IDEA))

    def _leave(self, told: Collection[str], left: Sequence[Piece]) -> None:
        """That it is told here first, before the record says that it was told; then the record: whoever tries again after a
        failure has not told more than it says."""
        session, now = self.read(), tuple(left)
        with issued(self._places, self._disk) as memory:
            memory.must_be_as_told(self.session_id, session, self.path)
            elsewhere = memory.is_elsewhere(self.session_id, session)
            if is_foreign(replace(session, is_elsewhere=elsewhere)):
                raise CodesignError(f"{_FOREIGN} Nothing was told.")
            if elsewhere > session.is_elsewhere or memory.is_pooled(self.session_id, session) > session.is_pooled:
                raise CodesignError(
                    "While this session was open here, a pool was made with it, or the memory of pools was handed over. So it "
                    "matters what words of it leave. Open it again. Nothing was told."
                )
            memory.take_up(self.session_id, replace(session, told=tuple(told), left=now))
            memory.keep()
            record = self._look_up(memory)
            if {*told} != {*record.told} or now != record.left:
                with self._commit():
                    self._note(told=sorted(told), left=msgspec.to_builtins(now))

    def _must_be_here(self) -> None:
        """Before anything is said of a next round."""
        if Issued(self._places.pools, self._disk).is_elsewhere(self.session_id, self.read()):
            raise CodesignError(f"{_FOREIGN} Nothing was changed.")

    def _must_be_untold(self, card_ids: Sequence[str]) -> None:
        """Before a next round: as the record says, so does the memory; and no pool holds the session."""
        memory = Issued(self._places.pools, self._disk)
        if memory.is_pooled(self.session_id, self.read()):
            raise CodesignError(
                "A pool holds this session, or may on another laptop, so its votes stay as they were: a pool with one more "
                "vote, minus the pool before, would be this group's numbers. Ask again in a new session. Nothing was changed."
            )
        told = memory.told_of(self.session_id)
        if again := [card for card in card_ids if told.has_told(self.read(), card)]:
            raise CodesignError(
                f"The result of “{again[0]}” was shown already, and {self.path} is an older copy of its record, which does not "
                "know it. Nothing was changed. Go on with the record that was told from."
            )

    def _look_up(self, memory: Issued) -> Session:
        """What the record says, with what the memory knows of it; it is read so from now on."""
        now, number = session_of(self._tables.now, self.path), self.session_id
        self._read, self._told = None, memory.told_of(number)
        self._elsewhere = {"is_pooled": memory.is_pooled(number, now), "is_elsewhere": memory.is_elsewhere(number, now)}
        return now

    def _take_up(self) -> None:
        """An older copy takes up what was told since; the memory takes up what was told elsewhere, or before it was there.
        Where one can't be read or written, the record opens all the same: a vote goes on, and nothing is told."""
        with contextlib.suppress(CodesignError):
            self._read, self._told, self._elsewhere = None, Told(), {}
            now = self._look_up(Issued(self._places.pools, self._disk))
            session = self.read()
            if not now.mended and (session.told, session.left) != (now.told, now.left):
                with contextlib.suppress(NotSaved), self._commit():
                    self._note(told=sorted(session.told), left=msgspec.to_builtins(session.has_left))
            if self._told.lacks(session):
                with issued(self._places, self._disk) as memory:
                    memory.take_up(self.session_id, session)
                    memory.keep()
