"""Who types words on an answered card writes them: they open the line, and pick or answer nothing without a sign."""

import re

import pytest
from every_page import choice, pair
from kit import HOME, Stage, scale_cards, to_first_card, voting

from codesign.content import bank_cards
from codesign.core.card import Card
from codesign.core.turn import Turn
from codesign.engine import Engine
from codesign.tui.letters import Letters
from codesign.tui.widgets.answers import AnswerRows
from codesign.tui.widgets.line import Line


class Typist:
    """A clock on which time goes by only between two keys."""

    def __init__(self, pace: float) -> None:
        self.pace = pace
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


CARDS = {"scale": scale_cards(1)[0], "choice": choice("C"), "pair": pair("p")}
KEYS = {"scale": "2", "choice": "b", "pair": "b"}
WORDS = ["bad idea", "feels unfair", "2 hours", "10 pm is", "abc is", "Because", "9 pm", "a bed", "é a", "don't", "why not"]
SOME_WORDS = ["bad idea", "10 pm is", "abc is", "don't"]
"""Letters that pick or answer, a number, what means nothing here: all words are tried at one place, these at every one."""


async def to_card(stage: Stage, clock: Typist) -> None:
    clock.now += 9
    await stage.press("enter")
    for _ in range(6):
        clock.now += 9
        if stage.app.page.place == "before":
            await stage.press("enter")


@pytest.mark.parametrize(
    ("kind", "size"), [("scale", HOME), ("scale", (60, 20)), ("scale", (40, 15)), ("choice", (40, 15)), ("pair", HOME)], ids=str
)
async def test_words_typed_on_an_answered_card_go_into_the_line(engine: Engine, kind: str, size: tuple[int, int]) -> None:
    for pace in (0.12, 0.6) if (kind, size) == ("scale", HOME) else (0.12,):
        clock = Typist(pace)
        async with voting(engine, (CARDS[kind],), size=size, clock=clock) as stage:
            await to_card(stage, clock)
            await stage.press(KEYS[kind])
            clock.now += 9
            start = stage.app.screen.now
            for words in WORDS if (kind, size) == ("scale", HOME) else SOME_WORDS:
                if pace > 0.25 and words[:2] in ("10", "wh"):
                    continue  # slower than that they are keys: 1 answers and 0 stops, W opens the line, each with its sign
                for letter in words:
                    clock.now += pace
                    await stage.press({" ": "space"}.get(letter, letter))
                line = stage.app.screen.query_one(Line)
                assert line.value == words
                assert stage.app.focused is line
                assert (stage.app.screen.now.reply.code, stage.app.screen.now.reply.picks) == (start.reply.code, ())
                clock.now += 9
                line.value = ""
                await stage.settle()
                await stage.press("escape")
                clock.now += 9


@pytest.mark.parametrize(
    ("kind", "size"), [("scale", HOME), ("scale", (40, 15)), ("choice", HOME), ("pair", (40, 15))], ids=str
)
async def test_words_typed_on_a_card_without_an_answer_wait_for_one_in_the_line(
    engine: Engine, kind: str, size: tuple[int, int]
) -> None:
    """They did nothing, or their first letter voted and was gone from them."""
    clock = Typist(0.12)
    async with voting(engine, (CARDS[kind],), size=size, clock=clock) as stage:
        await to_card(stage, clock)
        for words in ("why not", "bad idea", "2 hours"):
            for letter in words:
                clock.now += 0.12
                await stage.press({" ": "space"}.get(letter, letter))
            line = stage.app.screen.query_one(Line)
            assert (line.value, stage.app.focused) == (words, line)
            assert words in stage.text()
            assert not stage.app.screen.now.has_answer
            clock.now += 9
            await stage.press("escape")
            clock.now += 9
            assert size != HOME or "they stay out" in stage.text()
            await stage.press(KEYS[kind])
            assert (stage.app.screen.now.has_answer, stage.app.screen.now.reply.text) == (True, words)
            clock.now += 9
            await stage.press("4")
            clock.now += 9
            stage.app.screen.turn = Turn.begin(stage.app.screen.now.cards)
            await stage.settle()


@pytest.mark.parametrize(
    ("keys", "code", "line"), [("2w", "could", ""), ("2why", "could", "hy"), ("why", "not_reached", "why")]
)
async def test_an_answer_and_then_w_at_once_still_answer_and_open_the_line(
    engine: Engine, keys: str, code: str, line: str
) -> None:
    clock = Typist(0.05)
    async with voting(engine, (CARDS["scale"],), clock=clock) as stage:
        await to_card(stage, clock)
        for letter in keys:
            clock.now += 0.05
            await stage.press(letter)
        assert (stage.app.screen.now.reply.code, stage.app.screen.query_one(Line).value) == (code, line)
        assert isinstance(stage.app.focused, Line)


