"""The policy team's decisions: what they answered to each rule, taken out of what they typed, and what is odd in it.

Never guesses: an answer that is not clearly one of the four is told and left out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.core.plan import Card
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean

Answer = Literal["yes", "changes", "not-now", "no"]
ANSWERS: dict[Answer, str] = {"yes": "Yes", "changes": "Yes, with changes", "not-now": "Not now", "no": "No"}
_WAYS: dict[Answer, tuple[str, ...]] = {
    "yes": ("yes", "y", "si"),
    "changes": (
        "yes with changes",
        "yes with some changes",
        "yes but with changes",
        "with changes",
        "si con cambios",
        "con cambios",
    ),
    "not-now": ("not now", "not yet", "ahora no", "por ahora no", "todavia no"),
    "no": ("no", "n"),
}
_MEANS = {words: answer for answer, ways in _WAYS.items() for words in ways}
_MONTHS = (
    *("january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio", "july julio"),
    *("august agosto", "september septiembre setiembre", "october octubre", "november noviembre", "december diciembre"),
)
_DATE_LIMIT = 60
_CLEAR_WORDS = 6
"""So many words of a rule, from its first on, must be found beside its id."""


class Decision(Struct, frozen=True, kw_only=True):
    """The policy team's answer to one rule."""

    card: str
    answer: Answer
    because: str = ""
    who: str = ""
    by_when: str = ""
    """YYYY-MM-DD, or the team's own words where they are no date."""
    how_told: str = ""
    """How and when youth will be told."""
    review: str = ""
    """When it is looked at again: YYYY-MM-DD, or the team's own words."""


class FilledRow(Struct, frozen=True, kw_only=True):
    """A row of the decision table as the policy team sent it back; nothing of it was looked at yet."""

    card: str
    """The card's id as the row has it; may be empty."""
    rule: str
    """What else the row says of its rule."""
    cells: dict[str, str]
    """A key of COLUMNS -> what was typed."""


class Filled(Struct, frozen=True):
    """What was found in the policy team's file."""

    mark: str
    """The session it answers, as `Session.mark`; empty where the file does not say."""
    rows: tuple[FilledRow, ...]


COLUMNS = {
    "answer": _DATE_LIMIT,
    "because": RULE_LIMIT,
    "who": NAME_LIMIT,
    "by_when": _DATE_LIMIT,
    "how_told": RULE_LIMIT,
    "review": _DATE_LIMIT,
}
"""What the policy team fills in for a rule -> the most characters that are kept of it."""
_NAMED = {
    "because": "reason",
    "who": "who",
    "by_when": "by when",
    "how_told": "how youth will be told",
    "review": "review date",
}


class Taken(Struct, frozen=True):
    """What a file brought."""

    decisions: tuple[Decision, ...]
    """In the order of the cards, one a card at most."""
    odd: tuple[str, ...]
    """What could not be used as it stands, a sentence each."""
    missing: tuple[str, ...]
    """Rules without an answer, a sentence each."""
    changed: tuple[str, ...]
    """What is not as it was kept before, a sentence each; empty where nothing was kept before."""


def parse_answer(words: str) -> Answer | None:
    """The answer that is meant; None where it is not clearly one of the four."""
    return _MEANS.get(_bare(words))


