"""Plans as TOML: found by name or path, and checked card by card, so that every bad card is told at once."""

import difflib
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from codesign.content.root import root
from codesign.content.toml import read_toml, table_lines
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import POINTERS, Card, Lines, Option, Plan
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean

_CARDS = 500
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}")


class _Rule(Struct, frozen=True, kw_only=True):
    """A row of the rule bank."""

    id: str
    kind: Literal["scale", "choice", "pair"]
    rule: str
    pair_rule: str = ""
    options: list[str] = []
    why: str = ""
    good: str = ""
    risk: str = ""
    pointers: list[str] = []
    content_note: str = ""
    check: str = ""


class _PlanCard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card as a plan file writes it: a rule of the bank, a pair of them, or words of its own."""

    rule: str = ""
    pair: list[str] = []
    id: str = ""
    kind: Literal["scale", "choice"] = "scale"
    words: str = ""
    options: list[str] = []
    today: str = ""
    why: str = ""
    good: str = ""
    risk: str = ""
    pointers: list[str] = []
    content_note: str = ""
    staff_note: str = ""


class _PlanHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    card: list[dict[str, Any]]
    purpose: str = ""
    minutes: int = 60
    language: Literal["en", "es"] = "en"
    numbers_from: Literal[5, 10] = 10
    quote_from: int = 5


@cache
def _rules() -> dict[str, _Rule]:
    values, _ = read_toml(root() / "rules.toml", "rule bank")
    return {rule.id: rule for rule in msgspec.convert(values["rule"], list[_Rule])}


def plan_files(data: Path) -> dict[str, Path]:
    """Plans by name: the facilitator's own, which win, then those that came with the program."""
    found = {}
    for folder in (root() / "plans", data / "plans"):
        found.update({path.stem: path for path in sorted(folder.glob("*.toml"))})
    return found


def find_plan(name: str, data: Path) -> Plan:
    """The plan of that name, or at that path.

    Raises:
        CodesignError: there is none, or it can't be used.
    """
    files = plan_files(data)
    if name in files:
        return read_plan(files[name])
    path = Path(name)
    if os.path.exists(path) or path.suffix or len(path.parts) > 1:
        return read_plan(path)
    near = difflib.get_close_matches(name, files, 1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(files)}."
    raise CodesignError(f"There is no plan “{clean(name, NAME_LIMIT)}”. {hint}")


def read_plan(path: Path) -> Plan:
    """Read and check a plan file.

    Raises:
        CodesignError: one line for each thing that is wrong: file, line, what, mend.
    """
    values, text = read_toml(path, "plan")
    try:
        head = msgspec.convert(values, _PlanHead)
    except msgspec.ValidationError as error:
        raise CodesignError(f"{path}: {_told(error)}") from None
    lines = table_lines(text, "card")
    cards: list[Card] = []
    problems = [f"{path}: {problem}" for problem in _head_problems(head)]
    for number, raw in enumerate(head.card[:_CARDS], 1):
        where = f"{path}, line {lines[number - 1]}" if number <= len(lines) else str(path)
        try:
            card = _card(msgspec.convert(raw, _PlanCard))
            found = [*kind_of(card).problems(card), *_card_problems(card, cards)]
            cards.append(card)
        except msgspec.ValidationError as error:
            found = [_told(error)]
        except CodesignError as error:
            found = [str(error)]
        problems.extend(f"{where}: card {number} {problem}" for problem in found)
    if problems:
        raise CodesignError("\n".join(problems))
    return Plan(
        name=path.stem,
        title=clean(head.title, NAME_LIMIT),
        purpose=clean(head.purpose, RULE_LIMIT),
        minutes=head.minutes,
        cards=tuple(cards),
        lines=Lines(head.numbers_from, head.quote_from),
        language=head.language,
    )


def _told(error: msgspec.ValidationError) -> str:
    """msgspec's message in words a person can use."""
    message, _, place = str(error).partition(" - at ")
    field = place.strip("`$.")
    message = message.replace("Object contains unknown field", "has a word that plans don't know,")
    message = message.replace("Object missing required field", "has no line for")
    message = message.replace("Expected", "needs").replace("Invalid enum value", "has the unknown value")
    message = re.sub("`([^`]*)`", "“\\1”", message)
    mend = "The sample in sessions/README.md shows every word that can be used."
    return f"{message[:1].lower()}{message[1:]}{f' at “{field}”' if field else ''}. {mend}"


