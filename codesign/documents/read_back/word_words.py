"""The words in a Word document that count, whichever program saved it: without those that are deleted, struck or hidden.

Elements are found by local names: a file in the strict form of the standard has other namespaces.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from codesign.core.text import clean

_CELL_LIMIT = 2000
_GONE = ("del", "moveFrom")
_STRIKES = ("strike", "dstrike", "vanish")
_OFF = ("false", "0", "off", "none")
_MOST_STYLES = 50
"""Steps from a style to what it is based on; a file may name them in a circle."""


class Cell(Struct, frozen=True):
    """A cell of a table."""

    text: str = ""
    """Its words that count, its paragraphs on lines of their own, without empty ones."""
    struck: bool = False
    """Other words of it do not count."""


def striking(styles: Any) -> frozenset[str]:
    """The ids of the styles that strike through or hide, themselves or by what they are based on."""
    by_id = {_value(style, "styleId"): style for style in descendants(styles, "style")}

    def strikes(style_id: str) -> bool:
        for _step in range(_MOST_STYLES):
            style = by_id.get(style_id)
            if style is None:
                return False
            if (own := _says(_first(style, "rPr"))) is not None:
                return own
            based = _first(style, "basedOn")
            style_id = "" if based is None else _value(based)
        return False

    return frozenset(style_id for style_id in by_id if strikes(style_id))


def rows_of(table: Any, struck: frozenset[str]) -> Iterator[list[Cell]]:
    """The rows of a table by column. A cell that was merged downwards says the same in every row it covers; one that was merged
    sideways stands in its first column. `struck` are the styles that strike."""
    above: dict[int, Cell] = {}
    for row in _own(table, "tr", "tbl"):
        if _first(row, "trPr", "del") is not None:
            continue
        line: list[Cell] = [Cell()] * _number(_first(row, "trPr", "gridBefore"), 0)
        for cell in _own(row, "tc", "tr"):
            merged = _first(cell, "tcPr", "vMerge")
            goes_on = merged is not None and _value(merged) != "restart"
            words = above.get(len(line), Cell()) if goes_on else _cell(cell, struck)
            above[len(line)] = words
            line += [words, *[Cell()] * (_number(_first(cell, "tcPr", "gridSpan"), 1) - 1)]
        yield line


def _cell(cell: Any, struck: frozenset[str]) -> Cell:
    """A cell with all that lies in it: tables and text boxes too."""
    lines, left_out = [], False
    for paragraph in descendants(cell, "p"):
        if _is_elsewhere(paragraph, cell):
            continue
        parts = list(pieces(paragraph, struck))
        left_out = left_out or any(words.strip() for words, gone in parts if gone)
        lines.append(clean("".join(words for words, gone in parts if not gone), _CELL_LIMIT))
    return Cell("\n".join(line for line in lines if line), left_out)


def _is_elsewhere(paragraph: Any, cell: Any) -> bool:
    """Whether it is the copy of a text box that old programs read, or lies in what was taken out."""
    around = paragraph.getparent()
    while around is not None and around is not cell:
        if name_of(around) in ("Fallback", *_GONE):
            return True
        around = around.getparent()
    return False


def pieces(paragraph: Any, struck: frozenset[str] = frozenset()) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph, without those of paragraphs inside it, and whether each was deleted, struck through or
    hidden."""
    yield from _pieces(paragraph, struck, gone=_strikes(_first(paragraph, "pPr"), "pStyle", struck, usual=False))


def _pieces(element: Any, struck: frozenset[str], *, gone: bool) -> Iterator[tuple[str, bool]]:
    for child in element:
        name = name_of(child)
        if name in ("t", "delText"):
            yield child.text or "", gone
        elif name in ("tab", "br", "cr"):
            yield " ", gone
        elif name == "noBreakHyphen":
            yield "-", gone
        elif name in _GONE:
            yield from ((words, True) for words, _gone in _pieces(child, struck, gone=True))
        elif name == "r":
            yield from _pieces(child, struck, gone=gone if gone and _inside(child) else _run_is_gone(child, struck, gone))
        elif name not in ("Fallback", "pPr", "rPr", "p"):
            yield from _pieces(child, struck, gone=gone)


def _inside(run: Any) -> bool:
    """Whether a run lies in a tracked deletion, whose words no look of theirs brings back."""
    return any(name_of(around) in _GONE for around in run.iterancestors())


def _run_is_gone(run: Any, struck: frozenset[str], usual: bool) -> bool:
    looks = _first(run, "rPr")
    own = _says(looks)
    return own if own is not None else _strikes(looks, "rStyle", struck, usual=usual)


def _strikes(looks: Any | None, kind: str, struck: frozenset[str], *, usual: bool) -> bool:
    style = None if looks is None else _first(looks, kind)
    return usual or (style is not None and _value(style) in struck)


def _says(looks: Any | None) -> bool | None:
    """Whether a look strikes through or hides; None where it says nothing of that."""
    told = [] if looks is None else [_value(child) not in _OFF for child in looks if name_of(child) in _STRIKES]
    return any(told) if told else None


def name_of(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def descendants(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if name_of(element) == name)


def _own(element: Any, name: str, around: str) -> Iterator[Any]:
    """Descendants of a name that lie in no nearer `around`: the rows of this table, not of one inside it."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) not in (around, "tbl", "del", "moveFrom", "Fallback"):
            yield from _own(child, name, around)


def _first(element: Any, *names: str) -> Any | None:
    for name in names:
        element = next((child for child in element if name_of(child) == name), None)
        if element is None:
            return None
    return element


def _value(element: Any, key: str = "val") -> str:
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == key), "")


def _number(element: Any | None, usual: int) -> int:
    value = "" if element is None else _value(element)
    return min(int(value), 100) if value.isascii() and value.isdigit() and len(value) < 4 else usual
