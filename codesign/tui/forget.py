"""The libraries below cache texts, and would keep what was typed, letter by letter, until the program ends.

Nobody promises these names, so pyproject.toml pins both libraries; where a name is gone, nothing starts.
"""

from typing import Any

from rich.cells import cached_cell_len
from rich.segment import Segment
from textual._styles_cache import StylesCache

_CACHES: tuple[Any, ...] = (
    cached_cell_len,  # how wide a text is
    Segment._split_cells.__func__,  # type: ignore[attr-defined]  # how a text is cut
    StylesCache.get_inner_outer,  # by its key, every line that a widget drew
)


def forget_texts() -> None:
    """Called when a page goes. tests/tui/test_memory.py tells where a new version of a library keeps texts elsewhere."""
    for cache in _CACHES:
        cache.cache_clear()
