"""What became of the words: how much was written, and what of it goes on, as what, or stays behind and why. What can't be seen
from the quotes and themes themselves is counted only where ten or more people may have written it, and together with them never
so much that it would be told of each that they wrote: NEVER_TOLD of those who answered a card may have written nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from codesign.core.ballot import OWN_IDEA
from codesign.core.pieces import NEVER_TOLD, together
from codesign.core.session import WITHHELD_REASONS, Comment, Session
from codesign.core.thresholds import BIG_GROUP, SHOWN_FROM
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


class Ledger(Struct, frozen=True):
    """What is counted of comments beside those that can be read."""

    reasons: dict[str, int] = {}
    """Key of WITHHELD_REASONS, never `safety` -> comments kept back for it that BIG_GROUP or more may have written."""
    not_told: int = 0
    """Those that a reader let through and the rules did not, of as many people."""
    some: bool = False
    """There are others, of SHOWN_FROM people or more. Of fewer nothing is said, not even this."""
    written: int = 0
    """At least so many were written on cards that BIG_GROUP or more answered, in tens, and never so many that all who could
    write would have; 0 for fewer than ten."""
    without_ok: int = 0
    """Of these at least so many without their writer's OK to be quoted, in tens."""

    def at_least(self, quoted: int) -> int:
        """How many were written at least, where so many are quoted; 0 where nothing may be said."""
        return max(self.written, quoted)


def ledger_of(session: Session, *, again: bool = False) -> Ledger:
    """What is counted of a session's comments. `again`: where only what left before is told again."""
    if not session.comments:
        return Ledger()
    told = [piece for card_id in (*session.tallies, OWN_IDEA) for piece in session.told_of(card_id, again=again)]
    left_out = [c for c in session.comments if c.is_let_through and not c.stands_in(told)]
    withheld = [c for c in session.comments if c.review == "withheld"]

    def counted(comments: Iterable[Comment]) -> list[Comment]:
        """Of the votes that are shown: who answered in one that was taken again is told by nothing."""
        return [c for c in comments if session.among(c) >= BIG_GROUP and not session.is_earlier(c)]

    left = [piece for piece in together((*session.has_left, *told)) if piece.how != "rule"]
    beside, untold = Counter(piece.card for piece in left), Counter(c.card for c in left_out)

    def fits(comment: Comment, more: int = 1) -> bool:
        """Whether it can be told of so many more on its card, or of so many more ideas, that they were written."""
        return beside[comment.card] + more <= session.among(comment) - NEVER_TOLD

    some = any(
        SHOWN_FROM <= session.among(c) < BIG_GROUP and fits(c) for c in (*withheld, *left_out) if not session.is_earlier(c)
    )
    answers = {card_id: tally.answered for card_id, tally in session.tallies.items() if tally.answered >= BIG_GROUP}
    many = sum(answered - NEVER_TOLD for answered in answers.values())
    pieces = [piece for piece in left if piece.card in answers]
    quotes = sum(piece.how == "quote" for piece in pieces)
    written = counted(session.comments)
    over = [c for c in counted(left_out) if fits(c, untold[c.card])]
    reasons, not_told = _at_most(many - len(pieces), counted(withheld), over)
    return Ledger(
        reasons,
        not_told,
        some,
        _in_tens(min(len(written), many)),
        _in_tens(min(sum(not c.quote_ok for c in written), many - quotes)),
    )


def _at_most(room: int, withheld: Sequence[Comment], left_out: Sequence[Comment]) -> tuple[dict[str, int], int]:
    """How many were kept back, by reason, and how many are not told: together no more than there is room for beside the
    pieces that are told."""
    found = Counter(_OTHER if c.reason == _NEVER_ALONE else c.reason for c in withheld)
    room, reasons = max(0, room), {}
    for reason in sorted(found):
        if taken := min(found[reason], room):
            reasons[reason], room = taken, room - taken
    return reasons, min(len(left_out), room)


def _in_tens(number: int) -> int:
    return max(0, number) // 10 * 10


def added_up(one: Ledger, other: Ledger) -> Ledger:
    """Of a pool: what each session tells alone, so that no number of a small one can be found by subtracting."""
    return Ledger(
        dict(sorted((Counter(one.reasons) + Counter(other.reasons)).items())),
        one.not_told + other.not_told,
        one.some or other.some,
        one.written + other.written,
        one.without_ok + other.without_ok,
    )


def in_words(kept: Ledger, quoted: int, themes: int) -> tuple[str, ...]:
    """A line for each thing that is told, beside how many quotes and themes stand in the summary."""
    written = kept.at_least(quoted)
    lines = [_("Written: at least {n}", n=written)] if written else []
    lines += [_("Quoted here, in their writers' words: {n}", n=quoted), _("Told here as a theme: {n}", n=themes)]
    if kept.without_ok:
        lines.append(_("Not quoted, because the writer did not say OK: at least {n}", n=kept.without_ok))
    if kept.not_told:
        lines.append(f"{_(NOT_TOLD)}: {kept.not_told}")
    lines += [
        _("Kept back. {reason}: {n}", reason=_(words), n=kept.reasons[reason])
        for reason, words in _REASONS.items()
        if reason in kept.reasons
    ]
    if kept.some:
        lines.append(_(SOME))
    elif not (kept.reasons or kept.not_told):
        lines.append(_(NONE_COUNTED))
    return tuple(lines)
