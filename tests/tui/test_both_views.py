"""The same walk through a session on the screens and in plain lines: both are asked the same, page after page."""

import contextlib
import io
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from kit import CODE, Stage, on_stage

from codesign.core.ballot import Ballot, Remark
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.home import Home
from codesign.course.pages import Course, Hidden, Idle, Page
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.plain.console import Console, Left
from codesign.plain.show import Show as ShowInLines
from codesign.store.places import Places
from codesign.tui.stage import Stage as ShowOnScreens

OPEN = (["1", *CODE, "enter"], ["1", CODE])
PERSON = (["1", "enter", "enter"], ["1", "", ""])
"""From the facilitator's menu to the first card."""
CARDS = (["b", "enter", "1", "enter", "1", "enter", "1", "enter"], ["b", "", "1", "", "", "1", "", "", "1", "", ""])
CLOSED = ([*OPEN[0], "2", "y", "1"], [*OPEN[1], "2", "yes", "1"])
TO_RESULT = (["r", *CODE, "enter"], ["result", CODE])
TOLD = ([*CLOSED[0], *TO_RESULT[0], "1", "y"], [*CLOSED[1], *TO_RESULT[1], "1", "yes"])


def after(*parts: tuple[list[str], list[str]]) -> tuple[list[str], list[str]]:
    return [key for keys, _lines in parts for key in keys], [line for _keys, lines in parts for line in lines]


WALKS: dict[str, tuple[list[str], list[str]]] = {
    "plans": (["2", "escape", "q"], ["2", "back", "quit"]),
    "the desk": (
        ["5", "4", "1", "5", "enter", "escape", "escape", "escape", "y", "escape", "q"],
        ["5", "4", "1", "5", "1", "1", "back", "back", "back", "back", "yes", "back", "quit"],
    ),
    "past": (["4", "1", *"000001", "enter", "escape", "q"], ["4", "1", "000001", "back", "quit"]),
    "a turn": after(OPEN, PERSON, CARDS, (["enter", "f", *CODE, "enter", "3", "q"], ["yes", "f", CODE, "3", "quit"])),
    "an idea": after(OPEN, PERSON, CARDS, (["i", *"later", "enter", "y", "enter"], ["idea", "later", "yes", "yes"])),
    "hidden": after(OPEN, PERSON, (["b", "f9", "f9", "f", "escape"], ["b", "h", "", "f", "back"])),
    "thrown away": after(OPEN, PERSON, (["b", "0", "2", "n", "2", "y"], ["b", "", "0", "2", "", "2", "yes"])),
    "stopped": after(OPEN, PERSON, (["b", "0", "4", "0", "1"], ["b", "", "0", "4", "0", "1"])),
    "a break": after(
        OPEN,
        PERSON,
        (["b", "0", "3", *"407", "enter", *"111", "enter", *"407", "enter"], ["b", "", "0", "3", "407", "407", "111", "407"]),
    ),
    "put in unseen": after(
        OPEN,
        PERSON,
        (["b", "0", "3", *"407", "enter", "f", *CODE, "enter", "1"], ["b", "", "0", "3", "407", "407", "f", CODE, "1"]),
    ),
    "not closed": after(OPEN, (["2", "n", "4", "n", "3", "q"], ["2", "", "4", "", "3", "quit"])),
    "dropped": after(OPEN, (["4", "y", "q"], ["4", "yes", "quit"])),
    "no result": after(
        CLOSED,
        TO_RESULT,
        (["1", "n", "3", "1", "v", *CODE, "enter", "escape"], ["1", "", "3", "1", "again", CODE, "back"]),
        (["escape", "q"], ["home", "quit"]),
    ),
    "card by card": after(
        CLOSED,
        (
            ["enter", "w", *"plugs", "enter", "n", "escape", "left", "enter", "escape", "c", "escape", "escape", "q"],
            ["cards", "line", "plugs", "words", "back", "back", "cards", "list", "comments", "back", "home", "quit"],
        ),
    ),
    "what comes after": after(
        TOLD,
        (
            ["enter", "e", "escape", "enter", "1", "enter", "2", "escape", "5", "q"],
            ["", "change", "back", "", "1", "", "2", "back", "5", "quit"],
        ),
    ),
    "paper": after(
        OPEN,
        (
            ["5", "1", *"b11", "w", *"later", "enter", "n", "1", "1", *"a11u", "escape", "n", *"115n2", "escape", "3", "y"],
            ["5", "1", *"b11", "w", "later", "", "1", "1", *"a11u", "back", "", *"115n2", "back", "3", "yes"],
        ),
    ),
    "answers": after(
        TOLD,
        (
            ["a", "1", "escape", "2", "enter", "escape", "4", "q"],
            ["answer", "1", "back", "2", "", "", "back", "4", "quit"],
        ),
    ),
    "read": after(
        TOLD, (["enter", "enter", "2", *CODE, "enter", "k", "escape", "escape"], ["", "", "2", CODE, "k", "back", "back"])
    ),
    "tech plan": (
        [
            *("6", *CODE, "enter", *CODE, "enter", "y", "enter", "1", "n", "enter", "enter", "enter", "1", "n", "enter"),
            *("n", "1", "enter", "escape", "f9", "f9", "q"),
        ],
        ["6", CODE, CODE, "yes", "", "1", "next", "", "", "", "1", "next", "", "next", "1", "", "back", "h", "", "quit"],
    ),
    "learn": (["8", "1", "escape", "escape", "q"], ["8", "1", "", "list", "back", "quit"]),
    "hidden result": after(TOLD, (["f9", "f9", *CODE, "enter", "4", "q"], ["h", "", CODE, "4", "quit"])),
}
"""Name -> the keys on the screens, the lines in plain mode."""


