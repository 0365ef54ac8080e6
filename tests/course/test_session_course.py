"""A session as values: which part follows which, that the code stands before all that is the facilitator's, and what comes back
from under a cover."""

import os
import shutil
from pathlib import Path

import pytest
from course_kit import CODE, TURN, Played, answered, at_home, begun, save

from codesign.core.errors import BrokenRows, CodesignError, NotSaved
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.course import pages
from codesign.course.pages import Stopped, Verdict
from codesign.course.set_up_form import Form
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession

READ = {
    "quote": lambda page: Verdict("quote", unread(page.session)),
    "keep back": lambda page: Verdict("keep back", unread(page.session)),
    "theme": lambda page: Verdict("theme", unread(page.session)),
}


@pytest.fixture
def record(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """An open round with seven ballots and a code."""
    return begun(engine, plan, filled_in)


def unread(session: Session):  # type: ignore[no-untyped-def]
    return next(comment for comment in session.comments if comment.review == "unread")


def form(**changed: object) -> Form:
    values: dict[str, object] = {
        "title": "Ours",
        "audience": "House manager",
        "answer_by": "2026-12-24",
        "contact": "",
        "expected": 8,
        "support_person": "Dana",
        "local_line": "",
        "numbers_from": 10,
        "language": "en",
        "code": CODE,
    }
    return Form(**{**values, **changed})  # type: ignore[arg-type]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A disk that is full while it says so."""
    cast, state = OpenSession.cast, {"full": True}

    def full(opened: OpenSession, sealed: object) -> None:
        if state["full"]:
            raise NotSaved("The disk is full.")
        cast(opened, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenSession, "cast", full)
    return state


def at_menu(engine: Engine, record: Path) -> Played:
    play = at_home(engine, record=record).say(CODE)
    assert play.at(pages.Menu).place == "session"
    return play


def test_a_session_from_home_to_the_first_hand_over(engine: Engine) -> None:
    play = at_home(engine)
    assert play.at(pages.Menu).place == "home"
    play.say("start", "fifteen-minutes", form(), None)
    words = play.at(pages.FourWords).words
    assert len(words.split()) == 4
    assert play.say(None).at(pages.ToRead).place == "before-they-come"
    assert play.say("on").at(pages.Menu).place == "step"
    assert play.say("to-vote").at(pages.Menu).place == "session"
    assert play.say("vote").at(pages.HandOver).before == ""
    play.say(*TURN, "facilitator")
    assert play.at(pages.Question).place == "code"
    assert play.say("000000").at(pages.Question).problem
    assert play.say(words).at(pages.Menu).place == "session"
    assert play.say("home").at(pages.Menu).choices[0].id == "go-on"
    assert play.say("quit").end == "quit"


def test_the_list_of_plans_promised_15_minutes_for_what_takes_eight_people_35(engine: Engine) -> None:
    page = at_home(engine).say("start").at(pages.Menu)
    about = {choice.id: choice.about for choice in page.choices}
    assert about["fifteen-minutes"].startswith("4 cards: with 8 people about 35 minutes. A first say")
    assert not any("15" in said or "fifteen" in said for said in about.values())


def test_the_four_words_come_back_behind_the_code_when_they_were_hidden(engine: Engine) -> None:
    play = at_home(engine).say("start", "fifteen-minutes", form(), None)
    words = play.at(pages.FourWords).words
    assert play.hide().at(pages.Question).place == "code"
    assert play.hide().at(pages.Question).place == "code"
    assert play.say(CODE).at(pages.FourWords).words == words
    assert play.say(None).at(pages.ToRead).place == "before-they-come"


def test_a_code_that_can_t_be_kept_leaves_no_session(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> str:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(OpenSession, "set_code", full)
    play = at_home(engine).say("start", "fifteen-minutes", form(), None)
    assert play.at(pages.SetUp).problem == "The disk is full."
    assert [s.phase for _path, s in engine.records() if isinstance(s, Session)] in ([], ["empty"])


def test_what_was_filled_in_stays_when_it_is_hidden_or_left_by_a_slip(engine: Engine) -> None:
    play = at_home(engine).say("start", "fifteen-minutes")
    play.at(pages.SetUp).filled["title"] = "Ours"
    assert play.hide().at(pages.SetUp).filled == {"title": "Ours"}
    assert play.say("back").at(pages.Menu).place == "plans"
    assert play.say("starter").at(pages.SetUp).filled == {"title": "Ours"}, "the wrong plan costs no line"
    assert play.say("back").at(pages.Menu).place == "plans"
    assert play.say("back").at(pages.Menu).place == "home"


TO_RESULT: list[object] = ["close", True, "talk", "result", CODE]
"""From the menu to the step of the result."""
CODE_FIRST: dict[str, list[object]] = {
    "menu": [],
    "sure close": ["close"],
    "sure drop": ["drop"],
    "step": ["close", True],
    "talk": ["close", True, "talk"],
    "talk card": ["close", True, "talk", "cards"],
    "what was heard": ["close", True, "talk", "cards", "edit"],
    "new words": ["close", True, "talk", "cards", "reword"],
    "vote again": ["close", True, "talk", "again", CODE],
    "sure result": [*TO_RESULT, "result"],
    "result": [*TO_RESULT, "result", True],
    "is it right": [*TO_RESULT, "result", True, "on"],
    "what is missing": [*TO_RESULT, "result", True, "on", "edit"],
    "what happens next": [*TO_RESULT, "result", True, "on", "on", "next"],
    "answers": [*TO_RESULT, "result", True, "answers"],
    "file": [*TO_RESULT, "result", True, "answers", "read"],
    "reading": ["close", True, "alone", CODE],
    "reason": ["close", True, "alone", CODE, READ["keep back"]],
    "theme": ["close", True, "alone", CODE, READ["theme"]],
}


@pytest.mark.parametrize("way", CODE_FIRST)
def test_nothing_of_the_facilitators_comes_back_from_under_a_cover(engine: Engine, record: Path, way: str) -> None:
    play = at_menu(engine, record).say(*CODE_FIRST[way])
    play.hide()
    assert play.at(pages.Question).place == "code"
    play.leave()
    engine.open(record).leave()  # the lock was let go


@pytest.mark.parametrize("way", ["menu", "sure close", "sure drop"])
def test_once_the_laptop_goes_around_a_cover_comes_back_to_the_hand_over(engine: Engine, record: Path, way: str) -> None:
    play = at_menu(engine, record).say("vote", "facilitator", CODE, *CODE_FIRST[way])
    assert play.hide().at(pages.HandOver).before == ""
    assert play.say("facilitator").at(pages.Question).place == "code"
    assert play.say(None).at(pages.HandOver).before == ""


def test_only_a_yes_closes_or_drops(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("close", False, "drop", False)
    assert play.at(pages.Menu).place == "session"
    play.say("drop", True)
    assert play.at(pages.Menu).place == "home"
    ((_path, session),) = engine.records()
    assert isinstance(session, Session)
    assert session.phase == "empty"


def test_rows_that_do_not_open_are_left_out_only_by_a_yes(
    engine: Engine, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = OpenSession.close_round

    def broken(opened: OpenSession, *, without_broken: bool = False) -> None:
        if not without_broken:
            raise BrokenRows("One row of the box does not open.")
        close(opened)

    monkeypatch.setattr(OpenSession, "close_round", broken)
    play = at_menu(engine, record).say("close", True)
    assert "without" in play.at(pages.Sure).question
    assert play.say(False).at(pages.Menu).place == "session"
    play.say("close", True, True, "talk").at(pages.Talk)


@pytest.mark.parametrize("hide", [False, True])
def test_no_result_comes_before_the_key_is_gone(
    engine: Engine, record: Path, monkeypatch: pytest.MonkeyPatch, *, hide: bool
) -> None:
    close, left = OpenSession.close_round, [2]

    def half(opened: OpenSession, *, without_broken: bool = False) -> None:
        if opened.read().phase == "voting":
            close(opened, without_broken=without_broken)
        if left[0]:
            left[0] -= 1
            raise CodesignError("The key could not be removed.")

    monkeypatch.setattr(OpenSession, "close_round", half)
    play = at_menu(engine, record).say("close", True)
    for _ in range(2):
        assert "not cleaned up" in play.at(pages.Problem).title
        if hide:
            play.hide()
        else:
            play.say(None)
    if hide:
        assert play.at(pages.Question).place == "code"
        play.say(CODE)
    play.say("talk").at(pages.Talk)


def test_a_covered_turn_comes_first_in_the_menu_and_nobody_learns_what_became_of_it(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("vote")
    for said in ("put-in", "throw"):
        play.say("start", True, lambda page: Stopped(answered()(page).back()), "break", "407", "facilitator", CODE)
        assert [choice.id for choice in play.at(pages.Menu).choices] == ["put-in", "throw", "wait"]
        play.say("wait").at(pages.Covered)
        play.say("facilitator", CODE, said, *([True] if said == "throw" else [save]))
        assert play.at(pages.Menu).choices[0].id == "vote"
        assert play.say("vote").at(pages.HandOver).before == ""
    assert play.at(pages.HandOver).in_box == 8


def test_a_refused_turn_that_was_put_in_left_the_menu_open(engine: Engine, record: Path, disk: dict[str, bool]) -> None:
    play = at_menu(engine, record).say("vote", "start", True, lambda page: Stopped(answered()(page).back()), "break", "407")
    play.say("facilitator", CODE, "put-in", save).at(pages.NotYetSaved)
    assert play.say("facilitator").at(pages.Question).place == "code"
    assert disk["full"]


def test_the_question_before_a_turn_is_thrown_away_stayed_open(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("vote", "start", True, lambda page: Stopped(answered()(page).back()), "break", "407")
    play.say("facilitator", CODE, "throw")
    assert play.at(pages.Sure).covers
    play.walk_off().at(pages.Covered)


def test_nobody_at_the_facilitators_menu_covers_a_turn_that_waits(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("vote", "start", True, lambda page: Stopped(answered()(page).back()), "break", "407")
    play.say("facilitator")
    assert play.at(pages.Question).covers
    play.walk_off().at(pages.Covered)
    play.say("facilitator", CODE)
    assert play.at(pages.Menu).covers
    play.walk_off().at(pages.Covered)


def test_a_refused_ballot_is_saved_or_given_up_before_anything_else(
    engine: Engine, record: Path, disk: dict[str, bool]
) -> None:
    play = at_menu(engine, record).say("vote", *TURN, "facilitator", CODE)
    assert [choice.id for choice in play.at(pages.Menu).choices] == ["again", "give-up"]
    disk["full"] = False
    play.say("give-up", False)
    assert play.say("again", save).at(pages.HandOver).in_box == 8


@pytest.mark.parametrize("at_menu_", [False, True], ids=["not saved", "menu"])
def test_a_ballot_that_waits_is_on_the_disk_after_the_last_try(
    engine: Engine, record: Path, disk: dict[str, bool], *, at_menu_: bool
) -> None:
    play = at_menu(engine, record).say("vote", *TURN)
    play.at(pages.NotYetSaved)
    if at_menu_:
        play.say("facilitator", CODE)
    disk["full"] = False
    play.leave()
    with engine.open(record) as opened:
        assert opened.read().in_box == 8


def test_a_second_vote_begins_with_everybody(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("close", True, "talk", "again", CODE)
    offered = play.at(pages.MarkSome)
    assert play.say(pages.Marks(frozenset(), start=True)).at(pages.MarkSome).problem
    assert play.say(pages.Marks(offered.marked)).at(pages.Talk), "whoever goes back begins nothing"
    play.say("again", CODE, pages.Marks(frozenset({min(offered.marked)}), start=True))
    assert play.at(pages.Menu).parts
    assert play.say("vote").at(pages.HandOver).before == "again"
    assert play.say("start").at(pages.BeforeTurn).second_vote


def test_all_comments_are_read_before_the_summary_is_written(engine: Engine, record: Path, tmp_path: Path) -> None:
    play = at_menu(engine, record).say(*TO_RESULT, "result", True, "on", "on", "summary", CODE)
    assert "still to be read" in play.say("done").at(pages.Reading).notice
    while any(comment.review == "unread" for comment in play.at(pages.Reading).session.comments):
        play.say(READ["keep back"], "other")
    assert play.say("done").at(pages.Menu).place == "step"
    assert play.say("summary").at(pages.Question).place == "folder"
    assert play.say("").at(pages.Question).problem == "Name a folder."
    refused = play.say(CODE).at(pages.Question)
    assert "may be your code" in refused.problem, "a folder was called as the code is"
    assert refused.value != CODE
    (tmp_path / "file").write_text("mine")
    assert play.say(str(tmp_path / "file" / "out")).at(pages.Question).problem
    written = play.say(str(tmp_path / "out")).at(pages.ToRead)
    assert str(tmp_path / "out") in [words for block in written.blocks() for _name, words in block.rows]
    assert play.say(None).at(pages.Menu).place == "home"


def test_a_verdict_can_be_taken_back_before_it_is_given(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("close", True, "talk", "comments", CODE)
    comment = next(comment for comment in play.at(pages.Reading).session.comments if comment.text)
    for how in ("keep back", "theme"):
        play.say(lambda page, how=how: Verdict(how, comment), "back" if how == "keep back" else None)
        assert play.at(pages.Reading).at == comment.id
    assert play.say("back").at(pages.Menu).place == "step"


def test_the_words_of_a_theme_told_already_had_to_be_remembered(engine: Engine, record: Path) -> None:
    play = at_menu(engine, record).say("close", True, "talk", "comments", CODE)
    comments = [comment for comment in play.at(pages.Reading).session.comments if comment.text]
    play.say(lambda page: Verdict("theme", comments[0]), "a plug near the bed")
    for comment in comments:
        told = play.say(lambda page, on=comment: Verdict("theme", on)).at(pages.Question).lines[1:]
        same = (comment.card, comment.prompt) == (comments[0].card, comments[0].prompt)
        assert told == (("Told already: a plug near the bed",) if same else ())
        play.say(None)


def test_a_record_that_is_damaged_is_put_aside_only_by_a_yes(engine: Engine, record: Path) -> None:
    record.write_bytes(record.read_bytes().replace(b'"title":"Tech rules"', b'"title":"Tech rulez"'))
    damaged = record.read_bytes()
    play = at_home(engine, record=record)
    assert play.at(pages.Sure).question == "This record is damaged"
    assert play.say(False).at(pages.Menu).place == "home"
    assert record.read_bytes() == damaged
    assert play.say("records", "0", True).at(pages.Question).place == "code"
    assert Path(f"{record}.damaged-1").read_bytes() == damaged


def test_a_record_that_can_t_be_opened_is_told_and_leads_home(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("[]")
    play = at_home(engine, record=tmp_path / "none.json")
    play.at(pages.Problem)
    assert play.say(None).at(pages.Menu).place == "home"


def test_a_copy_beside_a_record_was_offered_in_its_place(engine: Engine, record: Path) -> None:
    copy = Path(shutil.copy(record, record.with_name(f"{record.stem} (conflicted copy).json")))
    with engine.open(record) as opened:
        opened.cast(opened.seal(made_up_ballots(opened.read().round_cards, 2)))
    os.utime(copy)
    play = at_home(engine)
    assert "9 ballots are safe. There is a copy." in play.at(pages.Menu).choices[0].about
    (row,) = play.say("records").at(pages.Menu).choices
    assert "9 ballots are safe. There is a copy." in row.about
    assert "9 of about 8" in play.say(row.id, CODE).at(pages.Menu).lines[0]
    play.leave()
    menu = at_home(engine, record=copy).say(CODE)
    assert f"{record.name} is a copy of this record" in menu.at(pages.Menu).alerts[0]
    assert "Not dropped" in menu.say("drop", True).at(pages.Problem).sentence
    menu.leave()
    assert "Not closed" in at_home(engine, record=copy).say(CODE, "close", True).at(pages.Problem).sentence
    at_home(engine).say("go-on", CODE, "close", True).leave()
    assert [s.phase for _path, s in engine.records() if isinstance(s, Session)] == ["reading"]
