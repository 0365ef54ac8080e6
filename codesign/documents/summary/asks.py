"""What youth ask the policy team to decide, from today's rule to the one they propose: a row a decision, chosen and ordered by
nothing but what is shown."""

import re
from collections.abc import Iterator

from msgspec import Struct

from codesign.content import todays_words
from codesign.core.card import Card, Option, Room
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, SESSIONS_DIFFER
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import Prompt
from codesign.core.kinds.choice import SOMETHING_ELSE
from codesign.core.kinds.pair import BOTH, NEITHER
from codesign.core.kinds.pick_two import PickTwo
from codesign.core.kinds.scale import COULD, DOESNT, WORKS, Scale
from codesign.core.policy_team.decisions import ANSWERS
from codesign.core.policy_team.wanted import says_not_which
from codesign.documents.charts import Chart
from codesign.documents.summary.build import CardSummary, Summary
from codesign.documents.summary.facts import Fact
from codesign.phrases import FLAGS, PROMPTS, SIGNS, THEME, asked
from codesign.phrases.on_a_card import GOOD_FOR
from codesign.words import N_, _

_BACKED, _MOST, _COULD, _CHANGE, _REFUSED = "backed", "most", "could", "change", "refused"
_LEAN_FOR, _LEAN_AGAINST = "lean-for", "lean-against"
_SPLIT, _PICKED, _OPEN, _DIFFER, _NONE = "split", "picked", "open", "differ", ""
VERBS = {
    _BACKED: N_("They back this"),
    _MOST: N_("Most back it; some want changes"),
    _LEAN_FOR: N_("More are for it than against"),
    _COULD: N_("It could work, with changes"),
    _CHANGE: N_("They want this changed"),
    _REFUSED: N_("They say no to this"),
    _LEAN_AGAINST: N_("More are against it than for"),
    _SPLIT: N_("Split. Talk more first"),
    _OPEN: N_("No clear answer yet"),
    _DIFFER: "",
    _PICKED: N_("They picked an answer"),
    _NONE: "",
}
"""What is asked, empty where the phrase beside it says all; of equals they stand in this order."""

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
_BOTH_SIDES = (_SPLIT, _OPEN, _DIFFER, _NONE)
"""Where one reason alone would tilt it: both sides are quoted, or neither."""
_REASONS: dict[str, tuple[Prompt, Prompt]] = {
    _BACKED: ("works", "doesnt"),
    _LEAN_FOR: ("works", "doesnt"),
    _MOST: ("works", "could"),
    _COULD: ("could", "doesnt"),
    _CHANGE: ("could", "doesnt"),
    _REFUSED: ("doesnt", "works"),
    _LEAN_AGAINST: ("doesnt", "works"),
    **dict.fromkeys(_BOTH_SIDES, ("works", "doesnt")),
}
"""The reason that stands beside a rule, and what is said against it."""
_SIDES: dict[Prompt, str] = {"works": N_("For"), "could": N_("With changes"), "doesnt": N_("Against")}
_RULE, _QUOTE, _BESIDE, _NOTE = 150, 90, 55, 110
"""Letters of a rule of today or of an earlier wording, of a quote, of what stands beside and of what staff say; rule by rule
has them whole. The rule that is ticked and what is fixed are never cut."""
_FIXED: dict[Room, str] = {
    "open": N_("nothing."),
    "how-only": N_("a part, by law or contract. How it is done is open."),
    "needs-money": N_("nothing, but it needs money."),
}
_WHAT_IS_FIXED = N_("{fixed}, by law or contract. How it is done is open.")
TODAY = N_("Today")
COLUMNS = (
    TODAY,
    N_("The rule they voted on"),
    N_("What they said"),
    N_("Strongest reason and objection"),
    N_("Good for, risk, what can't be changed"),
    N_("Your choice"),
)
CHOICES = tuple(ANSWERS.values())
WHAT_A_CHOICE_CHANGES = N_(
    "Yes: it holds as they voted on it. Yes, with changes: as you write it. Not now: nothing changes until the day you name. "
    "No: nothing changes, and youth are told why."
)
TICK_HERE = N_("Tick here or in the form that follows; changes, dates and reasons go in the form.")
BY_YOUTH, PUT_FIRST = N_("Written by youth"), N_("Among what they put first")
STAFF_NOTE = N_("Staff note, not from youth")
AS_VOTED = N_("As voted first")
OF_OTHER_WORDS = N_("said of the words before the change")
NO_REASON = N_("No one gave a reason that can be shown.")
NOT_WRITTEN_DOWN = N_("Not written down.")


class Ask(Struct, frozen=True, kw_only=True):
    """A decision that is asked for."""

    number: int
    """The place of the card in the session, from 1."""
    id: str
    marks: tuple[str, ...]
    """That youth wrote it; that it is about what they put first."""
    today: str
    rule: str
    """What is proposed, or asked."""
    was: str
    """How it read before the group changed it after the talk, with its name; empty where it did not. No vote on that is
    told."""
    verb: str
    sign: str
    result: str
    """The phrase, and of how many."""
    note: str
    """That many did not answer; empty where they did."""
    chart: Chart
    reasons: tuple[Fact, ...]
    """In words of youth, for and against."""
    open: bool
    """A question on which nothing leads, so that a yes must say to what."""
    beside: tuple[Fact, ...]
    """What it is good for, the risk it lowers, what can't be changed."""


