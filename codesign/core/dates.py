"""A date out of what people and spreadsheets write for one: read where it has one reading, never guessed where it has two."""

import re
import unicodedata
from typing import Literal

Order = Literal["", "day", "month"]
"""Which stands first in a date of figures alone, where somebody said so; empty where nobody did."""
Wrong = Literal["", "two", "none", "over"]
"""Why words are not kept as one day: two are meant, none is, or one that was before. Empty where nothing is wrong."""

MONTHS = (
    *("january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio", "july julio"),
    *("august agosto", "september septiembre setiembre", "october octubre", "november noviembre", "december diciembre"),
)
"""January first, each with its names in English and in Spanish."""
_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_TIME = r"[ t]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?z?"
_YEAR = r"(\d{4}|'?\d\d)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|º|o)?"
_NAME = r"([a-z]{3,})\.?"
_APART = r"(?:,? (?:of |de )?|-|/|\. ?)"
_SERIALS = range(40000, 60000)
"""Days since the end of 1899, as spreadsheets count them: of the years 2009 to 2064."""


def parse_date(words: str, after: str = "") -> str:
    """YYYY-MM-DD, or YYYY-MM where only a month is named; empty where it is no date or has two readings.

    A day without a year is the next one from `after` (YYYY-MM-DD) on, and no date where that is not given.
    """
    found = readings(words, after)
    return found[0] if len(found) == 1 else ""


def readings(words: str, after: str = "", order: Order = "") -> tuple[str, ...]:
    """All dates that the words may mean, in order: two for 03/12/2027 without an `order`, none where there is no date in
    them."""
    words = re.sub(rf"^(?:(?:by|on|due|the|para|el|(?:{_DAYS})\.?,?):? )+", "", plain(words).strip(" .,;"))
    words = re.sub(rf"{_TIME}$", "", words)
    return tuple(sorted({found for found in _found(words, after, order) if found}))


def from_a_day_on(words: str, first: str, order: Order = "") -> tuple[tuple[str, ...], Wrong]:
    """All dates that the words may mean, and what is wrong with them where they must mean one from `first` (YYYY-MM-DD) on, or
    be empty."""
    found = readings(words, first, order)
    if len(found) > 1:
        return found, "two"
    if words and not found:
        return found, "none"
    return found, "over" if found and found[0] < first[: len(found[0])] else ""


def _found(words: str, after: str, order: Order) -> list[str]:
    if match := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", words):
        return [_date(match[1], match[3], match[4])]
    if match := re.fullmatch(rf"(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?\2 ?{_YEAR}", words):
        first, dot, second, year = match.groups()
        day_first, month_first = _date(year, second, first), _date(year, first, second)
        if dot == ".":
            return [day_first]
        return {"day": [day_first or month_first], "month": [month_first or day_first]}.get(order, [day_first, month_first])
    if match := re.fullmatch(rf"{_DAY}{_APART}{_NAME}(?:,? (?:de |del )?|-|/){_YEAR}", words):
        return [_date(match[3], _month(match[2]), match[1])]
    if match := re.fullmatch(rf"{_NAME}[ -]{_DAY}(?:,? |-){_YEAR}", words):
        return [_date(match[3], _month(match[1]), match[2])]
    if match := re.fullmatch(rf"{_NAME}(?: (?:de |del )?|-|/)(\d{{4}})", words):
        return [_date(match[2], _month(match[1]), "1")[:7]]
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", words) or re.fullmatch(r"(\d{1,2})/(\d{4})", words):
        year, month = match.groups() if len(match[1]) == 4 else (match[2], match[1])
        return [_date(year, month, "1")[:7]]
    if match := re.fullmatch(rf"{_DAY}{_APART}{_NAME}", words):
        return [_next(_month(match[2]), match[1], after)]
    if match := re.fullmatch(rf"{_NAME} (?:the )?{_DAY}", words):
        return [_next(_month(match[1]), match[2], after)]
    if re.fullmatch(r"\d{5}(?:\.\d+)?", words) and (serial := int(words[:5])) in _SERIALS:
        return [_day_number(serial)]
    return []


def _day_number(serial: int) -> str:
    """The day of a spreadsheet's number: 36526 is 1 January 2000, and years are counted off from there."""
    left, year = serial - 36526, 2000
    while left >= (days := 366 if _is_leap(year) else 365):
        left, year = left - days, year + 1
    month = 0
    while left >= (days := _lengths(year)[month]):
        left, month = left - days, month + 1
    return f"{year:04}-{month + 1:02}-{left + 1:02}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _lengths(year: int) -> tuple[int, ...]:
    """Days of each month."""
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month(name: str) -> str:
    found = [n for n, names in enumerate(MONTHS, 1) if any(full.startswith(name) for full in names.split())]
    if name == "sept":
        found = [9]
    return str(found[0]) if len(found) == 1 else "0"


def _next(month: str, day: str, after: str) -> str:
    """The first such day from `after` on; empty where there is none in a year."""
    if not after:
        return ""
    found = [_date(str(int(after[:4]) + more), month, day) for more in (0, 1)]
    return next((day for day in found if day >= after), "")


def _date(year: str, month: str, day: str) -> str:
    y, m, d = int(year.lstrip("'")), int(month), int(day)
    y += 2000 if len(year.lstrip("'")) == 2 else 0
    return f"{y:04}-{m:02}-{d:02}" if y >= 1 and 1 <= m <= 12 and 1 <= d <= _lengths(y)[m - 1] else ""


def plain(words: str) -> str:
    """In small letters, without accents, one blank between words, hyphens and dashes alike."""
    words = re.sub("[\u2010-\u2015\u2212]", "-", words)
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def bare(words: str) -> str:
    """The words alone, without any sign between or around them."""
    return " ".join(re.findall(r"[^\W_]+", plain(words)))
