"""What stands above the cards of a plan: title and purpose, how long it takes, for how many, in which language and region."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.hour import HOURS, MOST_MINUTES, STEPS, Minutes
from codesign.core.region import is_region
from codesign.core.text import NAME_LIMIT, RULE_LIMIT
from codesign.course.before_they_come import USUAL
from codesign.course.common_pages import one_of, until_taken
from codesign.course.pages import Course, Menu, MenuChoice, Question
from codesign.course.say import NAMES
from codesign.course.set_up_form import LABELS, LANGUAGES, checked_expected, checked_language, checked_title
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.course.plan_desk import OnDesk

_OTHER = "other"
_PAPER, _IN_ALL = N_("Paper and dates"), N_("{n} minutes")
_REGIONS = (
    ("en-US", N_("United States"), N_("US Letter, and December 24, 2026.")),
    ("", N_("Elsewhere"), N_("A4, and 24 December 2026.")),
    (_OTHER, N_("Name another one"), N_("A language and a country, such as es-MX.")),
)


def plan_head(desk: "OnDesk") -> Course[None]:
    """Line by line, until somebody goes back."""
    asks: dict[object, Callable[[OnDesk], Course[None]]] = {
        "title": lambda desk: _line(desk, "title", NAME_LIMIT, checked_title),
        "purpose": lambda desk: _line(desk, "purpose", RULE_LIMIT, str),
        "minutes": _minutes,
        "people": _people,
        "language": _language,
        "region": _region,
    }
    at = 0
    while True:
        said = yield Menu(place="plan-head", title=desk.plan.title, choices=_rows(desk), here=at, others=("back",))
        if said == "back":
            return
        at = [*asks].index(said)
        yield from asks[said](desk)


def _rows(desk: "OnDesk") -> tuple[MenuChoice, ...]:
    plan = desk.plan
    people = f"{desk.people}" if desk.people else _("Nobody said: {n} is the guess.", n=USUAL)
    region = next((_(words) for region, words, _help in _REGIONS if region == plan.region), plan.region)
    return (
        MenuChoice("title", _(LABELS["title"]), plan.title),
        MenuChoice("purpose", _("Purpose"), plan.purpose),
        MenuChoice("minutes", _(_IN_ALL, n=plan.hour.all if plan.steps else plan.minutes), _steps_of(plan.hour)),
        MenuChoice("people", _(LABELS["expected"]), people),
        MenuChoice("language", _(LABELS["language"]), dict(LANGUAGES.options)[plan.language]),
        MenuChoice("region", _(_PAPER), region),
    )


def _steps_of(hour: Minutes) -> str:
    return ", ".join(f"{_(NAMES[step])} {hour.of(step)}" for step in STEPS)


def _line(desk: "OnDesk", name: str, limit: int, check: Callable[[str], str]) -> Course[None]:
    title = next(row.words for row in _rows(desk) if row.id == name)
    value: str = getattr(desk.plan, name)
    question = Question(place="own-words", title=title, question=title, value=value, limit=limit, optional=True)
    said = yield from until_taken(question, check)
    if said is not None:
        desk.keep(replace(desk.plan, **{name: said}))


def _minutes(desk: "OnDesk") -> Course[None]:
    choices = [(f"{hour.all}", _(_IN_ALL, n=hour.all), _steps_of(hour)) for hour in HOURS]
    title = _("How long?")
    said = yield from one_of(title, [*choices, (_OTHER, _("Minutes of your own for each step"), "")], f"{desk.plan.minutes}")
    if said == _OTHER:
        yield from _own_steps(desk, title)
    elif said is not None:
        desk.keep(replace(desk.plan, minutes=int(said), steps=None))


def _own_steps(desk: "OnDesk", title: str) -> Course[None]:
    steps = ", ".join(_(NAMES[step]) for step in STEPS)
    value = " ".join(f"{desk.plan.hour.of(step)}" for step in STEPS)
    words = _("Six numbers: {steps}.", steps=steps)
    taken = yield from until_taken(Question(place="own-words", title=title, question=words, value=value), _read_steps)
    if taken:
        desk.keep(replace(desk.plan, minutes=max(1, min(MOST_MINUTES, taken.all)), steps=taken))


def _read_steps(words: str) -> Minutes:
    said = words.replace(",", " ").split()
    if len(said) != len(STEPS) or not all(n.isascii() and n.isdigit() and len(n) < 4 and int(n) <= MOST_MINUTES for n in said):
        raise CodesignError(_("Write six numbers from 0 to {most}, one for each step.", most=MOST_MINUTES))
    return Minutes(**dict(zip(STEPS, map(int, said), strict=True)))


def _people(desk: "OnDesk") -> Course[None]:
    title, value = _(LABELS["expected"]), f"{desk.people or ''}"
    question = Question(place="own-words", title=title, question=title, value=value, limit=NAME_LIMIT, optional=True)
    said = yield from until_taken(question, checked_expected)
    if said is not None:
        desk.people = said


def _language(desk: "OnDesk") -> Course[None]:
    choices = [(value, words, "") for value, words in LANGUAGES.options]
    said = yield from one_of(_(LABELS["language"]), choices, desk.plan.language)
    if said is not None:
        desk.keep(replace(desk.plan, language=checked_language(said)))


def _region(desk: "OnDesk") -> Course[None]:
    title = _(_PAPER)
    said = yield from one_of(title, [(region, _(words), _(help_)) for region, words, help_ in _REGIONS], desk.plan.region)
    if said == _OTHER:
        question = Question(place="own-words", title=title, question=title, value=desk.plan.region, limit=NAME_LIMIT)
        said = yield from until_taken(question, _read_region)
    if said is not None:
        desk.keep(replace(desk.plan, region=said))


def _read_region(words: str) -> str:
    if not is_region(words):
        raise CodesignError(_("Write a language and a country, such as en-US or es-MX."))
    return words