def parse_date(words: str) -> str:
    """YYYY-MM-DD from that, from 3 December 2026, from December 3, 2026, or from 12/3/2026 as Americans write it; else ""."""
    words = _plain(words).strip(" .,;")
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _date(*match.groups())
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", words):
        month, day, year = match.groups()
        return _date(year if len(year) == 4 else f"20{year}", month, day)
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\.?,? (?:of |de )?([a-z]{3,})\.?,? (?:de |del )?(\d{4})", words):
        day, name, year = match.groups()
        return _date(year, _month(name), day)
    if match := re.fullmatch(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", words):
        name, day, year = match.groups()
        return _date(year, _month(name), day)
    return ""


def _month(name: str) -> str:
    found = [n for n, names in enumerate(_MONTHS, 1) if any(full.startswith(name) for full in names.split())]
    return str(found[0]) if len(found) == 1 else "0"


def _date(year: str, month: str, day: str) -> str:
    y, m, d = int(year), int(month), int(day)
    leap = y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{y:04}-{m:02}-{d:02}" if y >= 1 and 1 <= m <= 12 and 1 <= d <= lengths[m - 1] else ""


def _plain(words: str) -> str:
    """In small letters, without accents, one blank between words, hyphens and dashes alike."""
    words = re.sub("[\u2010-\u2015\u2212]", "-", words)
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def _bare(words: str) -> str:
    """The words alone, without any sign between or around them."""
    return " ".join(re.findall(r"[^\W_]+", _plain(words)))


def take(cards: Sequence[Card], day: str, mark: str, filled: Filled, before: Sequence[Decision] = ()) -> Taken:
    """The decisions in a file, on the cards that its summary told of in their order; `day` is the day of the session,
    `before` what was kept of an earlier file.

    Raises:
        CodesignError: the file answers another session, or nothing in it can be used.
    """
    if filled.mark and mark and filled.mark != mark:
        raise CodesignError(
            "This file answers another session: the letters of its session are not those of this record. Open the record "
            "that it belongs to. Nothing was changed."
        )
    rows, odd = _by_card(cards, filled.rows)
    decisions: list[Decision] = []
    missing = []
    for number, card in enumerate(cards, 1):
        name = rule_name(number, card)
        row = rows.get(card.id)
        cells = row.cells if row else {}
        answer = parse_answer(cells.get("answer", ""))
        if answer:
            decision, strange = _decision(card, answer, cells, day)
            decisions.append(decision)
            odd += [f"{name}: {words}" for words in strange]
        elif said := clean(cells.get("answer", ""), _DATE_LIMIT):
            earlier = next((d for d in before if d.card == card.id), None)
            left = f"the earlier answer “{ANSWERS[earlier.answer]}” stands" if earlier else "no answer was taken"
            decisions += [earlier] if earlier else []
            odd.append(f"{name}: “{said}” is none of yes, yes with changes, not now, no, so {left}.")
        elif any(cells.values()):
            missing.append(f"{name}: no answer, though other cells of its row are filled. They were not kept.")
        else:
            missing.append(f"{name}: no answer yet.")
    if not decisions:
        told = " ".join(odd) or "Its decision table is empty."
        raise CodesignError(f"There is no answer in this file that can be used. {told} Nothing was changed.")
    return Taken(tuple(decisions), tuple(odd), tuple(missing), _changes(cards, before, decisions))


def rule_name(number: int, card: Card) -> str:
    """A rule as sentences about it name it: its number in the summary and its first words."""
    words = card.rule if len(card.rule) <= 40 else f"{card.rule[:40].rsplit(' ', 1)[0]} …"
    return f"{number}. “{words}”"


def _by_card(cards: Sequence[Card], rows: Sequence[FilledRow]) -> tuple[dict[str, FilledRow], list[str]]:
    """The row of each card, and what is odd about the others. Of two rows of a card the first that is filled counts."""
    found: dict[str, FilledRow] = {}
    odd = []
    for row in rows:
        filled = any(row.cells.values())
        card, why = _card_of(cards, row)
        name = clean(row.rule or row.card, 60)
        if card is None:
            if filled and why:
                odd.append(f"A row “{name}” {why}, so it was left out.")
        elif card.id not in found or not any(found[card.id].cells.values()):
            found[card.id] = row
        elif filled and row.cells != found[card.id].cells:
            odd.append(f"“{name}” is answered twice, in different words. The first was taken.")
    return found, odd


def _card_of(cards: Sequence[Card], row: FilledRow) -> tuple[Card | None, str]:
    """The card of a row: by its id, with the rule's words beside it; or, where the id is gone, by the words alone."""
    ids = {_plain(card.id): card for card in cards}
    if named := ids.get(_plain(row.card)):
        return (named, "") if _fits(named, row) else (None, "has other words than the rule of its id")
    named = next((ids[word] for word in _plain(row.rule).split() if word in ids and _fits(ids[word], row)), None)
    if named:
        return named, ""
    there = f" {_bare(row.rule)} "
    fitting = [card for card in cards if f" {_first_words(card)} " in there]
    if len(fitting) == 1:
        return fitting[0], ""
    return None, "is for a rule that is not in this record" if row.card else "names no rule of this record"


def _first_words(card: Card) -> str:
    return " ".join(_bare(card.rule).split()[:_CLEAR_WORDS])


def _fits(card: Card, row: FilledRow) -> bool:
    """Whether the row has the first words of the rule; one in three may have been mended by somebody, or all be gone."""
    wanted, there = _first_words(card).split(), _bare(row.rule).split()
    found = (Counter(wanted) & Counter(there[: 3 * _CLEAR_WORDS])).total()
    return not there or found * 3 >= len(wanted) * 2


def _decision(card: Card, answer: Answer, cells: Mapping[str, str], day: str) -> tuple[Decision, list[str]]:
    kept, odd = {}, []
    for name, limit in COLUMNS.items():
        if name == "answer":
            continue
        whole = clean(cells.get(name, ""), 100 * limit)
        kept[name] = clean(whole, limit)
        if kept[name] != whole:
            odd.append(f"the {_NAMED[name]} is longer than {limit} letters and was cut.")
    for name in ("by_when", "review"):
        date = parse_date(kept[name])
        if date and date < day:
            odd.append(f"{_NAMED[name]}: “{kept[name]}” lies before the session, so it was left out.")
            kept[name] = ""
        elif kept[name] and not date:
            odd.append(f"{_NAMED[name]}: “{kept[name]}” is no date that can be read. It stands as it was written.")
        else:
            kept[name] = date
    if answer in ("no", "not-now") and not kept["because"]:
        odd.append("no reason is given. Youth will ask why; the poster has a place for it.")
    return Decision(card=card.id, answer=answer, **kept), odd


def _changes(cards: Sequence[Card], before: Sequence[Decision], after: Sequence[Decision]) -> tuple[str, ...]:
    """What later decisions change in earlier ones, a sentence each; empty where nothing was there before."""
    old, new = ({decision.card: decision for decision in decisions} for decisions in (before, after))
    told = []
    for number, card in enumerate(cards, 1):
        was, now = old.get(card.id), new.get(card.id)
        if not before or was == now:
            continue
        words = [f"“{ANSWERS[d.answer]}”" if d else "no answer" for d in (was, now)]
        same = was and now and was.answer == now.answer
        name = rule_name(number, card)
        told.append(f"{name}: still {words[1]}, in other words." if same else f"{name}: {words[1]} now, {words[0]} before.")
    return tuple(told)
