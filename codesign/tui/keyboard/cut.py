"""Bytes of a terminal, cut into whole letters, sequences and pastes by the grammar of ECMA-48. Knows no key.

A terminal also sends replies, mouse reports and torn pieces. Taken apart into letters they would vote, so a sequence is whole,
or it is nothing.
"""

import re
from codecs import getincrementaldecoder
from enum import Enum, auto

from msgspec import Struct

ESC_ACTS = 0.025
"""Seconds of silence after which Esc alone is the key. Bytes that follow each other faster are one flow."""
STILL_ONE = 1.0
"""Seconds within which the rest of a torn sequence is still its rest, after Esc has acted too."""
STRING_ENDS = 0.3
"""Seconds of silence that end a string sequence, or a paste, whose end never came."""
STRING_LONGEST = 4096
"""Bytes of a string sequence. The rest of its flow belongs to it; of a paste no more is kept."""
HIDES = "\x1b[20~"
"""What F9 sends."""
BACK_TAB = "\x1b\t"
"""What Shift+Tab sends on the Linux console."""
_LONGEST = 64  # bytes of a sequence that could be a key
_STRINGS = b"PX]^_"
_AFTER = {"\x1b[M": 3, "\x1b[t": 2, "\x1b[T": 6}  # bytes of a mouse report of the oldest kinds
_TAIL = 16
_CSI_IN_WORDS = rb"(?:\x1b\[|(?<![\x80-\xc1\xc3-\xff])\x9b)"  # after another byte of 8 bits it is the rest of a letter
_PASTE_ENDS = re.compile(_CSI_IN_WORDS + rb"201~\Z")
_CTRL = rb"(?:[5-8]|69|7[0-2]|13[3-6]|19[7-9]|200)"  # Ctrl is held, with or without Shift, Alt and locks
_HIDE_ENDS = re.compile(
    _CSI_IN_WORDS + rb"(?:20(?:(?:;\d{1,3}(?::1)?)?~|[$^@])|(?:103|71);%b(?::1)?u|27;%b;(?:103|71)~)\Z" % (_CTRL, _CTRL)
)
_BEL, _CANCEL = 0x07, b"\x18\x1a"


class Pasted(Struct, frozen=True):
    """What came between the marks of a paste, as it came."""

    text: str


Cut = str | Pasted


class _In(Enum):
    """Where the last byte has led."""

    LETTERS = auto()
    ESC = auto()
    ESC_TOLD = auto()
    OTHER = auto()  # ESC, intermediate bytes, a final one
    CSI = auto()
    LINUX = auto()  # CSI [ and a letter: F1 to F5 of its console
    SS3 = auto()
    MOUSE = auto()
    STRING = auto()
    PASTE = auto()


