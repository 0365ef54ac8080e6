"""At the end, for the facilitator: where the summary goes, and what to do with it."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.course.common_pages import into_a_folder
from codesign.course.pages import Course
from codesign.course.written import written
from codesign.phrases import day
from codesign.phrases.caveats import words_that_stay
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession


def the_hour_is_over(opened: "OpenSession") -> None:
    """What comes of it was written."""
    with contextlib.suppress(CodesignError):  # it was written all the same
        opened.keep_group_notes(replace(opened.read().group_notes, at="over"))


def summary(opened: "OpenSession", folder: Path | None) -> Course[str]:
    """Write the summary; the name of the part that follows."""
    setup = opened.read().setup
    holds = _("It holds what the rules let through and what you let pass, and nothing else.")
    holds = f"{holds} {words_that_stay(opened.read())}".rstrip()
    files = yield from into_a_folder(opened, folder, _("Where shall the summary go?"), holds, opened.write_summary)
    if files is None:
        return "where"
    the_hour_is_over(opened)
    yield written(files, setup.audience, day(setup.answer_by))
    return "home"
