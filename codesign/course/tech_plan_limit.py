"""A limit for now in a tech plan: field by field, and no way past what it lacks."""

from msgspec.structs import replace

from codesign.core.tech_plan import Missing
from codesign.course.pages import Course, Menu, MenuChoice
from codesign.course.tech_plan_pages import PlanPages, in_words
from codesign.phrases import tech_plan as words
from codesign.words import N_, _

SAY_WHAT = N_("This stands on the pocket card too. Say what, not why.")
_FIELDS: dict[str, tuple[str, str]] = {
    "what": (words.WHAT, SAY_WHAT),
    "how_much": (words.HOW_MUCH, ""),
    "why_now": (words.WHY_NOW, N_("Staff write it, and the young person reads it. Something that happened, no label.")),
    "tried": (words.TRIED, N_("Something gentler that was tried first and did not work.")),
    "starts": (words.STARTS, N_("In the next 7 days.")),
    "ends": (words.ENDS, N_("30 days after its start at most. Shorter is better.")),
    "review": (words.REVIEW, N_("7 days after its start at most for a full stop, 14 for a part.")),
    "decided": (words.DECIDED, N_("A name or a role. It may stay empty.")),
}
"""Field -> what is asked, and a word about it."""
_MENDED_IN: dict[Missing, str] = {
    "how-much": "how_much",
    "why-now": "why_now",
    "tried": "tried",
    **dict.fromkeys(("starts", "starts-late"), "starts"),
    **dict.fromkeys(("ends", "ends-early", "ends-late"), "ends"),
    **dict.fromkeys(("review", "review-early", "review-after", "review-late", "full-review-late"), "review"),
}
"""What it lacks -> the field in which that is mended; else it is the first."""
_DAYS = {"starts": 0, "ends": 7, "review": 3}
"""Field that is a day -> how many days after the start are proposed."""
_ALERTS = 2
"""What it lacks is told so many at a time."""


def limit_for_now(of: PlanPages) -> Course[int]:
    """What it lacks is asked first, and then all of it stands there to be changed; 1 once nothing lacks, -1 where somebody goes
    back."""
    for field in _FIELDS:
        if not getattr(of.plan.limit, field) and not (yield from _asked(of, field)):
            break
    here, alerts = 0, tuple[str, ...]()

    def made() -> Menu:
        rows = [MenuChoice(field, _(asked), _said(of, field)) for field, (asked, _about) in _FIELDS.items()]
        return of.menu("plan-fields", [words.A_LIMIT_ENDS], rows, here=here, alerts=alerts)

    while (said := (yield from of.ask(made))) != "back":
        if said == "next":
            lacks = of.plan.limit_lacks
            if not lacks:
                return 1
            here = list(_FIELDS).index(_MENDED_IN.get(lacks[0], "what"))
            alerts = tuple(words.LACKS[lack] for lack in lacks[:_ALERTS])
            continue
        here, alerts = list(_FIELDS).index(str(said)), ()
        yield from _asked(of, str(said))
    return -1


def _said(of: PlanPages, field: str) -> str:
    """What stands in a field, in words; that it is needed where nothing does."""
    value = getattr(of.plan.limit, field)
    if not value:
        return "" if field == "decided" else _("Needed.")
    if field == "how_much":
        return _(words.ALL if value == "all" else words.PART)
    return in_words(value) if field in _DAYS else str(value)


def _asked(of: PlanPages, field: str) -> Course[bool]:
    """One field of it; False where somebody goes back."""
    asked, about = _FIELDS[field]
    value: object
    if field == "how_much":
        value = yield from of.choice((asked,), {"all": words.ALL, "part": words.PART})
    elif field in _DAYS:
        value = yield from of.day(asked, about, lambda: _day(of, field), lambda _day: None)
    else:
        value = yield from of.taken("plan-line", asked, (about,), lambda: str(getattr(of.plan.limit, field)), str)
    if value is None:
        return False
    of.plan = replace(of.plan, limit=replace(of.plan.limit, **{field: value}))
    return True


def _day(of: PlanPages, field: str) -> int:
    """The day that stands there, or one to begin with."""
    limit = of.plan.limit
    if found := int(getattr(limit, field)):
        return found
    begins = (limit.starts or of.plan.made) + _DAYS[field]
    return min(begins, limit.ends) if field == "review" and limit.ends else begins
