"""The keys that a sequence of bytes can be, under Textual's names. Whatever is not here is no key, and does nothing."""

import re
import unicodedata

from msgspec import Struct

from codesign.tui.keyboard.cut import BACK_TAB


class Known(Struct, frozen=True):
    """One key that was pressed."""

    name: str
    """As Textual names it."""
    character: str | None = None
    """What it types."""


_MOVES = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end", "P": "f1", "Q": "f2", "S": "f4"}
_TILDE = {
    **{1: "home", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end"},
    **{11: "f1", 12: "f2", 14: "f4", 20: "f9"},
}
_LINUX = {"A": "f1", "B": "f2", "D": "f4"}
_KEYPAD = {"M": "\r", **dict(zip("jklmno", "*+,-./", strict=True)), **dict(zip("pqrstuvwxy", "0123456789", strict=True))}
_CONTROLS = {"\r": "enter", "\t": "tab", "\x08": "backspace", "\x7f": "backspace", "\x1b": "escape"}
_NUMBERED = {27: "\x1b", 13: "\r", 9: "\t", 127: "\x7f", 57414: "\r", **{57399 + n: str(n) for n in range(10)}}
"""Code points of the protocol that numbers its keys; the keypad's lie in the private area."""
_NUMBERED_MOVES = dict(
    zip(range(57417, 57425), ("left", "right", "up", "down", "pageup", "pagedown", "home", "end"), strict=True)
)
_EDITING = {"left", "right", "home", "end", "delete"}
"""They mean something with Shift or Ctrl, in a field."""
_SHIFT, _ALT, _CTRL, _LOCKS = 1, 2, 4, 64 | 128

_CSI = re.compile(r"\x1b\[(?:(\d{1,7})(?:;(\d{1,3})(:1)?)?)?([A-Za-z~^@])")
_OTHER_KEYS = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~")
_SYNC = re.compile(r"\x1b\[\?2026;[123]\$y")


def is_sync_reply(sequence: str) -> bool:
    """Whether the terminal says that it can show a whole page at once."""
    return _SYNC.fullmatch(sequence) is not None


def key_of(sequence: str) -> Known | None:
    """The key that a whole sequence, or a letter, is; None where it is none. Hide is Hide whatever is held down with it."""
    if sequence.startswith("\x1b\x1b"):  # Alt, and a sequence
        key = key_of(sequence[1:])
        return key if key and key.name == "f9" else None
    if sequence == BACK_TAB:
        return Known("shift+tab")
    if len(sequence) == 1:
        return _of_letter(sequence)
    if sequence.startswith("\x1bO"):
        final = sequence[2:]
        return _of_letter(_KEYPAD[final]) if final in _KEYPAD else Known(_MOVES[final]) if final in _MOVES else None
    if sequence.startswith("\x1b[["):
        name = _LINUX.get(sequence[3:])
        return Known(name) if name else None
    if found := _OTHER_KEYS.fullmatch(sequence):
        key = _numbered(int(found[2]), _held(found[1]))
        return key if key and key.name == "ctrl+g" else None
    found = _CSI.fullmatch(sequence)
    return _of_csi(*found.groups()) if found else None


def _of_letter(letter: str) -> Known | None:
    if letter in _CONTROLS:
        return Known(_CONTROLS[letter], letter if letter == "\r" or letter == "\t" else None)
    if "\x01" <= letter <= "\x1a":
        return Known(f"ctrl+{chr(ord(letter) + 0x60)}")
    if not letter.isprintable():
        return None
    name = letter if letter.isalnum() else unicodedata.name(letter, letter).lower().replace(" ", "_").replace("-", "_")
    return Known(name, letter)


def _held(modifiers: str | None) -> int:
    """The keys held down, as bits; -1 where that can't be."""
    bits = int(modifiers) - 1 if modifiers else 0
    return bits & ~_LOCKS if 0 <= bits < 256 else -1


def _of_csi(number: str | None, modifiers: str | None, event: str | None, final: str) -> Known | None:
    held = _held(modifiers)
    if final == "u":
        key = _numbered(int(number or 0), held)
    elif final == "~":
        key = _named(_TILDE.get(int(number or 0)), held)
    elif final in "^@":
        key = Known("f9") if number == "20" and not modifiers else None
    elif final == "Z":
        key = None if number else Known("shift+tab")
    else:
        key = _named(_MOVES.get(final), held) if number in (None, "1") else None
    return key if not event or (key and key.name in ("f9", "ctrl+g")) else None


def _named(name: str | None, held: int) -> Known | None:
    if not name or held < 0:
        return None
    if name == "f9" or not held:
        return Known(name)
    if name not in _EDITING or held & ~(_SHIFT | _CTRL):
        return None
    return Known("+".join((*(["ctrl"] if held & _CTRL else []), *(["shift"] if held & _SHIFT else []), name)))


def _numbered(code: int, held: int) -> Known | None:
    """A key of the protocol that numbers its keys: a code point, and what is held down."""
    if held < 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return None
    if held & _CTRL and chr(code) in "gG":
        return Known("ctrl+g")
    if code in _NUMBERED_MOVES:
        return _named(_NUMBERED_MOVES[code], held)
    letter = _NUMBERED.get(code) or (chr(code) if chr(code).isprintable() else "")
    if not letter:
        return None
    if held == _SHIFT and letter.isalpha():
        return _of_letter(letter.upper()) if len(letter.upper()) == 1 else None
    if held == _SHIFT and letter == "\t":
        return Known("shift+tab")
    if held == _CTRL and letter.isascii() and letter.isalpha():
        return Known(f"ctrl+{letter.lower()}")
    return _of_letter(letter) if not held else None
