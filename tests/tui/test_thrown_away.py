"""Answers are thrown away only after one question, and the next person is never told that they were; a round is closed only
where it can be."""

import pytest
from kit import CODE, Stage, into_box, scale_cards, to_first_card, voting

from codesign.core.errors import NotSaved
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession


async def fresh(engine: Engine) -> str:
    """What the first person of a session sees."""
    async with voting(engine, scale_cards(3)) as stage:
        return stage.text()


@pytest.mark.parametrize("no", ["n", "escape"])
async def test_two_at_stop_threw_a_turn_away_at_once(engine: Engine, no: str) -> None:
    nobody = await fresh(engine)
    async with voting(engine, scale_cards(3)) as stage:
        await to_first_card(stage)
        await stage.press("2", "enter", "0", "2")
        assert "Throw your answers away?" in stage.text()
        await stage.press("2", "enter", "1", "3")
        assert "Throw your answers away?" in stage.text(), "no key of the page before throws anything away"
        await stage.press(no, "4", "left")
        assert "Card 1 of 3" in stage.text(), "kept, and gone on with"
        await stage.press("0", "2", "y")
        assert stage.text() == nobody, "the next person learns nothing of it"
        assert stage.opened.read().in_box == 0


async def test_a_held_two_throws_nothing_away(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1", "0")
        await stage.hold("2")
        assert "Throw your answers away?" in stage.text()


async def test_hide_over_the_question_lands_between_two_people(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1", "0", "2", "f9", "f9")
        assert "Whose turn is it?" in stage.text()


async def test_where_nothing_was_answered_nothing_is_asked(engine: Engine) -> None:
    nobody = await fresh(engine)
    async with voting(engine, scale_cards(3)) as stage:
        await to_first_card(stage)
        await stage.press("0", "1")
        assert stage.text() == nobody


async def a_break(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("2", "0", "3", *"407", "enter", "f", *CODE, "enter")


@pytest.mark.parametrize("choice", [["1"], ["2", "y"]], ids=["put in", "thrown away"])
async def test_the_next_person_learnt_what_became_of_a_covered_turn(engine: Engine, choice: list[str]) -> None:
    nobody = (await fresh(engine)).replace("■", "□").replace("1 of", "0 of")
    async with voting(engine, scale_cards(3)) as stage:
        await a_break(stage)
        await stage.press(*choice)
        assert "Next person" in stage.text()
        await stage.press("1")
        assert stage.text().replace("■", "□").replace("1 of", "0 of") == nobody


async def test_a_waiting_ballot_was_given_up_at_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise NotSaved("The disk is full. Make room and try again.")

    monkeypatch.setattr(OpenSession, "cast", refuse)
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1", "0", "1", "f", *CODE, "enter", "2")
        assert "Give the waiting ballot up?" in stage.text()
        await stage.press("n")
        assert "Save the waiting ballot again" in stage.text()
        await stage.press("2", "y")
        assert "Next person" in stage.text()


@pytest.mark.parametrize(("people", "rows"), [(0, 3), (1, 3), (2, 3), (3, 4), (5, 4)])
async def test_closing_was_offered_where_it_is_refused(engine: Engine, people: int, rows: int) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        into_box(stage, people)
        await stage.press("f", *CODE, "enter")
        offered = "Count, then talk" in stage.text()
        assert offered == (rows == 4)
        assert ("“Close the round” comes at 3 ballots" in stage.text()) == (0 < people < 3)
        if offered:
            await stage.press("2", "y", "1")
            assert "Talk first." in stage.text()
