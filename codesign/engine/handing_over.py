"""Before the memory of pools is handed over to another laptop: what would stay behind here, and for good."""

import contextlib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.at_stake import has_words_to_lose
from codesign.core.errors import CodesignError
from codesign.core.pieces import together
from codesign.store.issued import Issued, name_of
from codesign.store.places import Places
from codesign.store.shelf import look, record_paths


class AtStake(Struct, frozen=True):
    """Of the sessions that this laptop knows."""

    waiting: tuple[Path, ...]
    """The records in the data folder whose words could not leave any more."""
    staying: dict[str, Path]
    """Sessions that have more to tell here, and stay, each with its record."""
    elsewhere: int
    """How many are handed over without a record there: nobody knows of their words."""


def at_stake(places: Places, memory: Issued) -> AtStake:
    waiting, staying, elsewhere = list[Path](), dict[str, Path](), memory.to_hand_over
    for path in record_paths(places):
        with contextlib.suppress(CodesignError, OSError):
            session_id, session = look(path)
            name, told = name_of(session_id), memory.told_of(session_id)
            untold = {*session.tallies} - {*session.told, *told.told_as_here(session), *told.otherwise(session)}
            if untold or session.open_round:
                staying[name] = path
            elif name in elsewhere:
                left = together([*session.has_left, *told.left])
                if has_words_to_lose(replace(session, left=left), elsewhere=True):
                    waiting.append(path)
            elsewhere -= {name}
    return AtStake(tuple(waiting), staying, len(elsewhere))
