"""What the policy team decided on a rule, and what they fill in to say so."""

from typing import Literal

from msgspec import Struct

from codesign.core.dates import bare
from codesign.core.text import NAME_LIMIT, RULE_LIMIT

Answer = Literal["yes", "changes", "not-now", "no"]
ANSWERS: dict[Answer, str] = {"yes": "Yes", "changes": "Yes, with changes", "not-now": "Not now", "no": "No"}
_WAYS: dict[Answer, tuple[str, ...]] = {
    "yes": ("yes", "y", "si"),
    "changes": (
        "yes with changes",
        "yes with some changes",
        "yes but with changes",
        "yes w changes",
        "with changes",
        "si con cambios",
        "si pero con cambios",
        "con cambios",
    ),
    "not-now": ("not now", "not yet", "ahora no", "por ahora no", "todavia no"),
    "no": ("no", "n"),
}
_MEANS = {words: answer for answer, ways in _WAYS.items() for words in ways}
DATE_LIMIT = 60
EMPTY_BOX = "☐"
"""Beside what may be ticked on paper; nobody has ticked it."""


class Decision(Struct, frozen=True, kw_only=True):
    """The policy team's answer to one rule."""

    card: str
    answer: Answer
    reads: str = ""
    """The rule as it will read; of a question, to which answer a yes goes."""
    because: str = ""
    who: str = ""
    by_when: str = ""
    """YYYY-MM-DD, YYYY-MM, or the team's own words where they are no date that can be read."""
    needs: str = ""
    """What the team needs before it can do it."""
    how_told: str = ""
    """How and when youth will be told."""
    review: str = ""
    """When it is looked at again, in the same form."""
    in_spanish: str = ""
    """`reads` in Spanish, in the team's own words."""

    @property
    def is_yes(self) -> bool:
        """Whether the team said that it will do something, with changes or without: a promise."""
        return self.answer in ("yes", "changes")


COLUMNS = {
    "answer": DATE_LIMIT,
    "reads": RULE_LIMIT,
    "because": RULE_LIMIT,
    "who": NAME_LIMIT,
    "by_when": DATE_LIMIT,
    "needs": RULE_LIMIT,
    "how_told": RULE_LIMIT,
    "review": DATE_LIMIT,
    "in_spanish": RULE_LIMIT,
}
"""What the policy team fills in for a rule -> the most characters that are kept of it."""
COLUMNS_BEFORE = ("answer", "because", "who", "by_when", "how_told", "review")
"""What earlier versions had to fill in, in the order of their table."""
FIRST_FIELDS = ("answer", "reads", "because", "who")
"""Which of them begin the columns of the form, after that of the rule; each of the others stands below one of these."""
DATES = ("by_when", "review")
"""Which of them are dates."""
LABELS = {
    "answer": "Your answer",
    "reads": "The rule will read",
    "because": "Because",
    "who": "Who does it",
    "by_when": "By when",
    "needs": "What we need first",
    "how_told": "How youth will be told",
    "review": "Look again on",
    "in_spanish": "In Spanish (optional)",
}
"""What stands at each of them on a form."""
NAMED = {
    "answer": "answer",
    "reads": "the rule will read",
    "because": "reason",
    "who": "who",
    "by_when": "by when",
    "needs": "what we need first",
    "how_told": "how youth will be told",
    "review": "review date",
    "in_spanish": "in Spanish",
}
"""How sentences about them name them."""


def parse_answer(words: str) -> Answer | None:
    """The answer that is meant; None where it is not clearly one of the four, or an empty box or a question mark stands beside
    it."""
    return None if {EMPTY_BOX, "?"} & {*words} else _MEANS.get(bare(words))
