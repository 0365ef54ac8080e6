"""The agency's own list on the disk: one small file in the data folder, whole or refused."""

from datetime import date
from pathlib import Path

import msgspec

from codesign.core.errors import CodesignError
from codesign.core.near_here import MOST, NearHere
from codesign.store.disk import Disk
from codesign.store.newer import is_newer, newer_words


def read(path: Path) -> NearHere:
    """The list; an empty one where there is none yet.

    Raises:
        CodesignError: it can't be read as it was written, and nothing of it is shown.
    """
    if not path.exists():
        return NearHere()
    data = Disk().read(path, "list")
    if is_newer(data, NearHere().schema):
        raise CodesignError(newer_words(path))
    try:
        found = msgspec.json.decode(data, type=NearHere)
        for day in (*(entry.checked_on for entry in found.entries), *found.tried.values()):
            date.fromisoformat(day)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise CodesignError(
            f"{path}, the list of services near here, can't be read, so nothing of it is shown. Bring it back from a backup, "
            "or delete it and write the list again."
        ) from None
    if any(not entry.name for entry in found.entries) or any(len(found.of(kind)) > most for kind, most in MOST.items()):
        raise CodesignError(f"{path} holds an entry without a name, or too many, so nothing of it is shown. Mend or delete it.")
    return msgspec.structs.replace(found, entries=tuple(entry.cleaned for entry in found.entries))


def keep(path: Path, near: NearHere) -> None:
    """Put the list in place of the one there was.

    Raises:
        NotSaved: the one there was is still there.
    """
    disk = Disk()
    disk.make_folder(path.parent)
    disk.replace(path, msgspec.json.format(msgspec.json.encode(near), indent=1))
