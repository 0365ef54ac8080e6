"""The way back in plain lines: the file that came back, and the room told of last time before its first turn."""

from pathlib import Path

import pytest
from plain_kit import Keyboard, Paper, no_demo
from test_dates_of_two_readings import with_dates
from test_decisions_kept import filled, told

from codesign.engine import Engine
from codesign.plain import home
from codesign.plain.console import Console
from codesign.store.shelf import peek

__all__ = ["told"]
CODE = "135790"
SET_UP = ["House rules", "House manager", "", "", "6", "Dana", "", "", "", CODE, CODE, "back", "yes", "", "", ""]
WELCOME = ["1", "", ""]
"""The page of the welcome, read."""
TO_VOTE = ["done", "1"]
"""Past the practice, to the first hand-over."""
TO_RESULT = [CODE, CODE, "yes", "6", "1"]
"""A code is chosen, and the result is shown again, back from the last step."""


def printed(engine: Engine, *lines: str, **how: object) -> str:
    """What plain mode says to these lines, up to where more are needed."""
    paper = Paper()
    home.run(Console(Keyboard(lines), paper, "xterm"), engine, no_demo, **how)  # type: ignore[arg-type]
    return paper.getvalue()


@pytest.mark.usefixtures("told")
def test_a_next_session_opens_with_last_time_and_enter_goes_on(engine: Engine) -> None:
    said = printed(engine, *SET_UP, *WELCOME, "yes", "", *TO_VOTE, plan=engine.plan("fifteen-minutes"))
    assert said.index("Last time.") < said.index("No answer yet.") < said.index("Whose turn is it?")
    assert "You said: " in said


@pytest.mark.usefixtures("told")
def test_whoever_left_the_welcome_out_came_by_no_last_time(engine: Engine) -> None:
    said = printed(engine, *SET_UP, "2", "yes", plan=engine.plan("fifteen-minutes"))
    assert "2. Show what came of last time." in said
    assert "You said: " in said


@pytest.mark.usefixtures("told")
def test_another_house_with_the_same_title_was_shown_what_the_first_one_said(engine: Engine) -> None:
    said = printed(engine, *SET_UP, *WELCOME, "", *TO_VOTE, plan=engine.plan("fifteen-minutes"))
    assert "Show the room the last session?" in said
    assert "Type yes to show it, or press Enter for no:" in said, "it said that Enter goes back"
    assert "You said: " not in said
    assert "Whose turn is it?" in said


@pytest.mark.usefixtures("told")
def test_home_says_who_is_late(engine: Engine) -> None:
    assert "No answer yet: “House rules”, due November 1, 2026. Open it under “Past sessions”" in printed(engine)


def test_the_file_is_read_and_kept(engine: Engine, told: Path, tmp_path: Path) -> None:
    back = filled(tmp_path / "out", "Yes")
    said = printed(engine, *TO_RESULT, "answer", "1", str(back), "", "2", "", "back", record=told)
    assert "there are answers to 1 of" in said
    assert "poster.es.docx" in said
    assert [d.answer for d in peek(told).decisions] == ["yes"]
    assert "From now on: " in said


@pytest.mark.parametrize(("said", "kept"), [("2", "2027-12-03"), ("3", "2027-03-12"), ("4", "03/12/2027")])
def test_what_was_kept_looked_like_what_was_not_kept_yet(
    engine: Engine, told: Path, tmp_path: Path, said: str, kept: str
) -> None:
    file = with_dates(tmp_path / "out", "03/12/2027")
    told_of = printed(engine, *TO_RESULT, "answer", "1", str(file), "", said, "", "", "back", record=told)
    assert {d.by_when for d in peek(told).decisions} == {kept}
    assert (
        told_of.index("It is kept only after a yes.")
        < told_of.index("2. The day stands first")
        < told_of.index("answers are kept.")
    )
