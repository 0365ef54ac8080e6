"""Letters on an answered card that begin words: they open the line, and never stay as picks or as another vote."""

from collections.abc import Callable

from codesign.core.turn import Turn

TOGETHER = 1.0  # seconds between two letters of one word: a pick, read, and then words are not one word
IN_A_ROW = 0.25  # as fast as only typing is: picks and answers are read first


class Letters:
    """The characters that came one after another on one card, and the turn as it was before the first of them."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._typed = ""
        self._strange = False
        """One of them means nothing on this card."""
        self._row = ""
        """The last of them, as far as they came in a row."""
        self._before: Turn | None = None
        self._at = float("-inf")

    def words(self, letter: str, before: Turn, *, means: bool) -> tuple[Turn, str] | None:
        """One more letter, and the turn before it did anything; `means`: it picks or answers something on this card.

        Returns the turn as it was before these letters, and the letters, where they are words: two unlike ones of which one
        means nothing here, or what only typing is fast enough for, two digits or three letters.
        """
        now = self._clock()
        begins = letter.isupper() and self._typed.islower()
        if self._before is None or self._before.at != before.at or begins or now - self._at > TOGETHER:
            self._typed, self._strange, self._row, self._before = "", False, "", before
        self._row = self._row + letter if now - self._at <= IN_A_ROW else letter
        self._typed, self._at = self._typed + letter, now
        self._strange = self._strange or not means
        unlike, in_a_row = len(set(self._typed.lower())), len(set(self._row.lower()))
        if not ((unlike >= 2 and self._strange) or in_a_row >= (2 if self._row.isdigit() else 3)):
            return None
        start, typed = self._before, self._typed
        self.forget()
        return start, typed

    def forget(self) -> None:
        """Nothing of what was typed stays here."""
        self._typed, self._row, self._before = "", "", None
