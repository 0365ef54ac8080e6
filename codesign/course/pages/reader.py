"""Pages after the vote, for one reader."""

from typing import Literal

from msgspec import Struct

from codesign.core.session import Comment, Session
from codesign.course.pages.base import Page


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
