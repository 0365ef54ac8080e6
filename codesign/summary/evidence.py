"""Page two: every rule in one table, so that a reader can check page one against the numbers."""

from msgspec import Struct

from codesign.core.disclosure import NoAnswer
from codesign.core.kinds.scale import COULD, DOESNT, WORKS, Scale
from codesign.phrases import SIGNS, label
from codesign.summary.asks import VERBS, shortened, verb_of
from codesign.summary.build import CardSummary, Summary
from codesign.words import N_

COLUMNS = (
    N_("Rule"),
    N_("Works for me"),
    N_("Could work if..."),
    N_("Doesn't work for me"),
    N_("No answer"),
    N_("Result"),
)
NOT_TOLD = "–"
_SHORT = 70


class Row(Struct, frozen=True):
    """One rule in the table, by COLUMNS."""

    rule: str
    """Its number and its words, cut to fit."""
    numbers: tuple[str, ...]
    """Works, could, doesn't, no answer; NOT_TOLD where a number may not be shown or the card is of another kind."""
    result: str
    """Its sign and label."""


def evidence(summary: Summary) -> tuple[Row, ...]:
    """The rules in the order of page one, then of the session; empty where no number may be shown of any."""
    if not any(entry.shown.whole_counts for entry in summary.cards):
        return ()
    order = list(VERBS)
    numbered = [(number, entry) for number, entry in enumerate(summary.cards, 1) if entry.shown.speaks]
    numbered.sort(key=lambda item: order.index(verb_of(item[1])))
    in_the_box = [(number, entry) for number, entry in enumerate(summary.cards, 1) if not entry.shown.speaks]
    return tuple(_row(number, entry) for number, entry in numbered + in_the_box)


def _row(number: int, entry: CardSummary) -> Row:
    shown = entry.shown
    counts = (shown.whole_counts or {}) if entry.card.kind == Scale.name else {}
    numbers = [str(counts.get(code, NOT_TOLD)) for code in (WORKS, COULD, DOESNT)]
    rule = f"{number}. {shortened(entry.card.rule, _SHORT)}"
    return Row(rule, (*numbers, _no_answer(shown.no_answer)), f"{SIGNS[shown.label]} {label(entry.card, shown)}")


def _no_answer(no_answer: NoAnswer | None) -> str:
    return NOT_TOLD if no_answer is None else str(no_answer.skipped + no_answer.unclear + no_answer.not_reached)
