"""What the room and the policy team may see. The only way from a tally to a word or a number.

The promise: from what is shown and one's own answer, no other person's answer to any card can be worked out. Held by brute
force over every outcome of 5 to 12 voters (tests/core/test_disclosure_brute_force.py).
"""

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.tally import Tally
from codesign.core.thresholds import BIG_GROUP, SHOWN_FROM, Thresholds

IN_THE_BOX = "in-the-box"
ALL_OR_ALL_BUT_TWO = "all-or-all-but-two"
SESSIONS_DIFFER = "sessions-differ"
"""Of a pool only: no label stands in more than half of its sessions."""
MANY_DID_NOT_ANSWER = "many-did-not-answer"


class NoAnswer(Struct, frozen=True):
    """Ballots without an answer to a card; shown as a whole or not at all."""

    skipped: int
    unclear: int
    not_reached: int


class Shown(Struct, frozen=True):
    """What may be known of one card. Only this may sort, select or flag anything."""

    label: str
    answer: str | None = None
    """The option that the label names, or several, in the form of an answer of the card's kind."""
    answered: int | None = None
    counts: dict[str, int] | None = None
    """Option code -> answers, in the order of the card."""
    no_answer: NoAnswer | None = None
    flags: tuple[str, ...] = ()
    speaks: bool = False
    """Enough people answered that what they wrote may be told: as a theme, or, from `quotes` on, in their words."""
    quotes: bool = False
    together: "Together | None" = None
    """Of a pool only."""

    @property
    def hides_counts(self) -> bool:
        """Something is shown, and no counts: a sum with those of others could tell more."""
        return self.speaks and self.counts is None

    @property
    def whole_counts(self) -> dict[str, int] | None:
        """The counts where they leave no session out: only then may something be drawn or reckoned from them alone."""
        return None if self.together and self.together.aside else self.counts


class Together(Struct, frozen=True):
    """What the label and the counts of a pool cover."""

    sessions: int
    """In which at least SHOWN_FROM answered the card."""
    agree: int | None = None
    """In how many of them the label stands; None where it is that of the counts."""
    counted: int = 0
    """How many of them stand in the counts."""
    aside: tuple[tuple[Shown, int], ...] = ()
    """What the sessions that are not in the counts showed alone, without a number, and how many showed it."""
    at_least: "tuple[AtLeast, ...]" = ()
    """What may be said of the counts of some of those."""


class AtLeast(Struct, frozen=True):
    """Of sessions whose counts may not be shown: how many gave an answer, at least."""

    option: str
    sessions: int
    count: int
    answered: int


def disclose(card: Card, tally: Tally, thresholds: Thresholds) -> Shown:
    """Reduce a card's counts to what may be shown, by the thresholds that were fixed before the vote."""
    n = tally.answered
    if n < SHOWN_FROM:
        return Shown(IN_THE_BOX)
    reading = kind_of(card).read(tally.counts, strong=n >= BIG_GROUP)
    phrase = Shown(reading.label, reading.answer, flags=_flags(tally), speaks=True, quotes=n >= thresholds.quote_from)
    if n < thresholds.numbers_from:
        return phrase
    numbers = replace(phrase, answered=n, no_answer=_no_answer(tally))
    if nearly_all(tally):
        top = max(tally.counts, key=lambda code: tally.counts[code])
        return numbers if tally.each > 1 else replace(numbers, label=ALL_OR_ALL_BUT_TWO, answer=top)
    return replace(numbers, counts={o.code: tally.counts[o.code] for o in kind_of(card).options(card)})


def worth_talking(shown: Shown) -> bool:
    """Whether the room talks about a card, and can vote on it again. Depends on nothing but the phrase."""
    return shown.label in (IN_THE_BOX, "split", "could-work", "mixed", "no-clear-pick")


def nearly_all(tally: Tally) -> bool:
    """Whether one answer has all or all but two."""
    return max(tally.counts.values()) >= tally.answered - 2


def _no_answer(tally: Tally) -> NoAnswer | None:
    parts = (tally.skipped, tally.unclear, tally.not_reached)
    return None if {1, 2} & set(parts) else NoAnswer(*parts)


def _flags(tally: Tally) -> tuple[str, ...]:
    without = tally.skipped + tally.unclear
    return (MANY_DID_NOT_ANSWER,) if without * 100 >= 40 * (without + tally.answered) else ()


def people(tallies: list[Tally]) -> int | str:
    """How many took part: the largest number of ballots on any one card, as a band below ten."""
    most = max((t.ballots for t in tallies), default=0)
    if most >= BIG_GROUP:
        return most
    return "5-9" if most >= SHOWN_FROM else "under 5"
