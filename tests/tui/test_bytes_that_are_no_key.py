"""What a terminal sends beside keys: replies, reports, torn and foreign sequences. Nothing of it is a key; Hide always is."""

import time

import pytest
from kit import begin, on_stage, scale_cards, to_first_card
from textual import events

from codesign.engine import Engine
from codesign.tui.keyboard.cut import Cut, Cutter, Pasted
from codesign.tui.keyboard.known import is_sync_reply, key_of

NO_KEY = {
    "Shift+F2 of Konsole": b"\x1bO2Q",
    "Shift+F2 of an old xterm": b"\x1bO1;2Q",
    "Shift+F2 of xterm": b"\x1b[1;2Q",
    "Shift+F3, or where the cursor is": b"\x1b[1;2R",
    "where the cursor is": b"\x1b[24;80R",
    "a colour, ended by ST": b"\x1b]11;rgb:0000/1111/2222\x1b\\",
    "a colour, ended by BEL": b"\x1b]11;rgb:0000/1111/2222\x07",
    "a colour, in 8 bits": b"\x9d11;rgb:0/1/2\x9c",
    "a colour, in 8 bits as UTF-8": "\x9d11;rgb:0/1/2\x9c".encode(),
    "a title with letters": "\x1b]2;Ŝ2 ñ\x1b\\".encode(),
    "iTerm's own": b"\x1b]1337;CurrentDir=/2\x07",
    "a string that is cancelled": b"\x1bP123\x18",
    "a string ended by BEL": b"\x1bP123\x07",
    "DECRQSS": b"\x1bP1$r0m\x1b\\",
    "XTGETTCAP": b"\x1bP1+r524742=38\x1b\\",
    "its version": b"\x1bP>|XTerm(388)\x1b\\",
    "tmux passing on": b"\x1bPtmux;\x1b\x1b]11;2\x07\x1b\\",
    "a picture's reply": b"\x1b_Gi=31;OK\x1b\\",
    "PM": b"\x1b^123\x1b\\",
    "SOS": b"\x1bX123\x1b\\",
    "what it is": b"\x1b[?62;1;2;4c",
    "what it is, the second": b"\x1b[>41;388;0c",
    "it is well": b"\x1b[0n",
    "dark": b"\x1b[?997;1n",
    "a mode": b"\x1b[?2048;2$y",
    "a mode of ANSI": b"\x1b[20;2$y",
    "the size": b"\x1b[8;24;80t",
    "the size, by itself": b"\x1b[48;24;80;480;800t",
    "kitty's flags": b"\x1b[?1u",
    "the focus comes": b"\x1b[I",
    "the focus goes": b"\x1b[O",
    "a click": b"\x1b[<0;12;5M\x1b[<0;12;5m",
    "a click of urxvt": b"\x1b[32;12;5M",
    "a click of X10": b"\x1b[M 2(",
    "a click of X10 past column 95": b"\x1b[M \xb1(",
    "a click of X10 past column 223": b"\x1b[M \x002",
    "highlighting": b"\x1b[T222222",
    "Latin-1": b"\xf1",
    "Latin-1, twice": b"\xe9\xf1",
    "a letter cut short": b"\xe2\x82",
    "a surrogate": b"\xed\xa0\x80",
    "past the last letter": b"\xf4\x90\x80\x80",
    "an overlong 2": b"\xc0\xb2",
    "FF": b"\xff\xfe",
    "NUL": b"\x00" * 9,
    "U+0085": "\x85".encode(),
    "a code point out of range": b"\x1b[99999999u",
    "a code point past the last": b"\x1b[1114112u",
    "a surrogate as a number": b"\x1b[55296u",
    "a number of 5,000 digits": b"\x1b[" + b"2" * 5000 + b"u",
    "2 let go": b"\x1b[50;1:3u",
    "2 repeated": b"\x1b[50;1:2u",
    "2 with another layout": b"\x1b[50:34;1u",
    "Alt+2": b"\x1b2",
    "Alt+2 by number": b"\x1b[50;3u",
    "Ctrl+2 of xterm": b"\x1b[27;5;50~",
    "Ctrl+2 of mintty": b"\x1b[1;5r",
    "Alt+Enter": b"\x1b\r",
    "Alt+F2": b"\x1b\x1bOQ",
    "Shift+F8 of rxvt": b"\x1b[19$",
    "Ctrl+F8 of rxvt": b"\x1b[19^",
    "F5 of Linux": b"\x1b[[E",
    "another character set": b"\x1b(B",
    "intermediates": b"\x1b[2 q",
    "controls within": b"\x1b[2\r\n4~x"[:-1].replace(b"4", b"9"),
    "letters within": "\x1b[2é3q".encode(),
    "a torn reply": b"\x1b[?62;1;",
    "keypad, torn": b"\x1bO",
    "keypad, too long": b"\x1bO" + b"2" * 100 + b"A",
    "Esc, and a paste": b"\x1b\x1b[200~1\r2\x1b[201~",
    "Esc, and a click of X10": b"\x1b\x1b[M 2(",
    "Alt+F5 of Linux": b"\x1b\x1b[[E",
    "a paste": b"\x1b[200~1\r2b0f\x1b[201~",
    "a long paste": b"\x1b[200~" + b"1\r2" * 90_000 + b"\x1b[201~",
    "a paste with a letter that looks like its end": "\x1b[200~ě201~1\r2\x1b[201~".encode(),
    "a paste that never ends": b"\x1b[200~123",
    "the end of a paste alone": b"\x1b[201~",
    "a string that never ends": b"\x1b]" + b"2" * 9000,
}
KEYS = {
    "2": (b"2", ["2"]),
    "a number": (b"\x1b[50u", ["2"]),
    "a number, with Num Lock": (b"\x1b[50;129u", ["2"]),
    "keypad": (b"\x1bOr\x1bOM", ["2", "enter"]),
    "Esc by number": (b"\x1b[27u", ["escape"]),
    "Ctrl+L by number": (b"\x1b[108;5u", ["ctrl+l"]),
    "F1 of four terminals": (b"\x1bOP\x1b[11~\x1b[[A\x1b[P", ["f1"] * 4),
    "F2 and F4 of four terminals": (b"\x1bOQ\x1b[12~\x1b[[B\x1b[Q\x1bOS\x1b[14~\x1b[[D\x1b[S", ["f2"] * 4 + ["f4"] * 4),
    "Shift+Tab of two terminals, and by number": (b"\x1b[Z\x1b\t\x1b[9;2u", ["shift+tab"] * 3),
    "Home and End of three terminals": (b"\x1b[1~\x1bOH\x1b[7~\x1b[4~\x1bOF\x1b[8~", ["home"] * 3 + ["end"] * 3),
    "Shift+Left": (b"\x1b[1;2D", ["shift+left"]),
    "a letter of the old kind before 2": (b"\xf12", ["2"]),
    "a letter": ("ñ".encode(), ["ñ"]),
    "arrows": (b"\x1b[A\x1bOB\x9bC", ["up", "down", "right"]),
}
HIDES = {
    "F9": b"\x1b[20~",
    "F9 in 8 bits": b"\x9b20~",
    **{f"F9 and {n} held": b"\x1b[20;%d~" % n for n in range(2, 17)},
    **{f"F9 of rxvt, {c}": b"\x1b[20" + c.encode() for c in "^$@"},
    "Alt+Shift+F9 of rxvt": b"\x1b\x1b[20$",
    "Shift+F9 of rxvt, and more": b"\x1b[20$2",
    "Alt+F9 as two": b"\x1b\x1b[20~",
    "F9 pressed, by event": b"\x1b[20;1:1~",
    "Ctrl+G": b"\x07",
    "Alt+Ctrl+G": b"\x1b\x07",
    "Ctrl+G by number": b"\x1b[103;5u",
    "Ctrl+Shift+G by number": b"\x1b[103;6u",
    "Ctrl+G of xterm": b"\x1b[27;5;103~",
    "F9 in a paste": b"\x1b[200~abc\x1b[20~",
    "F9 pressed, by event, in a paste": b"\x1b[200~abc\x1b[20;5:1~",
    "Ctrl+G in a paste": b"\x1b[200~abc\x07",
    "Ctrl+G by number in a paste": b"\x1b[200~abc\x1b[103;5u",
    "Ctrl+Shift+G by number, with Num Lock, in a string": b"\x1bPabc\x1b[71;134u",
    "Ctrl+G of xterm in a string": b"\x1b]11;\x1b[27;5;103~",
    "F9 in a string": b"\x1b]11;\x1b[20~",
    "Ctrl+G in a torn sequence": b"\x1b[2\x07",
}


