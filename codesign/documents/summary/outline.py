"""The summary as a reader meets it, in words and in order, before any format: Word, HTML and Markdown print the same.

Texts of people come as they are; each format escapes them its own way.
"""

from collections.abc import Iterator

from msgspec import Struct

from codesign.content import todays_words
from codesign.core.card import POINTERS
from codesign.core.disclosure import MANY_DID_NOT_ANSWER
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.base import Prompt
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import Scale
from codesign.documents.charts import Chart
from codesign.documents.summary.answer_form import HEADING, AnswerForm, form
from codesign.documents.summary.asks import (
    AS_VOTED,
    NO_REASON,
    OF_OTHER_WORDS,
    STAFF_NOTE,
    TODAY,
    WHAT_A_CHOICE_CHANGES,
    Ask,
    asks,
    put_first,
    put_first_about,
    shortened,
)
from codesign.documents.summary.build import CardSummary, Quoted, Summary
from codesign.documents.summary.facts import Fact, facts_of, standard_sentence
from codesign.documents.summary.fairness import fairness
from codesign.documents.summary.how_to_read import how_to_read
from codesign.documents.summary.ledger import in_words
from codesign.documents.summary.served import SERVED_BY
from codesign.phrases import FLAGS, MADE_UP, PROMPTS, SIGNS, day, what_is_shown, without_answer
from codesign.phrases.on_a_card import CHANGED_TO, WORDS_OF_THE_TALK
from codesign.words import N_, _, in_region, many

NOTHING_TO_ASK = (
    "Too few people answered each rule for anything to be told of it: no number, no phrase, and nothing that was written about "
    "it. So there is nothing to decide on yet. A group under 5 can talk without a vote, and write down together what all agree "
    "to say."
)
HEADINGS = {
    "asks": "What youth ask you to decide",
    "notice": "A notice: too few people answered",
    "asked": "What the group was asked",
    "decisions": HEADING,
    "fairness": "Safety and fairness check",
    "picture": "All rules in one picture",
    "rules": "Rule by rule",
    "pairs": "Compared wordings",
    "ideas": "Rules that youth propose",
    "unclear": "What many did not get",
    "pointers": "Rules by pointer",
    "words": "What became of the words",
    "how": "How to read this",
}
_SMALL = N_("Small group, asked in private; numbers are left out to protect them. Treat this as reasons, not as a poll.")
_SMALL_GROUPS = N_(
    "Small groups, asked in private; numbers are left out to protect them. Treat this as reasons, not as a poll."
)
_SHORT = 110
"""Letters of a rule over its bars."""


class Rule(Struct, frozen=True, kw_only=True):
    """One card with all that may be said of it."""

    number: int
    id: str
    words: str
    short: str
    """The words, cut to stand over its bars."""
    sign: str
    sentence: str
    meta: tuple[str, ...]
    """Id and pointers."""
    lines: tuple[Fact, ...]
    """Empty for a card in the box."""
    chart: Chart


class Outline(Struct, frozen=True, kw_only=True):
    """The whole document in reading order."""

    made_up: str
    """The line that says so; empty for a real group."""
    title: str
    facts: tuple[Fact, ...]
    standard_sentence: str
    small: str
    """How to take what a small group said; empty where numbers are shown."""
    asked_for: str
    """How many decisions are asked for, and in which order."""
    choices: str
    """What each answer changes."""
    first: tuple[Fact, ...]
    """What youth put first."""
    asks: tuple[Ask, ...]
    """What they ask to be decided; empty where nothing may be told of any rule."""
    boxed: str
    """Which rules stay in the box beside them; empty for none."""
    asked: tuple[str, ...]
    """The rules in words, where nothing may be told of any; else empty, and then what follows down to `pointers` is there."""
    form: AnswerForm
    """Without a row where there is nothing to decide."""
    fairness: tuple[str, ...]
    picture: tuple[Rule, ...]
    """Every rule of which something may be told, to be drawn."""
    rules: tuple[Rule, ...]
    pairs: tuple[Rule, ...]
    ideas: tuple[str, ...]
    """Empty where nobody proposed any."""
    unclear: tuple[str, ...]
    pointers: tuple[Fact, ...]
    """Of each the rules, and what of the program serves it."""
    words: tuple[str, ...]
    """What became of the words that were written."""
    how: tuple[str, ...]


