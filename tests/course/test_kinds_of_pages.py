"""One course, two views: every kind of page has its renderer in both, and the same walk is asked the same in both."""

from collections.abc import Iterator

import pytest

from codesign.course import pages
from codesign.course.around import Around
from codesign.plain.console import Console
from codesign.plain.show import Show
from codesign.tui.which_screen import SCREENS


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
