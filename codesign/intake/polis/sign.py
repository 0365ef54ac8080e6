"""Which number means agree in an export. Polis exports agree as 1; servers of one autumn wrote -1.

What the export declares decides. Else its authors do: Polis lets an author agree with their own statement by itself, so an
author's first vote on it is an agree in nearly every case. Nothing is turned round but for a clear majority of several.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.intake.polis.statements import Statement
from codesign.intake.polis.votes import VotesOf

Sign = Literal["agree-is-1", "agree-is-minus-1"]

_SEVERAL = 3
"""Authors against, at the least."""
_CLEAR = 4
"""Times as many against as for."""
_TERM = re.compile(r"(?<![\w-])(agree|disagree)\s*[=:]\s*([+-]?[0-9]+)(?![0-9.])", re.IGNORECASE)


class Found(Struct, frozen=True):
    """What means agree, and why."""

    turned: bool
    """Agree is -1."""
    told: str
    """A sentence for whoever imports."""


def voices(statements: Mapping[int, Statement], votes: VotesOf, changed: Collection[tuple[int, int]]) -> tuple[int, int]:
    """How many authors began with 1 on most of their own statements, and how many with -1.

    The statements an owner put in to begin with say nothing, nor does the busiest author, who is the owner in most
    conversations: whoever writes both sides of a matter disagrees with one of them.
    """
    busiest = Counter(s.author for s in statements.values() if s.author is not None)
    owner = min(busiest, key=lambda author: (-busiest[author], author), default=None)
    begun: Counter[int] = Counter()
    for s in statements.values():
        if s.author is not None and s.author != owner and not s.seed:
            vote = votes.get(s.author, {}).get(s.id, 0)
            begun[s.author] += -vote if (s.id, s.author) in changed else vote
    return sum(vote > 0 for vote in begun.values()), sum(vote < 0 for vote in begun.values())


def found_sign(asked: Sign | None, declared: Sequence[str] | None, authors: tuple[int, int]) -> Found:
    """What means agree: as was asked for, as the export declares it, or as its authors (see `voices`) began.

    Raises:
        CodesignError: the export declares it in a way that can't be read, and nothing was asked for.
    """
    if asked:
        turned = asked == "agree-is-minus-1"
        return Found(turned, f"{'-1' if turned else '1'} was taken as agree, as --sign says.")
    if declared is not None:
        turned = _declared(declared)
        return Found(turned, f"{'-1' if turned else '1'} was taken as agree, as this export says itself.")
    plus, minus = authors
    if minus >= _SEVERAL and minus >= _CLEAR * plus:
        return Found(
            True,
            "Nearly all authors began with -1 on their own statements, so -1 was taken as agree and all votes were turned "
            "round. If that is wrong, import again with --sign agree-is-1, before any result is shown.",
        )
    if plus >= _SEVERAL and plus >= _CLEAR * minus:
        return Found(False, "1 was taken as agree, as nearly all authors began with it on their own statements.")
    return Found(
        False,
        "! Whether 1 or -1 means agree can't be told from this export. 1 was taken as agree, as Polis writes it, and nothing "
        "was turned round. Look at a statement in the Polis report before any result is shown, and import again with --sign "
        "agree-is-minus-1 or with --sign agree-is-1.",
    )


def _declared(cells: Sequence[str]) -> bool:
    """Whether agree is -1, from the cells of a line such as agree=+1;disagree=-1;pass=0;format=polis-export/1."""
    said = [(name.casefold(), int(number)) for name, number in _TERM.findall(";".join(cells))]
    agree = [number for name, number in said if name == "agree"]
    disagree = [number for name, number in said if name == "disagree"]
    if agree not in ([1], [-1]) or disagree not in ([], [-agree[0]]):
        raise CodesignError(
            "The line “vote-convention” of summary.csv can't be understood. Say which number means agree: --sign agree-is-1 or "
            "--sign agree-is-minus-1."
        )
    return agree == [-1]
