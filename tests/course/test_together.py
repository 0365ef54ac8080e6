"""A group under 5: no vote and no counts. One line a rule, each says OK, one page; nothing that counts ballots sees one."""

from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home
from test_session_course import form

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.session import Session
from codesign.course import pages
from codesign.course.where_it_stopped import is_under_way, where_it_stopped
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.engine.pool import write_pool

RULES = 4


@pytest.fixture
def play(engine: Engine) -> Played:
    """At the rules, in a session of three."""
    return at_home(engine).say("start", "fifteen-minutes", form(expected=3), "together", None, None)


def record_of(engine: Engine) -> tuple[Path, Session]:
    (found,) = engine.records()
    assert isinstance(found[1], Session)
    return found[0], found[1]


@pytest.mark.parametrize(("expected", "asked"), [(0, False), (1, True), (4, True), (5, False)])
def test_only_a_group_under_five_is_offered_it(engine: Engine, expected: int, asked: bool) -> None:
    play = at_home(engine).say("start", "fifteen-minutes", form(expected=expected))
    assert isinstance(play.page, pages.Menu) == asked, "else it goes on to the rules of today"
    if asked:
        assert "fewer than 5" in play.at(pages.Menu).lines[0]
        assert isinstance(play.say("back").page, pages.SetUp), "and nothing was made"
        assert engine.records() == []
        play.say(form(expected=expected), "vote")
    play.say(None)
    assert isinstance(play.page, pages.FourWords)
    assert record_of(engine)[1].phase == "voting"


def test_each_line_is_agreed_on_aloud_and_other_words_need_a_new_ok(engine: Engine, play: Played, tmp_path: Path) -> None:
    assert [choice.id for choice in play.at(pages.Menu).choices] == ["rules", "home"]
    play.say("rules")
    assert play.at(pages.ToRead).right == "1 / 4"
    assert isinstance(play.say("ok").page, pages.Question), "nobody can say OK to no line"
    play.say("Quiet from 10 pm", "ok")
    assert play.at(pages.ToRead).right == "2 / 4"
    play.say("edit", "No phones at all", "not-agreed", "skipped", "back", "back", "back")
    assert play.at(pages.ToRead).right == "1 / 4"
    play.say("edit", "Quiet from 11 pm", "home")
    assert [choice.id for choice in play.at(pages.Menu).choices] == ["rules", "home"], "other words, no OK yet"
    play.say("rules", "ok", "home", "agreed")
    assert [block.lines for block in play.at(pages.ToRead).blocks()] == [("“Quiet from 11 pm”",)]
    play.say("on", "write", str(tmp_path / "out"))
    assert "The page is written" in play.at(pages.ToRead).blocks()[0].title
    assert len(list((tmp_path / "out").glob("what-we-agreed.*"))) == 4, "in two languages, for Word and for a browser"
    assert not is_under_way(record_of(engine)[1])
    html = (tmp_path / "out" / "what-we-agreed.html").read_text("utf-8")
    assert "Quiet from 11 pm" in html
    assert "No phones at all" not in html, "a line that not all said OK to never leaves"


def test_it_is_kept_behind_the_code_and_goes_on_where_it_was(engine: Engine, play: Played) -> None:
    play.say("rules", "edit", "Quiet from 10 pm", "ok")
    assert play.hide().at(pages.Question).place == "code"
    play.say(CODE, "home", "records", "0", CODE, "rules")
    assert play.at(pages.ToRead).right == "2 / 4", "the first rule of which nothing was said"
    assert where_it_stopped(record_of(engine)[1]) == "Together, without a vote. 1 line agreed."


def test_nothing_that_counts_ballots_takes_it_for_a_vote(engine: Engine, play: Played, tmp_path: Path) -> None:
    play.say("rules", "edit", "Quiet from 10 pm", "ok", "home", "home").leave()
    path, session = record_of(engine)
    assert (session.phase, session.ballots, session.tallies, session.is_overdue("2027-12-31")) == ("together", 0, {}, False)
    assert engine.verify(path) == []
    assert not list(engine.places.state.rglob("*.key"))
    with pytest.raises(CodesignError, match="without a vote"):
        write_pool(engine.places, [path], tmp_path / "out")
    with engine.open(path) as opened:
        for refused in (lambda: opened.write_summary(tmp_path / "out"), lambda: opened.open_round([session.cards[0].id])):
            with pytest.raises(CodesignError, match="without a vote"):
                refused()
        assert engine.last_time(session) is None
    assert not (tmp_path / "out").exists()
    engine.delete(path)
    assert engine.records() == []


def test_a_disk_that_refuses_leaves_no_session_that_is_half_a_vote(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_opened: OpenSession, _hour: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(OpenSession, "keep_group_notes", full)
    play = at_home(engine).say("start", "fifteen-minutes", form(expected=3), "together", None)
    assert play.at(pages.SetUp).problem == "The disk is full."
    assert [s.phase for _path, s in engine.records() if isinstance(s, Session)] == ["empty"]


def test_the_rooms_page_speaks_spanish_and_the_groups_line_stays(play: Played) -> None:
    from codesign.words import speaking

    play.say("rules", "edit", "Quiet from 10 pm")
    with speaking("es"):
        blocks = play.at(pages.ToRead).blocks()
    assert [block.lines for block in blocks if block.title == "Nuestra línea"] == [("“Quiet from 10 pm”",)]
