"""The whole hour in a real terminal, by five invented people, with a dead battery in each of its six steps."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from run import CODE, ENTER, F9, HALF, MAIN, RULE, SAID, Run
from terminal import plain_files

pytestmark = pytest.mark.slow

PLAN = f"""
title = "Phones"
[[card]]
id = "R-1"
words = "{RULE}"
[[card]]
id = "R-2"
words = "A second rule"
"""
AGREED = "Snacks come first"
HEARD = "Most want to be asked first"
MISSING = "Nights are not in it"
ESC, F2, DOWN = "\x1b", "\x1bOQ", "\x1b[B"


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Run]:
    (tmp_path / "home").mkdir()
    plans = tmp_path / "data" / "plans"
    plans.mkdir(parents=True)
    (plans / "a-plan.toml").write_text(PLAN, encoding="utf-8")
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path / "home"), "CODESIGN_DATA": str(tmp_path / "data")}
    return lambda *args: Run(sys.executable, ["-c", MAIN, *args], env)


def set_up(run: Run) -> None:
    run.wait("Set up the session")
    run.press("\t".join(("House manager", "", "", "5", "Dana, office", "555-0142", "", "", CODE, CODE)) + ENTER, "rule now?")
    run.press(ESC, "Four words")
    run.press("y", "How long it takes")
    run.press(ENTER, "1 of 6")


def came_back(run: Run, stopped: str, step: str) -> None:
    """Started again: until the code was typed nothing stands there but a title, and where it stopped; then the step."""
    run.wait(stopped)
    run.press("1", "Facilitator's code")
    run.press("999999" + ENTER, "That is not the code")
    shown = run.raw.decode()
    assert [words for words in (HALF, SAID, RULE, AGREED, HEARD, MISSING, "1 of 6", "Works for me") if words in shown] == []
    run.press(CODE + ENTER, step)


def to_answer(run: Run, key: str, *, again: bool = False) -> None:
    """Past what is said before a turn, which in a second vote takes a key to read on."""
    run.press(ENTER * (3 if again else 2) + key, "[●]")
    assert RULE in run.text()


def turn(run: Run, *answers: str, line: str = "", again: bool = False) -> None:
    """One person, from their hand-over to the next."""
    to_answer(run, answers[0], again=again)
    if line:
        run.press("w", "Done typing")
        run.pause()  # a letter right after it would be the second of a word
        run.press(f"{line}{ENTER}y")
    run.press("".join(f"{ENTER}{key}" for key in answers[1:]) + ENTER, "That was the last card")
    run.press(ENTER, "Saved")


def close(run: Run, step: str) -> None:
    run.press("f", "Facilitator's code")
    run.press(CODE + ENTER, "Close the round")
    run.press("2", "5 ballots are in the box")
    run.press("y", step)


def test_a_dead_battery_in_each_step_of_the_hour(start: Callable[..., Run], tmp_path: Path) -> None:
    data = tmp_path / "data"
    with start("run", "a-plan") as run:  # welcome: what the group agreed on stays, and a practice vote never was
        set_up(run)
        run.press("1", "Why we are here")
        run.press("e", "Add a line")
        run.press("5", "One line")
        run.press(AGREED + ENTER, AGREED)
        run.press(ESC, "Why we are here")
        run.press_until(ENTER, "Pineapple")
        run.press(f"{ENTER}{ENTER}1", "[●]")
        run.kill()

    with start() as run:  # vote: what was saved stays, and a half answered card is gone
        came_back(run, "Nobody has voted yet", "1 of 6")
        run.press("1", "Why we are here")
        run.press(DOWN, AGREED)
        run.press(ENTER, "Pineapple")
        run.press(f"{ENTER}{ENTER}1", "[●]")
        run.press(F9, "Printer paper")
        run.press_until(F9, "That was Hide")
        run.press("d", "Facilitator's code")
        run.press(CODE + ENTER, "2 of 6")
        run.press("1", "Whose turn is it")
        turn(run, "2", "1", line=SAID)
        turn(run, "1", "1")
        turn(run, "3", "2")
        to_answer(run, "2")
        run.press("w", "Done typing")
        run.press(HALF, HALF)
        run.kill()
    assert [words for words in (SAID, HALF) if words.encode() in plain_files(data)] == []

    with start() as run:  # talk: the line that was kept stays, and one that was not goes
        came_back(run, "Paused in the vote. 3 ballots are safe", "3 of about 5 ballots")
        run.press("1", "3 of about 5 ballots in the box")
        turn(run, "1", "1")
        turn(run, "3", "1")
        run.press(F2, "Dana, office")
        run.press(ESC, "Whose turn is it")
        close(run, "3 of 6")
        run.press("1", "Everyone has voted")
        run.press(ENTER, "Let's talk about this one")
        run.press("w", "One line")
        run.press(HEARD + ENTER, HEARD)
        run.press("w", "One line")
        run.press(HALF, HALF)
        run.kill()

    with start() as run:  # vote again: the cards that were chosen, and who voted on them
        came_back(run, "Closed. Next", "3 of 6")
        run.press("1", "Everyone has voted")
        run.press(ENTER, HEARD)
        assert HALF not in run.text()
        run.press(ESC, "One by one")
        run.press("v", "Facilitator's code")
        run.press(CODE + ENTER, "Everybody votes again")
        run.press("s", "4 of 6")
        run.press("1", "A second vote, for everybody")
        turn(run, "1", again=True)
        turn(run, "1", again=True)
        to_answer(run, "3", again=True)
        run.kill()

    with start() as run:  # result: it was shown, and what the group says is missing stays
        came_back(run, "Paused in the vote. 2 ballots are safe", "4 of 6|2 of about 5")
        run.press("1", "2 of about 5 ballots in the box")
        for key in "132":
            turn(run, key, again=True)
        close(run, "5 of 6")
        run.press("1", "Show the result now")
        run.press("y", "What this group said")
        result = run.text()
        run.press(ENTER, "Did we get it right")
        assert SAID not in run.text(), "the comments are unread"
        run.kill()

    with start() as run:
        came_back(run, "Result shown", "5 of 6")
        run.press("1", "What this group said")
        assert run.text() == result, "the same, and nothing was asked: it was shown before"
        run.press(ENTER, "Did we get it right")
        run.press("e", "Of which card")
        run.press("2", "One line")
        run.press(MISSING + ENTER, MISSING)
        run.press(ENTER, "6 of 6")
        run.press("1", "How you will hear")
        run.kill()

    with start() as run:  # what happens next: the comments, and the summary
        came_back(run, "Result shown", "6 of 6")
        run.press("2", "Turn the screen away")
        run.press(CODE + ENTER, "Read every comment")
        run.press("q", "1 of 1 read")
        run.press(ENTER, "Write the summary")
        run.press("3", "Where shall the summary go")
        run.press("\x15" + str(tmp_path / "out") + ENTER, "The summary is ready")
        run.press_until(ENTER, "Start a session")
        assert "Go on with" not in run.text(), "the hour is over"
        run.press("q")
        assert run.left() == 0
        run.assert_terminal_as_before()

    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert summary["people"] == "5-9"
    assert [c["text"] for card in summary["cards"] for c in card["comments"]] == [SAID]
    told = (tmp_path / "out" / "summary.md").read_text("utf-8")
    assert [words for words in (SAID, HEARD, MISSING, AGREED, HALF) if words in told] == [SAID, HEARD, MISSING]
    kept = plain_files(data)
    assert b'"box"' not in kept
    assert HALF.encode() not in kept
    assert not list((data / "state").glob("*.key"))
    assert not list((tmp_path / "home").iterdir()), "nothing was put where nobody asked for it"
