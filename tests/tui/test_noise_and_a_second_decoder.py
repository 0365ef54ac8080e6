"""Random bytes, and a second decoder beside the cutter's: the same grammar, by regular expressions over a whole flow."""

import random
import re

import pytest

from codesign.tui.keyboard.cut import Cut, Cutter, Pasted
from codesign.tui.keyboard.known import key_of

_CONTROL = rb"\x00-\x17\x19\x1c-\x1f\x7f"
_PIECE = re.compile(
    b"|".join(
        (
            rb"(?P<csi>\x1b+\[|\xc2?\x9b)(?P<body>[^\x1b\x18\x1a@-~]*)(?P<final>[@-~]|[\x18\x1a]?)",
            rb"(?P<ss3>\x1b+O|\xc2?\x8f)(?P<among>[0-;%b]*)(?P<end>[ -/<-~]|[\x18\x1a]?)" % _CONTROL,
            rb"(?P<string>\x1b+[]PX^_]|\xc2?[\x90\x98\x9d-\x9f])",
            rb"(?P<other>\x1b+[ -/][ -/%b]*[0-~\x18\x1a]?)" % _CONTROL,
            rb"(?P<alt>\x1b+[\x00-\x06\x08-\x1a\x1c-\x7f]?)",
            rb"(?P<letter>[\xc2-\xdf][\x80-\xbf]?|[\xe1-\xec\xee\xef][\x80-\xbf]{0,2}|[\xf1-\xf3][\x80-\xbf]{0,3}"
            rb"|\xe0(?:[\xa0-\xbf][\x80-\xbf]?)?|\xed(?:[\x80-\x9f][\x80-\xbf]?)?"
            rb"|\xf0(?:[\x90-\xbf][\x80-\xbf]{0,2})?|\xf4(?:[\x80-\x8f][\x80-\xbf]{0,2})?|.)",
        )
    ),
    re.DOTALL,
)
_ALONE = rb"(?<![\x80-\xc1\xc3-\xff])"  # in words, a byte of 8 bits after another is the rest of a letter
_CTRL = b"(?:%b)" % b"|".join(b"%d" % n for n in range(1, 257) if (n - 1) & 4 and not (n - 1) & 0b111000)
_BY_NUMBER = rb"(?:103|71);%b(?::1)?u|27;%b;(?:103|71)~" % (_CTRL, _CTRL)
_HIDE = rb"(?P<hide>(?:\x1b\[|%b\x9b)(?:20(?:(?:;\d{1,3}(?::1)?)?~|[$^@])|%b))" % (_ALONE, _BY_NUMBER)
_STRING_ENDS = re.compile(_HIDE + rb"|\x1b\\|[\x07\x18\x1a]|%b\x9c|\Z" % _ALONE)
_PASTE_ENDS = re.compile(_HIDE + rb"|(?P<bel>\x07)|(?P<whole>(?:\x1b\[|%b\x9b)201~)|\Z" % _ALONE)
_LINUX_ENDS = re.compile(rb"(?P<among>[%b]*)(?P<end>[ -~\x18\x1a]?)" % _CONTROL)
_MOUSE = {b"M": 3, b"t": 2, b"T": 6}
_NO_PART = re.compile(rb"[^ -~\x80-\xff]")


def _key(sequence: bytes, escapes: int = 1) -> list[str]:
    key = key_of(sequence.decode("latin-1"))
    return [key.name] if key and (escapes < 2 or key.name == "f9") else []


def reference(data: bytes) -> list[str | Pasted]:
    """The keys, by name, and pastes in bytes that come in one flow."""
    found: list[str | Pasted] = []
    at = 0
    while at < len(data):
        piece = _PIECE.match(data, at)
        assert piece
        at = piece.end()
        escapes = data[piece.start() : at].count(b"\x1b")
        if piece["csi"]:
            at = _control_sequence(piece, data, escapes, found)
        elif piece["ss3"]:
            found += ["ctrl+g"] * piece["among"].count(7)
            if piece["end"]:
                found += _key(b"\x1bO" + _NO_PART.sub(b"", piece["among"]) + piece["end"], escapes)
        elif piece["string"]:
            body = data[at:]
            end = _STRING_ENDS.search(body)
            assert end
            found += ["f9"] if end["hide"] else []
            at += end.end()
        elif piece["other"]:
            found += ["ctrl+g"] * piece["other"].count(7)
        elif piece["alt"]:
            found += ["shift+tab"] * (piece["alt"] == b"\x1b\t")
        elif piece["letter"]:
            letter = piece["letter"].decode("utf-8", "ignore")
            key = key_of(letter) if letter else None
            found += [key.name] if key else []
    return found


