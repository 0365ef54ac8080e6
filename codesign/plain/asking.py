"""What can be typed at every question of youth, whatever it asks: stop, support, who will see this, the language, help."""

from codesign.core.turn import Turn
from codesign.course.around import Around
from codesign.course.pages import Idle
from codesign.course.shared_words import WHO_SEES_THIS
from codesign.plain.commands import word
from codesign.plain.console import Console, TooLate
from codesign.words import CALLED, N_, _, language

YES = ("y", "yes")
STOP = ("0", "stop")
_SUPPORT = ("s", "support")
STILL_HERE = N_("Still there? Enter keeps this page.")


class Leaves(Exception):
    """The person wants to stop; with the turn as it stands, so that nothing answered is lost."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self.turn = turn


class OtherLanguage(Exception):
    """The same page in another language; with the turn as it stands."""

    def __init__(self, spoken: str, turn: Turn | None = None) -> None:
        super().__init__()
        self.spoken = spoken
        self.turn = turn


def asks_language(said: str) -> bool:
    """Whether a typed word asks for another language; the one in use is there already."""
    return CALLED.get(said, language()) != language()


class Asking:
    """Asks, and answers what is asked back."""

    def __init__(self, console: Console, around: Around) -> None:
        self.console = console
        self.around = around

    def rest(self) -> None:
        """Until somebody reads on. Support, help and the other language are there as at every question.

        Raises:
            OtherLanguage: asked for.
        """
        while self.told(word(self.console.ask(_("Press Enter to read on, or type s for support:")))):
            pass

    def ask(self, turn: Turn, question: str, *, longer: int = 1) -> str:
        """A typed line of a turn. `longer` times as long may pass before it where words of one's own are typed: the program
        sees a line only when it is whole.

        Raises:
            Idle: nobody sent a line off.
        """
        try:
            return self.console.ask(question, longer=longer)
        except TooLate:
            raise Idle(turn) from None

    def secret(self, turn: Turn, question: str) -> str:
        """The same for a line that is not shown."""
        try:
            return self.console.secret(question)
        except TooLate:
            raise Idle(turn) from None

    def said(self, turn: Turn, question: str) -> str:
        """A typed line in small letters that is none of what can be typed everywhere.

        Raises:
            Leaves: the person wants to stop. Idle: nobody sent a line off. OtherLanguage: asked for.
        """
        while True:
            said = word(self.ask(turn, question))
            if said in STOP:
                raise Leaves(turn)
            if not self.told(said, turn):
                return said

    def of_all(self, said: str) -> bool:
        """The same of what can be typed on every page that speaks, also where free words are asked for."""
        return (asks_language(said) or said in _SUPPORT) and self.told(said)

    def told(self, said: str, turn: Turn | None = None) -> bool:
        """Whether this asked for something to read, which was then read out.

        Raises:
            OtherLanguage: it asked for that.
        """
        if asks_language(said):
            raise OtherLanguage(CALLED[said], turn)
        if said in _SUPPORT:
            self.console.say(_("Support. No one is told you opened this."))
            self.console.say(*(f"{who}: {reach}. {what}" for who, reach, what in self.around.support()))
        elif said == "who":
            self.console.say(_(WHO_SEES_THIS), *self.around.who_sees())
        elif said == "help":
            self.console.say(
                _("To talk to someone now, type s."),
                _("h hides the screen. 0 stops. who tells who will see this."),
                _("On a card: 4 skips it, 5 says that you don't get it, ? tells more about it, back goes to the card before."),
                _("On a card you have answered: w writes a line, and Enter alone goes on."),
            )
        else:
            return False
        return True