def _head_problems(head: _PlanHead) -> Iterator[str]:
    if not clean(head.title, NAME_LIMIT):
        yield "the title is empty: give one of a few words"
    if not head.card:
        yield "there is no card: add a [[card]] for each rule"
    if len(head.card) > _CARDS:
        yield f"there are {len(head.card)} cards, more than anybody can answer: keep at most {_CARDS}"
    if head.quote_from < 5:
        yield "quote_from is under 5: comments from so few give people away; write 5 or more"
    if not 1 <= head.minutes <= 600:
        yield "minutes must be from 1 to 600"


def _card_problems(card: Card, before: list[Card]) -> Iterator[str]:
    if any(card.id == other.id for other in before):
        yield f"has the id “{card.id}” of an earlier card: every card needs its own"
    if not _ID.fullmatch(card.id):
        yield f"has the id “{card.id}”: use up to 40 letters, digits, dots and dashes"
    if not card.rule:
        yield "has no words: write what youth are asked"
    if unknown := [p for p in card.pointers if p not in POINTERS]:
        yield f"names the pointer “{unknown[0]}”: there are P1 to P7"


def _card(plan: _PlanCard) -> Card:
    """A card with its words, from the bank or from the plan itself; raises CodesignError with a mend."""
    ways = [bool(plan.rule), bool(plan.pair), bool(plan.words)]
    if sum(ways) != 1:
        raise CodesignError("needs exactly one of “rule”, “pair” and “words”")
    if plan.words:
        return _own_card(plan)
    if plan.id or plan.options or plan.pointers or plan.why or plan.good or plan.risk:
        raise CodesignError("takes its words from the rule bank: leave only “today” and the notes beside its rule")
    return _pair_card(plan) if plan.pair else _bank_card(plan)


def _bank_rule(rule_id: str) -> _Rule:
    rules = _rules()
    if rule_id in rules:
        return rules[rule_id]
    near = difflib.get_close_matches(rule_id, rules, 1)
    hint = f"did you mean “{near[0]}”?" if near else "sessions/rules.toml has the list"
    raise CodesignError(f"names the rule “{clean(rule_id, 40)}”, which is not in the rule bank: {hint}")


def _notes(plan: _PlanCard, *rules: _Rule) -> dict[str, str]:
    """What may stand beside a card: the plan's own words first, then the bank's."""
    return {
        "today": clean(plan.today, RULE_LIMIT),
        "content_note": clean(plan.content_note or next((r.content_note for r in rules if r.content_note), ""), RULE_LIMIT),
        "staff_note": clean(plan.staff_note or " ".join(r.check for r in rules if r.check), RULE_LIMIT),
    }


def _bank_card(plan: _PlanCard) -> Card:
    rule = _bank_rule(plan.rule)
    if rule.kind == "pair":
        raise CodesignError(f"names “{rule.id}”, which is only shown against another wording: write a pair")
    return Card(
        id=rule.id,
        kind=rule.kind,
        rule=clean(rule.rule, RULE_LIMIT),
        options=choice_options([clean(o, RULE_LIMIT) for o in rule.options]),
        why=rule.why,
        good=rule.good,
        risk=rule.risk,
        pointers=tuple(rule.pointers),
        **_notes(plan, rule),
    )


def _pair_card(plan: _PlanCard) -> Card:
    if len(plan.pair) != 2:
        raise CodesignError("needs two rule ids in its pair")
    rules = [_bank_rule(rule_id) for rule_id in plan.pair]
    first, second = (Option(r.id, clean(r.pair_rule or r.rule, RULE_LIMIT), r.good) for r in rules)
    return Card(
        id="+".join(plan.pair),
        kind="pair",
        rule=QUESTION,
        options=pair_options(first, second),
        pointers=tuple(sorted({p for r in rules for p in r.pointers})),
        **_notes(plan, *rules),
    )


def _own_card(plan: _PlanCard) -> Card:
    if not plan.id:
        raise CodesignError("has words of its own but no id: give it one, such as OWN-1")
    return Card(
        id=plan.id,
        kind=plan.kind,
        rule=clean(plan.words, RULE_LIMIT),
        options=choice_options([clean(o, RULE_LIMIT) for o in plan.options]),
        why=clean(plan.why, RULE_LIMIT),
        good=clean(plan.good, RULE_LIMIT),
        risk=clean(plan.risk, RULE_LIMIT),
        pointers=tuple(plan.pointers),
        **_notes(plan),
    )
