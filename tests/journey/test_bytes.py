"""Bytes that are no key, in a real pseudo-terminal: the card stays as it is, the program lives, and Hide hides."""

import os
import random
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal

pytestmark = pytest.mark.slow

F9 = "\x1b[20~"
TABLE = (
    *(b"\x1bO2Q", b"\x1b[1;2Q", b"\x1b[1;2R", b"\x1b[24;80R", b"\x1b]11;rgb:0000/1111/2222\x1b\\", b"\x1b]11;rgb:0/1/2\x07"),
    *(b"\x1bP1$r0m\x1b\\", b"\x1b_Gi=31;OK\x1b\\", b"\x1b[?62;1;2;4c", b"\x1b[?2048;2$y", b"\x1b[48;24;80;480;800t", b"\x1b[I"),
    *(b"\x1b[O", b"\x1b[<0;12;5M\x1b[<0;12;5m", b"\x1b[M \xb1(", b"\x1b[32;12;5M", b"\xf1", b"\xed\xa0\x80", b"\x00\x00"),
    *(b"\x1b[99999999u", b"\x1b[50;1:3u", b"\x1b2", b"\x1b[27;5;50~", b"\x1b[19^", b"\x1b(B", b"\x1b[200~1\r2\x1b[201~"),
    *(b"\x1b\x1b[200~1\r2\x1b[201~", b"\x1b\x1b[M 2(", b"\x1bO" + b"2" * 100 + b"A"),
    b"\x1b[200~" + b"1\r2" * 9000 + b"\x1b[201~",
)
MAIN = """
from codesign.cli import main
from codesign.tui.key_repeat import Held
Held.first = Held.read = lambda *_: True  # every press is a new one, without a pause between two
main(["demo"])
"""


class Run(Terminal):
    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._child.child_fd, data[:1024]) :]
            self._read(0.01)
        self._read(0.03)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path), "CODESIGN_DATA": str(tmp_path)}
    return Run(sys.executable, ["-c", MAIN], env=env)


def to_card(run: Run) -> None:
    run.press("\r", "Before you start")
    run.press("\r", "Card 1 of")


def test_bytes_that_are_no_key_change_nothing_on_a_card(run: Run) -> None:
    with run:
        run.wait("Whose turn")
        to_card(run)
        card = run.text()
        for data in TABLE:
            run.write(data)
        run.pause(0.3)
        assert run.text() == card
        run.write(b"\x1b")
        time.sleep(0.2)
        run.write(b"[20~")
        run.wait("Printer paper")
        run.press("\x1b[20;2~", "The answers so far are gone")
        run.write(b"\x1b[200~never ends")
        run.press(F9, "Printer paper")
        run.press("\x07", "Whose turn")


@pytest.mark.parametrize("length", [1_500, pytest.param(100_000, marks=pytest.mark.soak)])
def test_the_program_lives_through_noise(run: Run, length: int) -> None:
    source = random.Random(length)
    heavy = [b"\x1b[", b"\x1bO", b"\x1b]", b"\x1b", b";", b"M", b"u", b"~"]
    with run:
        run.wait("Whose turn")
        noise = b"".join(source.choice(heavy) if source.random() < 0.4 else source.randbytes(1) for _ in range(length))
        run.write(noise)
        run.pause(1.2)
        for _ in range(20):  # wherever it led: Hide, and back
            if "Printer paper" in run.text():
                break
            run.press(F9)
            run.pause(0.2)
        assert "Printer paper" in run.text()
        assert run._child.isalive()


def test_two_keys_in_one_write_on_a_menu_act_one_after_the_other(tmp_path: Path) -> None:
    """Both acted on the first page, which ended the program."""
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path), "CODESIGN_DATA": str(tmp_path)}
    with Run(sys.executable, ["-m", "codesign"], env=env) as run:
        run.wait("Try it out")
        run.write(b"1\r")
        run.wait("Set up the session")
        run.press("\x1b[20~", "Printer paper")
        assert run._child.isalive()


def test_in_a_latin_1_locale_what_is_chosen_looked_like_what_is_not(tmp_path: Path) -> None:
    """The terminal is told to take UTF-8, and gets its own letters back."""
    env = {**os.environ, "TERM": "xterm", "HOME": str(tmp_path), "CODESIGN_DATA": str(tmp_path)}
    with Run(sys.executable, ["-c", f"import locale\nlocale.getencoding = lambda: 'ISO-8859-1'{MAIN}"], env=env) as run:
        run.wait("Whose turn")
        assert run.raw.index(b"\x1b%G") < run.raw.index("■".encode())
        assert b"\x1b%@" not in run.raw
        os.kill(run.pid, 15)
        run.ended()
        assert run.raw.rindex(b"\x1b[?1049l") < run.raw.rindex(b"\x1b%@")


def test_letters_typed_line_by_line_at_a_latin_1_terminal_were_lost(tmp_path: Path) -> None:
    env = {**os.environ, "TERM": "xterm", "HOME": str(tmp_path), "CODESIGN_DATA": str(tmp_path), "PYTHONIOENCODING": "latin-1"}
    script = "import sys\nfrom codesign.cli import main\nmain(['doctor'], standalone_mode=False)\nprint(ascii(input()))"
    with Run(sys.executable, ["-c", script], env=env) as run:
        run.wait("tried with")
        run.write(b"ma\xf1ana\r")
        run.wait(r"'ma\\xf1ana'")
        assert r"'ma\xf1ana'" in run.text()
