"""The keys of the lists of Our board: a part of the one table of keys."""

from codesign.tui.key import CANCEL as _CANCEL
from codesign.tui.key import UP_DOWN as _UP_DOWN
from codesign.tui.key import Key
from codesign.tui.key import enter as _enter
from codesign.tui.key import letter as _letter

BOARD_PLACES: dict[str, tuple[Key, ...]] = {
    "board": (_UP_DOWN, _enter("Open", "open"), _CANCEL),
    "near-here": (_UP_DOWN, _enter("Open", "open"), _letter("X", "Out", "act('out')"), _CANCEL),
    "near-line": (_enter("Next", "keep"), _CANCEL),
    "near-tried": (_UP_DOWN, _enter("Mark", "open"), _CANCEL),
}
