"""The summary as data for others to build on: JSON (`codesign.documents.data.schema`) and CSV with one row a card."""

import csv
import io
import re

import msgspec

from codesign.core.card import Card
from codesign.core.decisions import COLUMNS as DECISION_COLUMNS
from codesign.core.disclosure import Together
from codesign.core.kinds import kind_of
from codesign.core.kinds.scale import Scale
from codesign.documents.data import schema
from codesign.documents.summary.build import CardSummary, Summary
from codesign.documents.summary.outline import beside
from codesign.phrases import MADE_UP, PROMPTS
from codesign.words import _

_LETTERS = "ABCDEF"
_COUNTS = ("works", "could", "doesnt", *_LETTERS)
TO_FILL_IN = ("session", *DECISION_COLUMNS)
"""The last columns of the CSV: the session's letters, and what the policy team answers."""
COLUMNS = (
    *("made_up", "title", "card", "kind", "pointers", "rule", "today", "label", "shown", "answered"),
    *_COUNTS,
    *("skipped", "unclear", "not_reached", "flags", "comments", "themes"),
    *("one_change", "range", "sessions"),
    *TO_FILL_IN,
)


def to_json(summary: Summary) -> bytes:
    """The summary in schema 1, with a newline at the end."""
    document = schema.SummaryFile(
        schema=1,
        made_up=summary.made_up,
        caveats=summary.caveats,
        title=summary.title,
        audience=summary.audience or None,
        answer_by=summary.answer_by or None,
        months=summary.months,
        records=summary.records,
        people=summary.people,
        numbers_from=summary.thresholds.numbers_from,
        quote_from=summary.thresholds.quote_from,
        cards=tuple(_json_card(card) for card in summary.cards),
        ideas=tuple(schema.SummaryIdea(text) for text in summary.ideas),
        idea_themes=summary.idea_themes,
        withheld=summary.ledger.reasons,
        kept_back=summary.ledger.some,
        pointers=summary.pointers,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _json_card(entry: CardSummary) -> schema.SummaryCard:
    card, shown = entry.card, entry.shown
    none = shown.no_answer
    return schema.SummaryCard(
        id=card.id,
        kind=card.kind,
        rule=card.rule,
        pointers=card.pointers,
        options=None if card.kind == Scale.name else _options(card),
        answered=shown.answered,
        label=shown.label,
        shown=entry.sentence,
        counts=_counts(card, shown.counts),
        no_answer=schema.SummaryNoAnswer(none.skipped, none.unclear, none.not_reached) if none else None,
        one_change=entry.one_change or None,
        range=entry.range or None,
        sessions=tuple(dots.told for dots in entry.sessions) or None,
        together=_together(card, shown.together) if shown.together else None,
        flags=shown.flags,
        comments=tuple(schema.SummaryComment(q.prompt, q.pick, q.text, q.earlier) for q in entry.quotes),
        themes=entry.themes,
    )


def _options(card: Card) -> dict[str, str]:
    kind = kind_of(card)
    return {kind.export_name(option): option.words for option in kind.options(card)}


def _together(card: Card, together: Together) -> schema.SummaryTogether:
    names = {option.code: kind_of(card).export_name(option) for option in kind_of(card).options(card)}
    nearly_all = {names[code]: sessions for code, sessions in together.nearly_all.items()}
    return schema.SummaryTogether(together.sessions, together.agree, together.counted, nearly_all)


def _counts(card: Card, counts: dict[str, int] | None) -> dict[str, int] | None:
    """Counts as they leave: by answer on a scale, by the letter that youth saw on other kinds."""
    if counts is None:
        return None
    kind = kind_of(card)
    return {kind.export_name(option): counts[option.code] for option in kind.options(card)}


def to_csv(summary: Summary) -> bytes:
    """One row a card under COLUMNS: UTF-8 with a byte order mark, every cell quoted, no cell that a spreadsheet would run.

    A cell is blank where nothing may be shown. The last columns are for the policy team to fill in.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for entry in summary.cards:
        writer.writerow({column: as_text(str(value)) for column, value in _row(summary, entry).items()})
    return text.getvalue().encode("utf-8-sig")


def _row(summary: Summary, entry: CardSummary) -> dict[str, object]:
    card, shown, no_answer = entry.card, entry.shown, entry.shown.no_answer
    row: dict[str, object] = {
        "made_up": _(MADE_UP) if summary.made_up else "",
        "title": summary.title,
        "session": " ".join(summary.marks),
        "card": card.id,
        "kind": card.kind,
        "pointers": " ".join(card.pointers),
        "rule": card.rule,
        "today": card.today,
        "label": shown.label,
        "shown": entry.sentence,
        "answered": "" if shown.answered is None else shown.answered,
        "flags": " ".join(shown.flags),
        "comments": " | ".join(f"{_(PROMPTS[q.prompt])}: {q.text}{beside(q)}" for q in entry.quotes),
        "themes": " | ".join(entry.themes),
        "one_change": entry.one_change,
        "range": entry.range,
        "sessions": " | ".join(dots.told for dots in entry.sessions),
    }
    row.update(_counts(card, shown.counts) or {})
    if no_answer is not None:
        row.update(skipped=no_answer.skipped, unclear=no_answer.unclear, not_reached=no_answer.not_reached)
    return row


_FORMULA = re.compile("[^\\S\t\r]*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")


def as_text(cell: str) -> str:
    """The cell, led by an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
