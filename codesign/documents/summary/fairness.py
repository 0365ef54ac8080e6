"""The safety and fairness check on page one: what a policy team should not read past. Chosen by nothing but what is shown."""

from collections.abc import Iterator

from codesign.core.card import POINTERS
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import Pair, is_zero_tolerance
from codesign.core.wording import Unsaid, unsaid
from codesign.documents.summary.asks import shortened
from codesign.documents.summary.build import CardSummary, Summary
from codesign.words import N_, _, many

NOTHING_FOUND = N_(
    "The word check found no place. It misses many: read each rule yourself. What does it take away, why, until when, and who "
    "looks at it again?"
)
_UNSAID: dict[Unsaid, str] = {"why": N_("why"), "end": N_("when it ends"), "review": N_("who looks at it again")}
_SHORT = 120


def fairness(summary: Summary) -> tuple[str, ...]:
    """A sentence for each place to talk about; one that says so where there is none. No score."""
    numbered = list(enumerate(summary.cards, 1))
    found = [*_today(summary)]
    found += [text for number, entry in numbered for text in (*_zero_tolerance(number, entry), *_limits(number, entry))]
    return (*(found or [_(NOTHING_FOUND)]), *_gaps(summary))


def _zero_tolerance(number: int, entry: CardSummary) -> Iterator[str]:
    """The stricter wording was picked over its partner: told straight, with the reasons."""
    picked = next((o for o in entry.card.options if o.code == entry.shown.answer), None)
    if entry.card.kind != Pair.name or picked is None or not is_zero_tolerance(picked.code):
        return
    reasons = " · ".join([f"“{shortened(q.text, _SHORT)}”" for q in entry.quotes] + list(entry.themes))
    yield _(
        "Rule {n}: most picked the zero-tolerance wording, “{words}” What people wrote on this question: {reasons} "
        "Ask what it should keep safe, and whether a gentler rule does the same.",
        n=number,
        words=picked.words,
        reasons=reasons or _("none that can be shown."),
    )


def _today(summary: Summary) -> Iterator[str]:
    """Rules of today that may take something away and do not say enough, each once, with the cards that ask about it."""
    asked: dict[str, list[str]] = {}
    for number, entry in enumerate(summary.cards, 1):
        asked.setdefault(entry.card.today, []).append(f"{number}")
    for words, numbers in asked.items():
        if left := unsaid(words):
            yield many(
                "Rule {numbers} today, “{words}”, may be a limit that does not say: {left}.",
                "Rules {numbers} today, “{words}”, may be a limit that does not say: {left}.",
                len(numbers),
                numbers=", ".join(numbers),
                words=words,
                left=_names(left),
            )


def _limits(number: int, entry: CardSummary) -> Iterator[str]:
    """Wordings of the program that may take something away and do not say enough. A card without pointers has people's own
    words, on which no check is run."""
    card = entry.card
    if card.pointers and not card.was and (left := unsaid(card.rule)):
        yield _("Rule {n} as proposed may be a limit that does not say: {left}.", n=number, left=_names(left))
    for option in kind_of(card).options(card) if card.kind == Pair.name else ():
        if left := unsaid(option.words):
            yield _(
                "Rule {n}, {letter}: “{words}” may be a limit that does not say: {left}.",
                n=number,
                letter=option.key,
                words=option.words,
                left=_names(left),
            )


def _names(parts: tuple[Unsaid, ...]) -> str:
    return " · ".join(_(_UNSAID[part]) for part in parts)


def _gaps(summary: Summary) -> Iterator[str]:
    if not any(entry.card.pointers for entry in summary.cards):
        return  # a conversation from elsewhere, whose statements name none
    if gaps := [f"{p} {_(POINTERS[p])}" for p, ids in summary.pointers.items() if not ids]:
        yield _("No rule of this session serves: {gaps}.", gaps=" · ".join(gaps))
