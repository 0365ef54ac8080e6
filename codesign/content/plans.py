"""Plans as TOML: found by name or path, and checked card by card, so that every bad card is told at once."""

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from codesign.content.bank import is_in_the_bank
from codesign.content.cards import PlanCard, card_of, too_long
from codesign.content.root import root
from codesign.content.toml import quoted, read_toml, table_lines
from codesign.core.card import POINTERS, Card
from codesign.core.errors import CodesignError
from codesign.core.hour import MOST_MINUTES, STEPS, Minutes
from codesign.core.kinds import kind_of
from codesign.core.plan import Language, Plan
from codesign.core.region import Region, is_region
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean, escaped
from codesign.core.thresholds import SHOWN_FROM, NumbersFrom, Thresholds
from codesign.intake.files import named_path

_CARDS = 500
_MOST_ANSWERS = 1000
_USUAL = Thresholds()
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}")


class _PlanHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    purpose: str = ""
    minutes: int = 60
    language: Language = "en"
    numbers_from: NumbersFrom = _USUAL.numbers_from
    quote_from: int = _USUAL.quote_from
    steps: Minutes | None = None
    region: Region = ""


class PlanFile(_PlanHead, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan as its file writes it; `plan.schema.json` beside this file says the same to editors and programs."""

    card: list[PlanCard]


def plan_files(data: Path) -> dict[str, Path]:
    """Plans by name: the facilitator's own, which win, then those that came with the program."""
    own, came = ({path.stem: path for path in sorted(folder.glob("*.toml"))} for folder in (data / "plans", root() / "plans"))
    return own | came | own  # the order of the first, and of a name that both have the path of the last


def find_plan(name: str, data: Path) -> Plan:
    """The plan of that name, or at that path.

    Raises:
        CodesignError: there is none, or it can't be used.
    """
    files = plan_files(data)
    if name in files:
        return read_plan(files[name])
    path = named_path(name)
    if os.path.exists(path) or path.suffix or len(path.parts) > 1:
        return read_plan(path)
    near = difflib.get_close_matches(name.casefold(), files, 1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(map(escaped, files))}."
    raise CodesignError(f"There is no plan “{clean(name, NAME_LIMIT)}”. {hint}")


def read_plan(path: Path) -> Plan:
    """Read and check a plan file.

    Raises:
        CodesignError: one line for each thing that is wrong: file, line, what, mend.
    """
    values, text = read_toml(path, "plan")
    head, problems = _head(path, {key: value for key, value in values.items() if key != "card"}, text)
    cards, wrong = _cards(path, values.get("card", []), text)
    problems += wrong
    if problems or head is None:
        raise CodesignError("\n".join(problems))
    return Plan(
        name=path.stem,
        title=clean(head.title, NAME_LIMIT),
        purpose=clean(head.purpose, RULE_LIMIT),
        minutes=head.minutes,
        cards=tuple(cards),
        thresholds=Thresholds(head.numbers_from, head.quote_from),
        language=head.language,
        steps=head.steps,
        region=head.region,
    )


def _head(path: Path, values: dict[str, Any], text: str) -> tuple[_PlanHead | None, list[str]]:
    """What stands before the cards, and what is wrong with it, each with its line."""
    try:
        head = msgspec.convert(values, _PlanHead)
    except msgspec.ValidationError as error:
        words = re.findall("`[$.]*([^`]*)`", str(error))
        where = next((place for word in reversed(words) if (place := _place(path, text, word)) != f"{path}"), f"{path}")
        return None, [f"{where}: {_told(error)}"]
    return head, [f"{_place(path, text, word)}: {problem}" for word, problem in _head_problems(head)]


def _place(path: Path, text: str, word: str) -> str:
    """The file and the line that begins with a word and an equals sign; the file alone where there is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"\s*\[*\s*{re.escape(word)}\s*[]=]", line):
            return f"{path}, line {number}"
    return f"{path}"


def _cards(path: Path, raw_cards: object, text: str) -> tuple[list[Card], list[str]]:
    """The cards, and a line for each thing that is wrong with any of them."""
    if not isinstance(raw_cards, list) or not all(isinstance(raw, dict) for raw in raw_cards):
        return [], [f"{_place(path, text, 'card')}: a card begins with [[card]], with two brackets on each side"]
    problems = []
    if not raw_cards:
        problems.append(f"{path}: there is no card: add a [[card]] for each rule")
    if len(raw_cards) > _CARDS:
        problems.append(f"{path}: there are {len(raw_cards)} cards, more than anybody can answer: keep at most {_CARDS}")
    lines = table_lines(text, "card")
    cards: list[Card] = []
    for number, raw in enumerate(raw_cards[:_CARDS], 1):
        where = f"{path}, line {lines[number - 1]}" if number <= len(lines) else f"{path}"
        try:
            card = card_of(msgspec.convert(raw, PlanCard))
            found = [*kind_of(card).problems(card), *_card_problems(card, cards)]
            cards.append(card)
        except msgspec.ValidationError as error:
            found = [_told(error)]
        except CodesignError as error:
            found = [str(error)]
        problems.extend(f"{where}: card {number} {problem}" for problem in found)
    problems += [f"{path}: {problem}" for problem in _about_nothing(cards)]
    return cards, problems


def _about_nothing(cards: list[Card]) -> Iterator[str]:
    """Options that say that they are about a rule which is neither in the plan nor in the bank."""
    asked = {rule_id for card in cards for rule_id in card.asks}
    for card in cards:
        for rule_id in (rule_id for ids in card.about for rule_id in ids):
            if rule_id not in asked and not is_in_the_bank(rule_id):
                about = f"the card {quoted(card.id)} is about {quoted(rule_id)}"
                yield f"{about}, which is no rule of this plan: take it out, or mend its id"


def _told(error: msgspec.ValidationError) -> str:
    """msgspec's message in words a person can use."""
    message, _, place = str(error).partition(" - at ")
    field = place.strip("`$.")
    message = re.sub("`([^`]*)`|'(.*)'", lambda found: quoted(found[1] or found[2] or ""), message, flags=re.DOTALL)
    message = message.replace("Object contains unknown field", "has a word that plans don't know,")
    message = message.replace("Object missing required field", "has no line for")
    message = message.replace("Expected", "needs").replace("Invalid enum value", "has the unknown value")
    mend = "The sample in sessions/README.md shows every word that can be used."
    return f"{message[:1].lower()}{message[1:]}{f' at “{field}”' if field else ''}. {mend}"


def _head_problems(head: _PlanHead) -> Iterator[tuple[str, str]]:
    """The word of the line, and what is wrong with it."""
    if not clean(head.title, NAME_LIMIT):
        yield "title", "the title is empty: give one of a few words"
    if head.quote_from < SHOWN_FROM:
        few = f"quote_from is under {SHOWN_FROM}"
        yield "quote_from", f"{few}: comments from so few give people away; write {SHOWN_FROM} or more"
    if head.quote_from > _MOST_ANSWERS:
        yield "quote_from", f"quote_from is over {_MOST_ANSWERS}: so many answers no card gets; write fewer"
    if not 1 <= head.minutes <= MOST_MINUTES:
        yield "minutes", f"minutes must be from 1 to {MOST_MINUTES}"
    if head.steps and not all(0 <= head.steps.of(step) <= MOST_MINUTES for step in STEPS):
        yield "steps", f"each step takes from 0 to {MOST_MINUTES} minutes"
    if head.region and not is_region(head.region):
        yield "region", "the region is not written as one: write en-US, or another language and country"
    for word, text, limit in (("title", head.title, NAME_LIMIT), ("purpose", head.purpose, RULE_LIMIT)):
        if problem := too_long(word, text, limit):
            yield word, f"the plan {problem}"


def _card_problems(card: Card, before: list[Card]) -> Iterator[str]:
    if any(card.id.casefold() == other.id.casefold() for other in before):  # a table that comes back may say it in any case
        yield f"has the id {quoted(card.id)} of an earlier card: every card needs its own"
    if not _ID.fullmatch(card.id):
        yield f"has the id {quoted(card.id)}: use up to 40 letters, digits, dots and dashes"
    if card.is_idea:
        yield f"has the id {quoted(card.id)}: rules that youth write are named so, so give it another"
    if not card.rule:
        yield "has no words: write what youth are asked"
    if unknown := [p for p in card.pointers if p not in POINTERS]:
        yield f"names the pointer {quoted(unknown[0])}: there are P1 to P7"
