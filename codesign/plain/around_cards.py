"""The pages around the cards of a turn in plain lines: hand-over, before a turn, its end, the ways to stop, what waits."""

from collections.abc import Callable
from typing import Any

from codesign.core.turn import Turn
from codesign.core.turn_break import is_number
from codesign.course import pages
from codesign.course.around_turn import (
    BALLOT_WAITS,
    BEFORE_YOU_START,
    CALL_FOR_IT,
    DO_IT_OR_NOT,
    IS_COVERED,
    LAST_CARD,
    NOBODY_ASKS,
    NOT_SAVED_YET,
    ON_A_BREAK,
    SAID_OF,
    STAYS_COVERED,
    WHOSE_TURN,
    before_a_turn,
    ways_to_stop,
    wrong_number,
)
from codesign.course.at_a_card import number_of
from codesign.course.shared_words import ANSWERS_ARE_GONE, SURE_TO_THROW, box_words
from codesign.phrases import draft
from codesign.phrases.on_a_card import how_many_cards, note_of
from codesign.plain.asking import STOP, YES, Asking
from codesign.plain.commands import word
from codesign.plain.console import sentence
from codesign.plain.follow_up import Again, FollowUp
from codesign.plain.read_out import read_out
from codesign.words import _


class AroundCards:
    """A renderer for each kind of page around the cards."""

    def __init__(self, asking: Asking) -> None:
        self._console = asking.console
        self._asking = asking
        self.pages: dict[type[pages.Page], Callable[[Any], object]] = {
            pages.HandOver: self._hand_over,
            pages.BeforeTurn: self._before,
            pages.ContentNote: self._note,
            pages.OwnIdea: self._idea,
            pages.EndOfTurn: self._end,
            pages.StopTurn: self._stop,
            pages.SureToThrow: self._sure_to_throw,
            pages.BreakNumber: self._number,
            pages.Covered: self._covered,
            pages.NotYetSaved: self._not_saved,
        }

    # Between two people

    def _hand_over(self, page: pages.HandOver) -> str:
        """A clean page."""
        self._console.page(*map(_, (*SAID_OF[page.before], WHOSE_TURN)), f"{box_words(page.in_box, page.expected)}.")
        if page.before == "saved" and (who := next(iter(self._asking.around.help_now()), "")):
            self._console.say(_("Want to talk to someone? {who}. More: s.", who=who))
        self._console.say(f"{_('¿Español? Type español.')} {draft()}".strip())
        while True:
            question = _("When no one else can see the screen, press Enter; s for support, f for the facilitator:")
            said = word(self._console.ask(question))
            if said in ("", "f"):
                return "facilitator" if said else "start"
            if not self._asking.told(said):
                self._console.say(_("That was not understood. Press Enter to begin your turn."))

    def _not_saved(self, page: pages.NotYetSaved) -> str:
        while True:
            self._console.page(
                sentence(_(NOT_SAVED_YET)),
                _(BALLOT_WAITS),
                page.reason,
                _(CALL_FOR_IT),
            )
            said = word(self._console.ask(_("Type r to save it again, f for the facilitator, s for support:")))
            if said in ("f", "r"):
                return "facilitator" if said == "f" else "again"
            if self._asking.told(said):
                self._console.wait(_("Press Enter to go back."))

    def _covered(self, page: pages.Covered) -> str:
        if page.tries:
            wrong = wrong_number(page.tries)
            self._console.page(_(ON_A_BREAK), *([wrong] if wrong else []))
            question = _("Is it you? Type your number; s for support, f for the facilitator:")
        else:
            title = _("No line was typed for a while, so this turn is covered.")
            self._console.page(_(STAYS_COVERED) if page.chosen else title, *map(_, IS_COVERED))
            question = _("Type f for the facilitator, s for support:")
        while True:
            said = word(self._console.secret(question) if page.tries else self._console.ask(question))
            if said == "f":
                return "facilitator"
            if said and not self._asking.told(said) and page.tries:
                return said

    # Around the cards

    def _before(self, page: pages.BeforeTurn) -> bool:
        """What holds of a turn, before anything can be typed; whether the person goes on."""
        say = self._console.say
        self._console.page(sentence(_(BEFORE_YOU_START)), sentence(how_many_cards(page.cards)))
        help_now = self._asking.around.help_now()
        read_out(
            self._console, before_a_turn(page.audience, second_vote=page.second_vote, help_now=help_now), self._asking.rest
        )
        say(
            _("Type h and Enter to hide the screen, at any time; Ctrl+C hides it at once."),
            _("Type s for support, who to hear who will see this, and help to hear what else can be typed."),
        )
        while True:
            said = word(self._console.ask(_("Press Enter to see the first card, or type 0 to stop:")))
            if not said or said in STOP:
                return not said
            if not self._asking.told(said):
                say(_("That was not understood. Press Enter to go on."))

    def _note(self, page: pages.ContentNote) -> str:
        """One calm line before a hard card, with a real choice."""
        turn = page.turn
        self._console.page(
            sentence(number_of(turn.at + 1, len(turn.cards))),
            note_of(turn.card.content_note),
            _(DO_IT_OR_NOT),
        )
        while True:
            said = self._asking.said(turn, _("Type yes to do it, 4 to skip it, 0 to take a break, or back:"))
            if said in YES:
                return "agree"
            if said == "4":
                return "skip"
            if said == "back" and turn.at > 0:
                return "back"
            self._console.say(_("That was not understood. You can take your time."))

    def _end(self, page: pages.EndOfTurn) -> str:
        """After the last card: still everything can be changed."""
        turn = page.turn
        self._console.page(_(LAST_CARD), _("In the box nobody can change your ballot, or see whose it is."))
        if turn.idea.text:
            self._console.say(_("Your own idea goes in with it. Type idea to change it."))
        else:
            self._console.say(_("A rule of your own, or better words for one? Type idea. Only if you want."))
        while True:
            said = self._asking.said(turn, _("Type yes to put it in the box, back to change something, or 0 to stop:"))
            if said in ("idea", "back"):
                return said
            if said in YES:
                return "done"
            self._console.say(_("Your ballot is not in the box yet. Type the word yes and press Enter."))

    def _idea(self, page: pages.OwnIdea) -> Turn:
        try:
            return FollowUp(self._asking).idea(page.turn)
        except Again as again:
            return again.turn

    def _stop(self, page: pages.StopTurn) -> str:
        """Stop, at once and without a question: what happens to the answers is a free choice."""
        turn = page.turn
        self._console.page(_(NOBODY_ASKS))
        ways = ways_to_stop(turn)
        self._console.say(*(f"{n}. {_(words)}" for n, words in enumerate(ways.values(), 1)))
        choices = {str(n): way for n, way in enumerate(ways, 1)}
        self._console.say(_("Choose one before you leave the laptop."))
        while True:
            said = word(self._asking.ask(turn, _("Type a number, or s for who you can talk to:")))
            if said in choices:
                return choices[said]
            if not self._asking.told(said, turn):
                self._console.say(_("That is none of the numbers. Nothing was changed."))

    def _sure_to_throw(self, page: pages.SureToThrow) -> bool:
        self._console.say(_(SURE_TO_THROW), _(ANSWERS_ARE_GONE))
        return word(self._asking.ask(page.turn, _("Type yes to throw them away, or press Enter to keep them:"))) in YES

    def _number(self, page: pages.BreakNumber) -> str | None:
        """The number of a break, typed twice and not shown: a slip would lock its own person out."""
        self._console.say(_("Pick a number of three digits. Only it opens your cards again. Tell it to nobody."))
        while True:
            number = self._asking.secret(page.turn, _("Your number, three digits:"))
            said = word(number)
            if said == "back" or said in STOP:
                return None
            if self._asking.told(said, page.turn):
                continue
            if is_number(number) and number == self._asking.secret(page.turn, _("The number again:")):
                return number
            self._console.say(_("Three digits, please, twice the same. Nothing is covered yet. back goes back."))
