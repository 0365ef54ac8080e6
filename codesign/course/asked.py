"""A question that is asked until its line is taken, and the page that tells of an error."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.course.pages import Course, MenuChoice, Problem, Question
from codesign.words import _

T = TypeVar("T")


def until_taken(question: Question, take: Callable[[str], T]) -> Course[T | None]:
    """What a line is taken for; asked again, with what was wrong, while it is refused. None where somebody goes back."""
    while True:
        said = yield question
        if said is None:
            return None
        try:
            return take(str(said))
        except CodesignError as error:
            value = "" if question.secret else str(said)
            question = replace(question, value=value, problem=str(error))


def pause(about: str = "") -> MenuChoice:
    """Leaves a session as it is, and goes home."""
    return MenuChoice("home", _("Pause and go home"), about)


def told(error: CodesignError, title: str) -> Problem:
    """The page that tells of an error."""
    return Problem(title=title, sentence=str(error))


def not_kept(error: CodesignError) -> Problem:
    """The same where the record did not take what was done."""
    return told(error, _("This can't be kept"))


def nothing_changed(refused: str) -> str:
    """Why something is not done, and that nothing else was."""
    return f"{refused} {_('Nothing was changed.')}"
