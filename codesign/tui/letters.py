"""Letters on a card that begin words: they open the line, and never stay as picks, or as a vote."""

from codesign.core.turn import Turn

TOGETHER = 1.0  # seconds between two letters of one word: a pick, read, and then words are not one word
_ANSWERS = "12345"
IN_A_ROW = 0.25  # as fast as only typing is: picks and answers are read first


class Letters:
    """The characters that came one after another on one card, and the turn as it was before the first of them.

    A character comes when its key was pressed, whenever a busy machine gets to it.
    """

    def __init__(self) -> None:
        self._typed = ""
        self._strange = False
        """One of them means nothing on this card."""
        self._row = ""
        """The last of them, as far as they came in a row."""
        self._before: Turn | None = None
        self._at = float("-inf")

    def in_a_row(self, at: float) -> bool:
        """Whether a letter pressed at this time, in seconds, follows the last one as fast as only typing is."""
        return at - self._at <= IN_A_ROW

    @property
    def first(self) -> bool:
        """The last letter follows no other one of its word."""
        return len(self._typed) == 1

    def words(self, letter: str, before: Turn, *, means: bool, at: float) -> tuple[Turn, str] | None:
        """One more letter, and the turn before it did anything; `means`: it picks or answers something on this card.

        Returns the turn as it was before these letters, and the letters, where they are words: two unlike ones of which one
        means nothing here, or what only typing is fast enough for, a number or three letters. An answer to a card that had
        none is no part of words which do not follow it in a row.
        """
        in_a_row = self.in_a_row(at)
        if self._before is None or at - self._at > TOGETHER or self._before.at != before.at or self._begins(letter):
            self._begin(before)
        if self._before and before.has_answer and not self._before.has_answer and not in_a_row:
            self._begin(before)
        self._row = self._row + letter if in_a_row else letter
        self._typed, self._at = self._typed + letter, at
        self._strange = self._strange or not (means or letter in _ANSWERS)  # as on the card before, where they answered
        unlike, row = len(set(self._typed.lower())), len(set(self._row.lower()))
        if self._before is None or not ((unlike >= 2 and self._strange) or row >= (2 if self._is_number else 3)):
            return None
        start, typed = self._before, self._typed
        self.forget()
        return start, typed

    @property
    def _is_number(self) -> bool:
        """Two digits that both answer are two answers, of which the last one is meant."""
        return self._row.isdigit() and not set(self._row) <= set(_ANSWERS)

    def _begins(self, letter: str) -> bool:
        """A capital begins a word, and any letter after a number: that was an answer. So is a digit after a key pressed by
        mistake."""
        answers = letter in _ANSWERS and len(self._typed) == 1 and self._typed.isalpha()
        return answers or (letter.isupper() and self._typed.islower()) or (letter.isalpha() and self._typed.isdigit())

    def _begin(self, before: Turn) -> None:
        self._typed, self._strange, self._row, self._before = "", False, "", before

    def forget(self) -> None:
        """Nothing of what was typed stays here."""
        self._typed, self._row, self._before = "", "", None
