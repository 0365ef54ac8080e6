"""What is said of a person to talk to here, and of a service near here: on the board and on its papers."""

from collections.abc import Callable
from datetime import date

from codesign.core.near_here import Entry
from codesign.phrases import day
from codesign.words import N_, _

OUR_BOARD = N_("Our board")
TO_TALK, NEAR_HERE = N_("Who you can talk to here"), N_("Services near here")
WHAT_STAFF_PASS_ON = N_(
    "Staff can't keep one thing private: that someone is hurt or in danger. Then they may have to tell a person whose job is "
    "to help. If they can, they tell you first."
)
ASK_FIRST = N_("Ask before you tell: “What must you pass on, and to whom?”")
_HOURS, _LANGUAGES, _PASSES_ON = N_("When: {words}"), N_("Languages: {words}"), N_("Must pass on: {words}")
_CHECKED, _LONG_AGO = N_("Checked: {day}"), N_("Checked long ago: {day}. Call first.")
_LOOKED_UP = N_("These numbers were looked up on {day}. If one does not work, try the next, and tell staff.")
_LONG_SINCE = N_("These numbers were looked up long ago: {day}. If one does not work, try the next, and tell staff.")
IsOld = Callable[[Entry], bool]


def looked_up(on: date, *, old: bool) -> str:
    """When the help lines were looked up, and whether that is too long ago to trust."""
    return _(_LONG_SINCE if old else _LOOKED_UP, day=day(on.isoformat()))


def about(entry: Entry, is_old: IsOld) -> tuple[str, ...]:
    """What is known of an entry, a line each, and when it was checked. The words of the agency stand as it wrote them."""
    told = ((_HOURS, entry.hours), (_LANGUAGES, entry.languages), (_PASSES_ON, entry.passes_on))
    checked = _(_LONG_AGO if is_old(entry) else _CHECKED, day=day(entry.checked_on))
    return (*filter(None, (entry.what, entry.reach)), *(_(how, words=words) for how, words in told if words), checked)
