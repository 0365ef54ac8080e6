"""Runs the course in plain lines: says the page that it yields, and sends back what was typed."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.text import clean
from codesign.core.turn_break import IDLE_AFTER
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.pages import Course, Hidden, Idle, Page
from codesign.course.shared_words import FOUR_WORDS, FOUR_WORDS_USE
from codesign.phrases import MADE_UP_PAGE
from codesign.plain.around_cards import AroundCards
from codesign.plain.asking import STILL_HERE, YES, Asking, Leaves, OtherLanguage
from codesign.plain.card import OneCard
from codesign.plain.commands import asked, word
from codesign.plain.console import Console, TooLate, numbered, sentence
from codesign.plain.marks import MarkingLines
from codesign.plain.read_out import READ_ON, read_above
from codesign.plain.review import review
from codesign.plain.room import GO_ON, ForTheRoom
from codesign.plain.set_up import set_up
from codesign.plain.typed_card import PaperCard
from codesign.words import N_, OWN, _, speaking, use

T = TypeVar("T")
_ACTS = {
    "out": N_("Type out {n} to take number {n} out."),
    "up": N_("up {n} moves it up."),
    "down": N_("down {n} moves it down."),
    "today": N_("today {n} writes its rule of today."),
    "change": N_("change {n} changes its words, if they are yours, or the notes beside it."),
    "delete": N_("Type delete {n} to delete number {n} for good."),
}
"""What can be done to a choice of a menu -> how that is typed."""


class Show:
    """One course, from the first page to the last."""

    def __init__(self, console: Console, around: Around) -> None:
        self._console = console
        self._around = around
        self._facilitators = True
        """The page before was the facilitator's, who speaks our own language."""
        self._covered = False
        """The dull page is on the screen; what it covered is dropped before anybody can lift it."""
        self._asking = asking = Asking(console, around)
        self.kinds: dict[type[Page], Callable[[Any], object]] = {
            pages.Menu: self._menu,
            pages.MarkSome: MarkingLines(console).shown,
            pages.Problem: self._problem,
            pages.Question: self._question,
            pages.Spoken: self._spoken,
            pages.SetUp: partial(set_up, console),
            pages.FourWords: self._four_words,
            pages.Saving: self._saving,
            pages.OnCard: OneCard(asking).shown,
            pages.TypedCard: PaperCard(console).shown,
            pages.Reading: partial(review, console),
            **AroundCards(asking).pages,
            **ForTheRoom(asking).pages,
        }

    def run(self, course: Course[T]) -> T:
        """The course to its end; however that comes, the course ends too.

        Raises:
            Left: nobody is there any more.
        """
        steps: list[Callable[[], Page]] = [partial(course.send, None)]
        try:
            while True:
                with speaking(OWN):
                    page = steps.pop()()  # which is kept nowhere: it may hold a turn
                if self._covered:
                    self._covered = False
                    self._console.until_uncovered()
                steps.append(self._answered(course, page))
        except StopIteration as end:
            value: T = end.value
            return value
        finally:
            course.close()

    def _answered(self, course: Course[T], page: Page) -> Callable[[], Page]:
        """Show a page, until what was typed says how the course goes on."""
        if not page.speaks or self._facilitators or isinstance(page, pages.HandOver | pages.Covered):
            use(self._around.language if page.speaks else OWN)  # the next person finds no language of the one before
        self._facilitators = not page.speaks
        while True:
            self._console.top = _(MADE_UP_PAGE) if self._around.made_up else ""
            self._console.washes = page.washes
            self._wait_as_long_as(page, covers=page.covers)
            self._console.end_hides(page.speaks or getattr(page, "place", "") == "code")  # who types it has not the code yet
            try:
                return partial(course.send, self.kinds[type(page)](page))
            except Leaves as leaves:
                return partial(course.send, pages.Stopped(leaves.turn))
            except OtherLanguage as other:
                use(other.spoken)
                if isinstance(page, pages.OfTurn) and other.turn:
                    page = replace(page, turn=other.turn)
            except Hidden:
                self._console.cover()
                self._covered = True
                return lambda: course.throw(Hidden())
            except Idle as idle:
                return partial(course.throw, Idle(idle.turn))
            except TooLate:
                return partial(course.throw, Idle())

    def _wait_as_long_as(self, page: Page, *, covers: bool) -> None:
        """A page that does not stay open where nobody is there; longer where words are written: a line is seen when it is
        whole."""
        of_words = isinstance(page, pages.Question) and not page.secret
        self._console.patience = (IDLE_AFTER * (3 if of_words else 1) if covers else None), _(STILL_HERE)

    # Pages of every part

    def _menu(self, page: pages.Menu) -> str | pages.Act:
        title = ". ".join(words for words in (page.title, page.right) if words)
        above = [sentence(title), *map(sentence, page.lines), *page.alerts]
        rows = [(choice.words, _about(choice)) for choice in page.choices]
        ids = [choice.id for choice in page.choices]
        if "quit" in page.others:
            rows.append((_("Leave"), ""))
            ids.append("quit")
        acts = {f"{how} {n}": pages.Act(how, choice.id) for how in page.acts for n, choice in enumerate(page.choices, 1)}
        told = [_(_ACTS[how], n=min(3, len(page.choices))) for how in page.acts] if page.choices else [page.empty]
        self._console.page(*above)
        beside = (*filter(None, (self._console.top,)), *above, *told, *numbered(rows))
        read_above(self._console, page.parts, partial(self._console.wait, _(READ_ON)), beside=beside)
        self._console.say(*told)
        said = self._console.choose(rows, *page.others, *acts)
        return said if said in page.others else acts.get(said) or ids[int(said) - 1]

    def _spoken(self, page: pages.Spoken) -> object:
        """With support and the other language at every question."""
        made = page.make()
        self._wait_as_long_as(made, covers=page.covers)
        self._console.overhears = self._asking.of_all
        try:
            return self.kinds[type(made)](made)
        finally:
            self._console.overhears = lambda _said: False

    def _problem(self, page: pages.Problem) -> None:
        self._console.page(sentence(page.title), page.sentence)
        self._console.wait(_(GO_ON))

    def _question(self, page: pages.Question) -> str | None:
        self._console.page(sentence(page.title), *page.lines, *page.strong, *([page.problem] if page.problem else []))
        if page.secret:
            return self._secret(page.question)
        question = page.question
        if question.endswith((".", "?")):
            self._console.say(question)
            question = _("Your words")
        back = page.back or _("back goes back.")
        self._console.say(f"{_enter_alone(page)} {back}".lstrip())
        while True:
            said = clean(self._console.ask(asked(question, page.value)), page.limit)
            if word(said) == "back":
                return None
            if said or page.value or page.optional:
                return "" if word(said) == "none" else said or page.value
            self._console.say(_("Type some words, none, or back."))

    def _secret(self, question: str) -> str | None:
        """Going back takes a word: after an Enter too many the code would be typed where it is shown."""
        while not (said := self._console.secret(_("{question}, or back:", question=question))):
            pass
        return None if word(said) == "back" else said

    def _four_words(self, page: pages.FourWords) -> None:
        self._console.page(f"{_(FOUR_WORDS)}:", page.words, *map(_, FOUR_WORDS_USE))
        while word(self._console.ask(_("Type yes when you wrote them down:"))) not in YES:
            pass
        self._console.clear()

    def _saving(self, page: pages.Saving) -> CodesignError | None:
        self._console.clear()
        try:
            page.do()
        except CodesignError as error:
            return error
        return None


def _about(choice: pages.MenuChoice) -> str:
    """What is said of a row, and whether it is marked."""
    return f"{_('Marked.')} {choice.about}".rstrip() if choice.marked else choice.about


def _enter_alone(page: pages.Question) -> str:
    """What Enter alone does with a question."""
    if page.value:
        return _("Enter takes what stands in brackets. none leaves it empty.")
    return _("Enter leaves it empty.") if page.optional else ""
