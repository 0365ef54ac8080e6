"""New words for a card, from the talk to the result: what the facilitator, a young person and the room see, page by page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home, save

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.kinds.choice import choice_options
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.at_a_card import more_about
from codesign.engine import Engine

FIRST, NEW = "Phones are off at ten.", "Phones are off at ten, but not on weekends."
SCALE = Card(id="R-1", kind="scale", rule=FIRST)
PICK = Card(id="TOP", kind="pick-two", rule="Which two?", options=choice_options(["A thing", "Another", "A third", "A fourth"]))


@pytest.fixture
def split(engine: Engine) -> Path:
    """Six people voted, and nobody leads; of a pick of two only two of them said anything, so it stays in the box."""
    plan = Plan(name="t", title="T", purpose="", minutes=60, cards=(SCALE, PICK))
    ballots = [Ballot({"R-1": answer, "TOP": "skipped"}) for answer in ("works", "doesnt") * 3]
    with engine.start(plan, Setup(title="T", day="2026-11-24"), Thresholds(5), ballots=ballots) as opened:
        opened.code.set(CODE)
        opened.close_round()
        return opened.path


def at_talk_card(engine: Engine, record: Path) -> Played:
    play = at_home(engine, record=record).say(CODE, "talk", "cards")
    assert play.at(pages.ToRead).place == "talk-card"
    return play


def read(page: pages.ToRead) -> Iterator[str]:
    return (line for block in page.blocks() for line in (block.title, *block.lines) if line)


def votes(answer: str) -> list[object]:
    return ["start", True, lambda page: page.turn.answer(answer), "done", save]


def test_a_group_votes_on_the_words_that_it_agreed_on_and_the_result_says_what_they_were(engine: Engine, split: Path) -> None:
    play = at_talk_card(engine, split).say("reword")
    question = play.at(pages.Question)
    assert (question.place, question.value, question.limit) == ("new-words", FIRST, 600)
    assert "says this already" in play.say(FIRST).at(pages.Question).problem
    assert list(read(play.say(NEW).at(pages.ToRead)))[:4] == [
        FIRST,
        "Changed to",
        NEW,
        "The next vote on this card is on these words.",
    ]
    offered = play.say("home", "again", CODE).at(pages.MarkSome)
    assert [(row.words, row.about) for row in offered.choices if row.id == "R-1"] == [(NEW, "In words of the group")]
    play.say(pages.Marks(frozenset({"R-1"}), start=True), "vote", "start", True)
    card = play.at(pages.OnCard).turn.card
    assert card.rule == NEW
    assert [block.lines for block in more_about(card) if block.title == "How it read before"] == [(FIRST,)]
    play.leave()
    with engine.open(split) as opened:
        opened.cast(opened.seal([Ballot({"R-1": "works"})] * 6))
        opened.close_round()
    play = at_home(engine, record=split).say(CODE, "talk", "result", CODE, "result", True)
    session = play.at(pages.Results).session
    assert (session.card("R-1").rule, session.card("R-1").was) == (NEW, FIRST)
    told = " ".join(read(play.say("on").at(pages.ToRead)))
    assert f"You changed this rule after the talk. First it was: “{FIRST}”" in told


def test_what_ranks_or_compares_keeps_its_words_and_says_why(engine: Engine, split: Path) -> None:
    play = at_talk_card(engine, split).say("on").say("reword")
    assert "compares or ranks" in play.at(pages.Problem).sentence
    assert play.say(None).at(pages.ToRead).place == "talk-card"


def test_an_empty_line_takes_new_words_back(engine: Engine, split: Path) -> None:
    play = at_talk_card(engine, split).say("reword", NEW, "reword")
    assert play.at(pages.Question).value == NEW
    assert "Changed to" not in list(read(play.say("").at(pages.ToRead)))
