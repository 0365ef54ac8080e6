"""My tech plan as two papers in words, in the language in use: blank for a pen, or as the two filled it in.

The pocket card may be found by somebody who means harm. It says nothing of why: no reason, no worry, no word that was said
of the plan, no name of a program.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from codesign.core.tech_plan import HELPS, NAMED, USES, Help, Limit, TechPlan
from codesign.phrases import day, draft
from codesign.phrases import tech_plan as words
from codesign.words import N_, _

ToCall = Sequence[tuple[str, str]]
"""Help lines: the name of each, and how to reach it."""

_FILE_COPY = N_("The copy for the file. It has the reasons: keep it where only those can open it who must.")
_POCKET = N_("Cut along the line. Fold it in three, then once more. No program stands on it, and no reason.")
_MADE_ON = N_("We made it on")
_UP_TO_30 = N_("{what} (30 days at most)")
_UP_TO_7_OR_14 = N_("{what} (7 days at most for a full stop, 14 for a part)")
_GOOD = N_("I am good at")
_HOW_LONG = N_("from {start} to {end}")
_WHO_HAS_IT = N_("Who has a copy: I, and")
_ADDRESS = re.compile(r"\s+(?:or|o)\s+\S+\.\w+$")
"""Of a site at the end of how to reach a line: its name may tell whoever finds the card."""


def without_site(reach: str) -> str:
    """How to reach a line, for a card that somebody else may find."""
    return _ADDRESS.sub("", reach)


class PlanLine(Struct, frozen=True):
    """Some words, perhaps with a box to mark before them, and lines to write on after them."""

    words: str
    boxed: bool = False
    write: int = 0


class PlanPart(Struct, frozen=True):
    """Some lines under a title."""

    title: str
    lines: tuple[PlanLine, ...]


class PlanPaper(Struct, frozen=True, kw_only=True):
    """A paper in words."""

    title: str
    about: tuple[str, ...]
    """Above its parts; of the card, around it."""
    parts: tuple[PlanPart, ...]
    below: tuple[str, ...]
    month: str
    """YYYY-MM, the only time in the file."""


def _said(label: str, value: str, *, blank: bool, lines: int = 1) -> list[PlanLine]:
    """What was written, under what it was asked as; a place to write it on a blank paper, and nothing where it is empty."""
    if blank:
        return [PlanLine(f"{label}:", write=lines)]
    return [PlanLine(f"{label}: {value}")] if value else []


def _day(ordinal: int) -> str:
    return day(date.fromordinal(ordinal).isoformat())


def pocket_card(plan: TechPlan | None, to_call: ToCall, month: str) -> PlanPaper:
    """The youth copy, on three parts side by side; None for a blank one."""
    return PlanPaper(
        title=_(words.MY_PLAN),
        about=(_(_POCKET),),
        parts=(_me(plan), _agreed(plan), _reach(plan, to_call)),
        below=tuple(filter(None, (draft(),))),
        month=month,
    )


def _me(plan: TechPlan | None) -> PlanPart:
    name = PlanLine("", write=1) if plan is None else PlanLine(plan.name)
    uses = [PlanLine(_(words.USE_WORDS[use]), boxed=plan is None) for use in USES if plan is None or use in plan.uses]
    good = _said(_(_GOOD), plan.good_at if plan else "", blank=plan is None, lines=2)
    return PlanPart(_(words.MY_PLAN), tuple([*([name] if name.words or name.write else []), *uses, *good]))


def _agreed(plan: TechPlan | None) -> PlanPart:
    lines: list[PlanLine] = []
    for kind in HELPS if plan is None else plan.agreed:
        lines += _a_help(plan, kind)
    if plan is None or plan.has_times:
        lines.append(PlanLine(_(words.TIMES_STOP)))
    lines += _said(_(words.LOOK_AGAIN), _day(plan.review) if plan else "", blank=plan is None)
    return PlanPart(_(words.WE_AGREE), tuple(lines))


def _a_help(plan: TechPlan | None, kind: Help) -> list[PlanLine]:
    """What is agreed of one kind: never why."""
    name = _(words.HELP_WORDS[kind])
    if plan is None:
        blank = PlanLine(name, boxed=True, write=int(kind in words.HOW_WORDS or kind == "limit"))
        return [blank, *_days_of(None)] if kind == "limit" else [blank]
    if kind == "limit":
        return [PlanLine(f"{name}: {plan.limit.what}"), *_days_of(plan.limit)]
    detail = plan.details.get(kind, "") if kind in words.HOW_WORDS else ""
    return [PlanLine(f"{name}: {detail}" if detail else name)]


def _days_of(limit: Limit | None) -> list[PlanLine]:
    if limit is None:
        return [*_said(_(words.ENDS), "", blank=True), *_said(_(words.REVIEW), "", blank=True)]
    spans = _(_HOW_LONG, start=_day(limit.starts), end=_day(limit.ends))
    return [PlanLine(f"{spans}. {_(words.REVIEW)} {_day(limit.review)}."), PlanLine(_(words.A_LIMIT_ENDS))]


def _reach(plan: TechPlan | None, to_call: ToCall) -> PlanPart:
    lines = [PlanLine(_(words.PERSON_WORDS["911"])), *(PlanLine(without_site(reach)) for _name, reach in to_call)]
    for person in NAMED:
        lines += _person(_(words.PERSON_WORDS[person]), plan.reach.get(person, "") if plan else "", blank=plan is None)
    if plan is None or plan.also:
        lines += _person(_(words.ALSO), plan.also if plan else "", blank=plan is None)
    if plan is None or plan.wants_second_look:
        lines.append(PlanLine(f"{_(words.SECOND_LOOK)}:", write=1))
    return PlanPart(_(words.CAN_REACH), tuple(lines))


def _person(who: str, how: str, *, blank: bool) -> list[PlanLine]:
    """Somebody who stays reachable, whether or not a number was written down."""
    return _said(who, how, blank=blank) or [PlanLine(who)]


def file_copy(plan: TechPlan | None, to_call: ToCall, month: str) -> PlanPaper:
    """The copy for the file, with all of it; None for a blank one."""
    blank = plan is None
    of = plan or TechPlan(made=1)
    head = [*_said(_(words.MY_PLAN), of.name, blank=blank), *_said(_(_MADE_ON), _day(of.made), blank=blank)]
    parts = (
        PlanPart("", tuple(head)),
        PlanPart(_(words.FOR_ME), _me(plan).lines[1:] if blank or of.name else _me(plan).lines),
        PlanPart(_(words.WANTS), _own(of.wants, blank)),
        PlanPart(_(words.WORRIES), _own(of.worries, blank)),
        PlanPart(_(words.WE_AGREE), tuple(line for line in _all_agreed(plan))),
        *([PlanPart(_(words.HELP_WORDS["limit"]), tuple(_limit(of.limit, blank)))] if blank or "limit" in of.helps else []),
        PlanPart(_(words.CAN_REACH), tuple(_reach_by_name(plan, to_call))),
        PlanPart(_(words.I_SAY), tuple(_opinion(of, blank))),
    )
    return PlanPaper(
        title=_(words.MY_TECH_PLAN),
        about=(_(_FILE_COPY),),
        parts=tuple(part for part in parts if part.lines),
        below=tuple(filter(None, (_(words.NO_PRICE), draft()))),
        month=month,
    )


def _own(said: str, blank: bool) -> tuple[PlanLine, ...]:
    if blank:
        return (PlanLine("", write=2),)
    return (PlanLine(said),) if said else ()


def _all_agreed(plan: TechPlan | None) -> list[PlanLine]:
    kinds = [kind for kind in (HELPS if plan is None else plan.agreed) if kind != "limit" or plan is None]
    lines: list[PlanLine] = []
    for kind in kinds:
        if plan is None and kind == "limit":
            lines.append(PlanLine(_(words.HELP_WORDS[kind]), boxed=True))
        else:
            lines += _a_help(plan, kind)
    if plan is None or plan.has_times:
        lines.append(PlanLine(_(words.TIMES_STOP)))
    again = _(_UP_TO_30, what=_(words.LOOK_AGAIN)) if plan is None else _(words.LOOK_AGAIN)
    return [*lines, *_said(again, _day(plan.review) if plan else "", blank=plan is None)]


def _limit(limit: Limit, blank: bool) -> list[PlanLine]:
    days = (limit.starts, limit.ends, limit.review)
    starts, ends, review = (_day(day) if day else "" for day in days)
    ends_on, review_on = _(words.ENDS), _(words.REVIEW)
    if blank:
        ends_on, review_on = _(_UP_TO_30, what=ends_on), _(_UP_TO_7_OR_14, what=review_on)
    how_much = [words.ALL, words.PART] if blank else [words.ALL if limit.how_much == "all" else words.PART]
    return [
        *_said(_(words.WHAT), limit.what, blank=blank),
        *(PlanLine(_(which), boxed=blank) for which in how_much),
        *_said(_(words.WHY_NOW), limit.why_now, blank=blank, lines=2),
        *_said(_(words.TRIED), limit.tried, blank=blank, lines=2),
        *_said(_(words.STARTS), starts, blank=blank),
        *_said(ends_on, ends, blank=blank),
        *_said(review_on, review, blank=blank),
        *_said(_(words.DECIDED), limit.decided, blank=blank),
        PlanLine(_(words.A_LIMIT_ENDS)),
    ]


def _reach_by_name(plan: TechPlan | None, to_call: ToCall) -> list[PlanLine]:
    first, *rest = _reach(plan, ()).lines
    second_look = [line for line in rest if line.words.startswith(_(words.SECOND_LOOK))]
    return [
        first,
        *(PlanLine(f"{name}: {reach}") for name, reach in to_call),
        *(line for line in rest if line not in second_look),
    ]


def _opinion(plan: TechPlan, blank: bool) -> list[PlanLine]:
    kinds = [kind for kind in words.OPINION_WORDS if blank or kind == plan.opinion]
    return [
        *(PlanLine(_(words.OPINION_WORDS[kind]), boxed=blank) for kind in kinds),
        *_said(_(words.MY_WORDS), plan.words, blank=blank, lines=2),
        *([PlanLine(f"{_(words.SECOND_LOOK)}:", write=1)] if blank or plan.wants_second_look else []),
        *([PlanLine(_(_WHO_HAS_IT), write=1)]),
    ]
