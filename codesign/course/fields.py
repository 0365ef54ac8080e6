"""What is filled in other than by free words: one of some choices, a number, a day. Both views ask by these values."""

from datetime import date, timedelta

from msgspec import Struct

from codesign.core.dates import Order, readings
from codesign.core.errors import CodesignError
from codesign.core.region import is_american
from codesign.phrases import day
from codesign.words import _, region

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Choices(Struct, frozen=True):
    """One of a few values, each with its words."""

    options: tuple[tuple[str, str], ...]

    def step(self, value: str, by: int) -> str:
        """The value so many places on, round and round."""
        values = [known for known, _words in self.options]
        return values[(values.index(value) + by) % len(values)] if value in values else values[0]

    def named(self, letter: str, value: str) -> str:
        """The next one whose words begin like this, else the one at this place from 1; the value itself where none is."""
        at = [known for known, _words in self.options].index(value)
        others = [*self.options[at + 1 :], *self.options[: at + 1]]
        if found := [known for known, words in others if letter and words.casefold().startswith(letter.casefold())]:
            return found[0]
        return self.options[int(letter) - 1][0] if letter in map(str, range(1, len(self.options) + 1)) else value

    def words_of(self, value: str) -> str:
        return next((words for known, words in self.options if known == value), value)

    def taken(self, said: str) -> str:
        """What somebody typed in place of choosing: the number of a row, or its words; else as it is."""
        for place, (value, words) in enumerate(self.options, 1):
            if said.casefold() in (str(place), value, words.casefold()):
                return value
        return said


class Number(Struct, frozen=True):
    """A whole number up to this one; none is 0."""

    most: int

    def step(self, value: str, by: int) -> str:
        """One more, or one less; nothing below 1. What is no number stays."""
        if value and not (value.isascii() and value.isdigit() and len(value) < 10):
            return value
        number = max(0, min(self.most, int(value or 0) + by))
        return str(number) if number else ""


class Day(Struct, frozen=True):
    """A day, as people write one; without a year the next one from `today`. Where two readings are left, the month or the day
    stands first, as in the region in use."""

    today: date

    @property
    def example(self) -> str:
        """A day in figures, as it is written in the region in use."""
        return "12/24/2026" if is_american(region()) else "24/12/2026"

    def read(self, words: str) -> str:
        """YYYY-MM-DD; empty for nothing.

        Raises:
            CodesignError: it is no day, or none that can be meant.
        """
        if not words:
            return ""
        apart = next((sign for sign in "/-." if words.count(sign) == 1), "")
        years = (self.today.year, self.today.year + 1)
        tried = [words, *(f"{words}{apart}{year}" for year in years if apart)]
        order: Order = "month" if is_american(region()) else "day"
        found = [iso for one in tried for iso in readings(one, self.today.isoformat(), order) if len(iso) == len("2026-12-24")]
        later = [iso for iso in found if iso >= self.today.isoformat()]
        if found and not later:
            raise CodesignError(_("{day} is over. Write a day from today on.", day=day(found[-1])))
        if not later:
            raise CodesignError(_("Write a day, such as {example}, 24 Dec or 2026-12-24.", example=self.example))
        return later[0]

    def step(self, value: str, by: int) -> str:
        """A day on or back, never before today; today where none stands. What is no day stays."""
        try:
            read = self.read(value)
        except CodesignError:
            return value
        on = date.fromisoformat(read) + timedelta(by) if read else self.today
        return max(on, self.today).isoformat()

    def said(self, value: str, *, short: bool = False) -> str:
        """The day in words, with its weekday, or only the beginning of that; empty where it is none."""
        try:
            read = self.read(value)
        except CodesignError:
            return ""
        if not read:
            return ""
        weekday = _WEEKDAYS[date.fromisoformat(read).weekday()]
        return f"{weekday[:3]} {day(read)}" if short else f"{weekday}, {day(read)}"
