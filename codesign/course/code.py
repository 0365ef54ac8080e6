"""The facilitator's code before everything that is the facilitator's: asked for, or set where there is none yet.

A session has its own. What is done on this laptop without a session, such as a tech plan, stands behind that of the laptop.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.course.common_pages import told, until_taken
from codesign.course.pages import Course, FourWords, Hidden, Question
from codesign.course.set_up_form import CODE_AGAIN, checked_again, checked_code
from codesign.course.shared_words import code_forgotten
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession

ASKED = N_("Facilitator's code")


class CodeAsRead(Protocol):
    """A code as it was when it was read: what is set in its place later does not open what it covers."""

    @property
    def is_set(self) -> bool: ...

    @property
    def has_words(self) -> bool: ...

    def set_with_words(self, code: str) -> str: ...

    def check(self, code: str) -> None: ...


class _Gate(Struct, frozen=True, kw_only=True):
    """A code, and what is said where it is asked for."""

    code: CodeAsRead
    set: Callable[[str], str]
    """Sets it; the four words that open the same."""
    title: str
    in_demo: bool = False
    """Of a made-up session, whose code everybody may know."""
    new_title: str
    new: str
    """Why one is set now."""

    @property
    def help(self) -> str:
        """What helps somebody who does not know it; there are four words only once it is set."""
        if self.in_demo:
            return _("In this made-up session the code is 000000.")
        return code_forgotten(has_words=self.code.has_words)


def _of_session(opened: "OpenSession") -> _Gate:
    session = opened.read()
    return _Gate(
        code=opened.code,
        set=opened.set_code,
        title=_("Session running") if session.phase == "voting" else session.setup.title,
        in_demo=session.setup.made_up,
        new_title=_("A code for this session"),
        new=_("This record has no facilitator's code yet. Set one now: six digits. It closes your screens to youth."),
    )


def _of_laptop(code: CodeAsRead) -> _Gate:
    return _Gate(
        code=code,
        set=code.set_with_words,
        title=_("For staff"),
        new_title=_("A code for this laptop"),
        new=_(
            "Nobody has set a code for this laptop yet. Set one now: six digits that only staff know. It may be the one that "
            "you use for sessions."
        ),
    )


def passed(opened: "OpenSession", first: str = "", *, covers: bool = False) -> Course[bool]:
    """Whether the code of a session was typed; False where the facilitator went back. `first` stands above the question; the
    page `covers` while a turn waits."""
    return (yield from _through(_of_session(opened), first, covers=covers))


def passed_here(engine: "Engine") -> Course[CodeAsRead | None]:
    """The code of this laptop, once it was typed or set, for what belongs to no session; None where somebody went back."""
    try:
        code = engine.house_code()
    except CodesignError as error:
        yield told(error, _(ASKED))
        return None
    return code if (yield from passed_again(code)) else None


def passed_again(code: CodeAsRead, first: str = "") -> Course[bool]:
    """Whether this code of the laptop was typed."""
    return (yield from _through(_of_laptop(code), first))


def _through(gate: _Gate, first: str = "", *, covers: bool = False) -> Course[bool]:
    if not gate.code.is_set:
        return (yield from _set(gate))
    question = Question(
        place="code",
        title=gate.title,
        question=_(ASKED),
        lines=(first, gate.help) if first else (gate.help,),
        secret=True,
        covers=covers,
    )

    def checked(code: str) -> bool:
        if code:  # an Enter too many is no try
            gate.code.check(code)
        return bool(code)

    while (right := (yield from until_taken(question, checked))) is False:
        pass
    return right is True


def _set(gate: _Gate) -> Course[bool]:
    """It is asked for twice, so that no slip locks anybody out."""
    question = Question(place="code", title=gate.new_title, question=_("New code, six digits"), lines=(gate.new,), secret=True)
    while True:
        first = yield from until_taken(question, checked_code)
        if first is None:
            return False
        again = yield replace(question, question=_(CODE_AGAIN), problem="")
        try:
            if again is not None:
                return (yield from _show_four_words(gate, gate.set(checked_again(first, str(again)))))
        except CodesignError as error:
            question = replace(question, problem=str(error))


def four_words(opened: "OpenSession", words: str) -> Course[bool]:
    """Show the words that open what the code of a session opens; see `_show_four_words`."""
    return (yield from _show_four_words(_of_session(opened), words))


def _show_four_words(gate: _Gate, words: str) -> Course[bool]:
    """Show the words until they were written down; hidden before, they come back behind the code. False where the facilitator
    went back from it."""
    hidden = False
    while True:
        try:
            if hidden and not (yield from _through(gate)):
                return False
            yield FourWords(words=words)
            return True
        except Hidden:
            hidden = True
