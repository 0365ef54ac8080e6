"""A page that scrolls says so, and one that does not never does: one mark for all pages."""

import re
from pathlib import Path

import pytest
from every_page import show
from kit import HOME, LARGE, AfterVote, Stage, has_more_below, keys_in_the_bar, on_stage, scale_cards, to_first_card, voting
from msgspec.structs import replace

from codesign.core.ballot import Ballot
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.course.written import what_was_written, written
from codesign.engine import Engine
from codesign.tui.screens.to_read import PAGES
from codesign.tui.screens.youth.before_and_stop import BeforePage
from codesign.tui.widgets.answers import AnswerRows


def says_more(stage: Stage) -> bool:
    return bool(re.search("(↓|PgDn) (More|Más)", stage.text()))


async def closed(stage: Stage, part: AfterVote = "talk") -> None:
    """A round of five like ballots, or of five that there is something to vote on again, closed, and what comes after it."""
    codes = ["works", "works", "doesnt", "doesnt", "doesnt"] if part == "again" else ["works"] * 5
    cards = stage.opened.read().cards
    stage.opened.cast(stage.opened.seal([Ballot({card.id: code for card in cards}) for code in codes]))
    await stage.to(part)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_pair_that_is_longer_than_a_tiny_screen_says_so_and_shows_the_rest(
    engine: Engine, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stage, "paints_every_key", True)
    async with on_stage(engine, size=(40, 15)) as stage:
        stage.go(stage.home._demo)
        await stage.settle()
        await stage.press(*["f4"] * (language == "es"))
        await to_first_card(stage)
        while stage.app.screen.now.card.kind != "pair":
            await stage.press("4", "enter")
            if stage.app.page.place == "note":
                await stage.press("enter")
        rows = stage.app.screen.query_one(AnswerRows)

        def last_is_seen() -> bool:
            return stage.app.screen.find_widget(rows).visible_region.bottom == rows.region.bottom

        assert says_more(stage)
        await stage.press("pagedown")
        assert last_is_seen()
        assert not says_more(stage)
        await stage.press("pageup")
        assert says_more(stage)
        await stage.press("up")
        assert last_is_seen(), "the arrows never stand where nobody sees them"


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24), LARGE], ids=str)
@pytest.mark.parametrize("key", ["f1", "f2"])
async def test_help_and_support_say_that_there_is_more_until_it_was_there(
    engine: Engine, key: str, size: tuple[int, int]
) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await stage.press(key)
        long = has_more_below(stage)
        assert says_more(stage) == long
        for _ in range(9):
            if says_more(stage):
                await stage.press("pagedown")
        assert not says_more(stage)
        assert ("↑ Back up" in stage.text()) == long


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24), LARGE], ids=str)
async def test_no_page_of_a_turn_shows_the_mark_where_nothing_scrolls(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        assert not says_more(stage)
        await to_first_card(stage)
        for keys in ("2", "w", "x", "enter", "n", "p", "enter", "0"):
            await stage.press(keys)
            assert not says_more(stage), stage.text()


@pytest.mark.parametrize("page", ["talk", "again", "result"])
async def test_the_rooms_lists_say_which_cards_are_on_the_screen(engine: Engine, page: AfterVote) -> None:
    async with voting(engine, scale_cards(24)) as stage:
        await closed(stage, page)
        assert re.search(
            "1 to [0-9]+ of 24$" if stage.app.page.place == "again" else "Page 1 of [2-9]$", stage.text().splitlines()[1]
        )
        assert says_more(stage)
        for _ in range(24):
            await stage.press("down")
        assert re.search(
            " to 24 of 24$" if stage.app.page.place == "again" else r"Page (\d) of \1$", stage.text().splitlines()[1]
        )
        assert not says_more(stage)


@pytest.mark.parametrize("page", ["talk", "again", "result"])
async def test_a_short_list_of_the_room_shows_no_mark(engine: Engine, page: AfterVote) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await closed(stage, page)
        assert not says_more(stage)
        assert " of " not in stage.text().splitlines()[1]


@pytest.mark.parametrize("size", [(60, 20), HOME], ids=str)
async def test_the_talk_page_is_whole_in_both_languages(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(12), size=size) as stage:
        await closed(stage)
        for words, other in (("Read each card aloud again", "F4 Español"), ("Lean cada tarjeta otra vez", "F4")):
            text = " ".join(stage.text().split())
            assert words in text
            assert other in text
            keys_in_the_bar(stage)
            assert "unclear" not in text
            await stage.press("f4")


@pytest.mark.parametrize("size", [(60, 20), HOME, LARGE], ids=str)
async def test_the_other_language_is_in_every_bar_of_a_turn(engine: Engine, size: tuple[int, int]) -> None:
    plan = engine.plan("starter").cards
    kinds = {card.kind: card for card in reversed(plan)}
    cards = (*kinds.values(), *[card for card in plan if card.content_note][:1])
    async with voting(engine, cards, size=size) as stage:
        for language in ("", "Español"):  # whoever came to Spanish by the key knows its way back without the word
            await stage.press(*["f4"] * (not language))
            await to_first_card(stage)
            while stage.app.page.place != "end":
                if stage.app.page.place == "note":
                    assert f"F4 {language}" in stage.text()
                    await stage.press("enter")
                for key in ("4", kind_of(stage.app.screen.now.card).options(stage.app.screen.now.card)[1].key, "w", "escape"):
                    assert f"F4 {language}" in stage.text(), stage.text()
                    await stage.press(key)
                await stage.press("4", "enter")
            assert f"F4 {language}" in stage.text()
            await stage.press("0")
            assert "F4" in stage.text()
            await stage.press("2", "y")


@pytest.mark.parametrize("page", ["talk", "again"])
async def test_a_page_that_is_made_wider_or_smaller_keeps_the_mark(engine: Engine, page: AfterVote) -> None:
    async with voting(engine, scale_cards(24), size=(60, 20)) as stage:
        await closed(stage, page)
        assert says_more(stage)
        for width, height in ((100, 20), (60, 20), (140, 20), (40, 15), (80, 24)):
            await stage.pilot.resize_terminal(width, height)
            await stage.settle()
            assert says_more(stage), stage.text()


@pytest.mark.parametrize("size", [(40, 15), (60, 20), HOME, LARGE], ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_answer_stands_in_the_bar_of_the_result_where_there_is_room(
    engine: Engine, language: str, size: tuple[int, int]
) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await closed(stage)
        await stage.press(*["f4"] * (language == "es"))
        await stage.to("result")
        words = keys_in_the_bar(stage)
        assert ("A The team's answer" in words or "A La respuesta" in words) or size[0] < 80
        assert "Enter" in words
        assert "Esc" in words


@pytest.mark.parametrize("size", [(40, 15), (60, 20), HOME], ids=str)
async def test_what_each_written_file_is_for_is_whole(engine: Engine, size: tuple[int, int]) -> None:
    names = ["summary.docx", "summary.html", "summary.md", "summary.csv", "summary.json", "youth-check.docx"]
    files = tuple(Path("out") / name for name in names)
    page = written(files, "House manager", "24 December 2026")
    async with on_stage(engine, size=size) as stage:
        stage.app.go(lambda: PAGES["written"](page, print, stage.app))
        await stage.settle()
        shown = ""
        for _ in range(6):
            shown += " ".join(stage.text().split())
            await stage.press("down")
        for name, what in what_was_written(files):
            assert f"{name} {what}" in shown or size[0] == 60
            assert what.split()[-1] in shown
            assert name in shown


async def test_two_lines_filled_the_support_card_and_the_others_were_below_it(engine: Engine) -> None:
    """Who is here, 911, the own line, and every number of the first lines, with what each does."""
    async with voting(engine, scale_cards(2)) as stage:
        stage.app.around.enter(replace(stage.opened.read(), setup=replace(stage.opened.read().setup, local_line="555-0142")))
        await stage.press("f2")
        for said in ("Dana", "Call 911", "555-0142", *(line.reach for line in engine.help_lines().lines)):
            assert said in stage.text()


@pytest.mark.parametrize("paused", [False, True])
async def test_home_hid_rows_below_its_end(engine: Engine, plan: Plan, filled_in: Setup, paused: bool) -> None:
    if paused:
        engine.start(plan, filled_in, plan.thresholds).leave()
    async with on_stage(engine) as stage:
        assert ("Go on with" in stage.text()) == paused
        assert "Plain lines" in stage.text()
        assert not says_more(stage)


async def test_the_bar_said_where_a_key_leads_while_it_turned_the_page_before_a_turn(engine: Engine) -> None:
    async with on_stage(engine, size=(40, 15)) as stage:
        await show(stage, BeforePage, "Dana")
        assert has_more_below(stage)
        while has_more_below(stage):
            assert "Enter More" in stage.text()
            await stage.press("enter")
        assert "Enter Go on" in stage.text()
