"""What staff print beside a session: the papers of Our board, Learn, and blank tech plans, into a folder that is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.session import Session
from codesign.course.common_pages import into_a_folder, own_folder
from codesign.course.pages import Course, MenuChoice
from codesign.course.papers_to_print import WRITTEN, blank_tech_plan, board
from codesign.course.written import files_written
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

_WHAT = {
    "print-board": (N_("Print our board"), N_("A poster, a pocket card and a charter for a space online.")),
    "print-learn": (N_("Print Learn"), N_("Ten cards, a page each; a sheet for staff; the seven resources.")),
    "print-plans": (N_("Print blank tech plans"), N_("To fill in with a pen: a pocket card and a copy for the file.")),
}
"""Row -> its words, and what is printed."""


def rows_to_print() -> list[MenuChoice]:
    return [MenuChoice(name, _(words), _(about)) for name, (words, about) in _WHAT.items()]


def print_one(engine: "Engine", name: str) -> Course[None]:
    """One of these. A page that staff left open ends, because the lists stand behind it without the code."""

    def write(folder: Path) -> list[Path]:
        if name == "print-board":
            return board(engine, folder)
        if name == "print-plans":
            return blank_tech_plan(engine, folder)
        from codesign.engine.learn import RESOURCES, SET, STAFF, is_over, write_learn

        real = [(path, found) for path, found in engine.records() if isinstance(found, Session) and not found.setup.made_up]
        over = [path for path, session in real if is_over(session)]
        return write_learn([SET, STAFF, RESOURCES], folder, over, engine.places, engine.region_here(), engine.today())

    words, about = _WHAT[name]
    if files := (yield from into_a_folder(None, own_folder() / "papers", _(words), _(about), write, covers=True)):
        yield replace(files_written(_(WRITTEN), files, _("Print what you need, in either language.")), covers=True)
