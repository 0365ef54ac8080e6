"""A card of a ballot on paper, to be typed in by one line."""

from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NOT_REACHED
from codesign.course.pages import Marked, TypedCard
from codesign.course.typed_ballots import NO_ANSWER_HERE, NOTHING_MARKED, count_of, number_of
from codesign.phrases.on_a_card import instead_of_an_answer
from codesign.plain.commands import word
from codesign.plain.console import Console, sentence
from codesign.words import _

_COMMANDS = {"u": "undo", "undo": "undo", "w": "words", "words": "words", "back": "stack"}


class PaperCard:
    """The renderer of such a card."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._more: list[str] = []
        """The second letter of two that were typed together: it answers the page that follows."""

    def shown(self, page: TypedCard) -> object:
        """What is marked, or "undo", "words" or "stack"."""
        if self._more and page.half != NOT_REACHED:
            return Marked(self._more.pop())
        self._more.clear()
        options = (*kind_of(page.card).options(page.card), *instead_of_an_answer(page.card))
        self._console.page(f"{number_of(page)}. {sentence(count_of(page.typed))}", page.card.rule)
        if page.last:
            self._console.say(sentence(page.last))
        self._console.say(*(f"{o.key}. {_(o.words)}" for o in options), f"N. {_(NOTHING_MARKED)}.")
        codes = {option.key.casefold(): option.code for option in options} | {"n": NOT_REACHED}
        while True:
            said = word(self._console.ask(_("What is crossed?")))
            if said in _COMMANDS:
                return _COMMANDS[said]
            typed = [codes.get(c, "") for c in said if c not in " ,+"]
            if len(typed) == 1 and typed[0]:
                return Marked(typed[0])
            letters = {option.code for option in options[:-2]}
            if len(typed) == kind_of(page.card).each == len(set(typed)) and set(typed) <= letters and page.half == NOT_REACHED:
                self._more = typed[1:]
                return Marked(typed[0])
            self._console.say(_(NO_ANSWER_HERE), _("u takes the last one back, w writes words, back leaves it."))