def outline(summary: Summary) -> Outline:
    """The summary in words, section by section. Lists that would be empty hold one sentence that says so; but of a group that
    was too small for every rule there is one page, without a table and without a row to fill in."""
    with in_region(summary.region):
        return _outline(summary)


def _outline(summary: Summary) -> Outline:
    rules = tuple(_rule(number, entry) for number, entry in enumerate(summary.cards, 1))
    paired = {entry.card.id for entry in summary.cards if entry.card.kind == Pair.name}
    speaks, asked = any(entry.shown.speaks for entry in summary.cards), asks(summary)
    return Outline(
        made_up=_(MADE_UP) if summary.made_up else "",
        title=summary.title,
        facts=facts_of(summary),
        standard_sentence=standard_sentence(summary),
        small=_small(summary) if speaks else "",
        asked_for=_asked_for(len(asked), summary.answer_by),
        choices=_(WHAT_A_CHOICE_CHANGES),
        first=tuple(_first(summary)),
        asks=asked,
        boxed=_boxed(summary) if speaks else "",
        asked=() if speaks else tuple(f"{rule.number}. {rule.words}" for rule in rules),
        form=form(summary, speaks=speaks),
        fairness=fairness(summary) if speaks else (),
        picture=tuple(rule for rule, entry in zip(rules, summary.cards, strict=True) if entry.shown.speaks),
        rules=tuple(rule for rule in rules if speaks and rule.id not in paired),
        pairs=tuple(rule for rule in rules if speaks and rule.id in paired),
        ideas=_ideas(summary),
        unclear=_unclear(summary) if speaks else (),
        pointers=tuple(_pointer(summary, pointer) for pointer in POINTERS if speaks),
        words=in_words(summary.ledger, *summary.words),
        how=how_to_read(summary) if speaks else tuple(what_is_shown(summary.thresholds)[:1]),
    )


def _small(summary: Summary) -> str:
    if any(entry.shown.answered for entry in summary.cards):
        return ""
    return _(_SMALL if summary.records == 1 else _SMALL_GROUPS)


def _asked_for(n: int, answer_by: str) -> str:
    if due := day(answer_by):
        told = many("Please decide {n} rule by {day}.", "Please decide {n} rules by {day}.", n, day=due)
    else:
        told = many("Please decide {n} rule.", "Please decide {n} rules.", n)
    return f"{told} {_('What youth put first stands first, then what they wrote.')}"


def _first(summary: Summary) -> Iterator[Fact]:
    """What was picked most, each with the rules that it is about."""
    numbers = {rule: number for number, entry in enumerate(summary.cards, 1) for rule in entry.card.asks}
    for entry in put_first(summary):
        told = []
        for option, about in put_first_about(entry):
            rules = ", ".join(str(n) for n in sorted({numbers[rule] for rule in about if rule in numbers}))
            told.append(_("{words} (rules {numbers})", words=_(option.words), numbers=rules) if rules else _(option.words))
        words = " · ".join(told) or entry.chart.phrase
        yield Fact(
            _("What they put first"),
            (_("{words}. These three came first, in no order; three are always named.", words=words) if told else words,),
        )


def _boxed(summary: Summary) -> str:
    numbers = [str(number) for number, entry in enumerate(summary.cards, 1) if not entry.shown.speaks]
    words = (
        "In the box, because fewer than 5 answered: rule {numbers}.",
        "In the box, because fewer than 5 answered: rules {numbers}.",
    )
    return many(*words, len(numbers), numbers=", ".join(numbers)) if numbers else ""


def _rule(number: int, entry: CardSummary) -> Rule:
    card, shown = entry.card, entry.shown
    chart = entry.chart
    named = [f"{p} {_(POINTERS[p])}" for p in card.pointers if p in POINTERS]
    return Rule(
        number=number,
        id=card.id,
        words=card.rule,
        short=shortened(card.rule, _SHORT),
        sign=SIGNS[shown.label],
        sentence=entry.sentence,
        meta=(card.id, *named) if shown.speaks else (),
        lines=_lines(entry) if shown.speaks else (),
        chart=chart,
    )


