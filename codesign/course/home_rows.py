"""The rows of home's menus: a session to go on with, past sessions, plans."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from codesign.core.errors import Damaged
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.core.text import escaped
from codesign.course.before_they_come import how_long
from codesign.course.pages import MenuChoice
from codesign.course.where_it_stopped import where_it_stopped
from codesign.phrases import day
from codesign.words import _, in_region, many

_LONG = 90  # days


def go_on(session: Session, copies: int) -> MenuChoice:
    about = f"{where_it_stopped(session)} {_of_copies(copies)}".rstrip()
    return MenuChoice("go-on", _("Go on with “{title}”", title=session.setup.title), about)


def _of_copies(copies: int) -> str:
    """Said where a backup or a service that syncs left some: what stands here is the one that is furthest."""
    return many("There is a copy.", "There are {n} copies.", copies) if copies else ""


def kept_long(sessions: Iterable[Session], today: date) -> list[str]:
    """That words of old sessions are still on this laptop, where some are: nobody else remembers to delete them."""
    since = (today - timedelta(days=_LONG)).isoformat()
    if any(session.setup.day < since and session.phase != "empty" for session in sessions):
        return [_("“Past sessions” holds what was written more than {n} days ago. Delete what nobody needs (D).", n=_LONG)]
    return []


def plain_lines() -> MenuChoice:
    return MenuChoice("plain", _("Plain lines"), _("For a screen reader: the same session, line by line."))


def past(number: str, path: Path, session: Session | Damaged, copies: int) -> MenuChoice:
    if isinstance(session, Damaged):
        return MenuChoice(number, escaped(path.name), _("! Damaged. Open it to see what can be read."))
    with in_region(session.setup.region):
        about = f"{day(session.setup.day)} · {where_it_stopped(session)} {_of_copies(copies)}".rstrip()
        return MenuChoice(number, session.setup.title, about)


def about_plan(plan: Plan) -> str:
    """How long it takes so many people as usual come, and what it is for."""
    return f"{how_long(plan.hour, 0, len(plan.cards))} {plan.purpose}".rstrip()
