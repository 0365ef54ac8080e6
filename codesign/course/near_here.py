"""What staff write down for Our board, behind the code of the laptop: people to talk to, services, and which help lines they
tried. A page that staff left open ends, so that nobody else puts another number there."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.near_here import FIELDS, LONGEST, Entry, Kind, NearHere
from codesign.core.text import NAME_LIMIT, personal_details
from codesign.course.board_papers import print_one, rows_to_print
from codesign.course.code import passed_here
from codesign.course.common_pages import not_kept, told
from codesign.course.pages import Act, Course, Menu, MenuChoice, Question, Sure
from codesign.engine.board import is_old_on, keep_near_here, read_near_here
from codesign.phrases import day
from codesign.phrases.near_here import IsOld
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

_TITLE = N_("The lists of our board")
_WHICH_TRIED = N_("Which help lines we tried")
_NEW: dict[Kind, str] = {"person": N_("Write down a person to talk to"), "service": N_("Write down a service")}
_LABELS = {
    "name": N_("Name, as youth know it"),
    "what": N_("What for"),
    "reach": N_("How to reach them"),
    "hours": N_("Hours"),
    "languages": N_("Languages spoken"),
    "passes_on": N_("What they must pass on, and to whom"),
    "on_card": N_("What the pocket card calls it"),
}
_NO_ADDRESS = N_("Every young person here reads it. Never the address of this place, and nobody's private number.")
_ABOUT = {
    **dict.fromkeys(("name", "reach"), _NO_ADDRESS),
    "on_card": N_(
        "Someone who means harm may find the card. Use words like “Food, Fridays”. Left empty, it is not on the card."
    ),
}
"""Field -> what is said above it."""


def lists(engine: "Engine") -> Course[None]:
    """Behind the code: change the lists, until staff go back."""
    if not (yield from passed_here(engine)):
        return
    here = 0
    while True:
        try:
            near = read_near_here(engine.places)
        except CodesignError as error:
            yield told(error, _(_TITLE))
            return
        lines = engine.help_lines()
        rows = _rows(near, len(lines.never_tried), is_old_on(lines, engine.today()))
        said = yield Menu(
            covers=True,
            place="near-here",
            title=_(_TITLE),
            alerts=(lines.problem,) if lines.problem else (),
            choices=tuple(rows),
            here=min(here, len(rows) - 1),
            acts=("out",),
            others=("back",),
        )
        if said == "back":
            return
        name = said.id if isinstance(said, Act) else str(said)
        here = [row.id for row in rows].index(name)
        if isinstance(said, Act):
            yield from _out(engine, near, name)
        elif name == "tried":
            yield from _tried(engine)
        elif name.startswith("print-"):
            yield from print_one(engine, name)
        else:
            yield from _entry(engine, *_taken(engine, near, name))


def _rows(near: NearHere, untried: int, is_old: IsOld) -> list[MenuChoice]:
    return [
        *(MenuChoice(str(at), entry.name, _checked(entry, is_old)) for kind in FIELDS for at, entry in near.of(kind)),
        *(MenuChoice(kind, _(words)) for kind, words in _NEW.items()),
        MenuChoice("tried", _(_WHICH_TRIED), _("Never tried here: {n}", n=untried)),
        *rows_to_print(),
    ]


def _checked(entry: Entry, is_old: IsOld) -> str:
    words = N_("! Checked on {day}. Check it again.") if is_old(entry) else N_("Checked on {day}.")
    return _(words, day=day(entry.checked_on))


def _taken(engine: "Engine", near: NearHere, name: str) -> tuple[int | None, Entry]:
    """An entry and its place, or a new one."""
    if name in _NEW:
        return None, Entry(kind="person" if name == "person" else "service", checked_on=engine.today().isoformat())
    return int(name), near.entries[int(name)]


def _keep(engine: "Engine", near: NearHere) -> Course[bool]:
    try:
        keep_near_here(engine.places, near)
    except CodesignError as error:
        yield replace(not_kept(error), covers=True)
        return False
    return True


def _out(engine: "Engine", near: NearHere, name: str) -> Course[None]:
    if name.isdigit() and (
        yield Sure(
            question=_("Take “{name}” out?", name=near.entries[int(name)].name),
            lines=(_("Youth won't find it on the board any more."),),
            to_do_it=_("to take it out"),
            covers=True,
        )
    ):
        yield from _keep(engine, near.without(int(name)))


def _entry(engine: "Engine", at: int | None, entry: Entry) -> Course[None]:
    """Its fields, one line each. It is kept as a whole, with the day on which somebody says that all of it is right."""
    fields, asked, problem = FIELDS[entry.kind], 0, ""
    while asked < len(fields) or not (yield _is_right(entry)):
        asked = min(asked, len(fields) - 1)
        field = fields[asked]
        said = yield Question(
            covers=True,
            place="near-line",
            title=_(_NEW[entry.kind]) if at is None else entry.name,
            question=_(_LABELS[field]),
            value=getattr(entry, field),
            lines=tuple(_(words) for words in [_ABOUT.get(field)] if words),
            limit=LONGEST.get(field, NAME_LIMIT),
            optional=field != "name",
            problem=problem,
        )
        problem = ""
        if said is None:
            asked -= 1
            if asked < 0:
                return
            continue
        entry = replace(entry, **{field: str(said)}).cleaned
        if field == "name" and not entry.name:
            problem = _("Write a name.")
            continue
        asked += 1
    try:
        near = read_near_here(engine.places).with_entry(at, replace(entry, checked_on=engine.today().isoformat()))
    except CodesignError as error:
        yield replace(not_kept(error), covers=True)
        return
    yield from _keep(engine, near)


def _is_right(entry: Entry) -> Sure:
    """Asked before an entry is kept; a no leads back to its last line."""
    details = any(personal_details(getattr(entry, field)) for field in ("what", "passes_on", "hours"))
    lines = (
        _("You called or asked today, and it is as you wrote it."),
        *([_("It seems to hold a number or an address outside of how to reach it. Look again.")] if details else []),
    )
    return Sure(question=_("Is all of it right today?"), lines=lines, to_do_it=_("to keep the entry"), covers=True)


def _tried(engine: "Engine") -> Course[None]:
    """Which help lines somebody here called or texted, and when."""
    here = 0
    while True:
        lines = engine.help_lines().all
        rows = [MenuChoice(line.name, line.name, _tried_on(line.tried_on, line.reach)) for line in lines]
        said = yield Menu(
            covers=True,
            place="near-tried",
            title=_(_WHICH_TRIED),
            lines=(
                _("Call or text it, and ask what it says it does. Then choose it, to mark it as tried today."),
                _("Choose it once more to take that back."),
            ),
            choices=tuple(rows),
            here=here,
            others=("back",),
        )
        if said == "back":
            return
        here = [line.name for line in lines].index(str(said))
        try:
            near = read_near_here(engine.places).with_try(str(said), engine.today().isoformat())
        except CodesignError as error:
            yield replace(not_kept(error), covers=True)
            return
        if not (yield from _keep(engine, near)):
            return


def _tried_on(tried_on: date | None, reach: str) -> str:
    when = _("Tried here on {day}.", day=day(tried_on.isoformat())) if tried_on else _("Never tried here.")
    return f"{when} {reach}"
