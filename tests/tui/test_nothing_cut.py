"""At every size: bars whole, the safety keys too, marks where something is below, rows cut only where there is no room."""

import pytest
from every_page import assert_its_bar_says_all, different, nothing, session, show
from kit import CODE, keys_in_the_bar, on_stage, scale_cards, to_first_card, voting
from msgspec.structs import replace
from rich.cells import cell_len
from textual.containers import VerticalScroll

from codesign import words
from codesign.core.card import Card
from codesign.core.session import Comment
from codesign.course.pages import Reading
from codesign.engine import Engine
from codesign.tui.screens.facilitator.review import CommentList, ReviewPage
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _, speaking

LONG = "Phones stay with their owners at night and nobody looks into them without asking first, or they say why. " * 3
SIZES = [(40, 15), (60, 20), (80, 24), (120, 40)]
EITHER = [((40, 15), "es"), ((60, 20), "en"), ((80, 24), "en")]
EITHER += [
    pytest.param(size, language, marks=pytest.mark.soak)
    for size in SIZES
    for language in ("en", "es")
    if (size, language) not in EITHER
]
"""Every size at which something is short of room in one language; by the soak all in both."""


@pytest.mark.parametrize("size", [(40, 15), pytest.param((60, 20), marks=pytest.mark.soak)], ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
async def test_no_bar_of_a_page_is_cut_also_where_it_was_read_to_its_end(
    engine: Engine, language: str, size: tuple[int, int]
) -> None:
    async with on_stage(engine, size=size) as stage:
        for page in different():
            await show(stage, page, "Some words that go on " * 12)
            if language == "en":
                assert_its_bar_says_all(stage, page)
            elif not stage.app.screen.speaks:
                continue
            elif words.language() != language:  # it stays until a page of the facilitator's comes
                await stage.press("f4")
            scrolls = [s for s in stage.app.screen.query(VerticalScroll) if s.display]
            for scroll in scrolls:
                scroll.scroll_end(animate=False, immediate=True)
                if isinstance(scroll, Leafed):
                    scroll.turn(scroll.count)
            await stage.settle()
            last = [line for line in stage.lines() if line.strip()][-1]
            assert ("F9  Hide" if language == "en" else "F9  Ocultar") in last, f"{page.__name__}: {last}"
            keys_in_the_bar(stage)
            long = [s for s in scrolls if (s.count > 1 if isinstance(s, Leafed) else s.max_scroll_y)]
            assert ("↑" in last or "PgUp" in last) == bool(long), f"{page.__name__}: {last}"


async def test_the_mark_of_a_page_that_scrolls_cut_the_last_key_of_its_bar(engine: Engine) -> None:
    async with on_stage(engine, size=(80, 16)) as stage:
        for page in different():
            await show(stage, page, "Some words that go on " * 12)
            for scroll in (s for s in stage.app.screen.query(VerticalScroll) if s.display):
                scroll.scroll_end(animate=False, immediate=True)
            await stage.settle()
            keys_in_the_bar(stage)
            assert "F9  Hide" in [line for line in stage.lines() if line.strip()][-1]


@pytest.mark.parametrize(("size", "language"), EITHER, ids=str)
async def test_a_long_rule_can_be_read_to_its_end_and_a_written_line_stands_on_the_card(
    engine: Engine, language: str, size: tuple[int, int]
) -> None:
    rule = f"{LONG[:290]} END"
    async with voting(engine, (Card(id="R-1", kind="scale", rule=rule), *scale_cards(1)), size=size) as stage:
        await stage.press(*["f4"] * (language == "es"))
        await to_first_card(stage)
        await stage.press("2", "w", *"hello", "enter", "n")
        assert "hello" in stage.text()
        for _ in range(6):
            if " END" in stage.text():
                break
            assert "PgDn" in stage.text()
            await stage.press("pagedown")
        assert " END" in stage.text()


@pytest.mark.parametrize(("size", "language"), EITHER, ids=str)
async def test_the_screens_shape_told_the_answer(engine: Engine, language: str, size: tuple[int, int]) -> None:
    """Beside 1, 2 and 3 the same rows hold the same signs in the same places, and the bar is one bar."""
    async with voting(engine, scale_cards(2), size=size) as stage:
        await stage.press(*["f4"] * (language == "es"))
        await to_first_card(stage)
        shapes: dict[str, set[object]] = {}

        def shape(page: str) -> None:
            lines = stage.lines()
            signs = tuple((n, line.index("□"), line[line.index("□") :][:4]) for n, line in enumerate(lines) if "□" in line)
            rows = tuple(bool(line.strip()) for line in lines)
            shapes.setdefault(page, set()).add((signs, rows, lines[-2:] if size[0] < 80 else lines[-1:], len(signs)).__repr__())

        for key in "123":
            await stage.press(key)
            shape("card")
            if size[0] < 80:
                await stage.press("p")
                shape("picks")
                await stage.press("enter")
            await stage.press("w")
            shape("line")
            await stage.press("escape")
        assert {page: len(found) for page, found in shapes.items()} == dict.fromkeys(shapes, 1)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_rows_of_the_review_were_cut_where_there_was_room(engine: Engine, size: tuple[int, int]) -> None:
    said = {"round": 1, "card": "R-1", "prompt": "could", "quote_ok": True}
    comments = tuple(Comment(id=n, text=words, **said) for n, words in enumerate(["Short.", "Words that go on " * 9], 1))
    record = replace(session("A rule"), comments=comments)
    async with on_stage(engine, size=size) as stage:
        stage.app.go(lambda: ReviewPage(Reading(session=record, at=None), nothing, stage.app))
        await stage.settle()
        wide = stage.app.screen.query_one("#review-list").size.width
        listed = stage.app.screen.query_one(CommentList)
        rows = ["".join(words for words, _kind in listed.lines(n, c, wide)[0]).strip() for n, c in enumerate(comments)]
        assert rows[0].endswith("Short.")
        assert rows[1].endswith("…")
        assert wide - 3 <= cell_len(rows[1]) <= wide


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24)], ids=str)
async def test_the_support_page_lost_the_end_of_its_promise(engine: Engine, language: str, size: tuple[int, int]) -> None:
    async with voting(engine, scale_cards(1), size=size) as stage:
        await stage.press(*["f4"] * (language == "es"), "f2")
        with speaking(language):
            whole = _("No one is told you opened this.")
        assert whole in " ".join(stage.text().split())


async def test_the_time_of_the_hour_was_cut_in_the_middle_of_its_words(engine: Engine) -> None:
    async with voting(engine, scale_cards(2), size=(40, 15)) as stage:
        await stage.press("f", *CODE, "enter")
        assert stage.lines()[0].rstrip().endswith("min gone"), "not “min gone, about 30”"
