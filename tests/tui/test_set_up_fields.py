"""Set-up's fields: a choice is chosen, a number and a day go up and down, and what stands there gives way to what is typed."""

from datetime import date
from functools import partial

import pytest
from kit import on_stage
from msgspec.structs import replace

from codesign.course.set_up_form import CODE_AGAIN, LABELS
from codesign.engine import Engine
from codesign.tui.screens.facilitator.set_up import Field
from codesign.tui.widgets.fields import ChoiceField
from codesign.tui.widgets.line import Line


@pytest.mark.parametrize("size", [(40, 15), (80, 24)], ids=str)
async def test_a_choice_was_a_text_box_and_a_default_had_to_be_rubbed_out(engine: Engine, size: tuple[int, int]) -> None:
    async with on_stage(engine, size=size) as stage:
        plan = engine.plan("starter")
        today = engine.today()
        stage.go(partial(stage.home._set_up, plan))
        await stage.settle()
        await stage.press("tab", *"Jan 5")
        assert date(today.year + 1, 1, 5).strftime("%a January 5, %Y") in " ".join(stage.text().split())
        await stage.press("up")
        assert stage.app.screen.query_one("#answer-by", Line).value == f"{today.year + 1}-01-06"
        await stage.press("tab", "tab", "down", "up", "up")
        assert stage.app.screen.query_one("#expected", Line).value == "2"
        await stage.press("tab", "tab", "tab", "5", "enter", "right", "left", "s")
        chosen = {field.id: field.value for field in stage.app.screen.query(ChoiceField)}
        assert chosen == {"numbers-from": "5", "language": "es"}
        assert "● Spanish" in stage.text()
        await stage.press("f9", "f9")
        chosen = {field.id: field.value for field in stage.app.screen.query(ChoiceField)}
        assert chosen == {"numbers-from": "5", "language": "es"}, "hidden, it comes back filled in"


@pytest.mark.parametrize("size", [(40, 15), (80, 24)], ids=str)
async def test_what_was_wrong_stood_far_from_its_field(engine: Engine, size: tuple[int, int]) -> None:
    """In the order of the page, so that the first of them is always the one that is told of."""
    async with on_stage(engine, size=size) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        wrong = {"code": "12", "expected": "many", "answer-by": "13/13", "title": ""}
        for name, value in wrong.items():
            stage.app.screen.query_one(f"#{name}", Line).value = value
            await stage.press("ctrl+s")
            for _ in range(9):  # the page scrolls to it once it is laid out
                if any(row.strip().startswith("!") for row in stage.lines()):
                    break
                await stage.settle()
            rows = [row.strip() for row in stage.lines() if row.strip()]
            sentence = next(n for n, row in enumerate(rows) if row.startswith("!"))
            assert "▌" in rows[sentence - 1], f"{name}:\n{stage.text()}"
            assert stage.app.focused is stage.app.screen.query_one(f"#{name}")
            stage.app.screen.query_one(f"#{name}", Line).value = ""


async def test_on_a_large_screen_what_was_wrong_stood_with_the_next_field(engine: Engine) -> None:
    async with on_stage(engine, size=(120, 40)) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        stage.app.screen.query_one("#expected", Line).value = "many"
        await stage.press("ctrl+s")
        await stage.until_shown("! About how many")
        rows = [row.strip() for row in stage.lines()]
        at = next(n for n, row in enumerate(rows) if row.startswith("!"))
        assert rows[at - 1].startswith("About how many")
        assert rows[at + 1] == ""


@pytest.mark.parametrize(("region", "example"), [("en-US", "12/24/2026"), ("en-GB", "24/12/2026"), ("", "24/12/2026")])
async def test_the_example_of_a_date_was_american_everywhere(engine: Engine, region: str, example: str) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, replace(engine.plan("starter"), region=region)))
        await stage.until_shown("due on")
        answer_by = stage.app.screen.query_one("#answer-by", Line)
        answer_by.value = ""
        await stage.until_shown(example)
        assert str(answer_by.placeholder) == example


async def test_a_long_weekday_wrapped_its_row(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        stage.app.screen.query_one("#answer-by", Line).value = f"{engine.today().year + 1}-09-22"
        await stage.settle()
        row = next(row for row in stage.lines() if "due on" in row)
        assert f"September 22, {engine.today().year + 1}" in row


async def test_a_tab_too_many_put_the_code_in_the_title(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        stage.app.screen.query_one("#code-again", Line).focus()
        await stage.press("tab", *"135790")
        assert stage.app.screen.query_one("#code-again", Line).value == "135790"
        assert "135790" not in stage.text()


@pytest.mark.parametrize(("was_at", "comes_to"), [("code", "code"), ("code-again", "code"), ("support", "support")])
@pytest.mark.parametrize("away", [("ctrl+r", "escape"), ("f9", "f9")], ids="-".join)
async def test_back_from_the_cards_a_code_was_typed_into_the_first_line(
    engine: Engine, was_at: str, comes_to: str, away: tuple[str, str]
) -> None:
    """What is typed on lands where it was going, and takes the place of nothing."""
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        stage.app.screen.query_one("#support", Line).value = "Dana"
        stage.app.screen.query_one(f"#{was_at}", Line).focus()
        await stage.settle()
        await stage.press(*away, *"135790")
        found = {name: stage.app.screen.query_one(f"#{name}", Line).value for name in ("audience", "support", "code")}
        assert found == {
            "audience": "",
            "support": "Dana",
            "code": "",
            comes_to: {"support": "Dana"}.get(comes_to, "") + "135790",
        }


async def test_the_way_back_to_a_line_stood_nowhere(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        await stage.press("tab", "shift+tab")
        assert stage.app.focused is stage.app.screen.query_one("#audience", Line)
        await stage.press("f1")
        assert "Shift+Tab  The line before" in stage.text()


async def test_the_key_bar_of_the_set_up_left_out_where_esc_leads(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        assert "Tab Next Ctrl+R Cards Ctrl+S Start Esc Back " in stage.text()


async def test_a_question_was_asked_in_plain_lines_alone(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        stage.go(partial(stage.home._set_up, engine.plan("starter")))
        await stage.settle()
        asked = [field._label for field in stage.app.screen.query(Field)]
        assert asked == [*LABELS.values(), "Your code, six digits", CODE_AGAIN]
