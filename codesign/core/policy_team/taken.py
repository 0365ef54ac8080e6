"""What a file of the policy team brings: what was typed in it, taken for what it means, and what is odd in it.

Never guesses: an answer that is not clearly one of the four is told and left out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.dates import Order, bare, from_a_day_on, readings
from codesign.core.errors import CodesignError
from codesign.core.policy_team.decisions import ANSWERS, COLUMNS, DATE_LIMIT, DATES, NAMED, Answer, Decision, parse_answer
from codesign.core.policy_team.filled import Filled, FilledRow, by_card
from codesign.core.text import clean

WITHDRAW = "withdraw"
_WITHDRAWN = (WITHDRAW, "withdrawn", "retirar", "retirado")
"""Takes back what was kept of a cell; in the answer's cell, of the whole rule. An empty cell changes nothing."""
_MANY = 3
"""From so many rules on, what is the same of all is said once."""
_ORDERS: tuple[Order, Order] = ("day", "month")
_ANOTHERS = (
    "This file answers another session: the letters of its session are not those of this record. Open the record that it "
    "belongs to. Nothing was changed."
)
_OF_ANOTHER = "The file has rows of another session too. They were left out."
_NO_ANSWER_YET = "no answer yet."
_STRUCK = "words that are struck through, hidden or deleted were left out."
_UNREAD = "“{words}” is marked as a prompt that nobody has typed over, so it was left out."
_UNREAD_LIMIT = 80
_UNUSED = "There is no answer in this file that can be used. {told} Nothing was changed."
_NO_LETTERS = "The file does not say which session it answers: its letters in [ ] are gone. Make sure that it is this one."


def is_withdrawn(words: str) -> bool:
    """Whether what was filled in takes back what was kept."""
    return bare(words) in _WITHDRAWN


class TwoReadings(Struct, frozen=True):
    """A date that the team wrote and that means two days."""

    words: str
    day_first: str
    """YYYY-MM-DD."""
    month_first: str


class Taken(Struct, frozen=True):
    """What a file brings; nothing of it is kept yet."""

    decisions: tuple[Decision, ...]
    """In the order of the cards, one a card at most: what the file adds to what was kept before."""
    odd: tuple[str, ...]
    """What could not be used as it stands, a sentence each."""
    missing: tuple[str, ...]
    """Rules without an answer, a sentence each."""
    changed: tuple[str, ...]
    """What takes the place of something kept before, a sentence each."""
    lacking: tuple[str, ...] = ()
    """What youth will ask about an answer, a sentence each."""
    two_readings: TwoReadings | None = None
    """The first date that may mean two days, where nobody said which stands first in this file: one answer serves all."""

    @property
    def needs_a_yes(self) -> bool:
        """Whether a person has to look before this is kept."""
        return bool(self.odd or self.changed)


def take(
    cards: Sequence[Card],
    day: str,
    mark: str,
    filled: Filled,
    before: Sequence[Decision] = (),
    not_which: Collection[str] = (),
    order: Order = "",
) -> Taken:
    """What a file adds to the decisions kept before, on the cards that its summary told of in their order; `day` is the day of
    the session. An empty cell changes nothing, and the word `withdraw` takes back. To the cards `not_which`, by id, a yes does
    not say to what. `order` says what stands first in the file's dates, where a person was asked.

    Raises:
        CodesignError: the file answers another session, or nothing in it can be used.
    """
    own, others = _of_this_session(filled, mark)
    rows, not_used = by_card(cards, own)
    odd = [*([_NO_LETTERS] if mark and not filled.marks else []), *others, *not_used, *_not_found(filled.no_column)]
    kept = {decision.card: decision for decision in before}
    after: list[Decision] = []
    strange_of: list[tuple[str, str]] = []
    missing_of: list[tuple[str, str]] = []
    lacking_of: list[tuple[str, str]] = []
    used = False
    for number, card in enumerate(cards, 1):
        name, earlier, row = rule_name(number, card), kept.get(card.id), rows.get(card.id)
        decision, strange = _decided(card, row.cells if row else {}, earlier, day, order)
        used = used or decision != earlier or bool(row and earlier and parse_answer(row.cells["answer"]))
        if decision and decision != earlier and card.id in not_which and decision.is_yes:
            strange += filter(None, [_says_not_which(decision)])
        strange_of += [(name, words) for words in (*strange, *_left_out(row))]
        if decision:
            after.append(decision)
            lacking_of += [(name, words) for words in _lacks(decision)]
        else:
            missing_of.append((name, _missing(row)))
    odd += _together(strange_of)
    if not used:
        filled_in = _together([(name, words) for name, words in missing_of if words != _NO_ANSWER_YET])
        raise CodesignError(_UNUSED.format(told=" ".join([*odd, *filled_in]) or "Its answer form is empty."))
    return Taken(
        tuple(after),
        tuple(odd),
        tuple(_together(missing_of)),
        _changes(cards, before, after),
        tuple(_together(lacking_of)),
        None if order else _two_readings(rows.values(), day),
    )


