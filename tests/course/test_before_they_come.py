"""Before they come, as values: what is checked and said before the vote, in a session and for a plan nobody has set up."""

from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest
from course_kit import CODE, TURN, at_home, at_step
from msgspec.structs import replace

from codesign.content import bank_cards, help_lines
from codesign.core.card import Card
from codesign.core.hour import hour_of
from codesign.core.next_plan import as_plan
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages, papers_to_print
from codesign.course.before_they_come import before_they_come, how_long
from codesign.course.hour import planned
from codesign.course.pages import Block, ToRead
from codesign.course.say import before_the_vote
from codesign.engine import Engine
from codesign.words import speaking

ROOMS = ("open", "how-only", "needs-money", "")
LINES = help_lines(Path("/nowhere"))
READ_ON = max(line.checked_on for line in LINES.lines)


def cards(*rooms: str) -> tuple[Card, ...]:
    return tuple(Card(id=f"R-{n}", kind="scale", rule=f"A rule {n}.", room=room) for n, room in enumerate(rooms))  # type: ignore[arg-type]


def listed(blocks: list[Block], title: str) -> str:
    return "\n".join(next(block.lines for block in blocks if block.title == title))


def of(engine: Engine, plan: Plan, setup: Setup, today: date = READ_ON, copied_by: str = "") -> list[Block]:
    with engine.start(plan, setup, Thresholds()) as opened:
        session = opened.read()
    as_planned = as_plan(session, session.cards, planned(session))
    return before_they_come(as_planned, LINES, today, copied_by, people=setup.expected, setup=setup)


