"""What is printed before they come, of a plan or of a session that is set up: the checklist, and ballots on paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.next_plan import as_plan
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.course.before_they_come import TITLE, before_they_come
from codesign.course.common_pages import into_a_folder
from codesign.course.hour import planned
from codesign.course.pages import Block, Course
from codesign.course.support import support_in_words
from codesign.course.written import files_written
from codesign.words import LANGUAGES, N_, _, in_region

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession

WRITTEN = N_("The papers are written.")


def listed(engine: "Engine", of: Plan | Session, expected: int = 0) -> list[Block]:
    """What to check and to say, for a session, or for a plan with so many people."""
    lines, today, copied_by, locked = engine.help_lines(), engine.today(), engine.synced_by(), engine.has_house_code()
    if isinstance(of, Plan):
        return before_they_come(of, lines, today, copied_by, people=expected, locked=locked)
    plan, setup = as_plan(of, of.cards, planned(of)), of.setup
    return before_they_come(plan, lines, today, copied_by, people=setup.expected, setup=setup, locked=locked)


def checklist(engine: "Engine", of: Plan | Session, folder: Path, expected: int = 0) -> list[Path]:
    """The same as one sheet of paper."""
    plan = _as_plan(of)
    with in_region(plan.region):
        parts = [(block.title, block.lines, block.checks) for block in listed(engine, of, expected)]
    return engine.write_checklist("before-they-come", TITLE, plan.title, parts, folder, plan.region)


def paper_form(engine: "Engine", of: Plan | Session, folder: Path) -> list[Path]:
    """Ballots for the cards of a plan, or for those of the open vote of a session, in the order in which they are typed in, and
    a sheet of shapes; with those who can be called.

    Raises:
        CodesignError: no vote is open, or the papers can't be written.
    """
    if isinstance(of, Session) and not of.open_round:
        raise CodesignError(_("No vote is open in this session, so there is nothing to print ballots for."))
    setup = None if isinstance(of, Plan) else of.setup

    def to_call() -> Sequence[str]:
        return [f"{who}: {reach}" for who, reach, _what in support_in_words(setup, engine.help_lines().first)]

    return engine.write_paper_form(_as_plan(of), folder, to_call)


def blank_tech_plan(engine: "Engine", folder: Path, paper: str = "") -> list[Path]:
    """The papers of “My tech plan” to fill in with a pen, in every language."""
    return engine.write_tech_plan(None, folder, lambda: lines_to_call(engine), spoken=[*LANGUAGES], paper=paper)


def board(engine: "Engine", folder: Path, paper: str = "") -> list[Path]:
    """The papers of Our board, in every language."""
    from codesign.engine.board import write_board

    def to_call() -> list[tuple[str, str, str]]:
        return support_in_words(None, engine.help_lines())

    sessions = [session for _path, session in engine.records() if isinstance(session, Session)]
    return write_board(engine.places, sessions, folder, to_call, engine.region_here(), engine.today(), paper)


def lines_to_call(engine: "Engine") -> list[tuple[str, str]]:
    """The help lines in the language in use: the name of each, and how to reach it."""
    return [(_(line.name), _(line.reach)) for line in engine.help_lines().lines]


def printed(engine: "Engine", opened: "OpenSession", folder: Path | None) -> Course[None]:
    """All of it, into a folder that is asked for."""

    def write(named: Path) -> list[Path]:
        session = opened.read()
        forms = paper_form(engine, session, named) if session.open_round else []
        return [*forms, *checklist(engine, session, named)]

    holds = _("The checklist for you. Ballots, one for each person, and the same in shapes for those who read little.")
    if files := (yield from into_a_folder(opened, folder, _("Where shall the papers go?"), holds, write)):
        next_step = _(
            "Print one ballot for each person who votes on paper. You type them in behind your code, under “Type in paper "
            "ballots”."
        )
        yield files_written(_(WRITTEN), files, next_step)


def _as_plan(of: Plan | Session) -> Plan:
    """What papers say of a session, as a plan says it: of its cards those of the open vote."""
    return of if isinstance(of, Plan) else as_plan(of, of.round_cards or of.cards, planned(of))
