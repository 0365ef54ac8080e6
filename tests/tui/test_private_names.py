"""Names of Textual and rich that nobody promises: where one is gone, a test or the start fails; nothing is passed over."""

import inspect
import runpy

import pytest
from rich import cells
from rich.segment import Segment
from textual import constants
from textual._callback import count_parameters
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.driver import Driver
from textual.screen import Screen

from codesign.tui import forget
from codesign.tui.app import CodesignApp


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


def test_what_the_reader_of_the_keyboard_leans_on_is_there() -> None:
    from textual.drivers.linux_driver import LinuxDriver

    assert issubclass(CodesignApp().driver_class, LinuxDriver)
    assert "run_input_thread" in vars(LinuxDriver)
    assert {"exit_event", "fileno", "_key_thread"} <= set(LinuxDriver.__init__.__code__.co_names)
    assert hasattr(Driver, "process_message")


@pytest.mark.parametrize(("value", "off"), [("1", True), ("", False)])
def test_keys_by_number_can_be_left_unasked_for(monkeypatch: pytest.MonkeyPatch, value: str, off: bool) -> None:
    """The program sets the variable before it loads Textual; in a Textual without it, terminals would number their keys."""
    from textual.drivers.linux_driver import LinuxDriver

    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", value)
    assert runpy.run_path(str(constants.__file__))["DISABLE_KITTY_KEY"] is off
    assert "constants.DISABLE_KITTY_KEY" in inspect.getsource(LinuxDriver.start_application_mode)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        (Stylesheet, ("apply", "replace_rules", "_process_component_classes", "set_variables")),
        (Screen, ("_screen_resized", "_compositor_refresh", "_refresh_layout")),
        (App, ("_background_screens",)),
        (Compositor, ("_get_renders", "render_partial_update", "update_widgets", "visible_widgets")),
    ],
)
def test_what_is_drawn_less_often_is_drawn_where_we_think(owner: type, names: tuple[str, ...]) -> None:
    """Ours stand in the place of these; in a Textual without them every page would be styled and painted several times."""
    assert set(names) <= set(vars(owner))
    assert {"_dirty_regions", "_render_chops"} <= set(Compositor.render_partial_update.__code__.co_names)
    assert {"_layout_required", "_repaint_required"} <= set(Screen._on_timer_update.__code__.co_names)


def test_what_is_asked_of_every_widget_after_a_key_has_its_parameters_counted() -> None:
    assert "_param_count" in count_parameters.__code__.co_names
