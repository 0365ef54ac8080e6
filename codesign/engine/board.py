"""What stands on Our board: the agency's own list, the help lines and whether they were tried here, and past sessions."""

import contextlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.board import of_youth_spaces
from codesign.core.errors import CodesignError
from codesign.core.near_here import NearHere
from codesign.core.region import Region
from codesign.core.session import Session
from codesign.engine.write_files import put_beside
from codesign.phrases.near_here import IsOld, looked_up
from codesign.store import near_here
from codesign.store.places import Places
from codesign.words import LANGUAGES, _, in_region, speaking

if TYPE_CHECKING:
    from codesign.content import HelpLines
    from codesign.documents.board.files import Rows


def read_near_here(places: Places) -> NearHere:
    """The agency's own list.

    Raises:
        CodesignError: it can't be read, and nothing of it is shown.
    """
    return near_here.read(places.near_here)


def keep_near_here(places: Places, near: NearHere) -> None:
    """Keep the list; raises NotSaved."""
    near_here.keep(places.near_here, near)


def is_old_on(lines: "HelpLines", today: date) -> IsOld:
    """Whether an entry was checked too long ago to be called without checking: as long as for a help line."""
    return lambda entry: lines.is_old(date.fromisoformat(entry.checked_on), today)


def looked_up_on(lines: "HelpLines", today: date) -> tuple[str, ...]:
    """When the help lines were looked up, in the language in use; nothing where there is none."""
    on = lines.looked_up_on
    return (looked_up(on, old=lines.is_old(on, today)),) if on else ()


def write_board(
    places: Places,
    sessions: Iterable[Session],
    folder: Path,
    to_call: "Callable[[], Rows]",
    region: Region,
    today: date,
    paper: str,
) -> list[Path]:
    """Write the poster, the pocket card and the charter in every language; other files there are left alone. `to_call` says
    whom to call, in the language in use; `paper` names that of the printer, or is empty.

    Raises:
        CodesignError: the agency's list can't be read, or the papers can't be written.
    """
    from codesign.documents.board.files import board_files
    from codesign.documents.paper_size import paper_for

    near, lines, spaces = read_near_here(places), help_lines(places), of_youth_spaces(sessions)
    is_old = is_old_on(lines, today)
    files: dict[str, bytes] = {}
    for spoken in LANGUAGES:
        with speaking(spoken), in_region(region):
            files |= board_files(
                near,
                is_old,
                to_call(),
                [_(line.reach) for line in lines.lines],
                spaces,
                paper_for(region, paper),
                f"{today:%Y-%m}",
                looked_up_on(lines, today),
            )
    return put_beside(files, folder)


def help_lines(places: Places) -> "HelpLines":
    """The help lines with the days on which somebody here tried them."""
    from codesign import content

    lines = content.help_lines(places.data)
    with contextlib.suppress(CodesignError):  # support opens whatever stands in the list
        return lines.tried({name: date.fromisoformat(day) for name, day in read_near_here(places).tried.items()})
    return lines
