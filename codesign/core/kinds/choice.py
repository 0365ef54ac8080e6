"""The choice: pick one of three to six, the last always "Something else"."""

from typing import Literal

from codesign.core.kinds.base import Choosable, Prompt, Reading, lettered, most_picked
from codesign.core.plan import Card, Option

SOMETHING_ELSE = "Something else"


def choice_options(words: list[str]) -> tuple[Option, ...]:
    """Options named A, B, C ... by their place in the plan."""
    return tuple(Option(chr(ord("A") + n), text) for n, text in enumerate(words))


class Choice:
    """One of several."""

    name = "choice"
    layout: Literal["list", "side-by-side"] = "list"
    has_picks = False
    asked = "Which one fits best?"
    hint = "Press a letter, 4 or 5, or use the arrows and Enter.\nYou can change it until you are done."

    def options(self, card: Card) -> tuple[Choosable, ...]:
        return lettered(card.options)

    def paper_name(self, option: Choosable) -> str:
        return option.key

    def export_name(self, option: Choosable) -> str:
        return option.key

    def prompt(self, code: str) -> Prompt:
        return "idea"

    def read(self, counts: dict[str, int], *, strong: bool) -> Reading:
        return most_picked(counts)

    def problems(self, card: Card) -> list[str]:
        found = []
        if not 3 <= len(card.options) <= 6:
            found.append(f"has {len(card.options)} options: give three to six, two give people away in a small group")
        if len({o.words for o in card.options}) < len(card.options):
            found.append("has the same option twice: take one out")
        if card.options and card.options[-1].words != SOMETHING_ELSE:
            found.append(f'must end with the option "{SOMETHING_ELSE}": put it last')
        return found
