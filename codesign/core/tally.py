"""Folding: opened ballots become counts per card and loose comments, and nothing ties any of them together again."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.errors import TooFew
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.thresholds import COUNTED_FROM


class Tally(Struct, frozen=True):
    """The counts of one card in one round. Exact: only `codesign.core.disclosure` may turn it into words or numbers."""

    card: str
    counts: dict[str, int]
    """Option code -> ballots, zeros too."""
    skipped: int = 0
    unclear: int = 0
    not_reached: int = 0
    each: int = 1
    """Options that one ballot names: the counts add up to so many times the ballots."""

    @property
    def answered(self) -> int:
        return sum(self.counts.values()) // self.each

    @property
    def ballots(self) -> int:
        return self.answered + self.skipped + self.unclear + self.not_reached


def fold(
    cards: Sequence[Card], ballots: Iterable[Ballot], shuffle: Callable[[list[Remark]], None]
) -> tuple[tuple[Tally, ...], tuple[Remark, ...]]:
    """Count every card and let the comments loose, in an order drawn by `shuffle`. What fewer than COUNTED_FROM answered counts
    as not reached: whether a round can be closed must tell nothing of what is in its ballots.

    Raises:
        TooFew: there are fewer than COUNTED_FROM ballots, so nothing may be kept of the round yet.
    """
    counts = {card.id: dict.fromkeys([*(o.code for o in kind_of(card).options(card)), *NO_ANSWER], 0) for card in cards}
    kinds = {card.id: kind_of(card) for card in cards}
    remarks: list[Remark] = []
    cast = list(ballots)
    if len(cast) < COUNTED_FROM:
        raise TooFew(
            f"There are fewer than {COUNTED_FROM} ballots yet, so the round stays open: with fewer, a result could give a "
            "person away. Let more people vote, or drop the round."
        )
    for ballot in cast:
        for card_id, code in ballot.answers.items():
            for named in kinds[card_id].named(code):
                counts[card_id][named] += 1
        remarks.extend(ballot.remarks)
    tallies = []
    for card_id, count in counts.items():
        skipped, unclear, not_reached = (count.pop(code) for code in NO_ANSWER)
        tally = Tally(card_id, count, skipped, unclear, not_reached, kinds[card_id].each)
        if tally.answered < COUNTED_FROM:
            tally = Tally(card_id, dict.fromkeys(count, 0), skipped, unclear, not_reached + tally.answered, tally.each)
        tallies.append(tally)
    shuffle(remarks)
    return tuple(tallies), tuple(remarks)
