"""A rule of a policy against a gentler one of the bank, and whether the two can be compared fairly."""

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.policy.technology import any_of

_UNEVEN = 1.35
"""From so many times as many words on the longer one reads as the kinder one."""
_CONSEQUENCE = any_of(
    r"los[es]s?|taken away|confiscat\w+|discharg\w+|expel\w*|evict\w*|exit(?:ed)?|asked to leave|suspend\w*|revoked?|banned"
    r"|ground(?:ed|ing)|punish\w*|penalt\w+|consequences?|restriction|write-?ups?|written up|warnings?|violat\w+|offen[cs]es?",
    r"(?:moved?|moves) to another (?:program|house|shelter)|(?:will|may) be (?:taken|held|kept|removed|reported)|a stay ends"
    r"|(?:held|taken|kept|no phone|off) for (?:a|one|two|three|\d+|the)",
)


class TodaysPair(Struct, frozen=True):
    """What a group compares."""

    today: str
    """The sentence of the policy."""
    rule: Card
    """The gentler one."""
    good: str = ""
    """What today's is good for, in the words of the program; empty where nobody said."""


def is_uneven(one: str, other: str) -> bool:
    """Whether one of two wordings has so many more words that it looks kinder."""
    fewer, more = sorted(len(words.split()) for words in (one, other))
    return more >= _UNEVEN * fewer


def says_what_follows(words: str) -> bool:
    """Whether a wording names what happens to whoever breaks it."""
    return bool(_CONSEQUENCE.search(words))
