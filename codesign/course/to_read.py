"""A page that is read: a title and blocks of words, for the whole room."""

from collections.abc import Callable, Sequence

from codesign.course.block import Block
from codesign.course.pages import Page


class ToRead(Page, frozen=True, kw_only=True):
    """Blocks that the whole room reads; answered with "on", "back", or what else the keys of its place say."""

    speaks: bool = True
    place: str
    title: str
    """The id of a message."""
    right: str = ""
    blocks: Callable[[], Sequence[Block]]
    """In the language in use when it is called."""
