"""Help says first what a page is for, whichever page it is."""

import pytest

from codesign.course.page_help import about_page
from codesign.tui.keys import PLACES
from codesign.words import speaking


@pytest.mark.parametrize("place", PLACES)
def test_help_of_every_page_says_first_what_it_is_for(place: str) -> None:
    for language in ("en", "es"):
        with speaking(language):
            assert 0 < len(about_page(place)) <= 2 * 66, "two lines of a narrow page"
