"""The scale: works, could work if, doesn't work. "Could work" is never counted as a yes."""

from typing import Literal

from codesign.core.card import Card
from codesign.core.kinds.base import Called, Choosable, OneOf, Prompt

WORKS, COULD, DOESNT = "works", "could", "doesnt"

_OPTIONS = (
    Choosable("1", WORKS, "Works for me"),
    Choosable("2", COULD, "Could work if..."),
    Choosable("3", DOESNT, "Doesn't work for me"),
)
_PROMPTS: dict[str, Prompt] = {WORKS: "works", COULD: "could", DOESNT: "doesnt"}


class Scale(OneOf):
    """Three answers on one rule."""

    name = "scale"
    layout: Literal["list", "side-by-side"] = "list"
    has_picks = True
    asked = "How does this rule sit with you?"
    hint = "Press 1 to 5, or use the arrows and Enter.\nYou can change it until you are done."

    def options(self, card: Card) -> tuple[Choosable, ...]:
        return _OPTIONS

    def answers(self, card: Card) -> tuple[str, ...]:
        return tuple(option.code for option in self.options(card))

    def paper_answers(self, card: Card) -> dict[str, str]:
        return {option.key: option.code for option in self.options(card)}

    def export_name(self, option: Choosable) -> str:
        return option.code

    def prompt(self, code: str) -> Prompt:
        return _PROMPTS[code]

    def read(self, counts: dict[str, int], *, strong: bool) -> Called:
        """The strength label; first match wins, so every outcome has exactly one (product: "Strength labels")."""
        works, could, doesnt = (counts[c] for c in (WORKS, COULD, DOESNT))
        n = works + could + doesnt

        def reach(part: int, percent: int) -> bool:
            return part * 100 >= percent * n

        if reach(works, 75) and doesnt * 10 <= n:
            return Called("strong-support" if strong else "more-for")
        if reach(doesnt, 75):
            return Called("strong-concern" if strong else "more-against")
        if reach(works, 30) and reach(doesnt, 30):
            return Called("split")
        if reach(works + could, 67) and reach(could, 33):
            return Called("could-work")
        if reach(works, 50):
            return Called("more-for")
        if reach(doesnt, 50):
            return Called("more-against")
        return Called("mixed")

    def problems(self, card: Card) -> list[str]:
        return ["has options, which a scale card brings itself: take them out"] if card.options else []
