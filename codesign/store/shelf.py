"""The records that lie in the data folder, looked at without opening one. Needs none of the libraries that a record needs."""

from pathlib import Path

from codesign.core.session import Session
from codesign.store.disk import Disk
from codesign.store.packed import unpack
from codesign.store.places import Places
from codesign.store.state import session_of


def record_paths(places: Places) -> list[Path]:
    """The records in the data folder."""
    return sorted(places.records.glob("*.json"))


def peek(path: Path) -> Session:
    """What a record says at this moment, without holding it: for lists.

    Raises:
        CodesignError: it is not there; Damaged: it can't be read as it was written.
    """
    return session_of(unpack(Disk().read(path), path), path)
