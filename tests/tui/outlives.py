"""What one person typed is in no object of the program when the next person is at their cards. Run by test_memory.py."""

import asyncio
import gc
import inspect
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from kit import CODE, Stage, choose, on_stage, scale_cards, to_first_card, voting
from textual import screen as textuals_screen

from codesign.engine import Engine
from codesign.tui.screens import page as shown_page

textuals_screen.UPDATE_PERIOD = 1 / 60
shown_page.PAINTED = 0.25
Stage.paints_every_key = True
TYPED = "axolotlsong"


@pytest.fixture(autouse=True)
def everything_is_looked_at() -> Iterator[None]:
    """Also what the tests' own process set aside from collection (tests/conftest.py): the caches of every library."""
    gc.unfreeze()
    yield
    gc.collect()
    gc.freeze()


def reachable() -> list[str]:
    """Every text with the beginning of what was typed that any living object leads to, without a collection first."""
    found: list[str] = []
    things = [thing for thing in gc.get_objects() if not inspect.isframe(thing)]
    seen = {id(things), id(found)}
    while things:  # all of them at once, and one by one only where there is something to name
        held = gc.get_referents(*things)
        if [one for one in held if type(one) is str and one.startswith(TYPED[:8]) and one is not TYPED]:
            found += [f"{type(of).__name__}: {one}" for of in things for one in gc.get_referents(of) if is_typed(one)]
        seen |= {id(thing) for thing in things}
        beyond = {id(one): one for one in held if type(one) not in ATOMS and not gc.is_tracked(one)}
        things = [one for number, one in beyond.items() if number not in seen]
    return found


ATOMS = {str, bytes, int, float, bool, complex, type(None), type(...), CodeType}
"""What leads to nothing, or to the words of the tests."""


def is_typed(thing: object) -> bool:
    return isinstance(thing, str) and thing.startswith(TYPED[:8]) and thing is not TYPED


async def test_no_answer_outlives_its_turn_and_no_letter_the_start_of_the_next(engine: Engine) -> None:
    """Textual holds on to the last page and its widgets until the next ones are there; the turn and the caches go at once."""
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("2", "w", *TYPED)
        assert any(found.startswith("Reply") for found in reachable())
        await stage.press("enter", "y", "enter", "i", *TYPED, "enter", "y", "enter")
        assert "Saved." in stage.text()
        gc.collect()
        assert not [found for found in reachable() if found.startswith(("Reply", "tuple"))]
        await to_first_card(stage)
        gc.collect()
        assert reachable() == []


async def test_nothing_typed_waits_for_the_collector_at_the_hand_over(engine: Engine) -> None:
    """Nobody has to press a key first, and the collector does not have to come by: the page itself lets go and wipes."""
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        gc.disable()
        try:
            await stage.press("2", "w", *TYPED, "enter", "y", "enter", "i", *TYPED, "enter", "y", "enter")
            assert "Saved." in stage.text()
            await asyncio.sleep(shown_page.PAINTED + 0.1)
            end = time.monotonic() + 5
            while (left := reachable()) and time.monotonic() < end:
                await asyncio.sleep(0.1)
            assert left == []
        finally:
            gc.enable()


async def test_no_answer_outlives_hide(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("2", "w", *TYPED, "f9")
        gc.collect()
        assert not [found for found in reachable() if found.startswith(("Reply", "tuple"))]
        await stage.press("f9")
        await to_first_card(stage)
        gc.collect()
        assert reachable() == []


MARKED = ("1", "n")
LIMIT = ("8", "n", *TYPED, "enter", "2", *TYPED, "enter", *TYPED, "enter", "enter", "enter", "enter", *TYPED, "enter", "n")
TO_FOLDER = (
    *("y", *TYPED, "enter", *MARKED, *TYPED, "enter", *TYPED, "enter", *TYPED, "enter", "3", *TYPED, "enter", *LIMIT, "enter"),
    *("1", *TYPED, "enter", "n", "3", *TYPED, "enter"),
)
"""From the four words of the code to the question for a folder, with the words typed wherever there is a line."""


async def to_the_folder(stage: Stage) -> None:
    await choose(stage, "My tech plan")
    await stage.press(*CODE, "enter", *CODE, "enter", *TO_FOLDER)
    assert "Two papers" in stage.text()
    assert any(found.startswith("TechPlan") for found in reachable())


async def until_gone(stage: Stage) -> list[str]:
    """What is left once home has stood a moment: nobody has to press a key."""
    assert "My tech plan" in stage.text()
    await asyncio.sleep(shown_page.PAINTED + 0.1)  # to look costs more than to wait
    end = time.monotonic() + 8
    while (left := reachable()) and time.monotonic() < end:
        await asyncio.sleep(0.2)
    return left


async def test_no_word_of_a_tech_plan_outlives_its_papers(engine: Engine, tmp_path: Path) -> None:
    async with on_stage(engine) as stage:
        await to_the_folder(stage)
        await stage.press(*str(tmp_path / "out"), "enter")
        assert "The two papers are written" in stage.text()
        assert not [found for found in reachable() if found.startswith(("TechPlan", "Limit", "dict"))]
        await stage.press("enter")
        assert await until_gone(stage) == []
        assert TYPED in (tmp_path / "out" / "plan-file.html").read_text("utf-8")


async def test_no_word_of_a_tech_plan_outlives_hide(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await to_the_folder(stage)
        await stage.press("f9")
        assert not [found for found in reachable() if found.startswith(("TechPlan", "Limit"))]
        await stage.press("f9")
        assert await until_gone(stage) == []
