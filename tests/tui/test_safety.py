"""Nobody is exposed, nobody is cornered: hide, support, hand-over, the code, a crash."""

from pathlib import Path

import pytest
from kit import CLOSE, CODE, RESULT, files_of, into_box, on_stage, scale_cards, standing, to_first_card, vote, voting
from textual.widgets import Input

from codesign.course.pages import Problem
from codesign.engine import Engine
from codesign.tui.app import CodesignApp
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.facilitator.confirm import ProblemPage
from codesign.tui.screens.page import text
from codesign.tui.widgets.line import Line

CANARY = "zebra crossing"


async def _at(stage, place: str) -> None:
    """Go to a youth page with an answer and words of this person behind it."""
    if place == "hand-over":
        return
    if place == "before":
        await stage.press("enter")
        return
    await to_first_card(stage)
    await stage.press("2", "w")
    stage.app.screen.query_one(Line).value = CANARY
    if place == "writing":
        return
    await stage.press("enter", "n")
    keys = {
        "card": [],
        "more": ["question_mark"],
        "help": ["f1"],
        "support": ["f2"],
        "stop": ["0"],
        "end": ["enter"],
        "idea": ["enter", "i"],
    }
    await stage.press(*keys[place])
    if place == "idea":
        stage.app.screen.query_one(Line).value = CANARY


YOUTH = ["hand-over", "before", "card", "writing", "more", "help", "support", "stop", "end", "idea"]


@pytest.mark.parametrize("place", YOUTH)
async def test_hide_covers_every_youth_page_and_drops_the_turn(engine: Engine, place: str) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        for key in ("f9", "ctrl+g") if place == "writing" else ("f9",):
            await _at(stage, place)
            await stage.press(key)
            assert isinstance(stage.app.screen, Cover)
            assert stage.text().startswith("Notes")
            assert stage.places() == {"cover"}
            assert CANARY not in stage.everything()
            await stage.press(key)
            assert "Whose turn is it?" in stage.text()
            assert ("can be taken again" in stage.text()) == (place not in ("hand-over", "before")), "only where a turn was on"
            assert CANARY not in stage.everything()


