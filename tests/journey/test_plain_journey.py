"""Plain mode in a real terminal, one that knows how to clear itself and one that can only print."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal, plain_files

ENTER, CTRL_C, CTRL_D, CTRL_S, CTRL_Z = "\r", "\x03", "\x04", "\x13", "\x1a"
CODE = "246810"
CANARY = "my locker has no plug"
WIPE = b"\x1b[H\x1b[2J\x1b[3J"
Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    home = tmp_path / "home"
    home.mkdir()
    env = {**os.environ, "HOME": str(home), "CODESIGN_DATA": str(tmp_path / "data"), "LANG": "C.UTF-8"}

    def run(*args: str, term: str = "xterm-256color") -> Terminal:
        return Terminal(sys.executable, ["-m", "codesign", "run", *args], size=(80, 24), env={**env, "TERM": term})

    return run


def set_up(terminal: Terminal) -> None:
    terminal.wait("Title \\[Four tech rules\\]")
    for words, then in (
        ("", "Who answers"),
        ("House manager", "due on"),
        ("", "may they ask you"),
        ("", "how many"),
        ("5", "Support person"),
        ("Dana, office", "help line"),
        ("555-0142", "may numbers be shown"),
        ("", "Turns begin in"),
        ("", "Your code"),
        (CODE, "The code again"),
        (CODE, "What is your rule now?"),
        ("back", "Type yes when you wrote them down"),
        ("yes", "Press Enter to read on"),
    ):
        terminal.press(words + ENTER, then)
    terminal.press_until(ENTER, "On to the vote")
    terminal.press(f"3{ENTER}", "read on|Next person")
    terminal.press_until(ENTER, "Next person")
    terminal.press(f"1{ENTER}", "Whose turn is it")


def to_first_card(terminal: Terminal) -> None:
    terminal.press(ENTER, "Press Enter to see the first card")
    terminal.press(ENTER, "Card 1 of 4")


def turn(terminal: Terminal) -> None:
    to_first_card(terminal)
    terminal.press(f"b{ENTER}", "Your line")
    terminal.press(CANARY + ENTER, "OK to quote")
    terminal.press(ENTER, "Card 2 of 4")
    for number in (3, 4):
        terminal.press(f"1{ENTER}", "Letters of all that fit")
        terminal.press(ENTER, "Your line")
        terminal.press(ENTER, f"Card {number} of 4")
    terminal.press(f"4{ENTER}", "That was the last card")
    terminal.press(ENTER, "not in the box yet")
    terminal.press(f"yes{ENTER}", "Saved.")


@pytest.mark.slow
def test_a_terminal_is_clean_at_every_hand_over_and_its_scroll_back_too(start: Start, tmp_path: Path) -> None:
    with start("fifteen-minutes", "--plain") as terminal:
        set_up(terminal)
        assert CODE.encode() not in terminal.raw, "a code is not echoed"
        turn(terminal)
        assert terminal.text().startswith("Saved.\nPass the laptop on.\nWhose turn is it?\n1 of about 5 ballots")
        assert CANARY not in terminal.text()
        after_the_words = terminal.raw[terminal.raw.rindex(CANARY.encode()) :]
        assert after_the_words.count(WIPE) >= 3
        assert after_the_words.rindex(WIPE) < after_the_words.index(b"Saved.")
        to_first_card(terminal)
        terminal.press(CTRL_Z)
        terminal.press(f"b{ENTER}", "Your line")
        terminal.press("half a secret" + CTRL_S)
        terminal.press(CTRL_C, "Printer paper")
        assert "half a secret" not in terminal.text()
        assert "ballot" not in terminal.text()
        terminal.press(ENTER, "The screen was hidden")
        terminal.press(f"f{ENTER}", "Facilitator's code")
        terminal.press(CTRL_D, "Printer paper")  # behind it is a shell, and youth can ask for the code as well
        terminal.press(ENTER, "Whose turn is it")
        terminal.press(f"f{ENTER}", "Facilitator's code")
        terminal.press(f"999999{ENTER}", "That is not the code")
        terminal.press(CODE + ENTER, "Close the round")
        terminal.press(CTRL_D)
        assert terminal.ended() == 0
        assert terminal.raw.endswith(WIPE + "Every ballot that showed “Saved.” is on this laptop.\r\n".encode())
        assert CODE.encode() not in terminal.raw
    assert CANARY.encode() not in plain_files(tmp_path / "data")


@pytest.mark.slow
def test_a_dumb_terminal_gets_lines_and_nothing_else(start: Start) -> None:
    with start("fifteen-minutes", "--plain", term="dumb") as terminal:
        set_up(terminal)
        to_first_card(terminal)
        terminal.press(f"b{ENTER}", "Your line")
        terminal.press(CANARY + ENTER, "OK to quote")
        terminal.press(f"0{ENTER}", "Put in what I answered")
        terminal.press(f"1{ENTER}", "Saved.")
        screen = [line for line in terminal.text().splitlines() if line]
        assert screen[0] == "Saved."
        assert CANARY not in terminal.text()
        terminal.press(f"hide{ENTER}", "Printer paper")
        terminal.press(ENTER, "Whose turn is it")
        assert b"\x1b" not in terminal.raw
        terminal._child.kill(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM


@pytest.mark.slow
def test_a_kill_in_plain_mode_ended_as_if_all_were_well(start: Start, tmp_path: Path) -> None:
    with start("fifteen-minutes", "--plain") as terminal:
        set_up(terminal)
        to_first_card(terminal)
        terminal.press(f"b{ENTER}", "Your line")
        terminal.press("half a secret" + CTRL_S)
        terminal._child.kill(signal.SIGUSR1)
        assert terminal.ended() == 128 + signal.SIGUSR1
        assert terminal.raw.endswith(WIPE + "Every ballot that showed “Saved.” is on this laptop.\r\n".encode())
    assert b"half a secret" not in plain_files(tmp_path)


@pytest.mark.slow
def test_home_leads_to_plain_lines_and_back_to_the_shell(start: Start) -> None:
    with start() as terminal:
        terminal.wait("Our board")
        terminal.press("8", "Codesign. Works offline")
        terminal.press(f"8{ENTER}")
        assert terminal.ended() == 0


@pytest.mark.slow
def test_a_plan_opens_its_set_up_on_the_screens(start: Start) -> None:
    with start("fifteen-minutes") as terminal:
        terminal.wait("Set up the session")
        assert "Four tech rules" in terminal.text()
        terminal.press("\x1b", "Choose a plan")
