"""A page that is read: a title and blocks of words, for the whole room."""

from collections.abc import Callable, Sequence

from codesign.course.pages import Page, Part


class Block(Part, frozen=True):
    """A part of a page that is read."""

    strong: bool = False
    """What the page is about."""


class ToRead(Page, frozen=True, kw_only=True):
    """Blocks that the whole room reads; answered with "on", "back", or what else the keys of its place say."""

    speaks: bool = True
    place: str
    title: str
    """The id of a message."""
    right: str = ""
    blocks: Callable[[], Sequence[Block]]
    """In the language in use when it is called."""
