"""Keys as keyboards really send them: what must do nothing in youth mode does nothing, and a vote is the one that was meant."""

import re
import threading
from collections.abc import Callable

import catalogue
import pytest
from hostile import ESCAPES
from kit import CODE, Stage, scale_cards, to_first_card, vote, voting
from textual import events
from textual.containers import VerticalScroll

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.kinds.choice import choice_options
from codesign.engine import Engine
from codesign.tui.keyboard.cut import Cutter, Pasted
from codesign.tui.keyboard.known import key_of
from codesign.tui.keys import EVERYWHERE
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.widgets.answers import Answers
from codesign.tui.widgets.line import Line

CHOICE = Card(id="C-1", kind="choice", rule="When?", options=choice_options(["Early", "Late", "Something else"]))
LEAVING = ["ctrl+c", "ctrl+z", "ctrl+q", "ctrl+d", "ctrl+backslash", "ctrl+p", "ctrl+w", "ctrl+n", "ctrl+s"]
SPARE = [f"f{n}" for n in (3, 5, 6, 7, 8, 10, 11, 12)]  # 1, 2, 4 and 9 have a meaning
PLACES = {
    "hand-over": [],
    "card": ["enter", "enter"],
    "picks": ["enter", "enter", "2"],
    "line": ["enter", "enter", "2", "w", "x"],
    "idea": ["enter", "enter", "1", "enter", "b", "enter", "i", "x"],
    "end": ["enter", "enter", "1", "enter", "b", "enter"],
    "support": ["enter", "enter", "f2"],
    "who sees": ["enter", "enter", "f1"],
}
"""Where a young person may be -> the keys that lead there from the hand-over."""


def write(stage: Stage, typed: str) -> None:
    """Bytes as a terminal sends them, all in one read."""
    for cut in Cutter().feed(typed.encode(), 0.0):
        assert not isinstance(cut, Pasted)
        if key := key_of(cut):
            stage.app.post_message(events.Key(key.name, key.character))


async def send(stage: Stage, typed: str) -> None:
    """The same, until all was taken in."""
    write(stage, typed)
    await stage.settle()


def where(stage: Stage) -> tuple[object, ...]:
    """The page, what was answered on it, and the box."""
    screen = stage.app.screen
    turn = screen.now if isinstance(screen, CardPage) else None
    said = (turn.at, turn.reply.code, turn.reply.picks, turn.reply.quote_ok) if turn else None
    return type(screen), len(stage.app.screen_stack), said, stage.opened.read().in_box


@pytest.mark.parametrize("place", PLACES)
async def test_no_key_click_or_paste_leaves_youth_mode_or_answers_for_anybody(engine: Engine, place: str) -> None:
    async with voting(engine, (*scale_cards(1), CHOICE)) as stage:
        await stage.press(*PLACES[place])
        before = where(stage)
        for key in LEAVING + SPARE:
            await stage.press(key)
            assert where(stage) == before, key
        for letter in "abcdefghinqrtvwxyABFIQY":
            stage.app.post_message(events.Key(f"alt+{letter.lower()}", letter))
        await stage.settle()
        assert where(stage) == before, "Alt and a letter"
        if place not in ("line", "idea"):
            stage.app.post_message(events.Paste("1\r2b0fy" + ESCAPES[0] * 40_000))
            await stage.settle()
            assert where(stage) == before, "a paste outside a field"
        for x, y in ((1, 0), (60, 0), (10, 21), (60, 21)):
            await stage.pilot.click(offset=(x, y))
        await stage.settle()
        assert where(stage) == before, "a click beside the answers"
        assert stage.app.is_running
        assert stage.app.clipboard == ""


