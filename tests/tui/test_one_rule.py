"""One rule each: what the bar shows, where the arrows begin, what stands under a card, what a reader of comments reads."""

import pytest
from every_page import choice
from kit import HOME, Stage, on_stage, scale_cards, to_first_card, voting

from codesign.core.card import Card
from codesign.core.kinds.choice import choice_options
from codesign.core.session import WITHHELD_REASONS
from codesign.core.turn_break import IDLE_AFTER, STILL_THERE
from codesign.engine import Engine
from codesign.tui.keys import PLACES
from codesign.tui.screens.facilitator.menus import PAGES
from codesign.tui.widgets.answers import Answers
from codesign.tui.widgets.bars import key_line
from codesign.tui.widgets.menu import Item
from codesign.words import speaking

TWO = Card(id="T", kind="pick-two", rule="What matters most?", options=choice_options(["One", "Two", "Three", "Four"]))
SIZES = [HOME, (60, 20), (40, 15)]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def told(stage: Stage) -> str:
    return " ".join(stage.text().split())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [30, 38, 43, 56, 66])
def test_keys_left_the_bar_of_a_card_once_it_was_answered(language: str, width: int) -> None:
    keys = [key for key in PLACES["card"] if key.bar]
    with speaking(language):
        before = str(key_line(keys, width, ("write", "picks"))).split()
        after = str(key_line(keys, width)).split()
    assert [word for word in before if word not in after] == []
    assert {"Enter", "?"} <= set(before), "what is done with a card, and where more of it and Learn are found"
    if width >= 38:
        assert {"←", "?", "0"} <= set(before)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_bar_was_not_made_anew_for_another_size(engine: Engine, language: str) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await stage.press(*["f4"] * (language == "es"))
        await to_first_card(stage)
        await stage.press("1")
        assert " P " not in stage.lines()[-1]
        await stage.pilot.resize_terminal(60, 20)
        await stage.settle()
        assert " P " in "".join(stage.lines()[-2:])
        await stage.press("p")
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert "●" in stage.text()
        assert " P " not in stage.lines()[-1]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_quick_picks_left_no_sign_on_a_small_card(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await to_first_card(stage)
        await stage.press("2", *["p"] * (size != HOME), "a", "c", *["enter"] * (size != HOME))
        assert stage.text().count("■") == (2 if size == HOME else 1)
        assert ("■ 2 quick picks" in told(stage)) == (size != HOME)


@pytest.mark.parametrize(("card", "keys", "down", "up"), [
    (scale_cards(1)[0], ["2"], "could", "could"),
    (scale_cards(1)[0], ["4"], "skipped", "skipped"),
    (choice("C"), ["c"], "C", "C"),
    (TWO, ["b", "d"], "B", "D"),
    (scale_cards(1)[0], [], "works", "unclear"),
])  # fmt: skip
async def test_arrows_on_an_answered_card_began_at_the_first_option(
    engine: Engine, card: Card, keys: list[str], down: str, up: str
) -> None:
    for arrow, there in (("down", down), ("up", up)):
        async with voting(engine, (card,)) as stage:
            await to_first_card(stage)
            await stage.press(*keys, arrow)
            answers = stage.app.screen.query_one(Answers)
            assert answers.here is not None
            assert answers.options[answers.here].code == there


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_card_left_out_still_asked_for_an_answer(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await to_first_card(stage)
        for key in "45":
            await stage.press(key)
            assert "Noted. Enter goes on." in told(stage)
            assert "Press 1 to 5" not in told(stage)


async def test_pick_two_did_not_say_that_one_more_is_needed(engine: Engine) -> None:
    async with voting(engine, (TWO,)) as stage:
        await to_first_card(stage)
        await stage.press("b")
        assert "Pick one more" in told(stage)
        await stage.press("d")
        assert "Pick one more" not in told(stage)


async def test_enter_took_the_first_reason_that_nobody_chose(engine: Engine) -> None:
    chosen: list[str] = []
    items = [(Item(reason, words), lambda reason=reason: chosen.append(reason)) for reason, words in WITHHELD_REASONS.items()]
    async with on_stage(engine) as stage:
        stage.app.go(lambda: PAGES["reason"]("Why is it kept back?", items, here=None))
        await stage.settle()
        await stage.press("enter")
        assert chosen == []
        await stage.press("down", "down", "enter")
        assert chosen == [list(WITHHELD_REASONS)[1]]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_slow_reader_was_covered_without_a_word(engine: Engine, size: tuple[int, int]) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(2), size=size, clock=clock) as stage:
        await to_first_card(stage)
        clock.now += IDLE_AFTER - STILL_THERE - 8
        stage.app.look_for_idle()
        await stage.settle()
        assert "Still there?" not in told(stage)
        clock.now += 8
        stage.app.look_for_idle()
        await stage.settle()
        assert "Still there? Any key keeps this page." in told(stage)
        assert "Hide" in told(stage)
        await stage.press("1")
        assert "Still there?" not in told(stage)
        assert stage.app.screen.query_one(Answers).chosen == "not_reached"
        await stage.press("1")
        assert stage.app.screen.query_one(Answers).chosen == "works"
        clock.now += IDLE_AFTER - 5
        stage.app.look_for_idle()
        await stage.settle()
        await stage.press("f9")
        assert "Printer paper" in stage.text()


async def test_nobody_is_asked_where_nothing_would_be_covered(engine: Engine) -> None:
    clock = Clock()
    async with voting(engine, scale_cards(2), clock=clock) as stage:
        clock.now += IDLE_AFTER - 5
        stage.app.look_for_idle()
        await stage.settle()
        assert "Still there?" not in told(stage)
