"""Pages before a session."""

from datetime import date

from msgspec import Struct, field

from codesign.core.plan import Plan
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
