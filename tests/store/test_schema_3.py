"""Records as schema 3 wrote them, with the memory and the list that lay beside them: they open, say the same, and go on."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from codesign.cli import main
from codesign.core.errors import CodesignError, Damaged
from codesign.engine import Engine
from codesign.store import near_here
from codesign.store.disk import Disk
from codesign.store.issued import Issued
from codesign.store.issued_file import SCHEMA
from codesign.store.places import Places
from codesign.store.record_bytes import schema_of
from codesign.store.shelf import look

KEPT = Path(__file__).parents[1] / "data" / "record-schema-3"
NEW = "Phones stay with you, and off at night."


@pytest.fixture
def engine(places: Places) -> Engine:
    """A laptop with everything that was kept."""
    for folder in (places.state, places.records):
        folder.mkdir(parents=True)
    for file in KEPT.iterdir():
        folder = (
            places.state if file.suffix == ".key" else places.data if file.stem in ("pools", "near-here") else places.records
        )
        Path(shutil.copy(file, folder)).chmod(0o600)
    return Engine(places, lambda: date(2026, 12, 1))


def test_an_answered_session_says_what_it_said(engine: Engine) -> None:
    path = engine.places.records / "answered.json"
    before = path.read_bytes()
    assert schema_of(before) == 3
    for key in engine.places.state.glob("*.key"):  # it went when the round was closed
        key.unlink()
    assert engine.verify(path) == []
    with engine.open(path) as opened:
        session = opened.read()
    assert path.read_bytes() == before
    assert session.tallies["S"].counts == {"works": 3, "could": 1, "doesnt": 1}
    assert (session.card("S").rule, session.card("S").was) == (NEW, "Phones stay with you.")
    assert [(d.card, d.answer, d.by_when) for d in session.decisions] == [("S", "changes", "2026-12-24")]
    assert (session.promises.kept, session.told_otherwise, session.mended) == (("S",), (), False)


def test_a_second_vote_on_new_words_goes_on_and_is_closed(engine: Engine) -> None:
    path = engine.places.records / "again.json"
    (engine.places.records / "answered.json").unlink()  # the same session, further on: a copy would stop the vote
    with engine.open(path) as opened:
        assert opened.read().in_box == 4
        opened.close_round()
        session = opened.read()
    assert session.tallies["S"].counts == {"works": 2, "could": 1, "doesnt": 1}
    assert [round_.state for round_ in session.rounds] == ["closed", "closed"]


def test_the_memory_knows_what_of_the_session_was_told(engine: Engine) -> None:
    """And forgets, at the next opening, how many were behind each of the words that left."""
    memory = Issued(engine.places.pools, Disk())
    assert len(memory.known) == 1
    session_id, session = look(engine.places.records / "answered.json")
    told = memory.told_of(session_id)
    assert set(told.votes) == {"S", "C", "P+Q"}
    with engine.open(engine.places.records / "answered.json"):
        now = Issued(engine.places.pools, Disk()).told_of(session_id)
    assert (now.votes, [piece.key for piece in now.left]) == (told.votes, [piece.key for piece in told.left])
    assert not now.lacks(session)
    assert not any(piece.behind for piece in now.left)


def test_the_list_of_services_near_here_is_still_read(engine: Engine) -> None:
    near = near_here.read(engine.places.near_here)
    assert [(entry.kind, entry.name) for entry in near.entries] == [("person", "Dana")]
    assert near.tried == {"988 Lifeline": "2026-11-21"}


def test_what_a_newer_version_wrote_was_called_damaged_and_to_be_deleted(engine: Engine, tmp_path: Path) -> None:
    """As the next version may write them: a higher number, and a form that nobody here knows."""
    places, newer = engine.places, f'{{"schema":{SCHEMA + 1},"together":{{"a":"another form"}}}}'
    said = "newer version .* Update the program"
    places.pools.write_text(newer, encoding="utf-8")
    with pytest.raises(Damaged, match=said):
        Issued(places.pools, Disk())
    places.near_here.write_text('{"schema":2,"entries":{}}', encoding="utf-8")
    with pytest.raises(CodesignError, match=said):
        near_here.read(places.near_here)
    places.pools.unlink()
    (tmp_path / "brought.json").write_text(newer, encoding="utf-8")
    brought = CliRunner().invoke(main, ["--data", str(places.data), "pools", "import", str(tmp_path / "brought.json")])
    assert brought.exit_code == 1
    assert "Update the program" in brought.stderr
    assert not places.pools.exists()
