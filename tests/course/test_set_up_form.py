"""What is asked at set-up: in both views, kept, and proposed the next time."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.core.thresholds import BIG_GROUP, NUMBERS_FROM, Thresholds
from codesign.course.fields import Day
from codesign.course.pages import SetUp
from codesign.course.set_up_form import ABOUT_NUMBERS, LABELS, Form, checked_numbers_from, proposed_by
from codesign.documents.summary import how_to_read
from codesign.plain import set_up as in_plain_lines

TODAY = date(2026, 11, 24)
OF_ITS_OWN = {"title", "answer_by", "numbers_from"}
"""What each session says anew."""


def test_a_question_was_asked_on_the_screen_alone(plan: Plan) -> None:
    """tests/tui/test_set_up_fields.py asks the same of the screen."""
    page = SetUp(plan=plan, today=TODAY, answer_by="2026-12-31", warning="", proposed={}, filled={})
    assert [line.name for line in in_plain_lines._lines(page, Day(TODAY))] == list(LABELS)
    assert {*LABELS, "code"} == {*Form.__struct_fields__}


def test_what_was_filled_in_did_not_reach_the_session() -> None:
    values = {name: f"Zz {name}" for name in Form.__struct_fields__} | {"expected": 7}
    setup = Form(**values).setup(TODAY)  # type: ignore[arg-type]
    for name in {*values} - {"numbers_from", "code"}:
        assert getattr(setup, name) == values[name]


def test_the_next_set_up_did_not_propose_what_stayed_the_same(filled_in: Setup) -> None:
    asked = {name: f"Zz {name}" for name in {*LABELS} - OF_ITS_OWN} | {"expected": "7"}
    setup = replace(filled_in, **asked | {"expected": 7})
    assert proposed_by(Session(setup=setup, thresholds=Thresholds(), cards=())) == asked


def test_a_sentence_named_another_line_than_the_one_that_holds() -> None:
    with pytest.raises(CodesignError) as refused:
        checked_numbers_from("7")
    for sentence in (ABOUT_NUMBERS, str(refused.value)):
        assert {*re.findall(r"\d+", sentence)} == {*map(str, NUMBERS_FROM)}
    labels = how_to_read._LABELS_OF_RULES + how_to_read._LABELS_OF_STATEMENTS + how_to_read._WORDS_EXPLAINED
    assert {*re.findall(r"(?:from|under) (\d+) answers", labels)} == {str(BIG_GROUP)}
