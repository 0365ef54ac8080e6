"""My tech plan as two papers in words, in the language in use: blank for a pen, or as the two filled it in.

The pocket card may be found by somebody who means harm. It says nothing of why: no reason, no worry, no word that was said
of the plan, no name of a program.
"""

from collections.abc import Sequence
from datetime import date

from codesign.core.tech_plan import HELPS, NAMED, USES, Help, Limit, TechPlan
from codesign.documents.pocket.card import CUT_AND_FOLD, PenLine, PenPaper, PenPart, without_site
from codesign.phrases import day, draft
from codesign.phrases import tech_plan as words
from codesign.words import N_, _

ToCall = Sequence[tuple[str, str]]
"""Help lines: the name of each, and how to reach it."""

_FILE_COPY = N_("The copy for the file. It has the reasons: keep it where only those can open it who must.")
_NO_REASON = N_("No reason stands on it.")
_MADE_ON = N_("We made it on")
_WITHIN_7 = N_("{what} (in the next 7 days)")
_UP_TO_30 = N_("{what} (30 days at most)")
_UP_TO_7_OR_14 = N_("{what} (7 days at most for a full stop, 14 for a part)")
_GOOD = N_("I am good at")
_HOW_LONG = N_("from {start} to {end}")
_BY = N_("{what}, by {day}")
_WHO_HAS_IT = N_("Who has a copy: I, and")


def _said(label: str, value: str, *, blank: bool, lines: int = 1) -> list[PenLine]:
    """What was written, under what it was asked as; a place to write it on a blank paper, and nothing where it is empty."""
    if blank:
        return [PenLine(f"{label}:", write=lines)]
    return [PenLine(f"{label}: {value}")] if value else []


def _day(ordinal: int) -> str:
    return day(date.fromordinal(ordinal).isoformat())


def pocket_card(plan: TechPlan | None, to_call: ToCall, month: str) -> PenPaper:
    """The youth copy, on three parts side by side; None for a blank one."""
    agreed = _agreed(plan, _limit_in_short(plan), _(words.LOOK_AGAIN))
    reach = _reach(plan, [without_site(reach) for _name, reach in to_call])
    return PenPaper(
        title=_(words.MY_PLAN),
        about=(_(CUT_AND_FOLD), _(_NO_REASON)),
        parts=(
            PenPart(_(words.MY_PLAN), (*_name(plan), *_uses(plan))),
            PenPart(_(words.WE_AGREE), tuple(agreed)),
            PenPart(_(words.CAN_REACH), (*reach, *_second_look(plan))),
        ),
        below=tuple(filter(None, (draft(),))),
        month=month,
    )


def _name(plan: TechPlan | None) -> list[PenLine]:
    if plan is None:
        return [PenLine("", write=1)]
    return [PenLine(plan.name)] if plan.name else []


def _uses(plan: TechPlan | None) -> tuple[PenLine, ...]:
    named = [_(words.USE_WORDS[use]) for use in USES if plan is None or use in plan.uses]
    uses = [PenLine(use, boxed=True) for use in named] if plan is None else [PenLine(" · ".join(named))] if named else []
    return (*uses, *_said(_(_GOOD), plan.good_at if plan else "", blank=plan is None, lines=2))


def _agreed(plan: TechPlan | None, limit: Sequence[PenLine], again: str) -> list[PenLine]:
    """What is agreed of each kind, of a limit these lines; and the day under `again`."""
    lines: list[PenLine] = []
    for kind in HELPS if plan is None else plan.agreed:
        lines += limit if kind == "limit" else [_a_help(plan, kind)]
    if plan is None or plan.has_times:
        lines.append(PenLine(_(words.TIMES_STOP)))
    return [*lines, *_said(again, _day(plan.review) if plan else "", blank=plan is None)]


def _a_help(plan: TechPlan | None, kind: Help) -> PenLine:
    """What is agreed of one kind: never why."""
    name = _(words.HELP_WORDS[kind])
    if plan is None:
        return PenLine(name, boxed=True, write=int(kind in words.HOW_WORDS))
    detail = plan.detail(kind)
    return PenLine(f"{name}: {detail}" if detail else name)


def _limit_in_short(plan: TechPlan | None) -> list[PenLine]:
    """What is closed and on which days; nothing where nothing is."""
    name = _(words.HELP_WORDS["limit"])
    if plan is None:
        asked = [*_said(_(words.ENDS), "", blank=True), *_said(_(words.REVIEW), "", blank=True)]
        return [PenLine(name, boxed=True, write=1), *asked]
    if "limit" not in plan.helps:
        return []
    limit = plan.limit
    spans = _(_HOW_LONG, start=_day(limit.starts), end=_day(limit.ends))
    days = PenLine(f"{spans}. {_(words.REVIEW)} {_day(limit.review)}.")
    return [PenLine(f"{name}: {limit.what}"), days, PenLine(_(words.A_LIMIT_ENDS))]


