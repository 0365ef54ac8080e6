"""What the facilitator sees when a record, its key or its place is not as it should be."""

import re
from pathlib import Path

from kit import CODE, RESULT, Stage, begin, into_box, on_stage, scale_cards, vote

from codesign.engine import Engine
from codesign.store.record_bytes import pack, unpack


async def paused(stage: Stage, people: int = 5) -> Path:
    """A session of five people, let go in the middle of its vote."""
    begin(stage, scale_cards(2))
    await stage.settle()
    into_box(stage, people)
    path = stage.opened.path
    await home(stage)
    return path


async def home(stage: Stage) -> None:
    stage.go_home()
    await stage.settle()


def flat(stage: Stage) -> str:
    """The words of the screen in one line, without the frame."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", stage.text()).split())


async def with_code(stage: Stage) -> None:
    await stage.press(*CODE, "enter")


async def test_a_damaged_record_is_told_and_goes_on_only_on_a_yes(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        path = await paused(stage)
        data = path.read_bytes().replace(b'"title":"Test"', b'"title":"Tesd"')
        path.write_bytes(data)
        await home(stage)
        assert "A session can't be read" in stage.text()
        await stage.press("3")
        assert "Damaged. Open it to see what can be read." in stage.text()
        await stage.press("1")
        assert "This record is damaged" in stage.text()
        assert "2 cards, 5 sealed ballots in the open round" in flat(stage)
        await stage.press("n")
        assert "Start a session" in stage.text()
        assert path.read_bytes() == data
        await stage.press("3", "1", "y")
        assert "Facilitator's code" in stage.text()
        assert Path(f"{path}.damaged-1").read_bytes() == data
        await with_code(stage)
        assert "5 of about 3 ballots in the box" in stage.text()
        await stage.press("2", "y", "1", *RESULT)
        assert "was damaged or changed outside the program" in flat(stage)


async def test_too_little_to_mend_is_told_and_left_alone(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        path = await paused(stage, 1)
        path.write_bytes(path.read_bytes()[:300])
        await home(stage)
        await stage.press("3", "1")
        assert "Too little of" in stage.text()
        await stage.press("enter")
        assert "Start a session" in stage.text()
        assert path.read_bytes()[300:] == b""


async def test_a_round_without_its_key_takes_no_ballot_and_can_be_left_or_dropped(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        path = await paused(stage)
        key = next(engine.places.state.glob("*.key"))
        key.rename(key.with_suffix(".away"))
        await stage.press("1")
        await with_code(stage)
        assert "The key of this round is not on this laptop" in stage.text()
        assert "Next person" not in stage.text()
        assert "Close the round" not in stage.text()
        await stage.press("1")
        assert "Paused in the vote. 5 ballots are safe." in stage.text()
        await stage.press("1")
        await with_code(stage)
        await stage.press("2", "y")
        assert engine.records()[0][1].phase == "empty"
        assert path.exists()


async def test_a_ballot_that_does_not_open_is_left_out_only_on_a_yes(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        path = await paused(stage, 6)
        tables = unpack(path.read_bytes(), path)
        next(iter(tables["box"].values()))["sealed"] = "AAAA"
        path.write_bytes(pack(tables))
        await stage.press("1")
        await with_code(stage)
        await stage.press("2", "y")
        assert "Close the round without them?" in stage.text()
        await stage.press("n")
        assert "6 of about 3 ballots in the box" in stage.text()
        await stage.press("2", "y", "y", "1", *RESULT)
        assert "What this group said" in stage.text()
        assert "1 sealed ballot or comment could not be opened" in stage.text()
        assert stage.opened.read().left_out == 1


async def test_a_key_that_vanished_in_a_turn_keeps_the_ballot_waiting(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        begin(stage, scale_cards(2))
        await stage.settle()
        key = next(engine.places.state.glob("*.key"))
        away = key.rename(key.with_suffix(".away"))
        await vote(stage, "1", "2")
        assert "Not saved yet" in stage.text()
        assert "without it nobody could ever open" in flat(stage)
        away.rename(key)
        await stage.press("r")
        assert "Saved." in stage.text()
        assert stage.opened.read().in_box == 1


async def test_a_synced_folder_is_warned_of_once_before_home(tmp_path: Path) -> None:
    from conftest import DAY

    from codesign.store.places import Places

    engine = Engine(Places.under(tmp_path / "Dropbox" / "data"), lambda: DAY)
    async with on_stage(engine) as stage:
        assert "Dropbox copies to other machines" in flat(stage)
        await stage.press("enter")
        assert "Start a session" in stage.text()
        await stage.press("3", "escape")
        assert "Start a session" in stage.text()
