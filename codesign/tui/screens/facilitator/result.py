"""What this group said, for the whole room."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from codesign.core.card import Card
from codesign.core.disclosure import Shown
from codesign.core.kinds import kind_of
from codesign.course.pages import Results
from codesign.course.words import IN_THE_BOX
from codesign.documents.charts import Chart, chart_of
from codesign.phrases import FLAGS, SIGNS, STANDARD_SENTENCE, caveats, why_so_many
from codesign.tui.keys import bindings
from codesign.tui.literal import fitted, literal
from codesign.tui.screens.page import Body, CoursePage, text
from codesign.words import _

_MARKS = "■◊□○○○"
"""A shape for each option, by its place."""


def marks(count: int, mark: str) -> str:
    """One mark an answer up to 18; above that a bar of at most 18 cells, its shade by tens."""
    if count <= 18:
        return " ".join([mark] * count)
    full, rest = divmod(count, 10)
    return "█" * min(full, 30) + ("▓" if rest >= 5 else "░" if rest else "")


def counts_table(chart: Chart) -> Content:
    """A row for each answer: words, count, a mark for each who gave it."""
    rows = [Content.styled(_("of {n}", n=chart.answered), "$muted")]
    for one, mark in zip(chart.bars, _MARKS, strict=False):
        count = (f"{one.count:>3}  ", "bold")
        rows.append(Content.assemble(literal(fitted(one.words, 31)), count, (marks(one.count, mark), "$accent")))
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
            chart = chart_of(self._card, self._shown)
            yield text(literal(chart.phrase, "bold"))
            yield text(literal(_(self._card.rule)), "quiet")
            if kind_of(self._card).layout == "side-by-side":
                for option in kind_of(self._card).options(self._card)[:2]:
                    yield text(literal(f"{option.key}  {_(option.words)}"), "quiet")
            if chart.bars:
                yield text(counts_table(chart))
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
