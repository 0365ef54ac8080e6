"""The summary as a reader meets it, in words and in order, before any format: Word, HTML and Markdown print the same.

Texts of people come as they are; each format escapes them its own way.
"""

from msgspec import Struct

from codesign.core.card import POINTERS
from codesign.core.disclosure import MANY_DID_NOT_ANSWER
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.base import Prompt
from codesign.core.kinds.pair import Pair
from codesign.core.kinds.scale import Scale
from codesign.documents.charts import Chart
from codesign.documents.summary.asks import Ask, asks
from codesign.documents.summary.build import CardSummary, Quoted, Summary
from codesign.documents.summary.evidence import EvidenceRow, columns, evidence
from codesign.documents.summary.facts import Fact, facts_of, standard_sentence
from codesign.documents.summary.fairness import fairness
from codesign.documents.summary.form import HEADING, AnswerForm, form
from codesign.documents.summary.how_to_read import how_to_read
from codesign.documents.summary.kept_back import in_words
from codesign.phrases import FLAGS, MADE_UP, PROMPTS, SIGNS, what_is_shown, without_answer
from codesign.words import _, in_region, many

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
    "evidence": "All rules in one table",
    "rules": "Rule by rule",
    "pairs": "Compared wordings",
    "ideas": "Rules that youth propose",
    "unclear": "What many did not get",
    "pointers": "Rules by pointer",
    "withheld": "Comments kept back",
    "how": "How to read this",
}


class Rule(Struct, frozen=True, kw_only=True):
    """One card with all that may be said of it."""

    number: int
    id: str
    words: str
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
    asks: tuple[Ask, ...]
    asked: tuple[str, ...]
    """The rules in words, where nothing may be told of any; else empty, and then what follows down to `pointers` is there."""
    asks_more: str
    """That other rules stand in the table; empty where all were named."""
    form: AnswerForm
    """Without a row where there is nothing to decide."""
    fairness: tuple[str, ...]
    evidence: tuple[EvidenceRow, ...]
    """Empty where no number may be shown of any card."""
    evidence_columns: tuple[str, ...]
    rules: tuple[Rule, ...]
    pairs: tuple[Rule, ...]
    ideas: tuple[str, ...]
    """Empty where nobody proposed any."""
    unclear: tuple[str, ...]
    pointers: tuple[Fact, ...]
    withheld: tuple[str, ...]
    how: tuple[str, ...]


def outline(summary: Summary) -> Outline:
    """The summary in words, section by section. Lists that would be empty hold one sentence that says so; but of a group that
    was too small for every rule there is one page, without a table and without a row to fill in."""
    with in_region(summary.region):
        return _outline(summary)


def _outline(summary: Summary) -> Outline:
    rules = tuple(_rule(number, entry) for number, entry in enumerate(summary.cards, 1))
    table, asked = evidence(summary), asks(summary)
    paired = {entry.card.id for entry in summary.cards if entry.card.kind == Pair.name}
    speaks = any(entry.shown.speaks for entry in summary.cards)
    return Outline(
        made_up=_(MADE_UP) if summary.made_up else "",
        title=summary.title,
        facts=facts_of(summary),
        standard_sentence=standard_sentence(summary),
        asks=asked,
        asks_more=_more(sum(entry.shown.speaks for entry in summary.cards) - len(asked)),
        asked=() if speaks else tuple(f"{rule.number}. {rule.words}" for rule in rules),
        form=form(summary, speaks=speaks),
        fairness=fairness(summary) if speaks else (),
        evidence=table,
        evidence_columns=tuple(column.words for column in columns(summary) if table),
        rules=tuple(rule for rule in rules if speaks and rule.id not in paired),
        pairs=tuple(rule for rule in rules if speaks and rule.id in paired),
        ideas=_ideas(summary),
        unclear=_unclear(summary) if speaks else (),
        pointers=tuple(_pointer(summary, pointer) for pointer in POINTERS if speaks),
        withheld=in_words(summary.kept_back),
        how=how_to_read(summary, has_table=bool(table)) if speaks else tuple(what_is_shown(summary.thresholds)[:1]),
    )


def _more(left: int) -> str:
    return many("{n} more rule is in the table below.", "{n} more rules are in the table below.", left) if left else ""


def _rule(number: int, entry: CardSummary) -> Rule:
    card, shown = entry.card, entry.shown
    chart = entry.chart
    named = [f"{p} {_(POINTERS[p])}" for p in card.pointers if p in POINTERS]
    return Rule(
        number=number,
        id=card.id,
        words=card.rule,
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
    if card.kind == Pair.name or (not for_or_against(card) and entry.shown.counts is None):  # else the counts name them all
        lines.append(Fact(_("Asked"), tuple(f"{o.key}: {_(o.words)}" for o in kind_of(card).options(card))))
    if card.today:
        lines.append(Fact(_("Today"), (card.today,)))
    if entry.shown.flags:
        lines.append(Fact(_("Note"), tuple(_(FLAGS[flag]) for flag in entry.shown.flags)))
    if entry.one_change:
        lines.append(Fact(_("If one person changed their mind"), (entry.one_change,)))
    if entry.range:
        lines.append(Fact(_("In sessions like these"), (entry.range,)))
    if entry.sessions:
        lines.append(Fact(_("Session by session, in no order"), tuple(dots.told for dots in entry.sessions)))
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
    if card.staff_note:
        lines.append(Fact(_("Staff note, not from youth"), (card.staff_note,)))
    return tuple(lines)


def _quoted(name: str, entry: CardSummary, prompt: Prompt) -> list[Fact]:
    quotes = _quotes(entry, prompt)
    return [Fact(name, quotes)] if quotes else []


def _or_nobody(line: Fact) -> Fact:
    return line if line.texts else Fact(line.name, (_("No one gave a reason that can be shown."),))


def _quotes(entry: CardSummary, prompt: Prompt) -> tuple[str, ...]:
    return tuple(_in_words(quote) for quote in entry.quotes if quote.prompt == prompt)


def _in_words(quote: Quoted) -> str:
    return f"“{quote.text}”{beside(quote)}"


def beside(quote: Quoted) -> str:
    """What stands after a quote, with a space before it: its picks, and that a second vote came after it; or nothing."""
    notes = (quote.pick, _("said before the talk and the second vote") if quote.earlier else None)
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
    return Fact(name, (", ".join(numbers) or _("No rule in this session"),))
