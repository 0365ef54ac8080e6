"""A stack of paper ballots, typed into a table: one column a card, one row a ballot. Taken whole or not at all.

Knows no record: it makes ballots, and whoever casts them shuffles them first. An error never repeats what stands in a cell, of
the first row too: it may be what a person wrote.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.dates import plain
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED, SKIPPED, UNCLEAR
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean
from codesign.intake.files import MEGABYTE
from codesign.intake.sheet import SheetRow, key, read_rows

BALLOTS_LIMIT = 1000
"""Ballots in one stack."""
_SIZE_LIMIT = 20 * MEGABYTE
_TOLD = 20  # problems told at once: enough to mend in one go, and still read
_COMMENT, _QUOTE = "comment", "quote"
_YES, _NO = ("yes", "y", "si", "true", "verdadero"), ("", "no", "n", "false", "falso")
_QUOTE_WORDS = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
_AS_A_NUMBER = re.compile(r"^([0-9])[.,]0+$")
"""How a table program writes 1 in a column that it takes for measures."""


class _Column(Struct, frozen=True):
    """Where the parts of one card stand in a row."""

    card: Card
    answers: dict[str, str]
    """What a cell may hold, case-folded as well -> code; the empty cell too."""
    answer: int
    comment: int | None = None
    quote: int | None = None


def read_stack(path: Path, cards: Sequence[Card]) -> list[Ballot]:
    """The ballots of a table, in its order; `cards` are those of the open round.

    A card without a column is not in these ballots; an empty cell is a card that was not reached. Blank rows at the end
    are what spreadsheets leave behind and are passed over. A row without a single answer anywhere else is refused: nobody
    can tell a slip of the hand from a person who handed in a blank paper, which is 4 (skip) in its cells.

    Raises:
        CodesignError: one line for each problem (at most 20): file, row, column, mend. No ballot is taken then.
    """
    rows = list(read_rows(path, "ballot table", limit=_SIZE_LIMIT))
    while len(rows) > 1 and rows[-1].blank:
        rows.pop()
    header, stack = [key(name) for name in rows[0].cells], rows[1:]
    problems: list[str] = []
    columns = _columns(header, cards, problems)
    if not stack:
        problems.append("row 2: there is no ballot below the header. Write one row for each paper.")
    if len(stack) > BALLOTS_LIMIT:
        problems.append(
            f"row {BALLOTS_LIMIT + 2}: there are {len(stack)} ballots, and one file holds at most {BALLOTS_LIMIT}. "
            "Split it in two."
        )
    ballots = [_ballot(_fitted(row, header, columns), header, columns, problems) for row in stack[:BALLOTS_LIMIT] if columns]
    if problems:
        told = [f"{path}, {problem}" for problem in problems[:_TOLD]]
        more = [f"and {len(problems) - _TOLD} more."] if len(problems) > _TOLD else []
        raise CodesignError("\n".join([*told, *more, "Nothing of the file was taken."]))
    return ballots


def _columns(header: list[str], cards: Sequence[Card], problems: list[str]) -> list[_Column]:
    """The columns of the cards in the header, in the order of the cards; what is wrong is added to `problems`."""
    ids = [card.id for card in cards]
    as_written = {key(i): i for i in ids}
    places: dict[tuple[str, str], int] = {}
    for at, name in enumerate(_used(header)):
        card_id, part = _parts(name)
        card_id = as_written.get(card_id, card_id)
        if card_id not in ids:
            problems.append(f"row 1, column {at + 1}: {_unknown(name, card_id, ids)}")
        elif (card_id, part) in places:
            problems.append(f"row 1, column {at + 1}: “{card_id}{part and ':'}{part}” stands there twice. Keep one of the two.")
        places.setdefault((card_id, part), at)
    if not any(card_id in ids for card_id, _ in places):
        # The first row may be a ballot: none of its words is repeated
        problems[:] = [f"row 1: no cell is the id of a card of this round. Begin with a row of ids: {_some(ids)}."]
    for card_id, part in places:
        if part and card_id in ids and (card_id, "") not in places:
            problems.append(
                f"row 1, column “{card_id}:{part}”: there is no column “{card_id}” for its answers. Add it, or take this out."
            )
    return [
        _Column(card, _answers(card), places[card.id, ""], places.get((card.id, _COMMENT)), places.get((card.id, _QUOTE)))
        for card in cards
        if (card.id, "") in places
    ]


def _used(header: list[str]) -> list[str]:
    """The header without the empty cells that a spreadsheet leaves at its end."""
    return header[: max((at for at, name in enumerate(header, 1) if name), default=0)]


def _parts(name: str) -> tuple[str, str]:
    """A column's card id, and "comment", "quote" or "" for its answers."""
    card_id, _, part = (piece.strip() for piece in name.rpartition(":"))
    return (card_id, part.casefold()) if part.casefold() in (_COMMENT, _QUOTE) else (name, "")


