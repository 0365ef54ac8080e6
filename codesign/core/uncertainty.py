"""How much counts can bear: what one changed mind would do, and, for pools, a range for young people in sessions like these.

Takes nothing but counts that may be shown.
"""

from math import ceil, floor, sqrt
from typing import Literal

INTERVAL_FROM = 30
"""Pooled answers from which a range is told."""
_ALIKE = 0.1
"""How much people in one session answer alike (the intraclass correlation), as a cautious guess; the range widens by it."""
_Z = 1.96


def one_change(counts: dict[str, int]) -> tuple[Literal["leads", "ties", "changes", "tied"], str, str]:
    """What one person who goes over from the leading answer to the next would do, the leading answer, and the next: it `leads`
    still, the two would be tied, the lead `changes`, or they are tied already."""
    (first, most), (second, next_most) = sorted(counts.items(), key=lambda item: -item[1])[:2]
    margin = most - next_most
    return ("tied" if margin == 0 else "changes" if margin == 1 else "ties" if margin == 2 else "leads"), first, second


def interval(count: int, answered: int, sessions: int) -> tuple[int, int] | None:
    """The 95 % range of Wilson, in 100, for answers that came in sessions; None below INTERVAL_FROM.

    People in one room answer alike, so that `answered` of them bear as much as fewer asked one by one.
    """
    if answered < INTERVAL_FROM or sessions < 2:
        return None
    n = answered / (1 + max(answered / sessions - 1, 0) * _ALIKE)
    share, z2 = count / answered, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(floor(100 * (middle - half)), 0), min(ceil(100 * (middle + half)), 100)
