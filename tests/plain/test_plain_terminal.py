"""Plain mode at a terminal of its own: what keys and signals do that reach the terminal and the program, not the line."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import fcntl
import struct
import termios

from codesign import terminal
from codesign.plain.asking import STILL_HERE
from codesign.plain.console import Console, Hidden, Left, TooLate

CTRL_D, CTRL_S = b"\x04", b"\x13"


class Seat:
    """A terminal with a console in it; `keys` are pressed, `seen` is what was printed."""

    def __init__(self, rows: int = 24, term: str = "xterm") -> None:
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        self.files = os.fdopen(self.slave, "r"), os.fdopen(os.dup(self.slave), "w")
        self.talk = Console(*self.files, term)
        self.talk.patience = 1, STILL_HERE

    def keys(self, pressed: bytes) -> None:
        os.write(self.master, pressed)
        time.sleep(0.01)  # the system passes them on

    def seen(self) -> bytes:
        time.sleep(0.01)
        os.set_blocking(self.master, False)
        try:
            return os.read(self.master, 1 << 16)
        except BlockingIOError:
            return b""

    def until(self, words: bytes) -> bytes:
        """What was seen until these words came, or for as long as that can take: what the terminal echoes and what is printed
        come one after the other, on a busy machine with a gap."""
        seen = b""
        for _ in range(500):
            seen += self.seen()
            if words in seen:
                break
        return seen

    @property
    def modes(self) -> list[object]:
        return termios.tcgetattr(self.slave)


@pytest.fixture
def seat(request: pytest.FixtureRequest) -> Iterator[Seat]:
    seat = Seat(*getattr(request, "param", ()))
    yield seat
    for file in seat.files:
        file.close()
    with contextlib.suppress(OSError):
        os.close(seat.master)


@pytest.mark.parametrize("hide", [b"h\n", b"\x1b[20~\n", b"\x07\n", CTRL_D, b"half a line" + CTRL_D])
def test_ctrl_s_switched_hide_off(seat: Seat, hide: bytes) -> None:
    before = seat.modes
    seat.talk.end_hides(True)
    with seat.talk.guarded():
        seat.keys(CTRL_S + hide)
        with pytest.raises(Hidden):
            seat.talk.ask("?")
        seat.talk.cover()
        assert b"Notes" in seat.until(b"Notes")
    assert seat.modes == before


def test_ctrl_s_that_was_pressed_before_is_taken_back(seat: Seat) -> None:
    seat.keys(CTRL_S)
    with seat.talk.guarded():
        seat.talk.cover()
        assert b"Notes" in seat.until(b"Notes")


def test_half_a_line_and_ctrl_d_kept_a_turn_open_where_nobody_sat(seat: Seat) -> None:
    with seat.talk.guarded():
        seat.keys(CTRL_S)
        seat.talk.patience = 0.01, STILL_HERE
        with pytest.raises(TooLate):
            seat.talk.ask("?")
        seat.keys(b"half" + CTRL_D)
        seat.talk.end_hides(True)
        with pytest.raises(Hidden):
            seat.talk.ask("?")
        seat.talk.patience = 1, STILL_HERE
        seat.keys(b"whole\n")
        assert seat.talk.ask("?") == "whole"


def test_a_code_asked_for_while_a_turn_waits_waited_for_ever(seat: Seat) -> None:
    """Both ways to ask wait as long as the page says, and say so before."""
    before, seat.talk.patience = seat.modes, (0.05, STILL_HERE)
    for asked in (seat.talk.secret, seat.talk.ask):
        with pytest.raises(TooLate):
            asked("Facilitator's code:")
        assert STILL_HERE.encode() in seat.seen()
    assert seat.modes == before, "what is typed next is shown again"


def test_enter_kept_a_code_s_page_open_and_answered_nothing(seat: Seat) -> None:
    seat.talk.patience = 1, STILL_HERE
    threading.Timer(0.05, os.write, [seat.master, b"\n"]).start()
    threading.Timer(0.1, os.write, [seat.master, b"135790\n"]).start()
    assert seat.talk.secret("Facilitator's code:") == "135790"


def test_ctrl_d_in_youth_s_hands_ended_at_a_shell(seat: Seat) -> None:
    for hides, raised in ((True, Hidden), (False, Left)):
        seat.talk.end_hides(hides)
        for asked in ("ask", "secret", "sure"):
            seat.keys(CTRL_D)
            with pytest.raises(raised):
                getattr(seat.talk, asked)("?")


def test_a_terminal_that_is_gone_is_left_and_never_hidden_for_ever(seat: Seat) -> None:
    seat.talk.end_hides(True)
    os.close(seat.master)
    with pytest.raises(Left):
        seat.talk._lines.line()


def test_the_cover_lifts_by_enter_and_not_by_the_end_of_the_input(seat: Seat) -> None:
    seat.talk.end_hides(True)
    pressed: list[bytes] = []

    def enter() -> None:
        pressed.append(b"\n")
        os.write(seat.master, b"\n")

    seat.keys(CTRL_D + CTRL_D)
    later = threading.Timer(0.1, enter)
    later.start()
    seat.talk.until_uncovered()
    assert pressed, "the end of the input lifted it"
    later.join()
    seat.keys(b"next\n")
    assert seat.talk.ask("?") == "next"


def test_a_terminal_that_a_broken_program_left_raw_reads_lines_again(seat: Seat) -> None:
    raw = seat.modes
    raw[0] &= ~termios.ICRNL  # type: ignore[operator]
    raw[3] &= ~(termios.ICANON | termios.ISIG)  # type: ignore[operator]
    termios.tcsetattr(seat.slave, termios.TCSANOW, raw)
    with seat.talk.guarded():
        seat.keys(b"a line\r")
        assert seat.talk.ask("?") == "a line"


@pytest.mark.parametrize(("seat", "lines"), [((rows, "dumb"), max(60, rows)) for rows in (5, 24, 61, 200)], indirect=["seat"])
def test_sixty_blank_lines_left_words_on_a_tall_dumb_terminal(seat: Seat, lines: int) -> None:
    seat.talk.clear()
    assert seat.seen().count(b"\n") == lines


def test_signals_that_end_a_program_left_the_words_on_the_screen(seat: Seat) -> None:
    named = {signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGTERM, signal.SIGHUP, signal.SIGVTALRM}
    assert named <= terminal.ends()
    for number in sorted(terminal.ends() - {signal.SIGINT, signal.SIGQUIT}):
        talk = Console(*seat.files, "xterm")
        talk.patience = 1, STILL_HERE
        with talk.guarded():
            os.kill(os.getpid(), number)
            with pytest.raises(Left):
                talk.ask("?")
        assert talk.ended_by == number


def test_stopped_by_force_it_came_back_as_it_was(seat: Seat) -> None:
    with seat.talk.guarded():
        os.kill(os.getpid(), signal.SIGCONT)
        with pytest.raises(Hidden):
            seat.talk.ask("?")
        seat.keys(b"a line\n")
        assert seat.talk.ask("?") == "a line"