class Cutter:
    """Bytes and the time in, whole pieces out. Holds what is not whole yet."""

    def __init__(self) -> None:
        self._in = _In.LETTERS
        self._held = ""
        self._no_key = False
        self._bytes = bytearray()
        self._count = 0
        self._letter = b""
        self._last = float("-inf")

    @property
    def due(self) -> float | None:
        """When `tick` will have something to tell; None while only bytes can bring something."""
        return self._last + ESC_ACTS if self._in is _In.ESC else None

    def tick(self, now: float) -> list[Cut]:
        """What the silence up to `now`, in seconds, tells: an Esc alone. It also ends what has waited for its rest too long."""
        silence = now - self._last
        told: list[Cut] = []
        if self._in is _In.ESC and silence >= ESC_ACTS:
            told.append("\x1b")
            self._in = _In.ESC_TOLD
        if silence > (STRING_ENDS if self._in in (_In.STRING, _In.PASTE) else STILL_ONE):
            self._to_letters()
        return told

    def feed(self, data: bytes, now: float) -> list[Cut]:
        """The pieces that `data`, read at `now`, makes whole."""
        out = self.tick(now)
        pause = now - self._last
        for byte in data:
            self._take(byte, pause > ESC_ACTS, out)
            pause = 0.0
        self._last = now
        return out

    def _to_letters(self) -> None:
        self._in, self._held, self._no_key, self._count, self._letter = _In.LETTERS, "", False, 0, b""
        self._bytes.clear()

    def _begin(self, where: _In, held: str) -> None:
        self._to_letters()
        self._in, self._held = where, held

    def _take(self, byte: int, after_pause: bool, out: list[Cut]) -> None:
        if self._in is _In.STRING:
            self._string(byte, after_pause, out)
        elif self._in is _In.PASTE:
            self._paste(byte, out)
        elif byte == 0x1B:
            self._begin(_In.ESC, "\x1b\x1b" if self._in is _In.ESC else "\x1b")
        elif byte == _BEL:  # Ctrl+G hides from the middle of a torn sequence too, whose rest is still its rest
            out.append("\x07")
            if self._in in (_In.LETTERS, _In.ESC, _In.ESC_TOLD):
                self._to_letters()
        elif self._in is _In.LETTERS:
            self._letters(byte, out)
        elif byte in _CANCEL and self._in is not _In.ESC_TOLD:
            self._to_letters()
        else:
            self._sequence(byte, out)

    # Letters

    def _letters(self, byte: int, out: list[Cut]) -> None:
        """UTF-8, one byte at a time: what can't become a letter is dropped, and what follows it is taken by itself."""
        letter, self._letter = self._letter + bytes([byte]), b""
        try:
            text = getincrementaldecoder("utf-8")().decode(letter)
        except UnicodeDecodeError:
            if len(letter) > 1:
                self._letters(byte, out)
            elif byte < 0xA0:
                self._after_esc(byte - 0x40)
            return
        if not text:
            self._letter = letter
        elif "\x80" <= text < "\xa0":  # the same controls as letters
            self._after_esc(ord(text) - 0x40)
        else:
            out.append(text)

    # Sequences

    def _after_esc(self, byte: int) -> bool:
        """Whether this byte after ESC begins a sequence."""
        meta = self._held if self._held == "\x1b\x1b" else "\x1b"
        if byte in _STRINGS:
            self._begin(_In.STRING, chr(byte))
        elif byte in b"[O":
            self._begin(_In.CSI if byte == 0x5B else _In.SS3, meta + chr(byte))
        else:
            return False
        return True

    def _sequence(self, byte: int, out: list[Cut]) -> None:
        where = self._in
        if where in (_In.ESC, _In.ESC_TOLD):
            if self._after_esc(byte):
                return
            if where is _In.ESC and 0x20 <= byte < 0x30:
                self._begin(_In.OTHER, "")
                return
            sequence = self._held + chr(byte)
            self._to_letters()
            if where is _In.ESC and sequence == BACK_TAB:
                out.append(BACK_TAB)
            elif where is _In.ESC_TOLD or byte >= 0x80:
                self._letters(byte, out)
        elif where is _In.MOUSE:
            self._count -= byte >= 0x20 or byte == 0
            if not self._count:
                self._to_letters()
        elif byte < 0x20 or byte == 0x7F:
            pass  # no part of a sequence, and not its end
        elif where is _In.CSI:
            self._csi(byte, out)
        elif byte >= 0x80:
            self._to_letters()
            self._letters(byte, out)
        elif where is _In.OTHER:
            if byte >= 0x30:
                self._to_letters()
        else:
            self._hold(byte)
            if where is _In.LINUX or not 0x30 <= byte < 0x3C:
                self._whole(out)

    def _hold(self, byte: int) -> None:
        """What is too long, or not of 7 bits, is no key; it goes on to its end all the same."""
        self._no_key |= byte >= 0x80 or len(self._held) > _LONGEST
        if not self._no_key:
            self._held += chr(byte)

    @property
    def _plain(self) -> str:
        """What is held, without the Esc in front of it that Alt, or Esc just before it, has sent."""
        return "\x1b" + self._held.lstrip("\x1b")

    def _csi(self, byte: int, out: list[Cut]) -> None:
        self._hold(byte)
        if 0x40 <= byte < 0x7F:
            if self._plain == "\x1b[[" and not self._no_key:
                self._in = _In.LINUX
            else:
                self._whole(out)
        elif self._plain == "\x1b[20$" and not self._no_key:  # Shift+F9 of rxvt, whose last byte is no end by the grammar
            out.append(HIDES)
            self._no_key = True

    def _whole(self, out: list[Cut]) -> None:
        sequence, plain, no_key = self._held, self._plain, self._no_key
        self._to_letters()
        if no_key:
            return
        if plain in _AFTER:
            self._in, self._count = _In.MOUSE, _AFTER[plain]
        elif plain == "\x1b[200~":
            self._in = _In.PASTE
        else:
            out.append(sequence)

    # Strings and pastes: nothing in them is a key, but for Hide

    def _string(self, byte: int, after_pause: bool, out: list[Cut]) -> None:
        self._count += 1
        if self._count > STRING_LONGEST and after_pause:
            self._to_letters()
            self._take(byte, after_pause, out)
            return
        before = self._bytes[-1:]
        self._bytes.append(byte)
        del self._bytes[:-_TAIL]
        st_8_bit = byte == 0x9C and (before < b"\x80" or before == b"\xc2")
        if byte == _BEL:
            if after_pause and self._held != "]":  # no reply but an OSC's ends so
                out.append("\x07")
            self._to_letters()
        elif byte in _CANCEL or st_8_bit or self._bytes.endswith(b"\x1b\\"):
            self._to_letters()
        else:
            self._hide_within(out)

    def _paste(self, byte: int, out: list[Cut]) -> None:
        if byte == _BEL:  # no words hold it
            out.append("\x07")
            self._to_letters()
            return
        self._bytes.append(byte)
        self._count += 1
        if end := _PASTE_ENDS.search(self._bytes, max(0, len(self._bytes) - _TAIL)):
            text = self._bytes[: min(end.start(), STRING_LONGEST)].decode("utf-8", "ignore")
            self._to_letters()
            out.append(Pasted(text))
            return
        if len(self._bytes) > STRING_LONGEST + 2 * _TAIL:  # no more is kept, but for what may become the end
            del self._bytes[STRING_LONGEST:-_TAIL]
        self._hide_within(out)

    def _hide_within(self, out: list[Cut]) -> None:
        if _HIDE_ENDS.search(self._bytes, max(0, len(self._bytes) - _TAIL)):
            out.append(HIDES)
            self._to_letters()
