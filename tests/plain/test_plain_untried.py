"""Plain mode on a system where nobody has tried it: made-up sessions only, and it says so."""

from datetime import date
from pathlib import Path

import pytest
from plain_kit import Paper, console, no_demo

from codesign.core.errors import CodesignError
from codesign.core.plan import Thresholds
from codesign.core.session import Setup
from codesign.demo import CODE, demo_engine, start_demo
from codesign.engine import Engine
from codesign.plain import home
from codesign.plain.console import Console

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
    talk, paper = untried("1", "", "5")  # from home too, which says so beforehand
    assert home.run(talk, engine, no_demo) == 0
    assert paper.getvalue().index(SAYS) < paper.getvalue().index("Go on with") < paper.getvalue().rindex(SAYS)


def test_a_made_up_session_opens_everywhere(engine: Engine) -> None:
    start_demo(engine).leave()
    talk, paper = untried("1", CODE)
    home.run(talk, engine, no_demo)
    assert "Made up. Not a real group." in paper.getvalue()
    assert "Close the round" in paper.getvalue()
