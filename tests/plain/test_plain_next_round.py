"""A next round and an idea of one's own, in plain lines."""

from pathlib import Path

from test_plain_session import CLOSE, CODE, SET_UP, by_hand, turns

from codesign.engine import Engine
from codesign.store.shelf import peek

FOUR = ["", "b", "", "1", "", "", "1", "", "", "1", "", "", "yes"]
AGAINST = ["", "b", "", "3", "", "", "1", "", "", "1", "", "", "yes"]
WITH_IDEA = [*FOUR[:-1], "idea", "wifi till midnight", "yes", "yes"]
CLOSED = [*CLOSE, "1"]
"""Up to the page of the talk."""
READ = ["comments", CODE, "q", "done", "1"]
"""From there to the comments and back."""
AGAIN = ["again", CODE]
RESULT = ["result", CODE, "1"]
"""From there to the question before the result, once every comment is read."""


def the_record(engine: Engine) -> Path:
    (path,) = engine.places.records.glob("*.json")
    return path


def test_an_idea_is_cast_read_and_voted_on_in_a_second_round(engine: Engine) -> None:
    people = [WITH_IDEA, AGAINST, AGAINST, FOUR, FOUR]
    second = [*AGAIN, "9", "1 2", "start", "1", "2", "start", "1", *turns([["", "1", "", "", "1", "", "", "yes"]] * 5), *CLOSED]
    printed = by_hand(
        engine, *SET_UP, *turns(people), *CLOSED, *READ, *second, *RESULT, "yes", "home", plan=engine.plan("fifteen-minutes")
    )
    assert "Only the numbers above, please." in printed
    assert "2. It is marked. wifi till midnight. An idea from the group" in printed
    assert "Mark at least one card." in printed
    assert "A second vote, for everybody." in printed
    session = peek(the_record(engine))
    assert [r.cards for r in session.rounds][1] == ("SM-2.2", "IDEA-1")
    assert session.tallies["SM-2.2"].counts["works"] == 5
    assert session.tallies["IDEA-1"].counts["works"] == 5
    assert session.is_told


def test_before_the_result_nothing_but_talk_or_move_on_is_told(engine: Engine) -> None:
    people = [AGAINST, AGAINST, FOUR, FOUR, FOUR]
    printed = by_hand(engine, *SET_UP, *turns(people), *CLOSED, "what", "home", plan=engine.plan("fifteen-minutes"))
    assert printed.count("Let's talk about this one.") == 2, "the page came twice"
    assert "Split" not in printed.split("Whose turn is it")[-1]
    assert peek(the_record(engine)).told == ()


def test_the_result_is_shown_only_on_a_yes(engine: Engine) -> None:
    printed = by_hand(engine, *SET_UP, *turns([FOUR] * 5), *CLOSED, *RESULT, "", "5", plan=engine.plan("fifteen-minutes"))
    assert "Show the result now?" in printed
    assert "What was shown is not voted on again." in printed
    assert "What this group said." not in printed
    assert peek(the_record(engine)).told == ()


def test_where_cards_are_chosen_the_room_was_told_whether_anything_is_unread(engine: Engine) -> None:
    how = "Ideas of the group can join once their comments are read"
    people = turns([WITH_IDEA, AGAINST, AGAINST, FOUR, FOUR])
    plan = engine.plan("fifteen-minutes")
    unread = by_hand(engine, *SET_UP, *people, *CLOSED, *AGAIN, "back", "home", plan=plan)
    assert how in unread
    once_read = by_hand(engine, CODE, "1", *READ, *AGAIN, "back", "home", record=the_record(engine))
    assert "Vote again." in once_read
    assert how in once_read


def test_a_second_vote_was_offered_where_there_was_none_in_lines(engine: Engine) -> None:
    plan = engine.plan("fifteen-minutes")
    printed = by_hand(engine, *SET_UP, *turns([FOUR] * 5), *CLOSED, "again", "home", plan=plan)
    assert "Vote again." not in printed
    assert printed.count("No card needs a second vote.") == 2, "the page came twice"
    assert "again for a second vote" not in printed
