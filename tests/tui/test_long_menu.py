"""A long list of records: a key costs what two rows cost, and what is shown of a row is what was handed."""

import pytest
from kit import CLOSE, CODE, Stage, begin, on_stage, scale_cards

from codesign.core.ballot import Ballot, Remark
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.tui.screens.facilitator.menus import PAGES
from codesign.tui.widgets.menu import Item, MenuList


async def test_an_arrow_key_drew_every_row_of_a_long_list(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stage, "paints_every_key", True)
    chosen: list[int] = []
    items = [(Item(str(n), f"Record {n}", "about"), lambda n=n: chosen.append(n)) for n in range(1000)]  # type: ignore[misc]
    async with on_stage(engine) as stage:
        stage.app.go(lambda: PAGES["records"]("Past sessions", items))
        await stage.settle()
        menu = stage.app.screen.query_one(MenuList)
        assert len(menu.children) == 0
        drawn: list[int] = []
        real = menu.render_line
        monkeypatch.setattr(menu, "render_line", lambda y: (drawn.append(y), real(y))[1])
        monkeypatch.setattr(menu, "lines", None)  # no row is laid again
        await stage.press("down")
        assert sorted(set(drawn)) == [0, 1, 3, 4]
        await stage.press(*["down"] * 20)
        assert menu.here == 21
        assert "Record 21" in stage.text()
        assert "16 to 22 of 1000" in stage.text()
        await stage.press("enter")
        assert chosen == [21]


async def test_a_row_that_was_marked_made_the_whole_list_anew(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(engine) as stage:
        stage.app.go(lambda: PAGES["records"]("R", [(Item(str(n), f"Rule {n}", marked=True), print) for n in range(9)]))
        await stage.settle()
        menu = stage.app.screen.query_one(MenuList)
        laid: list[int] = []
        real = menu.lines
        monkeypatch.setattr(menu, "lines", lambda n, row, width: (laid.append(n), real(n, row, width))[1])
        menu.fill([Item(row.id, row.title, marked=row.id != "4") for row in menu.rows])
        await stage.settle()
        assert laid == [4]
        assert stage.text().count("■ Rule") == 8
        assert "□ Rule 4" in stage.text()
        menu.fill(menu.rows[:2])
        menu.here = 0
        await stage.settle()
        assert "Rule 2" not in stage.text()


@pytest.mark.parametrize("size", [(40, 15), (80, 24)], ids=str)
async def test_the_row_somebody_is_at_is_on_the_screen_whole_at_any_size(engine: Engine, size: tuple[int, int]) -> None:
    items = [(Item(str(n), f"Row {n} " + "long " * (n % 4) * 10, f"end{n}"), print) for n in range(30)]
    async with on_stage(engine, size=size) as stage:
        stage.app.go(lambda: PAGES["records"]("Past sessions", items))
        await stage.settle()
        menu = stage.app.screen.query_one(MenuList)
        for step in (*[1] * 29, *[-1] * 29):
            menu.action_move(step)
            await stage.pilot.pause(0)
            shown = stage.text()
            assert f"Row {menu.here}" in shown
            assert f"end{menu.here}" in shown


async def test_the_next_part_of_a_list_came_in_sight_with_one_row(engine: Engine) -> None:
    items = [(Item(str(n), f"Row {n}", part="" if n % 10 else f"Part {n}"), print) for n in range(60)]
    async with on_stage(engine, size=(80, 24)) as stage:
        stage.app.go(lambda: PAGES["records"]("Past sessions", items))
        await stage.settle()
        await stage.press("tab", "tab")
        assert "Part 20" in stage.text()
        assert "Row 19" not in stage.text()
        assert "Row 26" in stage.text()


async def test_the_page_of_comments_was_made_anew_for_every_verdict(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        begin(stage, scale_cards(2), lines=Thresholds())
        await stage.settle()
        remark = Remark("R-1", "works", "fine words", quote_ok=True)
        stage.opened.cast(stage.opened.seal([Ballot({"R-1": "works", "R-2": "works"}, (remark,))] * 6))
        await stage.press(*CLOSE, "c", *CODE, "enter")
        screen = stage.app.screen
        await stage.press("enter")
        assert stage.app.screen is screen
        assert "This one is still to be read" in stage.text()
        await stage.press("down", "t")
        assert stage.app.screen is not screen
        await stage.press("escape")
        screen = stage.app.screen
        await stage.press("q", "q")
        assert stage.app.screen is screen
        assert "2 of 6 read" in stage.text()
        assert "still to be read" not in stage.text()
        await stage.press("f9", "f9", *CODE, "enter")
        assert stage.app.page.place != "review"
        assert "fine words" not in stage.everything()


async def test_enter_took_a_row_that_was_out_of_sight_after_a_page_key() -> None:
    from textual.app import App, ComposeResult

    from codesign.tui.widgets.menu import Item, MenuList

    class OneList(App[None]):
        def compose(self) -> ComposeResult:
            yield MenuList([Item(f"{n}", f"Row {n}", "About it.") for n in range(40)], here=0)

    app = OneList()
    async with app.run_test(size=(60, 12)) as pilot:
        menu = app.query_one(MenuList)
        menu.focus()
        for key in ("pagedown", "pagedown", "end", "pageup", "home"):
            await pilot.press(key)
            await pilot.pause()
            first, last = menu.seen()
            assert menu.here is not None
            assert first - 1 <= menu.here < last, key
        assert menu.here == 0


async def test_an_empty_list_offered_keys_that_do_nothing(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("3")
        assert "No sessions yet." in stage.text()
        assert not any(word in stage.text() for word in ("Choose", "Delete", "Open"))
        assert "Esc Back" in stage.text()