def _reach(plan: TechPlan | None, to_call: Sequence[str]) -> list[PenLine]:
    """Who stays reachable; `to_call` says the help lines."""
    lines = [PenLine(_(words.PERSON_WORDS["911"])), *map(PenLine, to_call)]
    for person in NAMED:
        lines += _person(_(words.PERSON_WORDS[person]), plan.reach.get(person, "") if plan else "", blank=plan is None)
    if plan is None or plan.also:
        lines += _person(_(words.ALSO), plan.also if plan else "", blank=plan is None)
    return lines


def _second_look(plan: TechPlan | None) -> list[PenLine]:
    """Who looks again is written by hand; by when follows from the day of the plan."""
    if plan is None:
        return [PenLine(f"{_(words.SECOND_LOOK)}:", write=1)]
    due = _(_BY, what=_(words.SECOND_LOOK), day=_day(plan.second_look_by))
    return [PenLine(f"{due}:", write=1)] if plan.wants_second_look else []


def _person(who: str, how: str, *, blank: bool) -> list[PenLine]:
    """Somebody who stays reachable, whether or not a number was written down."""
    return _said(who, how, blank=blank) or [PenLine(who)]


def file_copy(plan: TechPlan | None, to_call: ToCall, month: str) -> PenPaper:
    """The copy for the file, with all of it; None for a blank one."""
    blank = plan is None
    of = plan or TechPlan(made=1)
    head = [*_said(_(words.MY_PLAN), of.name, blank=blank), *_said(_(_MADE_ON), _day(of.made), blank=blank)]
    to_mark = [PenLine(_(words.HELP_WORDS["limit"]), boxed=True)] if blank else []  # it has a part of its own
    again = _(_UP_TO_30, what=_(words.LOOK_AGAIN)) if blank else _(words.LOOK_AGAIN)
    parts = (
        PenPart("", tuple(head)),
        PenPart(_(words.FOR_ME), _uses(plan)),
        PenPart(_(words.WANTS), _own(of.wants, blank)),
        PenPart(_(words.WORRIES), _own(of.worries, blank)),
        PenPart(_(words.WE_AGREE), tuple(_agreed(plan, to_mark, again))),
        *([PenPart(_(words.HELP_WORDS["limit"]), tuple(_limit(of.limit, blank)))] if blank or "limit" in of.helps else []),
        PenPart(_(words.CAN_REACH), tuple(_reach(plan, [f"{name}: {reach}" for name, reach in to_call]))),
        PenPart(_(words.I_SAY), (*_opinion(of, blank), *_second_look(plan), PenLine(_(_WHO_HAS_IT), write=1))),
    )
    return PenPaper(
        title=_(words.MY_TECH_PLAN),
        about=(_(_FILE_COPY),),
        parts=tuple(part for part in parts if part.lines),
        below=tuple(filter(None, (_(words.NO_PRICE), draft()))),
        month=month,
    )


def _own(said: str, blank: bool) -> tuple[PenLine, ...]:
    if blank:
        return (PenLine("", write=2),)
    return (PenLine(said),) if said else ()


def _limit(limit: Limit, blank: bool) -> list[PenLine]:
    days = (limit.starts, limit.ends, limit.review)
    starts, ends, review = (_day(day) if day else "" for day in days)
    starts_on, ends_on, review_on = _(words.STARTS), _(words.ENDS), _(words.REVIEW)
    if blank:
        starts_on = _(_WITHIN_7, what=starts_on)
        ends_on, review_on = _(_UP_TO_30, what=ends_on), _(_UP_TO_7_OR_14, what=review_on)
    how_much = [words.ALL, words.PART] if blank else [words.ALL if limit.how_much == "all" else words.PART]
    return [
        *_said(_(words.WHAT), limit.what, blank=blank),
        *(PenLine(_(which), boxed=blank) for which in how_much),
        *_said(_(words.WHY_NOW), limit.why_now, blank=blank, lines=2),
        *_said(_(words.TRIED), limit.tried, blank=blank, lines=2),
        *_said(starts_on, starts, blank=blank),
        *_said(ends_on, ends, blank=blank),
        *_said(review_on, review, blank=blank),
        *_said(_(words.DECIDED), limit.decided, blank=blank),
        PenLine(_(words.A_LIMIT_ENDS)),
    ]


def _opinion(plan: TechPlan, blank: bool) -> list[PenLine]:
    kinds = [kind for kind in words.OPINION_WORDS if blank or kind == plan.opinion]
    return [
        *(PenLine(_(words.OPINION_WORDS[kind]), boxed=blank) for kind in kinds),
        *_said(_(words.MY_WORDS), plan.words, blank=blank, lines=2),
    ]
