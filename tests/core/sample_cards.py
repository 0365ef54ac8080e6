"""One card of each kind, and every outcome a card can have."""

from collections.abc import Iterator, Sequence

from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Card, Option
from codesign.core.tally import Tally

SCALE = Card(id="S", kind="scale", rule="Phones stay with you at night.")


def choice(size: int) -> Card:
    words = [*(f"{n} pm" for n in range(6, 5 + size)), "Something else"]
    return Card(id=f"C{size}", kind="choice", rule="When do phones go on silent?", options=choice_options(words))


PAIR = Card(
    id="P+Q",
    kind="pair",
    rule=QUESTION,
    options=pair_options(Option("P", "You keep your phone", "Reach"), Option("Q", "Staff keep your phone", "Sleep")),
)
CHOICE = choice(3)
CARDS = (SCALE, CHOICE, choice(6), PAIR)


def codes(card: Card) -> list[str]:
    return [o.code for o in kind_of(card).options(card)]


def tally(card: Card, *counts: int, skipped: int = 0, unclear: int = 0, not_reached: int = 0) -> Tally:
    """A tally from counts in the order of the card's options."""
    return Tally(card.id, dict(zip(codes(card), counts, strict=True)), skipped, unclear, not_reached)


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to share `total` among `parts`."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, parts - 1):
            yield (first, *rest)


def tally_of(card: Card, outcome: Sequence[int]) -> Tally:
    """A tally from the counts of the options and then of NO_ANSWER."""
    options = len(codes(card))
    assert len(outcome) == options + len(NO_ANSWER)
    return Tally(card.id, dict(zip(codes(card), outcome, strict=False)), *outcome[options:])
