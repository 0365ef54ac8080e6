"""Last time: what youth said in an earlier session, what was answered, and what became of it. For the whole room."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.course.common_pages import not_kept
from codesign.course.pages import Block, Course, Sure, ToRead
from codesign.course.promises import is_anything_due, what_was_kept
from codesign.course.shared_words import TO_SHOW_IT
from codesign.phrases import which
from codesign.phrases.came_of import came_of_all
from codesign.phrases.caveats import caveats
from codesign.phrases.promises import WHAT_CAN_BE_KNOWN, added_up
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine


def room_sees_last_time(engine: "Engine", session: Session) -> Course[None]:
    """What came of the session before this one, for the room. Asked first: its title says nothing of whose it was, and no code
    stands before it."""
    if not (found := engine.last_time(session)):
        return
    path, earlier = found
    if not (yield _sure_last_time(earlier)):
        return
    today = engine.today().isoformat()
    if is_anything_due(earlier, today):
        earlier = yield from _with_what_was_kept(engine, path, earlier, today)
    yield last_time(earlier, today)


def _with_what_was_kept(engine: "Engine", path: Path, earlier: Session, today: str) -> Course[Session]:
    """The earlier session, once staff have said which of its promises were kept, which its own record keeps."""
    try:
        with engine.open(path) as opened:
            yield from what_was_kept(opened, today)
            return opened.read()
    except CodesignError as error:
        yield not_kept(error)
        return earlier


def _sure_last_time(earlier: Session) -> Sure:
    lines = (
        which(earlier.setup.title, earlier.setup.day[:7]),
        _("Say yes only if this is the same group: it shows what was said then, and what came of it."),
    )
    return Sure(question=_("Show the room the last session?"), lines=lines, to_do_it=_(TO_SHOW_IT), goes_on=True)


def last_time(earlier: Session, today: str = "") -> ToRead:
    """You said, we did, or not yet and why, rule by rule; and which promises were kept up to a day (YYYY-MM-DD), where one is
    given."""
    return ToRead(place="last-time", title=N_("Last time"), blocks=partial(_last_time, earlier, today))


def _last_time(earlier: Session, today: str) -> list[Block]:
    promises = ""
    if today and earlier.decisions:
        promises = added_up(earlier.promise(card.id, today) for card in earlier.told_cards)
    blocks = [
        Block(lines=(_("What you said last time, and what the people who write the rules say now."),), look="quiet"),
        Block(which(earlier.setup.title, earlier.setup.day[:7]), (promises,) if promises else ()),
        *(Block(lines=(caveat,), look="alert") for caveat in caveats(earlier)),
    ]
    for came in came_of_all(earlier, today):
        said = Block(came.rule, (_("You said: {words}", words=came.said),))
        blocks += [said, Block(came.answer, (*([came.since] if came.since else []), *came.words), look="answer")]
    return [*blocks, *([Block(lines=(_(WHAT_CAN_BE_KNOWN),), look="quiet")] if promises else [])]