def _lines(entry: CardSummary) -> tuple[Fact, ...]:
    """What stands under a card that at least five people answered. Who disagrees is told on every one, or that nobody said."""
    card = entry.card
    lines = []
    if card.was:
        of_these = _("{words} Only the vote on these words is told.", words=card.rule)
        lines += [Fact(_(AS_VOTED), (card.was,)), Fact(_(CHANGED_TO), (of_these,))]
    if card.kind == Pair.name or (not for_or_against(card) and entry.shown.counts is None):  # else the counts name them all
        lines.append(Fact(_("Asked"), tuple(f"{o.key}: {_(o.words)}" for o in kind_of(card).options(card))))
    if today := todays_words(card):
        lines.append(Fact(_(TODAY), (today,)))
    if entry.shown.flags:
        lines.append(Fact(_("Note"), tuple(_(FLAGS[flag]) for flag in entry.shown.flags)))
    if entry.one_change:
        lines.append(Fact(_("If one person changed their mind"), (entry.one_change,)))
    if entry.range:
        lines.append(Fact(_("In sessions like these"), (entry.range,)))
    if card.kind == Scale.name:
        lines.extend(_quoted(_("Why people back it"), entry, "works"))
        lines.append(_or_nobody(Fact(_("Who disagrees and why"), _quotes(entry, "doesnt"))))
        lines.extend(_quoted(_(PROMPTS["could"]), entry, "could"))
    else:
        lines.append(_or_nobody(Fact(_(PROMPTS["idea"]), _quotes(entry, "idea"))))
    if entry.themes:
        lines.append(Fact(_("Themes"), entry.themes))
    if entry.heard:
        lines.append(Fact(_("Said in the room, and read back to it"), (entry.heard,)))
    if entry.reworded:
        lines.append(Fact(_(WORDS_OF_THE_TALK), (entry.reworded,)))
    if card.staff_note:
        lines.append(Fact(_(STAFF_NOTE), (card.staff_note,)))
    return tuple(lines)


def _quoted(name: str, entry: CardSummary, prompt: Prompt) -> list[Fact]:
    quotes = _quotes(entry, prompt)
    return [Fact(name, quotes)] if quotes else []


def _or_nobody(line: Fact) -> Fact:
    return line if line.texts else Fact(line.name, (_(NO_REASON),))


def _quotes(entry: CardSummary, prompt: Prompt) -> tuple[str, ...]:
    return tuple(_in_words(quote) for quote in entry.quotes if quote.prompt == prompt)


def _in_words(quote: Quoted) -> str:
    return f"“{quote.text}”{beside(quote)}"


def beside(quote: Quoted) -> str:
    """What stands after a quote, with a space before it: its picks, and that a second vote came after it; or nothing."""
    earlier = _("said before the talk and the second vote") if quote.earlier else None
    notes = (quote.pick, _(OF_OTHER_WORDS) if quote.other_words else earlier)
    return "".join(f" ({note})" for note in notes if note)


def _ideas(summary: Summary) -> tuple[str, ...]:
    themes = (_("Other ideas were about: {themes}", themes=" · ".join(summary.idea_themes)),) if summary.idea_themes else ()
    return (*(f"“{text}”" for text in summary.ideas), *themes)


def _unclear(summary: Summary) -> tuple[str, ...]:
    """The training list: cards that many skipped or did not get, with the numbers where they may be shown."""
    flagged = [(n, e) for n, e in enumerate(summary.cards, 1) if MANY_DID_NOT_ANSWER in e.shown.flags]
    if not flagged:
        return (_("No rule that can be shown was left unanswered by many."),)
    rows = [f"{n}. {e.card.rule}" + _no_answer(e) for n, e in flagged]
    return (_("Explain or reword these, or train on them, before you decide:"), *rows)


def _no_answer(entry: CardSummary) -> str:
    none = entry.shown.no_answer
    return f" ({without_answer(entry.card, none)})" if none else ""


def _pointer(summary: Summary, pointer: str) -> Fact:
    ids = summary.pointers[pointer]
    numbers = [str(n) for n, entry in enumerate(summary.cards, 1) if entry.card.id in ids]
    name = f"{pointer} {_(POINTERS[pointer])}"
    return Fact(name, (", ".join(numbers) or _("No rule in this session"), _(SERVED_BY[pointer])))
