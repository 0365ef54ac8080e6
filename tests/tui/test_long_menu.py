"""A long list of records: a key costs what two rows cost."""

import pytest
from kit import on_stage

from codesign.engine import Engine
from codesign.tui.screens.facilitator.menus import RecordsPage
from codesign.tui.widgets.menu import Item, MenuList, _Row


async def test_an_arrow_key_drew_every_row_of_a_long_list(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[int] = []
    items = [(Item(str(n), f"Record {n}", "about"), lambda n=n: chosen.append(n)) for n in range(60)]  # type: ignore[misc]
    async with on_stage(engine) as stage:
        stage.app.go(lambda: RecordsPage("Past sessions", items))
        await stage.settle()
        drawn: list[_Row] = []
        real = _Row.paint
        monkeypatch.setattr(_Row, "paint", lambda row, here: (drawn.append(row), real(row, here))[1])
        await stage.press("down")
        rows = stage.app.screen.query(_Row)
        assert set(drawn) == {rows[0], rows[1]}
        assert [row.has_class("-here") for row in rows[:3]] == [False, True, False]
        await stage.press(*["down"] * 20)
        assert stage.app.screen.query_one(MenuList).here == 21
        assert "Record 21" in stage.text()
        await stage.press("enter")
        assert chosen == [21]
