"""How large type can be, so that words are one sheet."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

LINE = 1.22
"""Of a line, in sizes of its type."""


def largest(sizes: Sequence[float], height: Callable[[float], float], room: float) -> float:
    """The largest of these sizes of type, the largest first, in which words of this height have room; else the smallest."""
    return next((size for size in sizes if height(size) <= room), sizes[-1])


def rows(words: str, size: float, width: float) -> int:
    """How many lines words take, each line broken where a word ends and each word where it is longer than a line."""
    found, used = 1, 0.0
    for word in words.split():
        needed = sum(map(_width, word)) * size
        blank = 0.25 * size if used else 0
        if used + blank + needed <= width:
            used += blank + needed
            continue
        found += bool(used) + int(needed // width)
        used = needed % width
    return found


@cache
def _width(c: str) -> float:
    """Of a letter, in sizes of its type: somewhat more than common fonts have."""
    if unicodedata.combining(c):
        return 0
    if unicodedata.east_asian_width(c) in "WF":
        return 1.05
    if ord(c) > 0x24F and not 0x2000 <= ord(c) <= 0x206F:
        return 0.75
    return 0.9 if c in "MWmw@%—…" else 0.66 if c.isupper() else 0.51
