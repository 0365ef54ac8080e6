"""Our board: a corner for youth, from home without the code and without typing. Nothing that is opened here is kept or counted.

A list of parts, then one page a part; a page that nobody touches for a while gives way to home.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from codesign.core.board import answered, tips
from codesign.core.errors import CodesignError
from codesign.core.near_here import Kind, NearHere
from codesign.core.session import Session
from codesign.course.common_pages import draft_line, one_by_one
from codesign.course.last_time import last_time
from codesign.course.learn import learn_pages
from codesign.course.near_here import lists
from codesign.course.pages import Block, Course, Idle, Menu, MenuChoice, Spoken, ToRead
from codesign.course.support import support_in_words
from codesign.engine.board import is_old_on, looked_up_on, read_near_here
from codesign.phrases.learn import LEARN
from codesign.phrases.near_here import ASK_FIRST, NEAR_HERE, OUR_BOARD, TO_TALK, WHAT_STAFF_PASS_ON, IsOld, about
from codesign.phrases.tech_plan import PERSON_WORDS
from codesign.words import N_, _, use_region

if TYPE_CHECKING:
    from codesign.content import HelpLines
    from codesign.engine import Engine

TIPS, WE_DID = N_("Tips from people here"), N_("You said, we did")
_NOTHING_KEPT = N_("Nothing you open here is kept.")
_NOBODY_YET = N_("Staff have not written down yet who is here for this. Ask any of them who you can talk to.")
_NO_SERVICE = N_("Staff have not written down any service yet. A help line can find one near you.")
_NO_TIP = N_("None yet. They come from lines that people OK, after a later session.")
_NO_ANSWER = N_("No answer to a session yet.")
_NO_LIST = N_("This list can't be read just now. Tell staff.")
_ABOUT_TIPS = N_("Lines that people who live here wrote and OK'd. Take what fits you. Want yours taken down? Tell staff.")
_TELLS_FIRST = N_("Each says whom it may tell or send. Call or text from where you feel safe.")
Blocks = Callable[[], Sequence[Block]]
Part = tuple[str, str, Blocks]
"""Its title, what it is about, and what it says."""


def board(engine: "Engine") -> Course[None]:
    """Until somebody leaves it, or nobody is there any more."""
    use_region(engine.region_here())
    at = 0
    try:
        while True:
            parts = _parts(engine)
            said = yield Spoken(make=partial(_list, parts, at), covers=True)
            if said == "back":
                return
            if said == "staff":
                yield from lists(engine)
                continue
            if said == "learn":
                yield from learn_pages(engine)
                continue
            pages = [ToRead(place="board-part", title=title, blocks=blocks, covers=True) for title, _about, blocks in parts]
            at = yield from one_by_one(pages, int(str(said)))
    except Idle:
        return


def _list(parts: Sequence[Part], at: int) -> Menu:
    rows = [MenuChoice(str(n), _(title), _(about)) for n, (title, about, _blocks) in enumerate(parts)]
    return Menu(
        place="board",
        title=_(OUR_BOARD),
        right=_(_NOTHING_KEPT),
        choices=(
            *rows,
            MenuChoice("learn", _(LEARN), _("Ten cards of one minute each.")),
            MenuChoice("staff", _("For staff: lists and papers"), _("Behind the code.")),
        ),
        here=at,
        others=("back",),
    )


def _parts(engine: "Engine") -> list[Part]:
    """All of it, as it stands on the disk at this moment."""
    sessions = [session for _path, session in engine.records() if isinstance(session, Session)]
    lines, today, near = engine.help_lines(), engine.today(), near_or_none(engine)
    is_old = is_old_on(lines, today)
    return [
        (TO_TALK, N_("What they do, and what they must pass on."), partial(_people, near, is_old)),
        (NEAR_HERE, N_("Food, health, papers, jobs, rides, legal help."), partial(_services, near, is_old)),
        (PERSON_WORDS["lines"], N_("For when you want to talk to someone far away."), partial(_help_lines, lines, today)),
        (TIPS, N_("What others here say works."), partial(_tips, sessions)),
        (WE_DID, N_("What came of an earlier vote."), partial(_we_did, answered(sessions), today.isoformat())),
    ]


def near_or_none(engine: "Engine") -> NearHere | None:
    """The agency's own list; None where it can't be read."""
    try:
        return read_near_here(engine.places)
    except CodesignError:
        return None


def _people(near: NearHere | None, is_old: IsOld) -> list[Block]:
    entries = _entries(near, "person", is_old, _NOBODY_YET)
    return [Block(lines=(_(WHAT_STAFF_PASS_ON), _(ASK_FIRST))), *entries, *draft_line()]


def _services(near: NearHere | None, is_old: IsOld) -> list[Block]:
    return [*_entries(near, "service", is_old, _NO_SERVICE), *draft_line()]


def _entries(near: NearHere | None, kind: Kind, is_old: IsOld, none: str) -> list[Block]:
    """Each with what is known of it; the words of the agency stand as it wrote them."""
    if near is None or not near.of(kind):
        return [Block(lines=(_(none if near else _NO_LIST),), look="quiet" if near else "alert")]
    return [Block(entry.name, about(entry, is_old)) for _at, entry in near.of(kind)]


def _help_lines(lines: "HelpLines", today: date) -> list[Block]:
    each = [Block(who, (reach, what)) for who, reach, what in support_in_words(None, lines)]
    return [Block(lines=(_(_TELLS_FIRST), *looked_up_on(lines, today))), *each, *draft_line()]


def _tips(sessions: Sequence[Session]) -> list[Block]:
    found = tips(sessions)
    if not found:
        return [Block(lines=(_(_NO_TIP),), look="quiet")]
    said = [Block(_(card.rule), tuple(f"“{line}”" for line in lines)) for card, lines in found]
    return [Block(lines=(_(_ABOUT_TIPS),)), *said, *draft_line()]


def _we_did(session: Session | None, today: str) -> Sequence[Block]:
    if session is None:
        return [Block(lines=(_(_NO_ANSWER),), look="quiet")]
    return last_time(session, today).blocks()
