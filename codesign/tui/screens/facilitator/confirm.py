"""Pages that say one thing and wait: a step that can't be taken back, and what went wrong."""

from collections.abc import Iterator

from textual.widget import Widget

from codesign.course import pages
from codesign.course.shared_words import FOUR_WORDS, FOUR_WORDS_USE
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _


class SurePage(CoursePage[pages.Sure]):
    """A step that can't be taken back, in a sentence, with yes and no. Where the room reads it too, its words are ids of
    messages, said in the room's language."""

    place = "sure"
    BINDINGS = bindings(place)
    answers = {"yes": True, "back": False}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            say = _ if self.speaks else str
            yield text(say(self.page.question), "strong")
            yield from (text(say(line), "gap-above") for line in self.page.lines)


class YesOrNoPage(SurePage):
    """The same where a no is an answer as a yes is."""

    place = "yes-or-no"
    BINDINGS = bindings(place)


class ProblemPage(CoursePage[pages.Problem]):
    """What went wrong, what is safe, what to do; stays until it is read."""

    place = "problem"
    BINDINGS = bindings(place)
    answers = {"go_on": None}

    def body(self) -> Iterator[Widget]:
        with Body(classes="alert-box"):
            yield text(f"! {self.page.title}", "alert")
            yield text(literal(self.page.sentence), "gap-above")


class FourWordsPage(CoursePage[pages.FourWords]):
    """The words that open what the code opens, once. No Enter leaves it: one too many would be the end of them."""

    place = "four-words"
    BINDINGS = bindings(place)
    answers = {"go_on": None}

    def body(self) -> Iterator[Widget]:
        with Body(id="hand-over"):
            yield text(_(FOUR_WORDS), "strong")
            yield text(self.page.words, "saved-bar gap-above")
            for line in FOUR_WORDS_USE:
                yield text(_(line), "gap-above")

    def on_unmount(self) -> None:
        self.page = pages.FourWords(words="")
