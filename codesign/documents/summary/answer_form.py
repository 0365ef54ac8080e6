"""The answer form: what the policy team fills in for each rule, in words, before any format."""

from msgspec import Struct

from codesign.core.kinds import kind_of
from codesign.core.policy_team.decisions import FIRST_FIELDS, LABELS
from codesign.core.policy_team.wanted import is_question
from codesign.core.region import Region
from codesign.documents.summary.asks import shortened, without_brackets
from codesign.documents.summary.build import CardSummary, Summary
from codesign.phrases import SIGNS, day
from codesign.words import _

HEADING = "Your answer to each rule"
HEADS = ("Rule", *(LABELS[key] for key in FIRST_FIELDS[:-1]), "Who and when")
"""Of the columns of the form: what a column has beside the first of its fields stands with a label of its own."""
CHOOSE = "Choose an answer"
"""Stands in place of an answer that nobody has chosen yet."""
_HOW = (
    "Choose an answer to each rule and fill in what you know; or tick a box on paper: ☒. Send it back whole or in part: what "
    "is empty changes nothing, and the word withdraw takes an earlier answer back. The program reads the file and makes the "
    "poster “You said / We did” for youth."
)
_A_QUESTION = (
    "To a question, yes means what most picked. Where nothing leads, or you mean another answer, tick or write it under “The "
    "rule will read”."
)
_OF_A_POOL = (
    "Each session reads this file for itself and makes a poster of its own. To a question, yes means what most picked in that "
    "session, which may differ from one to the next: tick or write which answer you mean."
)
_ELSEWHERE = (
    "To answer, fill in the form in summary.docx, on screen or on a printed copy, or the first columns of summary.csv, where "
    "each rule stands under its id: answer is yes, yes with changes, not now or no. Then send that file back."
)
_DUE = "Youth were told: an answer comes by {day}, even if it is no."
_WRITE_TO = "Questions, or something we should know first? Write to:"
_LEAVE = "Please leave what stands in [ ]: each answer is found by it."
_SHORT = 90
"""Letters of a rule, or of what youth said of it."""
_TO_START_FROM = 240
"""Letters of a rule that are no burden to copy."""


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
    """Of a rule, its whole words, to start from; empty for a question, and for a rule too long to stand there twice."""


class AnswerForm(Struct, frozen=True, kw_only=True):
    """The form in words."""

    rows: tuple[FormRow, ...]
    """Every card, in the order of the session; none where nothing may be told of any."""
    how: str
    """How to fill it in."""
    elsewhere: str
    """How to answer, where the form itself can't be filled in."""
    contact: str
    """When it is due, and whom to write to: the end of a line."""
    write_to: str
    """Whom; empty to be filled in."""
    leave: str
    """What to leave as it is."""
    marks: tuple[str, ...]
    """The letters of the sessions; they name them when the answers come back."""
    region: Region
    """By which dates go."""


def form(summary: Summary, *, speaks: bool) -> AnswerForm:
    """The form of a summary; without a row where nothing `speaks`, so that there is nothing to decide."""
    rows = tuple(_row(number, entry) for number, entry in enumerate(summary.cards, 1) if speaks)
    asks_which = [_(_OF_A_POOL if summary.records > 1 else _A_QUESTION)] if any(row.options for row in rows) else []
    due = [_(_DUE, day=day(summary.answer_by))] if summary.answer_by else []
    return AnswerForm(
        rows=rows,
        how=" ".join([_(_HOW), *asks_which]),
        elsewhere=_(_ELSEWHERE),
        contact=" ".join([*due, _(_WRITE_TO)]),
        write_to=summary.contact,
        leave=_(_LEAVE),
        marks=summary.marks,
        region=summary.region,
    )


def _row(number: int, entry: CardSummary) -> FormRow:
    card, shown = entry.card, entry.shown
    asks_which = is_question(card)
    starts = not asks_which and len(card.rule) <= _TO_START_FROM
    return FormRow(
        number=number,
        id=card.id,
        short=shortened(without_brackets(card.rule), _SHORT),
        sign=SIGNS[shown.label],
        label=shortened(entry.chart.phrase, _SHORT),
        options=tuple(_(option.words) for option in kind_of(card).options(card)) if asks_which else (),
        proposed=card.rule if starts else "",
    )
