"""Plain mode on a system where nobody has tried it: made-up sessions only, and it says so."""

import sys
from datetime import date
from pathlib import Path

import pytest
from plain_kit import Keyboard, Paper, console, no_demo

from codesign.cli.common import has_terminal
from codesign.core.errors import CodesignError
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.demo import CODE, demo_engine, start_demo
from codesign.engine import Engine
from codesign.plain import home
from codesign.plain.console import Console, usual

SAYS = "Plain mode was never tried on Windows"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return demo_engine(tmp_path, lambda: date(2026, 11, 24))


def untried(*lines: str) -> tuple[Console, Paper]:
    talk, _keys, paper = console(*lines)
    talk.is_tried = False
    return talk, paper


def test_a_real_session_is_not_started_where_plain_mode_is_untried(engine: Engine) -> None:
    talk, _paper = untried()
    with pytest.raises(CodesignError, match=SAYS):
        home.run(talk, engine, no_demo, plan=engine.plan("starter"))
    assert engine.records() == []


def test_a_real_record_is_not_gone_on_with_where_plain_mode_is_untried(engine: Engine) -> None:
    plan = engine.plan("starter")
    engine.start(plan, Setup(title="Ours", day="2026-11-24"), Thresholds()).leave()
    ((path, _),) = engine.records()
    before = path.read_bytes()
    talk, paper = untried()
    assert home.run(talk, engine, no_demo, record=path) == 0
    assert SAYS in paper.getvalue()
    assert path.read_bytes() == before
    engine.open(path).leave()  # the lock was let go
    talk, paper = untried("1", "", "quit")  # from home too, which says so beforehand
    assert home.run(talk, engine, no_demo) == 0
    assert paper.getvalue().index(SAYS) < paper.getvalue().index("Go on with") < paper.getvalue().rindex(SAYS)


def test_a_made_up_session_opens_everywhere(engine: Engine) -> None:
    start_demo(engine).leave()
    talk, paper = untried("1", CODE)
    home.run(talk, engine, no_demo)
    assert "Made up. Not a real group." in paper.getvalue()
    assert "Close the round" in paper.getvalue()


def test_what_was_typed_at_a_terminal_was_printed_into_a_file(engine: Engine) -> None:
    for typed_here, refused in ((True, True), (False, False)):  # a script has no one to expose
        keys = Keyboard([], terminal=typed_here)
        talk = Console(keys, Paper(), "xterm")
        if refused:
            with pytest.raises(CodesignError, match="goes to a file or another program"):
                home.run(talk, engine, no_demo, plan=engine.plan("starter"))
        else:
            assert home.run(talk, engine, no_demo, plan=engine.plan("starter")) == 0
    assert engine.records() == []


@pytest.mark.parametrize("closed", ["stdin", "stdout"])
def test_a_closed_stream_was_told_as_a_defect(monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    monkeypatch.setattr(sys, closed, None)
    with pytest.raises(CodesignError, match="one of the two is closed"):
        usual()
    assert not has_terminal()
