"""Page two: every rule in one table, so that a reader can check page one against the numbers."""

from collections.abc import Sequence

from msgspec import Struct

from codesign.core.disclosure import NoAnswer
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.scale import COULD, DOESNT, WORKS
from codesign.documents.summary.asks import VERBS, shortened, verb_of
from codesign.documents.summary.build import CardSummary, Summary
from codesign.phrases import SIGNS, label
from codesign.words import _

NOT_TOLD = "–"
_SHORT = 70


class EvidenceRow(Struct, frozen=True):
    """One rule in the table, by `columns`."""

    rule: str
    """Its number and its words, cut to fit."""
    numbers: tuple[str, ...]
    """By answer, and how many gave none; NOT_TOLD where a number may not be shown or the card is of another kind."""
    result: str
    """Its sign and label."""


class Column(Struct, frozen=True):
    """A column of the table."""

    words: str
    code: str = ""
    """The answer that it counts; empty for one that counts none."""


def columns(summary: Summary) -> tuple[Column, ...]:
    """The columns: the answers for or against in the words of the cards that have them."""
    words: dict[str, dict[str, None]] = {WORKS: {}, COULD: {}, DOESNT: {}}
    for card in (entry.card for entry in summary.cards if for_or_against(entry.card)):
        for option in kind_of(card).options(card):
            words[option.code][_(option.words)] = None
    answers = (Column(" / ".join(found), code) for code, found in words.items() if found)
    return (Column(_("Rule")), *answers, Column(_("No answer")), Column(_("Result")))


def evidence(summary: Summary) -> tuple[EvidenceRow, ...]:
    """The rules in the order of page one, then of the session; empty where no number may be shown of any."""
    if not any(entry.shown.whole_counts for entry in summary.cards):
        return ()
    order = list(VERBS)
    numbered = [(number, entry) for number, entry in enumerate(summary.cards, 1) if entry.shown.speaks]
    numbered.sort(key=lambda item: order.index(verb_of(item[1])))
    in_the_box = [(number, entry) for number, entry in enumerate(summary.cards, 1) if not entry.shown.speaks]
    codes = [column.code for column in columns(summary) if column.code]
    return tuple(_row(number, entry, codes) for number, entry in numbered + in_the_box)


def _row(number: int, entry: CardSummary, codes: Sequence[str]) -> EvidenceRow:
    shown = entry.shown
    counts = (shown.whole_counts or {}) if for_or_against(entry.card) else {}
    numbers = [str(counts.get(code, NOT_TOLD)) for code in codes]
    rule = f"{number}. {shortened(entry.card.rule, _SHORT)}"
    return EvidenceRow(rule, (*numbers, _no_answer(shown.no_answer)), f"{SIGNS[shown.label]} {label(entry.card, shown)}")


def _no_answer(no_answer: NoAnswer | None) -> str:
    return NOT_TOLD if no_answer is None else str(no_answer.skipped + no_answer.unclear + no_answer.not_reached)
