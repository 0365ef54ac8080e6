"""Learn goes on paper: a card, the set of them, the sheet for staff, and the fact sheet's resources."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from codesign.content.learn import learn
from codesign.core.disclosure import MANY_DID_NOT_ANSWER
from codesign.core.errors import CodesignError
from codesign.core.region import Region
from codesign.core.session import Session
from codesign.core.text import NAME_LIMIT, clean
from codesign.documents.learn.files import learn_files
from codesign.documents.paper_size import paper_for
from codesign.engine.adopted import sessions_of
from codesign.engine.write_files import put_beside
from codesign.phrases.learn import LearnPage, card_page, resources_page, staff_page
from codesign.store.places import Places
from codesign.words import in_region

SET, STAFF, RESOURCES = "set", "staff", "resources"
"""What can be written beside a card, which is named by its id."""


def write_learn(
    which: Sequence[str], folder: Path, records: Sequence[Path], places: Places, region: Region, today: date, paper: str = ""
) -> list[Path]:
    """Write these, each as a document of its own, in every language and format; what lies there is left alone. Of the records
    the sheet for staff tells what many did not get, as far as the room was shown it; without one it leaves room to write.
    `paper` names that of the printer.

    Raises:
        CodesignError: there is no such card, a record can't be read or its result was not shown, or the folder can't be used.
    """
    not_got = _not_got(sessions_of(records, places)) if records else None

    def said(name: str) -> list[LearnPage]:
        all_of_it, now = learn(), today.isoformat()
        if name == STAFF:
            return [staff_page(all_of_it, now, not_got)]
        if name == RESOURCES:
            return [resources_page(all_of_it, now)]
        return [card_page(all_of_it, card, now) for card in all_of_it.cards if name in (SET, card.id)]

    files: dict[str, bytes] = {}
    with in_region(region):
        for name in which:
            _must_be_known(name)
            files |= learn_files(f"learn-{name}", lambda name=name: said(name), paper_for(region, paper), f"{today:%Y-%m}")  # type: ignore[misc]
    return put_beside(files, folder)


def _must_be_known(name: str) -> None:
    known = [card.id for card in learn().cards]
    if name not in (*known, SET, STAFF, RESOURCES):
        raise CodesignError(f"There is no Learn card “{clean(name, NAME_LIMIT)}”. There are: {', '.join(known)}.")


def is_over(session: Session) -> bool:
    """Whether a session's result was shown, so that what many did not get of it may be told: of a vote that is taken again it
    would tell who came later."""
    return session.phase in ("reading", "telling") and session.is_told  # whether anything is unread tells that somebody wrote


def _not_got(sessions: Sequence[Session]) -> list[str]:
    """The rules that many skipped or did not get, each once, without a number: what the result said of them."""
    for session in sessions:
        if not is_over(session):
            raise CodesignError(
                f"The session “{session.setup.title}” is not over: its result was not shown yet, and a card can be voted on "
                "again. Nothing was written."
            )
    flagged = [
        card.rule for session in sessions for card in session.told_cards if MANY_DID_NOT_ANSWER in session.shown(card.id).flags
    ]
    return list(dict.fromkeys(flagged))
