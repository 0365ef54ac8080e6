"""The answer form as the policy team sent it back, and which of its rows is of which rule."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.dates import bare, plain
from codesign.core.policy_team.decisions import parse_answer
from codesign.core.text import clean

_CLEAR_WORDS = 6
"""So many words of a rule, from its first on, must be found beside its id."""


class FilledRow(Struct, frozen=True, kw_only=True):
    """A row of the answer form as the policy team sent it back; nothing of it was looked at yet."""

    card: str
    """The card's id as the row has it; empty where it is gone. Several where rows were merged, with blanks between."""
    rule: str
    """What else the row says of its rule."""
    number: int = 0
    """Of the rule in the summary, as the row has it; 0 where it has none."""
    cells: dict[str, str]
    """A key of `codesign.core.policy_team.decisions.COLUMNS` -> what was typed."""
    marks: frozenset[str] = frozenset()
    """The sessions that this row says it answers; empty where it does not say."""
    struck: bool = False
    """Words of it were struck through, hidden or deleted, and are left out."""
    unread: tuple[str, ...] = ()
    """Words that the file marks as prompts which nobody has touched, though they are none of ours; left out too."""


class Filled(Struct, frozen=True):
    """What was found in the policy team's file."""

    marks: frozenset[str]
    """The sessions it answers, as `Session.mark`: several of a pool; empty where the file does not say."""
    rows: tuple[FilledRow, ...]
    no_column: tuple[str, ...] = ()
    """Keys of `codesign.core.policy_team.decisions.COLUMNS` that the table has no column for."""


def by_card(cards: Sequence[Card], rows: Sequence[FilledRow]) -> tuple[dict[str, FilledRow], list[str]]:
    """The row of each card, and what is odd about the others. Several rows of a card are one where they don't say two things;
    else what the first of them says counts."""
    found: dict[str, FilledRow] = {}
    odd = []
    for sent in rows:
        card, why = _card_of(cards, sent)
        row = _without_the_proposed(card, sent)
        name = clean(row.rule or row.card, 60)
        if card is None:
            if any(row.cells.values()) and why:
                odd.append(f"A row “{name}” {why}, so it was left out.")
            continue
        first = found.get(card.id, replace(row, unread=()))
        if any(_differ(words, row.cells.get(key, "")) for key, words in first.cells.items()):
            odd.append(f"“{name}” is answered twice, in different words. The first was taken.")
        cells = {key: first.cells.get(key) or row.cells.get(key, "") for key in {**first.cells, **row.cells}}
        found[card.id] = replace(first, cells=cells, struck=first.struck or row.struck, unread=(*first.unread, *row.unread))
    return found, odd


def _differ(first: str, second: str) -> bool:
    one, other = parse_answer(first) or bare(first), parse_answer(second) or bare(second)
    return bool(first and second) and one != other


def _without_the_proposed(card: Card | None, row: FilledRow) -> FilledRow:
    """The row without the words of its rule, which stand in it to start from: untouched they say nothing."""
    if card is None or bare(row.cells.get("reads", "")) != bare(card.rule):
        return row
    return replace(row, cells=row.cells | {"reads": ""})


def _card_of(cards: Sequence[Card], row: FilledRow) -> tuple[Card | None, str]:
    """The card of a row: by its id, with the rule's words beside it; or, where the id is gone, by the words alone."""
    ids = {plain(card.edition): card for card in cards}
    known = ids.keys() & {plain(row.card), *plain(row.card).split()}
    if len(known) > 1:
        return None, "names more than one rule"
    if known:
        named = ids[known.pop()]
        return (named, "") if _fits(named, row) else (None, "has other words than the rule of its id")
    beside = [ids[word] for word in plain(row.rule).split() if word in ids and _fits(ids[word], row)]
    if beside:
        return beside[0], ""
    there = f" {bare(row.rule)} "
    fitting = [card for card in cards if f" {_first_words(card)} " in there]
    if len(fitting) > 1 and len({_first_words(card) for card in fitting}) == 1:  # questions that ask the same of other rules
        fitting = [card for card in cards[row.number - 1 : row.number] if card in fitting]
    if len(fitting) == 1:
        return fitting[0], ""
    return None, "is for a rule that is not in this record" if row.card else "names no rule of this record"


def _first_words(card: Card) -> str:
    return " ".join(bare(card.rule).split()[:_CLEAR_WORDS])


def _fits(card: Card, row: FilledRow) -> bool:
    """Whether the row has the first words of the rule; one in three may have been mended by somebody, or all be gone."""
    wanted, there = _first_words(card).split(), bare(row.rule).split()
    found = (Counter(wanted) & Counter(there[: 3 * _CLEAR_WORDS])).total()
    return not there or found * 3 >= len(wanted) * 2
