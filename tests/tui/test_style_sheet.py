"""What is remembered of the style sheet is what all its rules come to. Else a page would keep the look of another."""

import pytest
from every_page import PAGES, choice, pair, show
from kit import Stage, on_stage, scale_cards, to_first_card, voting
from textual.css.stylesheet import Stylesheet

from codesign.engine import Engine


def looks(stage: Stage) -> list[tuple[object, dict[str, object]]]:
    return [(node, dict(node._css_styles._rules)) for node in stage.app.screen.walk_children(with_self=True)]


def assert_as_all_rules_say(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    found = looks(stage)
    with monkeypatch.context() as patch:
        sheet = type(stage.app.stylesheet)
        patch.setattr(sheet, "apply", Stylesheet.apply)
        patch.setattr(sheet, "replace_rules", Stylesheet.__dict__["replace_rules"])
        stage.app.stylesheet.update(stage.app.screen)
    for (node, was), (_node, shall) in zip(found, looks(stage), strict=True):
        assert was == shall, node


async def test_a_widget_keeps_no_look_of_a_place_that_it_left(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with voting(engine, (scale_cards(1)[0], choice("Quiet"), pair("Ask"))) as stage:
        await to_first_card(stage)
        for keys in ("1", "w", ("enter", "n", "enter"), "down", ("b", "enter", "a"), ("f4", "left"), "f2", "escape"):
            await stage.press(*([keys] if isinstance(keys, str) else keys))
            assert_as_all_rules_say(stage, monkeypatch)
        for width, height in ((40, 15), (120, 40)):
            await stage.pilot.resize_terminal(width, height)
            await stage.settle()
            assert_as_all_rules_say(stage, monkeypatch)
        stage.app.next_colours()
        await stage.settle()
        assert_as_all_rules_say(stage, monkeypatch)


async def test_a_page_that_comes_later_has_its_own_look(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each brings rules of widgets that nobody had read before."""
    async with on_stage(engine) as stage:
        for page in list(PAGES)[::9]:
            await show(stage, page, "A rule")
            assert_as_all_rules_say(stage, monkeypatch)
