"""A card in plain lines.

What can be typed means the same on every card: a letter is an option or a pick, a digit is an answer, 4, 5 or 0, and what
moves about is a whole word. `h`, `s`, `w` and `?` belong to no option.
"""

from collections.abc import Mapping, Sequence

from codesign.content.picks import Pick
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, SKIPPED, UNCLEAR
from codesign.core.turn import Turn
from codesign.course import pages
from codesign.course.at_a_card import NOTHING_MORE, as_it_stands, more_about, number_of
from codesign.course.learn import as_blocks, learn_about
from codesign.phrases.on_a_card import beside_the_rule, instead_of_an_answer
from codesign.plain.asking import Asking
from codesign.plain.console import sentence
from codesign.plain.follow_up import Again, FollowUp
from codesign.plain.read_out import read_out
from codesign.words import N_, _

_BETWEEN = " ,+"

_NOTED = N_("Noted.")


class OneCard:
    """The renderer of a card."""

    def __init__(self, asking: Asking) -> None:
        self._console = asking.console
        self._asking = asking
        self._follow_up = FollowUp(asking)

    def shown(self, page: pages.OnCard) -> Turn:
        """The turn after it; the same card, where the person wants to see it again."""
        try:
            return self._until_left(page.turn, page.picks)
        except Again as again:
            return again.turn

    def _until_left(self, turn: Turn, picks: Mapping[str, Sequence[Pick]]) -> Turn:
        self._show(turn)
        while True:
            said = self._asking.said(turn, _("Your answer, or Enter to go on:") if _can_go_on(turn) else _("Your answer:"))
            if said == "back":
                return turn.back()
            if said in ("w", "write") and turn.has_answer:
                return self._follow_up.ask(turn, picks).next()
            after = self._line(turn, said)
            if after.at != turn.at:
                return after
            if after is not turn and after.has_answer:
                self._console.say(_(_NOTED))
                return self._follow_up.ask(after, picks).next()
            turn = after

    def _show(self, turn: Turn) -> None:
        card, kind, say = turn.card, kind_of(turn.card), self._console.say
        self._console.page(sentence(number_of(turn.at + 1, len(turn.cards))), _(card.rule))
        say(*map(sentence, beside_the_rule(card)))
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
        if said == "learn" and (about := learn_about(turn.card)):
            self._console.say(_(about.title))
            read_out(self._console, as_blocks(about, self._asking.around.today()), lambda: None)
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
            self._console.say(_(_NOTED), _(kind.nudge(after.reply.code)))
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
        self._console.say(*(f"{part.title}: {' '.join(part.lines)}" for part in parts))
        if not parts:
            self._console.say(_(NOTHING_MORE))
        if about := learn_about(card):
            self._console.say(_("Type learn for one minute on this: {title}.", title=_(about.title)))


def _can_go_on(turn: Turn) -> bool:
    """The card was answered, skipped or called unclear."""
    return turn.next() is not turn
