"""Commands at a terminal: the code stands before what ends a vote or shows a comment, and no comment stays."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from conftest import MakeBallots
from terminal import Terminal

from codesign.core.ballot import Remark
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine

pytestmark = pytest.mark.slow

CODE, SAID = "246810", "my locker has no plug"
CTRL_C, CTRL_D, CTRL_S, CTRL_Z = "\x03", "\x04", "\x13", "\x1a"


@pytest.fixture
def record(engine: Engine, ballots: MakeBallots) -> Path:
    cards = (Card(id="R-1", kind="scale", rule="Phones"),)
    plan = Plan(name="t", title="Phones", purpose="", minutes=5, cards=cards)
    stack = ballots(cards, [0] * 6, [Remark("R-1", "works", SAID, True)])
    with engine.start(plan, Setup(title="Phones", day="2026-11-24"), Thresholds(), ballots=stack) as opened:
        opened.code.set(CODE)
        return opened.path


@pytest.fixture
def run(tmp_path: Path, record: Path) -> Callable[..., Terminal]:
    (tmp_path / "home").mkdir()
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path / "home"), "CODESIGN_DATA": str(tmp_path)}
    return lambda command, *more: Terminal(sys.executable, ["-m", "codesign", command, str(record), *more], env=env)


@pytest.mark.parametrize("leave", [CTRL_S + CTRL_C, CTRL_Z + CTRL_D, "a slip\r", "withhold because\r"])
def test_a_reading_that_was_left_in_the_middle_left_the_comment_there(
    run: Callable[..., Terminal], engine: Engine, record: Path, leave: str
) -> None:
    with engine.open(record) as opened:
        opened.close_round()
    with run("review") as terminal:
        terminal.wait("Facilitator's code")
        terminal.press(f"{CODE}\r", SAID)
        terminal.send(leave)
        assert terminal.ended() != 0
        left = terminal.raw.rpartition(b"\x1b[3J")[2]
    assert SAID.encode() not in left
    assert CODE.encode() not in terminal.raw


def test_a_shell_behind_the_program_dropped_a_round_without_the_code(
    run: Callable[..., Terminal], engine: Engine, record: Path
) -> None:
    for command, more in (("drop", ["--yes"]), ("close", [])):
        with run(command, *more) as terminal:
            terminal.wait("Facilitator's code")
            terminal.press("999999\r", "That is not the code")
            assert terminal.ended() == 1
    with engine.open(record) as opened:
        assert opened.read().in_box == 6
