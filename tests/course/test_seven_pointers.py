"""Each pointer of the fact sheet has a part of the program, which the summary and the README name, and which home leads to."""

import re
from pathlib import Path

import pytest
from course_kit import CODE, Played

from codesign.core.card import POINTERS
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.home import Home
from codesign.demo import start_demo
from codesign.documents.summary.served import SERVED_BY
from codesign.engine import Engine
from codesign.store.places import Places

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (P\d) .*\| ([^|]+) \|$", README, re.MULTILINE))
"""Pointer -> the way that README tells: the rows to choose, one after the other."""
LEADS_TO = {
    "P1": "SetUp",
    "P2": "board-part",
    "P3": "policy-file",
    "P4": "HandOver",
    "P5": "learn",
    "P6": "plan-line",
    "P7": "board",
}
MOST = 3
"""Choices from home, the code not counted."""


def test_the_summary_and_the_readme_name_a_part_for_each_pointer() -> None:
    assert list(SERVED_BY) == list(POINTERS) == list(ROWS) == list(LEADS_TO)


@pytest.mark.parametrize("pointer", POINTERS)
def test_home_leads_to_it_in_three_choices(engine: Engine, tmp_path: Path, pointer: str) -> None:
    def demo() -> tuple[object, Path]:
        return start_demo(Engine(Places.under(tmp_path / "demo"), engine.today)), tmp_path

    play = Played(Home(engine, Around(engine), demo).run())  # type: ignore[arg-type]
    way = re.findall(r"\*\*(.+?)\*\*", ROWS[pointer])
    assert 1 <= len(way) <= MOST
    for words in way:
        page = play.page.make() if isinstance(play.page, pages.Spoken) else play.page
        assert isinstance(page, pages.Menu)
        play.say(next(row.id for row in page.choices if row.words == words))
    if pointer == "P6":
        play.say(CODE, CODE, None)
    page = play.page.make() if isinstance(play.page, pages.Spoken) else play.page
    assert LEADS_TO[pointer] in (getattr(page, "place", ""), type(page).__name__)
    play.leave()
