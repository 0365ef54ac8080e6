"""Short names of sessions, for commands: the day, and where it has several, letters of the session's own mark behind it.

They are no numbers, because a number would mean another session once one of that day is deleted.
"""

import re
from collections.abc import Sequence

LAST = "last"
"""The session of the newest day."""
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9-]+)?", re.IGNORECASE)
DayAndMark = tuple[str, str]


def is_short_name(word: str) -> bool:
    return word.casefold() == LAST or _NAME.fullmatch(word) is not None


def short_names(sessions: Sequence[DayAndMark]) -> list[str]:
    """The name of each of these sessions, in their order; as short as tells them apart."""
    return [_name(day, mark.casefold(), [m.casefold() for d, m in sessions if d == day]) for day, mark in sessions]


def _name(day: str, mark: str, marks: Sequence[str]) -> str:
    if len(marks) == 1:
        return day
    needed = next((n for n in range(1, len(mark)) if sum(other.startswith(mark[:n]) for other in marks) == 1), len(mark))
    return f"{day}-{mark[:needed]}"


def meant(word: str, sessions: Sequence[DayAndMark]) -> list[int]:
    """Which of these sessions a short name may mean, by their places: several where it is too short."""
    if word.casefold() == LAST:
        newest = max((day for day, _mark in sessions), default="")
        return [place for place, (day, _mark) in enumerate(sessions) if day == newest]
    day, letters = word[:10], word[11:].casefold()
    return [place for place, (of, mark) in enumerate(sessions) if of == day and mark.casefold().startswith(letters)]
