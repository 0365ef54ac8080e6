"""A written line says how much of it still fits, that it goes on beyond the field, and what was left out."""

import pytest
from kit import HOME, Stage, scale_cards, to_first_card, voting
from textual import events

from codesign.core.turn import Turn
from codesign.engine import Engine
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.widgets.line import Line

SIZES = [HOME, (60, 20), (40, 15)]


def full_turn(cards: int) -> Turn:
    """A turn at its last card, with a full line on each before it."""
    turn = Turn.begin(scale_cards(cards))
    for n in range(cards - 1):
        turn = turn.answer("works").write("x" * (500 if n else 380)).next()
    return turn.answer("could")


async def paste(stage: Stage, words: str) -> None:
    stage.app.screen.query_one(Line).post_message(events.Paste(words))
    await stage.settle()


def told(stage: Stage) -> str:
    return " ".join(stage.text().split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nobody_was_told_that_a_line_is_nearly_full(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        await paste(stage, "x" * 440)
        assert "fit" not in told(stage)
        await stage.press("x")
        assert "About 59 more letters fit here." in told(stage)
        await paste(stage, "x" * 58)
        assert "About 1 more letter fits here." in told(stage)
        await stage.press("x", "x")
        assert len(stage.app.screen.query_one(Line).value) == 500
        assert "No more letters fit here." in told(stage)
        await stage.press("enter", "n")
        assert "fit" not in told(stage)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nobody_was_told_that_a_turn_s_words_are_nearly_full(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(9), size=size) as stage:
        await to_first_card(stage)
        page = stage.app.page
        assert isinstance(page, CardPage)
        page.turn = full_turn(9)
        await stage.settle()
        room = page.now.room_for_comment
        assert 0 < room < 60
        await stage.press("w")
        assert f"About {room} more letters fit here." in told(stage)
        await stage.press(*"abc")
        assert f"About {room - 3} more letters fit here." in told(stage)
        await paste(stage, "y" * 400)
        assert "The end was left out." in told(stage)
        assert page.now.reply.text == "abc" + "y" * (room - 3)
        await stage.press("z")
        assert page.now.reply.text == "abc" + "y" * (room - 3)
        assert page.now.ballot().remarks[-1].text == page.now.reply.text


async def test_a_long_line_was_cut_without_a_mark_under_the_quote_question(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        await paste(stage, "begins here " + "and goes on " * 30 + "ends here")
        rows = []
        for key in ("enter", "n", "w", "home", "end"):
            await stage.press(key)
            field = " ".join(line.replace("▌", "").strip() for line in stage.lines() if "▌" in line)
            rows.append(field)
            assert field.startswith("…") != field.startswith("begins here"), f"{key}: {field}"
            assert field.endswith("…") != field.endswith("ends here"), f"{key}: {field}"
        assert len(set(rows)) > 1
        await stage.press(*["backspace"] * 200)
        assert "…" not in "".join(stage.lines()[12:-1])
