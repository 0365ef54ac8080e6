"""After a round: talk first, vote again where it is worth it, and one result of each card. And an idea of one's own."""

import pytest
from kit import AGAIN, CLOSE, CODE, RESULT, Stage, scale_cards, vote, voting

from codesign.core.ballot import Ballot
from codesign.engine import Engine
from codesign.tui.widgets.line import Line

ANSWERS = {"1": "works", "2": "could", "3": "doesnt", "4": "skipped"}


async def closed(stage: Stage, *votes: str) -> None:
    """A round with these ballots too, a digit a card, closed from the screen."""
    cards = stage.opened.read().round_cards
    ballots = [Ballot({card.id: ANSWERS[key] for card, key in zip(cards, keys, strict=True)}) for keys in votes]
    stage.opened.cast(stage.opened.seal(ballots))
    await stage.press(*CLOSE)


async def test_before_the_result_the_room_sees_what_to_talk_about_and_no_more(engine: Engine) -> None:
    async with voting(engine, scale_cards(2), expected=5) as stage:
        await closed(stage, "11", "11", "11", "13", "13")
        assert "Everyone has voted" in stage.text()
        lines = stage.text().splitlines()
        assert [line.strip() for line in lines if "Let's talk" in line or "Moving on" in line] == [
            "○ Moving on",
            "● Let's talk about this one",
        ]
        assert "Split" not in stage.text()
        assert "More for" not in stage.text()
        await stage.press("enter", "enter")
        assert stage.opened.read().told == (), "a stray Enter ends no talk"
        await stage.press(*RESULT)
        assert "What this group said" in stage.text()
        assert stage.opened.read().told == ("R-1", "R-2")


async def test_the_group_votes_again_on_the_marked_cards_and_only_that_vote_is_shown(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await closed(stage, "11", "11", "11", "13", "13")
        await stage.press(*AGAIN)
        assert "A rule 1" not in stage.text(), "the room moves on from it"
        assert "■ A rule 2" in stage.text()
        await stage.press("1", "s")
        assert "Mark at least one card" in stage.text()
        await stage.press("1", "s")
        assert "4 of 6" in stage.text()
        await stage.press("1")
        assert "A second vote, for everybody" in stage.text()
        assert [c.id for c in stage.opened.read().round_cards] == ["R-2"]
        await vote(stage, "1")
        await stage.press("enter")
        assert "A second vote, for everybody" in stage.text(), "the second person is told as well"
        while stage.app.page and stage.app.page.place == "before":
            await stage.press("enter")
        await stage.press("1", "enter", "enter")
        await closed(stage, "1", "1", "1")
        await stage.press("escape", "1", "y")  # no comments were written
        assert stage.text().count("More for than against") == 2
        assert "Split" not in stage.text()
        await stage.press("escape")
        assert "Start a session" in stage.text()


async def test_a_second_vote_was_offered_where_there_was_none_on_the_screens(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), expected=5) as stage:
        await closed(stage, "1", "1", "1", "1", "1")
        assert "No card needs a second vote." in stage.text()
        assert "V  Again" not in stage.text()
        await stage.press(*AGAIN)
        assert "Everyone has voted" in stage.text()
        await stage.press(*RESULT)
        assert "What this group said" in stage.text()


async def test_what_was_told_goes_straight_to_the_result(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await closed(stage, "1", "1", "1", "1", "1")
        await stage.press(*RESULT)
        path = stage.opened.path
        stage.go_home()
        stage.open(path)
        await stage.settle()
        await stage.press(*CODE, "enter")
        assert "5 of 6" in stage.text()
        await stage.press("1")
        assert "What this group said" in stage.text()


async def test_an_idea_goes_in_with_the_ballot_is_read_and_can_be_voted_on(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), expected=5) as stage:
        await stage.press("enter", "enter", "1", "enter", "i")
        assert "An idea of your own" in stage.text()
        await stage.press(*"wifi", "space", *"for", "space", *"all", "enter")
        assert "OK as a card? Some may guess who wrote it." in stage.text()
        assert "OK to quote?" not in stage.text()
        await stage.press("y")
        assert "Your own idea goes in with it" in stage.text()
        assert "wifi" not in stage.text()
        await stage.press("enter")
        assert "Saved." in stage.text()
        await closed(stage, "1", "1", "1", "1")
        await stage.press("c", *CODE, "enter")
        assert "An idea of their own" in stage.text()
        assert "wifi for all" in stage.text()
        await stage.press("q", "enter", "1")
        assert "Everyone has voted" in stage.text()
        await stage.press(*AGAIN)
        assert "■ wifi for all" in stage.text()
        assert "An idea from the group" in stage.text()
        await stage.press("s")
        assert [c.rule for c in stage.opened.read().round_cards] == ["wifi for all"]


