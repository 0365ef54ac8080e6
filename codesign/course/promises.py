"""What became of the team's promises: the days tell which are late, and staff say which were kept."""

from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.course.common_pages import not_kept
from codesign.course.pages import Course, Menu, MenuChoice
from codesign.phrases.promises import WHAT_CAN_BE_KNOWN, in_a_sentence
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession


WHAT_WAS_PROMISED = N_("What was promised")


def what_was_kept(opened: "OpenSession", today: str) -> Course[None]:
    """Each promise with what the days say of it on this day (YYYY-MM-DD); one key marks it as kept, or takes that back."""
    at = 0
    while promised := _promised(opened.read(), today):
        said = yield Menu(
            place="promised",
            title=_(WHAT_WAS_PROMISED),
            lines=(_(WHAT_CAN_BE_KNOWN),),
            choices=(
                MenuChoice("on", _("Go on"), _("Choose a promise to mark it as kept, and once more to take that back.")),
                *promised,
            ),
            here=at,
            others=("back",),
        )
        if said in ("on", "back"):
            return
        at = next((n for n, choice in enumerate(promised, 1) if choice.id == said), 0)
        try:
            opened.mark_kept(str(said))
        except CodesignError as error:
            yield not_kept(error)


def is_anything_due(session: Session, today: str) -> bool:
    """Whether the day of a promise has passed, and nobody said that it was kept."""
    return any(session.promise(d.card, today) == "late" for d in session.decisions)


def _promised(session: Session, today: str) -> list[MenuChoice]:
    due = session.setup.answer_by
    return [
        MenuChoice(d.card, session.card(d.card).rule, in_a_sentence(session.promise(d.card, today), d, due))
        for d in session.decisions
        if d.is_yes
    ]
