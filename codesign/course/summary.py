"""At the end, for the facilitator: where the summary goes, and what to do with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.course.asked import until_taken
from codesign.course.pages import Course, Question
from codesign.course.words import typed_path
from codesign.course.written import written
from codesign.phrases import day
from codesign.words import _

if TYPE_CHECKING:
    from codesign.open_session import OpenSession


def folder_of(opened: "OpenSession", folder: Path | None) -> str:
    """Where it is proposed to write what leaves the laptop: this folder, or one of the facilitator's own."""
    return str(folder or Path.home() / "group-notes" / f"{opened.read().setup.day}-{opened.path.stem[-8:]}")


def summary(opened: "OpenSession", folder: Path | None) -> Course[str]:
    """Write the summary into a folder, this one where nobody names another; the name of the part that follows."""
    setup = opened.read().setup

    def in_folder(folder: str) -> list[Path]:
        if not folder:
            raise CodesignError(_("Name a folder."))
        return opened.write_summary(typed_path(folder))

    question = Question(
        place="folder",
        title=_("Where shall the summary go?"),
        question=_("Folder"),
        value=folder_of(opened, folder),
        lines=(_("It holds what the rules let through and what you let pass, and nothing else."),),
    )
    files = yield from until_taken(question, in_folder)
    if files is None:
        return "where"
    yield written(files, setup.audience, day(setup.answer_by))
    return "home"
