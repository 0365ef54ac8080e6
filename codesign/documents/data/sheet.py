"""The summary as a sheet with one row a card, in CSV: the policy team's answers first, then what there is to answer."""

import csv
import io
import re

from codesign.content import todays_words
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import BOTH, NEITHER, Pair
from codesign.core.kinds.scale import Scale
from codesign.core.policy_team.decisions import COLUMNS as ANSWER_COLUMNS
from codesign.documents.summary.build import CardSummary, Summary
from codesign.documents.summary.outline import beside
from codesign.phrases import MADE_UP, PROMPTS
from codesign.words import _

_FIRST = ("card", "rule", *ANSWER_COLUMNS, "session")
"""Which rule, what the policy team answers, and the letters of the session that the answer is to."""
_THEN = ("made_up", "title", "kind", "pointers", "today", "label", "shown", "answered", "works", "could", "doesnt", *"ABCDEF")
_LAST = (
    *("options", "skipped", "unclear", "not_reached", "flags", "comments", "themes"),
    *("one_change", "range", "sessions", "as_voted"),
)


def columns(summary: Summary) -> tuple[str, ...]:
    """The columns of its sheet. A pair's answers stand under the ids of its rules, in the order of the ids: which wording stood
    first was drawn by lot in each session."""
    pairs = [entry.card for entry in summary.cards if entry.card.kind == Pair.name]
    ids = sorted({option.code for card in pairs for option in card.options} - {BOTH, NEITHER})
    return (*_FIRST, *_THEN, *map(_column, [*ids, *((BOTH, NEITHER) if pairs else ())]), *_LAST)


def _column(answer: str) -> str:
    """The column of an answer of a pair, whose rules may have any ids."""
    return f"rule {answer}" if answer in (*_FIRST, *_THEN, *_LAST) else answer


def to_csv(summary: Summary) -> bytes:
    """One row a card under `columns`: UTF-8 with a byte order mark, every cell quoted, no cell that a spreadsheet would run.

    A cell is blank where nothing may be shown. The columns after the rule are for the policy team to fill in.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns(summary), restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for entry in summary.cards:
        writer.writerow({column: as_text(str(value)) for column, value in _row(summary, entry).items()})
    return text.getvalue().encode("utf-8-sig")


def _row(summary: Summary, entry: CardSummary) -> dict[str, object]:
    card, shown, no_answer = entry.card, entry.shown, entry.shown.no_answer
    kind, options = kind_of(card), kind_of(card).options(card)
    row: dict[str, object] = {
        "card": card.id,
        "rule": card.rule,
        "session": " ".join(summary.marks),
        "made_up": _(MADE_UP) if summary.made_up else "",
        "title": summary.title,
        "kind": card.kind,
        "pointers": " ".join(card.pointers),
        "today": todays_words(card),
        "label": shown.label,
        "shown": entry.sentence,
        "answered": "" if shown.answered is None else shown.answered,
        "options": "" if card.kind == Scale.name else " | ".join(f"{kind.export_name(o)}: {o.words}" for o in options),
        "flags": " ".join(shown.flags),
        "comments": " | ".join(f"{_(PROMPTS[q.prompt])}: {q.text}{beside(q)}" for q in entry.quotes),
        "themes": " | ".join(entry.themes),
        "one_change": entry.one_change,
        "range": entry.range,
        "sessions": " | ".join(dots.told for dots in entry.sessions),
        "as_voted": card.was,
    }
    for option in options:
        if shown.counts:
            name = kind.export_name(option)
            row[_column(name) if card.kind == Pair.name else name] = shown.counts[option.code]
    if no_answer is not None:
        row.update(skipped=no_answer.skipped, unclear=no_answer.unclear, not_reached=no_answer.not_reached)
    return row


_FORMULA = re.compile("[^\\S\t\r]*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")


def as_text(cell: str) -> str:
    """The cell, led by an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
