"""Pick two: what matters most, two of four to six. Which of the two was picked first is never kept."""

from itertools import combinations, permutations
from typing import Literal

from codesign.core.card import Card
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED, Called, Lettered

FEWEST, MOST = 4, 6
"""Options."""
TOP = 3
"""Options that the label names, always: ties and options that nobody picked too, so that it tells no count."""

_BETWEEN = ("", " ", *(around.format(sign) for sign in "+,;/&" for around in ("{}", "{} ", " {} ")))


class PickTwo(Lettered):
    """Two of several. An answer is both codes in the order of the card, such as "A+C"."""

    name = "pick-two"
    layout: Literal["list", "side-by-side"] = "list"
    asked = "Which two matter most?"
    hint = "Press two letters, 4 or 5, or use the arrows and Enter.\nPress a letter again to let it go."
    each = 2

    def answers(self, card: Card) -> tuple[str, ...]:
        return tuple("+".join(two) for two in combinations(super().answers(card), 2))

    def named(self, code: str) -> tuple[str, ...]:
        return tuple(code.split("+"))

    def press(self, card: Card, now: str, option: str) -> str:
        """A letter is taken, or let go when it is pressed again. A third letter changes nothing."""
        picked = set() if now in NO_ANSWER else set(self.named(now))
        after = picked ^ {option}
        if len(after) > self.each:
            return now
        return "+".join(o.code for o in card.options if o.code in after) or NOT_REACHED

    def nudge(self, code: str) -> str:
        return "Pick two, or 4 to skip." if code in NO_ANSWER else "Pick one more, or 4 to skip."

    def paper_answers(self, card: Card) -> dict[str, str]:
        """Two letters, in any order, with or without a sign between them."""
        spelt = {}
        for code in self.answers(card):
            for one, other in permutations(self.named(code)):
                spelt.update({f"{one}{sign}{other}": code for sign in _BETWEEN})
        return spelt

    def read(self, counts: dict[str, int], *, strong: bool) -> Called:
        """The three that were picked most, in the order of the session; of equals the earlier one."""
        most = sorted(counts, key=lambda code: -counts[code])[:TOP]
        return Called("top-three", "+".join(code for code in counts if code in most))

    def problems(self, card: Card) -> list[str]:
        found = []
        if not FEWEST <= len(card.options) <= MOST:
            found.append(f"has {len(card.options)} options: give four to six, fewer give people away in a small group")
        if len({o.words for o in card.options}) < len(card.options):
            found.append("has the same option twice: take one out")
        return found