async def test_hide_after_saved_never_says_that_the_answers_are_gone(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await vote(stage, "1")
        await stage.press("f9", "f9")
        assert "gone" not in stage.text()
        assert "1 of about 3 ballots" in stage.text()


async def test_one_enter_on_the_rooms_page_shows_no_comment(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        for _ in range(3):
            await _at(stage, "card")
            await stage.press("enter", "enter")
        await stage.press(*CLOSE, *RESULT, "enter", "enter", "2")
        assert "Turn the screen away" in stage.text()
        assert CANARY not in stage.everything()
        await stage.press(*CODE, "enter")
        assert CANARY in stage.text()


async def test_an_arrow_never_says_yes_to_a_quote(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await _at(stage, "writing")
        await stage.press("enter", "right", "space", "enter")
        assert not stage.app.screen.turn.reply.quote_ok


async def test_a_changed_answer_takes_its_ok_to_quote_with_it(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await _at(stage, "writing")
        await stage.press("enter", "y", "3")
        assert stage.app.screen.turn.reply.text == CANARY
        assert not stage.app.screen.turn.reply.quote_ok


async def test_a_turn_without_an_answer_is_no_ballot(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("0")
        assert "1  Stop. Nothing was answered" in stage.text()
        await stage.press("2")
        assert "Card 1 of 2" in stage.text()
        await stage.press("0", "1")
        assert "Whose turn is it?" in stage.text()
        assert stage.opened.read().in_box == 0


def test_the_environment_cannot_make_the_program_log_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from codesign.cli.common import leave_no_log

    monkeypatch.setenv("TEXTUAL_LOG", "/tmp/keys")
    leave_no_log()
    assert not [name for name in os.environ if name.startswith("TEXTUAL")]


async def test_hide_pressed_twice_in_a_fright_stays_hidden(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), clock=standing) as stage:
        await stage.press("f9", "f9", "f9")
        assert isinstance(stage.app.screen, Cover)


async def test_hide_while_a_ballot_is_being_saved_loses_nothing(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        real = stage.opened.cast

        def slow(sealed: object) -> None:
            stage.app.call_from_thread(stage.app.action_hide)
            real(sealed)

        stage.turns._cast = slow
        await vote(stage, "1")
        assert isinstance(stage.app.screen, Cover)
        assert stage.opened.read().in_box == 1
        await stage.press("f9")
        assert "Saved." in stage.text()


@pytest.mark.parametrize("place", ["hand-over", "before", "card", "writing", "stop", "end"])
async def test_support_is_one_key_away_and_leaves_no_trace(engine: Engine, tmp_path: Path, place: str) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await _at(stage, place)
        before = files_of(tmp_path)
        for key in ("f2", "ctrl+l") if place == "writing" else ("f2",):
            await stage.press(key)
            assert "Dana, office" in stage.text()
            assert "Call 911" in stage.text()
            assert len(stage.app.screen_stack) == 3
            await stage.press(key)
            assert len(stage.app.screen_stack) == 2, "the key closes it again and never stacks"
        assert files_of(tmp_path) == before


async def test_a_break_from_the_support_card_leads_to_the_stop_page(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await _at(stage, "card")
        await stage.press("f2", "0")
        assert "Take a break, or stop here. Nobody asks why." in stage.text()


async def test_the_hand_over_leaves_nothing_of_the_last_person(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await _at(stage, "card")
        await stage.press("enter", "enter")
        assert "Saved." in stage.text()
        assert stage.places() == {"hand-over"}
        assert CANARY not in stage.everything()
        await to_first_card(stage)
        await stage.press("2", "w", "ctrl+z", "ctrl+y", "ctrl+v")
        assert stage.app.screen.query_one(Line).value == ""
        assert stage.app.clipboard == ""
        assert "■" not in stage.text()


async def test_nothing_is_copied_for_the_next_person(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await _at(stage, "writing")
        await stage.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert stage.app.clipboard == ""


@pytest.mark.parametrize("place", ["hand-over", "card", "writing"])
async def test_no_key_quits_or_opens_a_palette_in_youth_hands(engine: Engine, place: str) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await _at(stage, place)
        for key in ("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "q", "ctrl+d", "escape"):
            await stage.press(key)
            assert stage.app.is_running
            assert stage.places() <= {"hand-over", "card"}


async def test_no_facilitator_page_is_mounted_in_youth_hands(engine: Engine) -> None:
    youth = {"hand-over", "before", "card", "note", "end", "stop", "saving", "not-saved"}
    async with on_stage(engine) as stage:
        await stage.press("1", "1")
        for name, value in {"audience": "Boss", "support": "Dana", "code": CODE, "code-again": CODE}.items():
            stage.app.screen.query_one(f"#{name}", Line).value = value
        await stage.press("ctrl+s", "escape", "y", "enter", "3", "1")
        assert stage.places() == {"hand-over"}
        await to_first_card(stage)
        assert stage.places() <= youth


async def test_the_code_stands_before_everything_else(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await stage.press("f", *"000000", "enter")
        assert "That is not the code." in stage.text()
        assert "Next person" not in stage.text()
        assert stage.app.screen.query_one(Input).value == ""
        await stage.press(*CODE, "enter")
        assert "Next person" in stage.text()


async def test_hide_in_facilitators_hands_comes_back_to_the_code(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        into_box(stage, 3)
        await stage.press(*CLOSE, *RESULT)
        assert "What this group said" in stage.text()
        await stage.press("f9")
        assert stage.places() == {"cover"}
        await stage.press("f9")
        assert "Facilitator's code" in stage.text()
        assert "What this group said" not in stage.everything()


async def test_a_crash_shows_nobodys_words(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    class Breaking(CodesignApp):
        def action_help(self) -> None:
            words = CANARY
            raise RuntimeError(f"broke on {words}")

    app = Breaking()
    app.begin = lambda: app.go(lambda: ProblemPage(Problem(title="Title", sentence="A sentence."), print, app))
    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            await pilot.press("f1")
    app._print_error_renderables()
    shown = capsys.readouterr()
    assert "Every ballot that showed" in shown.out + shown.err
    assert CANARY not in shown.out + shown.err


def test_a_text_that_is_handed_in_is_never_parsed() -> None:
    assert text("[@click=app.quit]tap[/]").content.plain == "[@click=app.quit]tap[/]"
