"""The rows of home's menus: a session to go on with, past sessions, plans."""

from pathlib import Path

from codesign.core.errors import Damaged
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.core.text import escaped
from codesign.course.pages import MenuChoice
from codesign.course.shared_words import where_it_stopped
from codesign.phrases import day
from codesign.phrases.on_a_card import how_many_cards
from codesign.words import _, in_region, many


def go_on(session: Session, copies: int) -> MenuChoice:
    about = f"{where_it_stopped(session)} {_of_copies(copies)}".rstrip()
    return MenuChoice("go-on", _("Go on with “{title}”", title=session.setup.title), about)


def _of_copies(copies: int) -> str:
    """Said where a backup or a service that syncs left some: what stands here is the one that is furthest."""
    return many("There is a copy.", "There are {n} copies.", copies) if copies else ""


def plain_lines() -> MenuChoice:
    return MenuChoice("plain", _("Plain lines"), _("For a screen reader: the same session, line by line."))


def past(number: str, path: Path, session: Session | Damaged, copies: int) -> MenuChoice:
    if isinstance(session, Damaged):
        return MenuChoice(number, escaped(path.name), _("! Damaged. Open it to see what can be read."))
    with in_region(session.setup.region):
        about = f"{day(session.setup.day)} · {where_it_stopped(session)} {_of_copies(copies)}".rstrip()
        return MenuChoice(number, session.setup.title, about)


def about_plan(plan: Plan) -> str:
    cards = how_many_cards(len(plan.cards))
    return f"{_('{cards}, for a session of {minutes} minutes.', cards=cards, minutes=plan.minutes)} {plan.purpose}".rstrip()
