"""A line of words wraps in a field of four rows; only its look is another one."""

import random

import pytest
from kit import scale_cards, to_first_card, voting
from rich.cells import cell_len
from textual import events

from codesign.engine import Engine
from codesign.tui.widgets.line import Line
from codesign.tui.widgets.wrapped_line import rows_of

LETTERS = [*"abc   ", "日", "é", "\u0301", "\ufe0f", "☺", "👩\u200d👧", "https://a-long-word/"]


def test_every_letter_stands_in_one_row_and_no_row_is_wider_than_the_field() -> None:
    chance = random.Random(7)
    for _ in range(1500):
        words = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(40)))
        width = chance.randrange(3, 24)
        rows = rows_of(words, width)
        assert "".join(words[start:end] for start, end in rows) == words
        assert [start for start, _end in rows[1:]] == [end for _start, end in rows[:-1]]
        for n, (start, end) in enumerate(rows):
            assert start < end or n == len(rows) - 1
            assert cell_len(words[start:end].removesuffix(" ")) < width, (words, width)


def test_words_were_broken_where_a_blank_was() -> None:
    def drawn(words: str) -> list[str]:
        return [words[start:end] for start, end in rows_of(words, 8)]

    assert drawn("one two three") == ["one two ", "three"]
    assert drawn("seventy") == ["seventy"]
    assert drawn("seventy ") == ["seventy ", ""]
    assert drawn("seventyone two") == ["seventy", "one two"]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)], ids=str)
async def test_who_wrote_saw_one_row_of_it(engine: Engine, size: tuple[int, int]) -> None:
    words = "My sister calls at night, and then I need the phone. Staff can keep it in the office until then."
    async with voting(engine, scale_cards(1), size=size) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        line = stage.app.screen.query_one(Line)
        assert line.size.height == 4
        line.post_message(events.Paste(words.replace(" ", "\n", 3)))
        await stage.settle()
        assert line.value == words
        shown = [row.replace("▌", "").strip() for row in stage.lines() if "▌" in row]
        assert " ".join(row for row in shown if row) == words
        await stage.press("up")
        up = line.cursor_position
        assert 0 < up < len(words)
        await stage.press("down", "X")
        assert line.value == f"{words}X"
        await stage.press("up", "up", "up", "up")
        first = line.cursor_position
        assert first < len(shown[0])
        await stage.press("up")
        assert line.cursor_position == first
        await stage.press("escape")
        assert "1   Works for me" in stage.text()
        assert line.size.height == 1


async def test_a_short_row_between_drew_the_cursor_to_its_end(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        line = stage.app.screen.query_one(Line)
        line.post_message(events.Paste(f"{'a' * 60} b {'c' * 61} {'d' * 60}"))
        await stage.settle()
        for keys in (["up"], ["up", "up"], ["up", "up", "up"]):
            await stage.press("end", "left", *keys, *(["down"] * len(keys)))
            assert line.cursor_position == len(line.value) - 1
