"""The other language by one key, on every page of youth and the room, without losing anything of a turn."""

import re

import pytest
from kit import CLOSE, CODE, RESULT, on_stage, patient, scale_cards, to_first_card, vote, voting
from test_language_sizes import NOTED, fits

from codesign.core.errors import NotSaved
from codesign.core.turn import Turn
from codesign.engine import Engine
from codesign.tui.key_repeat import Held
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.widgets.line import Line, Quote
from codesign.words import language


async def test_the_language_changes_in_the_middle_of_a_line_and_nothing_is_lost(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("2", "b", "g", "w", *"my plug", "left", "left")
        page = stage.app.screen
        line, before = page.query_one(Line), page.turn
        await stage.press("f4")
        assert "¿Algo que agregar?" in stage.text()
        assert "Podría funcionar si…" in stage.text()
        assert "■ b  Si es menos estricta" in stage.text()
        assert "Enter Listo" in stage.text()
        assert "F9  Ocultar" in stage.text()
        assert stage.app.focused is line
        assert (line.value, line.cursor_position) == ("my plug", 5)
        assert stage.app.screen is page
        assert stage.app.screen.turn == before
        await stage.press("X", "enter", "y", "f4")
        assert "OK to quote?" in stage.text()
        assert "○ No   ● Yes" in stage.text()
        assert "■ g  If staff keep it too" in stage.text()
        reply = stage.app.screen.turn.reply
        assert (reply.code, reply.text, reply.quote_ok) == ("could", "my plXug", True)
        assert reply.picks == ("could-less-strict", "could-staff-too")
        await stage.press("f4", "enter", "3", "left")
        assert "Tarjeta 1 de 2" in stage.text()
        assert stage.app.screen.turn.reply == reply


async def test_at_the_question_and_on_a_small_screens_page_of_picks_the_place_is_kept(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), size=(40, 15)) as stage:
        await to_first_card(stage)
        await stage.press("2", "p", "h", "f4")
        assert "■ h  Otra cosa" in stage.text()
        assert stage.app.focused is None
        await stage.press("w", "a", "enter", "f4")
        assert isinstance(stage.app.focused, Quote)
        assert re.search(r"OK to quote\? Some may guess who\s+wrote it\.", stage.text()), (
            "consent is never asked without its question"
        )


