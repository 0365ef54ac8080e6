"""Boxes that stand printed beside words, and what somebody ticked of them, however they did it."""

import re
from collections.abc import Iterator, Sequence

from codesign.core.dates import bare
from codesign.core.policy_team.decisions import ANSWERS, EMPTY_BOX, parse_answer

_EMPTY = f"{EMPTY_BOX}□▢◻▯❏❑⬜"
_TICKED = "☒☑✓✔✗✘⊠■◼⬛🗹🗷🗵✅❌"
_MARKS = re.compile(f"([{_EMPTY}{_TICKED}])")
_IN_BRACKETS = re.compile(r"[\[(]\s*(?:([xX✓✔✗✘])|)\s*[\])]")
_ANY_X = re.compile(r"(?<!\w)[xX](?!\w)")
_FIRST_X = re.compile(r"^\s*[xX](?=\s)")
_PRINTED = frozenset(bare(words) for words in ANSWERS.values())


def answer_in(lines: Sequence[str]) -> str:
    """The answer in a cell with printed boxes: the one that is ticked, or the words in their place. Where that is not one
    answer, all that is there, which is no answer; empty where nothing was touched."""
    typed: list[str] = []
    ticked: list[str] = []
    left: list[str] = []
    for line in lines:
        for mark, words in _marked(_ANY_X.sub("☒", _boxed(line))):
            (typed if not mark else ticked if mark in _TICKED else left).append(words)
    said = [*filter(None, [" ".join(typed)]), *ticked]
    if not said:
        return (
            "" if {bare(words) for words in left} in (set(), _PRINTED) else " ".join(f"{EMPTY_BOX} {words}" for words in left)
        )
    meant = {parse_answer(words) or words for words in said}
    return said[0] if len(meant) == 1 else " / ".join(said)


def words_in(lines: Sequence[str]) -> str:
    """The words in a cell that may have printed boxes: what is ticked, and what is written beside; lines whose box is empty are
    left out."""
    boxed = [_boxed(line) if _IN_BRACKETS.match(line.lstrip()) else line for line in lines]
    has_boxes = any(_MARKS.match(line.lstrip()) for line in boxed)
    ticked, typed = [], []
    for line in boxed:
        marked = _FIRST_X.sub("☒", line) if has_boxes else line
        if not _MARKS.match(marked.lstrip()):
            typed.append(line.strip())
            continue
        ticked += [words for mark, words in _marked(marked) if mark and mark in _TICKED]
    return " · ".join([*ticked, *filter(None, ["\n".join(filter(None, typed))])])


def _boxed(line: str) -> str:
    return _IN_BRACKETS.sub(lambda match: "☒" if match[1] else EMPTY_BOX, line)


def _marked(line: str) -> Iterator[tuple[str, str]]:
    """The words of a line with the mark before them, or behind where only that is left; without a mark where there is none."""
    found: list[list[str]] = []
    first, *rest = _MARKS.split(line)
    if first.strip():
        found.append(["", first.strip()])
    for mark, words in zip(rest[::2], rest[1::2], strict=True):
        if found and not found[-1][1]:  # two marks side by side: a box, and what somebody put on it
            found[-1] = [found[-1][0] if found[-1][0] in _TICKED else mark, words.strip()]
        else:
            found.append([mark, words.strip()])
    if len(found) > 1 and not found[-1][1]:
        mark, _words = found.pop()
        found[-1][0] = mark if mark in _TICKED else found[-1][0]
    yield from ((mark, words) for mark, words in found if words)
