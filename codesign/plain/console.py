"""The one place that asks and prints: clears what must not stay, hides at once, and never loses its manners.

`h` hides everywhere, so no option and no quick pick has that letter here.
"""

import contextlib
import io
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TextIO

from codesign import terminal
from codesign.core.errors import CodesignError
from codesign.core.text import clean, visible
from codesign.core.turn_break import STILL_THERE
from codesign.course.pages import Hidden
from codesign.course.shared_words import COVER_NOTES
from codesign.plain.commands import DROPPED, word
from codesign.plain.lines import Dropped, Lines
from codesign.plain.lines import Left as Left
from codesign.plain.windows import Keyboard, Keys, Screen, obeys_escapes, of_this_process
from codesign.washed import wash
from codesign.words import _

_BAR = "notes.txt, line 12, saved. Enter: menu"  # the way back, and part of the disguise
ROWS = 18
"""Lines that are read out before a person is asked to go on."""


class TooLate(Exception):
    """No line was sent off in the time that was given."""


def numbered(items: Sequence[tuple[str, str]]) -> list[str]:
    """A line for each of some choices, from 1 on: its title and what is about it."""
    return [f"{n}. {sentence(title)} {about}".rstrip() for n, (title, about) in enumerate(items, 1)]


def sentence(words: str) -> str:
    """Words as a sentence that is read out."""
    return words if not words or words.rstrip("”").endswith((".", "?", "!", ":")) else f"{words}."


