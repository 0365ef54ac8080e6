"""The adopted rules in sentences: the same on the wall, in the handbook, on the screen and in plain mode."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.dates import parse_date
from codesign.core.kinds.pair import Pair
from codesign.core.policy_team.adopted import Adopted, OurRules, asks_of
from codesign.core.policy_team.wanted import is_question
from codesign.core.text import RULE_LIMIT, clean
from codesign.phrases import MADE_UP, asked, day, which
from codesign.phrases.came_of import AGAIN, WHY, day_as_told, first_who_when, reads, words_of
from codesign.phrases.lead_in import capital, ended, led, without_the_answer
from codesign.phrases.line import MixedWords, led_by, parts_of, written
from codesign.words import N_, OWN, _, in_region, many, speaking

TITLE = N_("Our tech rules")
_A_RULE = 5
"""So many words can be a rule of their own; fewer are an answer, which stands behind its question."""
_WHEN_BROKEN = N_("When a rule is broken")
_CHANGED = N_("Young people here changed this rule. First it was: {words}")
_TO_BE_WRITTEN = N_("Still to be written")
_MISSING = {
    "changes": N_("The team said yes, with changes. It did not say how the rule reads now. Ask them."),
    "which": N_("The team said yes. It did not say to which answer. Ask them."),
    "again": N_("The team said yes to this rule once. Later it said no, or not now. Ask them what counts."),
}


class RuleWords(Struct, frozen=True):
    """One rule as it reads now, and what belongs to it."""

    rule: str
    lines: tuple[str, ...]


class RulesPart(Struct, frozen=True):
    """Some rules, perhaps under a title."""

    title: str
    rules: tuple[RuleWords, ...]
    unwritten: bool = False
    """Nobody says how they read; in place of what belongs to each stands what is missing."""


class RulesPage(Struct, frozen=True, kw_only=True):
    """The page in words."""

    made_up: str
    """The line that says so; empty for a real group."""
    title: str
    about: str
    """Which sessions it is of."""
    first: tuple[str, ...]
    """How a rule can be changed, and what to know of the page."""
    parts: tuple[RulesPart, ...]
    below: tuple[str, ...]
    """What is not in it."""


def rules_page(of: OurRules) -> RulesPage:
    """The page, in the language and the region in use."""
    now = [adopted for adopted in of.rules if not adopted.unwritten]
    parts = (
        RulesPart("", tuple(_rule(adopted) for adopted in now if not adopted.when_broken)),
        RulesPart(_(_WHEN_BROKEN), tuple(_rule(adopted) for adopted in now if adopted.when_broken)),
        RulesPart(_(_TO_BE_WRITTEN), unwritten_rules(of), unwritten=True),
    )
    page = RulesPage(
        made_up=_(MADE_UP) if of.made_up else "",
        title=_(TITLE),
        about=" · ".join(which(title, month) for title, month in of.sessions),
        first=(*_how_to_change(of.deciders), *([] if now else [_("No rule is adopted yet.")])),
        parts=tuple(part for part in parts if part.rules),
        below=tuple(_not_in_here(of)),
    )
    return replace(page, first=(*page.first, *_of_its_languages(page)))


def _how_to_change(deciders: tuple[str, ...]) -> list[str]:
    who = written(" · ".join(deciders))
    return [
        led(N_("Who can change them: {who}"), "who", who) if who else _("Who can change them? Ask staff."),
        _("You want a change? Tell them, or any staff. You can bring a rule to the next session, and vote on it again."),
    ]


def _of_its_languages(page: RulesPage) -> list[str]:
    """Said where some of it is not in the language in use."""
    lines = [line for part in page.parts for rule in part.rules for line in (rule.rule, *rule.lines)]
    if not any(spoken for line in lines for _words, spoken in parts_of(line)):
        return []
    return [_("What is in English stands here as somebody wrote it.")]


def _rule(adopted: Adopted) -> RuleWords:
    """A rule that holds: why, what it waits for, whom to ask, and when it is looked at again."""
    decision = adopted.decision
    because = written(without_the_answer(decision.because, decision.answer))
    again = day_as_told(decision.review)
    lines = [
        *([_("Young people here wrote this rule.")] if adopted.card.is_idea else []),
        *([led_by(_CHANGED, words_of(adopted.card.was))] if adopted.card.was else []),
        *([led(WHY, "why", because)] if because else [_("Nobody has said why yet. You can ask.")]),
        *first_who_when(decision),
        led(AGAIN, "again", again) if again else _("No day is set yet to look at it again. You can ask for one."),
    ]
    return RuleWords(rule_as_it_reads(adopted), tuple(lines))


def rule_as_it_reads(adopted: Adopted) -> MixedWords:
    """The team's own words; else those of the rule, or of the answer that a yes went to. A short answer stands behind its
    question."""
    card, options = adopted.card, adopted.options
    answer = reads(card, adopted.decision) or (words_of(options[0].words) if options else MixedWords())
    if not answer:
        return words_of(card.rule)
    if not is_question(card) or card.kind == Pair.name or len(answer.split()) >= _A_RULE:
        return ended(capital(answer))
    return ended(MixedWords(*parts_of(words_of(card.rule)), (" ", ""), *parts_of(answer)))


def rules_today(of: OurRules, today: str) -> dict[frozenset[str], str]:
    """What names a rule -> how it reads on this day (YYYY-MM-DD), in our own language, or by when it is promised to; without
    those that nobody has written."""
    with speaking(OWN), in_region(of.region):
        return {
            asks_of(adopted.card): clean(_today(adopted, today), RULE_LIMIT) for adopted in of.rules if not adopted.unwritten
        }


def _today(adopted: Adopted, today: str) -> str:
    words, by_when = rule_as_it_reads(adopted), parse_date(adopted.decision.by_when)
    return _("By {day}: {words}", day=day(by_when), words=words) if by_when > today[: len(by_when)] else words


def unwritten_rules(of: OurRules) -> tuple[RuleWords, ...]:
    """The rules of which the answer does not say how they read, each with what is missing."""
    return tuple(_unwritten(adopted) for adopted in of.rules if adopted.unwritten)


def _unwritten(adopted: Adopted) -> RuleWords:
    """A rule of which nobody can say how it reads, and what is missing."""
    card = adopted.card
    return RuleWords(words_of(asked(card) if card.kind == Pair.name else card.rule), (_(_MISSING[adopted.unwritten]),))


def _not_in_here(of: OurRules) -> Iterator[str]:
    if of.answered_again:
        yield _("Some rules were answered more than once. The newest answer stands here.")
    if of.not_now:
        yield many(
            "{n} rule is not in here. The answer was no, or not now.",
            "{n} rules are not in here. The answer was no, or not now.",
            of.not_now,
        )
    if of.open:
        yield many("{n} rule has no answer yet.", "{n} rules have no answer yet.", of.open)
