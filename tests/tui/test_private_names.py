"""Names of Textual and rich that nobody promises: where one is gone, a test or the start fails; nothing is passed over."""

import runpy

import pytest
from rich import cells
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.app import App

from codesign.tui import forget


@pytest.mark.parametrize(
    ("owner", "name"), [(cells, "cached_cell_len"), (Segment, "_split_cells"), (StylesCache, "get_inner_outer")]
)
def test_a_cache_of_texts_that_has_another_name_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    runpy.run_path(forget.__file__)["forget_texts"]()
    monkeypatch.delattr(owner, name)
    with pytest.raises((ImportError, AttributeError), match=name):
        runpy.run_path(forget.__file__)


def test_every_cache_of_texts_is_one_and_is_emptied() -> None:
    cells.cached_cell_len("a locker")
    forget.forget_texts()
    assert [cache.cache_info().currsize for cache in forget._CACHES] == [0, 0, 0]


@pytest.mark.parametrize("name", ["_handle_exception", "_fatal_error", "panic", "_close_messages_no_wait"])
def test_what_is_put_in_place_of_textuals_own_is_there(name: str) -> None:
    """These keep typed words out of a crash: in a Textual without them ours would never be called."""
    assert callable(getattr(App, name))
