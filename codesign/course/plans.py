"""Plans: chosen for a session, and the desk at which they are made, changed, shared and taken in."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.core.text import NAME_LIMIT
from codesign.course.around_turn import NOT_SAVED_YET
from codesign.course.common_pages import until_taken
from codesign.course.home_rows import about_plan
from codesign.course.pages import Course, Menu, MenuChoice, Question
from codesign.course.plan_desk import OnDesk, at_the_desk, may_leave
from codesign.course.set_up_form import checked_title
from codesign.course.shared_words import FROM_A_POLICY, typed_path
from codesign.course.what_to_ask import latest_picked, what_to_ask
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

PLANS = N_("Plans")
_NEW, _SENT, _POLICY, _PICKED, _GO_ON = "new plan", "sent plan", "own policy", "what they picked", "go on"
"""Rows that are no plan's: no name of a plan has a blank."""


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


class PlansDesk:
    """Every plan there is, and the one that is being made, which stays when the screen is hidden."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self._on_it: OnDesk | None = None

    def run(self, *, name: str = "") -> Course[None]:
        """Until somebody goes back; with a name, from a new plan of that name on."""
        if name:
            yield from self._new(name)
        here = ""
        while True:
            plans, broken = self._engine.usable_plans()
            own = self._engine.own_plans.names
            names = sorted(plans, key=lambda name: name not in own)
            on_it = self._unsaved
            picked = latest_picked(self._engine, _PICKED)
            first = (*_first_rows(on_it), *([picked[1]] if picked else []))
            rows = (*first, *(_row(plans[name], own=name in own) for name in names))
            said = yield Menu(
                place="plans-desk",
                title=_(PLANS),
                alerts=tuple(broken),
                choices=rows,
                here=next((n for n, row in enumerate(rows) if row.id == here), 0),
                others=("back",),
            )
            if said == "back":
                return
            here = str(said)
            if said == _POLICY:
                from codesign.course.own_policy import own_policy  # its word lists take longer to make than the first page

                here = yield from own_policy(self._engine)
            elif said == _PICKED and picked:
                yield from self.that_follows(picked[0])
            elif said == _GO_ON and on_it:
                yield from self._at(on_it)
            elif not (yield from self._may_leave()):
                continue
            elif said == _NEW:
                yield from self._new()
            elif said == _SENT:
                yield from self._sent()
            else:
                yield from self._at(self._opened(plans[here], own=here in own))

    def that_follows(self, session: Session) -> Course[None]:
        """The plan that follows from what was picked in a session, until somebody leaves it; the one that waits unsaved where
        it is of this session."""
        if (waits := self._unsaved) and waits.of == session.mark:
            yield from self._at(waits)
        elif (yield from self._may_leave()) and (desk := (yield from what_to_ask(self._engine, session))):
            yield from self._at(desk)

    @property
    def _unsaved(self) -> OnDesk | None:
        """What was on the desk when the screen was hidden, and is not on the disk."""
        return self._on_it if self._on_it and self._on_it.unsaved else None

    def _may_leave(self) -> Course[bool]:
        """Whether the desk is free for another plan; asked once where one waits on it unsaved."""
        if (waits := self._unsaved) and not (yield from may_leave(waits)):
            return False
        self._on_it = None
        return True

    def _at(self, desk: OnDesk) -> Course[None]:
        self._on_it = desk
        yield from at_the_desk(desk)
        self._on_it = None

    def _opened(self, plan: Plan, *, own: bool) -> OnDesk:
        """One that came with the program is never written over: what is changed is a plan of one's own."""
        if own:
            return OnDesk(self._engine, plan, plan)
        copy = replace(plan, name="", title=_("{title} (ours)", title=plan.title))
        told = _("It came with the program and stays as it is. What you change is saved as “{title}”.", title=copy.title)
        return OnDesk(self._engine, copy, None, told)

    def _new(self, name: str = "") -> Course[None]:
        question = Question(place="own-words", title=_("A new plan"), question=_("What is it called?"), limit=NAME_LIMIT)
        title = yield from until_taken(question, checked_title)
        if title is not None:
            plan = Plan(name=name, title=title, purpose="", minutes=60, cards=(), region=self._engine.region_here())
            yield from self._at(OnDesk(self._engine, plan, None))

    def _sent(self) -> Course[None]:
        question = Question(
            place="plan-file",
            title=_("Open a plan that somebody sent"),
            question=_("Where does the file lie?"),
            lines=(_("It is checked first. A copy of it goes to your plans; the file stays where it is."),),
        )
        if plan := (yield from until_taken(question, self._taken)):
            yield from self._at(OnDesk(self._engine, plan, plan, _("It is one of your plans: {name}.", name=plan.name)))

    def _taken(self, words: str) -> Plan:
        if not words:
            raise CodesignError(_("Name a file."))
        return self._engine.own_plans.take(Path(typed_path(words)))


def _first_rows(on_it: OnDesk | None) -> tuple[MenuChoice, ...]:
    new = MenuChoice(_NEW, _("Make a new one"), _("Of rules of the bank, and of your own."))
    sent = MenuChoice(_SENT, _("Open one that somebody sent"), _("A file. It is checked before it is kept."))
    policy = MenuChoice(_POLICY, _(FROM_A_POLICY), _("Its rules of today, each against a gentler one."))
    if not on_it:
        return new, sent, policy
    return MenuChoice(_GO_ON, _("Back to “{title}”", title=on_it.plan.title), _(NOT_SAVED_YET)), new, sent, policy


def _row(plan: Plan, *, own: bool) -> MenuChoice:
    return MenuChoice(plan.name, plan.title, f"{_('Yours.') if own else _('Came with the program.')} {about_plan(plan)}")