@pytest.fixture
def prepared(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    with engine.start(plan, filled_in, Thresholds()) as opened:
        opened.code.set(CODE)
        return opened.path


def test_the_honest_time_is_said_with_its_people_and_cards() -> None:
    assert how_long(hour_of(75), 8, 10) == "10 cards, 8 people: about 85 minutes."
    assert how_long(hour_of(75), 1, 1).startswith("1 card, 1 person: about ")
    assert how_long(hour_of(75), 0, 10) == "10 cards: with 8 people about 85 minutes."


def test_nobody_was_told_what_could_not_change(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    """What is open, what is fixed and what the staff should know stands in the bank and reached nobody before the vote."""
    known = {card.id: card for card in bank_cards()}
    plan = replace(plan, cards=(known["WF-2.2"], known["PH-2"], known["YS-2.2"], known["PH-1.2+ZT-1.2"]))
    blocks = of(engine, plan, filled_in)
    assert "a part of cards 1 and 3." in listed(blocks, "Say this before the vote")
    for_staff = listed(blocks, "Card by card, for you alone")
    notes = ((card.staff_note, card.before_vote) for card in (known["WF-2.2"], known["YS-2.2"]))
    for note in chain.from_iterable(notes):
        assert note
        assert note in for_staff
    assert for_staff.count("A part is fixed.") == 2
    assert "Fixed: a filter." in for_staff
    assert " / " in for_staff.splitlines()[-3], "a pair by its two wordings"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("first", ROOMS)
@pytest.mark.parametrize("second", ROOMS)
def test_three_to_six_lines_are_said_before_the_vote(language: str, first: str, second: str) -> None:
    with speaking(language):
        for asked in (cards(first), cards(first, second), cards(*ROOMS, first, second), bank_cards()):
            assert 3 <= len(before_the_vote(asked)) <= 6


def test_what_is_read_aloud_speaks_the_groups_language(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    blocks = of(engine, plan, replace(filled_in, language="es"))
    assert "Votas en" in listed(blocks, "Say this before the vote")
    assert "Nobody is in the room" in listed(blocks, "To check")


def test_a_pair_and_a_ranking_are_no_rules_of_which_nobody_knows_what_can_change(plan: Plan) -> None:
    said = " ".join(before_the_vote([card for card in bank_cards() if card.kind == "pair"]))
    assert "know yet" not in said
    assert "know yet" in " ".join(before_the_vote(cards("")))


def test_that_nobody_answers_yet_is_said_before_they_come(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    named = listed(of(engine, plan, replace(filled_in, support_person="Dana, office", local_line="555")), "To check")
    for words in ("House manager answers youth by 24 December 2026", "Dana, office is there to talk to", "555. Call it"):
        assert words in named
    nobody = listed(of(engine, plan, replace(filled_in, audience="", answer_by="")), "To check")
    assert "Nobody yet answers youth, and the room is told so." in nobody
    assert "Nobody is named to talk to." in nobody
    assert "No day is named" in listed(of(engine, plan, replace(filled_in, answer_by="")), "To check")


def test_help_lines_that_were_read_long_ago_are_named(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    fresh = listed(of(engine, plan, filled_in), "To check")
    assert "Nobody here is known to have tried: 988" in fresh, "looked up is not called"
    assert all(fresh.count(line.name) == 2 for line in LINES.all), "looked up, and never tried"
    old = listed(of(engine, plan, filled_in, READ_ON + timedelta(days=365)), "To check")
    assert "Checked long ago" in old
    assert all(line.name in old for line in LINES.all)
    tried = LINES.tried({line.name: READ_ON for line in LINES.all})
    assert "Somebody here has tried each help line." in listed(before_they_come(plan, tried, READ_ON), "To check")
    one = LINES.tried({"988 Lifeline": READ_ON, "no such line": READ_ON})
    assert "have tried: Runaway" in listed(before_they_come(plan, one, READ_ON), "To check")


def test_a_line_read_in_a_stored_copy_passed_for_one_that_was_looked_up(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    assert "part of a stored copy of a page was read" in listed(of(engine, plan, filled_in), "To check")
    silent = replace(LINES, checked_means="")
    assert "“Looked up” means" not in listed(before_they_come(plan, silent, READ_ON), "To check"), "a list of your own says it"


def test_a_folder_that_is_copied_is_told_again(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    assert "that Dropbox copies" in listed(of(engine, plan, filled_in, copied_by="Dropbox"), "To check")


def test_whoever_came_first_could_write_the_lists_of_our_board(engine: Engine, plan: Plan) -> None:
    assert "whoever comes first sets it" in listed(papers_to_print.listed(engine, plan), "To check")
    engine.house_code().set_with_words("135790")
    assert "whoever comes first" not in listed(papers_to_print.listed(engine, plan), "To check")


@pytest.mark.parametrize(("people", "words"), [(3, "fewer than 5"), (4, "fewer than 5"), (6, ""), (8, ""), (9, "two sessions")])
def test_a_group_that_is_small_or_large_is_told_what_that_means(plan: Plan, people: int, words: str) -> None:
    said = listed(before_they_come(plan, LINES, READ_ON, people=people), "How long it takes").splitlines()
    assert len(said) == (2 if words else 1)
    assert words in said[-1]


def test_a_plan_that_nobody_set_up_leaves_blanks_to_fill_in(plan: Plan) -> None:
    asked = listed(before_they_come(plan, LINES, READ_ON), "To check")
    assert asked.count("____") >= 4
    assert "The code is set" not in asked


# The page


def test_from_the_welcome_to_the_list_to_the_cards_and_back(engine: Engine, prepared: Path) -> None:
    play = at_step(engine, prepared).say("before")
    assert play.at(ToRead).place == "before-they-come"
    assert not play.at(ToRead).speaks
    play.say("cards")
    for n in range(1, 11):
        assert play.at(ToRead).right == f"{n} / 10"
        play.say("on")
    assert play.at(ToRead).place == "before-they-come"
    assert play.say("on").at(pages.Menu).place == "step"


def test_no_staff_note_is_on_a_card_that_is_looked_at(engine: Engine, prepared: Path) -> None:
    play = at_step(engine, prepared).say("before", "cards")
    for card in bank_cards():
        if card.id in ("WF-2.2", "HE-1.3"):
            for note in (card.staff_note, card.before_vote):
                assert note
                assert note not in str(play.at(ToRead).blocks())
    assert "I don't get this one" in str(play.at(ToRead).blocks())


def test_the_list_stood_open_to_whoever_sat_there_after_the_rooms_page(engine: Engine, prepared: Path) -> None:
    play = at_step(engine, prepared).say("welcome", "back", "before")
    assert play.at(pages.Question).place == "code"
    assert play.say(CODE).at(ToRead).place == "before-they-come"
    assert play.hide().at(pages.Question).place == "code"


def test_prepared_today_run_on_tuesday(engine: Engine, prepared: Path) -> None:
    """Left after the set-up, a session is opened with the code on another day at the same step, and its vote begins."""
    at_step(engine, prepared).say("before", "on", "home").leave()
    tuesday = Engine(engine.places, lambda: engine.today() + timedelta(days=7), engine.clock)
    play = at_home(tuesday)
    assert "Nobody has voted yet" in play.at(pages.Menu).choices[0].about
    play.say("go-on", CODE)
    assert play.at(pages.Menu).right.startswith("1 of 6")
    assert play.say("before").at(ToRead).place == "before-they-come"
    play.say("on", "to-vote", "vote", *TURN)
    assert play.at(pages.HandOver).in_box == 1
