"""Last time: what youth said in an earlier session, and what the policy team answered. For the whole room."""

from functools import partial

from codesign.core.session import Session
from codesign.course.pages import Block, ToRead
from codesign.phrases import caveats, which
from codesign.phrases.came_of import came_of_all
from codesign.words import N_, _


def last_time(earlier: Session) -> ToRead:
    """You said, we did, or not yet and why, rule by rule."""
    return ToRead(place="last-time", title=N_("Last time"), blocks=partial(_last_time, earlier))


def _last_time(earlier: Session) -> list[Block]:
    blocks = [
        Block(lines=(_("What you said last time, and what the people who write the rules say now."),), look="quiet"),
        Block(which(earlier.setup.title, earlier.setup.day[:7])),
        *(Block(lines=(caveat,), look="alert") for caveat in caveats(earlier)),
    ]
    for came in came_of_all(earlier):
        said = Block(came.rule, (_("You said: {words}", words=came.said),))
        blocks += [said, Block(came.answer, came.words, look="answer")]
    return blocks
