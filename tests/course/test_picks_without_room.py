"""Quick picks without words of which no more may be told: said so, and kept back with one key."""

import pytest
from course_kit import CODE, Played, at_step

from codesign.core.ballot import Ballot, Remark
from codesign.core.plan import Plan
from codesign.core.session import Comment, Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.pages import Verdict
from codesign.course.reading import what_of_the_writer
from codesign.engine import Engine


@pytest.fixture
def play(engine: Engine, plan: Plan, filled_in: Setup) -> Played:
    """At the comments on one card: three themes are told of it, three sets of picks are left."""
    card = next(card for card in plan.cards if card.kind == "scale")
    said = [Remark(card.id, "could", words, picks=() if words else ("could-reason",)) for words in ("a", "b", "c", "", "", "")]
    ballots = [Ballot({card.id: "could"}, (remark,)) for remark in said]
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        for comment in opened.read().comments:
            if comment.text:
                opened.review(comment.id, Review("theme", theme=f"about {comment.text}"))
        path = opened.path
    return at_step(engine, path).say("alone", CODE)


def first(play: Played) -> Comment:
    return play.at(pages.Reading).session.unread[0]


def test_picks_without_room_were_said_to_go_out(play: Played) -> None:
    assert "No list has room" in what_of_the_writer(play.at(pages.Reading).session, first(play))
    refused = play.say(Verdict("theme", first(play))).at(pages.Reading)
    assert "No list has room" in refused.notice


def test_picks_without_room_took_a_key_each(play: Played) -> None:
    kept = play.say(Verdict("keep back", first(play)), "other").at(pages.Reading)
    assert "So are the other quick picks" in kept.notice
    assert not kept.session.unread
