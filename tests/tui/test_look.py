"""How pages look: goldens a person can read, pictures, contrast, sizes, and hostile words on every page."""

import itertools
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from hostile import ESCAPES, HIDDEN, MARKUP
from kit import CLOSE, CODE, COMMENTS, LARGE, RESULT, AfterVote, Stage, go_on, on_stage, scale_cards, to_first_card, voting
from pictures import GOLDEN, same_as_golden, still
from rich.color import Color, ColorSystem
from rich.segment import Segment
from textual import constants, events
from textual.widgets import Input

from codesign.core.card import Card, Option
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.session import Review
from codesign.core.text import RULE_LIMIT, clean
from codesign.engine import Engine
from codesign.tui.theme import THEMES, themes
from codesign.tui.widgets.line import Line

PHONE = (
    "You keep your own phone. At bedtime you pick where it charges, in your room on silent or in a locker only you can open."
)
SCALE = Card(id="R-1", kind="scale", rule=PHONE, good="Contact.", risk="Lost sleep.")
CHOICE = Card(id="C-1", kind="choice", rule="When?", options=choice_options(["9 pm", "10 pm", "No set time", "Something else"]))
PAIR = Card(
    id="P-1",
    kind="pair",
    rule=QUESTION,
    options=pair_options(
        Option("X", "You keep your phone. At night you choose."), Option("Y", "No phones. Staff take them at the door.")
    ),
)
CARDS = (SCALE, CHOICE, PAIR)

Walk = Callable[[Stage], Awaitable[None]]


