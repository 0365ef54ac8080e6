"""What youth ask the policy team to decide: a handful of lines, chosen and ordered by nothing but what is shown."""

from itertools import zip_longest

from msgspec import Struct

from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, SESSIONS_DIFFER
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import Prompt
from codesign.core.kinds.choice import SOMETHING_ELSE
from codesign.core.kinds.pair import BOTH, NEITHER
from codesign.core.kinds.scale import COULD, DOESNT, WORKS, Scale
from codesign.documents.summary.build import CardSummary, Summary
from codesign.phrases import PROMPTS, SIGNS, asked, label
from codesign.words import _

MOST_LINES = 6
_QUOTE_LENGTH = 160

_BACKED, _MOST, _COULD, _CHANGE, _REFUSED = "backed", "most", "could", "change", "refused"
_LEAN_FOR, _LEAN_AGAINST = "lean-for", "lean-against"
_SPLIT, _PICKED, _OPEN, _DIFFER, _NONE = "split", "picked", "open", "differ", ""
VERBS = {
    _BACKED: "They back this",
    _MOST: "Most back it; some want changes",
    _LEAN_FOR: "More are for it than against",
    _COULD: "It could work, with changes",
    _CHANGE: "They want this changed",
    _REFUSED: "They say no to this",
    _LEAN_AGAINST: "More are against it than for",
    _SPLIT: "Split. Talk more first",
    _OPEN: "No clear answer yet",
    _DIFFER: "Sessions differ",
    _PICKED: "They picked an answer",
    _NONE: "",
}
"""What is asked, in the order of the page."""

_BY_LABEL = {
    "strong-support": _BACKED,
    "more-for": _LEAN_FOR,
    "could-work": _COULD,
    "strong-concern": _REFUSED,
    "more-against": _LEAN_AGAINST,
    "split": _SPLIT,
    "mixed": _OPEN,
    "no-clear-pick": _OPEN,
    SESSIONS_DIFFER: _DIFFER,
}
_BY_ANSWER = {WORKS: _BACKED, COULD: _CHANGE, BOTH: _CHANGE, DOESNT: _REFUSED, NEITHER: _REFUSED}
_STRONGEST_FIRST = (ALL_OR_ALL_BUT_TWO, "strong-support", "strong-concern")
_REASONS: dict[str, tuple[Prompt, ...]] = {
    _BACKED: ("works",),
    _LEAN_FOR: ("works",),
    _MOST: ("works", "could"),
    _COULD: ("could", "idea"),
    _CHANGE: ("could", "idea"),
    _REFUSED: ("doesnt", "idea"),
    _LEAN_AGAINST: ("doesnt", "idea"),
    _SPLIT: ("works", "doesnt", "idea"),
    _PICKED: ("idea",),
    _OPEN: ("works", "doesnt", "idea"),
    _DIFFER: ("works", "doesnt", "idea"),
    _NONE: ("works", "doesnt", "idea"),
}
_BOTH_SIDES = (_SPLIT, _OPEN, _DIFFER, _NONE)
"""The prompts whose first quote may stand beside an ask: a reason for it, and both sides of a split."""


class Ask(Struct, frozen=True):
    """One line of page one."""

    verb: str
    number: int
    """The place of the card in the session, from 1."""
    rule: str
    result: str
    """Its shape and label."""
    quotes: tuple[str, ...]
    """Cut where they are long; rule by rule has them whole."""
    theme: str
    """The first theme where there is no fitting quote; else empty."""
    lead: str = ""
    """What the words are, where they belong to no answer: on other cards than a scale they are no reason for the one picked."""


def asks(summary: Summary) -> tuple[Ask, ...]:
    """At most MOST_LINES asks, taken from each verb in turn so that none drowns another, in the order of VERBS.

    Empty where every card stays in the box.
    """
    groups: dict[str, list[tuple[int, CardSummary]]] = {verb: [] for verb in VERBS}
    for number, entry in enumerate(summary.cards, 1):
        if entry.shown.speaks:
            groups[verb_of(entry)].append((number, entry))
    for group in groups.values():
        group.sort(key=lambda item: item[1].shown.label not in _STRONGEST_FIRST)
    in_turn = [item for turn in zip_longest(*groups.values()) for item in turn if item is not None]
    chosen = {number for number, _entry in in_turn[:MOST_LINES]}
    return tuple(_ask(verb, *item) for verb, group in groups.items() for item in group if item[0] in chosen)


def shortened(words: str, limit: int) -> str:
    """The words, cut after a whole word where they are longer than `limit`."""
    return words if len(words) <= limit else f"{words[:limit].rsplit(' ', 1)[0]} …"


def verb_of(entry: CardSummary) -> str:
    """What is asked of the policy team on a card that is not in the box: a key of VERBS. Never more than its numbers say."""
    card, shown = entry.card, entry.shown
    if shown.label == ALL_OR_ALL_BUT_TWO and shown.answered is not None and (shown.answered - 2) * 4 < shown.answered * 3:
        return _NONE
    counts = shown.whole_counts
    if shown.label == "could-work" and counts and counts[WORKS] * 2 > sum(counts.values()):
        return _MOST
    for label_, code, verb in (("more-for", WORKS, _BACKED), ("more-against", DOESNT, _REFUSED)):
        if shown.label == label_ and counts and counts[code] * 2 > sum(counts.values()):
            return verb  # the label begins at half
    if shown.label in _BY_LABEL:
        return _BY_LABEL[shown.label]
    if any(o.code == shown.answer and o.words == SOMETHING_ELSE for o in kind_of(card).options(card)):
        return _CHANGE
    return _BY_ANSWER.get(shown.answer or "", _PICKED)


def _ask(verb: str, number: int, entry: CardSummary) -> Ask:
    first = [next((q.text for q in entry.quotes if q.prompt == prompt), "") for prompt in _REASONS[verb]]
    quotes = tuple(shortened(text, _QUOTE_LENGTH) for text in first if text)
    if verb in _BOTH_SIDES and len(quotes) < 2 and entry.card.kind == Scale.name:
        quotes = ()  # both sides of a split, or neither: one alone would tilt it
    theme = "" if quotes or not entry.themes or verb in _BOTH_SIDES else shortened(entry.themes[0], _QUOTE_LENGTH)
    lead = _(PROMPTS["idea"]) if entry.card.kind != Scale.name and (quotes or theme) else ""
    return Ask(_(VERBS[verb]) if VERBS[verb] else "", number, asked(entry.card), _result(entry), quotes, theme, lead)


def _result(entry: CardSummary) -> str:
    """The sign and the label, with the counts where they hold every session; what the sessions said where they differ."""
    card, shown = entry.card, entry.shown
    if shown.label == SESSIONS_DIFFER and entry.sessions:
        return " · ".join(dots.told for dots in entry.sessions)
    told = label(card, shown).rstrip(".")
    if counts := shown.whole_counts:
        told += ". " + " · ".join(f"{_(o.words)} {counts[o.code]}" for o in kind_of(card).options(card))
        told = _("{counts} (of {n})", counts=told, n=shown.answered)
    return f"{SIGNS[shown.label]} {told}"
