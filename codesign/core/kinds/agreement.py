"""The agreement: agree or disagree, as a statement was voted on elsewhere. Counted as the two ends of a scale."""

from typing import Literal

from codesign.core.card import Card
from codesign.core.kinds.base import Called, Choosable, Prompt
from codesign.core.kinds.scale import COULD, DOESNT, WORKS, Scale

_OPTIONS = (Choosable("1", WORKS, "Agree"), Choosable("3", DOESNT, "Disagree"))
"""By the keys of the scale, so that a hand that comes from one of its cards finds them."""
_SPLIT_FROM = 7
"""Of fewer answers only a tie is told as a split: nobody can have said "Could work if...", so "More for than against" in six
answers would else tell the one who disagreed that all others agreed."""


class Agreement(Scale):
    """Two answers on one statement. A comment says what to change, and belongs to neither."""

    name = "agreement"
    layout: Literal["list", "side-by-side"] = "list"
    has_picks = False
    asked = "Do you agree?"
    skip = "Pass"
    hint = "Press 1, 3, 4 or 5, or use the arrows and Enter.\nYou can change it until you are done."

    def options(self, card: Card) -> tuple[Choosable, ...]:
        return _OPTIONS

    def prompt(self, code: str) -> Prompt:
        return "idea"

    def read(self, counts: dict[str, int], *, strong: bool) -> Called:
        works, doesnt = counts[WORKS], counts[DOESNT]
        if works + doesnt < _SPLIT_FROM and works != doesnt:
            return Called("more-for" if works > doesnt else "more-against")
        return super().read({COULD: 0, **counts}, strong=strong)
