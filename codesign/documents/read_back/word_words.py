"""The words in a Word document that count, whichever program saved it: without those that are deleted, struck or hidden."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.text import clean
from codesign.documents.read_back.controls import NO_CONTROL, Control, control_of, is_prompt
from codesign.documents.read_back.elements import descendants, first_of, is_off, name_of, own_of, value_of

_CELL_LIMIT = 2000
_GONE = ("del", "moveFrom")
_STRIKES = ("strike", "dstrike", "vanish")
_NO_BREAK = "[\u00a0\u202f]"
"""Blanks at which no line breaks: we put them in, and they are in nobody's words."""
_SYMBOLS = {"A8": "☐", "6F": "☐", "FD": "☒", "FE": "☑", "FC": "✓", "FB": "✗", "50": "✓", "52": "☑", "53": "☒", "A3": "☐"}
"""Of Word's symbol fonts, by the end of their number: the boxes and ticks."""
_MOST_STYLES = 50
"""Steps from a style to what it is based on; a file may name them in a circle."""


class Stretch(Struct, frozen=True):
    """Words side by side, in one control or in none."""

    words: str
    tag: str = ""
    """The key of `codesign.core.policy_team.decisions.COLUMNS` that the control has; empty where there is none."""
    day: str = ""
    """YYYY-MM-DD, where the control holds a day; words that were typed over it may say another."""
    gone: bool = False
    """Deleted, struck through or hidden."""
    prompt: bool = False
    """What a control shows that nobody has touched."""


CellLine = tuple[Stretch, ...]
"""A paragraph, without what is gone."""


class Cell(Struct, frozen=True):
    """A cell of a table."""

    lines: tuple[CellLine, ...] = ()
    """Its paragraphs, without empty ones."""
    struck: bool = False
    """Other words of it are gone."""
    prompts: tuple[str, ...] = ()
    """What its untouched controls show."""

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join("".join(stretch.words for stretch in line) for line in self.lines).strip()


class Looks(Struct, frozen=True):
    """By which looks words count for nothing in a file."""

    striking: frozenset[str] = frozenset()
    """The ids of the styles that strike through or hide."""
    forgets: bool = False
    """Its program leaves the mark of an untouched control where words were typed over the prompt, as LibreOffice does."""


def striking(styles: Any) -> frozenset[str]:
    """The ids of the styles that strike through or hide, themselves or by what they are based on."""
    by_id = {value_of(style, "styleId"): style for style in descendants(styles, "style")}

    def strikes(style_id: str) -> bool:
        for _step in range(_MOST_STYLES):
            style = by_id.get(style_id)
            if style is None:
                return False
            if (own := _says(first_of(style, "rPr"))) is not None:
                return own
            based = first_of(style, "basedOn")
            style_id = "" if based is None else value_of(based)
        return False

    return frozenset(style_id for style_id in by_id if strikes(style_id))


def rows_of(table: Any, looks: Looks) -> Iterator[list[Cell]]:
    """The rows of a table by column. A cell that was merged downwards says the same in every row it covers; one that was merged
    sideways stands in its first column."""
    above: dict[int, Cell] = {}
    for row in own_of(table, "tr", "tbl"):
        if first_of(row, "trPr", "del") is not None:
            continue
        line: list[Cell] = [Cell()] * _number(first_of(row, "trPr", "gridBefore"), 0)
        for cell in own_of(row, "tc", "tr"):
            merged, over = first_of(cell, "tcPr", "vMerge"), above.pop(len(line), None)
            goes_on = merged is not None and value_of(merged) != "restart" and over is not None
            words = over if goes_on and over else _cell(cell, looks)
            if merged is not None:  # only under such a cell goes another on
                above[len(line)] = words
            line += [words, *[Cell()] * (_number(first_of(cell, "tcPr", "gridSpan"), 1) - 1)]
        yield line


