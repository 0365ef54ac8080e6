"""Breaks and walking off in plain lines: a covered turn shows nothing, and opens with its number alone."""

import gc
import os
import pty
import threading

import pytest
from plain_kit import CTRL_C, NOTED, SCALE, Keyboard, OfSession, Paper
from turns_kit import turns_on

from codesign.core.ballot import Ballot
from codesign.core.turn import Turn
from codesign.plain.console import Console, Left, TooLate
from codesign.plain.show import Show

CARDS = [SCALE, NOTED]
TO_BREAK = ["", "", "2", "a", "my words", "yes", "0", "3", "407", "407"]
NOBODY = TooLate


class Sitting:
    """One session's turns, with a script for everybody who sits down; `TooLate` among the lines: nobody typed for a while."""

    def __init__(self, *lines: str | type[BaseException]) -> None:
        self.paper = Paper()
        self.cast: list[Ballot] = []
        self.keys = Keyboard(lines)
        self.show = Show(Console(self.keys, self.paper, "xterm"), OfSession())
        self.turns = turns_on(self.cast, CARDS)

    def until_called(self) -> str:
        start = len(self.paper.getvalue())
        self.show.run(self.turns.until_called())
        return self.paper.getvalue()[start:]

    def more(self, *lines: str | type[BaseException]) -> str:
        self.keys.left = list(lines)
        return self.until_called()


WITHOUT_PICKS = [line for line in TO_BREAK if line != "a"]


def test_a_break_opens_with_its_number_where_it_was_left() -> None:
    sitting = Sitting(*WITHOUT_PICKS, "s", "407", "4", "yes", "f")
    printed = sitting.until_called()
    assert "Somebody is taking a break." in printed
    assert [b.answers for b in sitting.cast] == [{"S-1": "could", "N-1": "skipped"}]
    assert sitting.cast[0].remarks[0].text == "my words"


def test_three_wrong_numbers_lock_it_and_the_facilitator_puts_it_in_unseen() -> None:
    sitting = Sitting(*WITHOUT_PICKS, "111", "222", "333", "407", "f")
    printed = sitting.until_called()
    assert "2 more tries" in printed
    assert "Three numbers were wrong" in printed
    covered = printed[printed.index("Somebody is taking a break.") :]
    for gone in (SCALE.rule, "Could work", "my words"):
        assert gone not in covered
    assert sitting.turns.covered is not None
    assert sitting.turns.covered.locked
    sitting.turns.put_in()
    sitting.more("f")
    assert [b.answers for b in sitting.cast] == [{"S-1": "could", "N-1": "not_reached"}]
    assert sitting.turns.covered is None


def test_a_slip_in_the_number_covers_nothing_yet() -> None:
    sitting = Sitting(*WITHOUT_PICKS[:-2], "12", "407", "408", "407", "407", "f")
    assert sitting.until_called().count("Nothing is covered yet.") == 2


@pytest.mark.parametrize(
    "before",
    [["2"], ["2", "words"], ["2", "", "yes"], ["2", "", "0"], ["2", "", "0", "3"], ["2", "", "4"]],
    ids=["line", "quote", "card", "stop", "number", "end"],
)
def test_whoever_walked_off_finds_a_turn_that_no_number_opens(before: list[str]) -> None:
    sitting = Sitting("", "", *before, NOBODY, "f")
    printed = sitting.until_called()
    assert "No line was typed for a while" in printed
    sitting.turns.throw_away()
    sitting.more("f")
    assert sitting.cast == []


def test_an_empty_turn_that_was_left_looked_like_none_in_plain_lines() -> None:
    over = {
        Sitting("", "", *before, NOBODY, "f").until_called().rpartition("No line was typed")[2]
        for before in ([], ["0"], ["2"], ["2", "", "0"])
    }
    assert len(over) == 1
    assert "this turn is covered" in over.pop()


def test_hide_over_a_covered_turn_does_not_throw_it_away() -> None:
    sitting = Sitting(*WITHOUT_PICKS, "h", "", CTRL_C, "", "407", "4", "yes", "f")
    sitting.until_called()
    assert len(sitting.cast) == 1


def test_the_end_of_the_input_at_a_covered_turn_leaves() -> None:
    with pytest.raises(Left):
        Sitting(*WITHOUT_PICKS).until_called()


def test_a_terminal_is_waited_for_and_a_line_in_time_counts() -> None:
    mine, theirs = pty.openpty()
    try:
        with os.fdopen(theirs, "r") as stdin:
            console = Console(stdin, Paper(), "xterm")
            console.patience = 0.02, ""
            with pytest.raises(TooLate):
                console.ask("?")
            threading.Timer(0.05, os.write, [mine, b"hello\n"]).start()
            console.patience = 5, ""
            assert console.ask("?") == "hello"
    finally:
        os.close(mine)


def test_a_slow_reader_of_plain_lines_was_covered_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter alone, once it was asked for, keeps the page and answers nothing; words count."""
    monkeypatch.setattr("codesign.plain.console.STILL_THERE", 5.0)
    mine, theirs = pty.openpty()
    try:
        with os.fdopen(theirs, "r") as stdin:
            paper = Paper()
            console = Console(stdin, paper, "xterm")
            threading.Timer(0.15, os.write, [mine, b"\n"]).start()
            threading.Timer(0.25, os.write, [mine, b"hello\n"]).start()
            console.patience = 5.03, "Still there?"
            assert console.ask("Your answer:") == "hello"
            assert paper.getvalue().count("Still there?") >= 1
            monkeypatch.setattr("codesign.plain.console.STILL_THERE", 0.02)
            console.patience = 0.04, "Still there?"
            with pytest.raises(TooLate):
                console.ask("Your answer:")
    finally:
        os.close(mine)


@pytest.mark.parametrize("said", ["back", "0", "stop"])
def test_the_number_of_a_break_had_no_way_out(said: str) -> None:
    sitting = Sitting(*WITHOUT_PICKS[:-2], "s", said, "1", "f")
    printed = sitting.until_called()
    assert "Dana, office" in printed, "support is one word away there too"
    assert "Somebody is taking a break." not in printed
    assert [b.answers["S-1"] for b in sitting.cast] == ["could"]


def test_the_cover_of_a_break_kept_the_language_of_its_person() -> None:
    printed = Sitting("español", *WITHOUT_PICKS, "f").until_called()
    assert "Tarjeta 1 de 2" in printed
    assert "Somebody is taking a break." in printed


def test_english_asked_for_in_english_brought_spanish() -> None:
    printed = Sitting("english", "", "", "english", "1", "", "0", "2", "yes", "f").until_called()
    assert "Tarjeta" not in printed
    assert printed.count("Card 1 of 2.") == 1


class Looking(Keyboard):
    """Looks, where a line is asked for, whether somebody's words can still be reached; a wait for Enter is no such line."""

    found: list[str]

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(size)
        if line == "look\n":
            gc.collect()
            self.found = [str(o.reply.text) for o in gc.get_objects() if isinstance(o, Turn) and o.answered and o.reply.text]
            return "\n"
        return line


@pytest.mark.parametrize("hide", ["h", CTRL_C])
def test_under_the_cover_a_hidden_turn_could_still_be_reached(hide: str | type[BaseException]) -> None:
    sitting = Sitting()
    sitting.keys = Looking(["", "", "2", "my words", "yes", "back", hide, "look", "f"])
    sitting.show = Show(Console(sitting.keys, sitting.paper, "xterm"), OfSession())
    assert "The screen was hidden" in sitting.until_called()
    assert sitting.keys.found == []
