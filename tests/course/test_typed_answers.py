"""Answers typed in from a printed form: rule after rule, kept as far as they are whole; nothing is replaced without a yes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from course_kit import Played
from test_decisions_kept import told

from codesign.core.errors import NotSaved
from codesign.core.kinds import kind_of
from codesign.core.policy_team.decisions import COLUMNS, Decision
from codesign.core.policy_team.wanted import is_question
from codesign.course import pages
from codesign.course.answers import answers
from codesign.course.typed_answers import AS_ON_PAPER, TypedAnswers
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.shelf import peek

__all__ = ["told"]
FIELDS = len(COLUMNS) - 1


def enter(page: pages.Question) -> str:
    """Enter alone takes what stands in the line."""
    return page.value


WHOLE = ("c", "Ask first.", "Pregunta primero.", "You said so.", "A sign", "Ana", "2027-01-10", "2027-06", "On the wall")
"""Answer by answer, from the left of the form to the right."""


@pytest.fixture
def opened(engine: Engine, told: Path) -> Iterator[OpenSession]:
    with engine.open(told) as session:
        yield session


def typing(opened: OpenSession, *lines: object) -> Played:
    return Played(TypedAnswers(opened).typed_in()).say(*lines)


def kept(opened: OpenSession) -> list[Decision]:
    return list(opened.read().decisions)


def test_every_field_of_the_form_can_be_typed_in() -> None:
    assert sorted(AS_ON_PAPER) == sorted(COLUMNS)


def test_a_rule_typed_from_the_left_to_the_right_is_kept_at_once(opened: OpenSession, told: Path) -> None:
    play = typing(opened)
    page = play.at(pages.Question)
    assert page.strong == (f"1. {opened.read().told_cards[0].rule}",)
    assert page.title == f"Rule 1 of {len(opened.read().told_cards)}"
    play.say(*WHOLE)
    assert play.at(pages.Question).title.startswith("Rule 2")
    expected = Decision(
        card=opened.read().told_cards[0].id,
        answer="changes",
        reads="Ask first.",
        in_spanish="Pregunta primero.",
        because="You said so.",
        needs="A sign",
        who="Ana",
        by_when="2027-01-10",
        review="2027-06",
        how_told="On the wall",
    )
    assert list(peek(told).decisions) == [expected], "on the disk before the next rule is asked for"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("y", "yes"), ("C", "changes"), ("l", "not-now"), ("n", "no"), ("Not now", "not-now"), ("yes, with changes", "changes")],
)
def test_an_answer_is_a_letter_or_its_words(opened: OpenSession, typed: str, answer: str) -> None:
    typing(opened, typed, "stop")
    assert [d.answer for d in kept(opened)] == [answer]


def test_what_is_no_answer_and_a_day_of_two_readings_are_asked_again(opened: OpenSession) -> None:
    play = typing(opened, "maybe")
    assert "That is no answer" in play.at(pages.Question).problem
    play.say("y", "", "", "", "", "", "03/12/2027")
    assert "may be 12 March 2027 or 3 December 2027" in play.at(pages.Question).problem
    play.say("2020-01-01")
    assert "before the session" in play.at(pages.Question).problem
    play.say("3 Dec 2027", "stop")
    assert kept(opened)[0].by_when == "2027-12-03"


def test_enter_leaves_a_field_as_it_is_and_an_unanswered_rule_without_an_answer(opened: OpenSession) -> None:
    typing(opened, *WHOLE, "stop")
    before = kept(opened)
    count = len(opened.read().told_cards)
    play = typing(opened, *[enter] * (count - 1))
    assert play.page is None
    assert kept(opened) == before


def test_stopped_in_the_middle_a_rule_is_kept_as_far_as_it_was_typed(opened: OpenSession) -> None:
    typing(opened, "y", "", "", "Because.", "stop")
    assert [(d.answer, d.because, d.who) for d in kept(opened)] == [("yes", "Because.", "")]
    assert typing(opened, "stop").page is None
    assert len(kept(opened)) == 1


def test_back_goes_a_field_back_and_from_the_first_a_rule(opened: OpenSession) -> None:
    play = typing(opened, "y", "Ask.", None)
    page = play.at(pages.Question)
    assert (page.question.partition(" (")[0], page.value) == ("The rule will read", "Ask.")
    play.say(None)
    assert play.at(pages.Question).value == "Yes"
    play.say(None)
    assert play.page is None, "back from the first field of the first rule leaves"
    assert [(d.answer, d.reads) for d in kept(opened)] == [("yes", "Ask.")], "what was typed is kept"


def test_undo_takes_a_rule_back_as_it_was(opened: OpenSession) -> None:
    play = typing(opened, *WHOLE, "n", "undo")
    assert play.at(pages.Question).title.startswith("Rule 2")
    assert play.at(pages.Question).value == ""
    play.say("undo")
    assert play.at(pages.Question).title.startswith("Rule 1")
    assert kept(opened) == []
    play.say("undo", "n", "stop")
    assert [d.answer for d in kept(opened)] == ["no"]


def test_what_takes_the_place_of_an_answer_waits_for_a_yes(opened: OpenSession, told: Path) -> None:
    typing(opened, *WHOLE, "stop")
    (before,) = kept(opened)
    play = typing(opened)
    while not play.at(pages.Question).title.startswith("Rule 1 "):
        play.say(None)
    play.say("n", *[enter] * FIELDS, "stop")
    assert kept(opened) == [before], "nothing is replaced before the yes"
    page = play.at(pages.ToRead)
    said = "\n".join(line for block in page.blocks() for line in block.lines)
    assert "“No” now, “Yes, with changes” before" in said
    play.say(None)
    assert play.at(pages.Menu).choices[0].id == "no"
    play.say("yes")
    assert [d.answer for d in peek(told).decisions] == ["no"]
    assert kept(opened)[0].who == before.who


@pytest.mark.parametrize("word", ["withdraw", "Withdrawn.", "retirar", "Retirado"])
@pytest.mark.parametrize("at", [0, 3, 6], ids=["answer", "because", "by when"])
def test_a_word_that_withdraws_in_a_file_was_refused_where_it_was_typed(opened: OpenSession, word: str, at: int) -> None:
    typing(opened, *WHOLE, "stop")
    play = typing(opened)
    while not play.at(pages.Question).title.startswith("Rule 1 "):
        play.say(None)
    play.say(*[enter] * at, word, "stop", None, "yes")
    assert play.page is None
    if at == 0:
        assert kept(opened) == []
    else:
        assert [(d.because, d.by_when) for d in kept(opened)] == [("", "2027-01-10") if at == 3 else ("You said so.", "")]


def test_before_the_yes_it_was_said_that_nothing_is_kept_where_much_was(opened: OpenSession) -> None:
    """The words serve a file, of which nothing is kept, and typed answers, most of which are; posters come after both."""
    play = typing(opened, *WHOLE, "y", "", "", "", "", "", "soon", "", "", "stop")
    assert [d.answer for d in kept(opened)] == ["changes"]
    first, *_rest = play.at(pages.ToRead).blocks()
    assert (first.title, first.look) == ("Look at this first. It is kept only after a yes.", "alert")
    rows = play.say(None).at(pages.Menu).choices
    assert [(row.id, row.about) for row in rows] == [("no", "Nothing is changed."), ("yes", "The posters come next.")]


def test_a_field_that_is_emptied_is_withdrawn_after_a_yes(opened: OpenSession) -> None:
    typing(opened, *WHOLE, "stop")
    play = typing(opened)
    while not play.at(pages.Question).title.startswith("Rule 1 "):
        play.say(None)
    play.say(enter, enter, "", enter, "stop", None, "yes")
    assert kept(opened)[0].in_spanish == ""
    assert kept(opened)[0].reads == "Ask first."


def test_a_disk_that_refuses_is_told_and_what_was_typed_waits(opened: OpenSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: OpenSession, _taken: object) -> None:
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(OpenSession, "keep_decisions", full)
        play = typing(opened, "y", "stop")
        assert "full" in play.at(pages.Problem).sentence
    play.say(None, None, "yes")
    assert [d.answer for d in kept(opened)] == ["yes"]


def test_typed_in_the_app_the_posters_follow(opened: OpenSession, tmp_path: Path) -> None:
    play = Played(answers(opened, "2026-11-27")).say("type", "y", "stop")
    assert play.at(pages.Question).place == "folder"
    play.say(f"{tmp_path / 'wall'}")
    assert play.at(pages.ToRead).place == "brought"
    assert (tmp_path / "wall" / "poster.docx").is_file()
    play.say(None)
    assert play.at(pages.Menu).place == "answer"


@pytest.mark.parametrize("how", ["hide", "leave"])
def test_hidden_or_left_in_the_middle_what_was_typed_of_a_rule_is_kept(opened: OpenSession, how: str) -> None:
    play = Played(TypedAnswers(opened).until_done()).say("y", "", "", "Because.")
    if how == "hide":
        assert play.hide().at(pages.Question).title.startswith("Rule 2")
    else:
        play.leave()
    assert [(d.answer, d.because) for d in kept(opened)] == [("yes", "Because.")]


def test_the_options_of_a_question_are_named_by_their_letters(opened: OpenSession) -> None:
    cards = opened.read().told_cards
    at = next(n for n, card in enumerate(cards) if is_question(card))
    play = typing(opened, *[""] * at, "y")
    page = play.at(pages.Question)
    assert "A " in page.question
    play.say("b", "stop")
    assert kept(opened)[0].reads == kind_of(cards[at]).options(cards[at])[1].words