def _cell(cell: Any, looks: Looks) -> Cell:
    """A cell with all that lies in it: tables and text boxes too."""
    lines, prompts, left_out, left = [], [], False, _CELL_LIMIT
    for paragraph in descendants(cell, "p"):
        if _is_elsewhere(paragraph, cell):
            continue
        parts = list(pieces(paragraph, looks))
        if looks.forgets and not is_prompt("".join(part.words for part in parts if part.prompt)):
            parts = [replace(part, prompt=False) for part in parts]
        left_out = left_out or any(part.words.strip() for part in parts if part.gone)
        prompts.append(clean("".join(part.words for part in parts if part.prompt), _CELL_LIMIT))
        line = _together([part for part in parts if not (part.gone or part.prompt)], left)
        left -= sum(len(stretch.words) for stretch in line)
        if any(stretch.words.strip() for stretch in line):
            lines.append(line)
    return Cell(tuple(lines), left_out, tuple(filter(None, prompts)))


def _together(parts: Sequence[Stretch], most: int) -> CellLine:
    """Stretches of one control as one, cleaned, of so many letters at most."""
    found: list[Stretch] = []
    for part in parts:
        if found and (found[-1].tag, found[-1].day) == (part.tag, part.day):
            part = replace(part, words=found.pop().words + part.words)
        found.append(part)
    line = []
    for part in found:
        blank = " " if part.words[:1].isspace() else ""
        line.append(replace(part, words=(blank + clean(part.words, most) + (" " if part.words[-1:].isspace() else ""))[:most]))
        most -= len(line[-1].words)
    return tuple(line)


def _is_elsewhere(paragraph: Any, cell: Any) -> bool:
    """Whether it is the copy of a text box that old programs read, or lies in what was taken out."""
    around = paragraph.getparent()
    while around is not None and around is not cell:
        if name_of(around) in ("Fallback", *_GONE):
            return True
        around = around.getparent()
    return False


def pieces(paragraph: Any, looks: Looks) -> Iterator[Stretch]:
    """The words of a paragraph, without those of paragraphs inside it."""
    gone = _strikes(first_of(paragraph, "pPr"), "pStyle", looks, usual=False)
    around = takewhile(lambda element: name_of(element) != "tr", paragraph.iterancestors())
    control = NO_CONTROL
    for element in reversed([element for element in around if name_of(element) == "sdt"]):
        control = control_of(element, control)
    yield from _pieces(paragraph, looks, control, gone=gone)


def _pieces(element: Any, looks: Looks, control: Control, *, gone: bool) -> Iterator[Stretch]:
    for child in element:
        name = name_of(child)
        if words := _words(child, name):
            yield Stretch(words, control.tag, control.day, gone, control.untouched)
        elif name in _GONE:
            yield from _pieces(child, looks, control, gone=True)
        elif name == "r":
            is_gone = gone if gone and _inside(child) else _run_is_gone(child, looks, gone)
            yield from _pieces(child, looks, control, gone=is_gone)
        elif name == "sdt":
            yield from _pieces(child, looks, control_of(child, control), gone=gone)
        elif name not in ("Fallback", "pPr", "rPr", "p", "sdtPr"):
            yield from _pieces(child, looks, control, gone=gone)


def _words(element: Any, name: str) -> str:
    """What an element says that holds no other."""
    if name in ("t", "delText"):
        return re.sub(_NO_BREAK, " ", element.text or "")
    if name in ("tab", "br", "cr"):
        return " " if name == "tab" else "\n"
    if name == "noBreakHyphen":
        return "-"
    return _SYMBOLS.get(value_of(element, "char").upper()[-2:], "") if name == "sym" else ""


def _inside(run: Any) -> bool:
    """Whether a run lies in a tracked deletion, whose words no look of theirs brings back."""
    return any(name_of(around) in _GONE for around in run.iterancestors())


def _run_is_gone(run: Any, looks: Looks, usual: bool) -> bool:
    own = _says(first_of(run, "rPr"))
    return own if own is not None else _strikes(first_of(run, "rPr"), "rStyle", looks, usual=usual)


def _strikes(about: Any | None, kind: str, looks: Looks, *, usual: bool) -> bool:
    style = None if about is None else first_of(about, kind)
    return usual or (style is not None and value_of(style) in looks.striking)


def _says(about: Any | None) -> bool | None:
    """Whether a look strikes through or hides; None where it says nothing of that."""
    told = [] if about is None else [not is_off(child) for child in about if name_of(child) in _STRIKES]
    return any(told) if told else None


def _number(element: Any | None, usual: int) -> int:
    value = "" if element is None else value_of(element)
    return min(int(value), 100) if value.isascii() and value.isdigit() and len(value) < 4 else usual
