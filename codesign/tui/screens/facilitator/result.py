"""What this group said, for the whole room."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from codesign.core.disclosure import Shown
from codesign.core.kinds import kind_of
from codesign.core.plan import Card
from codesign.course.pages import Results
from codesign.course.words import IN_THE_BOX
from codesign.phrases import FLAGS, SIGNS, STANDARD_SENTENCE, caveats, label, why_so_many
from codesign.tui.keys import bindings
from codesign.tui.literal import fitted, literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _

_MARKS = "■◊□○○○"
"""A shape for each option, by its place."""


def bar(count: int, mark: str) -> str:
    """One mark an answer up to 18; above that a bar of at most 18 cells, its shade by tens."""
    if count <= 18:
        return " ".join([mark] * count)
    full, rest = divmod(count, 10)
    return "█" * min(full, 30) + ("▓" if rest >= 5 else "░" if rest else "")


def counts_table(card: Card, shown: Shown) -> Content:
    """A row for each option: words, count, a mark for each answer."""
    if shown.counts is None:
        return Content("")
    rows = [Content.styled(_("of {n}", n=shown.answered), "$muted")]
    for option, mark in zip(kind_of(card).options(card), _MARKS, strict=False):
        count, words = shown.counts[option.code], _(option.words)
        rows.append(Content.assemble(literal(fitted(words, 31)), (f"{count:>3}  ", "bold"), (bar(count, mark), "$accent")))
    return Content("\n").join(rows)


class Result(Horizontal):
    """What is shown of one card: sign, phrase, rule, and counts where they may be."""

    def __init__(self, card: Card, shown: Shown) -> None:
        super().__init__(classes="result")
        self._card = card
        self._shown = shown

    def compose(self) -> ComposeResult:
        yield text(SIGNS[self._shown.label], "result-sign")
        with Vertical(classes="result-words"):
            yield text(literal(label(self._card, self._shown), "bold"))
            yield text(literal(_(self._card.rule)), "quiet")
            if kind_of(self._card).layout == "side-by-side":
                for option in kind_of(self._card).options(self._card)[:2]:
                    yield text(literal(f"{option.key}  {_(option.words)}"), "quiet")
            if self._shown.counts is not None:
                yield text(counts_table(self._card, self._shown))
            if why := why_so_many(self._shown):
                yield text(why, "quiet")
            for flag in self._shown.flags:
                yield text(_(FLAGS[flag]), "quiet")


class ResultPage(CoursePage[Results]):
    """What this group said, for the whole room: only what the disclosure rules let through."""

    place = "result"
    room = True
    counted = ".result"
    BINDINGS = bindings(place)
    answers = {"go_on": "on", "answers": "answers", "back": "home"}

    def heading_left(self) -> str:
        return _("What this group said")

    def body(self) -> Iterator[Widget]:
        yield text(_(STANDARD_SENTENCE), "quiet")
        yield text(_(IN_THE_BOX), "quiet")
        for caveat in caveats(self.page.session):
            yield text(f"! {caveat}", "alert")
        with Body(id="results"):
            for card in self.page.session.tallied_cards:
                yield Result(card, self.page.session.shown(card.id))
