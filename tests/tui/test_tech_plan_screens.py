"""My tech plan on the screens: the language turns round in the middle of a line, and support stands beside it."""

from kit import CODE, choose, on_stage

from codesign.engine import Engine
from codesign.tui.screens.overlays import SupportPage


async def test_the_other_language_keeps_a_half_typed_line_of_a_plan(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await choose(stage, "My tech plan")
        await stage.press(*CODE, "enter", *CODE, "enter", "y", *"Sk", "f4")
        assert "Mi plan de tecnología, 1 de 6" in stage.text()
        await stage.press("y", "f2")
        assert isinstance(stage.app.screen, SupportPage)
        await stage.press("f2", "enter", "1", "f4")
        assert "■ Family I choose" in stage.text()
        await stage.press("escape")
        assert "Sky" in stage.text(), "what was typed before and after"


async def test_nobody_there_covers_a_plan_and_the_code_brings_it_back(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await choose(stage, "My tech plan")
        await stage.press(*CODE, "enter", *CODE, "enter", "y", *"Sky", "enter", "1")
        stage.app.on_idle()
        await stage.settle()
        assert "The plan waits behind your code" in stage.text().replace("\n       ", " ")
        assert "Family" not in stage.everything()
        await stage.press(*CODE, "enter")
        assert "■ Family I choose" in stage.text()
        await stage.press("n", *"draw")
        stage.app.on_idle()
        await stage.settle()
        assert "draw" not in stage.everything()
        await stage.press(*CODE, "enter", *"ing", "enter", "escape")
        assert "drawing" in stage.text(), "two people talk, and a line in the middle waits for them"
