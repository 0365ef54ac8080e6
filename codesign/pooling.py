"""The summary of several records together, from their files to its own: read, checked, remembered, written."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.pool import Member, must_fit
from codesign.core.session import Session
from codesign.documents.summary.pooled import build_pool, why_not_pooled
from codesign.documents.write import FORMATS, write
from codesign.store.disk import Disk
from codesign.store.issued import issued, name_of
from codesign.store.places import Places
from codesign.store.shelf import look


def write_pool(
    places: Places,
    paths: Sequence[Path],
    folder: Path,
    formats: Sequence[str] = (),
    read_one: Callable[[], None] = lambda: None,
) -> list[Path]:
    """Write the summary of several records together; no record is changed. `read_one` is called after each was read.

    Raises:
        CodesignError: a record can't be in a pool, or these can't be pooled beside the pools made before; nothing was
            written.
    """
    disk, (members, sessions) = Disk(), _members(paths, read_one)
    with issued(places, disk) as memory:
        for session_id, (path, session) in sessions.items():
            memory.must_be_as_told(session_id, session, path)
        must_fit(list(members.values()), {member.id: path for path, member in members.items()}, memory.blocks)
        summary, block = build_pool(list(members.values()), memory.blocks)

        def put(files: Mapping[Path, bytes]) -> None:
            disk.replace_all(files, before=lambda: memory.keep({i: session for i, (_path, session) in sessions.items()}, block))

        return write(summary, folder, formats or list(FORMATS), put=put)  # a youth check is for one group


def _members(paths: Sequence[Path], read_one: Callable[[], None]) -> tuple[dict[Path, Member], dict[int, tuple[Path, Session]]]:
    """The sessions of a pool, each by its file, and each with its file by its number."""
    members: dict[Path, Member] = {}
    sessions: dict[int, tuple[Path, Session]] = {}
    files: dict[str, Path] = {}
    for path in paths:
        session_id, session = look(path)
        member = Member(name_of(session_id), session)
        if member.id in files:
            same = f"{path} and {files[member.id]} are the same session."
            raise CodesignError(f"{same} Name one of them; nothing was written.")
        if why := why_not_pooled(session):
            raise CodesignError(f"{path}: {why} Nothing was written.")
        for other, with_it in members.items():
            if {*session.source} & {*with_it.session.source}:
                same = f"{path} and {other} come from the same conversation, so the same people would count twice."
                raise CodesignError(f"{same} Name one of them; nothing was written.")
        members[path], files[member.id], sessions[session_id] = member, path, (path, session)
        read_one()
    made_up = [path for path, member in members.items() if member.session.setup.made_up]
    if made_up and len(made_up) < len(members):
        mixed = f"{made_up[0]} is made up and is never added to real sessions."
        raise CodesignError(f"{mixed} Leave it out; nothing was written.")
    return members, sessions
