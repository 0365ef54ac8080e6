"""Which sentences of a policy are about technology, and which of them a group should talk about.

A limit in a plan for one person can't be finished without why, until when and who looks again (pointer P6, after the Medicaid
rule 42 CFR 441.301(c)(4) on such limits); a limit for everybody is asked the same, and so is a power over what belongs to
youth. What is found is a question, never a verdict, and what is not found is no all-clear. English only. Never run on what
youth wrote.

Its lists are not those of `codesign.core.wording`, on purpose. These read whole policies that adults wrote, where a limit that
is missed costs more than a question too many: of the bank's own gentle rules they flag about half. So they may not
judge a rule that youth or the team wrote.
"""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from codesign.core.policy.limits import takes_away
from codesign.core.policy.sentences import read
from codesign.core.policy.technology import NOT_TECHNOLOGY, TECHNOLOGY
from codesign.core.policy.words import ABSOLUTE, ASKED_FOR, POWER, SAYS_END, SAYS_REVIEW, SAYS_WHY

Why = Literal["no-why", "no-end", "no-review", "power", "zero-tolerance"]
"""Why to talk about a sentence: it does not say why, until when, or who looks again; it gives somebody a power over youth; it
leaves no room for what happened."""
_LETTERS = 1000
"""Of a sentence that are judged: no card holds a longer one, and one without an end takes time by the square of its length."""
_UNSAID: tuple[tuple[Why, re.Pattern[str]], ...] = (("no-why", SAYS_WHY), ("no-end", SAYS_END), ("no-review", SAYS_REVIEW))


class PolicySentence(Struct, frozen=True):
    """A sentence of a policy."""

    sentence: str
    why: tuple[Why, ...]
    """What to talk about in it; empty where nothing was found."""

    @property
    def talk(self) -> bool:
        """Whether there is something to talk about."""
        return bool(self.why)

    @property
    def is_hard(self) -> bool:
        """Whether it gives a power or leaves no room for what happened: it comes into a plan first."""
        return bool({"power", "zero-tolerance"} & {*self.why})


def found_in(lines: Iterable[str]) -> tuple[list[PolicySentence], list[PolicySentence]]:
    """Every sentence of these lines that is about technology, and those that are left aside, each once: somebody has to look at
    these too, because what happens to who breaks a policy is told there without a word on it. An item of a list that completes
    the words that lead the list in is told with them."""
    found: dict[str, PolicySentence] = {}
    aside: dict[str, PolicySentence] = {}
    for one in read(lines):
        kept = found if is_about_technology(one.whole) else aside
        kept.setdefault(one.whole, PolicySentence(one.whole, why_to_talk(one.whole, one.after)))
    return [*found.values()], [*aside.values()]


def is_about_technology(sentence: str) -> bool:
    """Whether a sentence says something about technology."""
    return bool(TECHNOLOGY.search(NOT_TECHNOLOGY.sub(" ", sentence)))


def why_to_talk(sentence: str, after: str = "") -> tuple[Why, ...]:
    """What a sentence about technology leaves to talk about; empty where it is no limit and no power over youth, or one that
    says why, until when and who looks again and leaves room for what happened. `after` is what goes on about it in sentences of
    its own."""
    sentence = sentence[:_LETTERS]
    if not takes_away(sentence):
        return ()
    whole = f"{sentence} {after}".rstrip()
    found = [code for code, says in _UNSAID if not says.search(whole)]
    if POWER.search(sentence):
        found.append("power")
    if ABSOLUTE.search(ASKED_FOR.sub(" ", whole)):
        found.append("zero-tolerance")
    return tuple(found) if found != ["power"] else ()
