"""Pages of the facilitator's own: before a session, the comments after a vote, ballots on paper."""

from datetime import date
from typing import Literal

from msgspec import Struct, field

from codesign.core.card import Card
from codesign.core.kinds.base import NOT_REACHED
from codesign.core.plan import Plan
from codesign.core.session import Comment, Session
from codesign.course.pages.base import Page


class LineAt(Struct):
    """The line that somebody is at, which a view keeps here, so that a page that comes back begins there; empty at first."""

    name: str = ""


class SetUp(Page, frozen=True, kw_only=True):
    """What is decided before the first vote; answered with a Form, with "cards" to choose them, or with "back"."""

    plan: Plan
    today: date
    answer_by: str
    """The day that is proposed for the policy team's answer."""
    warning: str
    proposed: dict[str, str]
    """What stands in a line at first in place of nothing: name of a line, as in LABELS -> what it says."""
    copied: str = ""
    """Where that is from."""
    filled: dict[str, str]
    """What was filled in so far, which a view keeps here as it is typed: never the code."""
    at: LineAt = field(default_factory=LineAt)
    problem: str = ""
    """Why the form before was not taken."""


class FourWords(Page, frozen=True, kw_only=True):
    """The words that open what the code opens, once; answered when they were written down."""

    words: str


class Reading(Page, frozen=True, kw_only=True):
    """The comments, one after another; answered with a Verdict on one, "done" or "back"."""

    session: Session
    at: int | None
    """The id of the comment to begin at; None for the first unread one."""
    notice: str = ""
    """Why the last step was not done."""


class Verdict(Struct, frozen=True):
    """What the reader wants to do with a comment."""

    how: Literal["quote", "theme", "keep back"]
    comment: Comment


class TypedCard(Page, frozen=True, kw_only=True):
    """The next card of the paper in hand; answered with Marked, "undo", "words" or "stack". Nothing of another paper is in
    it."""

    covers: bool = True
    number: int
    """Which paper it is, from 1."""
    typed: int
    """How many are typed."""
    at: int
    """The place of the card on the paper, from 1."""
    count: int
    card: Card
    """With its options as on paper."""
    half: str = NOT_REACHED
    """On a card that takes two letters: the first of them."""
    last: str = ""
    """What was typed last of this paper, in words; empty at its beginning."""
    takes_words: bool = False
    """Words can stand beside that."""


class Marked(Struct, frozen=True):
    """What is marked on the paper: an option's code, or one of NO_ANSWER."""

    code: str
