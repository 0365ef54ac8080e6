"""Pages that are read come out in plain lines as sentences, but for what is to be typed or found as it stands."""

import io
from pathlib import Path

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
