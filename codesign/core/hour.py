"""The hour: six steps, how many minutes each is given, and how many this group will need.

The minutes of voting follow the estimates for one laptop that goes round, each person alone at it: 20 seconds to hand over, 22
a rule, 80 for two comments; 90 seconds of talk a card. They were never timed with a group.
"""

from math import ceil
from typing import Literal, get_args

from msgspec import Struct

Step = Literal["welcome", "vote", "talk", "again", "result", "next"]
STEPS: tuple[Step, ...] = get_args(Step)
Begun = Step | Literal["over"]
"""The step that was begun last, or that what comes of the hour was written."""

_HAND_OVER, _RULE, _COMMENTS, _TALK = 20, 22, 80, 90  # seconds
_EASY = 5
"""A guess is told in fives: it is no better than that."""


class Minutes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long each step is given."""

    welcome: int
    vote: int
    talk: int
    again: int
    result: int
    next: int

    def of(self, step: Step) -> int:
        minutes: int = getattr(self, step)
        return minutes

    @property
    def all(self) -> int:
        return sum(self.of(step) for step in STEPS)


MOST_MINUTES = 600
"""Of a session as of each of its steps."""
HOURS = (
    Minutes(welcome=2, vote=8, talk=2, again=0, result=2, next=1),
    Minutes(welcome=8, vote=26, talk=9, again=9, result=5, next=3),
    Minutes(welcome=10, vote=32, talk=12, again=12, result=6, next=3),
    Minutes(welcome=12, vote=40, talk=14, again=14, result=7, next=3),
)
"""What a session of 15, 60, 75 and 90 minutes gives to each step, unless its plan says otherwise."""


def hour_of(minutes: int) -> Minutes:
    """The steps of a session that was planned for so many minutes: those of the hour that is nearest."""
    return min(HOURS, key=lambda hour: abs(hour.all - minutes))


def honest(planned: Minutes, people: int, cards: int, again: int = 0) -> Minutes:
    """How long the steps will take with so many people and cards: voting and talking by what they take, the others as planned.

    `again`: on how many cards they vote again, where that is known. Else a third of them is taken to be voted on again where
    the plan has a second vote; and half to be worth a talk.
    """
    again = again or (ceil(cards / 3) if planned.again else 0)
    return Minutes(
        welcome=planned.welcome,
        vote=_in_minutes(people * (_HAND_OVER + _RULE * cards + _COMMENTS)),
        talk=_in_minutes(_TALK * ceil(cards / 2)),
        again=again_for(people, again) if again else 0,
        result=planned.result,
        next=planned.next,
    )


def room_for(hour: Minutes, people: int, fewest: int, most: int) -> int:
    """About how many cards an hour holds with so many people, between these two: the fewest where it holds none of them."""
    return max((n for n in range(fewest, most + 1) if honest(hour, people, n).all <= hour.all), default=fewest)


def again_for(people: int, cards: int) -> int:
    """About how many minutes so many people take to vote once more on so many cards."""
    return _in_minutes(people * (_HAND_OVER + _RULE * cards))


def step_at(begun: Begun, *, round_open: bool, rounds: int, in_box: int, told: bool) -> Step:
    """The step a session is in: what it has been through says it, and where that leaves two the one that was begun.

    `rounds`: how many of its votes were not dropped. After a second one comes the result, and the talk only for who asks.
    """
    if round_open:
        return "again" if rounds > 1 else "welcome" if begun == "welcome" and not in_box else "vote"
    if begun == "result" or (begun == "again" and rounds > 1 and not told):
        return "result"
    return "next" if told else "talk"


def about(minutes: int) -> int:
    """A guess at minutes as it is said: in fives, and never none."""
    return max(_EASY, _EASY * round(minutes / _EASY))


def left(minutes: Minutes, step: Step, gone: int) -> int:
    """About how many minutes are left from a step on, of which so many are gone."""
    later = STEPS[STEPS.index(step) + 1 :]
    return max(0, minutes.of(step) - gone) + sum(minutes.of(other) for other in later)


def _in_minutes(seconds: int) -> int:
    return round(seconds / 60)
