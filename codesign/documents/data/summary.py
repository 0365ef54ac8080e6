"""The summary as data for others to build on: JSON (`codesign.documents.data.schema`) and CSV with one row a card."""

import csv
import io
import re

import msgspec

from codesign.core.card import Card
from codesign.core.decisions import COLUMNS as DECISION_COLUMNS
from codesign.core.disclosure import Together
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import Choosable
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import Scale
from codesign.documents.data import schema
from codesign.documents.summary.asks import asks
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
    """The summary in schema 2, with a newline at the end."""
    document = schema.SummaryFile(
        schema=2,
        made_up=summary.made_up,
        caveats=summary.caveats,
        title=summary.title,
        audience=summary.audience or None,
        answer_by=summary.answer_by or None,
        months=summary.months,
        letters=summary.marks,
        records=summary.records,
        people=summary.people,
        numbers_from=summary.thresholds.numbers_from,
        quote_from=summary.thresholds.quote_from,
        cards=tuple(_json_card(card) for card in summary.cards),
        ideas=tuple(schema.SummaryIdea(text) for text in summary.ideas),
        idea_themes=summary.idea_themes,
        asks=tuple(ask.id for ask in asks(summary)),
        ledger=_ledger(summary),
        pointers=summary.pointers,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _ledger(summary: Summary) -> schema.SummaryLedger:
    kept, (quoted, themes) = summary.ledger, summary.words
    return schema.SummaryLedger(
        written_at_least=kept.written,
        quoted=quoted,
        themes=themes,
        without_ok_at_least=kept.without_ok,
        not_told=kept.not_told,
        kept_back=kept.reasons,
        others=kept.some,
    )


def _json_card(entry: CardSummary) -> schema.SummaryCard:
    card, shown = entry.card, entry.shown
    none = shown.no_answer
    return schema.SummaryCard(
        id=card.id,
        kind=card.kind,
        rule=card.rule,
        today=card.today or None,
        by_youth=card.is_idea,
        good=card.good or None,
        risk=card.risk or None,
        room=card.room or None,
        staff_note=card.staff_note or None,
        pointers=card.pointers,
        options=None if card.kind == Scale.name else _options(card),
        answered=shown.answered,
        label=shown.label,
        shown=entry.sentence,
        counts={_answer(card, o): shown.counts[o.code] for o in kind_of(card).options(card)} if shown.counts else None,
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
    return {_answer(card, option): option.words for option in kind_of(card).options(card)}


def _answer(card: Card, option: Choosable) -> str:
    """Under which an answer leaves. The letter of a pair's wording was drawn by lot, so its rule stands in its place."""
    return option.code if card.kind == Pair.name else kind_of(card).export_name(option)


def _together(card: Card, together: Together) -> schema.SummaryTogether:
    names = {option.code: _answer(card, option) for option in kind_of(card).options(card)}
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