async def test_w_that_led_to_the_line_was_lost_from_its_word(engine: Engine) -> None:
    """On an answered card W opens the line; as the first or the second letter of a word it is one, and after a pause it is
    a key."""
    clock = Typist(0.12)
    async with voting(engine, (CARDS["scale"],), clock=clock) as stage:
        await to_card(stage, clock)
        await stage.press("2")
        for words, pause, kept in [("Why", 0.1, "Why"), ("awful", 0.1, "awful"), ("we", 0.1, "we"), ("wmy", 0.4, "my")]:
            clock.now += 9
            for letter in words:
                await stage.press(letter)
                clock.now += pause
            line = stage.app.screen.query_one(Line)
            assert (line.value, stage.app.screen.now.reply.picks) == (kept, ())
            clock.now += 9
            line.value = ""
            await stage.settle()
            await stage.press("escape")


def typed(letters: str, *, pace: float, means: str = "abcdefgh12345") -> tuple[Turn, str] | None:
    clock = Typist(pace)
    run, turn = Letters(), Turn.begin(scale_cards(1)).answer("could")
    for letter in letters:
        clock.now += pace
        if found := run.words(letter, turn, means=letter in means, at=clock()):
            return found
    return None


@pytest.mark.parametrize("picks", ["a", "ab", "ac", "ah", "aa", "bbbb", "3", "33333", "x", "xxxx"])
@pytest.mark.parametrize("pace", [0.03, 0.2, 0.5, 5])
def test_a_pick_or_two_a_held_key_and_a_single_letter_are_no_words(picks: str, pace: float) -> None:
    assert typed(picks, pace=pace) is None


@pytest.mark.parametrize("keys", ["n1", "x3", "k5"])
@pytest.mark.parametrize("pace", [0.03, 0.3, 0.7])
def test_a_key_pressed_by_mistake_made_a_word_of_the_answer_after_it(keys: str, pace: float) -> None:
    assert typed(keys, pace=pace) is None


def test_digits_of_the_card_before_became_the_words_of_a_comment() -> None:
    assert typed("12", pace=0.1, means="abcdef45") is None
    assert typed("12 hours", pace=0.1, means="abcdef45") == (Turn.begin(scale_cards(1)).answer("could"), "12 ")


@pytest.mark.parametrize("keys", [("l", "escape"), ("l",), ("o", "escape"), ("o", "down"), ("question_mark", "escape")])
async def test_a_key_and_then_an_answer_became_the_words_of_a_comment(engine: Engine, keys: tuple[str, ...]) -> None:
    """A look at Learn, at More, a key pressed by mistake, and half a second later an answer: it answers."""
    clock = Typist(0.5)
    with_learn = next(card for card in bank_cards() if card.id == "GA-1")
    async with voting(engine, (CARDS["choice"] if keys == ("l",) else with_learn,), clock=clock) as stage:
        await to_card(stage, clock)
        for key in (*keys, "b"):
            clock.now += 0.5
            await stage.press(key)
        assert (stage.app.screen.now.reply.code, stage.app.screen.query_one(Line).value) == ("B", "")


@pytest.mark.parametrize("picks", ["abcdefgh", "hgfedcba", "12345"])
def test_picks_and_answers_one_after_another_are_no_words(picks: str) -> None:
    assert typed(picks, pace=0.4) is None


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("means", ["abcdefghpw012345", "abcdw012345", "0w12345"], ids=["picks", "letters", "digits"])
def test_words_are_words_whatever_their_letters_do_on_the_card(words: str, means: str) -> None:
    found = typed(words, pace=0.12, means=means)
    assert found is not None
    assert not found[0].reply.picks
    assert words.startswith(found[1])


@pytest.mark.parametrize("words", ["bad", "cab", "Feed", "10", "xy", "a z"])
def test_what_only_typing_is_fast_enough_for_is_words(words: str) -> None:
    assert typed(words, pace=0.12) is not None


@pytest.mark.parametrize(("letters", "pace"), [("aOr", 0.5), ("aOr", 1.5), ("cOnly", 0.3)])
def test_a_pick_and_then_words_took_the_pick_back_and_spoiled_the_words(letters: str, pace: float) -> None:
    """A letter, read as a pick, and then words that begin with a capital or after a while."""
    found = typed(letters, pace=pace)
    assert found is None or not found[1].startswith(letters[0])


async def test_a_mark_is_drawn_whichever_way_an_answered_card_is_reached(engine: Engine) -> None:
    """At the quote question, then back to a card of another kind, whose rows are made anew."""
    cards: tuple[Card, ...] = (scale_cards(1)[0], choice("C"), pair("p"), scale_cards(2)[1])
    async with voting(engine, cards) as stage:
        await to_first_card(stage)

        def marked() -> list[str]:
            return re.findall(r"●  ?(\w) ", stage.text().partition("OK to quote")[0])

        for at, key in enumerate("1ab3"):
            await stage.press(key, "w", *"hi", "enter")
            assert marked() == [key.upper()]
            if at:
                await stage.press("left")
                assert marked() == ["1ab3"[at - 1].upper()]
                await stage.press("enter")
                assert marked() == [key.upper()]
            else:
                await stage.press("n")
            await stage.press("enter")
        await stage.press("left")
        assert marked() == ["3"]
        assert any("●" in line for line in stage.lines())
        assert stage.app.screen.query(AnswerRows)
