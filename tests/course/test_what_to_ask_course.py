"""What should we ask? From the result of a first session to the plan of the next, page by page."""

from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home

from codesign.core.ballot import Ballot
from codesign.core.plan import Thresholds
from codesign.core.session import Setup
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


def test_the_plan_that_was_picked_is_looked_at_changed_and_kept(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 6)).say("proposed")
    assert "Phones at night · Strangers" not in play.at(pages.Problem).sentence, "in no order that a count gives"
    assert "Phones at night" in play.at(pages.Problem).sentence
    cards = play.say(None).at(pages.Menu)
    assert cards.place == "which-cards"
    assert cards.lines[0] == "8 cards, 8 people: about 75 minutes. 75 minutes hold about 8 cards. 6 to 8 are advised."
    first = cards.choices[0].id
    play.say(pages.Act("out", first), "back").at(pages.Sure)
    assert play.say(True).at(pages.ToRead).place == "files-written"
    assert play.say("on").at(pages.Menu).place == "step"
    kept = engine.plan("tech-rules-what-we-picked")
    assert len(kept.cards) == 7
    assert first not in [card.id for card in kept.cards]
    assert play.say("home", "start").at(pages.Menu).place == "plans"
    assert "tech-rules-what-we-picked" in [choice.id for choice in play.at(pages.Menu).choices]


def test_a_plan_that_nobody_wants_is_not_kept(engine: Engine) -> None:
    play = at_what_happens_next(engine, picked(engine, 6)).say("proposed", None, "back", False)
    assert play.at(pages.Menu).place == "step"
    assert "tech-rules-what-we-picked" not in engine.plans()


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
