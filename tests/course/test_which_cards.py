"""Which cards, from the set-up on: each is looked at, taken out, moved or put in, and what was filled in stays."""

import re

import pytest
from course_kit import CODE, Played, at_home
from test_session_course import form

from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.course import pages
from codesign.course.bank import DOMAINS
from codesign.course.pages import Act, Marks, Menu, SetUp, Sure, ToRead
from codesign.course.which_cards import which_cards
from codesign.engine import Engine


def ids(play: Played) -> list[str]:
    return [choice.id for choice in play.at(pages.Menu).choices[:-2]]


@pytest.fixture
def play(engine: Engine) -> Played:
    play = at_home(engine).say("start", "fifteen-minutes")
    play.at(pages.SetUp).filled["audience"] = "Maria"
    play.say("cards")
    assert ids(play) == ["PH-2", "SM-2.2", "HE-1.3", "YV-2"]
    return play


def test_cards_are_chosen_before_the_record_is_there_and_what_was_filled_in_stays(engine: Engine, play: Played) -> None:
    play.say(Act("out", "SM-2.2"), Act("up", "YV-2"), "back")
    page = play.at(pages.SetUp)
    assert page.filled == {"audience": "Maria"}
    assert [card.id for card in page.plan.cards] == ["PH-2", "YV-2", "HE-1.3"]
    play.say(form(), None)
    ((_path, session),) = engine.records()
    assert isinstance(session, Session)
    assert [card.id for card in session.cards] == ["PH-2", "YV-2", "HE-1.3"]


def test_a_card_is_put_in_from_the_bank_after_it_was_looked_at(play: Played) -> None:
    page = play.say("put in").at(pages.MarkSome)
    assert len(page.choices) == 80
    assert page.marked == {"PH-2", "SM-2.2", "HE-1.3", "YV-2"}
    assert play.say(Marks(page.marked, look="GA-1")).at(ToRead).place == "look"
    page = play.say("home").at(pages.MarkSome)
    assert page.choices[page.here or 0].id == "GA-1"
    play.say(Marks(page.marked - {"SM-2.2"} | {"GA-1"}))
    assert ids(play) == ["PH-2", "HE-1.3", "YV-2", "GA-1"]
    assert play.at(pages.Menu).here == 4


def test_the_bank_stands_by_what_its_rules_are_about_and_says_what_holds_with_the_marks(play: Played) -> None:
    page = play.say("put in").at(pages.MarkSome)
    parts = [row.part for row in page.choices if row.part]
    assert parts == [*DOMAINS.values()]
    assert page.said(page.marked)[0].startswith(
        "4 cards: with 8 people about 35 minutes. In 15 minutes there is time for about 1 card."
    )
    assert "Safe spaces" in page.said(page.marked)[1]
    assert "asked that rule already" in page.refused(page.marked | {"MS-1.3", "MS-1.3+ZT-4.2"})
    assert "needs a card" in page.refused(frozenset())
    assert page.refused(frozenset({"GA-1"})) == ""


def test_the_row_that_was_moved_is_the_row_that_is_at(play: Played) -> None:
    for act, here in ((Act("down", "PH-2"), 1), (Act("down", "PH-2"), 2), (Act("up", "PH-2"), 1), (Act("out", "PH-2"), 1)):
        assert play.say(act).at(pages.Menu).here == here
    assert play.say(Act("out", "put in")).at(pages.Menu).here == 3, "the row under the cards is none"


def test_the_last_card_stays_and_the_page_says_why(play: Played) -> None:
    play.say(*(Act("out", card) for card in ids(play)))
    assert len(ids(play)) == 1
    assert "needs a card" in play.at(pages.Menu).alerts[0]


def test_how_long_it_takes_and_what_is_left_out_follow_the_cards(plan: Plan) -> None:
    play = Played(which_cards(plan, 8, lambda _plan: None))
    before = play.at(pages.Menu).lines
    assert before[0].startswith("10 cards, 8 people: about ")
    play.say(*(Act("out", card.id) for card in plan.cards[1:]))
    assert play.at(pages.Menu).lines[0].startswith("1 card, 8 people")
    assert "Individual plans" in play.at(pages.Menu).lines[1]


def test_what_was_chosen_stays_when_it_is_hidden(play: Played) -> None:
    play.say(Act("out", "SM-2.2")).hide()
    assert [card.id for card in play.at(pages.SetUp).plan.cards] == ["PH-2", "HE-1.3", "YV-2"]
    assert play.say("cards", "HE-1.3").hide().at(pages.SetUp).filled == {"audience": "Maria"}


def test_a_card_is_looked_at_and_the_list_is_there_again(play: Played) -> None:
    assert play.say("SM-2.2").at(ToRead).right == "2 / 4"
    assert play.say("on", "home").at(pages.Menu).here == 2


# What is taken over from the last one


def test_a_next_session_of_a_plan_proposes_what_was_set_up_last(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    from msgspec.structs import replace

    first = replace(
        filled_in,
        contact="555-0177",
        support_person="Dana",
        local_line="555",
        language="es",
        title="Elm house",
        day="2026-11-01",
    )
    for setup in (first, replace(first, audience="Old boss", day="2026-10-01"), replace(first, audience="?", made_up=True)):
        engine.start(plan, setup, plan.thresholds).leave()
    page = at_home(engine, plan=plan).at(pages.SetUp)
    assert page.proposed == {
        "audience": "House manager",
        "contact": "555-0177",
        "expected": "8",
        "support_person": "Dana",
        "local_line": "555",
        "language": "es",
    }
    assert page.copied.startswith("Taken over from “Elm house”, November 1, 2026.")
    assert CODE not in str(page)


def test_a_card_taken_out_or_an_idea_voted_on_lost_what_was_set_up_last(engine: Engine, filled_in: Setup) -> None:
    from msgspec.structs import replace

    plan = engine.plan("starter")
    idea = Card(id="IDEA-1", kind="scale", rule="A plug in every locker")
    engine.start(replace(plan, cards=(*plan.cards[1:], idea)), replace(filled_in, title="Elm house"), plan.thresholds).leave()
    assert at_home(engine, plan=plan).at(pages.SetUp).copied.startswith("Taken over from “Elm house”")


def test_another_plan_under_another_title_proposes_nothing(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    engine.start(plan, filled_in, plan.thresholds).leave()
    page = at_home(engine, plan=engine.plan("fifteen-minutes")).at(pages.SetUp)
    assert (page.proposed, page.copied) == ({}, "")


def test_cards_that_were_chosen_for_a_session_were_gone_after_esc_unasked(engine: Engine) -> None:
    play = at_home(engine).say("start", "fifteen-minutes", "cards", Act("out", "PH-2"), "back")
    assert len(play.at(SetUp).plan.cards) == 3
    assert play.say("back").at(Sure).question == "Leave this set-up?"
    assert len(play.say(False).at(SetUp).plan.cards) == 3
    assert play.say("back", True).at(Menu).place == "plans"
    assert len(play.say("fifteen-minutes").at(SetUp).plan.cards) == 4
    assert play.say("back").at(Menu).place == "plans", "nothing was changed"


def test_the_desk_spoke_in_numbers_of_the_fact_sheet(play: Played) -> None:
    said = [*play.at(Menu).lines, *(f"{row.words} {row.about}" for row in play.at(Menu).choices)]
    assert not [line for line in said if re.search(r"\bP[1-7]\b", line)]