def keys(cuts: list[Cut]) -> list[str]:
    return [key.name for cut in cuts if not isinstance(cut, Pasted) and (key := key_of(cut))]


def pieces(*timed: tuple[float, bytes]) -> list[str]:
    """Bytes, each after some seconds of silence; the clock looks as the driver does."""
    cutter, now, found = Cutter(), 0.0, []
    for pause, data in timed:
        if cutter.due is not None and cutter.due <= now + pause:
            found += keys(cutter.tick(cutter.due))
        now += pause
        found += keys(cutter.feed(data, now))
    return found


@pytest.mark.parametrize("name", NO_KEY)
def test_what_a_terminal_sends_beside_keys_is_no_key_and_the_next_key_is_one(name: str) -> None:
    assert pieces((0, NO_KEY[name])) == []
    assert pieces((0, NO_KEY[name]), (1.1, b"2")) == ["2"]


@pytest.mark.parametrize("name", NO_KEY)
def test_a_reply_torn_after_its_first_byte_is_no_key_but_the_esc(name: str) -> None:
    data = NO_KEY[name]
    if data[:1] == b"\x1b" and data[1:2] in b"[]PX^_O" and len(data) < 99 and not data.startswith(b"\x1b\x1b"):
        assert pieces((0, data[:1]), (0.2, data[1:]), (1.1, b"2")) == ["escape", "2"]


