"""The cards of a plan, chosen by keys on the list; the set-up keeps what was filled in, and says how long it takes."""

from functools import partial

from kit import on_stage

from codesign.engine import Engine
from codesign.tui.widgets.line import Line


async def test_cards_are_chosen_by_keys_and_the_row_that_was_put_in_is_seen(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        await stage.press(*"Maria", "tab", "tab", "tab", "8")
        assert "about 85 minutes" in stage.text()
        await stage.press("ctrl+r", "d", "x")
        assert "9 cards, 8 people" in stage.text()
        await stage.press(*["down"] * 12, "up", "enter", "tab", "space", "escape")
        assert "10 cards, 8 people" in stage.text()
        assert "of 12" in stage.text(), "the list stands at what was put in"
        await stage.press("escape")
        assert stage.app.screen.query_one("#audience", Line).value == "Maria"
        assert len(stage.app.screen.page.plan.cards) == 10  # type: ignore[attr-defined]
