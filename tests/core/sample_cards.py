"""One card of each kind, and every outcome a card can have."""

from collections.abc import Iterator, Sequence
from functools import cache

from codesign.core.card import Card, Option
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.tally import Tally

SCALE = Card(id="S", kind="scale", rule="Phones stay with you at night.")
AGREEMENT = Card(id="A", kind="agreement", rule="Phones should stay with us at night.")


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


def pick_two(size: int) -> Card:
    words = [f"matter {n}" for n in range(size)]
    return Card(id=f"T{size}", kind="pick-two", rule="What matters most?", options=choice_options(words))


CARDS = (SCALE, CHOICE, choice(6), PAIR)


def codes(card: Card) -> list[str]:
    """What a ballot may say on the card, but for NO_ANSWER."""
    return list(kind_of(card).answers(card))


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


@cache
def _counted(card: Card) -> tuple[list[str], list[tuple[str, ...]], int]:
    """The codes of its options, those that each answer names, and how many it names."""
    kind = kind_of(card)
    return [option.code for option in kind.options(card)], [kind.named(answer) for answer in codes(card)], kind.each


def tally_of(card: Card, outcome: Sequence[int]) -> Tally:
    """A tally from how many ballots said what: the answers of the card, and then NO_ANSWER."""
    options, answers, each = _counted(card)
    assert len(outcome) == len(answers) + len(NO_ANSWER)
    counts = dict.fromkeys(options, 0)
    for named, ballots in zip(answers, outcome, strict=False):
        for code in named:
            counts[code] += ballots
    return Tally(card.id, counts, *outcome[len(answers) :], each=each)
