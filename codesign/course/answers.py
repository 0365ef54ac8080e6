"""The policy team's answer to a closed session: read from its file, shown to the room."""

from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.policy_team.taken import standing
from codesign.core.session import Session
from codesign.course.brought import HAS_ANSWERED, brought, sure, what_a_file_brings
from codesign.course.common_pages import into_a_folder, told, until_taken
from codesign.course.last_time import last_time
from codesign.course.our_rules import rules_to_read
from codesign.course.pages import Course, Menu, MenuChoice, Question
from codesign.course.promises import WHAT_WAS_PROMISED, what_was_kept
from codesign.course.shared_words import typed_path
from codesign.course.typed_answers import TITLE as TYPE_IT_IN
from codesign.course.typed_answers import TypedAnswers
from codesign.course.written import files_written
from codesign.phrases.came_of import NO_ANSWER_YET, due_by
from codesign.phrases.our_rules import TITLE as OUR_RULES
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.core.policy_team.taken import Taken
    from codesign.engine.open_session import OpenSession


def answers(opened: "OpenSession", today: str) -> Course[str]:
    """From the result to the answer and back, on this day (YYYY-MM-DD); the name of the part that follows."""
    while True:
        said = yield _menu(opened)
        if said == "show":
            yield last_time(opened.read(), today)
        elif said == "kept":
            yield from what_was_kept(opened, today)
        elif said == "rules":
            yield rules_to_read(opened.read())
        elif said == "write":
            holds = _("It holds the rules as they read now, and nothing of a vote.")
            title = _("Where shall the rules go?")
            if files := (yield from into_a_folder(opened, None, title, holds, opened.write_rules)):
                yield files_written(_("The rules are written."), files)
        elif said == "read":
            yield from _read(opened)
        elif said == "type":
            yield from _type(opened)
        else:
            return "where"


TITLE = N_("The policy team's answer")
ANSWERS_OF_THE_TEAM = N_("The team's answers")


def _menu(opened: "OpenSession") -> Menu:
    session = opened.read()
    due = due_by(session.setup.answer_by) if session.setup.answer_by else ""
    return Menu(
        place="answer",
        title=_(TITLE),
        lines=() if session.decisions else (_(NO_ANSWER_YET),),
        choices=(
            MenuChoice("read", _(HAS_ANSWERED), _("Read the summary that they filled in; makes the poster.")),
            MenuChoice(
                "show", _("Show it to the room"), _("What you said, and what came of it.") if session.decisions else due
            ),
            *(_after_the_answer(session) if session.decisions else ()),
            MenuChoice("type", _(TYPE_IT_IN), _("Key by key, from a printed form that they wrote on.")),
        ),
        others=("back",),
    )


def _after_the_answer(session: Session) -> tuple[MenuChoice, ...]:
    promised = any(decision.is_yes for decision in session.decisions)
    return (
        *(
            [MenuChoice("kept", _(WHAT_WAS_PROMISED), _("Say what was done; the next session begins with it."))]
            if promised
            else []
        ),
        MenuChoice("rules", _(OUR_RULES), _("The rules as they read now, for the room.")),
        MenuChoice("write", _("Write our tech rules"), _("For the handbook and the wall, in both languages.")),
    )


def _read(opened: "OpenSession") -> Course[None]:
    """The file that came back: kept after a yes where something is odd or takes the place of an earlier answer. Dates of
    figures alone are asked about once, and then the file is read again."""

    def looked_at(name: str) -> "tuple[Path, Taken]":
        if not name:
            raise CodesignError(_("Name the file."))
        return typed_path(name), opened.look_at_decisions(typed_path(name))

    question = Question(
        place="file",
        title=_("Which file did they send back?"),
        question=_("File"),
        lines=(_("summary.docx or summary.csv, as they filled it in. The posters are written beside it."),),
    )
    if found := (yield from until_taken(question, looked_at)):
        try:
            yield from _kept(opened, *found)
        except CodesignError as error:
            yield told(error, _(ANSWERS_OF_THE_TEAM))


def _type(opened: "OpenSession") -> Course[None]:
    """The answers from a printed form, and then the posters."""
    try:
        yield from TypedAnswers(opened).typed_in()
    except CodesignError as error:
        yield told(error, _(ANSWERS_OF_THE_TEAM))
        return
    session = opened.read()
    if session.decisions:
        holds = _("The poster “You said / We did” with the answers that are kept.")
        files = yield from into_a_folder(opened, None, _("Where shall the posters go?"), holds, opened.write_posters)
        stands = standing(session.told_cards, session.decisions)
        yield brought(what_a_file_brings(stands, len(session.told_cards)), files or [], kept=True)


def _kept(opened: "OpenSession", file: Path, taken: "Taken") -> Course[None]:
    while taken.needs_a_yes:
        yield brought(_lines(opened, taken))
        said = yield sure(taken)
        if said == "yes":
            break
        if said not in ("day", "month"):
            return
        taken = opened.look_at_decisions(file, "day" if said == "day" else "month")
    opened.keep_decisions(taken)
    files = opened.write_posters(file.parent)
    yield brought(_lines(opened, taken), files)


def _lines(opened: "OpenSession", taken: "Taken") -> tuple[str, ...]:
    return tuple(what_a_file_brings(taken, len(opened.read().told_cards)))
