"""What is told of comments that stay behind: how many and why only where ten or more people may have written them."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from codesign.core.ballot import OWN_IDEA
from codesign.core.disclosure import BIG_GROUP, SHOWN_FROM
from codesign.core.session import WITHHELD_REASONS, Comment, Session
from codesign.words import N_, _

_OTHER = "other"
_NEVER_ALONE = "safety"
"""A reason that says what happened to somebody: it counts under the other ones."""
_REASONS = {reason: words for reason, words in WITHHELD_REASONS.items() if reason != _NEVER_ALONE} | {
    _OTHER: N_("Other reasons")
}
NOT_TOLD = N_("Not told, because too few answered or one more could give somebody away")
SOME = N_(
    "Some comments were kept back or are not told. How many and why is said only where 10 or more people may have written them."
)
NONE_COUNTED = N_(
    "None is counted here: of a card that fewer than 5 people answered nothing is said, of its comments neither. More may have "
    "been written than is quoted: without its writer's OK, words never go on."
)


class KeptBack(Struct, frozen=True):
    """Comments that do not go on."""

    reasons: dict[str, int] = {}
    """Key of WITHHELD_REASONS, never `safety` -> comments kept back for it that BIG_GROUP or more may have written."""
    not_told: int = 0
    """Those that a reader let through and the rules did not, of as many people."""
    some: bool = False
    """There are others, of SHOWN_FROM people or more. Of fewer nothing is said, not even this."""


def kept_back(session: Session, *, again: bool = False) -> KeptBack:
    """What is told of a session's comments that stay behind. `again`: where only what left before is told again."""
    told = [piece for card_id in (*session.tallies, OWN_IDEA) for piece in session.told_of(card_id, again=again)]
    left_out = [c for c in session.comments if c.is_let_through and not c.stands_in(told)]
    withheld = [c for c in session.comments if c.review == "withheld"]

    def counted(comments: Iterable[Comment]) -> list[Comment]:
        return [c for c in comments if session.among(c) >= BIG_GROUP]

    reasons = Counter(_OTHER if c.reason == _NEVER_ALONE else c.reason for c in counted(withheld))
    some = any(SHOWN_FROM <= session.among(c) < BIG_GROUP for c in (*withheld, *left_out))
    return KeptBack({reason: reasons[reason] for reason in sorted(reasons)}, len(counted(left_out)), some)


def added_up(sessions: Iterable[KeptBack]) -> KeptBack:
    """Of a pool: what each session tells alone, so that no number of a small one can be found by subtracting."""
    found = list(sessions)
    reasons: Counter[str] = Counter()
    for one in found:
        reasons.update(one.reasons)
    return KeptBack(
        {reason: reasons[reason] for reason in sorted(reasons)},
        sum(one.not_told for one in found),
        any(one.some for one in found),
    )


def in_words(kept: KeptBack) -> tuple[str, ...]:
    """A line for each thing that is told; one that says so where nothing is."""
    lines = [f"{_(words)}: {kept.reasons[reason]}" for reason, words in _REASONS.items() if reason in kept.reasons]
    if kept.not_told:
        lines.append(f"{_(NOT_TOLD)}: {kept.not_told}")
    if kept.some:
        lines.append(_(SOME))
    return tuple(lines) or (_(NONE_COUNTED),)
