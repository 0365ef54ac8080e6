"""The hour as values: each step with Say, Do and Next, a quiet clock, and a step that is there again after a restart."""

from pathlib import Path

import pytest
from course_kit import CODE, TURN, answered, at_home, at_step, begun
from msgspec.structs import replace

from codesign.content.picks import quick_picks
from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.errors import NotSaved
from codesign.core.hour import about
from codesign.core.plan import Plan
from codesign.core.session import Review, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.hour import minutes_of
from codesign.course.open_round import _sure_close
from codesign.course.pages import ToRead, Verdict
from codesign.course.reading import in_reading_order
from codesign.course.shared_words import how_the_vote_ended
from codesign.course.welcome_and_practice import AGREEMENTS, PRACTICE
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.words import speaking


@pytest.fixture
def record(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """An open round with seven ballots and a code."""
    return begun(engine, plan, filled_in)


@pytest.fixture
def fresh(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """A session that was set up, and in which nobody has voted."""
    return begun(engine, plan, filled_in, 0)


@pytest.fixture
def closed(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """Seven people have voted, and the round is closed."""
    with engine.start(plan, filled_in, Thresholds(), ballots=made_up_ballots(plan.cards, 7)) as opened:
        opened.code.set(CODE)
        opened.close_round()
        return opened.path


def words_of(page: ToRead) -> str:
    return "\n".join(line for block in page.blocks() for line in (block.title, *block.lines))


def test_a_session_begins_with_its_welcome_and_its_practice(engine: Engine, fresh: Path) -> None:
    play = at_step(engine, fresh)
    assert [part.title for part in play.at(pages.Menu).parts] == ["Say", "Do", "Next", "If something happens"]
    assert play.say("welcome").at(ToRead).place == "welcome"
    assert play.say("on").at(ToRead).place == "practice"
    play.say("start", True).at(pages.OnCard)
    assert "That was Hide" in words_of(play.hide().at(ToRead))
    play.say("start", True, answered()).at(ToRead)
    assert play.say("back", CODE).at(pages.Menu).place == "session"


def test_nothing_of_the_practice_was_kept(engine: Engine, fresh: Path) -> None:
    before = fresh.read_bytes()
    play = at_step(engine, fresh).say("practice", "start", True, answered())
    assert play.at(ToRead).place == "practice"
    assert fresh.read_bytes() == before
    assert PRACTICE.rule not in fresh.read_text("utf-8")


def test_somebody_who_walks_off_in_the_practice_leaves_nothing_open(engine: Engine, fresh: Path) -> None:
    play = at_step(engine, fresh).say("practice", "start", True)
    turn = play.at(pages.OnCard).turn
    assert play.walk_off(turn).at(ToRead).place == "practice"


@pytest.mark.parametrize("done", [["to-vote"], ["welcome", "on", "back"], ["practice", "back"]])
def test_the_vote_stays_the_step_after_a_restart(engine: Engine, fresh: Path, done: list[object]) -> None:
    play = at_step(engine, fresh).say(*done)
    assert play.at(pages.Menu).right.startswith("2 of 6")
    play.leave()
    assert at_home(engine, record=fresh).say(CODE).at(pages.Menu).place == "session"


def test_each_step_was_where_it_was_after_a_kill(engine: Engine, closed: Path) -> None:
    ways: dict[str, list[object]] = {
        "3 of 6": [],
        "5 of 6": ["talk", "result", CODE],
        "5 of 6 · 0 min": ["result", True],
        "6 of 6": ["to-next"],
    }
    for step, way in ways.items():
        play = at_step(engine, closed).say(*way)
        play.leave()
        assert at_home(engine, record=closed).say(CODE).at(pages.Menu).right.startswith(step), step


def test_enter_showed_the_result_while_comments_were_still_to_be_read(engine: Engine, closed: Path) -> None:
    play = at_step(engine, closed).say("talk", "result", CODE)
    page = play.at(pages.Menu)
    assert page.choices[page.here].id == "alone"
    aloud = "After you see the result, you can't vote again."
    assert any(aloud in line for line in page.parts[0].lines)
    play.say("result", True, "home")
    page = at_step(engine, closed).at(pages.Menu)
    assert not any(aloud in line for line in page.parts[0].lines), "it was said once they had seen it"
    assert page.choices[page.here].id == "result", "once it was shown"


@pytest.mark.parametrize("wrote", [False, True])
def test_where_the_cursor_stood_told_the_room_whether_anybody_wrote(
    engine: Engine, plan: Plan, filled_in: Setup, wrote: bool
) -> None:
    ballots = [Ballot(ballot.answers, ballot.remarks if wrote else ()) for ballot in made_up_ballots(plan.cards, 7)]
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
    play = at_step(engine, opened.path).say("talk", "result", CODE)
    page = play.at(pages.Menu)
    assert page.choices[page.here].id == "alone"
    play.say("alone", CODE)
    page = play.say("back").at(pages.Menu)
    assert page.choices[page.here].id == "result", "once the code was typed for them"


def test_the_clock_counts_minutes_and_begins_again_with_the_program(engine: Engine, fresh: Path) -> None:
    seconds = iter(range(0, 100_000, 300))
    slow = Engine(engine.places, engine.today, lambda: float(next(seconds)))
    first = at_home(slow, record=fresh).say(CODE).at(pages.Menu).right
    assert "10 min gone" in first
    with engine.open(fresh) as opened:
        whole = minutes_of(opened.read()).all
    assert at_step(engine, fresh).at(pages.Menu).right == f"1 of 6 · 0 min gone, about {whole} left"


CODE_ASKED = {"a further vote": ("talk", "again"), "the result": ("talk", "result"), "the comments": ("talk", "comments")}


@pytest.mark.parametrize("way", CODE_ASKED)
def test_a_key_of_the_talk_page_started_or_ended_a_vote_without_the_code(engine: Engine, closed: Path, way: str) -> None:
    play = at_step(engine, closed).say(*CODE_ASKED[way])
    assert play.at(pages.Question).place == "code"
    play.say(None)
    if way != "the comments":
        assert play.at(pages.Talk)


def test_the_cards_to_talk_about_come_one_by_one_and_keep_a_line(engine: Engine, closed: Path) -> None:
    play = at_step(engine, closed).say("talk", "cards")
    first = play.at(ToRead)
    play.say("edit")
    assert play.at(pages.Question).place == "heard"
    play.say("  Most want a\x07 plug near the bed. ")
    assert "Most want a" in words_of(play.at(ToRead))
    assert play.at(ToRead).right == first.right
    while isinstance(play.page, ToRead):
        play.say("on")
    play.at(pages.Talk)
    play.leave()
    with engine.open(closed) as opened:
        assert list(opened.read().group_notes.heard.values()) == ["Most want a plug near the bed."]


def agreed(engine: Engine, record: Path) -> tuple[str, ...]:
    with engine.open(record) as opened:
        return opened.read().group_notes.agreements


def test_the_group_changes_what_it_agrees_on_line_by_line(engine: Engine, fresh: Path) -> None:
    play = at_step(engine, fresh).say("welcome", "edit", "0", "We take turns.", "1", "", "more", "No photos.", "back")
    assert "We take turns." in words_of(play.at(ToRead))
    play.leave()
    assert agreed(engine, fresh) == ("We take turns.", *AGREEMENTS[2:], "No photos.")


def test_a_line_that_the_disk_refuses_stays_on_the_page(engine: Engine, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(OpenSession, "keep_group_notes", full)
    play = at_step(engine, fresh).say("welcome", "edit", "0", "We take turns.")
    assert play.at(pages.Question).problem == "The disk is full."
    assert play.at(pages.Question).value == "We take turns."


def test_the_room_reads_themes_only_and_no_word_of_anybody(engine: Engine, closed: Path) -> None:
    with engine.open(closed) as opened:
        texts = [comment.text for comment in opened.read().comments if comment.text]
        for comment in opened.read().comments:
            if comment.text:
                opened.review(comment.id, Review("theme", theme=f"about {comment.id % 3}"))
    assert texts
    play = at_step(engine, closed).say("talk", "result", CODE, "result", True, "on")
    shown = words_of(play.at(ToRead))
    assert not [text for text in texts if text in shown]


def test_what_is_said_aloud_is_in_the_language_of_the_group(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    with engine.start(plan, replace(filled_in, language="es"), Thresholds()) as opened:
        opened.code.set(CODE)
        path = opened.path
    say, do, *_rest = at_step(engine, path).at(pages.Menu).parts
    assert "Tú decides" in " ".join(say.lines)
    assert do.title == "Do"


def test_a_whole_hour_with_a_second_vote(engine: Engine, fresh: Path) -> None:
    play = at_step(engine, fresh).say("welcome", "on", "back", "vote")
    for _ in range(7):
        play.say(*TURN)
    play.say("facilitator", CODE, "close", True)
    assert play.at(pages.Menu).right.startswith("3 of 6")
    play.say("talk", "result", CODE, "to-talk", "talk")
    play.at(pages.Talk)
    play.say("result", CODE, "result", True, "on", "on", "next")
    assert play.at(ToRead).place == "next"
    assert play.say("on").at(pages.Menu).right.startswith("6 of 6")
    with speaking("es"):
        assert play.say("home").at(pages.Menu).place == "home"


def test_quick_picks_were_told_with_a_key_each(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    card = next(card for card in plan.cards if card.kind == "scale")
    picked = [Remark(card.id, "works", "", picks=(pick.id,)) for pick in quick_picks()["works"][:2]]
    ballots = [Ballot({card.id: "works"}, (picked[n % 2],)) for n in range(7)]
    ballots[0] = Ballot({card.id: "works"}, (Remark(OWN_IDEA, "idea", "wifi for all", True),))
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        path = opened.path
    play = at_step(engine, path).say("alone", CODE)
    session = play.at(pages.Reading).session
    assert in_reading_order(session)[0].text == "wifi for all", "ideas first while a second vote waits"
    sets = [comment for comment in session.comments if not comment.text]
    play.say(Verdict("theme", sets[0]))
    assert [comment.text for comment in play.at(pages.Reading).session.unread] == ["wifi for all"]
    assert play.at(pages.Reading).notice


def test_after_a_long_vote_the_talk_had_no_minutes_left(engine: Engine, record: Path) -> None:
    now = [0.0]
    slow = Engine(engine.places, engine.today, lambda: now[0])
    play = at_home(slow, record=record).say(CODE)
    now[0] = 40 * 60
    play.say("close", True)
    with_talk = play.at(pages.Menu).right
    now[0] += 5 * 60
    play.say("talk", "result", CODE, "to-talk")
    assert with_talk.startswith("3 of 6 · 40 min gone, about ")
    session = engine.records()[0][1]
    assert isinstance(session, Session)
    steps = minutes_of(session)
    assert with_talk.endswith(f"about {steps.talk + steps.again + steps.result + steps.next} left")


def test_without_a_number_of_people_the_clock_had_half_the_minutes_of_the_list(engine: Engine, plan: Plan) -> None:
    path = begun(engine, plan, Setup(title="T", day="2026-11-24"), 0)
    before = at_step(engine, path).say("before").at(ToRead)
    with engine.open(path) as opened:
        minutes = about(minutes_of(opened.read()).all)
    assert f"about {minutes} minutes" in words_of(before)


@pytest.mark.parametrize(("now", "told"), [(6, True), (8, True), (7, False), (9, False)])
def test_closing_a_second_vote_did_not_tell_that_one_person_came_or_left(
    engine: Engine, closed: Path, now: int, told: bool
) -> None:
    """What changed from "Let's talk" to the result was the one person's answer, and all who follow our own advice met it."""
    with engine.open(closed) as opened:
        opened.open_round([opened.read().open_to_a_vote[0].id])
        opened.cast(opened.seal(made_up_ballots(opened.read().round_cards, now)))
        lines = " ".join(_sure_close(opened).lines)
    assert ("then better drop this vote" in lines) is told


def test_a_mended_record_that_lost_a_count_broke_the_talk_page(engine: Engine, closed: Path) -> None:
    with engine.open(closed) as opened:
        now = opened.read()
    card = now.rounds[0].cards[0]
    left = replace(now, tallies={i: tally for i, tally in now.tallies.items() if i != card}, mended=True)
    assert how_the_vote_ended(left)
    alone = [c for c in left.comments if c.card == card]
    assert {left.among(c) for c in alone} <= {0}


def test_words_whose_vote_a_mend_had_lost_counted_as_among_those_of_the_next(engine: Engine, closed: Path) -> None:
    with engine.open(closed) as opened:
        now = opened.read()
    lost = replace(now, wrote_among={}, mended=True)
    assert lost.comments
    assert {lost.among(comment) for comment in lost.comments} == {0}
