"""Typing in paper on the screens: no key of a quick hand is lost, a held key fills no ballot, a key of another card is told."""

from kit import CODE, on_stage
from test_held_key import Clock

from codesign.core.group_notes import GroupNotes
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.core.turn_break import IDLE_AFTER
from codesign.engine import Engine
from codesign.tui.key_repeat import NO_HAND, Held


def made(engine: Engine, filled_in: Setup) -> None:
    plan: Plan = engine.plan("fifteen-minutes")
    with engine.start(plan, filled_in, Thresholds()) as opened:
        opened.code.set(CODE)
        opened.keep_group_notes(GroupNotes(at="vote"))


async def test_a_quick_hand_types_the_same_key_and_a_key_of_another_card_is_told(engine: Engine, filled_in: Setup) -> None:
    made(engine, filled_in)
    async with on_stage(engine) as stage:
        await stage.press("1", *CODE, "enter", "4", "1")
        assert "card 1 of 4" in stage.text()
        await stage.press("1")
        assert "Are paper and screen at the same one?" in " ".join(stage.text().split())
        assert "card 1 of 4" in stage.text()
        await stage.press("b", "1", "1")
        assert "card 4 of 4" in stage.text()
        await stage.press("u", "backspace")
        assert "card 2 of 4" in stage.text()


async def test_a_stack_that_was_typed_in_slowly_was_covered_without_a_word(engine: Engine, filled_in: Setup) -> None:
    made(engine, filled_in)
    clock = Clock()
    async with on_stage(engine, clock=clock) as stage:
        await stage.press("1", *CODE, "enter", "4", "1")
        clock.now += IDLE_AFTER - 5
        stage.app.look_for_idle()
        await stage.settle()
        assert "Still there? Any key keeps this page." in stage.text()
        await stage.press("1")
        assert "Still there?" not in stage.text()
        assert "card 1 of 4" in stage.text()
        clock.now += IDLE_AFTER
        stage.app.look_for_idle()
        await stage.settle()
        assert "card 1 of 4" not in stage.text()


def test_a_held_key_acts_twice_at_most_and_keys_that_came_late_together_all_count() -> None:
    now = [0.0]
    held = Held(lambda: now[0])
    acted = 0
    for at in (0.0, 0.5, *(0.5 + 0.03 * n for n in range(1, 40))):
        now[0] = at
        acted += held.apart("1", at)
    assert acted == 2
    now[0] = 10.0  # the screen was slow: three presses are read in one moment
    assert [held.apart("1", at) for at in (9.0, 9.0 + 2 * NO_HAND, 9.0 + 4 * NO_HAND)] == [True, True, True]
