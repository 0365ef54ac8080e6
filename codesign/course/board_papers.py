"""What staff print beside a session: the papers of Our board, Learn, and blank tech plans, into a folder that is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.session import Session
from codesign.course import papers
from codesign.course.common_pages import own_folder, until_taken
from codesign.course.pages import Course, MenuChoice, Question
from codesign.course.shared_words import FOLDER, typed_folder
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

    def write(named: str) -> list[Path]:
        folder = typed_folder(named)
        if name == "print-learn":
            from codesign.learning import RESOURCES, SET, STAFF, is_over, write_learn

            over = [path for path, session in _real(engine) if is_over(session)]
            return write_learn([SET, STAFF, RESOURCES], folder, over, engine.places, engine.region_here(), engine.today())
        return papers.board(engine, folder) if name == "print-board" else papers.blank_tech_plan(engine, folder)

    words, about = _WHAT[name]
    proposed = f"{own_folder() / 'papers'}"
    question = Question(place="folder", title=_(words), question=_(FOLDER), value=proposed, lines=(_(about),), covers=True)
    if files := (yield from until_taken(question, write)):
        yield replace(files_written(_(papers.WRITTEN), files, _("Print what you need, in either language.")), covers=True)


def _real(engine: "Engine") -> list[tuple[Path, Session]]:
    return [(path, session) for path, session in engine.records() if isinstance(session, Session) and not session.setup.made_up]
