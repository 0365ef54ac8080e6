"""What should we ask? The plan of the next session, proposed from the topics that young people picked in this one."""

from typing import TYPE_CHECKING

from codesign.content.what_to_ask import FIX_FIRST, IN_EVERY_PLAN, bank
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.core.what_to_ask import picked_most, proposed, topic_cards
from codesign.course.pages import Course, Problem, Sure
from codesign.course.which_cards import which_cards
from codesign.course.written import files_written
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

A_PLAN_OF_IT = N_("The next plan, from what they picked")


def has_picked(session: Session) -> bool:
    """Whether topics were picked in a session, and it was told what."""
    return any(card.id in session.told for card in topic_cards(session.cards))


def what_to_ask(engine: "Engine", session: Session) -> Course[None]:
    """What the session showed, and the plan that follows from it, which is looked at, changed, and kept after a yes."""
    plan = proposed(session, bank(), IN_EVERY_PLAN, _("Tech rules: what we picked"), FIX_FIRST)
    if plan is None:
        too_few = _("Under 5 people answered each card, so the result shows nothing, and no plan follows from it.")
        choose = _("Choose a plan yourself, or ask once more with more people.")
        yield Problem(title=_(A_PLAN_OF_IT), sentence=f"{too_few} {choose}")
        return
    told = _("Picked most, in no order: {topics}.", topics=" · ".join(topic.words for topic in picked_most(session)))
    look = _("Of each card three are named, ties too. Look at each card, change what you like, and go back to keep the plan.")
    yield Problem(title=_(A_PLAN_OF_IT), sentence=f"{told} {look}")

    def keep(changed: Plan) -> None:
        nonlocal plan
        plan = changed

    yield from which_cards(plan, session.setup.expected, keep)
    lines = (_("It is kept with your own plans, and offered under “Start a session”."),)
    if (yield Sure(question=_("Keep this plan?"), lines=lines, to_do_it=_("to keep it"))):
        about = _("From what young people picked in “{title}”.", title=session.setup.title)
        path = engine.own_plans.keep_proposed(plan, about)
        yield files_written(_("The plan is kept."), [path], _("It is offered under “Start a session”."))
