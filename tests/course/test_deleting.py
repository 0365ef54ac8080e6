"""A session is deleted for good from its row under “Past sessions”: behind its code, asked once."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home, begun
from msgspec.structs import replace

from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.course import pages
from codesign.engine import Engine

DELETE = pages.Act("delete", "0")


def place(play: Played) -> str:
    return getattr(play.page, "place", type(play.page).__name__)


def left(engine: Engine, record: Path) -> list[str]:
    """All that lies of a session: in the folder of records, and of keys and codes."""
    folders = (record.parent, engine.places.state)
    return [path.name for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]


def told(engine: Engine, plan: Plan, setup: Setup) -> Path:
    """A session whose result was shown."""
    path = begun(engine, plan, setup)
    with engine.open(path) as opened:
        opened.close_round()
        opened.tell()
    return path


def test_a_finished_session_could_be_deleted_by_a_typed_command_only(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    record = told(engine, plan, filled_in)
    remembered = engine.places.pools.read_bytes()
    assert left(engine, record)
    play = at_home(engine).say("records", DELETE)
    assert place(play) == "code", "whoever sits at the laptop deletes nothing"
    assert "code" in play.say("000001").at(pages.Question).problem.lower()
    sure = play.say(CODE).at(pages.Sure)
    assert sure.question == "Delete this session for good?"
    assert filled_in.title in sure.lines[0]
    assert any("comment" in line and "its key and its code" in line for line in sure.lines)
    assert any(line.startswith("What stays: papers") for line in sure.lines)
    assert not any("ballot" in line for line in sure.lines), "its votes are counted"
    assert place(play.say(False)) == "records"
    assert record.exists()
    assert place(play.say(DELETE, CODE, True)) == "records"
    assert play.at(pages.Menu).choices == ()
    assert left(engine, record) == []
    assert engine.places.pools.read_bytes() == remembered, "what was told is told no second time"


def test_who_goes_back_from_the_code_or_hides_the_question_deletes_nothing(
    engine: Engine, plan: Plan, filled_in: Setup
) -> None:
    record = begun(engine, plan, filled_in)
    play = at_home(engine).say("records", DELETE, None)
    assert place(play) == "records"
    assert place(play.say(DELETE, CODE).hide()) == "home"
    with engine.open(record) as opened:
        assert opened.read().in_box == 7


def test_ballots_that_nobody_counted_are_named_before_they_go(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    begun(engine, plan, filled_in)
    sure = at_home(engine).say("records", DELETE, CODE).at(pages.Sure)
    assert "7 ballots are never counted." in sure.lines


def test_a_copy_of_a_deleted_session_does_not_come_back_in_its_place(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    record = told(engine, plan, filled_in)
    shutil.copy(record, record.with_name(f"{record.stem} (copy).json"))
    play = at_home(engine).say("records", DELETE, CODE)
    assert "every copy in its folder" in " ".join(play.at(pages.Sure).lines)
    assert play.say(True).at(pages.Menu).choices == ()
    assert left(engine, record) == []


def test_what_is_open_elsewhere_or_damaged_is_not_deleted(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    record = told(engine, plan, filled_in)
    with engine.open(record):
        play = at_home(engine).say("records", DELETE)
        assert play.at(pages.Problem).title == "This session can't be deleted"
        assert place(play.say(None)) == "records"
    record.write_bytes(record.read_bytes().replace(b'"title":"Tech rules"', b'"title":"Tech rulez"'))
    play.say("back", "records", DELETE)
    assert "damaged" in play.at(pages.Problem).sentence
    assert record.exists()


def test_an_empty_session_is_deleted_by_the_same_key(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    record = begun(engine, plan, filled_in)
    with engine.open(record) as opened:
        opened.drop_round()
    play = at_home(engine).say("records", DELETE)
    assert play.at(pages.Sure).question == "Delete this empty session?"
    assert play.say(True).at(pages.Menu).choices == ()
    assert not record.exists()


@pytest.mark.parametrize(("days", "told"), [(90, False), (91, True)])
def test_nobody_was_reminded_that_words_of_an_old_session_lie_there(
    engine: Engine, plan: Plan, filled_in: Setup, days: int, told: bool
) -> None:
    begun(engine, plan, replace(filled_in, day="2026-11-24"))
    later = Engine(engine.places, lambda: date(2026, 11, 24) + timedelta(days))
    assert any("Delete what nobody needs" in alert for alert in at_home(later).at(pages.Menu).alerts) == told