def asks(summary: Summary) -> tuple[Ask, ...]:
    """Every rule of which something may be told: what youth put first, then what they wrote, then by VERBS, the strongest
    first. Empty where every card stays in the box."""
    first = _put_first(summary)
    order = list(VERBS)

    def place(item: tuple[int, CardSummary]) -> tuple[object, ...]:
        _number, entry = item
        card, label = entry.card, entry.shown.label
        return not card.asks & first, not card.is_idea, order.index(verb_of(entry)), label not in _STRONGEST_FIRST

    found = [(n, e) for n, e in enumerate(summary.cards, 1) if e.shown.speaks and e.card.kind != PickTwo.name]
    return tuple(_ask(number, entry, first) for number, entry in sorted(found, key=place))


def put_first(summary: Summary) -> tuple[CardSummary, ...]:
    """The cards on which youth said what matters most."""
    return tuple(entry for entry in summary.cards if entry.card.kind == PickTwo.name and entry.shown.speaks)


def _put_first(summary: Summary) -> frozenset[str]:
    """The ids of the rules that what youth picked most is about."""
    return frozenset(rule for entry in put_first(summary) for _option, about in put_first_about(entry) for rule in about)


def put_first_about(entry: CardSummary) -> tuple[tuple[Option, tuple[str, ...]], ...]:
    """Of a card on what matters most, what was picked most, each with the ids of the rules that it is about."""
    card, named = entry.card, kind_of(entry.card).named(entry.shown.answer or "")
    about = card.about or ((),) * len(card.options)
    return tuple((option, rules) for option, rules in zip(card.options, about, strict=False) if option.code in named)


def shortened(words: str, limit: int) -> str:
    """The words, cut after a whole word where they are longer than `limit`."""
    return words if len(words) <= limit else f"{words[:limit].rsplit(' ', 1)[0]} …"


def whole_sentences(words: str, limit: int) -> str:
    """The first sentence and as many more as fit in all; a caution cut in its middle may say the opposite."""
    said, *rest = re.split(r"(?<=[.?!]) (?=[A-Z])", words)
    for sentence in rest:
        if len(said) + 1 + len(sentence) > limit:
            return f"{said} …"
        said = f"{said} {sentence}"
    return said


def without_brackets(words: str) -> str:
    """Words of people where a rule is found by what stands in [ ] beside them."""
    return words.replace("[", "(").replace("]", ")")


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


def _ask(number: int, entry: CardSummary, first: frozenset[str]) -> Ask:
    card, verb = entry.card, verb_of(entry)
    marks = (
        (_(BY_YOUTH), card.is_idea),
        (_(PUT_FIRST), bool(card.asks & first)),
        (_("Changed by the group after the talk"), bool(card.was)),
    )
    return Ask(
        number=number,
        id=card.id,
        marks=tuple(words for words, holds in marks if holds),
        today=shortened(todays_words(card), _RULE) or _(NOT_WRITTEN_DOWN),
        rule=without_brackets(asked(card)),
        was=f"{_(AS_VOTED)}: {shortened(without_brackets(card.was), _RULE)}" if card.was else "",
        verb=_(VERBS[verb]) if VERBS[verb] else "",
        sign=SIGNS[entry.shown.label],
        result=_result(entry.chart),
        note=" ".join(_(FLAGS[flag]) for flag in entry.shown.flags),
        chart=entry.chart,
        reasons=tuple(_reasons(entry, verb)),
        open=says_not_which(card, entry.shown),
        beside=tuple(_beside(card)),
    )


def _result(chart: Chart) -> str:
    return _("{phrase} (of {n})", phrase=chart.phrase.removesuffix("."), n=chart.answered) if chart.answered else chart.phrase


def _reasons(entry: CardSummary, verb: str) -> Iterator[Fact]:
    """A reason and an objection, each the first that can be shown; a theme where nobody is quoted."""
    theme = shortened(entry.themes[0], _QUOTE) if entry.themes else ""
    if entry.card.kind != Scale.name:
        said = _first(entry, "idea") or theme
        if said:
            yield Fact(_(PROMPTS["idea"]), (said,))
        return
    found = {prompt: _first(entry, prompt) for prompt in _REASONS[verb]}
    if verb in _BOTH_SIDES and not all(found.values()):
        return
    if not any(found.values()) and theme:
        yield Fact(_(THEME), (theme,))
        return
    for prompt, words in found.items():
        if words or prompt == "doesnt":
            yield Fact(_(_SIDES[prompt]), (words or _(NO_REASON),))


def _first(entry: CardSummary, prompt: Prompt) -> str:
    """Said of the words that the result is on, where somebody did; else it says so."""
    quotes = sorted((quote for quote in entry.quotes if quote.prompt == prompt), key=lambda quote: quote.other_words)
    if not quotes:
        return ""
    said = f"“{shortened(quotes[0].text, _QUOTE)}”"
    return f"{said} ({_(OF_OTHER_WORDS)})" if quotes[0].other_words else said


def _beside(card: Card) -> Iterator[Fact]:
    for name, words in ((_(GOOD_FOR), card.good), (_("Risk it lowers"), card.risk)):
        if words:
            yield Fact(name, (shortened(words, _BESIDE),))
    fixed = _(_FIXED[card.room]) if card.room else ""
    if card.room == "how-only" and card.fixed:
        fixed = _(_WHAT_IS_FIXED, fixed=card.fixed)
    if fixed:
        yield Fact(_("Can't be changed"), (fixed,))
    if card.staff_note and card.room != "open":
        yield Fact(_("Staff say"), (whole_sentences(card.staff_note, _NOTE),))
