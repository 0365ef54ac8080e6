"""From the lines of a written policy to its sentences."""

import re
from collections.abc import Iterable, Iterator

_MARKERS = re.compile(
    r"^[\s>#*+\-\u2013\u2014\u2022\u25cf\u25aa\u2610_|]*(?:\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivx]+)[.)]\s+|\d+(?:\.\d+)+\s+)?[*_]*"
)
_ENDS = re.compile(r"(?<=[.!?])[\"\u201d\u2019)*_]*\s+(?=[\"\u201c(*_]*[A-Z0-9])")
_NO_ENDS = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|vs|approx|incl|U\.S|Rev|Sec|Art|Inc)\.|\b\d+\.)$", re.IGNORECASE
)
_TIME = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
"""Ends a sentence only before a word that begins one: “until 10 p.m. Monday” goes on."""
_BEGINS_ANEW = re.compile(r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]")
_CELLS = re.compile(r"\s*\|\s*")
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\[([^\[\]]{0,200})\]\([^)]{0,400}\)")
_FEWEST_WORDS = 3
"""A line of fewer words without an end is a heading."""


def sentences_of(lines: Iterable[str]) -> Iterator[str]:
    """The sentences of these lines, each line a paragraph, an item of a list or a row of a table. Headings of a word or two are
    left out, and marks of Markdown are taken off."""
    for line in lines:
        for cell in _CELLS.split(_MARKERS.sub("", line).strip(" |")):
            yield from _sentences(" ".join(_MARKS.sub(lambda match: match[1] or "", cell).split()))


def _goes_on(before: str, part: str) -> bool:
    """Whether what ends in a point is no sentence without the part after it."""
    return bool(_NO_ENDS.search(before) or (_TIME.search(before) and not _BEGINS_ANEW.match(part)))


def _sentences(words: str) -> Iterator[str]:
    found: list[str] = []
    for part in _ENDS.split(words):
        if found and _goes_on(found[-1], part):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    for sentence in found:
        if sentence.endswith((".", "!", "?")) or len(sentence.split()) >= _FEWEST_WORDS:
            yield sentence
