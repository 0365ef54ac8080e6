"""The choice: pick one of three to six, the last always "Something else"."""

from typing import Literal

from codesign.core.card import Card, Option
from codesign.core.kinds.base import Lettered

SOMETHING_ELSE = "Something else"
FEWEST, MOST = 3, 6
"""Options, with that one."""


def choice_options(words: list[str]) -> tuple[Option, ...]:
    """Options named A, B, C ... by their place in the plan."""
    return tuple(Option(chr(ord("A") + n), text) for n, text in enumerate(words))


class Choice(Lettered):
    """One of several."""

    name = "choice"
    layout: Literal["list", "side-by-side"] = "list"
    asked = "Which one fits best?"
    hint = "Press a letter, 4 or 5, or use the arrows and Enter.\nYou can change it until you are done."

    def problems(self, card: Card) -> list[str]:
        found = []
        if not FEWEST <= len(card.options) <= MOST:
            found.append(f"has {len(card.options)} options: give three to six, two give people away in a small group")
        if len({o.words for o in card.options}) < len(card.options):
            found.append("has the same option twice: take one out")
        if card.options and card.options[-1].words != SOMETHING_ELSE:
            found.append(f'must end with the option "{SOMETHING_ELSE}": put it last')
        return found
