"""A held key and a mashed one on the pages that are to be read: which presses go on."""

from pathlib import Path

import pytest
from kit import Stage, on_stage, scale_cards, voting

from codesign.course.written import written
from codesign.engine import Engine
from codesign.tui.key_repeat import Held
from codesign.tui.screens.to_read import PAGES


class Clock:
    """Stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def press_every(stage: Stage, clock: Clock, seconds: float, times: int) -> list[str]:
    """Enter pressed in a steady rhythm; the places after each press."""
    places = []
    for _ in range(times):
        clock.now += seconds
        await stage.press("enter")
        assert stage.app.page
        places.append(stage.app.page.place)
    return places


async def test_enter_every_two_thirds_of_a_second_goes_on_once_the_page_could_be_read(engine: Engine) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(1), clock=clock) as stage:
        assert await press_every(stage, clock, 0.65, 3) == ["before", "before", "card"]


@pytest.mark.parametrize("pause", [0.03, 0.25])
async def test_a_held_enter_never_goes_past_the_page_before_the_cards(engine: Engine, pause: float) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(1), clock=clock) as stage:
        assert set(await press_every(stage, clock, pause, 40)) == {"before"}


async def test_mashing_through_the_hand_over_starts_no_turn_before_it_could_be_read(engine: Engine) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(1), clock=clock) as stage:
        await press_every(stage, clock, 1, 2)
        await stage.press("1")
        assert await press_every(stage, clock, 0.35, 4) == ["end", "end", "end", "hand-over"]
        saved = clock.now
        while (await press_every(stage, clock, 0.35, 1)) == ["hand-over"]:
            pass
        assert clock.now - saved > 0.8
        assert await press_every(stage, clock, 0.35, 9) == ["before"] * 2 + ["card"] * 7
        assert stage.opened.read().in_box == 1


async def test_on_a_tiny_screen_every_part_that_is_read_on_has_its_time(engine: Engine) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(1), clock=clock, size=(40, 15)) as stage:
        await press_every(stage, clock, 1, 1)
        reading = stage.app.screen.query_one("VerticalScroll")
        seen = []
        for _ in range(4):
            await press_every(stage, clock, 0.5, 1)
            seen.append(reading.scroll_y)
        assert seen[0] == 0
        assert seen[1] == seen[2] > 0


def test_the_wait_runs_from_the_moment_the_page_was_shown() -> None:
    clock = Clock()
    held = Held(clock)
    assert held.first("enter")
    held.shown()
    found = []
    for _ in range(3):
        clock.now += 0.65
        found.append(held.read("enter"))
    assert found == [False, True, True]


def test_another_key_between_is_a_press_of_its_own() -> None:
    clock = Clock()
    held = Held(clock)
    held.shown()
    assert held.read("enter")
    assert not held.read("enter")
    assert held.read("4")


async def test_a_second_enter_while_the_summary_was_written_took_its_page_away(engine: Engine, tmp_path: Path) -> None:
    clock, said = Clock(), []
    names = ("docx", "html", "md", "csv", "json")
    page = written([tmp_path / f"summary.{name}" for name in names], "House manager", "24 December 2026")
    async with on_stage(engine, size=(60, 20), clock=clock) as stage:
        stage.app.go(lambda: PAGES["written"](page, said.append, stage.app))
        await stage.settle()
        await stage.press("enter")
        assert said == []
        assert "The summary is ready" in stage.text()
        clock.now += 2
        await stage.press("enter")
        assert said == []
        assert "delete the session" in " ".join(stage.text().split()), "what to do next was read"
        await stage.press("enter")
        assert said == ["home"]