@pytest.mark.parametrize("place", PLACES)
async def test_a_terminal_kept_f1_for_its_own_manual_and_nobody_saw_who_sees_what(engine: Engine, place: str) -> None:
    """As those of GNOME and Xfce do. The other key opens it from wherever F1 does, and changes as little."""
    async with voting(engine, (*scale_cards(1), CHOICE)) as stage:
        await stage.press(*PLACES[place])
        before = where(stage)
        if place != "who sees":
            await stage.press("ctrl+o")
        assert "Who will see this?" in stage.text()
        await stage.press("ctrl+o")
        assert place in ("support", "who sees") or where(stage) == before


async def test_a_click_on_an_answer_answers_and_casts_nothing(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        for y in range(2, stage.app.size.height - 2, 2):
            await stage.pilot.click(offset=(12, y))
        assert isinstance(stage.app.screen, CardPage)
        assert stage.opened.read().in_box == 0


ONE_READ = {
    "a digit": ("1", 1, "works"),
    "keypad digit, application mode": ("\x1bOq", 1, "works"),
    "keypad 5, application mode": ("\x1bOu", 1, "unclear"),
    "keypad digit, plain": ("3", 1, "doesnt"),
    "keypad digit, as its own key": ("\x1b[57401u", 1, "could"),
    "keypad digit, with Num Lock": ("\x1b[57401;129u", 1, "could"),
    "keypad digit and keypad Enter": ("\x1bOr\x1bOM", 2, "not_reached"),
    "two digits: the last one is meant": ("12", 1, "could"),
    "a digit and Enter": ("2\r", 2, "not_reached"),
    "a held digit": ("1" * 50, 1, "works"),
    "a held Enter without an answer": ("\r" * 50, 1, "not_reached"),
    "AZERTY, top row without Shift": ("&é\"'(-è_çà)=", 1, "not_reached"),
    "AZERTY, top row with Shift": ("2", 1, "could"),
    "arrows and Enter": ("\x1b[B\x1b[B\r", 1, "could"),
    "arrows and Enter, application mode": ("\x1bOA\x1bOA\x1bOA\r", 1, "doesnt"),
    "Alt and a digit": ("\x1b1", 1, "not_reached"),
    "Alt and a digit, as its own key": ("\x1b[49;3u", 1, "not_reached"),
    "Ctrl and a digit": ("\x1b[49;5u", 1, "not_reached"),
    "letters that mean nothing here": ("ABCDEFGKLMOPQRSUVZ", 1, "not_reached"),
}
"""What is typed on the first card of two -> the card that is shown then, and its answer."""


async def test_what_a_keyboard_sends_is_the_answer_that_was_meant_or_none(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        for name, (typed, card, code) in ONE_READ.items():
            stage.enter(stage.opened)  # a person after the other: nothing of the one before is left
            await stage.settle()
            await to_first_card(stage)
            await send(stage, typed)
            page = stage.app.screen
            assert isinstance(page, CardPage), name
            assert (page.now.at + 1, page.now.reply.code) == (card, code), name
        assert stage.opened.read().in_box == 0


CAPS = {"B": "B", "b": "B", "\x1b[98;65u": "B", "\x1b[98;3u": "not_reached", "1": "not_reached"}


@pytest.mark.parametrize("typed", CAPS, ids=ascii)
async def test_letters_of_a_choice_with_caps_lock(engine: Engine, typed: str) -> None:
    async with voting(engine, (CHOICE, *scale_cards(1))) as stage:
        await to_first_card(stage)
        await send(stage, typed)
        assert stage.app.screen.query_one(Answers).chosen == CAPS[typed]


async def test_alt_and_a_letter_is_no_vote_although_a_terminal_sends_the_letter(engine: Engine) -> None:
    async with voting(engine, (CHOICE, *scale_cards(1))) as stage:
        await to_first_card(stage)
        stage.app.post_message(events.Key("alt+b", "b"))
        stage.app.post_message(events.Key("alt+shift+b", "B"))
        await stage.settle()
        assert stage.app.screen.query_one(Answers).chosen == "not_reached"


def watch_box(stage: Stage) -> list[Ballot]:
    """Every ballot that is sealed from now on."""
    sealed: list[Ballot] = []
    turns = stage.turns
    assert turns
    real: Callable[..., object] = turns._seal

    def seal(ballots: list[Ballot]) -> object:
        sealed.extend(ballots)
        return real(ballots)

    turns._seal = seal  # type: ignore[assignment]
    return sealed


async def test_enter_mashed_through_a_whole_turn_casts_only_what_was_meant(engine: Engine) -> None:
    """Every press a new one, which is worse than a held key."""
    async with voting(engine, scale_cards(2)) as stage:
        sealed = watch_box(stage)
        await send(stage, "\r" * 20)
        assert "Card 1 of 2" in stage.text()
        await send(stage, "1" + "\r" * 20)
        assert "Card 2 of 2" in stage.text()
        assert sealed == []
        await send(stage, "3" + "\r" * 20)
        assert [ballot.answers for ballot in sealed] == [{"R-1": "works", "R-2": "doesnt"}]
        assert stage.opened.read().in_box == 1
        await send(stage, "\r" * 20)
        assert len(sealed) == 1, "the next person has answered nothing"


async def test_keys_pressed_while_a_ballot_is_saved_do_nothing(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        turns, go_on, sealed = stage.turns, threading.Event(), watch_box(stage)
        assert turns
        real = turns._cast
        turns._cast = lambda ballot: (go_on.wait(10), real(ballot))[1]  # type: ignore[func-returns-value]
        await to_first_card(stage)
        await send(stage, "1\r")
        stage.app.post_message(events.Key("enter", "\r"))
        while stage.places() != {"saving"}:
            await stage.pilot.pause(0)
        write(stage, "\r1230fFrRiI\x1bOM\x03\x1a\x11")
        await stage.pilot.pause(0)
        assert stage.places() == {"saving"}
        stage.app.post_message(events.Key("f9", None))
        await stage.pilot.pause(0)
        assert stage.places() == {"cover"}
        go_on.set()
        await stage.settle()
        await stage.press("f9")
        assert "Saved." in stage.text()
        assert len(sealed) == stage.opened.read().in_box == 1


async def test_the_next_person_finds_no_highlight_scroll_focus_or_title_of_the_one_before(engine: Engine) -> None:
    long = scale_cards(1, "A rule that goes on and on, line after line, " * 12)
    async with voting(engine, long) as stage:
        title = stage.app.title, stage.app.sub_title
        await to_first_card(stage)
        await stage.press("2", "b", "w", *"secret", "ctrl+a", "ctrl+c", "enter", "y", "pagedown", "down", "down")
        first = stage.app.screen
        assert first.query_one("#rule-scroll", VerticalScroll).scroll_y > 0
        assert first.query_one(Answers).here is not None
        await stage.press("4", "enter", "enter")
        assert "Saved." in stage.text()
        await to_first_card(stage)
        page = stage.app.screen
        assert isinstance(page, CardPage)
        assert page is not first
        assert page.query_one("#rule-scroll", VerticalScroll).scroll_y == 0
        assert page.query_one(Answers).here is None
        assert stage.app.focused is page.query_one(Answers)
        await stage.press("2")
        assert page.now.reply.picks == ()
        assert not page.now.reply.quote_ok
        await stage.press("w", "ctrl+v", "ctrl+z", "ctrl+y", "up", "ctrl+u")
        assert page.query_one(Line).value == ""
        assert (stage.app.title, stage.app.sub_title) == title
        assert "secret" not in stage.everything() + stage.app.clipboard
        await stage.press("f9", "f9", "f", *CODE)
        await stage.press("escape")
        await vote(stage, "1")
        assert stage.opened.read().in_box == 2


def test_a_sentence_named_a_key_that_was_another_by_then() -> None:
    told = {key: message for message in catalogue.wanted() for key in re.findall(r"\bF\d+\b", str(message))}
    assert {*told} == {key.shown for key in EVERYWHERE}, told