class Console:
    """Lines in, lines out."""

    def __init__(self, stdin: TextIO, stdout: TextIO, term: str, keyboard: Keyboard | None = None) -> None:
        self._lines = Lines(stdin, stdout, keyboard)
        self._out = stdout
        self._shown = stdout.isatty()
        self.can_wipe = self._shown and terminal.knows_how_to_wipe(term)
        """Whether the terminal knows how to clear itself and its scroll-back."""
        self.top = ""
        """Stands first on every page while a made-up session is open."""
        self.washes = False
        """What was typed before a page goes out of memory once it stands."""
        self.is_tried = True
        """Whether real sessions may be held here."""
        self.overhears: Callable[[str], bool] = lambda _said: False
        """Whether a line asked for something that was given at once: then another one is asked for."""
        self.patience: tuple[float | None, str] = (None, "")
        """Seconds that a question waits, None for ever; and what is said shortly before they are over."""

    @property
    def is_recorded(self) -> bool:
        """Whether somebody types here and what is printed goes elsewhere: to a file or a program that keeps every word."""
        return self._lines.typed and not self._shown

    @property
    def ended_by(self) -> int:
        """The number of the signal that ended the program; 0 where none did."""
        return self._lines.ended_by

    def guarded(self) -> AbstractContextManager[None]:
        """Signals hide or end, and leave nothing on the screen; see `Lines.guarded`."""
        return self._lines.guarded()

    def end_hides(self, hides: bool) -> None:
        """Whether the end of the input hides; see `Lines.end_hides`."""
        self._lines.end_hides = hides

    # Out

    def say(self, *lines: str) -> None:
        """Print lines. Nothing in them can make the terminal do anything; words are not cut at its edge."""
        for line in lines:
            for part in visible(line).split("\n"):
                self._out.write("\n".join(self._folded(part)) + "\n")
        self._out.flush()

    def _folded(self, line: str) -> list[str]:
        if not self._shown:
            return [line]
        width = max(20, shutil.get_terminal_size().columns - 1)
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]

    def page(self, title: str, *lines: str) -> None:
        """Begin anew: what was on the screen is gone, then a title and lines."""
        self.clear()
        self.say(*filter(None, (self.top, title)), *lines)
        if self.washes:
            wash()

    def say_in_parts(self, blocks: Sequence[Sequence[str]], rest: Callable[[], None]) -> None:
        """Print blocks of lines, with a `rest` before more than ROWS lines."""
        rows = 0
        for part in [part for block in blocks for part in self._parts(block)]:
            more = self.rows_of(part)
            if rows and rows + more > ROWS:
                rest()
                rows = 0
            self.say(*part)
            rows += more

    def _parts(self, block: Sequence[str]) -> Sequence[Sequence[str]]:
        """A block that is longer than what is read at once is read line by line, with its title beside the first one."""
        return [block] if self.rows_of(block) <= ROWS else [block[:2], *([line] for line in block[2:])]

    def listed(self, lines: Iterable[str]) -> str:
        """Print rows to choose from, ROWS at a time; what was typed before the end of them, in place of reading on."""
        rows = 0
        for line in lines:
            more = self.rows_of([line])
            if rows and rows + more > ROWS:
                if said := word(self.ask(_("Press Enter for the rows that follow, or type one of these:"))):
                    return said
                rows = 0
            self.say(line)
            rows += more
        return ""

    def rows_of(self, lines: Iterable[str]) -> int:
        """Rows of the terminal that these lines take."""
        return sum(len(self._folded(part)) for line in lines for part in visible(line).split("\n"))

    def clear(self) -> None:
        """Take everything off the screen and out of the scroll-back, or push it away where a terminal can do no better.

        Lines that were typed ahead are dropped too: they were not typed by the next person.
        """
        terminal.wipe(self._out, can=self.can_wipe)
        self._lines.forget()

    # In

    def ask(self, question: str, *, longer: int = 1) -> str:
        """A typed line, without its end. `longer` times as long as `patience` may pass before it. Enter alone answers nothing
        once it was asked whether somebody is there.

        Raises:
            Hidden: the line asks to hide, or Ctrl+C was pressed. Left: the input ended. TooLate: no line came in time; only of
            a terminal that can be waited for, which Windows' can't.
        """
        while True:
            late = self._waited_for(question, longer)
            try:
                line = self._lines.line()
            except Dropped:
                self.say(_(DROPPED))
                continue
            if (line or not late) and not self.overhears(word(line)):
                return line

    def secret(self, question: str) -> str:
        """The same for a line that is not shown where a terminal would show it. One that is no answer counts as empty."""
        while True:
            with self._lines.not_shown():
                late = self._waited_for(question)
                line = ""
                with contextlib.suppress(Dropped):
                    line = clean(self._lines.line(shown=False), 60)
            if line or not late:
                return line

    def wait(self, question: str) -> None:
        """Until Enter; what else stands on the line is not looked at."""
        self.ask(question)

    def choose(self, items: Sequence[tuple[str, str]], *others: str) -> str:
        """The number that was typed, from 1, or one of the words in `others`; asks until it is one of them."""
        numbers = [str(n) for n in range(1, len(items) + 1)]
        said = self.listed(numbered(items))
        while True:
            said = said or word(self.ask(_asks_for(others) if items else _("Type back:")))
            if said in numbers or said in others:
                return said
            if items:
                self.say(_("That is none of the numbers. {first} to {last}, please.", first=1, last=len(items)))
            said = ""

    def sure(self, question: str) -> bool:
        """Only a typed yes says yes."""
        return word(self.ask(question)) in ("y", "yes")

    def cover(self) -> None:
        """The dull page. Nothing of what was going on is left, on the screen or above it."""
        self.clear()
        self.say(COVER_NOTES, _BAR)

    def until_uncovered(self) -> None:
        """Until Enter, and the dull page is gone too."""
        while True:
            with contextlib.suppress(Hidden):
                with contextlib.suppress(Dropped):
                    self._lines.line()
                break
        self.clear()

    def _prompt(self, question: str) -> None:
        *above, last = self._folded(visible(question).replace("\n", " "))
        self._out.write("\n".join([*above, f"{last} "]))
        self._out.flush()

    def _waited_for(self, question: str, longer: int = 1) -> bool:
        """Once a line lies there: whether it was asked before whether somebody is there. A terminal hands a line over when it
        is whole: until then nobody knows whether somebody is typing."""
        self._prompt(question)
        within, still = self.patience
        if within is None:
            return False
        last = min(STILL_THERE, within)
        if self._lines.comes(longer * within - last):
            return False
        self.say("", still)
        self._prompt(question)
        if not self._lines.comes(last):
            raise TooLate
        return True


def _asks_for(others: Sequence[str]) -> str:
    if "next" in others:
        return _("Type a number, next, or back:")
    return _("Type a number, or back:") if "back" in others else _("Type a number, then Enter:")


def usual() -> Console:
    """The console of this process. Bytes that are no letter never end it.

    Raises:
        CodesignError: there is nothing to read from, or to print to.
    """
    if not (sys.stdin and sys.stdout):
        raise CodesignError("Plain lines are typed and printed, and here one of the two is closed. Start it in a terminal.")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if windows := of_this_process():
        return on_windows(*windows, sys.stdin, sys.stdout)
    return Console(sys.stdin, sys.stdout, os.environ.get("TERM", ""))


def on_windows(keys: Keys, screen: Screen, stdin: TextIO, stdout: TextIO) -> Console:
    """A console of Windows, by its keys where somebody sits at them. TERM says nothing there."""
    obeys = stdout.isatty() and obeys_escapes(screen)
    console = Console(stdin, stdout, "windows" if obeys else "dumb", Keyboard(keys, stdout) if stdin.isatty() else None)
    console.is_tried = False
    return console
