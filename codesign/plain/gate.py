"""The facilitator's code before everything that is the facilitator's: asked for, or set where a record has none yet."""

from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.form import checked_again, checked_code
from codesign.front import FOUR_WORDS, FOUR_WORDS_USE, code_forgotten
from codesign.plain.console import Console, word
from codesign.plain.talk import YES
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession


def passes(console: Console, opened: "OpenSession", *lines: str) -> bool:
    """Whether the code was typed; False where the facilitator went back. That takes a word: after an Enter too many the code
    would be typed where it is shown."""
    session = opened.session
    console.page(_("Session running.") if session.step == "voting" else f"{session.setup.title}.", *lines)
    if session.setup.made_up:
        console.say(_("In this made-up session the code is 000000."))
    if not opened.code.is_set:
        return _set(console, opened)
    if not session.setup.made_up:
        console.say(code_forgotten(has_words=opened.code.has_words))
    while True:
        code = console.secret(_("Facilitator's code, or back:"))
        if word(code) == "back":
            return False
        if not code:
            continue
        try:
            opened.code.check(code)
        except CodesignError as error:
            console.say(str(error))
        else:
            return True


def _set(console: Console, opened: "OpenSession") -> bool:
    console.say(_("This record has no facilitator's code yet. Set one now: six digits. It closes your menus to youth."))
    while code := new_code(console):
        try:
            words = opened.set_code(code)
        except CodesignError as error:
            console.say(str(error))
        else:
            tell_words(console, words)
            return True
    return False


def tell_words(console: Console, words: str) -> None:
    """The four words that open what the code opens, once; they are off the screen when this returns."""
    console.page(f"{_(FOUR_WORDS)}:", words, *map(_, FOUR_WORDS_USE))
    while word(console.ask(_("Type yes when you wrote them down:"))) not in YES:
        pass
    console.clear()


def new_code(console: Console) -> str:
    """A code, typed twice, so that no slip locks anybody out; empty where the facilitator went back."""
    while True:
        code = console.secret(_("Your code, six digits, or back:"))
        if word(code) == "back":
            return ""
        try:
            return checked_again(checked_code(code), console.secret(_("The code again:")))
        except CodesignError as error:
            console.say(str(error))