def _of_this_session(filled: Filled, mark: str) -> tuple[list[FilledRow], list[str]]:
    """The rows that answer this session, and what is said of those that answer another. Raises as `take`."""
    if filled.marks and mark and mark not in filled.marks:
        raise CodesignError(_ANOTHERS)

    def is_own(row: FilledRow) -> bool:
        return not (mark and row.marks) or mark in row.marks

    others = any(any(row.cells.values()) for row in filled.rows if not is_own(row))
    return [row for row in filled.rows if is_own(row)], [_OF_ANOTHER] if others else []


def standing(cards: Sequence[Card], decisions: Sequence[Decision]) -> Taken:
    """What is kept, as if a file had brought it: nothing of it is odd, and nothing changes."""
    kept = {decision.card: decision for decision in decisions}
    names = {card.id: rule_name(number, card) for number, card in enumerate(cards, 1)}
    lacking = [(names[card.id], words) for card in cards if card.id in kept for words in _lacks(kept[card.id])]
    missing = [(names[card.id], _missing(None)) for card in cards if card.id not in kept]
    return Taken(tuple(decisions), (), tuple(_together(missing)), (), tuple(_together(lacking)))


def _not_found(columns: Sequence[str]) -> list[str]:
    if len(columns) < _MANY:
        return [f"There is no column “{NAMED[name]}” that can be found, so nothing was read for it." for name in columns]
    named = ", ".join(f"“{NAMED[name]}”" for name in columns)
    return [f"There are no columns {named} that can be found, so nothing was read for them."]


def _left_out(row: FilledRow | None) -> list[str]:
    """What of a row was not read, though it holds words."""
    if row is None:
        return []
    prompts = [_UNREAD.format(words=clean(words, _UNREAD_LIMIT)) for words in row.unread]
    return [*([_STRUCK] if row.struck else []), *prompts]


def _missing(row: FilledRow | None) -> str:
    if row and any(row.cells[key] for key in COLUMNS if key != "answer"):
        return "no answer, though other cells of its row are filled. They were not kept."
    return _NO_ANSWER_YET


def _together(found: Sequence[tuple[str, str]]) -> list[str]:
    """(Rule, words) in sentences: words that many rules have in common stand once, with the rules that they are about."""
    rules: dict[str, list[str]] = {}
    for name, words in found:
        rules.setdefault(words, []).append(name)
    told = []
    for words, names in rules.items():
        if len(names) < _MANY:
            told += [f"{name}: {words}" for name in names]
        else:
            told.append(f"{len(names)} rules: {words} They are: {', '.join(names)}.")
    return told


def _two_readings(rows: Iterable[FilledRow], day: str) -> TwoReadings | None:
    written = [clean(row.cells.get(name, ""), DATE_LIMIT) for row in rows for name in DATES]
    words = next((words for words in written if len(readings(words, day)) > 1), "")
    first, second = (readings(words, day, order) for order in _ORDERS)
    return TwoReadings(words, first[0], second[0]) if words else None


