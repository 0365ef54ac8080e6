"""Some lines of a page that stand together."""

from msgspec import Struct


class Block(Struct, frozen=True):
    """Some lines of a page, under a title of their own."""

    title: str
    lines: tuple[str, ...]
    strong: bool = False
    """What the page is about."""
