"""My tech plan: six pages that a worker and one young person fill in together, and then two papers.

Nothing of it is kept: no record, no draft. What the two say is in memory alone, and goes when they are done, go back from the
first page, or hide it. A page that nobody touches for a while covers itself, and the code opens it again.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.tech_plan import HELPS, LATEST_REVIEW, NAMED, REVIEW, USES
from codesign.course.code import passed_here
from codesign.course.common_pages import nothing_changed, own_folder
from codesign.course.pages import Course, Menu, MenuChoice, Problem, Sure
from codesign.course.papers_to_print import lines_to_call
from codesign.course.shared_words import FOLDER, typed_folder
from codesign.course.tech_plan_limit import SAY_WHAT, limit_for_now
from codesign.course.tech_plan_pages import CodeNotGiven, PlanPages
from codesign.course.written import files_written
from codesign.phrases import tech_plan as words
from codesign.words import N_, _, use_region

if TYPE_CHECKING:
    from codesign.engine import Engine

_FIRST = (
    N_("Only the papers you write at the end stay. Hide makes all of it go, and it does not come back."),
    N_("You two fill it in together. It ends in two papers, and then it is gone from here."),
    words.NO_PRICE,
)
_NO_NAMES = N_("Leave it empty if you like. Write nobody's name here.")
_MARK = N_("Mark all that fit.")
_HOW_TO_REACH = N_("How do you reach them? A first name or a number is enough, or nothing.")
_SECOND_LOOK_COMES = N_(
    "You don't agree, and that is fine. Someone else looks at this plan within 72 hours. Both papers say so."
)
_WHICH_PART = N_("Say which part you agree with, and which you don't. It stands on the copy for the file.")
_OF_PAPERS = (
    N_("Two papers: a card for the pocket, without reasons, and a copy for the file."),
    N_("A USB stick is best. Print them at once, then delete the files."),
)
_PRINT_THEM = N_(
    "Print both, and hand them over. Then delete the files, and empty the trash. A word processor keeps a list of what it "
    "opened: clear that too."
)
_NOTHING_LEFT = N_("Nothing of the plan is left here.")
Step = Callable[[PlanPages], Course[int]]


def tech_plan(engine: "Engine", refused: str = "") -> Course[None]:
    """Behind the code of this laptop: a plan from its first page to its papers, or until somebody leaves it. `refused` says why
    nothing real may be typed here, where that is so."""
    if refused:
        yield Problem(title=_(words.MY_TECH_PLAN), sentence=nothing_changed(refused))
        return
    if not (code := (yield from passed_here(engine))):
        return
    use_region(engine.region_here())
    of = PlanPages(engine, code)
    try:
        yield from _pages(of)
    except CodeNotGiven:
        return  # whoever came back to a plan that waited is not the one who began it: it goes, as after Hide
    finally:
        of.forget()


def _pages(of: PlanPages) -> Course[None]:
    at = 0
    while at < len(_STEPS):
        of.at, step = _STEPS[at]
        at += (move := (yield from step(of)))
        if 0 <= at < len(_STEPS) and _STEPS[at][1] is limit_for_now and "limit" not in of.plan.helps:
            at += move
        if at < 0:
            if of.says_nothing or (yield from of.ask(lambda: _SURE)):
                return
            at = 0


_SURE = Sure(
    speaks=True,
    covers=True,
    question=N_("Leave this plan?"),
    lines=(N_("Nothing of it was saved. It will be gone."),),
    to_do_it=N_("to leave it"),
)


def _name(of: PlanPages) -> Course[int]:
    return (yield from of.line("name", N_("What do you call this plan? A nickname is best."), *_FIRST, limit=40))


def _uses(of: PlanPages) -> Course[int]:
    here = 0

    def made() -> Menu:
        rows = [MenuChoice(use, _(words.USE_WORDS[use]), marked=use in of.plan.uses) for use in USES]
        return of.menu("plan-marks", [words.FOR_ME, _MARK], rows, here=here)

    while (said := (yield from of.ask(made))) not in ("back", "next"):
        here = [*USES].index(said)  # type: ignore[arg-type]  # the id of a choice
        of.plan = of.plan.with_use(USES[here])
    return 1 if said == "next" else -1


def _helps(of: PlanPages) -> Course[int]:
    here, alerts = 0, tuple[str, ...]()

    def made() -> Menu:
        rows = [MenuChoice(kind, _(words.HELP_WORDS[kind]), of.plan.detail(kind), kind in of.plan.helps) for kind in HELPS]
        return of.menu("plan-marks", [words.WE_AGREE, _MARK], rows, here=here, alerts=alerts)

    while (said := (yield from of.ask(made))) != "back":
        if said == "next":
            if of.plan.helps:
                return 1
            alerts = (N_("Mark one. “Nothing extra needed” is fine."),)
            continue
        here, alerts = [*HELPS].index(said), ()  # type: ignore[arg-type]  # the id of a choice
        kind = HELPS[here]
        of.plan = of.plan.with_help(kind)
        if kind in of.plan.helps and kind in words.HOW_WORDS:
            stands = partial(lambda kind: of.plan.details.get(kind, ""), kind)
            line = yield from of.taken("plan-line", words.HOW_WORDS[kind], (SAY_WHAT,), stands, str)
            of.plan = of.plan.with_help(kind) if line is None else replace(of.plan, details={**of.plan.details, kind: line})
    return -1


def _review(of: PlanPages) -> Course[int]:
    def soon(ordinal: int) -> None:
        if ordinal > of.plan.made + LATEST_REVIEW:
            raise CodesignError(_("That is too late: look at it again in {n} days or less.", n=LATEST_REVIEW))

    about = N_("In 30 days at most. Two weeks is usual.")
    found = yield from of.day(words.LOOK_AGAIN, about, lambda: of.plan.review or of.plan.made + REVIEW, soon)
    if found is None:
        return -1
    of.plan = replace(of.plan, review=found)
    return 1


def _people(of: PlanPages) -> Course[int]:
    """Who can be reached whatever was agreed: none can be taken out, and nobody has to be named."""
    here = 0

    def made() -> Menu:
        rows = [MenuChoice(person, _(words.PERSON_WORDS[person]), of.plan.reach.get(person, "")) for person in NAMED]
        also = MenuChoice("also", _(words.ALSO), of.plan.also)
        lines = [words.CAN_REACH, words.PERSON_WORDS["911"], *(f"{name}: {reach}" for name, reach in lines_to_call(of.engine))]
        return of.menu(
            "plan-fields",
            [*lines, N_("Nobody can take these away. What you write stands on the card.")],
            [*rows, also],
            here=here,
        )

    while (said := (yield from of.ask(made))) not in ("back", "next"):
        if said == "also":
            here = len(NAMED)
            yield from of.line("also", words.ALSO, _HOW_TO_REACH)
            continue
        here = [*NAMED].index(said)  # type: ignore[arg-type]  # the id of a choice
        person = NAMED[here]
        stands = partial(lambda person: of.plan.reach.get(person, ""), person)
        line = yield from of.taken("plan-line", words.PERSON_WORDS[person], (_HOW_TO_REACH,), stands, str)
        if line is not None:
            of.plan = replace(of.plan, reach={**of.plan.reach, person: line})
    return 1 if said == "next" else -1


def _opinion(of: PlanPages) -> Course[int]:
    said = yield from of.choice((words.I_SAY, words.NO_PRICE), words.OPINION_WORDS)
    if said is None:
        return -1
    of.plan = replace(of.plan, opinion=said)
    return 1


def _own_words(of: PlanPages) -> Course[int]:
    about = _SECOND_LOOK_COMES if of.plan.wants_second_look else _WHICH_PART if of.plan.opinion == "part" else ""
    return (yield from of.line("words", words.MY_WORDS, about, N_("Leave it empty if you like.")))


def _papers(of: PlanPages) -> Course[int]:
    """The two papers into a folder that is asked for; then nothing of the plan is left here."""

    def write(named: str) -> list[Path]:
        to_call = partial(lines_to_call, of.engine)
        return of.engine.write_tech_plan(of.plan, typed_folder(named), to_call, spoken=[of.spoken])

    folder = own_folder() / "papers"
    files = yield from of.taken("folder", FOLDER, _OF_PAPERS, lambda: f"{folder}", write, 400)
    if files is None:
        return -1
    of.forget()
    yield files_written(N_("The two papers are written."), files, _PRINT_THEM, _NOTHING_LEFT, speaks=True)
    return 1


_STEPS: tuple[tuple[int, Step], ...] = (
    (1, _name),
    (2, _uses),
    (2, lambda of: of.line("good_at", words.GOOD_AT, _NO_NAMES)),
    (3, lambda of: of.line("wants", words.WANTS, _NO_NAMES)),
    (3, lambda of: of.line("worries", words.WORRIES, _NO_NAMES)),
    (4, _helps),
    (4, limit_for_now),
    (4, _review),
    (5, _people),
    (6, _opinion),
    (6, _own_words),
    (6, _papers),
)
"""The number of the page, and what is asked there; each says how many steps to go on, or back."""
