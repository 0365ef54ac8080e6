"""My tech plan in plain lines: support and the other language at every question, and no word of it above the next page."""

from datetime import date
from pathlib import Path

import pytest
from plain_kit import WIPE, Keyboard, Paper, no_demo

from codesign.course.around import Around
from codesign.course.home import Home
from codesign.course.pages import Menu
from codesign.engine import Engine
from codesign.plain import console
from codesign.plain.console import Console
from codesign.plain.show import Show
from codesign.store.places import Places

CODE = "135790"


def printed(engine: Engine, *lines: str) -> list[str]:
    """The pages that were printed, each as it stood when the next one wiped it."""
    home = next(Home(engine, Around(engine), no_demo, in_lines=True).run())
    assert isinstance(home, Menu)
    row = str([choice.id for choice in home.choices].index("tech-plan") + 1)
    keys, paper, around = Keyboard([row, CODE, CODE, "yes", *lines, "quit"]), Paper(terminal=True), Around(engine)
    Show(Console(keys, paper, "xterm"), around).run(Home(engine, around, no_demo, in_lines=True).run())
    assert keys.left == []
    return paper.getvalue().split(WIPE)


def test_support_and_the_other_language_are_no_answers(tmp_path: Path) -> None:
    engine = Engine(Places.under(tmp_path), lambda: date(2026, 11, 24), lambda: 0.0)
    pages = printed(engine, "s", "Sky", "español", "1", "siguiente", "dibujo", "h", "")
    words = "\n".join(pages)
    assert "No one is told you opened this." in words
    assert "Mi plan de tecnología, 2 de 6." in words
    assert "La familia que elijo. Marcada." in words
    assert "Lo que quiero" in words
    assert "Technology rules, made with" in pages[-2] + pages[-1], "home, once it was hidden"


def test_no_word_of_a_plan_stands_on_the_next_page(tmp_path: Path) -> None:
    engine = Engine(Places.under(tmp_path), lambda: date(2026, 11, 24), lambda: 0.0)
    pages = printed(engine, "Sky", "next", "axolotlsong", "", "", "h", "")
    assert "axolotlsong" not in "".join(pages)  # what is typed is echoed by a terminal, and by nobody else
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "house.code"]


def test_home_after_a_plan_is_washed_and_no_page_of_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    washed: list[str] = []
    monkeypatch.setattr(console, "wash", lambda: washed.append("here"))
    engine = Engine(Places.under(tmp_path), lambda: date(2026, 11, 24), lambda: 0.0)
    printed(engine, "Sky", "next", "back", "back", "back", "yes")
    assert len(washed) == 2, "home, before the plan and after it"