def logged(course: Course[str], log: list[str]) -> Course[str]:
    """The course, with a note of what is asked; what one view asks page by page and the other card by card counts once."""
    step = partial(course.send, None)
    while True:
        try:
            page = step()
        except StopIteration as end:
            value: str = end.value
            return value
        name = f"{type(page).__name__} {getattr(page, 'place', '')}".strip()
        if not isinstance(page, pages.OnCard) or log[-1:] != [name]:
            log.append(name)
        try:
            step = partial(course.send, (yield page))
        except (Hidden, Idle) as signal:
            step = partial(course.throw, signal)


def paused(folder: Path, filled_in: Setup) -> Engine:
    """An engine with a paused session of seven ballots, remarks among them, and a code."""
    engine = Engine(Places.under(folder), lambda: date(2026, 11, 24), lambda: 0.0)
    plan: Plan = engine.plan("fifteen-minutes")
    answers = {card.id: kind_of(card).answers(card)[0] for card in plan.cards}
    remark = Remark(plan.cards[-1].id, kind_of(plan.cards[-1]).prompt(answers[plan.cards[-1].id]), "a plug near the bed")
    against = {**answers, "SM-2.2": "doesnt"}
    ballots = [Ballot(answers, (remark,)), *[Ballot(answers)] * 3, *[Ballot(against)] * 3]
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
    return engine


def no_demo() -> tuple[OpenSession, Path]:
    raise AssertionError("nobody asked for a demo")


async def on_screens(engine: Engine, keys: Sequence[str]) -> list[str]:
    log: list[str] = []

    def log_it(stage: Stage) -> None:
        stage.shown.leave()
        around = Around(engine)
        stage.shown = ShowOnScreens(stage.app, logged(Home(engine, around, no_demo).run(), log), around)

    async with on_stage(engine, at=log_it) as stage:
        for key in keys:
            if stage.app.is_running:
                await _pressed(stage, key)
    return log


async def _pressed(stage: Stage, key: str) -> None:
    before = stage.app.page and stage.app.page.place
    await stage.press(key)
    read_on = {"enter": ("before", "last-time"), "r": ("talk",)}.get(key, ())
    if before in read_on and stage.app.page and stage.app.page.place == before:
        await stage.press(key)  # a small screen is read on first


def in_lines(engine: Engine, lines: Sequence[str]) -> list[str]:
    log: list[str] = []
    around = Around(engine)
    console = Console(io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO(), "")
    with contextlib.suppress(Left):
        ShowInLines(console, around).run(logged(Home(engine, around, no_demo, in_lines=True).run(), log))
    return log


_ASKED: dict[str, list[str]] = {}


def walk_in_lines(walk: str, folder: Path, filled_in: Setup) -> list[str]:
    """What is asked on a walk in plain lines; walked once."""
    if walk not in _ASKED:
        _ASKED[walk] = in_lines(paused(folder / "lines", filled_in), WALKS[walk][1])
    return _ASKED[walk]


@pytest.mark.parametrize("walk", WALKS)
async def test_both_views_are_asked_the_same(tmp_path: Path, filled_in: Setup, walk: str) -> None:
    on_the_screens = await on_screens(paused(tmp_path / "screens", filled_in), WALKS[walk][0])
    assert walk_in_lines(walk, tmp_path, filled_in) == on_the_screens


async def test_a_group_under_five_is_asked_the_same_in_both(tmp_path: Path, filled_in: Setup) -> None:
    def made(folder: Path) -> Engine:
        engine = Engine(Places.under(folder), lambda: date(2026, 11, 24), lambda: 0.0)
        with engine.start(engine.plan("fifteen-minutes"), filled_in, Thresholds()) as opened:
            opened.code.set(CODE)
            opened.talk_together()
        return engine

    keys = ["1", *CODE, "enter", "1", "o", *"quiet", "enter", "o", "n", "s", "left", "escape", "2", "enter", "4", "q"]
    lines = ["1", CODE, "1", "", "ok", "quiet", "", "ok", "no", "skip", "back", "list", "2", "", "4", "quit"]
    on_the_screens = await on_screens(made(tmp_path / "screens"), keys)
    assert on_the_screens[-4:] == ["Menu together-steps", "ToRead agreed", "Menu together-steps", "Menu home"]
    assert in_lines(made(tmp_path / "lines"), lines) == on_the_screens


WHERE_THE_DISK_IS_THE_POINT = {"NotYetSaved", "Problem", "SetUp", "ContentNote"}
"""Tried in both views by tests of their own."""


def test_the_walks_come_by_every_kind_of_page(tmp_path: Path, filled_in: Setup) -> None:
    seen: set[str] = set()
    for walk in WALKS:
        seen |= {asked.split()[0] for asked in walk_in_lines(walk, tmp_path / walk, filled_in)}
    kinds = {kind.__name__ for kind in _kinds(Page)} - {"OfTurn"}
    assert kinds - seen == WHERE_THE_DISK_IS_THE_POINT


def _kinds(of: type[Page]) -> set[type[Page]]:
    return {kind for child in of.__subclasses__() for kind in (child, *_kinds(child))}
