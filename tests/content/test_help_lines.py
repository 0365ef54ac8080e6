"""The support card's lines: only checked ones are shown, and an old check is told."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from codesign.content import help_lines, root
from codesign.content.toml import read_toml
from codesign.course.support import ASK_FOR_A_LANGUAGE, ASK_WHO_IS_TOLD, about_line
from codesign.engine import Engine

DAY = date(2026, 11, 24)
SOURCED = 'name = "N"\nstatus = "sourced"\nchecked_on = 2026-11-24\ncard_name = "Line"\ncard_reach = "1-800"\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path


def own(data: Path, *lines: str, head: str = "") -> None:
    (data / "helplines.toml").write_text(head + "".join(f"[[line]]\n{line}" for line in lines), encoding="utf-8")


def test_the_shipped_card_has_one_to_four_checked_lines(data: Path) -> None:
    lines = help_lines(data).lines
    assert 1 <= len(lines) <= 4
    rows = {row.get("card_name"): row for row in read_toml(root() / "helplines.toml", "list")[0]["line"]}
    for line in lines:
        row = rows[line.name]
        assert row["status"] == "sourced"
        assert row["checked_on"] == line.checked_on
        assert line.reach
        assert all(len(text) <= 60 for text in (line.name, line.reach, line.what))


def test_no_shipped_line_that_waits_for_a_check_is_on_the_card(data: Path) -> None:
    waiting = [row for row in read_toml(root() / "helplines.toml", "list")[0]["line"] if row["status"] != "sourced"]
    assert waiting
    shown = " ".join(f"{line.name} {line.reach} {about_line(line)}" for line in help_lines(data).all)
    for row in waiting:
        assert row["name"] not in shown
        assert not row.get("card_name")


def test_the_card_never_says_press_3_for_988(data: Path) -> None:
    assert all("press 3" not in f"{line.reach} {about_line(line)}".casefold() for line in help_lines(data).all)


def test_each_line_says_what_happens_whom_it_may_send_when_and_in_which_languages(data: Path) -> None:
    for line in help_lines(data).all:
        assert line.then, line.name
        assert line.hours, line.name
        assert len(about_line(line)) == 5, line.name
    own(data, SOURCED)
    assert about_line(help_lines(data).lines[0])[-2:] == (ASK_WHO_IS_TOLD, ASK_FOR_A_LANGUAGE), (
        "what is not known is to be asked"
    )


@pytest.mark.parametrize("about", ["picture", "date who", "LGBTQ", "makes you work"])
def test_there_is_a_line_for_images_dating_abuse_lgbtq_youth_and_trafficking(data: Path, about: str) -> None:
    lines = help_lines(data)
    assert any(about in line.what for line in lines.more)
    assert not any(about in line.what for line in lines.lines), "paper may be found: what stands there gives nobody away"


def test_what_stands_on_paper_leaves_out_what_stands_further_down_on_the_card(data: Path) -> None:
    lines = help_lines(data)
    assert lines.first.all == lines.lines
    assert len(lines.all) > len(lines.lines)


def test_the_later_day_of_a_try_counts_and_a_line_that_nobody_tried_is_told(data: Path) -> None:
    own(data, SOURCED, SOURCED.replace('"Line"', '"Two"') + "tried_on = 2026-10-01\n")
    found = help_lines(data)
    assert found.never_tried == ["Line"]
    assert found.tried({"Two": date(2026, 9, 1)}).all[1].tried_on == date(2026, 10, 1)
    assert found.tried({"Line": DAY, "Two": DAY}).never_tried == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('status = "sourced"', 'status = "verify"'),
        ('status = "sourced"', 'status = ""'),
        ('status = "sourced"\n', ""),
        ("checked_on = 2026-11-24\n", ""),
        ('card_name = "Line"', 'card_name = ""'),
        ('card_reach = "1-800"\n', ""),
    ],
)
def test_an_unchecked_or_unfinished_line_is_not_shown(data: Path, old: str, new: str) -> None:
    own(data, SOURCED)
    assert len(help_lines(data).lines) == 1
    own(data, SOURCED.replace(old, new))
    assert help_lines(data).lines == ()
    assert help_lines(data).stale(DAY + timedelta(days=9999)) == []


def test_at_most_four_lines_are_shown_in_the_order_of_the_file(data: Path) -> None:
    own(data, *(SOURCED.replace('"Line"', f'"Line {n}"') for n in range(6)))
    assert [line.name for line in help_lines(data).lines] == [f"Line {n}" for n in range(4)]


@pytest.mark.parametrize(("days", "stale"), [(0, False), (90, False), (91, True), (400, True), (-5, False)])
def test_a_check_older_than_90_days_is_told(data: Path, days: int, stale: bool) -> None:
    own(data, SOURCED)
    assert help_lines(data).stale(DAY + timedelta(days=days)) == (["Line"] if stale else [])


def test_the_number_of_days_is_set_in_the_file(data: Path) -> None:
    own(data, SOURCED, head="warn_after_days = 10\n")
    assert help_lines(data).stale(DAY + timedelta(days=11)) == ["Line"]
    assert help_lines(data).stale(DAY + timedelta(days=10)) == []


def test_no_shipped_line_is_stale_on_the_day_it_was_checked(engine: Engine) -> None:
    assert engine.help_lines().stale(DAY) == []


def test_an_own_file_wins_and_its_texts_are_cleaned(data: Path) -> None:
    own(data, SOURCED.replace('"Line"', '"Our\\u001b[2J line\\u202e"'))
    (line,) = help_lines(data).lines
    assert line.name == "Our[2J line"


def test_a_stale_line_is_still_shown(data: Path) -> None:
    own(data, SOURCED.replace("2026", "2020"))
    assert len(help_lines(data).lines) == 1


BROKEN = {
    "empty": "",
    "no line": 'title = "x"\n',
    "a slip of the pen": '[[line]]\nname = "x\n',
    "a day in words": SOURCED.replace("2026-11-24", '"yesterday"'),
    "no name": SOURCED.replace('name = "N"\n', ""),
    "a number for a name": SOURCED.replace('"N"', "7"),
    "deep nesting": "a = " + "[" * 9999,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_own_file_is_told_in_a_sentence(data: Path, name: str) -> None:
    text = BROKEN[name]
    (data / "helplines.toml").write_text(f"[[line]]\n{text}" if "status" in text else text)
    found = help_lines(data)
    assert str(data / "helplines.toml") in found.problem
    assert found.problem.endswith("Until then the lines that came with the program are shown.")
    assert found.lines == help_lines(data / "elsewhere").lines, "support opens all the same"


def test_a_folder_in_place_of_the_own_file_is_told(data: Path) -> None:
    (data / "helplines.toml").mkdir()
    assert "is a folder" in help_lines(data).problem
    assert help_lines(data).lines
