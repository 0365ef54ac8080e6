"""A key paints what it changed once. Counted, not timed."""

import asyncio
import sys
from collections.abc import Callable
from pkgutil import resolve_name

import pytest
from kit import Stage, scale_cards, to_first_card, voting
from textual import screen as textuals_screen
from textual._compositor import Compositor
from textual.timer import Timer
from textual.widget import Widget

from codesign.engine import Engine
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.youth import handover
from codesign.tui.screens.youth.before_and_stop import BeforePage
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.widgets.answers import AnswerRows
from codesign.tui.widgets.bars import Heading, KeyBar
from codesign.tui.widgets.picks import Picks


@pytest.fixture(autouse=True)
def painted_as_in_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textuals_screen, "UPDATE_PERIOD", 1 / 60)
    monkeypatch.setattr(Stage, "paints_every_key", True)


def counted(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> list[object]:
    """The widgets of a kind whose method is called from now on."""
    seen: list[object] = []
    real: Callable[..., object] = getattr(kind, name)

    def counting(self: object, *given: object, **named: object) -> object:
        seen.append(self)
        return real(self, *given, **named)

    monkeypatch.setattr(kind, name, counting)
    return seen


async def test_hide_painted_the_cover_a_second_time_once_the_page_was_gone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        drawn = counted(monkeypatch, Cover, "render")
        await stage.press("1", "f9")
        assert stage.text().startswith("Notes")
        assert len(drawn) == 1


async def test_hide_waited_for_the_first_beat_of_a_timer_and_the_page_went_meanwhile(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        cover = stage.app.screen_stack[0]
        await to_first_card(stage)
        beats = counted(monkeypatch, Timer, "_tick")
        await asyncio.sleep(2 / 60)
        cover._update_timer.resume()
        await asyncio.sleep(0)
        assert cover._update_timer in beats


async def test_a_page_was_laid_out_four_times_and_painted_three_times_when_it_came(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        laid_out = counted(monkeypatch, Compositor, "reflow")
        whole = counted(monkeypatch, Compositor, "render_full_update")
        await stage.press("enter")
        assert "Before you start" in stage.text()
        assert len(whole) == 1
        assert len(laid_out) <= 3
        assert len(laid_out) == len({*laid_out}), "no page twice"


async def test_what_a_layout_gave_another_size_asked_for_a_second_one(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        laid_out = counted(monkeypatch, Compositor, "reflow")
        await stage.press("f2")
        assert len(laid_out) == len({*laid_out}), "no page twice"
        await stage.press("escape", "1")
        laid_out.clear()
        await stage.press("enter")
        assert "Card 2 of 2" in stage.text()
        assert len(laid_out) == 1


async def test_a_page_was_painted_again_for_its_own_mark_of_more(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        painted = counted(monkeypatch, Compositor, "_render_chops")
        await stage.press("f2")
        assert len(painted) == 1


async def test_a_vote_drew_every_answer_and_all_that_lies_under_them(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1")
        drawn = counted(monkeypatch, Widget, "render_lines")
        rows = counted(monkeypatch, AnswerRows, "row")
        await stage.press("2")
        assert {type(widget) for widget in drawn} == {AnswerRows, Picks}
        assert len(rows) == 2


async def test_the_first_card_waited_for_what_it_is_made_of(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(handover, "import_module", loaded.append)
    monkeypatch.setattr(handover, "PAINTED", 0.001)
    async with voting(engine, scale_cards(1)) as stage:
        await asyncio.sleep(0.01)
        await stage.settle()
        assert {resolve_name(name) for name in loaded} == {sys.modules[kind.__module__] for kind in (BeforePage, CardPage)}


async def test_a_line_that_opens_styled_what_has_nothing_to_do_with_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1")
        sheet = stage.app.stylesheet
        before = [sheet._stand[stage.app.screen.query_one(kind)][0] for kind in (KeyBar, Heading)]
        await stage.press("w")
        assert stage.app.screen.has_class("-writing")
        assert [sheet._stand[stage.app.screen.query_one(kind)][0] for kind in (KeyBar, Heading)] == before
