"""Plain mode with a script for a person: lines go in, and what was printed comes back."""

import io
from collections.abc import Sequence
from pathlib import Path

from codesign.content.picks import quick_picks
from codesign.core.ballot import Ballot
from codesign.core.card import Card, Option
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import pair_options
from codesign.core.turn import Turn
from codesign.core.turn_break import Break
from codesign.course.around import Around
from codesign.course.turns import one_turn
from codesign.engine.open_session import OpenSession
from codesign.plain.console import Console, Left
from codesign.plain.show import Show

CTRL_C = KeyboardInterrupt
WIPE = "\x1b[H\x1b[2J\x1b[3J"
BLANK = "\n" * 60
SUPPORT = [("Here now", "Dana, office", "Just say: can we talk?"), ("In danger right now", "Call 911", "Police may come.")]

SCALE = Card(id="S-1", kind="scale", rule="Phones stay with their owners.", why="People asked for it.")
CHOICE = Card(id="C-1", kind="choice", rule="When is it quiet?", options=choice_options(["Nine", "Ten", "Something else"]))
PAIR = Card(
    id="P-1", kind="pair", rule="Games", options=pair_options(Option("G-1", "Ask first."), Option("G-2", "Talk after."))
)
TWO = Card(
    id="T-1",
    kind="pick-two",
    rule="What matters?",
    options=choice_options(["Sleep", "Privacy", "Fun", "Friends", "Work", "Money"]),
)
NOTED = Card(id="N-1", kind="scale", rule="Nobody sends pictures of you.", content_note="pictures of people")


class Keyboard(io.StringIO):
    """What a person types, line by line; an exception among the lines is raised where it stands. Then nobody is there."""

    def __init__(self, lines: Sequence[str | type[BaseException]], *, terminal: bool = False) -> None:
        super().__init__()
        self.left = list(lines)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def readline(self, _size: int | None = -1, /) -> str:
        if not self.left:
            return ""
        line = self.left.pop(0)
        if not isinstance(line, str):
            raise line
        return f"{line}\n"


class Paper(io.StringIO):
    """What was printed; a terminal where asked for."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def console(*lines: str | type[BaseException], terminal: bool = False, term: str = "xterm") -> tuple[Console, Keyboard, Paper]:
    keys, paper = Keyboard(lines), Paper(terminal=terminal)
    return Console(keys, paper, term), keys, paper


def no_demo() -> tuple[OpenSession, Path]:
    raise AssertionError("nobody asked for a demo")


class OfSession(Around):
    """What lies around the pages of a session that is on no disk."""

    def support(self) -> list[tuple[str, str, str]]:
        return SUPPORT

    def who_sees(self) -> list[str]:
        return ["Under 5 nothing is shown."]


def turn_of(talk: Console, cards: Sequence[Card]) -> Ballot | Break | None:
    """One turn from its first card to its end."""
    return Show(talk, OfSession()).run(one_turn(Turn.begin(cards), quick_picks()))


def play(cards: Sequence[Card], *lines: str | type[BaseException]) -> tuple[Ballot | None, str]:
    """One turn from its first card; the ballot and what was printed. Every line must have been asked for."""
    talk, keys, paper = console(*lines)
    ballot = turn_of(talk, cards)
    assert keys.left == [], f"never asked for: {keys.left}"
    assert not isinstance(ballot, Break)
    return ballot, paper.getvalue()


def answers(cards: Sequence[Card], *lines: str) -> dict[str, str]:
    ballot, _printed = play(cards, *lines, "yes")
    assert ballot is not None
    return ballot.answers


def printed_until_left(cards: Sequence[Card], *lines: str | type[BaseException]) -> str:
    """What is printed for these lines, where more would be needed to come to an end."""
    talk, _keys, paper = console(*lines)
    try:
        turn_of(talk, cards)
    except Left:
        return paper.getvalue()
    raise AssertionError("the turn came to an end")
