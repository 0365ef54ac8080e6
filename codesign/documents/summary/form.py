"""The answer form: what the policy team fills in for each rule, in words, before any format."""

from msgspec import Struct

from codesign.core.kinds import kind_of
from codesign.core.wanted import is_question
from codesign.documents.charts import chart_of
from codesign.documents.summary.asks import shortened
from codesign.documents.summary.build import CardSummary, Summary
from codesign.phrases import SIGNS
from codesign.words import _

HEADING = "Your answer to each rule"
RULE = "Rule"
LABELS = {
    "answer": "Your answer",
    "reads": "The rule will read",
    "because": "Because",
    "who": "Who does it",
    "by_when": "By when",
    "needs": "What we need first",
    "how_told": "How youth will be told",
    "review": "Look again on",
    "in_spanish": "In Spanish (optional)",
}
"""What stands at each of `codesign.core.decisions.COLUMNS`, in their order."""
_HOW = (
    "Fill in this table and send the file back; the program reads it and makes the poster “You said / We did”. "
    "To a question, yes means what most picked; where nothing leads, write under “The rule will read” to which answer. Write "
    "dates as 2026-12-24. Please leave what stands in [ ]: each answer is found by it."
)
_HOW_A_POOL = (
    "Fill in this table and send the file back. Each session reads it in for itself and makes its own poster. To a question, "
    "yes means what most picked in that session, which may differ from one to the next: write under “The rule will read” which "
    "answer you mean. Write dates as 2026-12-24. Please leave what stands in [ ]: each answer is found by it."
)
_SHORT, _NOT_SO_SHORT, _FEW = 38, 90, 7
"""Letters of a rule in the form: fewer where there are more than a few rules."""


class FormRow(Struct, frozen=True, kw_only=True):
    """One rule to answer."""

    number: int
    """In the summary."""
    id: str
    short: str
    """Its words, cut to fit."""
    sign: str
    label: str
    """What youth said of it, cut in the same way."""
    options: tuple[str, ...]
    """Of a question, what a yes may go to, in its own words; empty for a rule."""
    proposed: str
    """Of a rule, its whole words, to start from; empty for a question."""


class AnswerForm(Struct, frozen=True, kw_only=True):
    """The form in words."""

    rows: tuple[FormRow, ...]
    """Every card, in the order of the session; none where nothing may be told of any."""
    how: str
    """How to fill it in."""
    marks: tuple[str, ...]
    """The letters of the sessions; they name them when the answers come back."""


def form(summary: Summary, *, speaks: bool) -> AnswerForm:
    """The form of a summary; without a row where nothing `speaks`, so that there is nothing to decide."""
    short = _SHORT if len(summary.cards) > _FEW else _NOT_SO_SHORT
    return AnswerForm(
        rows=tuple(_row(number, entry, short) for number, entry in enumerate(summary.cards, 1) if speaks),
        how=_(_HOW_A_POOL if summary.records > 1 else _HOW),
        marks=summary.marks,
    )


def _row(number: int, entry: CardSummary, short: int) -> FormRow:
    card, shown = entry.card, entry.shown
    asks_which = is_question(card)
    return FormRow(
        number=number,
        id=card.id,
        short=shortened(card.rule, short),
        sign=SIGNS[shown.label],
        label=shortened(chart_of(card, shown).phrase, short),
        options=tuple(_(option.words) for option in kind_of(card).options(card)) if asks_which else (),
        proposed="" if asks_which else card.rule,
    )
