"""My tech plan: what one young person and a worker agree on for phones and the internet, as a value that nobody keeps.

A limit for now takes something away, so it is finished only with what makes it fair: why, what was tried before it, an end,
a day on which it is looked at again, and people who stay reachable.
"""

from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

Use = Literal["family", "friends", "school", "work", "health", "money", "court", "calm"]
USES: tuple[Use, ...] = get_args(Use)
"""What a phone and the internet do for a person."""
Help = Literal["none", "near", "times", "length", "apps", "break", "check-in", "limit"]
HELPS: tuple[Help, ...] = get_args(Help)
"""What can be agreed on, from nothing extra to a limit for now."""
Person = Literal["911", "lines", "worker", "lawyer", "family"]
"""Whom a person can reach whatever was agreed: no plan can say otherwise."""
NAMED: tuple[Person, ...] = ("worker", "lawyer", "family")
"""Those of them whose name or number the two can write down."""
Opinion = Literal["", "agree", "part", "dont"]

LONGEST_LIMIT = 30
"""Days, as all of these."""
FULL_STOP_REVIEW = 7
PART_REVIEW = 14
"""How long after its start a limit is looked at again at the latest: a full stop, or one of a part."""
STARTS_WITHIN = 7
"""A limit that begins later is a threat."""
REVIEW, LATEST_REVIEW = 14, 30
"""When a plan is looked at again: as it is proposed, and at the latest."""

Missing = Literal[
    "what",
    "how-much",
    "why-now",
    "tried",
    "starts",
    "ends",
    "review",
    "starts-late",
    "ends-early",
    "ends-late",
    "review-early",
    "review-after",
    "review-late",
    "full-review-late",
]
"""Why a limit is not finished: what is missing of it, or which day can't be."""


class Limit(Struct, frozen=True, kw_only=True):
    """Something that is closed for now. An empty field is not answered yet; a day is its ordinal, 0 for none."""

    what: str = ""
    how_much: Literal["", "all", "part"] = ""
    """A full stop of phone and internet, or only of a part."""
    why_now: str = ""
    tried: str = ""
    """What was tried first."""
    starts: int = 0
    ends: int = 0
    review: int = 0
    decided: str = ""
    """Who decided it. May stay empty."""

    @property
    def latest_review(self) -> int:
        """How long after its start it is looked at again at the latest."""
        return PART_REVIEW if self.how_much == "part" else FULL_STOP_REVIEW

    def lacks(self, made: int) -> tuple[Missing, ...]:
        """What keeps it from being finished on the day on which the plan is made; empty where it can be."""
        fields: tuple[tuple[Missing, object], ...] = (
            ("what", self.what.strip()),
            ("how-much", self.how_much),
            ("why-now", self.why_now.strip()),
            ("tried", self.tried.strip()),
            ("starts", self.starts),
            ("ends", self.ends),
            ("review", self.review),
        )
        missing = [name for name, said in fields if not said]
        return tuple(missing or self._wrong_days(made))

    def _wrong_days(self, made: int) -> list[Missing]:
        starts, ends, review = self.starts, self.ends, self.review
        wrong: tuple[tuple[Missing, bool], ...] = (
            ("starts-late", not made <= starts <= made + STARTS_WITHIN),
            ("ends-early", ends < starts),
            ("ends-late", ends > starts + LONGEST_LIMIT),
            ("review-early", review < starts or review == starts < ends),
            ("review-after", review > ends >= starts),
            ("full-review-late" if self.how_much == "all" else "review-late", review > starts + self.latest_review),
        )
        return [name for name, is_so in wrong if is_so]


class TechPlan(Struct, frozen=True, kw_only=True):
    """What the two have said so far. Nobody's name is asked for, and nobody is feared by name in it."""

    made: int
    """The ordinal of a day, as all days in it."""
    name: str = ""
    """What the person calls it."""
    uses: frozenset[Use] = frozenset()
    good_at: str = ""
    wants: str = ""
    worries: str = ""
    helps: frozenset[Help] = frozenset()
    details: dict[Help, str] = {}
    """Of what is agreed, how. What was taken out again may still stand here."""
    limit: Limit = Limit()
    review: int = 0
    """The day on which all of it is looked at again."""
    reach: dict[Person, str] = {}
    """How to reach those of NAMED, as far as it was written down."""
    also: str = ""
    """Whom else."""
    opinion: Opinion = ""
    words: str = ""
    """What the person says of it."""

    def with_help(self, kind: Help) -> "TechPlan":
        """With this agreed on, or without it where it was. Nothing extra stands alone."""
        if kind in self.helps:
            return replace(self, helps=self.helps - {kind})
        return replace(self, helps=frozenset({kind}) if kind == "none" else self.helps - {"none"} | {kind})

    def with_use(self, use: Use) -> "TechPlan":
        """With this marked, or not where it was."""
        return replace(self, uses=self.uses ^ {use})

    def detail(self, kind: Help) -> str:
        """How, of something that is agreed on; empty where it is not, or nobody said."""
        return self.details.get(kind, "") if kind in self.helps else ""

    @property
    def agreed(self) -> list[Help]:
        """What is agreed on, from the least to the most."""
        return [kind for kind in HELPS if kind in self.helps]

    @property
    def has_times(self) -> bool:
        """Something in it stops at some time, which homework, job forms, court and health do not."""
        return bool(self.helps & {"times", "length", "limit"})

    @property
    def wants_second_look(self) -> bool:
        return self.opinion == "dont"

    @property
    def second_look_by(self) -> int:
        """72 hours after it was made."""
        return self.made + 3

    @property
    def limit_lacks(self) -> tuple[Missing, ...]:
        """What keeps the limit from being finished; empty where there is none."""
        return self.limit.lacks(self.made) if "limit" in self.helps else ()

    @property
    def is_finished(self) -> bool:
        """Whether it can be put on paper."""
        if not self.helps or not self.review or not self.opinion or self.limit_lacks:
            return False
        return self.made <= self.review <= self.made + LATEST_REVIEW
