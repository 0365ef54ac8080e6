"""Pages that the whole room reads."""

from collections.abc import Callable, Sequence

from codesign.core.session import Session
from codesign.course.pages.base import Block, Page


class ToRead(Page, frozen=True, kw_only=True):
    """Blocks of words; answered with "on", "back", or what else the keys of its place say."""

    speaks: bool = True
    place: str
    title: str
    """The id of a message; empty where the first block says where one is."""
    right: str = ""
    blocks: Callable[[], Sequence[Block]]
    """In the language in use when it is called."""


class Talk(Page, frozen=True, kw_only=True):
    """Before the result: which cards are worth talking about, and nothing else of what was said; answered with "result",
    "again", "comments" or "home"."""

    speaks: bool = True
    session: Session


class Results(Page, frozen=True, kw_only=True):
    """What this group said, only what the disclosure rules let through; answered with "on", "answers" or "home"."""

    speaks: bool = True
    session: Session
