"""The film in README is of today's screens: the demo, from a card to the result."""

import pytest
from kit import on_stage
from pictures import GOLDEN, Frame, film, same_as_golden

from codesign.demo import CODE
from codesign.engine import Engine

FILM = GOLDEN / "pictures" / "demo.svg"
COMMENT = ("45 if ", "somebody ", "is next")
ANSWERS = {"choice": "b", "scale": "2", "pair": "a", "pick-two": "ac"}


async def test_the_film_is_of_todays_screens(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codesign.engine.placed", lambda card, _pick: card)
    frames: list[Frame] = []
    async with on_stage(engine) as stage:

        async def show(said: str, seconds: float, *keys: str) -> None:
            await stage.press(*keys)
            frames.append(Frame(stage.strips(), said, seconds))

        stage.go(stage.home._demo)
        await stage.settle()
        await show("One laptop, passed from hand to hand", 1)
        await stage.press("enter")
        await show("Youth vote on rules about phones and the internet", 1.5, "enter")
        await show("B: 45 minutes", 0.8, "b")
        await show("W: a comment, only if they want", 0.35, "w")
        for part in COMMENT:
            await show("W: a comment, only if they want", 0.35, *("space" if c == " " else c for c in part))
        await show("Quoted? Only with their yes", 0.8, "enter")
        await show("Quoted? Only with their yes", 0.9, "y")
        await show("Somebody comes in. F9: Hide", 1.8, "f9")
        await show("F9 again: the answers are gone, and the turn begins anew", 1.5, "f9")
        await stage.press("enter", "enter")
        for card in stage.opened.read().round_cards:
            if card.content_note:
                await show("A hard topic is named before its card comes", 0.8)
                await stage.press("enter")
            await show("Alone again: ten cards, and each can be skipped", 0.4, *ANSWERS[card.kind])
            await stage.press("enter")
        await show("Sure? Then into the box", 0.8)
        await show("Sealed in the box, mixed with the others", 1.4, "enter")
        assert "8 of about 8 ballots in the box" in stage.text()
        await stage.press("f", *CODE, "enter", "2", "y", "1", *"rrr", *CODE, "enter", "1", "y")
        await show("The result: phrases, where a number could give somebody away", 3)
        assert "What this group said" in stage.text()
    assert 10 <= sum(frame.seconds for frame in frames) <= 20
    same_as_golden(FILM, film(frames, without_motion=2))
    assert FILM.stat().st_size < 300_000
