"""Screens of the way back: the file that was sent back, last time for the room, and what home says."""

from datetime import date
from pathlib import Path

import pytest
from kit import CODE, Stage, go_on, on_stage
from test_dates_of_two_readings import with_dates
from test_decisions_kept import filled, six

from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.tui.widgets.line import Line


@pytest.fixture
def late(engine: Engine, tmp_path: Path) -> Engine:
    """An engine with a closed session whose answer is overdue, and its summary in `out`."""
    later = Engine(engine.places, lambda: date(2026, 12, 4))
    plan = later.plan("fifteen-minutes")
    setup = Setup(title="House rules", day="2026-10-01", answer_by="2026-12-03")
    with later.start(plan, setup, Thresholds(), ballots=six(plan)) as opened:
        opened.code.set(CODE)
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("theme"))
        opened.write_summary(tmp_path / "out")
    return later


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=str)
async def test_home_tells_who_is_late_and_keeps_its_menu(late: Engine, size: tuple[int, int]) -> None:
    async with on_stage(late, size=size) as stage:
        text = " ".join(stage.text().split())
        assert "! No answer yet: “House rules”, due December 3, 2026. Open it under “Past sessions”: the answer belongs" in text
        assert "bring in the answer." in text or size == (40, 15)
        assert "Start a session" in text


async def test_the_file_is_asked_for_read_and_shown_to_the_room(late: Engine, tmp_path: Path) -> None:
    back = filled(tmp_path / "out", "Yes", "maybe")
    async with on_stage(late) as stage:
        await stage.press("3", "1", *CODE, "enter")
        assert "6 of 6" in stage.text()
        await stage.press("4", "1", "enter")
        assert "Name the file." in stage.text()
        stage.app.screen.query_one("#answer", Line).value = str(tmp_path / "none.docx")
        await stage.press("enter")
        assert "There is no file" in " ".join(stage.text().split())
        stage.app.screen.query_one("#answer", Line).value = "~nobody-here/none.docx"
        await stage.press("enter")
        assert "There is no file" in " ".join(stage.text().split())
        stage.app.screen.query_one("#answer", Line).value = str(back)
        await stage.press("enter")
        assert "there are answers to 1 of" in stage.text()
        assert not (tmp_path / "out" / "poster.es.html").exists(), "an odd answer needs a yes first"
        await stage.press("enter", "2")
        assert (tmp_path / "out" / "poster.es.html").is_file()
        await stage.press("enter", "2")
        assert "Last time" in stage.text()
        assert "From now on: " in stage.text()
        await go_on(stage)
        await stage.press("escape")
        assert "6 of 6" in stage.text()


@pytest.mark.parametrize(("key", "kept"), [("2", "2027-12-03"), ("3", "2027-03-12"), ("4", "03/12/2027"), ("1", "")])
async def test_what_was_kept_looked_like_what_was_not_kept_yet(late: Engine, tmp_path: Path, key: str, kept: str) -> None:
    file = with_dates(tmp_path / "out", "03/12/2027")
    async with on_stage(late) as stage:
        await stage.press("3", "1", *CODE, "enter", "4", "1")
        stage.app.screen.query_one("#answer", Line).value = str(file)
        await stage.press("enter")
        assert "! Look at this first. It is kept only after a yes." in stage.text()
        assert "answers are kept" not in stage.text()
        await stage.press("enter")
        assert "The day stands first: “03/12/2027” is December 3, 2027." in " ".join(stage.text().split())
        await stage.press(key)
        assert ("The team's answers are kept." in stage.text()) == bool(kept)
        assert {d.by_when for d in stage.opened.read().decisions} == ({kept} if kept else set())


async def start(stage: Stage) -> None:
    await stage.press("1", "1")
    fill = {"title": "House rules", "audience": "Boss", "support": "Dana", "code": CODE, "code-again": CODE}
    for name, value in fill.items():
        stage.app.screen.query_one(f"#{name}", Line).value = value
    await stage.press("ctrl+s", "escape", "y", "enter", "1")
    await go_on(stage)
    assert "Say yes only if this is the same group" in " ".join(stage.text().split())
    await stage.press("y")


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=str)
async def test_a_next_session_opens_with_last_time_and_never_stays_there(late: Engine, size: tuple[int, int]) -> None:
    async with on_stage(late, size=size) as stage:
        await start(stage)
        assert "Last time" in stage.text()
        assert "No answer yet." in stage.text()
        before = stage.text()
        await stage.press("down")
        assert stage.text() != before
        await stage.press("f4")
        assert "La última vez" in stage.text()
        await stage.press("f2")
        assert "911" in stage.text()
        await stage.press("escape")
        await go_on(stage)
        assert "Voto de práctica" in stage.text(), "the language that the room chose"


async def test_hide_over_last_time_comes_back_to_the_code(late: Engine) -> None:
    async with on_stage(late) as stage:
        await start(stage)
        await stage.press("f9")
        assert "Last time" not in stage.everything()
        await stage.press("f9")
        assert stage.app.page.place == "code"
        await stage.press(*CODE, "enter", "4", "1")
        assert "Whose turn is it?" in stage.text()
