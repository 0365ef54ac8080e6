"""What may follow an answer: quick picks, a line of one's own words, and whether it may be quoted."""

from collections.abc import Mapping, Sequence

from codesign.content.picks import Pick, beside
from codesign.core.text import COMMENT_LIMIT, clean, letters_left, personal_details, quotable, without_personal_details
from codesign.core.turn import Turn
from codesign.course.around_turn import RULE_OF_YOUR_OWN
from codesign.course.at_a_card import how_much_fits
from codesign.course.comment_and_idea import COMMENT, IDEA, OwnWords
from codesign.course.shared_words import IDEA_AS_CARD, IDEA_THEN, PICKS_ASKED, STAYS_IN
from codesign.phrases.on_a_card import ADD_WORDS
from codesign.plain.asking import STOP, YES, Asking, Leaves
from codesign.plain.commands import word
from codesign.words import _

PICK_KEYS = "abcdefgi"
"""The screens' letters, but for h, which hides."""
_BETWEEN = " ,+"
_A_WORD = 3
"""So many letters without a blank are a word, as on the screens, whatever each of them picks."""


class Again(Exception):
    """The person wants to see the card again, with the turn as it stands."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self.turn = turn


class FollowUp:
    """The questions beside an answer, each of which Enter alone leaves open."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._say = asking.console.say

    def ask(self, turn: Turn, picks: Mapping[str, Sequence[Pick]]) -> Turn:
        """The turn with what the person added."""
        turn = self._quick_picks(turn, beside(turn, picks))
        self._say(_(ADD_WORDS), _("One line, in your words. A line that is only a command, such as h, s or 0, does it."))
        return self._words(turn, COMMENT)

    def _quick_picks(self, turn: Turn, offered: Sequence[Pick]) -> Turn:
        picks = dict(zip(PICK_KEYS, offered, strict=False))
        if not picks:
            return turn
        self._say(_(PICKS_ASKED[turn.prompt or ""]), *(f"{key}. {_(pick.en)}" for key, pick in picks.items()))
        question = (
            _("Letters of all that fit, such as a c; Enter keeps those you picked; none takes them back; back:")
            if turn.reply.picks
            else _("Letters of all that fit, such as a c; Enter for none; back:")
        )
        while True:
            said = self._asking.said(turn, question)
            if not said:
                return turn
            if said == "back":
                raise Again(turn)
            keys = set() if said == "none" else _letters(said)
            if said == "none" or (keys and keys <= set(picks)):
                self._say(_("Picked: {n}.", n=len(keys)))  # never which: no answer is read out again
                return _with_picks(turn, {picks[key].id for key in keys})
            self._say(
                _("Only letters from above, please, with blanks between three or more. Nothing was changed."),
                _("Words of your own come after Enter."),
            )

    def idea(self, turn: Turn) -> Turn:
        """A rule of the person's own, or better words for one."""
        self._say(
            _(RULE_OF_YOUR_OWN),
            _(IDEA_THEN),
        )
        return self._words(turn, IDEA)

    def _words(self, turn: Turn, field: "OwnWords") -> Turn:
        """One line, and whether it may be quoted. A line that is only a command is never taken for a comment."""
        while True:
            question = (
                _("Enter keeps the line you wrote, none takes it out, a new one takes its place:")
                if field.text(turn)
                else _("Your line, or Enter for none:")
            )
            if little := how_much_fits(letters_left("", field.fits(turn)), under=COMMENT_LIMIT):
                self._say(little)
            line = self._asking.ask(turn, question, longer=3)
            said = word(line)
            if said in STOP:
                raise Leaves(turn)
            if said == "back":
                raise Again(turn)
            if self._asking.told("s" if said in ("help", "help me") else said, turn):
                continue
            if said == "none":
                return field.write(turn, "")
            if len(clean(line, COMMENT_LIMIT)) == 1:  # an answer to the card, typed one question too late, is no comment
                self._say(_("That is one letter only. Type some words, or press Enter for none."))
                continue
            if clean(line, 1):
                turn = field.allow(field.write(turn, line), False)  # an OK to other words is none to these
                if field.text(turn) != clean(line, len(line)):
                    self._say(_("That was too long for one line. Its end was left out. You can type a shorter one."))
                    continue
            return self._quote(self._take_out(turn, field), field) if field.text(turn) else turn

    def _take_out(self, turn: Turn, field: "OwnWords") -> Turn:
        if not personal_details(field.text(turn)):
            return turn
        self._say(_("Your line may point to a person or a place: a number, a name online, an address."))
        said = self._asking.said(turn, _("Take it out? Type yes, or press Enter to leave the line as it is:"))
        if said not in YES:
            self._say(_(STAYS_IN))
            return turn
        self._say(_("It is taken out."))
        return field.write(turn, without_personal_details(field.text(turn)))

    def _quote(self, turn: Turn, field: "OwnWords") -> Turn:
        """No stands until somebody says yes, also where the line was kept from before. Not asked of a personal detail."""
        turn = field.allow(turn, False)
        if not quotable(field.text(turn)):
            return turn
        question = _("Some may guess who wrote this. OK to quote it? Type yes, or press Enter for no:")
        if field is IDEA:
            self._say(_(IDEA_AS_CARD))
            question = _("Type yes to let it be shown, or press Enter for no:")
        said = self._asking.said(turn, question)
        return field.allow(turn, said in YES)


def _letters(said: str) -> set[str]:
    """The letters of a line; none where it reads as words."""
    together = "".join(" " if c in _BETWEEN else c for c in said).split()
    return set().union(*together) if all(len(letters) < _A_WORD for letters in together) else set()


def _with_picks(turn: Turn, wanted: set[str]) -> Turn:
    for pick in sorted(set(turn.reply.picks) - wanted) + sorted(wanted - set(turn.reply.picks)):
        turn = turn.toggle(pick)
    return turn
