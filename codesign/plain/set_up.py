"""Set-up, line by line: what is decided before the first vote, by the same checks as the screens' page."""

from collections.abc import Callable

import msgspec
from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.text import NAME_LIMIT, clean
from codesign.course.before_they_come import how_long
from codesign.course.fields import Choices, Day
from codesign.course.pages import SetUp
from codesign.course.set_up_form import (
    A_GOOD_SIZE,
    A_WORKER_ANSWERS,
    ABOUT_NUMBERS,
    CODE_AGAIN,
    FOR_THE_SUMMARY,
    LABELS,
    LANGUAGES,
    NOBODY_YET,
    NUMBERS,
    Form,
    checked_again,
    checked_audience,
    checked_code,
    checked_expected,
    checked_language,
    checked_numbers_from,
    checked_title,
)
from codesign.course.shared_words import warning_of_language
from codesign.phrases.lead_in import capital
from codesign.plain.commands import asked, word
from codesign.plain.console import Console, sentence
from codesign.words import _


class _Line(Struct):
    """One line to fill in."""

    name: str
    check: Callable[[str], object]
    default: str = ""
    about: str = ""
    missing: str = ""
    """Said once, where the line was left empty."""
    empty: str = ""
    """What was typed for an empty value."""
    choices: Choices | None = None
    said: Callable[[str], str] = lambda _value: ""
    """What a value means, in words."""


_CARDS = 0
"""In place of a step from one line to another: to the cards."""


def _as_it_is(value: str) -> str:
    return value


def _lines(page: SetUp, day: Day) -> list[_Line]:
    plan = page.plan
    lines = [
        _Line("title", checked_title, plan.title),
        _Line(
            *("audience", checked_audience),
            about=_("A name or a role, such as House manager. If nobody is known, type: nobody yet."),
            empty=NOBODY_YET,
        ),
        _Line(
            *("answer_by", day.read, page.answer_by),
            about=_("A day, such as {example} or 24 Dec, or none.", example=day.example),
            said=day.said,
        ),
        _Line("contact", _as_it_is, about=sentence(capital(_(FOR_THE_SUMMARY)))),
        _Line("expected", checked_expected, about=sentence(_(A_GOOD_SIZE)), said=lambda value: _minutes(plan, value)),
        _Line(
            *("support_person", _as_it_is),
            about=_("Who and where, such as Dana, front office."),
            missing=_("No support person is named: who can youth talk to today?"),
        ),
        _Line("local_line", _as_it_is, about=sentence(capital(_(A_WORKER_ANSWERS)))),
        _Line(
            *("numbers_from", checked_numbers_from),
            str(plan.thresholds.numbers_from),
            about=_(ABOUT_NUMBERS),
            choices=NUMBERS,
        ),
        _Line(
            *("language", checked_language, plan.language),
            choices=LANGUAGES,
            said=lambda language: warning_of_language(plan.cards, language),
        ),
    ]
    for line in lines:
        line.default = page.proposed.get(line.name, "") or line.default
    return lines


def _minutes(plan: Plan, people: str) -> str:
    return how_long(plan.hour, int(people or 0), len(plan.cards))


def set_up(console: Console, page: SetUp) -> Form | str:
    """Ask for each line, until the facilitator goes back before the first. What was filled in stands in brackets."""
    console.page(
        _("Set up the session. Before youth come."),
        *([words] if (words := page.problem or page.warning) else []),
        *([page.copied] if page.copied else []),
        _("Enter takes what stands in brackets, or leaves the line empty. back goes to the line before."),
        _("Type cards to look at the cards and to choose them. What was filled in stays."),
        _("A screen reader speaks: have headphones ready, so that nobody hears the votes."),
    )
    lines = _lines(page, Day(page.today))
    values: dict[str, object] = {}
    at, code = 0, ""
    while at <= len(lines):
        if at < len(lines):
            step = _ask(console, lines[at], values, page.filled)
        else:
            code = new_code(console)  # empty: back to the line before
            step = 1 if code else -1
        if step == _CARDS:
            return "cards"
        at += step
        if at < 0:
            return "back"
    return msgspec.convert({**values, "code": code}, Form)


def new_code(console: Console) -> str:
    """A code, typed twice, so that no slip locks anybody out; empty where the facilitator went back."""
    while True:
        code = console.secret(_("Your code, six digits, or back:"))
        if word(code) == "back":
            return ""
        try:
            return checked_again(checked_code(code), console.secret(asked(_(CODE_AGAIN), "")))
        except CodesignError as error:
            console.say(str(error))


def _ask(console: Console, line: _Line, values: dict[str, object], filled: dict[str, str]) -> int:
    """One line, until it is right: 1 for the next line, -1 for the one before, _CARDS for the cards."""
    console.say(*([line.about] if line.about else []))
    if line.choices:
        console.say(*(f"{n}. {words}." for n, (_value, words) in enumerate(line.choices.options, 1)))
    default = filled.get(line.name, line.default) or (line.empty if line.name in filled else "")
    missing, shown = line.missing, line.choices.words_of(default) if line.choices else default
    while True:
        said = clean(console.ask(asked(_(LABELS[line.name]), shown)), NAME_LIMIT)
        if word(said) in ("back", "cards"):
            return -1 if word(said) == "back" else _CARDS
        said = "" if word(said) == "none" else said or default
        said = line.choices.taken(said) if line.choices else said
        if not said and missing:
            console.say(missing, _("Type it now, or press Enter again to go on without."))
            missing = ""
            continue
        try:
            values[line.name] = line.check(said)
        except CodesignError as error:
            console.say(str(error))
        else:
            filled[line.name] = str(values[line.name]) if line.choices else said
            console.say(*([meant] if (meant := line.said(said)) else []))
            return 1
