"""The records that lie in the data folder, looked at without opening one. Needs none of the libraries that a record needs."""

import contextlib
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record_bytes import unpack
from codesign.store.state import session_id_of, session_of


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
    tables = unpack(Disk().read(path), path)
    session = session_of(tables, path)
    return session_id_of(tables), session


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
    return setup.title.casefold(), setup.day, setup.made_up, {card.rule for card in session.cards}