@pytest.mark.parametrize(
    ("typed", "line"), [("i want wifi", "I want wifi"), ("I'd like wifi", "I'd like wifi"), ("iwifi", "wifi")]
)
async def test_an_idea_that_was_typed_at_once_lost_its_i(engine: Engine, typed: str, line: str) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("enter", "enter", "1", "enter", *typed)
        assert stage.app.screen.query_one(Line).value == line


async def test_an_idea_can_be_left_empty_or_taken_back(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("enter", "enter", "1", "enter", "i", "enter")
        assert "A rule of your own" in stage.text()
        await stage.press("i", "x", "y", "escape")
        assert "Your own idea goes in with it" in stage.text()
        await stage.press("i", "ctrl+u", "enter", "enter")
        assert "Saved." in stage.text()
        await closed(stage, "1", "1", "1", "1")
        assert stage.opened.read().ideas == ()


async def test_an_idea_with_a_phone_number_gets_the_gentle_question(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("enter", "enter", "1", "enter", "i", *"call 212-555-0142".replace(" ", "_"), "enter")
        assert "Does this point to a person or a place?" in stage.text()
        await stage.press("x", "n")
        await stage.press("i")
        assert "555" not in stage.text()


async def test_pick_two_needs_two_letters_and_says_so(engine: Engine) -> None:
    from codesign.core.card import Card
    from codesign.core.kinds.choice import choice_options

    card = Card(id="T", kind="pick-two", rule="What matters most?", options=choice_options(["a", "b", "c", "d"]))
    async with voting(engine, (card,)) as stage:
        await stage.press("enter", "enter", "b", "enter")
        assert "Pick one more, or 4 to skip." in stage.text()
        await stage.press("d")
        assert stage.text().count("●") == 2
        await stage.press("a")
        assert "Two are picked already" in stage.text()
        await stage.press("b", "c", "enter", "enter")
        assert "Saved." in stage.text()
        await closed(stage, "4", "4")
        assert stage.opened.read().tallies["T"].answered == 0, "what so few answered is not kept"


async def test_the_result_is_asked_for_once_in_the_rooms_language_and_no_goes_back(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), expected=5) as stage:
        await closed(stage, "1", "1", "1", "1", "1")
        await stage.press("r", *CODE, "enter", "1")
        assert "Show the result now?" in stage.text()
        assert "What was shown is not voted on again." in stage.text()
        await stage.press("n")
        assert "5 of 6" in stage.text()
        assert stage.opened.read().told == ()
        await stage.press("1", "f4")
        assert "¿Mostrar el resultado ahora?" in stage.text()
        await stage.press("y")
        assert stage.opened.read().told == ("R-1",)
        assert "Lo que dijo este grupo" in stage.text()


async def test_the_page_of_the_second_vote_says_how_ideas_come_in_and_not_whether_any_wait(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("enter", "enter", "1", "enter", "i", *"wifi", "enter", "n", "enter")
        await closed(stage, "1", "3", "3", "1")
        await stage.press(*AGAIN)
        how = "Ideas of the group can join once their comments are read: go back, and to the comments."
        assert how in " ".join(stage.text().split())
        await stage.press("1")
        assert how in " ".join(stage.text().split())
        await stage.press("escape", "c", *CODE, "enter", "k", "1", "enter", "enter", *AGAIN)
        assert "Vote again" in stage.text()
        assert how in " ".join(stage.text().split()), "read or not"


async def test_on_the_talk_page_the_second_line_of_a_rule_stands_under_the_first(engine: Engine) -> None:
    async with voting(engine, scale_cards(1, "A rule that goes on and on, " * 5)) as stage:
        await closed(stage, "1", "1", "1", "1", "1")
        lines = stage.text().splitlines()
        first = next(n for n, line in enumerate(lines) if "A rule that" in line)
        assert lines[first + 1].strip()
        indents = [len(line) - len(line.lstrip()) for line in lines[first - 1 : first + 2]]
        assert indents == [indents[0], indents[0] + 2, indents[0] + 2]
