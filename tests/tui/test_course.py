"""The facilitator's way through a session, and the corners where somebody could have got stuck."""

import threading
from pathlib import Path

import pytest
from kit import CLOSE, CODE, RESULT, Stage, into_box, on_stage, scale_cards, to_first_card, vote, voting
from textual import screen as textuals_screen

from codesign.core.card import Card
from codesign.core.errors import CodesignError, NotSaved
from codesign.core.kinds import KINDS
from codesign.core.kinds.scale import Scale
from codesign.core.session import Setup
from codesign.documents.write import FORMATS
from codesign.engine import Engine


def record(engine: Engine, title: str, *, drop: bool = False) -> Path:
    plan = engine.plan("fifteen-minutes")
    opened = engine.start(plan, Setup(title=title, day="2026-11-24"), plan.thresholds)
    if drop:
        opened.drop_round()
    opened.leave()
    return opened.path


async def closed(stage: Stage) -> None:
    into_box(stage, 3)
    await stage.press(*CLOSE, *RESULT)


async def test_every_page_after_the_close_has_a_way_home(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await closed(stage)
        assert "What this group said" in stage.text()
        await stage.press("enter")
        assert "Did we get it right?" in stage.text()
        await stage.press("escape")
        assert "5 of 6" in stage.text()
        await stage.press("3", "3", *CODE, "enter")
        assert "Where shall the summary go?" in stage.text()
        await stage.press("escape")
        assert "6 of 6" in stage.text()
        await stage.press("1")
        assert "How you will hear" in stage.text()
        await stage.press("enter", "5")
        assert "Start a session" in stage.text()
        assert "Go on with" in stage.text(), "no summary was written"
        await stage.press("1", *CODE, "enter")
        assert "6 of 6" in stage.text()


async def test_a_dropped_session_does_not_stand_before_a_paused_one(engine: Engine) -> None:
    record(engine, "Dropped", drop=True)
    record(engine, "Paused")
    async with on_stage(engine) as stage:
        assert "Go on with “Paused”" in stage.text()
        assert "Dropped" not in stage.text()


async def test_a_slip_in_the_own_help_lines_is_told_and_support_opens_all_the_same(engine: Engine) -> None:
    engine.places.data.mkdir(parents=True, exist_ok=True)
    (engine.places.data / "helplines.toml").write_text("[[line]\n", encoding="utf-8")
    async with on_stage(engine) as stage:
        await stage.press("f2")
        assert "Call 911" in stage.text()
        assert "988" in stage.text()
        await stage.press("escape", "1", "1")
        assert "came with the program are shown" in stage.text()


async def test_a_record_without_a_code_asks_for_one_twice(engine: Engine) -> None:
    record(engine, "By script")
    async with on_stage(engine) as stage:
        await stage.press("1")
        assert "no facilitator's code yet" in stage.text()
        await stage.press(*"12345", "enter")
        await stage.press(*"12345", "enter")
        assert "six digits" in stage.text()
        await stage.press(*CODE, "enter", *"135799", "enter")
        assert "not the same" in stage.text()
        await stage.press(*CODE, "enter", *CODE, "enter")
        words = stage.text()
        assert "Four words" in words
        await stage.press("f9", "f9")
        assert "Facilitator's code" in stage.text()
        await stage.press(*CODE, "enter")
        assert stage.text() == words, "Hide was the end of them"
        await stage.press("enter", "escape")
        assert stage.text() == words, "no key but the one that says so leaves them"
        await stage.press("y")
        assert "1 of 6" in stage.text()
        await stage.press("3", "1")
        assert "Whose turn is it?" in stage.text(), "nothing went on: nobody has voted"


async def test_hide_lifted_while_a_ballot_is_being_saved_never_says_that_it_is_gone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(textuals_screen, "UPDATE_PERIOD", 1 / 60)  # by the clock, as nothing settles while it is being saved
    async with voting(engine, scale_cards(1)) as stage:
        go_on = threading.Event()
        real = stage.opened.cast

        def slow(sealed: object) -> None:
            go_on.wait(10)
            real(sealed)

        stage.turns._cast = slow
        await to_first_card(stage)
        await stage.press("1", "enter")
        stage.app.screen.action_done()
        await stage.pilot.pause(0.05)
        for _ in range(2):
            stage.app.action_hide()
            await stage.pilot.pause(0.05)
        seen = stage.text()
        go_on.set()
        await stage.settle()
        assert "Saving" in seen
        assert "gone" not in seen
        assert "Saved." in stage.text()
        assert stage.opened.read().in_box == 1


async def test_a_code_that_could_not_be_kept_leaves_no_session_behind(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from codesign.store.code import Code
    from codesign.tui.widgets.line import Line

    def full(self: Code, code: str, words: str) -> None:
        raise NotSaved("Not saved: the disk is full.")

    async with on_stage(engine) as stage:
        await stage.press("1", "1")
        for name, value in {"audience": "Boss", "support": "Dana", "code": CODE, "code-again": CODE}.items():
            stage.app.screen.query_one(f"#{name}", Line).value = value
        monkeypatch.setattr(Code, "set", full)
        await stage.press("ctrl+s", "escape")
        assert "the disk is full" in stage.text()
        assert all(getattr(session, "phase", "") == "empty" for _path, session in engine.records())


async def test_a_demo_that_cannot_start_is_told(engine: Engine) -> None:
    async with on_stage(engine) as stage:

        def fails() -> object:
            raise CodesignError("Not saved: the disk is full.")

        stage.start_demo = fails
        await stage.press("2")
        assert "the disk is full" in stage.text()
        await stage.press("enter")
        assert "Start a session" in stage.text()


async def test_a_rule_of_wide_letters_is_never_cut(engine: Engine) -> None:
    wide = "電話" * 40
    cards = (Card(id="R-1", kind="scale", rule="Short"), Card(id="R-2", kind="scale", rule=wide))
    async with voting(engine, cards) as stage:
        await to_first_card(stage)
        await stage.press("1", "enter")
        assert stage.text().count("電") == 40


async def test_a_new_kind_is_one_new_piece(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Mood(Scale):
        name = "mood"
        has_picks = False

    monkeypatch.setitem(KINDS, "mood", Mood())
    async with voting(engine, (Card(id="M-1", kind="mood", rule="A rule"),)) as stage:
        await vote(stage, "1")
        into_box(stage, 4)
        stage.opened.close_round()
        assert stage.opened.read().shown("M-1").label == "more-for"
        assert len(stage.opened.write_summary(tmp_path / "out")) == len(FORMATS) + 4
