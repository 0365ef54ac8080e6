"""What should we ask? The plan of the next session, proposed from the topics that young people picked in this one."""

from typing import TYPE_CHECKING

from codesign.content.what_to_ask import FIX_FIRST, IN_EVERY_PLAN, bank
from codesign.core.session import Session
from codesign.core.what_to_ask import picked_most, proposed, topic_cards
from codesign.course.pages import Course, MenuChoice, Problem
from codesign.course.plan_desk import OnDesk
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine

A_PLAN_OF_IT = N_("The next plan, from what they picked")


def has_picked(session: Session) -> bool:
    """Whether topics were picked in a session, and it was told what."""
    return any(card.id in session.told for card in topic_cards(session.cards))


def what_to_ask(engine: "Engine", session: Session) -> Course[OnDesk | None]:
    """What the session showed, and a desk with the plan that follows from it, unsaved; None where nothing was shown."""
    plan = proposed(session, bank(), IN_EVERY_PLAN, _("Tech rules: what we picked"), FIX_FIRST)
    if plan is None:
        too_few = _("Under 5 people answered each card, so the result shows nothing, and no plan follows from it.")
        choose = _("Choose a plan yourself, or ask once more with more people.")
        yield Problem(title=_(A_PLAN_OF_IT), sentence=f"{too_few} {choose}")
        return None
    told = _("Picked most, in no order: {topics}.", topics=" · ".join(topic.words for topic in picked_most(session)))
    look = _("Of each card three are named, ties too. Look at each card of the plan, change what you like, and save it.")
    yield Problem(title=_(A_PLAN_OF_IT), sentence=f"{told} {look}")
    desk = OnDesk(engine, plan, None, of=session.mark)
    desk.people = session.setup.expected
    return desk


def latest_picked(engine: "Engine", row: str) -> tuple[Session, MenuChoice] | None:
    """The latest session in which topics were picked, and the row of this id that leads to its plan; None where there is
    none."""
    told = (session for _path, session in engine.records() if isinstance(session, Session) and has_picked(session))
    if not (session := next(told, None)):
        return None
    return session, MenuChoice(row, _(A_PLAN_OF_IT), _("From what was picked in “{title}”.", title=session.setup.title))
