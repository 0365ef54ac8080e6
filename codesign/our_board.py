"""What stands on Our board: the agency's own list, the help lines and whether they were tried here, and past sessions."""

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.near_here import NearHere
from codesign.store import near_here
from codesign.store.places import Places

if TYPE_CHECKING:
    from codesign.content import HelpLines


def read_near_here(places: Places) -> NearHere:
    """The agency's own list.

    Raises:
        CodesignError: it can't be read, and nothing of it is shown.
    """
    return near_here.read(places.near_here)


def keep_near_here(places: Places, near: NearHere) -> Path:
    """Keep the list, and say where it lies; raises NotSaved."""
    near_here.keep(places.near_here, near)
    return places.near_here


def help_lines(places: Places) -> "HelpLines":
    """The help lines with the days on which somebody here tried them."""
    from codesign import content

    lines = content.help_lines(places.data)
    with contextlib.suppress(CodesignError):  # support opens whatever stands in the list
        return lines.tried({name: date.fromisoformat(day) for name, day in read_near_here(places).tried.items()})
    return lines
