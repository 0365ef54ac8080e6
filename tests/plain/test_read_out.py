"""Pages that are read come out in plain lines as sentences, but for what is to be typed or found as it stands."""

import io
from pathlib import Path

from plain_kit import console

from codesign.course.around_turn import before_a_turn
from codesign.course.written import written
from codesign.plain.console import Console
from codesign.plain.read_out import read_out


def nobody_waits() -> None:
    raise AssertionError("so little is read at once")


def test_a_folder_was_read_out_with_a_full_stop(tmp_path: Path) -> None:
    paper = io.StringIO()
    page = written([tmp_path / "summary.docx"], "House manager", "24 December 2026")
    read_out(Console(io.StringIO(), paper, ""), page.blocks(), nobody_waits)
    lines = paper.getvalue().splitlines()
    assert "The summary is ready." in lines
    assert "".join(lines[lines.index("Saved in:") + 1 :]).startswith(str(tmp_path))
    assert "summary.docx: For the policy team to answer in (Word)." in lines


def test_the_ways_to_help_are_read_as_they_are() -> None:
    paper = io.StringIO()
    read_out(Console(io.StringIO(), paper, ""), before_a_turn("", help_now=["Our own line: 555-0142"]), nobody_waits)
    assert paper.getvalue().splitlines()[-1] == "Our own line: 555-0142"


def test_a_long_list_ran_off_the_screen_and_a_short_one_comes_at_once() -> None:
    rows = [(f"Row {n}", "") for n in range(1, 41)]
    talk, _keys, paper = console("", "", "40", terminal=True)
    assert talk.choose(rows, "back") == "40"
    assert paper.getvalue().count("Press Enter for the rows that follow") == 2
    early, _keys, paper = console("3", terminal=True)
    assert early.choose(rows, "back") == "3"
    assert "Row 19" not in paper.getvalue()
    short, _keys, paper = console("18", terminal=True)
    assert short.choose(rows[:18], "back") == "18"
    assert "that follow" not in paper.getvalue()


def test_a_block_of_fifty_lines_was_read_out_without_a_rest() -> None:
    talk, _keys, paper = console(terminal=True)
    rests: list[int] = []
    talk.say_in_parts([["Title.", *(f"Line {n}." for n in range(50))]], lambda: rests.append(paper.getvalue().count("Line")))
    assert rests == [17, 35]


def test_an_empty_list_asked_for_a_number_from_1_to_0() -> None:
    talk, _keys, paper = console("1", "back", terminal=True)
    assert talk.choose([], "back") == "back"
    assert paper.getvalue().count("Type back:") == 2
    assert "to 0" not in paper.getvalue()
