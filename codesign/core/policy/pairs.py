"""A rule of a policy against a gentler one of the bank, and whether the two can be compared fairly."""

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.policy.phrases import any_of

_UNEVEN = 1.35
"""From so many times as many words on the longer one reads as the kinder one."""
_CONSEQUENCE = any_of(
    r"los[es]s?|loss of|taken away|confiscat\w+|discharg\w+|expel\w*|expulsion|evict\w*|exit(?:ed)?|terminat\w+|removal"
    r"|asked to leave|you leave|suspen\w+|revoked?|ground(?:ed|ing)|punish\w*|penalt\w+|consequences?|(?:on )?restriction"
    r"|barred|points|forfeit\w*|write-?ups?|written up|level drop|warnings?|violat\w+|offen[cs]es?|strikes?|ours for|(?:be"
    r"|goes?|is|days?|week|night) without",
    r"(?:moved?|moves) to another (?:program|house|shelter)|(?<!photos )(?<!photographs )(?<!pictures )(?<!videos )(?:will"
    r"|may) be (?:taken|held|kept|removed|reported)|a stay ends|(?:held|taken|kept|no phone) for (?:a|one|two|three|\d+|the)"
    r"|zero[- ]tolerance|take away|kept in the office|goes in the safe|is gone|refused",
)


class TodaysPair(Struct, frozen=True):
    """What a group compares."""

    today: str
    """The sentence of the policy."""
    rule: Card
    """The gentler one."""
    good: str = ""
    """What today's is good for, in the words of the program; empty where nobody said."""


def unevenness(one: str, other: str) -> float:
    """How many times as many words the longer of two wordings has."""
    fewer, more = sorted(len(words.split()) for words in (one, other))
    return more / max(fewer, 1)


def is_uneven(one: str, other: str) -> bool:
    """Whether one of two wordings has so many more words that it looks kinder."""
    return unevenness(one, other) >= _UNEVEN


def says_what_follows(words: str) -> bool:
    """Whether a wording names what happens to whoever breaks it."""
    return bool(_CONSEQUENCE.search(words))