async def card(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("2", "b", "g", "w")
    stage.app.screen.query_one(Line).value = "OK if I can charge it near my bed"
    await stage.press("enter", "n")


async def hand_over(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("1", "enter", "a", "enter", "c", "enter", "enter")


async def hide(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("f9")


async def pair(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("1", "enter", "a", "enter", "a")


async def choice(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("1", "enter", "c")


async def before(stage: Stage) -> None:
    await stage.press("enter")


async def support(stage: Stage) -> None:
    await stage.press("f2")


async def helping(stage: Stage) -> None:
    await stage.press("f1")


async def more(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("question_mark")


async def stop(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("0")


async def end(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("1", "enter", "a", "enter", "c", "enter")


async def menu(stage: Stage) -> None:
    await stage.press("f", *CODE, "enter")


async def idea(stage: Stage) -> None:
    await end(stage)
    await stage.press("i", *"wifi", "enter")


async def talk(stage: Stage, part: AfterVote = "talk") -> None:
    from codesign.core.ballot import Ballot, Remark

    words = Remark("R-1", "could", "OK if I can charge it near my bed. Ask 555-014-2222", True, ("could-more-privacy",))
    ballots = [
        Ballot({"R-1": code, "C-1": "B", "P-1": "X"}, (words,) * (n == 0))
        for n, code in enumerate(["could"] * 4 + ["works"] * 3)
    ]
    stage.opened.cast(stage.opened.seal(ballots))
    await stage.to(part)


async def talk_card(stage: Stage) -> None:
    await talk(stage)
    await stage.press("enter", "w", *("space" if c == " " else c for c in "Most want a plug"), "enter")


async def again(stage: Stage) -> None:
    await talk(stage, "again")


async def result(stage: Stage) -> None:
    await talk(stage, "result")


async def review(stage: Stage) -> None:
    await result(stage)
    await stage.press(*COMMENTS)


async def reason(stage: Stage) -> None:
    await review(stage)
    await stage.press("k")


async def theme(stage: Stage) -> None:
    await review(stage)
    await stage.press("t")


async def folder(stage: Stage) -> None:
    await review(stage)
    comment = stage.opened.read().comments[0]
    stage.opened.review(comment.id, Review("theme", theme="wants a plug"))
    stage.summary_folder = Path("group-notes")
    await stage.press("up", "enter", "3")


YOUTH: dict[str, Walk] = {
    w.__name__: w for w in (card, choice, pair, hand_over, hide, before, support, helping, more, stop, end, idea)
}
STAFF: dict[str, Walk] = {w.__name__: w for w in (menu, talk, talk_card, again, result, review, reason, theme)}
CONTRASTS = ("card", "pair", "hand_over", "hide", "support", "menu", "result", "review", "theme")
PICTURES = ("card", "hand_over", "hide", "menu", "talk_card", "result", "review")


@pytest.mark.parametrize("name", [*YOUTH, *STAFF])
async def test_the_page_is_the_golden_one_with_enough_contrast(
    engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("codesign.engine.placed", lambda card, _pick: card)
    async with voting(engine, CARDS, expected=8) as stage:
        await {**YOUTH, **STAFF}[name](stage)
        same_as_golden(GOLDEN / "screens" / f"{name}.txt", stage.text() + "\n")
        if name in PICTURES:
            same_as_golden(GOLDEN / "pictures" / f"{name.replace('_', '-')}.svg", still(stage))
        if name in CONTRASTS:
            await assert_every_letter_has_enough_contrast(stage)


# Sizes


@pytest.mark.parametrize("size", [LARGE, (80, 24), (60, 20), (40, 15)], ids=str)
async def test_every_answer_of_every_kind_is_on_the_screen(engine: Engine, size: tuple[int, int]) -> None:
    async with voting(engine, CARDS, size=size) as stage:
        await to_first_card(stage)
        for keys, next_key in (("12345", "1"), ("ABCD45", "a"), ("ABCD45", "a")):
            text = stage.text()
            for key in keys:
                assert re.search(rf"[○●]\s+{key}\b", text), f"{key} is missing in\n{text}"
            await stage.press(next_key, "enter")


async def test_writing_works_on_a_small_screen(engine: Engine) -> None:
    async with voting(engine, (SCALE,), size=(40, 15)) as stage:
        await to_first_card(stage)
        await stage.press("2", "b")
        assert "■" not in stage.text()
        assert not stage.app.screen.turn.reply.picks, "no pick is taken that nobody can see"
        await stage.press("p", "b")
        assert "■ b" in stage.text()
        await stage.press("w", *"hello")
        assert "hello" in stage.text()
        await stage.press("enter")
        assert "Yes" in stage.text()
        await stage.press("y")
        assert "Could work if..." in stage.text()


SIZES = [(60, 20), (80, 20), (80, 37), (80, 38), (120, 38)]
SIZES += [pytest.param(size, marks=pytest.mark.soak) for size in ((60, 37), (80, 24), (120, 24))]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_line_and_its_question_are_on_the_screen_at_every_size(engine: Engine, size: tuple[int, int]) -> None:
    six = Card(id="C-6", kind="choice", rule="When?", options=choice_options([*"abcde", "Something else"]))
    async with voting(engine, (SCALE, six, PAIR), size=size) as stage:
        await to_first_card(stage)
        for key in ("2", "a", "a"):
            await stage.press(key, "w")
            stage.app.screen.query_one(Line).value = "my words"
            await stage.press("enter")
            for words in ("my words", "OK to quote?", "● No", "○ Yes"):
                assert words in stage.text(), f"{words} is missing in\n{stage.text()}"
            await stage.press("n", "enter")


async def test_nothing_is_learnt_before_the_last_line_of_the_first_page_was_there(engine: Engine) -> None:
    async with voting(engine, (SCALE,), size=(40, 15)) as stage:
        await stage.press("enter")
        seen = stage.text()
        while stage.app.page and stage.app.page.place == "before":
            await stage.press("enter")
            seen += stage.text()
        assert "Call 911" in seen


# Contrast


def _luminance(color: Color) -> float:
    parts = [v / 255 for v in color.get_truecolor()]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Color, b: Color) -> float:
    """WCAG's contrast ratio."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_theme_had_no_colours_on_a_terminal_of_16() -> None:
    assert [theme.name for theme in themes("standard")] == [theme.name for theme in THEMES]


async def each_theme(stage: Stage) -> AsyncIterator[str]:
    """The page as it stands, in one theme after another."""
    for theme in THEMES:
        stage.app.theme = theme.name
        await stage.settle()
        yield theme.name


async def assert_every_letter_has_enough_contrast(stage: Stage) -> None:
    async for theme in each_theme(stage):
        for segment in itertools.chain(*stage.strips()):
            letters = re.sub(r"[\W_]", "", segment.text)
            if letters and segment.style and segment.style.color and segment.style.bgcolor:
                ratio = contrast(segment.style.color, segment.style.bgcolor)
                assert ratio >= 4.5, f"{theme}: {segment.text!r}: {ratio:.2f}"


PALETTES = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    "000000 800000 008000 808000 000080 800080 008080 c0c0c0 808080 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff",
)
"""Of xterm, and of Windows' console today and before Windows 10."""


@pytest.mark.parametrize("name", ["card", "pair", "hand_over", "hide", "menu", "result", "review"])
async def test_a_terminal_of_16_colours_made_letters_unreadable(
    engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measured where they are shown: by the palettes of xterm and of Windows' consoles, which draw bold dark colours bright."""
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "standard")
    async with voting(engine, CARDS) as stage:
        await {**YOUTH, **STAFF}[name](stage)
        async for theme in each_theme(stage):
            grounds = {ground for ground in map(_readable, itertools.chain(*stage.strips())) if ground is not None}
            if name in ("card", "pair", "menu", "review"):
                assert len(grounds) > 1, f"{theme}: what is chosen has no ground of its own"


def _readable(segment: Segment) -> int | None:
    """The ground of letters that can be read by every palette; None where there are no letters."""
    style = segment.style
    if not (re.sub(r"[\W_]", "", segment.text) and style and style.color and style.bgcolor):
        return None
    letters, ground = (c.downgrade(ColorSystem.STANDARD).number or 0 for c in (style.color, style.bgcolor))
    assert [c.downgrade(ColorSystem.WINDOWS).number for c in (style.color, style.bgcolor)] == [letters, ground]
    for palette in ([Color.parse(f"#{c}") for c in p.split()] for p in PALETTES):
        ratio = contrast(palette[letters + 8 * bool(style.bold and letters < 8)], palette[ground])
        assert ratio >= 4.5, f"{segment.text!r}: {letters} on {ground}: {ratio:.2f}"
    return ground


ON_THE_CONSOLE = {*map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))), *"●■▲▼━╌─│╭╮╰╯┃┏┓┗┛←→↑↓•“”‘’…–█░"}
"""What the fonts of the Linux console show that Debian takes for the languages of western Europe (Lat15)."""


@pytest.mark.parametrize("name", ["card", "pair", "hand_over", "hide", "support", "menu", "result", "review", "again"])
async def test_on_the_linux_console_an_empty_box_was_no_sign(
    engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with voting(engine, CARDS) as stage:
        await {**YOUTH, **STAFF}[name](stage)
        assert set(stage.text()) - {"\n"} - ON_THE_CONSOLE == set()


@pytest.mark.parametrize("name", ["card", "pair"])
async def test_without_colour_the_choice_can_still_be_seen(engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with voting(engine, CARDS) as stage:
        await YOUTH[name](stage)
        assert stage.text().count("●") >= 1


# Hostile words


@pytest.mark.parametrize(
    "words", [MARKUP[2], "[$primary]", *map("".join, (ESCAPES, HIDDEN, MARKUP)), "w" * 10_000], ids=map(str, range(6))
)
async def test_words_from_people_are_shown_as_they_are_and_run_nothing(engine: Engine, words: str) -> None:
    shown = clean(words, RULE_LIMIT)
    hostile = Card(id="R-1", kind="scale", rule=shown, good=shown, today=shown, content_note=shown)
    options = choice_options([shown + " a", shown + " b", "Something else"])
    cards = (hostile, Card(id="C-1", kind="choice", rule=shown, options=options), PAIR)
    async with voting(engine, cards) as stage:
        await to_first_card(stage)
        await stage.press("enter", "2", "w")
        stage.app.screen.query_one(Line).post_message(events.Paste(words))
        await stage.settle()
        await stage.press("enter", "n", "question_mark")
        if len(shown) < 40:
            assert shown in stage.text()
        await stage.press("escape")
        for y in range(2, stage.app.screen.size.height, 4):
            await stage.pilot.click(offset=(12, y))
        assert stage.app.is_running
        assert "\x1b" not in stage.text()
        await result(stage)
        await stage.press("enter")
        assert stage.app.is_running


async def test_titles_and_names_from_people_are_shown_as_they_are(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("1", "1")
        values = {
            "title": "[/x] title",
            "audience": "[they] boss",
            "support": "[b]Dana[/]",
            "local-line": "[red]1",
            "code": CODE,
        }
        for name, value in {**values, "code-again": CODE}.items():
            stage.app.screen.query_one(f"#{name}", Input).value = value
        await stage.press("ctrl+s", "escape", "y", "enter", "3", "1", "f2")
        assert "[b]Dana[/]" in stage.text()
        assert "[red]1" in stage.text()
        await stage.press("escape", "enter")
        assert "[they] boss" in stage.text().replace("\n       ", " ")
        await stage.press("f9", "f9", "f", *CODE, "enter")
        assert "[/x] title" in stage.text()


async def test_set_up_says_what_is_missing_and_where(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("1", "1", "ctrl+s")
        assert "six digits" in stage.text()
        fill = {"code": CODE, "code-again": "246810"}
        for name, value in fill.items():
            stage.app.screen.query_one(f"#{name}", Input).value = value
        await stage.press("ctrl+s")
        assert "not the same" in stage.text()
        for name in ("code", "code-again"):
            assert stage.app.screen.query_one(f"#{name}", Input).value == ""
            stage.app.screen.query_one(f"#{name}", Input).value = CODE
        stage.app.screen.query_one("#answer-by", Input).value = "soon"
        await stage.press("ctrl+s")
        assert "12/24/2026" in stage.text()
        stage.app.screen.query_one("#answer-by", Input).value = ""
        for nobody in ("", "  ", "?"):
            stage.app.screen.query_one("#audience", Input).value = nobody
            await stage.press("ctrl+s", "ctrl+s")
            assert "If nobody is known, write: nobody yet." in stage.text().replace("\n       ", " "), "never started without"
            assert stage.app.focused is stage.app.screen.query_one("#audience")
        stage.app.screen.query_one("#audience", Input).value = "Nobody yet."
        await stage.press("ctrl+s")
        assert "No support person" in stage.text()
        assert stage.app.focused is stage.app.screen.query_one("#support")
        stage.app.screen.query_one("#answer-by", Input).value = "12/24/2026"
        await stage.press("ctrl+s", "escape")
        assert stage.opened.read().setup.answer_by == "", "nobody promised it"
        await stage.press("y", "enter", "3", "1")
        assert "Whose turn is it?" in stage.text()
        await stage.press("enter")
        assert "So far nobody is named who will answer you." in stage.everything(), "the room is told so"


async def test_esc_dropped_a_filled_set_up(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("1", "1", *"Maria", "escape")
        assert "Choose a plan" in stage.text()
        await stage.press("2")
        assert stage.app.screen.query_one("#audience", Input).value == "Maria", "the wrong plan costs no line"


def test_no_fstring_is_handed_to_a_widget_that_parses_markup() -> None:
    import ast

    import codesign.tui

    parsing = {"Static", "Label", "Button", "ListItem", "Checkbox", "RadioButton", "OptionList", "notify"}
    for path in Path(codesign.tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in parsing:
                assert not any(isinstance(a, ast.JoinedStr) for a in node.args), f"{path}:{node.lineno}"
                if getattr(node.func, "id", "") == "Static":
                    assert any(k.arg == "markup" for k in node.keywords), f"{path}:{node.lineno}: markup=False is missing"


async def test_an_outcome_is_kept_through_the_pages_to_the_written_summary(engine: Engine, tmp_path: Path) -> None:
    async with voting(engine, CARDS) as stage:
        stage.summary_folder = tmp_path / "out"
        await review(stage)
        assert "0 of 1 read" in stage.text()
        await stage.press("enter")
        assert "still to be read" in stage.text()
        await stage.press("q")
        assert "1 of 1 read" in stage.text()
        await stage.press("enter", "3", "enter")
        assert "The summary is ready." in stage.text()
        checks = {f"youth-check.{f}" for f in ("docx", "html", "es.docx", "es.html")}
        summary = {f"summary.{f}" for f in ("docx", "html", "md", "json", "csv")}
        assert {p.name for p in (tmp_path / "out").iterdir()} == summary | checks
        await go_on(stage)
        assert "Start a session" in stage.text()


async def test_a_fourth_quote_is_refused_with_its_reason(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        from codesign.core.ballot import Ballot, Remark

        ballots = [Ballot({"R-1": "works"}, (Remark("R-1", "works", f"words {n}", True),)) for n in range(6)]
        stage.opened.cast(stage.opened.seal(ballots))
        await stage.press(*CLOSE, *RESULT, *COMMENTS, "q", "q", "q", "q")
        assert "3 of 6 read" in stage.text()
        assert "As much is told" in stage.text()


async def test_a_hidden_set_up_comes_back_as_it_was_filled_in_but_for_the_code(engine: Engine) -> None:
    async with on_stage(engine) as stage:
        await stage.press("1", "1", *"Maria")
        for name, value in {"title": "Wednesday", "support": "Dana", "code": CODE, "code-again": CODE}.items():
            stage.app.screen.query_one(f"#{name}", Input).value = value
        await stage.settle()
        await stage.press("f9")
        assert CODE not in stage.everything()
        await stage.press("f9")
        found = {name: stage.app.screen.query_one(f"#{name}", Input).value for name in ("title", "audience", "support")}
        assert found == {"title": "Wednesday", "audience": "Maria", "support": "Dana"}
        assert stage.app.screen.query_one("#code", Input).value == ""
        await stage.press("escape", "f9", "f9")
        assert "Start a session" in stage.text()
