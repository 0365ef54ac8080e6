"""Remembers what left this laptop, so that nothing that leaves later can be subtracted from it: of every session which vote of
each card was told and which words went out, which conversations were told, and which sessions stood together in the numbers of
a pool. An older copy of a record knows nothing of it; this does.

One small file in the data folder. It names no session by its title, day or file, only by a hash of its number, and holds what
was told of a session sealed with that number: with its record that goes too. Nothing in it depends on anybody's answer: a vote
is named by the numbers that were drawn when it was counted.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import reduce
from pathlib import Path

import msgspec

from codesign.core.errors import Busy, CodesignError, Damaged, NotSaved
from codesign.core.pool_card import Blocks
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.issued_file import SCHEMA, Whole, new_name
from codesign.store.lock import RecordLock
from codesign.store.newer import is_newer, newer_words
from codesign.store.places import Places
from codesign.store.seal import lock_away, unlock
from codesign.store.told import Told

_BRING_BACK = (
    "Bring back a copy of that file that was made after the last result, summary and pool of this laptop, and after the last "
    "time that its memory was handed over or another one came in."
)
_PATIENCE = 2.0
"""Seconds to wait for another program that remembers something just now."""


def name_of(session_id: int) -> str:
    """A session as this memory names it."""
    return hashlib.blake2b(str(session_id).encode(), digest_size=12).hexdigest()


def _key(session_id: int) -> bytes:
    return hashlib.blake2b(str(session_id).encode(), digest_size=32, person=b"told").digest()


class Issued:
    """The memory as it stands on the disk.

    Raises:
        Damaged: it can't be read, so nobody can tell what left.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self.blocks: Blocks = ()
        """The blocks of the pools made so far; see `codesign.core.pool`."""
        self.audited: Blocks = ()
        """Those whose sums were audited; of the others no sum is shown any more."""
        self.known: set[str] = set()
        """Sessions that were first closed here, or of which somebody says where they are told: of no other can this memory
        know what is told of it elsewhere, or whether a pool holds it."""
        self._told: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._wrote: set[str] = set()
        """Files that this laptop wrote for others, by the names that were drawn for them."""
        self._taken: set[str] = set()
        """Files that were taken in, here or where files came from. What one of them knew is here, or went on from here."""
        self._kept = b""
        self._read()

    def told_of(self, session_id: int) -> Told:
        try:
            sealed = self._told.get(name_of(session_id), "").split()
            found = [msgspec.msgpack.decode(unlock(one, _key(session_id)), type=Told) for one in sealed]
        except ValueError:
            raise Damaged(
                f"What {self._path} remembers of this session can't be read, so nobody can tell what of it was told. Nothing "
                f"was written. {_BRING_BACK}"
            ) from None
        return reduce(Told.and_, found, Told())

    def must_be_as_told(self, session_id: int, session: Session, path: Path) -> None:
        """Before anything of a session leaves.

        Raises:
            CodesignError: its record is an older copy that holds another vote than the one that was told, or knows nothing of
            words that left; or the same conversation was told from another record.
        """
        told = self.told_of(session_id)
        if other := told.otherwise(session):
            why = f"The result of another vote on “{other[0]}” of this session was shown before, so {path} is an older copy."
            if other[0] in told.told_as_here(session):
                why = f"{path} was mended or changed after the result of “{other[0]}” was shown, and would tell it otherwise."
            raise CodesignError(
                f"{why} From two results somebody's answer could be worked out, so nothing is told. Go on with the record that "
                "was told from, or with what was written then."
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

    def is_pooled(self, session_id: int, session: Session) -> bool:
        """Whether a pool holds the session in one of its blocks, or one that this memory does not know may. No more words on
        its cards may leave then."""
        name = name_of(session_id)
        return self.is_elsewhere(session_id, session) or any(name in block for block in self.blocks)

    def is_elsewhere(self, session_id: int, session: Session) -> bool:
        """Whether another laptop may tell of a closed session: it was closed there, or handed over, or closed before the memory
        was lost."""
        return bool(session.tallies) and name_of(session_id) not in self.known

    def as_told(self, session_id: int, session: Session, path: Path) -> Session:
        """A session with what was told of it, where something of it leaves unopened. Raises as `must_be_as_told`."""
        joined = self.told_of(session_id).joined(session)
        self.must_be_as_told(session_id, joined if session.mended else session, path)
        return joined

    def take_up(self, session_id: int, session: Session) -> None:
        """What is told of a session, to be kept with the next `keep`."""
        told, name = self.told_of(session_id), name_of(session_id)
        if told.lacks(session):
            self._told[name] = lock_away(msgspec.msgpack.encode(told.with_all(session)), _key(session_id))
        if session.told:
            self._sources = {**dict.fromkeys(session.source, name), **self._sources}  # whoever told it first

    def is_as(self, other: "Issued") -> bool:
        """Whether the file is the one that the other one read."""
        return self._kept == other._kept

    @property
    def to_hand_over(self) -> set[str]:
        """Of the sessions that this laptop knows those of which something was told: a session that was not told yet is told
        here."""
        return {*self.known} & {*self._told}

    def hand_over(self, put: Callable[[bytes, Callable[[], None]], None], staying: Collection[str] = ()) -> None:
        """Have a file put for another laptop, and know nothing more of where the told sessions are pooled: from now on somebody
        else adds to that. `put` takes the file's bytes and what must be kept before any of them can be seen. So whoever is
        stopped in between has handed over to nobody, not to two. `staying`: those that have more to tell here.

        Raises:
            NotSaved: nothing changed, or, where the sentence says so, it counts as handed over.
        """
        file, goes = new_name(), self.to_hand_over - {*staying}
        data = self._whole(file, goes).data

        def forget() -> None:
            self.known -= goes
            self._wrote.add(file)
            self.keep()

        try:
            put(data, forget)
        except NotSaved as error:
            if file not in self._wrote:
                raise
            raise NotSaved(
                f"{error} Part of that file may be there, so what this laptop knew counts as handed over. If no laptop can "
                "take it in, add --first-pool to a later summary of sessions that you know to be in no pool."
            ) from error

    def keep(self, *, blocks: Blocks = (), known: Collection[str] = ()) -> None:
        """Remember what was taken up, with new blocks and names of sessions that are known; it is on the disk when this
        returns."""
        self.blocks = tuple(dict.fromkeys((*self.blocks, *blocks)))
        self.audited = tuple(dict.fromkeys((*self.audited, *blocks)))
        self.known.update(known)
        if (whole := self._whole().data) != self._kept:
            self._disk.replace(self._path, whole)
            self._kept = whole

    def _whole(self, file: str = "", known: Collection[str] | None = None) -> Whole:
        """All of it, the same for the same memory and in no order of time; `file` names it where it is for another laptop, that
        knows of the sessions in `known` alone. Of a session it names nothing but a hash, and what was told of it is sealed with
        the number that its record alone has."""
        together, audited = (sorted(map(sorted, blocks)) for blocks in (self.blocks, self.audited))
        return Whole(
            together=together,
            told=self._told,
            sources=self._sources,
            known=sorted(self.known if known is None else known),
            audited=audited,
            file=file,
            wrote=[] if file else sorted(self._wrote),
            taken=sorted(self._taken),
        )

    def join(self, other: bytes) -> None:
        """Take up the memory of another laptop, as `hand_over` gave it; it is on the disk when this returns.

        Raises:
            ValueError: it is no such memory.
            CodesignError: it is of this laptop, or was taken in before: what it knew of pools may be elsewhere since.
        """
        found = Whole.of_another(other)
        if found.file in self._wrote:
            raise CodesignError(
                "This laptop wrote that file itself and handed over what it knew, so others may have pooled since. Nothing was "
                "changed. Bring the memory back from the laptop that has it: youth-codesign pools export there."
            )
        if found.file in self._taken:
            raise CodesignError(
                "That file was taken in before, here or on a laptop whose memory came here, so it tells nothing new. Nothing "
                "was changed. If the memory was handed over since, bring it back from the laptop that has it."
            )
        self._taken.update((found.file, *found.taken))
        for name, sealed in found.told.items():  # of a session that both told, both stay: only its record can open them
            self._told[name] = " ".join(dict.fromkeys([*self._told.get(name, "").split(), *sealed.split()]))
        self._sources = {**found.sources, **self._sources}
        self.blocks = tuple(dict.fromkeys((*self.blocks, *map(frozenset, found.together))))
        self.keep(blocks=tuple(map(frozenset, found.audited)), known=found.known)

    def _read(self) -> None:
        if not self._path.exists():
            return
        self._kept = self._disk.read(self._path)
        try:
            found = Whole.of(self._kept)
        except ValueError:
            raise Damaged(newer_words(self._path)) if is_newer(self._kept, SCHEMA) else self._damaged() from None
        self.blocks, self.audited = tuple(map(frozenset, found.together)), tuple(map(frozenset, found.audited))
        self._told, self._sources, self.known = found.told, found.sources, {*found.known}
        self._wrote, self._taken = {*found.wrote}, {*found.taken}

    def _damaged(self) -> Damaged:
        return Damaged(
            f"{self._path}, which remembers what was told before and which sessions were added up, can't be read. Without it "
            f"a new result could be subtracted from an earlier one, so nothing was written. {_BRING_BACK} If no earlier "
            "result was handed out, you may delete it."
        )


@contextmanager
def issued(places: Places, disk: Disk) -> Iterator[Issued]:
    """The memory, held by this program alone.

    Raises:
        Busy: another program is making a pool; NotSaved: the data folder can't be written to; Damaged: see `Issued`.
    """
    disk.make_folder(places.data)
    lock = RecordLock(places.pools)
    try:
        lock.take(_PATIENCE)
    except Busy:  # whoever waits may have changed a record already
        raise Busy(f"Another window is writing to {places.pools}. Wait until it is done there, then try again.") from None
    try:
        disk.clear_leftovers(places.pools)
        yield Issued(places.pools, disk)
    finally:
        lock.release()
