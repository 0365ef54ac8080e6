"""The colours that were chosen on the first page: one word in a small file. Neither reading nor keeping it ever fails, because
no session waits for it."""

import contextlib

from codesign.core.errors import CodesignError
from codesign.intake.files import read_text
from codesign.store.disk import Disk
from codesign.store.places import Places

_MOST = 100
"""Bytes."""


def read(places: Places) -> str:
    """The name of a theme, or whatever word stands there; empty where none was chosen."""
    with contextlib.suppress(CodesignError):
        return read_text(places.colours, "colours", limit=_MOST).strip()
    return ""


def keep(places: Places, name: str) -> None:
    disk = Disk()
    with contextlib.suppress(CodesignError, OSError):
        disk.make_folder(places.colours.parent)
        disk.replace(places.colours, f"{name}\n".encode())
