"""What should we ask? From the result of a first session to the plan of the next, page by page."""

from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home

from codesign.core.ballot import Ballot
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.engine import Engine


def picked(engine: Engine, people: int) -> Path:
    """A session in which so many people picked topics and answered, and which is at what happens next."""
    plan = engine.plan("what-to-ask")
    ballots = [Ballot({"TOPIC-1": ("A+B", "A+D", "B+D")[n % 3], "TOPIC-2": "B+C"}) for n in range(people)]
    setup = Setup(title="Maple House", day="2026-11-24", expected=8)
    with engine.start(plan, setup, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        return opened.path


def at_what_happens_next(engine: Engine, record: Path) -> Played:
    play = at_home(engine, record=record).say(CODE, "talk", "result", CODE, "result", True, "on", "on")
    assert play.at(pages.Menu).place == "step"
    assert "proposed" in [choice.id for choice in play.at(pages.Menu).choices]
    return play


def test_the_plan_that_was_picked_is_looked_at_changed_and_saved(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 6)).say("proposed")
    told = play.at(pages.Problem).sentence
    assert "Picked most, in no order: " in told
    assert "Phones at night" in told
    desk = play.say(None).at(pages.Menu)
    assert (desk.place, bool(desk.right)) == ("plan-desk", True), "and it says that it is not saved yet"
    assert "8 cards, 8 people: about 75 minutes." in " ".join(desk.parts[0].lines)
    first = play.say("cards").at(pages.Menu).choices[0].id
    play.say(pages.Act("out", first), "back", "save")
    assert play.at(pages.ToRead).place == "files-written"
    assert play.say("on", "back").at(pages.Menu).place == "step"
    kept = engine.plan("tech-rules-what-we-picked")
    assert len(kept.cards) == 7
    assert first not in [card.id for card in kept.cards]
    assert play.say("home", "start").at(pages.Menu).place == "plans"
    assert "tech-rules-what-we-picked" in [choice.id for choice in play.at(pages.Menu).choices]


def test_a_proposed_plan_is_not_left_unsaved_by_a_slip(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 6)).say("proposed", None, "back")
    assert "without saving" in play.at(pages.Sure).question
    assert play.say(True).at(pages.Menu).place == "step"
    assert "tech-rules-what-we-picked" not in engine.plans()


def test_a_proposed_plan_was_lost_when_the_screen_was_hidden(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 6)).say("proposed", None, "cards")
    first = play.at(pages.Menu).choices[0].id
    play.say(pages.Act("out", first)).hide().say(CODE, "proposed")
    desk = play.at(pages.Menu)
    assert (desk.place, bool(desk.right)) == ("plan-desk", True)
    assert first not in [choice.id for choice in play.say("cards").at(pages.Menu).choices]
    play.hide().say(None)
    assert play.say("plans").at(pages.Menu).choices[0].id == "go on", "from home too"


def test_where_the_result_shows_nothing_no_plan_is_proposed_and_it_says_why(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 4)).say("proposed")
    assert "the result shows nothing" in play.at(pages.Problem).sentence
    assert play.say(None).at(pages.Menu).place == "step"


@pytest.mark.parametrize("name", ["starter", "fifteen-minutes"])
def test_another_session_proposes_no_plan(engine: Engine, name: str) -> None:
    from codesign.course.what_to_ask import has_picked
    from codesign.demo import made_up_ballots

    plan = engine.plan(name)
    with engine.start(plan, Setup(title="T", day="2026-11-24"), Thresholds(), ballots=made_up_ballots(plan.cards, 7)) as opened:
        opened.close_round()
        opened.tell()
        assert not has_picked(opened.read())


def test_the_plan_desk_leads_to_it_too_once_there_is_such_a_session(engine: Engine) -> None:
    desk = at_home(engine).say("plans").at(pages.Menu)
    assert "what they picked" not in [choice.id for choice in desk.choices]
    at_what_happens_next(engine, picked(engine, 6)).leave()
    play = at_home(engine).say("plans")
    row = next(choice for choice in play.at(pages.Menu).choices if choice.id == "what they picked")
    assert "Maple House" in row.about
    assert play.say(row.id, None).at(pages.Menu).place == "plan-desk"
    assert play.hide().at(pages.Menu).place == "home"
    assert play.say("plans").at(pages.Menu).choices[0].id == "go on", "it stays when the screen is hidden"
    assert play.say("go on", "save", "on", "back").at(pages.Menu).place == "plans-desk"
    assert "tech-rules-what-we-picked" in engine.plans()