def _decided(
    card: Card, cells: Mapping[str, str], earlier: Decision | None, day: str, order: Order
) -> tuple[Decision | None, list[str]]:
    """What holds of a rule after these cells, and what is odd in them."""
    said = clean(cells.get("answer", ""), DATE_LIMIT)
    answer = parse_answer(said)
    if is_withdrawn(said):
        return None, []
    odd = []
    if said and not answer:
        left = f"the earlier answer “{ANSWERS[earlier.answer]}” stands" if earlier else "no answer was taken"
        odd.append(f"“{said}” is none of yes, yes with changes, not now, no, so {left}.")
    answer = answer or (earlier.answer if earlier and not said else None)
    if answer is None:
        return earlier, odd
    decision, strange = _decision(card, answer, cells, earlier, day, order)
    return decision, odd + strange


def _says_not_which(decision: Decision) -> str:
    """What is odd in a yes to a question on which no answer that was proposed leads; empty where it names one."""
    if decision.reads:
        return ""
    if not decision.because:
        return "it says yes, but no answer leads, so nobody knows to which. Write it under “The rule will read”."
    return "it says yes, but no answer leads. The poster says what stands in the reason; make sure that it names the answer."


def _lacks(decision: Decision) -> list[str]:
    """What an answer leaves open that youth will ask."""
    if decision.answer in ("no", "not-now"):
        return [] if decision.because else ["no reason is given. Youth will ask why; the poster has a place for it."]
    if decision.answer == "changes" and not (decision.reads or decision.because):
        return ["it says yes, with changes, but not which."]
    open_still = [words for words, there in (("who does it", decision.who), ("by when", decision.by_when)) if not there]
    return [f"it says yes, but not {' or '.join(open_still)}."] if open_still else []


def rule_name(number: int, card: Card) -> str:
    """A rule as sentences about it name it: its number in the summary and its first words."""
    words = card.rule if len(card.rule) <= 40 else f"{card.rule[:40].rsplit(' ', 1)[0]} …"
    return f"{number}. “{words}”"


def _decision(
    card: Card, answer: Answer, cells: Mapping[str, str], earlier: Decision | None, day: str, order: Order
) -> tuple[Decision, list[str]]:
    kept, odd = {}, []
    for name, limit in COLUMNS.items():
        if name == "answer":
            continue
        whole, before = clean(cells.get(name, ""), 100 * limit), str(getattr(earlier, name, ""))
        kept[name] = clean(whole, limit)
        if kept[name] != whole:
            odd.append(f"the {NAMED[name]} is longer than {limit} letters and was cut.")
        if name in DATES and not is_withdrawn(whole):
            kept[name], strange = _day(NAMED[name], kept[name], day, order)
            odd += strange
        kept[name] = "" if is_withdrawn(whole) else kept[name] or before
    return Decision(card=card.id, answer=answer, **kept), odd


def _day(name: str, words: str, day: str, order: Order) -> tuple[str, list[str]]:
    """A date of the table as it is kept, and what is odd about it."""
    found, wrong = from_a_day_on(words, day, order)
    if wrong == "two":
        return words, [f"{name}: “{words}” may be {' or '.join(found)}. It stands as it was written; write it as one of these."]
    if wrong == "none":
        return words, [f"{name}: “{words}” is no date that can be read. It stands as it was written."]
    if wrong == "over":
        return "", [f"{name}: “{words}” lies before the session, so it was left out."]
    return "".join(found), []


def _changes(cards: Sequence[Card], before: Sequence[Decision], after: Sequence[Decision]) -> tuple[str, ...]:
    """What of the decisions kept before is no more, a sentence each; what is added to them takes nothing away."""
    old, new = ({decision.card: decision for decision in decisions} for decisions in (before, after))
    told = []
    for number, card in enumerate(cards, 1):
        was, now = old.get(card.id), new.get(card.id)
        if was is None or was == now:
            continue
        name = rule_name(number, card)
        if now is None or was.answer != now.answer:
            words = f"“{ANSWERS[now.answer]}”" if now else "no answer"
            told.append(f"{name}: {words} now, “{ANSWERS[was.answer]}” before.")
        for key in NAMED:
            earlier, later = (str(getattr(d, key, "")) for d in (was, now))
            if now and key != "answer" and earlier and earlier != later:
                told.append(f"{name}: {NAMED[key]}: “{later}” now, “{earlier}” before.")
    return tuple(told)
