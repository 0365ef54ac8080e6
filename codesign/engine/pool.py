"""The summary of several records together, from their files to its own: found, read, checked, remembered, written."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.pool import Member, must_fit
from codesign.core.session import Session
from codesign.documents.summary.pooled import PoolSummary, why_not_pooled
from codesign.documents.write import FORMATS, write
from codesign.intake.files import read_regular
from codesign.store.copies import ASIDE
from codesign.store.disk import Disk
from codesign.store.issued import Issued, issued, name_of
from codesign.store.places import Places
from codesign.store.record_bytes import begins_as_one
from codesign.store.shelf import look

_HEAD = 64
"""Bytes that tell whether a file may be a record."""
_TOLD = 20
"""Records that are named one by one where they are left out."""


class Named(Struct, frozen=True):
    """What a person named to be pooled."""

    path: Path
    in_folder: bool = False
    """It was not named, but lies in a folder that was: anything may lie there."""


def named(paths: Sequence[Path]) -> list[Named]:
    """The files among these paths, and those in the folders among them, but in no folder of theirs."""
    found: list[Named] = []
    for path in paths:
        files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else []
        found += [Named(file, in_folder=True) for file in files] if path.is_dir() else [Named(path)]
    return found


def write_pool(
    places: Places,
    paths: Sequence[Path],
    folder: Path,
    formats: Sequence[str] = (),
    moved: Callable[[float], None] = lambda _share: None,
    *,
    leave_out: Callable[[str], None] = lambda _why: None,
    first_pool: bool = False,
) -> list[Path]:
    """Write the summary of several records together, each named or in a folder that is (`named`); no record is changed.
    `moved` is called with the share of the work that is done, 0 to 1, and `leave_out` with a sentence for what lies in a folder
    and can't be pooled.
    `first_pool`: somebody says that no pool holds those that this laptop does not know, and that no other tells of them.

    Raises:
        CodesignError: a record can't be in a pool, or these can't be pooled beside the pools made before; nothing was
            written.
    """
    disk = Disk()
    memory = Issued(places.pools, disk)
    reading, chosen = _Reading(memory), formats or list(FORMATS)
    if not {*chosen} <= {*FORMATS}:
        raise CodesignError(f"Of several records there are {', '.join(FORMATS)}: a youth check is for one group.")
    files = named(paths)
    for done, file in enumerate(files, 1):
        reading.read(file)
        moved(done / len(files) / 2)
    for why in reading.left_out:
        leave_out(why)
    reading.must_be_some()
    if not first_pool:
        reading.must_be_known()
    must_fit(reading.summary.pool, reading.files, memory.blocks)
    summary, new = reading.summary.build(memory.blocks, memory.audited, lambda share: moved((1 + share) / 2))

    def put(written: Mapping[Path, bytes]) -> None:
        with issued(places, disk) as now:  # not while the records are read: a room may want to tell its result meanwhile
            if not memory.is_as(now):
                raise CodesignError(
                    "A result was shown on this laptop while the records were read. Nothing was written; try again."
                )
            disk.replace_all(written, before=lambda: memory.keep(blocks=new, known=reading.files if first_pool else ()))

    return write(summary, folder, chosen, put=put)


class _Reading:
    """The records of a pool, one after another; of each only what the summary needs stays in memory."""

    def __init__(self, memory: Issued) -> None:
        self.summary = PoolSummary()
        self.files: dict[str, Path] = {}
        """Member -> its file."""
        self._left_out: list[str] = []
        self._memory = memory
        self._sources: dict[str, Path] = {}
        self._made_up: dict[bool, Path] = {}
        self._no_records = 0

    def read(self, file: Named) -> None:
        path = file.path
        if file.in_folder and (ASIDE.fullmatch(path.name) or not _may_be_a_record(path)):
            self._no_records += 1
            return
        session_id, session = look(path)
        try:
            session = self._memory.as_told(session_id, session, path)
            why = why_not_pooled(session)
        except CodesignError as error:
            if not file.in_folder:
                self._must_fit_the_others(name_of(session_id), session, path)  # which says it better
                raise
            why = str(error)
        if why:
            if not file.in_folder:
                raise CodesignError(f"{path}: {why} Nothing was written.")
            self._left_out.append(f"{path} was left out: {why}")
            return
        self._must_fit_the_others(name_of(session_id), session, path)
        self._memory.take_up(session_id, session)
        self.summary.add(Member(name_of(session_id), session))

    def _must_fit_the_others(self, name: str, session: Session, path: Path) -> None:
        if name in self.files:
            same = f"{path} and {self.files[name]} are the same session."
            raise CodesignError(f"{same} Name one of them; nothing was written.")
        if other := next((self._sources[mark] for mark in session.source if mark in self._sources), None):
            same = f"{path} and {other} come from the same conversation, so the same people would count twice."
            raise CodesignError(f"{same} Name one of them; nothing was written.")
        self.files[name] = path
        self._sources |= dict.fromkeys(session.source, path)
        self._made_up.setdefault(session.setup.made_up, path)
        if len(self._made_up) > 1:
            mixed = f"{self._made_up[True]} is made up and is never added to real sessions."
            raise CodesignError(f"{mixed} Leave it out; nothing was written.")

    @property
    def left_out(self) -> list[str]:
        """A sentence each; of very many records only how many."""
        lines, more = self._left_out[:_TOLD], len(self._left_out) - _TOLD
        lines += [f"{more} more records were left out."] * (more > 0)
        return lines + [f"{self._no_records} files in the folders are no records."] * (self._no_records > 0)

    def must_be_some(self) -> None:
        if not self.files:
            raise CodesignError("There is no record there that can be added up. Nothing was written.")

    def must_be_known(self) -> None:
        """Of a session that was not first told here this laptop can't know what it was pooled with. It matters for those that
        show no numbers alone."""
        unknown = sorted(self.files[name] for name in self.summary.pool.hidden - self._memory.known)
        if unknown:
            raise CodesignError(
                f"This laptop does not know whether {len(unknown)} of these records were pooled before, the first of them "
                f"{unknown[0]}: their results were first shown elsewhere, or the memory of pools was lost. Two pools could be "
                "subtracted, and that would show the numbers of a few people. Bring that memory here: youth-codesign pools "
                "export on the other laptop, then youth-codesign pools import here. If no pool holds any of them, and no other "
                "laptop will tell anything more of them, no words either, add --first-pool. Nothing was written."
            )


def _may_be_a_record(path: Path) -> bool:
    try:
        return begins_as_one(read_regular(path, _HEAD))
    except OSError:
        return True  # whoever reads it says what is wrong