def _unknown(name: str, card_id: str, ids: list[str]) -> str:
    if not name:
        return "has no name. Write the card's id there, or take the column out."
    folded = {i.casefold(): i for i in ids}
    near = difflib.get_close_matches(card_id.casefold(), folded, 1)
    hint = f"Did you mean “{folded[near[0]]}”?" if near else f"The cards are {_some(ids)}."
    return f"is no card of this round. {hint}"


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:8]) + (" ..." if len(ids) > 8 else "")


def _answers(card: Card) -> dict[str, str]:
    names = kind_of(card).paper_answers(card)
    fixed = {"4": SKIPPED, "5": UNCLEAR, "": NOT_REACHED}
    return {key(name).casefold(): code for name, code in names.items()} | names | fixed


def _fitted(row: SheetRow, header: list[str], columns: list[_Column]) -> SheetRow:
    """The row as long as the header, where that changes nothing: spreadsheets add empty cells at the end of a row, and leave
    some out. Where an answer may be missing it stays as it is."""
    cells, width = row.cells, len(header)
    if len(cells) <= max(column.answer for column in columns) or any(cells[width:]):
        return row
    return SheetRow(row.number, row.line, [*cells[:width], *[""] * (width - len(cells))])


def _ballot(row: SheetRow, header: list[str], columns: list[_Column], problems: list[str]) -> Ballot:
    """The ballot of one row; what is wrong is added to `problems`, and the ballot is of no use then."""
    if found := _row_problem(row, header, columns):
        problems.append(f"row {row.number}: {found}")
        return Ballot({})
    answers, remarks = {}, []
    for column in columns:
        cell = _AS_A_NUMBER.sub(r"\1", key(row.cells[column.answer]))
        code = column.answers.get(cell, column.answers.get(cell.casefold()))
        if code is None:
            problems.append(f"row {row.number}, column “{column.card.id}”: {_no_answer(column.card)}")
            continue
        answers[column.card.id] = code
        text = row.cells[column.comment] if column.comment is not None else ""
        quote = plain(key(row.cells[column.quote])) if column.quote is not None else ""
        wrong = [f"row {row.number}, column “{column.card.id}:{p}" for p in _remark_problems(text, quote, code)]
        problems.extend(wrong)
        if clean(text, COMMENT_LIMIT) and not wrong:
            remarks.append(_remark(column.card, code, text, _QUOTE_WORDS[quote]))
    return Ballot(answers, tuple(remarks))


def _remark(card: Card, code: str, text: str, quote_ok: bool) -> Remark:
    prompt = kind_of(card).prompt(code)
    return Remark(card.id, prompt, clean(text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES), quote_ok)


def _row_problem(row: SheetRow, header: list[str], columns: list[_Column]) -> str:
    """What is wrong with a row as a whole, or ""."""
    if row.blank:
        return "is empty. Take the row out; for a person who skipped every card, write 4 in each cell."
    if len(row.cells) != len(header):
        return (
            f"has {len(row.cells)} cells, and the header has {len(header)}. A comma in a comment needs quotation marks "
            "round the comment; a spreadsheet's “Save as CSV” does that."
        )
    if any(row.cells[len(_used(header)) :]):
        return "has a cell to the right of the last named column. Name the column, or clear the cell."
    if not any(key(row.cells[column.answer]) for column in columns):
        return "has no answer. Take the row out; for a person who skipped every card, write 4 in each cell."
    return ""


def _no_answer(card: Card) -> str:
    to_tell = {code: name for name, code in reversed(kind_of(card).paper_answers(card).items())}
    *others, last = reversed(to_tell.values())
    may = f"{', '.join(others)} or {last}" if others else last
    return f"this is no answer. Write {may}, 4 for skip, 5 for unclear, or nothing where the card was not reached."


def _remark_problems(text: str, quote: str, code: str) -> Iterator[str]:
    """What is wrong with a comment and its OK, each beginning with the part of the column's name that it is about."""
    whole = clean(text, _SIZE_LIMIT)
    kept = clean(text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES)
    if whole and code in NO_ANSWER:
        yield f"{_COMMENT}”: a comment counts only beside an answer, and the card has none in this row. Clear the comment."
    elif whole != kept:
        yield f"{_COMMENT}”: the comment has {len(whole)} characters, and {len(kept)} of them fit. Shorten it."
    quote_ok = _QUOTE_WORDS.get(quote)
    if quote_ok is None:
        yield f"{_QUOTE}”: this is neither yes nor no. Write yes or no, or nothing for no."
    elif quote_ok and not whole:
        yield f"{_QUOTE}”: says yes, but there is no comment to quote. Write the comment, or clear this cell."
