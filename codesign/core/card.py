"""A card: one rule as a person votes on it, and what may stand on it."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Literal
from zlib import crc32

from msgspec import Struct

POINTERS = {
    "P1": "Youth involvement",
    "P2": "Harm reduction",
    "P3": "No zero tolerance",
    "P4": "Trauma-informed",
    "P5": "Research and training",
    "P6": "Individual plans",
    "P7": "Safe spaces",
}
"""The seven pointers of the fact sheet every rule is tied to, as short names."""


IDEA = "IDEA-"
"""The ids of rules that youth wrote begin so, and go on with a number."""
_EDITION = re.compile(r"(?<=\d)\.\d+$")
_LONGEST = 30
"""Letters of an id that leave room for what is added, as a plan takes 40."""
_BY_A_GROUP = re.compile(r"\.w[0-9a-f]{8}$")


def first_edition(rule_id: str) -> str:
    """The id that a rule had in its first words: SM-1 of SM-1.2, and of SM-1.2 in words of a group. Another id is its own,
    whatever dots stand in it."""
    return _EDITION.sub("", _BY_A_GROUP.sub("", rule_id))


def is_idea(card_id: str) -> bool:
    """Whether it is the id of a rule that youth wrote."""
    return card_id.startswith(IDEA) and card_id.removeprefix(IDEA).isdecimal()


class Option(Struct, frozen=True, omit_defaults=True):
    """One thing that can be picked on a card."""

    code: str
    """Its name in ballots, tallies and paper files, the same wherever it stands on the screen."""
    words: str
    """As shown to youth."""
    good: str = ""
    """What it is good for, where the options differ: of a pair both sides show a real benefit."""
    against: str = ""
    """What it costs those who live by it."""


KindName = Literal["scale", "agreement", "choice", "pick-two", "pair"]
"""The names in `codesign.core.kinds.KINDS`, for what reads them from a file."""
Room = Literal["", "open", "how-only", "needs-money"]
"""What the program can decide of a rule: nobody said, all of it, only how it is done, all of it if there is money for it."""


class Card(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One rule as a person votes on it, in the words they see."""

    id: str
    kind: str
    """A name in `codesign.core.kinds.KINDS`."""
    rule: str
    """The rule, or the question of a choice or pair."""
    was: str = ""
    """How that read when the group first voted on it, where it agreed on other words after the talk; else empty."""
    options: tuple[Option, ...] = ()
    """What can be picked, in the order shown; empty where the kind brings its own."""
    today: str = ""
    """What the rule is at present; empty where there is none or nobody wrote it down."""
    why: str = ""
    good: str = ""
    """What it is good for."""
    against: str = ""
    """What it costs those who live by it."""
    risk: str = ""
    """The risk it lowers."""
    room: Room = ""
    """What can be decided; the group is told before it votes."""
    fixed: str = ""
    """What law, licence or contract fixes of it, in a few words, where `room` is "how-only"; empty where nobody said."""
    pointers: tuple[str, ...] = ()
    """Keys of POINTERS."""
    content_note: str = ""
    """What the rule is about, for the calm line with a real choice that comes before it; empty for none."""
    about: tuple[tuple[str, ...], ...] = ()
    """Of a pick of two: for each option in order the ids of the rules that it is about; empty where nobody said."""
    picks: str = ""
    """Which list of quick picks fits beside its answers; empty for the usual one."""
    staff_note: str = ""
    """What staff say to whoever decides (law, licence, cost, counsel): never shown on a youth screen."""
    before_vote: str = ""
    """What whoever leads the session does or says before or in the vote: for them alone, and in no document that leaves."""

    @property
    def asks(self) -> frozenset[str]:
        """The ids of the rules that it asks about: of a pair both wordings."""
        return frozenset(option.code for option in self.options[:2]) if self.kind == "pair" else frozenset({self.id})

    @property
    def edition(self) -> str:
        """Its id wherever it leaves its record. A rule in words of a group is a rule of its own, named by its words, so that a
        vote on it is never added to one on other words; what youth wrote is another rule in every record anyhow."""
        if not self.was or self.is_idea:
            return self.id
        return f"{_BY_A_GROUP.sub('', self.id)[:_LONGEST]}.w{crc32(self.rule.encode()):08x}"

    @property
    def is_idea(self) -> bool:
        """Whether youth wrote it."""
        return is_idea(self.id)


def free_ids(cards: Iterable[Card]) -> Iterator[str]:
    """Ids for rules of a plan's own, one after another, which none of these cards has or asks in any edition."""
    taken = {first_edition(rule_id) for card in cards for rule_id in (card.id, *card.asks)}
    return (own for n in count(1) if (own := f"OWN-{n}") not in taken)
