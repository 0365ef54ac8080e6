"""The ways between the steps of the hour: none ends at a wall, and none leads past the code from a page that others read."""

from pathlib import Path

import pytest
from course_kit import CODE, TURN, Played, at_home, begun
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.errors import CodesignError
from codesign.core.group_notes import GroupNotes
from codesign.core.kinds.base import SKIPPED
from codesign.core.plan import Plan
from codesign.core.session import Comment, Review, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages, session
from codesign.course.around import Around
from codesign.course.if_something import in_the_hour
from codesign.course.pages import Course, ToRead
from codesign.course.plans import PlansDesk
from codesign.course.shared_words import what_comes_after_the_talk
from codesign.course.where_it_stopped import where_it_stopped
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession


@pytest.fixture
def fresh(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """A session that was set up, and in which nobody has voted."""
    return begun(engine, plan, filled_in, 0)


def closed(engine: Engine, plan: Plan, filled_in: Setup, remarks: tuple[Remark, ...]) -> Path:
    card = next(card for card in plan.cards if card.kind == "scale")
    ballots = [
        Ballot({card.id: "works"}, tuple(replace(remark, card=card.id) for remark in remarks) * (n == 0)) for n in range(7)
    ]
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        return opened.path


@pytest.fixture
def read_by_nobody(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """A closed round of seven people, of whom one wrote."""
    return closed(engine, plan, filled_in, (Remark("", "works", "a plug near the bed"),))


@pytest.fixture
def silent(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """A closed round of seven people, of whom nobody wrote."""
    return closed(engine, plan, filled_in, ())


@pytest.fixture
def read(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """A closed round of seven people, with every comment read, and its result shown."""
    with engine.start(plan, filled_in, Thresholds(), ballots=made_up_ballots(plan.cards, 7)) as opened:
        opened.code.set(CODE)
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("withheld", reason="other"))
        opened.tell()
        return opened.path


def place(play: Played) -> str:
    assert isinstance(play.page, pages.Menu | pages.Question | ToRead), play.page
    return play.page.place


@pytest.mark.parametrize("how", ["tried", "hidden", "hidden in the card", "code not typed"])
def test_whoever_had_tried_the_practice_was_left_at_the_facilitators_menu(engine: Engine, fresh: Path, how: str) -> None:
    play = at_home(engine, record=fresh).say(CODE, "practice")
    if how == "hidden":
        play.hide()
    elif how == "hidden in the card":
        play.say("start", True).hide()
    else:
        play.say(*TURN[:2], lambda page: pages.Stopped(page.turn), "throw")
        assert place(play) == "practice"
    if how == "code not typed":
        play.say("back", None)
        assert place(play) == "practice"
    play.say("back")
    assert place(play) == "code"
    assert place(play.say(CODE)) == "session"


def test_hide_on_the_page_of_the_practice_led_away_from_it(engine: Engine, fresh: Path) -> None:
    assert place(at_home(engine, record=fresh).say(CODE, "practice").hide()) == "practice"


SHOWN: dict[str, list[object]] = {
    "what happens next": ["next", "on"],
    "what happens next, and back": ["next", "back"],
    "the answers": ["answers", "back"],
    "the result": ["to-result", "result", "on", "on"],
}


@pytest.mark.parametrize("way", SHOWN)
def test_from_a_page_of_the_room_the_summary_was_written_without_the_code(engine: Engine, read: Path, way: str) -> None:
    play = at_home(engine, record=read).say(CODE, "to-next", *SHOWN[way])
    assert place(play.say("summary")) == "code"
    assert place(play.say(None)) == "step"
    assert place(play.say("summary", CODE)) == "folder"
    assert place(play.hide()) == "code"


def test_who_just_typed_the_code_writes_the_summary_at_once(engine: Engine, read: Path) -> None:
    play = at_home(engine, record=read).say(CODE, "to-next", "summary")
    assert place(play) == "folder"
    play.say(None, "next", "on", "alone", CODE, "done", "summary")
    assert place(play) == "folder"


def test_the_result_could_not_be_shown_again_from_the_last_step(engine: Engine, read: Path) -> None:
    play = at_home(engine, record=read).say(CODE, "to-next", "to-result")
    assert play.at(pages.Menu).right.startswith("5 of 6")
    play.say("result").at(pages.Results)


def test_going_back_from_the_code_opened_the_hand_over_of_a_closed_round(
    engine: Engine, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close, left = OpenSession.close_round, [1]

    def half(opened: OpenSession, *, without_broken: bool = False) -> None:
        if left.pop():
            left.append(0)
            close(opened, without_broken=without_broken)
            raise CodesignError("The key could not be removed.")

    monkeypatch.setattr(OpenSession, "close_round", half)
    play = at_home(engine, record=fresh).say(CODE, "to-vote", "vote")
    for _ in range(3):
        play.say(*TURN)
    play.say("facilitator", CODE, "close", True).at(pages.Problem)
    assert place(play.hide()) == "code"
    assert place(play.say(None)) == "home"


def test_a_dropped_session_stood_among_the_past_ones_for_ever(engine: Engine, fresh: Path) -> None:
    with engine.open(fresh) as opened:
        opened.drop_round()
    play = at_home(engine).say("records", "0")
    assert place(play.say(False)) == "records"
    assert fresh.exists()
    assert place(play.say("0", True)) == "records"
    assert not fresh.exists()
    assert play.at(pages.Menu).choices == ()


def test_a_second_vote_that_was_dropped_looked_as_if_the_first_were_gone(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    path = begun(engine, plan, filled_in, 7)
    play = at_home(engine, record=path).say(CODE, "close", True, "talk", "again", CODE)
    play.say(lambda page: pages.Marks(frozenset({page.choices[0].id}), start=True))
    assert place(play) == "session"
    play.say("drop")
    assert "The vote before it stays as it was counted." in play.at(pages.Sure).lines
    assert place(play.say(True)) == "step"
    assert play.at(pages.Menu).right.startswith("3 of 6"), "back to the talk, with what it has"


def test_from_the_vote_there_was_no_way_back_to_the_welcome(engine: Engine, fresh: Path) -> None:
    play = at_home(engine, record=fresh).say(CODE, "to-vote", "to-welcome")
    assert play.at(pages.Menu).right.startswith("1 of 6")
    assert place(play.say("welcome")) == "welcome"
    play.say("back", "to-vote", "vote", *TURN, "facilitator", CODE)
    assert "to-welcome" not in [choice.id for choice in play.at(pages.Menu).choices], "somebody has voted"


def test_after_the_second_vote_the_hour_went_back_to_the_talk(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    path = begun(engine, plan, filled_in, 7)
    play = at_home(engine, record=path).say(CODE, "close", True, "talk", "again", CODE)
    play.say(lambda page: pages.Marks(frozenset({page.choices[0].id}), start=True), "vote")
    for _ in range(5):
        play.say(*TURN)
    rows = {choice.id: choice.about for choice in play.say("facilitator", CODE).at(pages.Menu).choices}
    assert rows["close"].startswith("Count, then the result.")
    assert "Then comes the result." in str(play.say("close").at(pages.Sure).lines)
    assert play.say(True).at(pages.Menu).right.startswith("5 of 6")
    play.say("to-talk", "talk").at(pages.Talk)


def test_a_rule_of_the_groups_own_was_left_out_of_the_second_vote_unless_somebody_marked_it(
    engine: Engine, plan: Plan, filled_in: Setup
) -> None:
    card = next(card for card in plan.cards if card.kind == "scale")
    idea = Ballot({card.id: "works"}, (Remark(OWN_IDEA, "idea", "wifi for all", quote_ok=True),))
    with engine.start(plan, filled_in, Thresholds(), ballots=[idea, *[Ballot({card.id: "works"})] * 6]) as opened:
        opened.code.set(CODE)
        opened.close_round()
        opened.review(opened.read().comments[0].id, Review("quote"))
        path = opened.path
    offered = at_home(engine, record=path).say(CODE, "talk", "again", CODE).at(pages.MarkSome)
    ideas = {row.id for row in offered.choices if row.about == "An idea from the group"}
    assert ideas
    assert offered.marked >= ideas


def test_what_the_marked_cards_take_was_left_to_be_multiplied(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    ballots = [Ballot({card.id: SKIPPED for card in plan.cards})] * 3
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        path = opened.path
    offered = at_home(engine, record=path).say(CODE, "talk", "again", CODE).at(pages.MarkSome)
    marked = sorted(offered.marked)
    assert offered.said(frozenset(marked[:1])) == ("1 card, 8 people: about 5 minutes.",)
    assert offered.said(frozenset(marked[:6])) == ("6 cards, 8 people: about 20 minutes.",)
    assert offered.said(frozenset()) == ()


HAPPENS = {
    "their ballot back": ("vote", []),
    "comes late": ("vote", []),
    "after the close": ("talk", ["close", True]),
    "comes only now": ("result", ["close", True, "talk", "result", CODE]),
}


@pytest.mark.parametrize("what", HAPPENS)
def test_what_to_do_if_something_happens_went_with_the_first_ballot(
    engine: Engine, plan: Plan, filled_in: Setup, what: str
) -> None:
    """Somebody wants a ballot back once there is one, and comes late once the others began."""
    step, way = HAPPENS[what]
    for people in (3, 7):
        if people == 7 or step == "vote":
            play = at_home(engine, record=begun(engine, plan, filled_in, people)).say(CODE, *way)
            (happens,) = (part for part in play.at(pages.Menu).parts if part.title == "If something happens")
            assert what in " ".join(happens.lines)
            play.leave()
    (all_of_it,) = in_the_hour()
    assert what in " ".join(all_of_it.lines)


@pytest.mark.parametrize("how", ["keep back", "theme", ""])
def test_every_comment_stood_open_where_the_reader_walked_off(engine: Engine, read_by_nobody: Path, how: str) -> None:
    play = at_home(engine, record=read_by_nobody).say(CODE, "alone", CODE)
    if how:
        play.say(lambda page: pages.Verdict(how, next(c for c in page.session.comments if c.text)))
    assert play.page is not None
    assert play.page.covers
    assert place(play.walk_off()) == "code"


@pytest.mark.parametrize(("reason", "said"), [("safety", True), ("other", False)])
def test_a_comment_about_danger_was_kept_back_and_that_was_all(
    engine: Engine, read_by_nobody: Path, reason: str, said: bool
) -> None:
    play = at_home(engine, record=read_by_nobody).say(CODE, "alone", CODE)
    play.say(lambda page: pages.Verdict("keep back", page.session.comments[0]), reason)
    assert ("Do what your program's rules say" in play.at(pages.Reading).notice) == said


def test_whether_anybody_wrote_was_told_without_the_code(engine: Engine, read_by_nobody: Path, silent: Path) -> None:
    told = []
    for record in (read_by_nobody, silent):
        play = at_home(engine, record=record).say(CODE, "alone")
        told.append((place(play), play.at(pages.Question).lines))
        play.leave()
    assert told[0] == told[1]
    assert len({words for path, s in engine.records() for words in [where_it_stopped(s)]}) == 1  # type: ignore[arg-type]


def test_the_order_of_themes_told_the_answers_behind_them(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    card = next(card for card in plan.cards if card.kind == "scale")
    words = {"works": "zebra", "could": "mist", "doesnt": "apples"}
    ballots = [Ballot({card.id: code}, (Remark(card.id, code, f"my words {code}"),)) for code in words]  # type: ignore[arg-type]
    ballots += [Ballot({card.id: "works"})] * 3
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("theme", theme=words[comment.prompt]))
        opened.keep_group_notes(GroupNotes(at="result"))
        path = opened.path
    play = at_home(engine, record=path).say(CODE, "result", True, "on")
    block = next(block for block in play.at(ToRead).blocks() if block.title == card.rule)
    assert [line for line in block.lines if line.startswith("·")] == ["· apples", "· mist", "· zebra"]


def test_a_laptop_left_after_the_reading_wrote_the_summary_for_anybody(engine: Engine, read: Path) -> None:
    play = at_home(engine, record=read).say(CODE)
    assert play.at(pages.Menu).covers
    assert place(play.walk_off()) == "code"
    play.say(CODE, "next", "on")
    assert not play.at(pages.Menu).covers, "the code is asked before the summary then"
    assert place(play.say("summary")) == "code"


def test_whether_anybody_wrote_stood_above_the_code_before_the_summary(
    engine: Engine, read_by_nobody: Path, silent: Path
) -> None:
    told = []
    for record in (read_by_nobody, silent):
        play = at_home(engine, record=record).say(CODE, "to-next", "next", "on", "summary")
        told.append((place(play), play.at(pages.Question).lines))
        play.say(CODE)
        told.append(type(play.page).__name__)
        play.leave()
    assert told[0] == told[2]
    assert (told[1], told[3]) == ("Reading", "Question")


def test_what_the_talk_said_of_own_rules_went_once_what_was_written_was_read() -> None:
    none = Session(setup=Setup(title="T", day="2026-11-27"), thresholds=Thresholds(), cards=(), rounds=())
    wrote = Comment(id=1, round=1, card=OWN_IDEA, prompt="idea", text="a plug", quote_ok=True)
    states = [(), (wrote,), (replace(wrote, review="withheld", reason="other"),)]
    assert len({tuple(what_comes_after_the_talk(replace(none, comments=comments))) for comments in states}) == 1


def test_a_vote_that_another_laptop_may_tell_was_told_here_as_well(engine: Engine, silent: Path) -> None:
    """Whoever says no is home, and nothing is told; whoever says yes, behind the code, goes on with the hour."""
    engine.places.pools.unlink()
    play = at_home(engine, record=silent).say(CODE)
    assert play.at(pages.Sure).question == "Is this the only laptop that shows this result?"
    assert place(play.say(False)) == "home"
    assert place(at_home(engine, record=silent).say(CODE, True)) == "step"
    assert place(at_home(engine, record=silent).say(CODE)) == "step", "it is asked once"


@pytest.mark.parametrize(("alone", "then"), [((), "code"), (("new",), "folder")], ids=["not named", "the facilitator's"])
def test_after_a_new_page_of_the_room_the_summary_was_written_without_the_code(
    engine: Engine, read: Path, monkeypatch: pytest.MonkeyPatch, alone: tuple[str, ...], then: str
) -> None:
    """A part shows others a page until it is named as one that does not."""
    named = (*session._FACILITATORS_ALONE, *alone)
    monkeypatch.setattr(session, "_FACILITATORS_ALONE", named)

    def new() -> Course[str]:
        yield ToRead(place="next", title="A new page", blocks=list)
        return "summary"

    def straight_to_it() -> Course[str]:
        yield from ()
        return "new"

    with engine.open(read) as opened:
        inside = session.InSession(engine, opened, Around(engine), PlansDesk(engine))
        inside._parts |= {"new": new, "reading": straight_to_it}
        assert {*named} <= {*inside._parts, *alone}
        play = Played(inside.run("alone")).say(CODE)
        assert place(play) == "next"
        assert place(play.say("on")) == then
        play.leave()


def test_what_staff_should_know_of_a_card_was_out_of_reach_during_the_vote(engine: Engine, fresh: Path) -> None:
    play = at_home(engine, record=fresh).say(CODE, "to-vote", "vote", *TURN, "facilitator", CODE, "before")
    assert play.at(pages.ToRead).place == "before-they-come"
    assert play.say("on").at(pages.Menu).choices[0].id == "vote"


def test_the_last_step_sent_its_facilitator_to_find_who_wrote_of_danger(engine: Engine, read: Path) -> None:
    done = next(part for part in at_home(engine, record=read).say(CODE).at(pages.Menu).parts if part.title == "Do")
    assert any("ask nobody who wrote it" in line for line in done.lines)
    assert not any("tell the young person" in line for line in done.lines)
