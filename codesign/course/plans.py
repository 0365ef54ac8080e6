"""Plans: chosen for a session, and the desk at which they are looked at."""

from typing import TYPE_CHECKING

from codesign.core.plan import Plan
from codesign.course.home_rows import about_plan
from codesign.course.look import look
from codesign.course.own_policy import FROM_A_POLICY, own_policy
from codesign.course.pages import Course, Menu, MenuChoice
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

PLANS = N_("Plans")


def choose_plan(engine: "Engine") -> Course[Plan | None]:
    """The plan of the next session; None where somebody goes back."""
    plans, broken = engine.usable_plans()
    said = yield Menu(
        place="plans",
        title=_("Choose a plan"),
        alerts=tuple(broken),
        choices=tuple(MenuChoice(name, plan.title, about_plan(plan)) for name, plan in plans.items()),
        others=("back",),
    )
    return plans.get(str(said))


def plans_desk(engine: "Engine") -> Course[None]:
    """Every plan there is, the facilitator's own first, until somebody goes back."""
    at = 0
    while True:
        plans, broken = engine.usable_plans()
        own = engine.own_plans()
        names = sorted(plans, key=lambda name: name not in own)
        said = yield Menu(
            place="plans-desk",
            title=_(PLANS),
            alerts=tuple(broken),
            choices=(
                *(_row(plans[name], own=name in own) for name in names),
                MenuChoice("", _(FROM_A_POLICY), _("Its rules of today, each against a gentler one.")),
            ),
            here=at,
            others=("back",),
        )
        if said == "back":
            return
        if said == "":
            at = 0 if (yield from own_policy(engine)) else len(names)
            continue
        at = names.index(str(said))
        yield from look(plans[str(said)].cards)


def _row(plan: Plan, *, own: bool) -> MenuChoice:
    return MenuChoice(plan.name, plan.title, about_plan(plan) if own else f"{_('Came with the program.')} {about_plan(plan)}")
