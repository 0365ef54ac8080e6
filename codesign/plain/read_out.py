"""Blocks of words as they are read out in plain lines."""

import shutil
from collections.abc import Callable, Iterable, Sequence

from codesign.course.pages import Block
from codesign.plain.console import Console, sentence

READ_ON = "Press Enter to read on."
"""To the facilitator; others are asked by `Asking.rest`."""


def read_out(console: Console, blocks: Iterable[Block], rest: Callable[[], None]) -> None:
    """Block after block, with a `rest` where they are many lines."""
    console.say_in_parts([_lines(block) for block in blocks], rest)


def read_above(console: Console, blocks: Sequence[Block], rest: Callable[[], None], *, beside: Iterable[str]) -> None:
    """Blocks above a menu, on one screen with it and its question where that holds them; else as they are read out. `beside`
    are all other lines there."""
    close = [line for block in blocks for line in _close(_lines(block))]
    if console.rows_of((*beside, *close, "")) <= shutil.get_terminal_size().lines:
        console.say(*close)
    else:
        read_out(console, blocks, rest)


def _close(lines: list[str]) -> list[str]:
    """A title beside the line that it stands above."""
    return [" ".join(lines[:2]), *lines[2:]] if lines else []


def _lines(block: Block) -> list[str]:
    title = f"{block.title}:" if block.rows and block.title else sentence(block.title)
    rows = [f"{name}: {words}" if name else words for name, words in block.rows]
    lines = block.lines if block.look == "help" else map(sentence, block.lines)
    return [*([title] if title else []), *lines, *rows]
