"""What the facilitator fills in before the first vote, line by line: each line's check, and what the whole makes."""

from datetime import date, timedelta
from typing import cast

from msgspec import Struct

from codesign import words
from codesign.core.dates import bare
from codesign.core.errors import CodesignError
from codesign.core.plan import Language, Plan
from codesign.core.session import Session, Setup
from codesign.core.thresholds import MOST_PEOPLE, NUMBERS_FROM, NumbersFrom, Thresholds
from codesign.course.fields import Choices, Number
from codesign.course.pages import SetUp
from codesign.phrases import day as day_in_words
from codesign.words import N_, _

ANSWER_WITHIN = timedelta(days=30)
"""Proposed for the policy team's answer."""
PEOPLE = Number(MOST_PEOPLE)
NUMBERS = Choices(tuple((str(n), str(n)) for n in reversed(NUMBERS_FROM)))
LANGUAGES = Choices(tuple((code, spoken.name) for code, spoken in words.LANGUAGES.items()))

A_GOOD_SIZE = N_("6 to 8 is best")
FOR_THE_SUMMARY = N_("phone or email, in the summary")
"""Beside where whoever answers may ask."""
A_WORKER_ANSWERS = N_("a number a worker answers")
"""Beside how many people come, and beside the line of the house itself."""
CODE_AGAIN = N_("The code again")


class Form(Struct, frozen=True, kw_only=True):
    """What the facilitator filled in, cleaned and checked."""

    title: str
    audience: str
    answer_by: str
    contact: str = ""
    expected: int
    support_person: str
    local_line: str
    numbers_from: NumbersFrom
    code: str
    language: Language = "en"

    def setup(self, day: date) -> Setup:
        return Setup(
            title=self.title,
            day=day.isoformat(),
            audience=self.audience,
            answer_by=self.answer_by if self.audience else "",  # nobody promised that day
            contact=self.contact,
            expected=self.expected,
            support_person=self.support_person,
            local_line=self.local_line,
            language=self.language,
        )

    def thresholds(self, plan: Plan) -> Thresholds:
        return Thresholds(self.numbers_from, plan.thresholds.quote_from)


LABELS = {
    "title": "Title",
    "audience": "Who answers youth?",
    "answer_by": "Their answer is due on",
    "contact": "Where may they ask you?",
    "expected": "About how many will vote?",
    "support_person": "Support person, here now",
    "local_line": "Our own help line",
    "numbers_from": "From how many answers may numbers be shown?",
    "language": "Turns begin in",
}
"""What is filled in -> how it is asked for."""
ABOUT_NUMBERS = (
    "10 is recommended: a small group sees phrases only. With 5, numbers too, and people can guess more. "
    "It can't be changed after the first vote, and youth can read it."
)
NOBODY_YET = "nobody yet"
"""What a facilitator writes where nobody is known yet who answers youth; then the room is told so."""
_NOBODY = ("nobody", "nobody yet", "no one", "no one yet", "noone", "not known yet", "nadie", "nadie todavia", "nadie aun")


def proposed_by(earlier: Session) -> dict[str, str]:
    """What a set-up proposes of an earlier one: who answers and who is there, never its code, its title or its day."""
    setup = earlier.setup
    return {
        "audience": setup.audience,
        "contact": setup.contact,
        "expected": str(setup.expected or ""),
        "support_person": setup.support_person,
        "local_line": setup.local_line,
        "language": setup.language,
    }


def copied_from(earlier: Session, *, rules: bool) -> str:
    """Says so; and, where it is known how `rules` read today, that they stand on the cards of a session of the same title."""
    setup = earlier.setup
    told = _("Taken over from “{title}”, {day}. Change what is not so.", title=setup.title, day=day_in_words(setup.day))
    more = _("With its title, the rules as they are today stand on its cards.")
    return f"{told} {more}" if rules else told


def people_in(page: SetUp) -> int:
    """How many people stand in a set-up so far; 0 where none, or what is no number."""
    try:
        return checked_expected(page.filled.get("expected", page.proposed.get("expected", "")).strip())
    except CodesignError:
        return 0


# Each check takes a cleaned line and returns its value, or raises CodesignError with what to mend.


def checked_title(value: str) -> str:
    if not value:
        raise CodesignError(_("Give the session a title."))
    return value


def checked_audience(value: str) -> str:
    """Who answers youth; empty where somebody wrote that it is nobody yet."""
    if not bare(value):
        raise CodesignError(_("Who answers youth? Write a name or a role. If nobody is known, write: nobody yet."))
    return "" if bare(value) in _NOBODY else value


def checked_expected(value: str) -> int:
    number = value or "0"
    if not number.isascii() or not number.isdigit() or len(number) > 9 or int(number) > MOST_PEOPLE:
        raise CodesignError(_("About how many will vote? A number from 1 to {most}, or nothing.", most=MOST_PEOPLE))
    return int(number)


def checked_numbers_from(value: str) -> NumbersFrom:
    for number in NUMBERS_FROM:
        if value == str(number):
            return number
    raise CodesignError(_("Numbers may be shown from 10 answers or from 5: write 10 or 5."))


def checked_language(value: str) -> Language:
    named = value.casefold()
    language = words.CALLED.get(named, named)
    if language not in words.LANGUAGES:
        raise CodesignError(_("A turn begins in English or in Spanish: write one of the two."))
    return cast("Language", language)


def checked_code(value: str) -> str:
    if len(value) != 6 or not value.isascii() or not value.isdigit():
        raise CodesignError(_("The code is six digits."))
    return value


def checked_again(code: str, again: str) -> str:
    if code != again:
        raise CodesignError(_("The two codes are not the same."))
    return code
