"""What is printed before they come is that of the session that was set up, not of the plan it was made of."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from course_kit import CODE, Played, at_home

from codesign.cli import main
from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.papers_to_print import paper_form
from codesign.engine import Engine

SETUP = Setup(
    title="Our house", day="2026-11-24", audience="Maria", expected=6, support_person="Dana, office", local_line="555-0142"
)


@pytest.fixture
def record(engine: Engine) -> Path:
    """Set up on a plan from which two cards were taken out, and which was turned round."""
    plan = engine.plan("fifteen-minutes")
    cards = plan.cards[:1:-1]
    with engine.start(Plan(name="", title="", purpose="", minutes=5, cards=cards), SETUP, Thresholds()) as opened:
        opened.code.set(CODE)
        return opened.path


def told(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8").replace("&#39;", "'")


def page_of(engine: Engine, record: Path) -> Played:
    play = at_home(engine, record=record).say(CODE, "before")
    assert play.at(pages.ToRead).place == "before-they-come"
    return play


def test_ballots_of_a_session_asked_the_cards_that_were_taken_out(engine: Engine, record: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    play = page_of(engine, record).say("print", str(out))
    assert "The papers are written" in play.at(pages.ToRead).blocks()[0].title
    assert len(list(out.iterdir())) == 10, "ballots and shapes in two languages, and the list, for Word and for a browser"
    saved = play.page.blocks()[1].rows
    assert ("shapes", "The same, for those who read little.") in saved, "ten names said of no paper what it is for"
    ballot, listed = told(out, "ballots.html"), told(out, "before-they-come.html")
    plan = engine.plan("fifteen-minutes").cards
    first, second = plan[3].rule, plan[2].rule
    assert ballot.index(first) < ballot.index(second), "in the order in which they are typed in"
    assert plan[0].rule not in ballot
    for words in ("Our house", "Dana, office", "555-0142"):
        assert words in ballot
        assert words in listed
    assert "Maria answers youth" in listed
    assert play.say(None).at(pages.ToRead).place == "before-they-come", "and the list again"
    (found,) = engine.records()
    assert isinstance(found[1], Session)
    assert found[1].group_notes.at == "welcome"


def test_papers_that_can_t_be_written_keep_the_page(engine: Engine, record: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("mine")
    play = page_of(engine, record).say("print", str(tmp_path / "a-file"))
    assert play.at(pages.Question).problem
    assert play.say(None).at(pages.ToRead).place == "before-they-come"


def test_a_closed_session_had_ballots_to_print(engine: Engine, record: Path, tmp_path: Path) -> None:
    with engine.open(record) as opened:
        for code in ("works", "doesnt") * 3:
            opened.cast(opened.seal([Ballot({card.id: code for card in opened.read().cards if card.kind == "scale"})]))
        opened.close_round()
        with pytest.raises(CodesignError, match="No vote is open"):
            paper_form(engine, opened.read(), tmp_path / "papers")
        again = opened.read().open_to_a_vote[0]
        opened.open_round([again.id])
        paper_form(engine, opened.read(), tmp_path / "papers")
        ballot = told(tmp_path / "papers", "ballots.html")
        assert [card.rule in ballot for card in opened.read().cards] == [card == again for card in opened.read().cards]


def test_the_commands_take_a_record_too(engine: Engine, record: Path, tmp_path: Path) -> None:
    for command, name in (("paper-form", "ballots.html"), ("before-they-come", "before-they-come.html")):
        out = tmp_path / command
        said = CliRunner().invoke(main, ["--data", str(engine.places.data), command, str(record), "--out", str(out)])
        assert said.exit_code == 0, said.output
        assert "Our house" in told(out, name)
        assert "Dana, office" in told(out, name)
    assert json.loads(record.read_bytes())
    refused = CliRunner().invoke(main, ["paper-form", str(tmp_path / "no.json"), "--out", str(tmp_path)])
    assert refused.exit_code == 1
