"""One course, two views: every kind of page has its renderer in both, and the same walk is asked the same in both."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from codesign import course
from codesign.course import pages
from codesign.course.around import Around
from codesign.plain import room
from codesign.plain.console import Console
from codesign.plain.show import Show
from codesign.tui.keys import PLACES
from codesign.tui.screens import to_read
from codesign.tui.screens.facilitator import menus, one_line
from codesign.tui.which_screen import SCREENS

OF_THE_KIND = {"ToRead": to_read.PAGES, "Menu": menus.PAGES, "MarkSome": menus.MARK_PAGES, "Question": one_line.PAGES}
"""Kind of page that one screen shows at many places -> place -> its screen."""


def kinds() -> Iterator[type[pages.Page]]:
    """Every kind of page that a course can yield, found by itself."""
    todo: list[type[pages.Page]] = [pages.Page]
    while todo:
        found = todo.pop().__subclasses__()
        todo += found
        yield from (kind for kind in found if kind is not pages.OfTurn)


@pytest.mark.parametrize("kind", sorted(kinds(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_every_kind_of_page_is_shown_in_both_views(kind: type[pages.Page]) -> None:
    import io

    shown = Show(Console(io.StringIO(), io.StringIO(), ""), Around())
    assert kind in SCREENS
    assert kind in shown.kinds


def places() -> Iterator[tuple[str, str]]:
    """Kind of page and place, wherever the course names both."""
    for path in Path(str(course.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OF_THE_KIND:
                yield from (
                    (node.func.id, str(word.value.value))
                    for word in node.keywords
                    if word.arg == "place" and isinstance(word.value, ast.Constant)
                )


def test_a_page_had_no_keys_or_no_screen_or_no_words_to_type_at_its_place() -> None:
    named = set(places())
    assert len(named) > 40
    for kind, place in sorted(named):
        assert place in PLACES, f"tui/keys.py: {place}"
        assert place in OF_THE_KIND[kind], f"the screen of {kind}: {place}"
        assert kind != "ToRead" or place in room._TO_READ, f"plain/room.py: {place}"
