"""The colours chosen on the first page stay for the next start; those that anybody else chooses go."""

from pathlib import Path

import pytest
from kit import on_stage, voting

from codesign.engine import Engine
from codesign.store import colours
from codesign.store.places import Places
from codesign.tui.app import CodesignApp


async def test_colours_of_the_first_page_are_kept_and_those_of_the_hand_over_are_not(engine: Engine) -> None:
    kept: list[str] = []
    async with on_stage(engine) as stage:
        stage.app.keep_colours = kept.append
        await stage.press("t")
        assert kept == [stage.app.theme] == ["paper"]
    async with voting(engine) as stage:
        stage.app.keep_colours = kept.append
        await stage.press("t")
        assert stage.app.theme == "paper"
        assert kept == ["paper"], "nobody learns what somebody at the hand-over chose"


@pytest.mark.parametrize(
    ("word", "shown"), [("paper", "paper"), ("", "evening"), ("nonsense", "evening"), ("textual-dark", "evening")]
)
def test_a_start_has_the_colours_that_were_kept(word: str, shown: str) -> None:
    assert CodesignApp(colours=word).theme == shown


def test_colours_that_cannot_be_kept_or_read_stop_nobody(tmp_path: Path) -> None:
    places = Places.under(tmp_path / "data")
    assert colours.read(places) == ""
    colours.keep(places, "contrast")
    assert colours.read(places) == "contrast"
    places.colours.write_bytes(b"\xff" * 1000)
    assert colours.read(places) == ""
    blocked = Places.under(tmp_path / "a file")
    blocked.data.write_text("mine", encoding="utf-8")
    colours.keep(blocked, "paper")
    assert blocked.data.read_text("utf-8") == "mine"
