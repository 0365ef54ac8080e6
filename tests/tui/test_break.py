"""No unfinished turn opens to the next hand: breaks, walking off, and the facilitator's two choices."""

import time
from collections.abc import Awaitable, Callable

import pytest
from kit import CODE, Stage, scale_cards, to_first_card, voting

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.kinds.choice import choice_options
from codesign.core.turn_break import IDLE_AFTER
from codesign.engine import Engine
from codesign.tui.screens.cover import Cover
from codesign.tui.widgets.answers import Answers

NOTED = Card(id="N-1", kind="scale", rule="A hard rule", content_note="private pictures")
CHOICE = Card(id="C-1", kind="choice", rule="When?", options=choice_options(["Early", "Late", "Something else"]))


class Hand:
    """A clock that a test moves on; every look at it is a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


async def wait(stage: Stage, clock: Hand, seconds: float = IDLE_AFTER) -> None:
    clock.now += seconds
    stage.app.look_for_idle()
    await stage.settle()


def watched(stage: Stage) -> list[Ballot]:
    """Every ballot that is sealed from now on, as it was before."""
    seen: list[Ballot] = []
    turns = stage.turns
    real = turns._seal
    turns._seal = lambda ballots: (seen.extend(ballots), real(ballots))[1]
    return seen


async def on_a_break(stage: Stage) -> None:
    await to_first_card(stage)
    await stage.press("2", "a", "enter", "0", "3", *"407", "enter")


async def decide(stage: Stage, key: str) -> None:
    await stage.press("f", *CODE, "enter", key)


async def test_a_break_shows_no_answer_and_opens_with_its_number(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        for gone in ("A rule", "Could work", "Card 2", "Different hours"):
            assert gone not in stage.everything() + stage.text()
        await stage.press(*"407")
        assert "4" not in stage.text().replace("F4", "")
        await stage.press("enter")
        assert "Card 2 of 3" in stage.text()
        await stage.press("left")
        assert stage.app.screen.query_one(Answers).chosen == "could"
        assert "■ a" in stage.text()


async def test_three_wrong_numbers_lock_a_break_and_the_right_one_opens_it_no_more(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        for left in ("2 more tries", "1 more try"):
            await stage.press(*"111", "enter")
            assert left in stage.text()
        await stage.press(*"111", "enter", *"407", "enter")
        assert "Three numbers were wrong" in stage.text()
        assert "Card" not in stage.text()


@pytest.mark.parametrize("locked", [False, True])
async def test_the_facilitator_puts_a_break_in_unseen(engine: Engine, locked: bool) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        seen = watched(stage)
        await on_a_break(stage)
        if locked:
            await stage.press(*([*"111", "enter"] * 3))
        await stage.press("f", *CODE, "enter")
        for gone in ("A rule", "Could work", "Close the round", "Next person"):
            assert gone not in stage.everything() + stage.text(), "first the turn, and nothing of it"
        assert ("Leave it covered" in stage.text()) is not locked
        await stage.press("1")
        assert "1 of about 3 ballots" in stage.text()
        assert stage.opened.read().in_box == 1
        assert [b.answers for b in seen] == [{"R-1": "could", "R-2": "not_reached", "R-3": "not_reached"}]


async def test_the_facilitator_throws_a_break_away_or_leaves_it(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        await decide(stage, "3")
        assert "Type your number" in stage.text()
        await decide(stage, "2")
        assert "Throw this turn away?" in stage.text()
        await stage.press("n", "2", "y")
        assert "0 of about 3 ballots" in stage.text()
        assert stage.opened.read().in_box == 0


async def test_a_wrong_code_or_going_back_leaves_the_turn_covered(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        await stage.press("f", *"000001", "enter", "escape")
        assert "Type your number" in stage.text()


async def test_hide_over_a_covered_turn_does_not_throw_it_away(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        await stage.press("f9")
        assert isinstance(stage.app.screen, Cover)
        await stage.press("f9", *"407", "enter")
        assert "Card 2 of 3" in stage.text()


async def to_end(stage: Stage) -> None:
    await stage.press("1", "enter", "1", "enter", "enter", "1", "enter")


PAGES: dict[str, Callable[[Stage], Awaitable[None]]] = {
    "card": lambda stage: stage.press("1"),
    "next card": lambda stage: stage.press("1", "enter"),
    "line": lambda stage: stage.press("1", "w", *"hello"),
    "quote": lambda stage: stage.press("1", "w", *"hello", "enter"),
    "stop": lambda stage: stage.press("1", "0"),
    "throw": lambda stage: stage.press("1", "0", "2"),
    "number": lambda stage: stage.press("1", "0", "3", "1"),
    "more": lambda stage: stage.press("1", "question_mark"),
    "support": lambda stage: stage.press("1", "f2"),
    "help": lambda stage: stage.press("1", "f1"),
    "note": lambda stage: stage.press("1", "enter", "1", "enter"),
    "end": to_end,
    "idea": lambda stage: _after(to_end(stage), stage, "i", *"hello"),
    "idea quote": lambda stage: _after(to_end(stage), stage, "i", *"hello", "enter"),
}


async def _after(first: Awaitable[None], stage: Stage, *keys: str) -> None:
    await first
    await stage.press(*keys)


async def test_every_page_of_a_turn_covers_itself_after_three_idle_minutes(engine: Engine) -> None:
    clock = Hand()
    async with voting(engine, (*scale_cards(2), NOTED), clock=clock) as stage:
        for page, come in PAGES.items():
            stage.enter(stage.opened)  # the next turn; what the facilitator's keys do is tested above
            await stage.settle()
            seen = watched(stage)
            await to_first_card(stage)
            await come(stage)
            await wait(stage, clock, IDLE_AFTER - 30)
            assert stage.app.page.place != "locked"
            await wait(stage, clock, 60)
            assert "No key was pressed" in stage.text(), page
            for gone in ("A rule", "hello", "Card", "A hard", "pictures"):
                assert gone not in stage.everything() + stage.text(), page
            stage.turns.put_in()
            words = [r.text for r in seen.pop().remarks if r.text]
            assert words == (["hello"] if "quote" in page else []), "a line in the making is dropped"


async def test_a_key_that_comes_too_late_finds_the_page_covered(engine: Engine) -> None:
    clock = Hand()
    async with voting(engine, (CHOICE, *scale_cards(1)), clock=clock) as stage:
        await to_first_card(stage)
        await stage.press("a", "enter")
        clock.now += IDLE_AFTER
        await stage.press("1")
        assert "No key was pressed" in stage.text()


async def test_an_empty_turn_that_was_left_looked_like_none_on_the_screens(engine: Engine) -> None:
    clock = Hand()
    shown = []
    async with voting(engine, scale_cards(2), clock=clock) as stage:
        for keys in ((), ("1",), ("0",), ("1", "0")):
            await to_first_card(stage)
            await stage.press(*keys)
            await wait(stage, clock)
            shown.append(stage.text())
            await stage.press("f", *CODE, "enter")
            shown.append(stage.text())
            await stage.press("2", "y", "1")
        await to_first_card(stage)
        await wait(stage, clock)
        await decide(stage, "1")
        assert "1 of about 3 ballots" in stage.text()
    assert "No key was pressed" in shown[0]
    assert set(shown) == {*shown[:2]}


async def test_between_turns_and_under_hide_nothing_is_covered(engine: Engine) -> None:
    clock = Hand()
    async with voting(engine, scale_cards(2), clock=clock) as stage:
        await wait(stage, clock)
        assert "Whose turn is it?" in stage.text()
        await to_first_card(stage)
        await stage.press("1", "f9")
        await wait(stage, clock)
        assert isinstance(stage.app.screen, Cover)
        await stage.press("f9")
        assert "The answers so far are gone" in stage.text()


async def test_the_facilitators_choice_left_alone_goes_back_under_the_cover(engine: Engine) -> None:
    clock = Hand()
    async with voting(engine, scale_cards(2), clock=clock) as stage:
        await to_first_card(stage)
        await stage.press("1")
        await wait(stage, clock)
        await stage.press("f", *CODE, "enter")
        assert "unseen" in stage.text()
        await wait(stage, clock)
        assert "No key was pressed" in stage.text()


async def test_skipped_at_its_note_and_reached_again_a_hard_card_shows_its_note_again(engine: Engine) -> None:
    async with voting(engine, (*scale_cards(1), NOTED)) as stage:
        await to_first_card(stage)
        await stage.press("1", "enter", "4", "left")
        assert "The next rule is about private pictures." in stage.text()
        assert "A hard rule" not in stage.text()
        await stage.press("left")
        assert "Card 1 of 2" in stage.text(), "nobody is cornered at a note"
        await stage.press("enter", "enter", "3", "enter", "left")
        assert "A hard rule" in stage.text(), "answered, so not asked again"


async def test_the_picks_stand_beside_all_three_answers_in_the_same_place(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        shapes = set()
        for key in "123":
            await stage.press(key)
            lines = stage.lines()
            shapes.add((tuple((n, line.index("□")) for n, line in enumerate(lines) if "□" in line), lines[-1]))
        assert len(shapes) == 1


async def test_hidden_while_a_turn_was_put_in_the_menu_came_back_without_the_code(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await on_a_break(stage)
        real = stage.opened.cast

        def slow(sealed: object) -> None:
            stage.app.call_from_thread(stage.app.action_hide)
            time.sleep(0.2)  # the cover is on the screen before the disk has answered
            real(sealed)

        stage.turns._cast = slow
        await decide(stage, "1")
        assert isinstance(stage.app.screen, Cover)
        await stage.press("f9")
        assert "Whose turn is it?" in stage.text()
        assert "Next person" not in stage.everything()
        assert stage.opened.read().in_box == 1


async def test_the_cover_of_a_break_told_who_reads_spanish(engine: Engine) -> None:
    async with voting(engine, scale_cards(3)) as stage:
        await to_first_card(stage)
        await stage.press("f4", "2", "enter", "0", "3", *"407", "enter")
        assert "Somebody is taking a break." in stage.text()


async def test_the_question_before_a_turn_is_thrown_away_stayed_open_to_anybody(engine: Engine) -> None:
    clock = Hand()
    async with voting(engine, scale_cards(3), clock=clock) as stage:
        await on_a_break(stage)
        await decide(stage, "2")
        assert "Throw this turn away?" in stage.text()
        await wait(stage, clock)
        assert "Somebody is taking a break." in stage.text()


async def test_a_break_was_offered_only_once_something_was_answered(engine: Engine) -> None:
    """So that a covered turn told the room that its person had answered."""
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("0", "3", *"407", "enter")
        assert "Somebody is taking a break." in stage.text()
        await stage.press(*"407", "enter")
        assert "Card 1 of 2" in stage.text()
