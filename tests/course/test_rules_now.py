"""What each rule is today is asked once at set-up, can be skipped with one key, and reaches whoever reads the card."""

import pytest
from course_kit import Played, at_home
from msgspec.structs import replace
from test_session_course import form

from codesign.content import asks_of_today, todays_words
from codesign.content.cards import newest_of
from codesign.content.today import beside_today
from codesign.core.kinds import kind_of
from codesign.core.policy.pairs import TodaysPair
from codesign.core.session import Session
from codesign.core.text import RULE_LIMIT
from codesign.course import pages
from codesign.course.at_a_card import more_about, to_talk_about
from codesign.course.pages import Act, Menu, Question, SetUp
from codesign.engine import Engine

IDS = ["PH-2", "SM-2.2", "HE-1.3", "YV-2"]


@pytest.fixture
def play(engine: Engine) -> Played:
    return at_home(engine).say("start", "fifteen-minutes", form())


def newest(engine: Engine) -> Session:
    _path, session = engine.records()[0]
    assert isinstance(session, Session)
    return session


@pytest.mark.parametrize("name", ["fifteen-minutes", "starter", "private-life", "safety-and-support"])
def test_every_shipped_plan_asks_it_of_each_card_on_a_rule_and_one_key_skips_all(engine: Engine, name: str) -> None:
    cards = [card for card in engine.plan(name).cards if card.kind != "pick-two"]
    play = at_home(engine).say("start", name, form())
    assert play.at(Question).title.endswith(f" · 1 / {len(cards)}")
    assert isinstance(play.say(None).page, pages.FourWords)
    assert not any(card.today for card in newest(engine).cards)


def test_empty_lines_go_on_and_are_no_rule(engine: Engine, play: Played) -> None:
    for at in range(4):
        assert play.at(Question).title.endswith(f"{at + 1} / 4")
        play.say("")
    assert isinstance(play.page, pages.FourWords), "nothing is to be looked at"
    assert not any(card.today for card in newest(engine).cards)


def test_what_was_written_is_looked_at_and_can_be_changed_before_it_is_fixed(engine: Engine, play: Played) -> None:
    play.say("Phones are off at 9.", "", "", "Staff decide.")
    rows = {choice.id: choice.about for choice in play.at(Menu).choices}
    assert [*rows] == ["on", *IDS]
    assert rows["PH-2"] == "Phones are off at 9."
    assert rows["SM-2.2"] == "Nothing written down."
    assert play.say("PH-2").at(Question).value == "Phones are off at 9."
    assert play.say("Phones are off at 10.").at(Menu).here == 1
    assert engine.records() == [], "not yet"
    play.say("on")
    assert [card.today for card in newest(engine).cards] == ["Phones are off at 10.", "", "", "Staff decide."]


def test_back_to_the_set_up_keeps_it_and_does_not_ask_again(play: Played) -> None:
    play.say("Phones are off at 9.", None, "back")
    assert play.at(SetUp).plan.cards[0].today == "Phones are off at 9."
    assert play.say(form()).at(Menu).place == "rules-now"


def test_hidden_in_the_middle_it_keeps_what_was_written_and_asks_the_rest(play: Played) -> None:
    play.say("Phones are off at 9.").hide()
    assert play.at(SetUp).plan.cards[0].today == "Phones are off at 9."
    assert play.say(form()).at(Question).title.endswith("1 / 3")


def test_one_rule_is_written_where_the_cards_are_chosen(engine: Engine) -> None:
    play = at_home(engine).say("start", "fifteen-minutes", "cards", Act("today", "SM-2.2"), "Ask first.")
    assert play.at(Menu).here == 1
    assert play.at(Menu).choices[1].about == "SM-2.2 · Youth involvement, Harm reduction, Trauma-informed · Today: Ask first."
    assert play.say(Act("today", "put in")).at(Menu).place == "which-cards", "the row under the cards is none"
    assert play.say("back", form()).at(Question).title.endswith("1 / 3")


def test_the_next_session_of_the_title_has_it_and_that_of_another_house_has_not(engine: Engine, play: Played) -> None:
    play.say("Phones are off at 9.", None, "on")
    play = at_home(engine).say("start", "fifteen-minutes", form())
    assert play.at(Question).title.endswith("1 / 3")
    assert play.say(None).at(Menu).choices[1].about == "Phones are off at 9.", "looked at, though nothing was written"
    other = at_home(engine).say("start", "fifteen-minutes", form(title="Oak house"))
    assert other.at(Question).title.endswith("1 / 4")


def test_nothing_is_asked_where_a_wording_of_the_pair_is_the_rule_today() -> None:
    rule = newest_of("PH-1")
    assert rule
    pair = beside_today(
        1, TodaysPair("You hand in your phone at ten and get it back at seven in the morning, for sleep.", rule)
    )
    assert pair.kind == "pair"
    assert not asks_of_today(pair)
    assert todays_words(pair) == kind_of(pair).options(pair)[0].words
    assert not any(todays_words(pair) in block.lines for block in more_about(pair)), "no label on a pair"


def test_youth_and_the_room_read_it_with_the_card(engine: Engine) -> None:
    card = replace(engine.plan("fifteen-minutes").cards[0], today="Phones are off at 9.")
    for blocks in (more_about(card), to_talk_about(card)):
        assert ("Phones are off at 9.",) in [block.lines for block in blocks if block.title == "The rule today"]


def test_it_has_room_for_a_rule(play: Played) -> None:
    assert play.at(Question).limit == RULE_LIMIT
    assert isinstance(play.say("x" * RULE_LIMIT).page, Question)