def _control_sequence(piece: re.Match[bytes], data: bytes, escapes: int, found: list[str | Pasted]) -> int:
    """Where the piece that this sequence begins ends."""
    at = piece.end()
    for place, byte in enumerate(piece["body"]):
        if byte == 7:
            found.append("ctrl+g")
        elif byte == ord("$") and _NO_PART.sub(b"", piece["body"][: place + 1]) == b"20$":
            found.append("f9")
    whole = _NO_PART.sub(b"", piece["body"]) + piece["final"]
    if whole == b"[":
        end = _LINUX_ENDS.match(data, at)
        assert end
        found += ["ctrl+g"] * end["among"].count(7)
        found += _key(b"\x1b[[" + end["end"], escapes)
        return end.end()
    if whole in _MOUSE:
        report = re.compile(rb"(?:[^\x1b\x18\x1a\x00 -\xff]*[\x00 -\xff]){%d}|[^\x1b\x18\x1a]*[\x18\x1a]?" % _MOUSE[whole])
        rest = report.match(data, at)
        assert rest
        found += ["ctrl+g"] * rest.group().count(7)
        return rest.end()
    if whole == b"200~":
        ends = _PASTE_ENDS.search(data[at:])
        assert ends
        if ends["whole"]:
            found.append(Pasted(data[at : at + min(ends.start(), 4096)].decode("utf-8", "ignore")))
        found += ["f9"] if ends["hide"] else ["ctrl+g"] if ends["bel"] else []
        return at + ends.end()
    if whole.isascii():
        found += _key(b"\x1b[" + whole, escapes)
    return at


HEAVY = (
    *(
        b"\x1b",
        b"\x1b\x1b",
        b"\x1b[",
        b"\x1bO",
        b"\x1b]",
        b"\x1bP",
        b"\x1b\\",
        b"\x07",
        b"\x18",
        b"\xc2",
        b"\xc4",
        b"\x9b",
        b"\x9c",
        b"\x9d",
    ),
    *(
        b";",
        b"[",
        b"M",
        b"T",
        b"~",
        b"u",
        b"$",
        b"20~",
        b"20$",
        b"50u",
        b"\x1b[20~",
        b"\x1b[103;5u",
        b"\x1b[200~",
        b"\x1b[201~",
        b"2" * 70,
    ),
)
FLOW = 30


def noise(source: random.Random) -> bytes:
    """A short flow, so that a string or a paste that never ends hides little of what is tried."""
    return b"".join(
        source.choice(HEAVY)
        if source.random() < 0.6
        else bytes([source.choice((source.randrange(256), source.randrange(48, 60)))])
        for _ in range(FLOW)
    )


def named(cuts: list[Cut]) -> list[str | Pasted]:
    named = (cut if isinstance(cut, Pasted) else key_of(cut) for cut in cuts)
    return [piece if isinstance(piece, Pasted) else piece.name for piece in named if piece]


@pytest.mark.parametrize("size", [10_000, pytest.param(5_000_000, marks=pytest.mark.soak)])
def test_of_noise_comes_out_what_a_second_decoder_calls_a_key_and_nothing_else(size: int) -> None:
    source = random.Random(size)
    while size > 0:
        flow = noise(source)
        size -= len(flow)
        assert named(Cutter().feed(flow, 0)) == reference(flow), flow
        cutter, step = Cutter(), source.randrange(1, 9)
        torn = [cut for at in range(0, len(flow), step) for cut in cutter.feed(flow[at : at + step], 0)]
        assert named(torn) == reference(flow), (flow, "where a read ends changes nothing")


@pytest.mark.parametrize("size", [10_000, pytest.param(300_000, marks=pytest.mark.soak)])
def test_bytes_of_every_kind_alike_are_read_as_a_second_decoder_reads_them(size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert named(Cutter().feed(data, 0)) == reference(data)


def test_a_sequence_is_a_vote_or_enter_only_in_its_few_spellings() -> None:
    """Every number with every modifier and every end: what is not listed here may be another key, but answers nothing."""
    locks = ("", ";1", ";65", ";129", ";193")
    spelled = {
        f"\x1b[{code}{lock}u": digit for digit in "012345" for code in (ord(digit), 57399 + int(digit)) for lock in locks
    }
    spelled |= {f"\x1b[{code}{lock}u": "enter" for code in (13, 57414) for lock in locks}
    spelled |= {"\x1bO" + end: digit for end, digit in zip("pqrstu", "012345", strict=True)} | {"\x1bOM": "enter"}
    numbers = ("", *range(0, 230), *range(57398, 57420), 1_000_050)
    held = (*locks, ";2", ";3", ";5", ";9", ";17", ";256", ";257", ";0", ";1:1", ";1:2", ";1:3", ";5:1", ":34;1")
    ends = "ABMRZ~^@mrtuy"
    tried = [f"\x1b[{number}{more}{end}" for number in numbers for more in held for end in ends]
    tried += [
        f"{start}{chr(end)}" for start in ("\x1bO", "\x1b[", "\x1b[[", "\x1b\x1bO", "\x1b\x1b[") for end in range(0x20, 0x7F)
    ]
    answers = {*"012345", "enter"}
    assert {s: key.name for s in tried if (key := key_of(s)) and key.name in answers} == spelled
