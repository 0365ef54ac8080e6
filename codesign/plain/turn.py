"""One person's turn in plain lines, from the page before it to a ballot. The answers live in a Turn and nowhere else.

What can be typed means the same on every card: a letter is an option or a pick, a digit is an answer, 4, 5 or 0, and what
moves about is a whole word. `h`, `s`, `w` and `?` belong to no option.
"""

from collections.abc import Mapping, Sequence

from codesign.at_a_card import as_it_stands, instead_of_an_answer, more_about, note_of
from codesign.content.picks import Pick
from codesign.core.ballot import Ballot
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, SKIPPED, UNCLEAR
from codesign.core.plan import Card
from codesign.core.turn import Turn
from codesign.core.turn_break import Break, is_number
from codesign.front import ANSWERS_ARE_GONE, SECOND_VOTE, SURE_TO_THROW, before_a_turn
from codesign.plain.beside import Again, Beside
from codesign.plain.console import Console, word
from codesign.plain.talk import STOP, YES, Stopped, Talk, WalkedOff
from codesign.words import _, many

_BETWEEN = " ,+"


class OneTurn:
    """A person and the cards."""

    def __init__(
        self,
        console: Console,
        cards: Sequence[Card],
        picks: Mapping[str, Sequence[Pick]],
        *,
        audience: str,
        second_vote: bool = False,
        support: Sequence[tuple[str, str, str]],
        who_sees: Sequence[str],
    ) -> None:
        self._console = console
        self._talk = Talk(console, support, who_sees)
        self._beside = Beside(self._talk, picks)
        self._cards = cards
        self._audience = audience
        self._second_vote = second_vote

    # Around the cards

    def before(self) -> bool:
        """What holds of a turn, before anything can be typed; whether the person goes on."""
        say = self._console.say
        self._console.page(_("Before you start."), many("{n} card.", "{n} cards.", len(self._cards)))
        if self._second_vote:
            say(_(SECOND_VOTE))
        for strong, lines in before_a_turn(self._audience):
            say(strong if strong.endswith(".") else f"{strong}.", *lines)
        say(*(f"{who}: {reach}" for who, reach, _what in self._talk.support[:4]))
        say(
            _("Type h and Enter to hide the screen, at any time; Ctrl+C hides it at once."),
            _("Type s for support, who to hear who will see this, and help to hear what else can be typed."),
        )
        while True:
            said = word(self._console.ask(_("Press Enter to see the first card, or type 0 to stop:")))
            if not said or said in STOP:
                return not said
            if not self._talk.told(said):
                say(_("That was not understood. Press Enter to go on."))

    def take(self, turn: Turn | None = None) -> Ballot | Break | None:
        """From the first card, or where a turn was left, to a ballot; a break where it is covered first, and None where the
        person threw the answers away.

        Raises:
            Hidden, Left: the answers are gone.
        """
        turn = turn or Turn.begin(self._cards)
        while True:
            try:
                if not turn.at_end:
                    turn = self._card(turn)
                elif self._done(turn):
                    return turn.ballot()
                else:
                    turn = turn.back()
            except Again as again:
                turn = again.turn
            except Stopped as stopped:
                turn = stopped.turn
                try:
                    choice = self._stop(turn)
                    if choice == "break":
                        return Break(turn, self._number(turn))
                except WalkedOff:
                    return _walked_off(turn)
                if choice != "go on":
                    return turn.ballot() if choice == "keep" else None
            except WalkedOff as walked:
                return _walked_off(walked.turn)

    def _done(self, turn: Turn) -> bool:
        """After the last card: still everything can be changed. Whether the ballot goes into the box."""
        self._console.page(_("That was the last card."), _("In the box, nobody can see or change your ballot, not even you."))
        if turn.idea.text:
            self._console.say(_("Your own idea goes in with it. Type idea to change it."))
        else:
            self._console.say(_("A rule of your own, or better words for one? Type idea. Only if you want."))
        while True:
            said = self._talk.said(turn, _("Type yes to put it in the box, back to change something, or 0 to stop:"))
            if said == "idea":
                raise Again(self._beside.idea(turn))
            if said in YES or said == "back":
                return said != "back"
            self._console.say(_("Your ballot is not in the box yet. Type the word yes and press Enter."))

    def _stop(self, turn: Turn) -> str:
        """Stop, at once and without a question: what happens to the answers is a free choice."""
        self._console.page(_("Take a break, or stop here. Nobody asks why."))
        if turn.answered:
            choices = {"1": "keep", "2": "throw", "3": "break", "4": "go on"}
            self._console.say(_("1. Keep what I answered. The rest stays open."), _("2. Throw my answers away."))
            self._console.say(_("3. Take a break. My cards are covered, and only I can open them."))
            self._console.say(_("4. Go on with my cards."))
        else:  # a turn without an answer is no ballot: it would count as a person and say nothing
            choices = {"1": "throw", "2": "go on"}
            self._console.say(_("1. Stop. Nothing was answered, so nothing is kept."))
            self._console.say(_("2. Go on with my cards."))
        self._console.say(_("Choose one before you leave the laptop."))
        while True:
            said = word(self._talk.ask(turn, _("Type a number, or s for who you can talk to:")))
            if choices.get(said) == "throw" and turn.answered and not self._sure_to_throw(turn):
                self._console.say(_("Nothing was thrown away."))
            elif said in choices:
                return choices[said]
            elif not self._talk.told(said):
                self._console.say(_("That is none of the numbers. Nothing was changed."))

    def _sure_to_throw(self, turn: Turn) -> bool:
        """Ask once."""
        self._console.say(_(SURE_TO_THROW), _(ANSWERS_ARE_GONE))
        return word(self._talk.ask(turn, _("Type yes to throw them away, or press Enter to keep them:"))) in YES

    def _number(self, turn: Turn) -> str:
        """The number of a break, typed twice and not shown: a slip would lock its own person out."""
        self._console.say(_("Pick a number of three digits. Only it opens your cards again. Tell it to nobody."))
        while True:
            number = self._talk.secret(turn, _("Your number, three digits:"))
            if is_number(number) and number == self._talk.secret(turn, _("The number again:")):
                return number
            self._console.say(_("Three digits, please, twice the same. Nothing is covered yet."))

    # A card

    def _card(self, turn: Turn) -> Turn:
        """One card, until it is left for another."""
        if turn.note_due:
            after = self._note(turn)
            if after.at != turn.at:
                return after
            turn = after
        self._show(turn)
        while True:
            said = self._talk.said(turn, _("Your answer, or Enter to go on:") if _can_go_on(turn) else _("Your answer:"))
            if said == "back":
                return turn.back()
            if said in ("w", "write") and turn.has_answer:
                return self._beside.ask(turn).next()
            after = self._line(turn, said)
            if after.at != turn.at:
                return after
            if after is not turn and after.has_answer:
                self._console.say(_("Noted."))
                return self._beside.ask(after).next()
            turn = after

    def _note(self, turn: Turn) -> Turn:
        """One calm line before a hard card, with a real choice."""
        self._console.page(
            _("Card {at} of {count}.", at=turn.at + 1, count=len(turn.cards)),
            note_of(turn.card.content_note),
            _("Do it, skip it, or take a break?"),
        )
        while True:
            said = self._talk.said(turn, _("Type yes to do it, 4 to skip it, 0 to take a break, or back:"))
            if said in YES:
                return turn.agree()
            if said == "4":
                return turn.answer(SKIPPED).next()
            if said == "back" and turn.at > 0:
                return turn.back()
            self._console.say(_("That was not understood. You can take your time."))

    def _show(self, turn: Turn) -> None:
        card, kind, say = turn.card, kind_of(turn.card), self._console.say
        self._console.page(_("Card {at} of {count}.", at=turn.at + 1, count=len(turn.cards)), card.rule)
        say(*([_(kind.asked)] if kind.asked else []))
        if kind.layout == "side-by-side":  # who listens hears it before the first wording
            say(_(kind.hint))
        say(*(f"{option.key}. {_(option.words)}" for option in kind.options(card)))
        say(*(f"{option.key}. {_(option.words)}." for option in instead_of_an_answer(card)))
        if kind.each > 1:
            say(_("Type two letters together, such as AC."))
        say(_("Or type ? for more about it, back, s for support, 0 to stop, h to hide, or help."))
        if said := as_it_stands(turn):
            say(said)

    def _line(self, turn: Turn, said: str) -> Turn:
        """The turn after a line on a card; the same one, after a kind sentence, where the line is no answer."""
        kind = kind_of(turn.card)
        if said in ("4", "5"):
            return turn.answer(SKIPPED if said == "4" else UNCLEAR).next()
        if not said:
            if not _can_go_on(turn):
                self._console.say(_(kind.nudge(turn.reply.code)))
            return turn.next()
        if said in ("?", "more"):
            self._more(turn.card)
            return turn
        keys = {option.key.casefold(): option.code for option in kind.options(turn.card)}
        typed = [c for c in said if c not in _BETWEEN]
        if not typed or not set(typed) <= set(keys):
            self._console.say(_("That is no answer on this card. Nothing was changed. Type help to hear what can be typed."))
        elif len(typed) == 1:
            return self._one(turn, keys[typed[0]])
        elif len(typed) == kind.each == len(set(typed)):
            return self._together(turn, [keys[key] for key in typed])
        elif kind.each == 1:
            self._console.say(_("Only one answer fits on this card. Nothing was changed."))
        else:
            self._console.say(_("Two different letters, please. Nothing was changed."))
        return turn

    def _one(self, turn: Turn, code: str) -> Turn:
        after, kind = turn.answer(code), kind_of(turn.card)
        if after is turn and code not in kind.named(turn.reply.code):
            self._console.say(_("Two are picked already. Type two letters together to pick anew."))
        elif after is turn:
            return turn.next()  # the same answer again keeps it, as Enter does
        elif not after.has_answer:
            self._console.say(_("Noted."), _(kind.nudge(after.reply.code)))
        return after

    def _together(self, turn: Turn, codes: Sequence[str]) -> Turn:
        """All letters of an answer at once: what was picked before is let go first."""
        now = () if turn.reply.code in NO_ANSWER else kind_of(turn.card).named(turn.reply.code)
        if set(now) == set(codes):
            return turn.next()
        for code in (*(c for c in now if c not in codes), *(c for c in codes if c not in now)):
            turn = turn.answer(code)
        return turn

    def _more(self, card: Card) -> None:
        parts = more_about(card)
        self._console.say(*(f"{title}: {words}" for title, words in parts))
        if not parts:
            self._console.say(_("Nothing more is written about this one. You can ask the facilitator."))


def _walked_off(turn: Turn) -> Break | None:
    """Nothing is to be covered where nothing was answered: that turn just ends."""
    return Break(turn) if turn.answered else None


def _can_go_on(turn: Turn) -> bool:
    """The card was answered, skipped or called unclear."""
    return turn.next() is not turn
