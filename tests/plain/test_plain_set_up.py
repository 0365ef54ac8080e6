"""Set-up in plain lines: nothing that has to be known is passed over, and nothing typed is dropped without a question."""

import re
from datetime import date

import pytest
from msgspec.structs import replace
from plain_kit import CTRL_C, console
from test_plain_session import CODE, SET_UP, by_hand

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session
from codesign.course.around import Around
from codesign.course.around_turn import before_a_turn
from codesign.course.pages import Question, SetUp
from codesign.course.set_up_form import Form, checked_audience
from codesign.course.shared_words import warning_of_few
from codesign.engine import Engine
from codesign.plain.set_up import set_up
from codesign.plain.show import Show
from codesign.words import in_region

REST = ["", "555-0177", "5", "Dana", "555", "", "", CODE, CODE]


def filled(plan: Plan, *lines: str) -> tuple[Form | str | None, str, list[str]]:
    """The form, what was printed, and what nobody asked for."""
    plain, keys, paper = console(*lines)
    page = SetUp(plan=plan, today=date(2026, 11, 24), answer_by="2026-12-31", warning="", proposed={}, filled={})
    return set_up(plain, page), paper.getvalue(), keys.left


@pytest.mark.parametrize("said", ["nobody yet", "Nobody yet.", "NOBODY", "no one yet", "Nadie todavía"])
def test_who_answers_was_passed_over_with_an_empty_line(plan: Plan, said: str) -> None:
    form, printed, left = filled(plan, "", "", "none", "?", said, *REST)
    assert left == []
    assert isinstance(form, Form)
    assert (form.audience, form.contact) == ("", "555-0177")
    assert printed.count("If nobody is known, write: nobody yet.") == 3
    assert any("nobody is named" in line for block in before_a_turn(form.audience) for line in block.lines)


def test_the_room_is_told_only_where_it_is_so() -> None:
    assert not any("nobody is named" in line for block in before_a_turn("House manager") for line in block.lines)


@pytest.mark.parametrize("said", ["", " ", "-", "..."])
def test_signs_name_nobody(said: str) -> None:
    with pytest.raises(CodesignError, match="nobody yet"):
        checked_audience(said)


def test_back_and_on_again_keeps_that_nobody_is_known(plan: Plan) -> None:
    form, _printed, left = filled(plan, "", "nobody yet", "back", "", *REST)
    assert isinstance(form, Form)
    assert (form.audience, left) == ("", [])


def test_going_back_before_the_first_line_dropped_all_of_it(engine: Engine, plan: Plan) -> None:
    by_hand(engine, "My title", "back", "back", "1", "", "Boss", *SET_UP[2:], "f", CODE, "2", "6", plan=plan)
    ((_path, session),) = engine.records()
    assert isinstance(session, Session)
    assert (session.setup.title, session.setup.audience) == ("My title", "Boss")


def test_a_hidden_set_up_begins_with_what_was_typed(engine: Engine, plan: Plan) -> None:
    printed = by_hand(engine, "", "Maria Boss", CTRL_C, "", "", "", *SET_UP[2:], "f", CODE, "2", "6", plan=plan)
    assert "[Maria Boss]" in printed


@pytest.mark.parametrize("expected", range(9))
def test_a_group_too_small_to_close_is_told_more_than_one_too_small_to_show(expected: int) -> None:
    words = warning_of_few(expected)
    assert ("can't even be closed" in words) == (expected in (1, 2))
    assert bool(words) == (0 < expected < 5)


def test_cards_are_chosen_in_lines_and_what_was_filled_in_stays(engine: Engine, plan: Plan) -> None:
    chosen = ["cards", "out 2", "up 3", "10", "back", "back"]
    lines = ["", "Boss", *chosen, "", "", *SET_UP[2:], "f", CODE, "2", "quit"]
    printed = by_hand(engine, *lines, plan=plan)
    assert "9 cards: with 8 people about" in printed
    assert "Type out 3 to take number 3 out. up 3 moves it up." in printed.replace("\n", " ")
    ((_path, session),) = engine.records()
    assert isinstance(session, Session)
    ids = [card.id for card in plan.cards]
    assert [card.id for card in session.cards][:3] == [ids[0], ids[3], ids[2]]
    assert session.setup.audience == "Boss"


@pytest.mark.parametrize(("region", "example"), [("en-US", "12/24/2026"), ("en-GB", "24/12/2026"), ("", "24/12/2026")])
def test_the_example_of_a_date_was_american_everywhere(plan: Plan, region: str, example: str) -> None:
    with in_region(region):
        _form, printed, _left = filled(plan, "", "Maria", "soon", "", *REST)
    assert f"A day, such as {example} or" in printed
    assert f"Write a day, such as {example}," in printed
    assert set(re.findall(r"[0-9]+/[0-9]+/2026", printed)) == {example}


def test_the_language_stood_there_by_its_code_or_as_it_was_typed(plan: Plan) -> None:
    form, printed, left = filled(plan, "", "nobody yet", *REST[:-3], "Español", "back", "", CODE, CODE)
    assert isinstance(form, Form)
    assert (form.language, left) == ("es", [])
    assert "Turns begin in [English]:" in printed
    assert "Turns begin in [Spanish]:" in printed


def test_only_the_screens_said_that_a_card_has_no_spanish(plan: Plan) -> None:
    own = replace(plan, cards=(replace(plan.cards[0], id="OWN-1", rule="Shoes stand in the hall."), *plan.cards[1:]))
    _form, printed, _left = filled(own, "", "nobody yet", *REST[:-3], "es", CODE, CODE)
    assert "These cards have no Spanish yet and stay as they are written: OWN-1." in printed.replace("\n", " ")
    _form, printed, _left = filled(own, "", "nobody yet", *REST)
    assert "no Spanish yet" not in printed


@pytest.mark.parametrize(
    ("value", "optional", "said"),
    [("10 pm", True, "Enter takes what stands in brackets."), ("", True, "Enter leaves it empty."), ("", False, "back goes")],
)
def test_a_question_told_of_brackets_where_none_stood(engine: Engine, value: str, optional: bool, said: str) -> None:
    plain, _keys, paper = console("back")
    question = Question(place="rule-now", title="Now", question="What is your rule now?", value=value, optional=optional)
    Show(plain, Around(engine)).kinds[Question](question)
    line = next(line for line in paper.getvalue().splitlines() if "back goes back." in line)
    assert line.startswith(said)
