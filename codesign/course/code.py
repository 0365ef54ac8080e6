"""The facilitator's code before everything that is the facilitator's: asked for, or set where a record has none yet."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.course.asked import until_taken
from codesign.course.pages import Course, FourWords, Hidden, Question
from codesign.course.set_up import CODE_AGAIN, checked_again, checked_code
from codesign.course.words import code_forgotten
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.open_session import OpenSession

ASKED = N_("Facilitator's code")


def passed(opened: "OpenSession", first: str = "", *, covers: bool = False) -> Course[bool]:
    """Whether the code was typed; False where the facilitator went back. `first` stands above the question; the page `covers`
    while a turn waits."""
    if not opened.code.is_set:
        return (yield from _set(opened))
    session = opened.read()
    help_ = _("In this made-up session the code is 000000.")
    if not session.setup.made_up:
        help_ = code_forgotten(has_words=opened.code.has_words)
    question = Question(
        place="code",
        title=_("Session running") if session.phase == "voting" else session.setup.title,
        question=_(ASKED),
        lines=(first, help_) if first else (help_,),
        secret=True,
        covers=covers,
    )

    def checked(code: str) -> bool:
        if code:  # an Enter too many is no try
            opened.code.check(code)
        return bool(code)

    while (right := (yield from until_taken(question, checked))) is False:
        pass
    return right is True


def _set(opened: "OpenSession") -> Course[bool]:
    """A record made without set-up has no code yet: it is asked for twice, so that no slip locks anybody out."""
    question = Question(
        place="code",
        title=_("A code for this session"),
        question=_("New code, six digits"),
        lines=(_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth."),),
        secret=True,
    )
    while True:
        first = yield from until_taken(question, checked_code)
        if first is None:
            return False
        again = yield replace(question, question=_(CODE_AGAIN), problem="")
        try:
            if again is not None:
                return (yield from four_words(opened, opened.set_code(checked_again(first, str(again)))))
        except CodesignError as error:
            question = replace(question, problem=str(error))


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
