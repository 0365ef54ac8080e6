"""What this group said, for the whole room."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from codesign.core.card import Card
from codesign.core.disclosure import Shown
from codesign.core.kinds import kind_of
from codesign.course.pages import Results
from codesign.course.shared_words import WHAT_THIS_GROUP_SAID, above_the_result
from codesign.documents.charts import chart_of
from codesign.phrases import FLAGS, SIGNS, was_changed, why_so_many
from codesign.phrases.caveats import caveats
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import CoursePage, text
from codesign.tui.widgets.counts import Counts
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _


class Result(Horizontal):
    """What is shown of one card: sign, phrase and rule, and a bar for each answer where they may be."""

    def __init__(self, card: Card, shown: Shown) -> None:
        super().__init__(classes="result")
        self._card = card
        self._shown = shown

    def compose(self) -> ComposeResult:
        chart = chart_of(self._card, self._shown)
        yield text(SIGNS[self._shown.label], "result-sign")
        with Container(classes="result-words"):
            with Horizontal(classes="result-phrase"):
                yield text(literal(chart.phrase, "bold"))
                if chart.bars:
                    yield text(_("of {n}", n=chart.answered), "result-of")
            with Vertical(classes="result-rule"):
                yield text(_(self._card.rule))
                if words := was_changed(self._card):
                    yield text(words, "quiet")
                if kind_of(self._card).layout == "side-by-side" and not chart.bars:  # which say them
                    for option in kind_of(self._card).options(self._card)[:2]:
                        yield text(f"{option.key}  {_(option.words)}")
                if chart.bars:
                    yield Counts(chart)
                if why := why_so_many(self._shown):
                    yield text(why, "quiet")
                for flag in self._shown.flags:
                    yield text(_(FLAGS[flag]), "quiet")


class ResultPage(CoursePage[Results]):
    """What this group said, for the whole room: only what the disclosure rules let through."""

    place = "result"
    room = True
    BINDINGS = bindings(place)
    answers = {"go_on": "on", "answers": "answers", "back": "home"}
    read_first = ("go_on",)

    def heading_left(self) -> str:
        return _(WHAT_THIS_GROUP_SAID)

    def body(self) -> Iterator[Widget]:
        session = self.page.session
        cards = [(card, session.shown(card.id)) for card in session.tallied_cards]
        beside = not any(chart_of(card, shown).bars for card, shown in cards)
        with Leafed(id="results", classes="-beside" if beside else ""):
            for words in above_the_result(session):
                yield text(words, "quiet")
            for caveat in caveats(session):
                yield text(f"! {caveat}", "alert")
            for card, shown in cards:
                yield Result(card, shown)
