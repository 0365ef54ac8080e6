"""The facilitator's code before everything that is the facilitator's: asked for, or set where a record has none yet."""

from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.course.pages import Course, FourWords, Hidden, Question
from codesign.course.words import code_forgotten
from codesign.form import checked_again, checked_code
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession


def passed(opened: "OpenSession", first: str = "", *, covers: bool = False) -> Course[bool]:
    """Whether the code was typed; False where the facilitator went back. `first` stands above the question; the page `covers`
    while a turn waits."""
    if not opened.code.is_set:
        return (yield from _set(opened))
    session, problem = opened.session, ""
    help_ = _("In this made-up session the code is 000000.")
    if not session.setup.made_up:
        help_ = code_forgotten(has_words=opened.code.has_words)
    while True:
        said = yield Question(
            place="code",
            title=_("Session running") if session.step == "voting" else session.setup.title,
            question=_("Facilitator's code"),
            lines=(first, help_) if first else (help_,),
            secret=True,
            problem=problem,
            covers=covers,
        )
        if said is None:
            return False
        if not said:
            continue  # an Enter too many is no try
        try:
            opened.code.check(str(said))
        except CodesignError as error:
            problem = str(error)
        else:
            return True


def _set(opened: "OpenSession") -> Course[bool]:
    """A record made without set-up has no code yet: it is asked for twice, so that no slip locks anybody out."""
    first, problem = "", ""
    while True:
        said = yield Question(
            place="code",
            title=_("A code for this session"),
            question=_("The code again") if first else _("New code, six digits"),
            lines=(_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth."),),
            secret=True,
            problem=problem,
        )
        if said is None and not first:
            return False
        try:
            if said is None:
                first, problem = "", ""
            elif not first:
                first, problem = checked_code(str(said)), ""
            else:
                words = opened.set_code(checked_again(first, str(said)))
                return (yield from four_words(opened, words))
        except CodesignError as error:
            first, problem = "", str(error)


def four_words(opened: "OpenSession", words: str) -> Course[bool]:
    """Show the words that open what the code opens until they were written down; hidden before, they come back behind the code.
    False where the facilitator went back from it."""
    hidden = False
    while True:
        try:
            if hidden and not (yield from passed(opened)):
                return False
            yield FourWords(words=words)
            return True
        except Hidden:
            hidden = True
