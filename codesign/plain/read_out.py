"""Blocks of words as they are read out in plain lines."""

from collections.abc import Callable, Iterable

from codesign.course.pages import Block
from codesign.plain.console import Console, sentence

READ_ON = "Press Enter to read on."
"""To the facilitator; others are asked by `Asking.rest`."""


def read_out(console: Console, blocks: Iterable[Block], rest: Callable[[], None]) -> None:
    """Block after block, with a `rest` where they are many lines."""
    console.say_in_parts([_lines(block) for block in blocks], rest)


def _lines(block: Block) -> list[str]:
    title = f"{block.title}:" if block.rows and block.title else sentence(block.title)
    rows = [f"{name}: {words}" if name else words for name, words in block.rows]
    lines = block.lines if block.look == "help" else map(sentence, block.lines)
    return [*([title] if title else []), *lines, *rows]