@pytest.mark.parametrize("name", KEYS)
def test_known_keys_are_keys(name: str) -> None:
    data, names = KEYS[name]
    assert pieces((0, data)) == names


@pytest.mark.parametrize("name", HIDES)
def test_hide_hides_whatever_is_held_down_and_whatever_came_before(name: str) -> None:
    assert set(pieces((0, HIDES[name]))) <= {"f9", "ctrl+g"}
    assert len(pieces((0, HIDES[name]))) == 1


def test_a_torn_hide_hides() -> None:
    assert pieces((0, b"\x1b"), (0.2, b"[20~")) == ["escape", "f9"]
    assert pieces((0, b"\x1b"), *((0.2, bytes([b])) for b in b"[20~"))[-1] == "f9"
    assert pieces((0, b"\x1b[2"), (0.9, b"0~")) == ["f9"]
    assert pieces((0, b"\x1b[200~words"), (0.1, b"\x07")) == ["ctrl+g"]
    assert pieces((0, b"\x1b[200~words"), (0.1, b"\x1b[20~"), (0.1, b"\x1b[20~")) == ["f9", "f9"]
    assert pieces((0, b"\x1bPwords"), (0.1, b"\x07")) == ["ctrl+g"]
    assert pieces((0, b"\x1b]words"), (0.1, b"\x07"), (0, b"\x07")) == ["ctrl+g"]
    assert pieces((0, b"\x1b]words"), (0.4, b"\x07")) == ["ctrl+g"]


def test_the_limits_of_what_is_waited_for() -> None:
    assert pieces((0, b"\x1b"), (1.2, b"[2")) == ["escape", "left_square_bracket", "2"]
    assert pieces((0, b"\x1b"), (0.1, b"2")) == ["escape", "2"]
    assert pieces((0, b"\x1b"), (0.01, b"2")) == []
    assert pieces((0, b"\x1b]" + b"2" * 5000), (0.05, b"2")) == ["2"], "4 KiB and the end of the flow"
    assert pieces((0, b"\x1b]2"), (0.05, b"2")) == []
    assert pieces((0, b"\xc3"), (0.5, b"\xb1")) == ["ñ"]
    assert pieces((0, b"\xc3\x07\xb1")) == ["ctrl+g"], "half a letter does not outlive Hide"


def test_a_paste_is_words_up_to_its_limit() -> None:
    paste = b"\x1b[200~plugs, 2 of them \xc3\xb1\x1b[201~"
    assert Cutter().feed(paste, 0) == [Pasted("plugs, 2 of them ñ")]
    cutter = Cutter()
    assert [c for b in paste for c in cutter.feed(bytes([b]), 0)] == [Pasted("plugs, 2 of them ñ")]
    (long,) = Cutter().feed(b"\x1b[200~" + b"a" * 50_000 + b"\x1b[201~", 0)
    assert long == Pasted("a" * 4096)


def test_only_one_reply_of_the_terminal_is_handed_on() -> None:
    assert [is_sync_reply(f"\x1b[?2026;{n}$y") for n in range(5)] == [False, True, True, True, False]
    assert not is_sync_reply("\x1b[?2048;2$y")


async def test_a_burst_of_keys_and_words_keeps_its_order(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        begin(stage, scale_cards(2))
        await stage.settle()
        await to_first_card(stage)
        for key in "2wplug 2 b":
            stage.app.post_message(events.Key("space" if key == " " else key, key))
        await stage.settle()
        assert stage.app.page.now.reply.text == "plug 2 b"
        assert stage.app.page.now.reply.code == "could"
        begun = time.monotonic()
        for key in ("1", "1", "1", "f9"):
            stage.app.post_message(events.Key(key, key))
        await stage.settle()
        assert stage.app.page is None, "hide waits for nothing"
        assert time.monotonic() - begun < 5
