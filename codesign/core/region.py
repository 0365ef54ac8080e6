"""Where a program is, as far as its paper and its dates are concerned."""

import re
from typing import TypeAlias

Region: TypeAlias = str
"""A language and a country, such as en-US; empty where nobody said: then as in most of the world, A4 and the day first."""

_WRITTEN = re.compile(r"[a-z]{2}-[A-Z]{2}")


def is_region(words: str) -> bool:
    """Whether it is written as a region is."""
    return bool(_WRITTEN.fullmatch(words))


def is_american(region: Region) -> bool:
    """It prints on US Letter, and writes a date in English with the month first."""
    return region.endswith("-US")
