"""Set-up, line by line: what is decided before the first vote, by the same checks as the screens' page."""

from collections.abc import Callable
from datetime import date

import msgspec
from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.text import NAME_LIMIT, clean
from codesign.form import (
    ANSWER_WITHIN,
    LEAVE_SET_UP,
    NOBODY_YET,
    TYPED_IS_DROPPED,
    Form,
    checked_audience,
    checked_date,
    checked_expected,
    checked_numbers_from,
    checked_title,
)
from codesign.front import warning_of_few
from codesign.plain.console import Console, asked, word
from codesign.plain.gate import new_code
from codesign.words import N_, _

ENGLISH_ONLY = N_("Plain lines speak English only so far, whatever language the plan begins in. Spanish is on the screens.")


class _Line(Struct):
    """One line to fill in."""

    name: str
    question: str
    check: Callable[[str], object]
    default: str = ""
    about: str = ""
    missing: str = ""
    """Said once, where the line was left empty."""
    empty: str = ""
    """What was typed for an empty value."""


def _as_it_is(value: str) -> str:
    return value


def _lines(plan: Plan, today: date) -> list[_Line]:
    return [
        _Line("title", _("Title"), checked_title, plan.title),
        _Line(
            *("audience", _("Who answers youth?"), checked_audience),
            about=_("A name or a role, such as House manager. If nobody is known, type: nobody yet."),
            empty=NOBODY_YET,
        ),
        _Line(
            *("answer_by", _("Their answer is due on"), checked_date, (today + ANSWER_WITHIN).isoformat()),
            about=_("YYYY-MM-DD, or none."),
        ),
        _Line("expected", _("About how many will vote?"), checked_expected, about=_("6 to 8 is best.")),
        _Line(
            *("support_person", _("Support person, here now"), _as_it_is),
            about=_("Who and where, such as Dana, front office."),
            missing=_("No support person is named: who can youth talk to today?"),
        ),
        _Line("local_line", _("Our own help line"), _as_it_is, about=_("A number a worker answers.")),
        _Line(
            *("numbers_from", _("From how many answers may numbers be shown?"), checked_numbers_from),
            str(plan.lines.numbers_from),
            about=_(
                "10 is recommended: a small group sees phrases only. With 5, numbers too, and people can guess more. "
                "It can't be changed after the first vote, and youth can read it."
            ),
        ),
    ]


def set_up(console: Console, plan: Plan, today: date, warning: str, values: dict[str, object]) -> Form | None:
    """Ask for each line; None where the facilitator goes back before the first. What is typed stands in `values`, which a page
    that was hidden begins with again."""
    console.page(
        _("Set up the session. Before youth come."),
        *([warning] if warning else []),
        _("Enter takes what stands in brackets, or leaves the line empty. back goes to the line before."),
        _(ENGLISH_ONLY),
        _("A screen reader speaks: have headphones ready, so that nobody hears the votes."),
    )
    lines = _lines(plan, today)
    values["language"] = plan.language
    at, code = 0, ""
    while at <= len(lines):
        if at < len(lines):
            step = _ask(console, lines[at], values)
        else:
            code = new_code(console)  # empty: back to the line before
            step = 1 if code else -1
        if step > 0 and at < len(lines) and lines[at].name == "expected":
            few = warning_of_few(int(str(values["expected"])))
            console.say(*([few] if few else []))
        at += step
        if at < 0:
            if len(values) == 1 or _leaves(console):
                return None
            at = 0
    return msgspec.convert({**values, "code": code}, Form)


def _leaves(console: Console) -> bool:
    """Asked once where something was typed."""
    console.say(_(LEAVE_SET_UP), _(TYPED_IS_DROPPED))
    return console.sure(_("Type yes to leave, or press Enter to stay:"))


def _ask(console: Console, line: _Line, values: dict[str, object]) -> int:
    """One line, until it is right: 1 for the next line, -1 for the one before."""
    console.say(*([line.about] if line.about else []))
    default = str(values.get(line.name, line.default) or (line.empty if line.name in values else ""))
    missing = line.missing
    while True:
        said = clean(console.ask(asked(line.question, default)), NAME_LIMIT)
        if word(said) == "back":
            return -1
        said = "" if word(said) == "none" else said or default
        if not said and missing:
            console.say(missing, _("Type it now, or press Enter again to go on without."))
            missing = ""
            continue
        try:
            values[line.name] = line.check(said)
        except CodesignError as error:
            console.say(str(error))
        else:
            return 1
