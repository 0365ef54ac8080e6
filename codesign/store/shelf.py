"""The records that lie in the data folder, looked at without opening one. Needs none of the libraries that a record needs."""

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.record_names import meant, short_names
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record_bytes import unpack
from codesign.store.state import session_id_of, session_of

_LARGEST = 100_000_000
"""Bytes of a record. That of a thousand voters is a hundredth of it."""


def record_paths(places: Places) -> list[Path]:
    """The records in the data folder."""
    return sorted(places.records.glob("*.json"))


def peek(path: Path) -> Session:
    """What a record says at this moment, without holding it: for lists.

    Raises:
        CodesignError: it is not there; Damaged: it can't be read as it was written.
    """
    return look(path)[1]


def look(path: Path) -> tuple[int, Session]:
    """The number of a session, and what its record says at this moment. Takes no lock and changes nothing; raises as `peek`."""
    with contextlib.suppress(OSError):  # told where it is read
        if os.stat(path).st_size > _LARGEST:
            raise CodesignError(f"{path} is larger than {_LARGEST // 1_000_000} MB, which no record is.")
    tables = unpack(Disk().read(path), path)
    session = session_of(tables, path)
    return session_id_of(tables), session


Found = tuple[Path, Session | CodesignError]


def _as_known(places: Places) -> Callable[[int, Session], Session]:
    """What the memory of the data folder knows of a record is joined to what that says, as far as lists show it."""
    if not places.pools.exists():
        return lambda _session_id, session: session
    from codesign.store.issued import Issued

    try:
        memory = Issued(places.pools, Disk())
    except CodesignError:
        return lambda _session_id, session: session

    def joined(session_id: int, session: Session) -> Session:
        try:
            return memory.told_of(session_id).joined(session)
        except CodesignError:
            return session  # the record itself can be read, and opens

    return joined


def all_found(places: Places) -> list[Found]:
    """Every record in the data folder, copies too, newest day first; one that can't be read comes with its error."""
    found: list[Found] = []
    as_known = _as_known(places)
    for path in record_paths(places):
        try:
            session_id, session = look(path)
            found.append((path, as_known(session_id, session)))
        except CodesignError as error:
            found.append((path, error))
    return sorted(found, key=lambda item: item[1].setup.day if isinstance(item[1], Session) else "", reverse=True)


def once_each(found: Sequence[Found]) -> list[tuple[Path, Session | CodesignError, int]]:
    """Each session once, by the record of it that is furthest, and how many copies of that there are: a backup, or what a
    service that syncs made of it."""
    by_mark: dict[str, list[tuple[Path, Session]]] = {}
    for path, session in found:
        if isinstance(session, Session):
            by_mark.setdefault(session.mark, []).append((path, session))
    best = {max(same, key=_how_far)[0]: len(same) - 1 for same in by_mark.values()}
    return [(path, session, best.get(path, 0)) for path, session in found if path in best or not isinstance(session, Session)]


def names_of(found: Sequence[Found]) -> dict[Path, str]:
    """The short name of each session's furthest record; copies of it have none."""
    records = [(path, session) for path, session, _copies in once_each(found) if isinstance(session, Session)]
    names = short_names([(session.setup.day, session.mark) for _path, session in records])
    return {path: name for (path, _session), name in zip(records, names, strict=True)}


def named(word: str, places: Places) -> Path:
    """The record in the data folder that a short name means: of a session with copies the one that is furthest.

    Raises:
        CodesignError: it means none, or several.
    """
    records = [(path, session) for path, session, _copies in once_each(all_found(places)) if isinstance(session, Session)]
    sessions = [(session.setup.day, session.mark) for _path, session in records]
    places_meant = meant(word, sessions)
    if len(places_meant) == 1:
        return records[places_meant[0]][0]
    if not places_meant:
        raise CodesignError(f"There is no record “{word}” in the data folder. The command records lists those that are there.")
    names = short_names(sessions)
    raise CodesignError(f"“{word}” may mean several records: {', '.join(names[n] for n in places_meant)}. Name one of these.")


def _how_far(record: tuple[Path, Session]) -> tuple[float, ...]:
    """What was closed comes first, then what was dropped: the key of the others is gone. Then the most ballots, then the newest
    file."""
    path, session = record
    states = [round_.state for round_ in session.rounds]
    try:
        changed = os.stat(path).st_mtime
    except OSError:
        changed = 0.0
    ended = len(states) - states.count("open")
    far = states.count("closed"), ended, len(states), not session.mended, session.in_box or 0
    return *far, session.is_told, len(session.decisions), changed


def twin_of(path: Path, session: Session, places: Places) -> Path | None:
    """Another record, beside this one or in the data folder, with the title, the day and the rules of this session."""
    for other in sorted({*record_paths(places), *path.parent.glob("*.json")}):
        with contextlib.suppress(CodesignError):
            found = peek(other)
            if found.mark != session.mark and _alike(found) == _alike(session):
                return other
    return None


def _alike(session: Session) -> tuple[object, ...]:
    setup = session.setup
    return setup.title.casefold(), setup.day, setup.made_up, {card.was or card.rule for card in session.cards}
