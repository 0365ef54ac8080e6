"""A question that is asked until its line is taken, and the page that tells of an error."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.course.pages import Course, Problem, Question

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


def told(error: CodesignError, title: str) -> Problem:
    """The page that tells of an error."""
    return Problem(title=title, sentence=str(error))
