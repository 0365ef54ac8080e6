"""A session in a real terminal: a stick that is pulled out, ends of every kind, and what stays in memory."""

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal, copies_in_memory

ENTER, ESC, F4, F9 = "\r", "\x1b", "\x1bOS", "\x1b[20~"
CODE = "135790"
CANARY = "my locker has no plug"


@pytest.fixture
def start(tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    env = {
        **os.environ,
        "TERM": "xterm-256color",
        "HOME": str(home),
        "CODESIGN_DATA": str(tmp_path / "data"),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",  # an exported size is not the size of this terminal
    }
    env.pop("NO_COLOR", None)

    def run(*args: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        return Terminal(sys.executable, ["-m", "codesign", *args], size=size, env=env)

    return run


def begin(terminal: Terminal) -> None:
    terminal.wait("Start a session")
    terminal.press("1", "Choose a plan")
    terminal.press("1", "Set up the session")
    fields = ("House manager", "", "", "5", "Dana, front office", "555-0142", "", "", CODE, CODE)
    terminal.press("\t".join(fields) + ENTER, "What is your rule now?")
    terminal.press(ESC, "Four words")
    terminal.press("y", "How long it takes")
    terminal.press(ENTER, "On to the vote")
    terminal.press("3", "Next person")
    terminal.press("1", "Whose turn is it")


def turn(terminal: Terminal, answers: str, comment: str = "", saved: str = "Saved") -> None:
    """One person: the page before, four cards, the box."""
    terminal.press_when_read(ENTER, "Before you start")
    terminal.press_when_read(ENTER, "Card 1 of 4")
    for number, key in enumerate(answers, 1):
        terminal.press(key)
        if comment and number == 2:
            terminal.press("w", "Done typing")
            terminal.press(comment, comment)
            terminal.press(ENTER)
            terminal.press("y")
        terminal.press(ENTER, "That was the last card" if number == 4 else f"Card {number + 1} of 4")
    terminal.press_when_read(ENTER, saved)


@pytest.mark.slow
def test_a_stick_that_is_pulled_out_and_put_back_in_the_middle_of_a_vote(start, tmp_path: Path) -> None:
    records = tmp_path / "data" / "records"
    with start() as terminal:
        begin(terminal)
        turn(terminal, "b211")
        away = records.rename(tmp_path / "away")
        turn(terminal, "a341", saved="Not saved yet")
        assert "put the stick back" in " ".join(terminal.text().replace("│", " ").split())
        terminal.press(F9, "Printer paper")
        terminal.pause()
        terminal.press(F9, "Not saved yet")
        terminal.press("r")
        terminal.wait("Not saved yet")
        away.rename(records)
        terminal.press("f", "Facilitator's code")
        terminal.press(CODE)
        terminal.press(ENTER, "Save the waiting ballot again")
        terminal.press("1", "2 of about 5 ballots in the box")


@pytest.mark.slow
def test_the_demo_opens_at_forty_columns_and_is_marked(start) -> None:
    with start("demo", size=(40, 15)) as terminal:
        terminal.wait(r"(?s)Made up.*Whose turn is it.*F9  Hide")
        terminal.press(F4, "A quién le toca")
        assert "F9  Ocultar" in terminal.text()


@pytest.mark.slow
def test_hostile_words_of_a_plan_reach_no_terminal(start, tmp_path: Path) -> None:
    plans = tmp_path / "data" / "plans"
    plans.mkdir(parents=True)
    (plans / "odd.toml").write_text(
        'title = "\\u001b]0;owned\\u0007Odd [/x] plan"\n[[card]]\nid = "O-1"\nwords = "\\u001b[2J[they] rule"\n',
        encoding="utf-8",
    )
    with start() as terminal:
        terminal.wait("Start a session")
        terminal.press("1", "Odd \\[/x\\] plan")
        assert b"owned\x07" not in terminal.raw
        assert b"\x1b]0;owned" not in terminal.raw


@pytest.mark.slow
def test_keys_that_end_other_programs_do_nothing_in_youth_hands_and_nothing_is_copied(start, tmp_path: Path) -> None:
    ends = "\x03\x1a\x11\x04\x1c\x10"
    with start("demo") as terminal:
        terminal.wait("Whose turn is it")
        terminal.press(ends)
        terminal.wait("Whose turn is it")
        terminal.pause(0.9)
        terminal.press(ENTER, "Before you start")
        terminal.pause(0.9)
        terminal.press(ENTER, "Card 1 of")
        terminal.press(ends)
        terminal.press("\x1b[200~1b\r0\x1b[201~")
        terminal.wait("Card 1 of")
        assert "●" not in terminal.text()
        terminal.press("1" if re.search(r"○\s+1\b", terminal.text()) else "a")
        terminal.press("w", "Done typing")
        terminal.press(f"{CANARY}{ends}", "Done typing")
        terminal.press("\x1b[200~]52;c;c3RvbGVu[/x]\x1b[201~", "c3RvbGVu")  # terminals keep the escape of a paste to themselves
        assert terminal._child.isalive()
        terminal.press(F9, "Printer paper")
    assert re.search(rb"\x1b\](?:0|2|8|52);", terminal.raw) is None, "no title, no link, no clipboard"
    assert CANARY.encode() not in re.sub(rb"\x1b\[\?1049h.*", b"", terminal.raw, flags=re.DOTALL), (
        "not on the screen with a history"
    )
    assert not list(Path.cwd().glob("core*")) + list((tmp_path / "home").glob("core*"))


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="nobody else may look into the program")
def test_a_typed_line_does_not_stay_in_memory_after_saved(start) -> None:
    """As far as Python lets it: a thread that reads the terminal may keep freed bytes until others take their place."""
    with start() as terminal:
        begin(terminal)
        terminal.press_when_read(ENTER, "Before you start")
        terminal.press_when_read(ENTER, "Card 1 of 4")
        for number, key in enumerate("b211", 1):
            terminal.press(key)
            if number == 2:
                terminal.press("w", "Done typing")
                terminal.press(CANARY, CANARY)
                assert copies_in_memory(terminal.pid, CANARY)
                terminal.press(ENTER)
                terminal.press("y")
            terminal.press(ENTER, "That was the last card" if number == 4 else f"Card {number + 1} of 4")
        terminal.press_when_read(ENTER, "Saved")
        terminal.pause(1)
        left = copies_in_memory(terminal.pid, CANARY)
        print(f"copies that are left: {left}")
        assert left <= 3
