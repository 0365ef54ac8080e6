"""What this group said, for the whole room."""

from collections.abc import Iterator, Set
from functools import partial

from textual.content import Content
from textual.widget import Widget

from codesign.core.card import Card
from codesign.core.disclosure import Shown
from codesign.core.kinds import kind_of
from codesign.course.pages import Results
from codesign.course.shared_words import WHAT_THIS_GROUP_SAID, above_the_result
from codesign.documents.charts import Chart, chart_of
from codesign.phrases import FLAGS, SIGNS, was_changed, why_so_many
from codesign.phrases.caveats import caveats
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import CoursePage
from codesign.tui.widgets.blocks import Paragraph, Paragraphs, beside_each_other
from codesign.tui.widgets.counts import counts_of
from codesign.tui.widgets.leaves import Leafed
from codesign.words import _

_SIGN, _PHRASE = 3, 27
"""Cells of the sign, and of the phrase where the rule stands beside it."""


class Result(Paragraph, frozen=True, kw_only=True):
    """What is shown of one card: sign, phrase and rule, and a bar for each answer where they may be."""

    card: Card
    shown: Shown
    chart: Chart
    beside: bool
    """The rule stands beside its phrase: where no number may be shown, and there is room."""


class Outcomes(Paragraphs):
    """What the group said, card by card."""

    def drawn(self, paragraph: Paragraph, width: int, sizes: Set[str]) -> list[Content]:
        if not isinstance(paragraph, Result):
            return super().drawn(paragraph, width, sizes)
        width -= _SIGN
        phrase, rule = literal(paragraph.chart.phrase, "bold"), partial(_under, paragraph)
        if paragraph.beside and not sizes & {"-tiny", "-narrow"}:
            rows = beside_each_other(phrase.wrap(_PHRASE - 2), rule(width - _PHRASE), _PHRASE)
        else:
            of = literal(f"  {_('of {n}', n=paragraph.chart.answered)}", "$muted") if paragraph.chart.bars else Content("")
            first, *more = phrase.wrap(width - of.cell_length)
            rows = [Content.assemble(first, " " * (width - first.cell_length - of.cell_length), of), *more, *rule(width)]
        sign = literal(SIGNS[paragraph.shown.label], "bold $accent")
        return [Content.assemble(sign, " " * (_SIGN - sign.cell_length), rows[0]), *(row.pad_left(_SIGN) for row in rows[1:])]


def _under(result: Result, width: int) -> Iterator[Content]:
    """The rule, and what is to be told of it, in so many cells."""
    card, chart, shown = result.card, result.chart, result.shown
    yield from result.words.wrap(width)
    if words := was_changed(card):
        yield from literal(words, "$muted").wrap(width)
    if kind_of(card).layout == "side-by-side" and not chart.bars:  # which say them
        for option in kind_of(card).options(card)[:2]:
            yield from literal(f"{option.key}  {_(option.words)}").wrap(width)
    if chart.bars:
        yield from counts_of(chart, width)
    for words in filter(None, (why_so_many(shown), *(_(FLAGS[flag]) for flag in shown.flags))):
        yield from literal(words, "$muted").wrap(width)


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
        cards = [(card, shown, chart_of(card, shown)) for card in session.tallied_cards for shown in [session.shown(card.id)]]
        beside = not any(chart.bars for _card, _shown, chart in cards)
        paragraphs = [Paragraph(literal(words, "$muted")) for words in above_the_result(session)]
        paragraphs += [Paragraph(literal(f"! {caveat}", "bold $alert")) for caveat in caveats(session)]
        for card, shown, chart in cards:
            paragraphs.append(Result(literal(_(card.rule)), gap="apart", card=card, shown=shown, chart=chart, beside=beside))
        yield Leafed(Outcomes(paragraphs), id="results")