async def test_a_page_over_a_card_changes_with_it(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("2", "w", *"hi")
        for key, english, spanish in (
            ("f1", "Who will see this?", "¿Quién verá esto?"),
            ("f2", "No one is told you opened this.", "Abrir esto no avisa a nadie."),
            ("question_mark", "More about this card", "Más sobre esta tarjeta"),
        ):
            await stage.press(*(["escape"] if key == "question_mark" else []), key)
            assert english in stage.text()
            before, focused = stage.app.page.turn, stage.app.page.focused
            await stage.press("f4")
            assert spanish in stage.text()
            await stage.press("escape")
            assert isinstance(stage.app.screen, CardPage)
            assert stage.app.screen.turn == before
            assert stage.app.focused is focused
            assert "Tarjeta 1 de 2" in stage.text()
            await stage.press("f4")


async def test_the_pages_around_the_cards_change_in_place(engine: Engine) -> None:
    async with voting(engine, (NOTED,)) as stage:

        async def both(english: str, spanish: str) -> None:
            assert english in stage.text()
            await stage.press("f4")
            assert spanish in stage.text()
            await stage.press("f4")
            assert english in stage.text()

        await both("Whose turn is it?", "¿A quién le toca?")
        await stage.press("enter")
        await both("Before you start", "Antes de empezar")
        await stage.press("enter")
        await both("The next rule is about looking at phones.", "La siguiente regla es sobre la revisión de celulares.")
        await stage.press("enter", "1", "0")
        await both("1  Put in what I answered.", "1  Entrega lo que contesté.")
        await stage.press("f4", "4", "enter")
        assert stage.app.page.place == "end"
        await stage.press("f4")
        await both("That was the last card.", "Esa fue la última tarjeta.")

        def full(_sealed: object) -> None:
            raise NotSaved("full")

        stage.turns._cast = full
        await stage.press("enter")
        await both("Your ballot is still here", "Tu boleta sigue aquí")
        assert stage.opened.read().in_box == 0


async def test_the_next_person_does_not_learn_what_language_the_one_before_read(engine: Engine) -> None:
    ways = (
        ["0"],
        ["enter", "1", "enter", "enter"],
        ["enter", "1", "0", "1"],
        ["enter", "1", "0", "2", "y"],
        ["enter", "1", "f9", "f9"],
    )
    async with voting(engine, scale_cards(1)) as stage:
        for keys in ways:
            await stage.press("f4", "enter")
            assert "Antes de empezar" in stage.text()
            if keys[0] == "enter":  # it takes more than a screen
                await stage.press("pagedown", "pagedown")
            await stage.press(*keys)
            assert language() == "en", keys
            assert "Whose turn is it?" in stage.text(), keys


async def test_under_the_cover_the_key_does_nothing(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("f4", "f9")
        covered = stage.text()
        await stage.press("f4")
        assert isinstance(stage.app.screen, Cover)
        assert stage.text() == covered
        assert language() == "en"
        await stage.press("f9")
        assert "Whose turn is it?" in stage.text()


@pytest.mark.parametrize(
    "end", [["f9"], ["escape", "enter", "enter"], ["escape", "0", "2", "y"]], ids=["hidden", "saved", "thrown"]
)
async def test_nothing_of_a_turn_is_kept_for_the_key_when_the_turn_is_over(engine: Engine, end: list[str]) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("2", "w", "z", "enter", "n", "f4", "question_mark", "f4", "escape", "f2", "f4")
        await stage.press(*end)
        kept = [cell.cell_contents for cell in getattr(stage.app._make, "__closure__", None) or ()]
        assert not [value for value in kept if isinstance(value, Turn)]
        assert stage.app._make_over is None
        assert (stage.app._make is None) == (end == ["f9"])


async def test_a_held_key_changes_the_language_once(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        stage.app.held = Held(lambda: 0.0)
        await stage.hold("f4")
        assert language() == "es"
        stage.app.held = Held(patient())


async def test_the_facilitators_pages_speak_english_and_the_key_does_nothing_there(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("f4", "f")
        assert "Facilitator's code" in stage.text()
        for keys in (["f4"], ["f2", "f4"], ["escape", "f1", "f4"]):
            await stage.press(*keys)
            assert "F9  Hide" in stage.text()
            assert "F4" not in stage.text()
        await stage.press("escape", *CODE, "enter", "f4")
        assert "Next person" in stage.text()


async def test_the_rooms_result_changes_and_the_record_and_the_summary_stay_english(engine: Engine) -> None:
    cards = engine.plan("starter").cards[:2]
    async with voting(engine, cards) as stage:
        from codesign.core.ballot import Ballot, Remark

        words_of_one = Remark("PH-2", "idea", "a las diez", True)
        ballots = [Ballot({"GA-1": "A", "PH-2": "B"}, (words_of_one,) * (n == 0)) for n in range(5)]
        stage.opened.cast(stage.opened.seal(ballots))
        await stage.press("f4")
        await vote(stage, "b", "b")
        stage.summary_folder = engine.places.data / "out"
        await stage.press(*CLOSE, *RESULT)
        assert "What this group said" in stage.text()
        assert "F4 Español" in stage.text()
        await stage.press("f4")
        fits(stage, "F2  Apoyo")
        assert "Lo más elegido: 30" in stage.text()
        assert stage.opened.read().cards == tuple(cards)
        await stage.press("enter")
        assert "¿Lo entendimos bien?" in stage.text()
        await stage.press("enter", "2")
        assert "Turn the screen away" in stage.text()
        await stage.press(*CODE, "enter", "q", "enter", "3", "enter")
        summary = (engine.places.data / "out" / "summary.md").read_text("utf-8")
        assert "Most picked: 30 minutes" in summary
        assert "a las diez" in summary
        assert "elegido" not in summary


async def test_a_session_can_begin_every_turn_in_spanish(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("1", "1")
        fill = {"audience": "Manager", "support": "Dana", "code": CODE, "code-again": CODE}
        for name, value in fill.items():
            stage.app.screen.query_one(f"#{name}", Line).value = value
        stage.app.screen.query_one("#language").focus()
        await stage.press("right")
        await stage.press("ctrl+s", "escape", "y", "enter")
        assert "Tú decides" in stage.text(), "what is read aloud"
        await stage.press("3", "1")
        assert "¿A quién le toca?" in stage.text()
        assert stage.opened.read().setup.language == "es"
        await stage.press("f4", "enter")
        assert "Who will" in stage.text() or "Before you start" in stage.text(), "English, for this person"
        await stage.press("f9", "f9")
        assert "¿A quién le toca?" in stage.text(), "the next person begins as set up"
        await stage.press("f", *CODE, "enter")
        assert "0 ballots in the box" in stage.text(), "the facilitator's pages stay English"
        await stage.press("enter")
        assert "¿A quién le toca?" in stage.text()
