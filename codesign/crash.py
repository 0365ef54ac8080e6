"""A defect in words: a sentence for people and the places in the code where it happened.

Never a value, and never the message of an error: either may be made of what somebody typed.
"""

import traceback
from collections.abc import Iterable
from pathlib import Path

from codesign.words import _

Place = tuple[str, int, str]
"""File, line, function."""

_PACKAGE = Path(__file__).parent
_OURS_SHOWN = 4


def told(error: BaseException) -> str:
    """What a person reads when the program breaks."""
    return told_at(type(error).__name__, places(error))


def told_at(kind: str, frames: Iterable[Place]) -> str:
    words = _(
        "Something in the program broke, and it has stopped. Every ballot that showed “Saved.” is safe, and so is all else "
        "that was saved. Start the program again; what was not finished can be done again."
    )
    return f"{words}\n\n{where_at(kind, frames)}"


def where(error: BaseException) -> str:
    """Only the kind of error and its places, for whoever mends it."""
    return where_at(type(error).__name__, places(error))


def where_at(kind: str, frames: Iterable[Place]) -> str:
    lines = [_("{file}, line {line}, {function}", file=_short(file), line=n, function=name) for file, n, name in _few(frames)]
    return "\n".join([kind, *(f"  {line}" for line in lines)])


def places(error: BaseException) -> list[Place]:
    """From the outermost call to the line that failed, in the error or in its cause. Reads neither locals nor source files."""
    traces = [e.__traceback__ for e in (error, error.__cause__) if e]
    return [(f.f_code.co_filename, line, f.f_code.co_name) for trace in traces for f, line in traceback.walk_tb(trace)]


def _few(frames: Iterable[Place]) -> list[Place]:
    """The last of our own places, and the line that failed, which may be a library's."""
    every = list(frames)
    ours = [place for place in every if Path(place[0]).is_relative_to(_PACKAGE)][-_OURS_SHOWN:]
    return ours if ours[-1:] == every[-1:] else [*ours, every[-1]]


def _short(file: str) -> str:
    """The file below its package: the folders above may carry a person's name."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE.parent):
        return path.relative_to(_PACKAGE.parent).as_posix()
    parts = path.parts
    return "/".join(parts[parts.index("site-packages") + 1 :] if "site-packages" in parts else parts[-2:])
