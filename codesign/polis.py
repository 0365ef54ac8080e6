"""The export folder of a Polis conversation as cards and ballots.

Reads no participant id, no external id and no author into what it returns: an author is looked at only to find out which
sign means "agree" in this export. The ballots stand in the order of the file; whoever casts them shuffles them first.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import NOT_REACHED, SKIPPED
from codesign.core.kinds.scale import DOESNT, WORKS
from codesign.core.plan import Card
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean
from codesign.files import MEGABYTE
from codesign.sheet import Row, read_rows

SIZE_LIMIT = 50 * MEGABYTE
"""Bytes of one file of an export."""
_COMMENTS, _SUMMARY, _LOG = "comments.csv", "summary.csv", "votes.csv"
_MATRIX_NAMES = ("participants-votes.csv", "participant-votes.csv")  # older and newer exports
_NOT_A_STATEMENT = {"participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"}
_UNTITLED = "A Polis conversation"
_REJECTED = -1
_MILLISECONDS = 1e11  # a timestamp above it counts milliseconds, below it seconds


class Conversation(Struct, frozen=True):
    """A conversation as it goes into a record."""

    title: str
    cards: tuple[Card, ...]
    """The statements that moderators did not reject, as scale cards in the order they were made."""
    ballots: tuple[Ballot, ...]
    """One for each participant; every card is in it."""
    flipped: bool = False
    """The export wrote agree as -1, and that was mended here."""
    day: str = ""
    """YYYY-MM-DD (UTC), on which the newest statement was made; empty where the export does not say."""


class _Statement(Struct, frozen=True):
    id: int
    text: str
    rejected: bool
    author: int | None
    made: float
    """Seconds since 1970; 0 where the export does not say."""


_Votes = dict[int, dict[int, int]]
"""Participant -> statement -> 1, 0 or -1, in the sign of the file; blank cells are absent."""


def read_export(folder: Path) -> Conversation:
    """Read a Polis export: comments.csv, participants-votes.csv or participant-votes.csv, summary.csv; votes.csv if there.

    Raises:
        CodesignError: a file is missing, or something in it can't be read for sure: file, line, mend.
    """
    if not folder.is_dir():
        raise CodesignError(f"{folder} is not a folder. Unpack the Polis export and name the folder that holds its files.")
    matrix_path = _matrix_path(folder)
    title = _title(_needed(folder / _SUMMARY))
    statements = _statements(_needed(folder / _COMMENTS))
    matrix = _matrix(matrix_path, statements)
    flipped = _is_flipped(matrix, statements, folder / _LOG)
    kept = [s for _, s in sorted(statements.items()) if not s.rejected]
    if not kept:
        raise CodesignError(f"{folder / _COMMENTS}: every statement was rejected, so there is nothing to import.")
    codes = {1: DOESNT, -1: WORKS, 0: SKIPPED} if flipped else {1: WORKS, -1: DOESNT, 0: SKIPPED}
    cards = {s.id: Card(id=f"S{s.id}", kind="scale", rule=s.text) for s in kept}
    return Conversation(
        title,
        tuple(cards.values()),
        tuple(
            Ballot({card.id: codes[votes[n]] if n in votes else NOT_REACHED for n, card in cards.items()})
            for votes in matrix.values()
        ),
        flipped,
        _day(max(s.made for s in statements.values())),
    )


def _needed(path: Path) -> Path:
    if not path.exists():
        raise CodesignError(f"There is no file {path}. Put the {path.name} of the same export into the folder.")
    return path


def _matrix_path(folder: Path) -> Path:
    found = [folder / name for name in _MATRIX_NAMES if (folder / name).exists()]
    if not found:
        raise CodesignError(
            f"There is no file {folder / _MATRIX_NAMES[0]}, nor {_MATRIX_NAMES[1]}. Put the one of the same export into the "
            "folder."
        )
    if len(found) > 1:
        raise CodesignError(
            f"{folder} holds both {_MATRIX_NAMES[0]} and {_MATRIX_NAMES[1]}. Keep the one of the same export as comments.csv."
        )
    return found[0]


def _title(path: Path) -> str:
    """The topic. Early exports write values without quotes, so a value may reach over several cells."""
    for row in read_rows(path, "Polis table", limit=SIZE_LIMIT):
        if row.cells and row.cells[0].casefold() == "topic":
            return clean(", ".join(cell for cell in row.cells[1:] if cell), NAME_LIMIT) or _UNTITLED
    raise CodesignError(f"{path}: no line begins with “topic”. Write one: topic, a comma, and the title of the conversation.")


# Cells


def _wrong(path: Path, row: Row, told: str) -> CodesignError:
    return CodesignError(f"{path}, line {row.line}: {told}")


def _whole(cell: str) -> int | None:
    """A whole number as exports and spreadsheets write it (12, -1, -1.0); None where it is something else."""
    match = re.fullmatch(r"([+-]?[0-9]{1,18})(?:\.0+)?", cell)
    return int(match[1]) if match else None


def _seconds(timestamp: int) -> float:
    return timestamp / 1000 if timestamp > _MILLISECONDS else timestamp


def _day(seconds: float) -> str:
    """The day of a moment; "" for none, and for one that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > 0 else ""
    except (OverflowError, ValueError, OSError):
        return ""


def _number(path: Path, row: Row, column: str, cell: str, *, least: int | None = None) -> int:
    """The whole number of a cell; the error doesn't repeat the cell, which may name a person."""
    number = _whole(cell)
    if number is None or (least is not None and number < least):
        raise _wrong(
            path,
            row,
            f"the column “{column}” needs a whole number{'' if least is None else f' from {least}'}. Mend it, or export again.",
        )
    return number


def _table(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[Row, list[str]]]:
    """The rows below the header, each with the names of the columns; blank lines are passed over.

    Raises:
        CodesignError: a column is missing, a name stands there twice, or a row has too many or too few cells.
    """
    names: list[str] = []
    for row in read_rows(path, "Polis table", limit=SIZE_LIMIT):
        if not names:
            names = [cell.casefold() for cell in row.cells]
            if missing := [name for name in needed if name not in names]:
                raise _wrong(path, row, f"there is no column “{missing[0]}”. Is it the {path.name} of a Polis export?")
            if len(set(names)) < len(names):
                raise _wrong(path, row, "two columns have the same name. Export again.")
        elif len(row.cells) == len(names):
            yield row, names
        elif not row.blank:
            raise _wrong(
                path,
                row,
                f"{len(row.cells)} cells where the header has {len(names)}. Early exports leave out the quotation marks round "
                "a text with a comma or a line break: put them in, or export again.",
            )


# Files


def _statements(path: Path) -> dict[int, _Statement]:
    found: dict[int, _Statement] = {}
    for row, names in _table(path, ("comment-id", "moderated", "comment-body")):
        cells = dict(zip(names, row.cells, strict=True))
        number = _number(path, row, "comment-id", cells["comment-id"], least=0)
        if number in found:
            raise _wrong(path, row, f"statement {number} stands there twice. Take one out, or export again.")
        author = cells.get("author-id", "")
        found[number] = _Statement(
            number,
            clean(cells["comment-body"], RULE_LIMIT) or f"Statement {number} (no words in the export)",
            _number(path, row, "moderated", cells["moderated"]) == _REJECTED,
            _number(path, row, "author-id", author, least=0) if author else None,
            _seconds(_whole(cells.get("timestamp", "")) or 0),
        )
    if not found:
        raise CodesignError(f"{path} holds no statement. Export again.")
    return found


def _matrix(path: Path, statements: dict[int, _Statement]) -> _Votes:
    votes: _Votes = {}
    columns: list[tuple[int, int]] = []
    who = 0
    for row, names in _table(path, ("participant",)):
        if not votes:
            columns, who = _columns(path, row, names, statements), names.index("participant")
        participant = _number(path, row, "participant", row.cells[who], least=0)
        if participant in votes:
            raise _wrong(path, row, "this participant has a row already. Take one out, or export again.")
        votes[participant] = {
            statement: _vote(path, row, statement, cell) for at, statement in columns if (cell := row.cells[at])
        }
    if not votes:
        raise CodesignError(f"{path} holds no votes below its header. Export again.")
    return votes


def _vote(path: Path, row: Row, statement: int, cell: str) -> int:
    vote = _whole(cell)
    if vote not in (1, 0, -1):
        told = f"the column “{statement}” holds “{clean(cell, 20)}”. A vote is 1, 0, -1 or nothing. Mend it, or export again."
        raise _wrong(path, row, told)
    return vote


def _columns(path: Path, row: Row, names: list[str], statements: dict[int, _Statement]) -> list[tuple[int, int]]:
    """Place and statement of each column of votes. A column that nobody can name may hold votes, so it is refused."""
    found: dict[int, int] = {}
    for at, name in enumerate(names):
        statement = _whole(name)
        if name in _NOT_A_STATEMENT:
            continue
        if statement is None:
            raise CodesignError(f"{path}, line 1: “{clean(name, 40)}” is no column of votes. Take it out, or export again.")
        if statement not in statements or statement in found.values():
            raise CodesignError(
                f"{path}, line 1: the column “{clean(name, 40)}” fits no statement of {_COMMENTS}. Are both of one export?"
            )
        found[at] = statement
    return list(found.items())


# The sign


def _is_flipped(matrix: _Votes, statements: dict[int, _Statement], log: Path) -> bool:
    """Whether agree is -1 in the matrix. Polis lets an author agree with their own statement by itself, so an author's first
    vote on it is an agree in nearly every case; where most say otherwise, the export has the sign the wrong way round."""
    own = {
        (s.id, s.author): vote
        for s in statements.values()
        if s.author is not None and (vote := matrix.get(s.author, {}).get(s.id))
    }
    changed = _changed_minds(log, set(own)) if log.exists() else set()
    first = [-vote if pair in changed else vote for pair, vote in own.items()]
    return sum(first) < 0


def _changed_minds(path: Path, own: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Which of these (statement, author) pairs ended on the other side than they began. Says nothing about the log's sign,
    so it holds for a log that is the wrong way round as well."""
    first: dict[tuple[int, int], tuple[float, int]] = {}
    last: dict[tuple[int, int], tuple[float, int]] = {}
    for row, names in _table(path, ("timestamp", "comment-id", "voter-id", "vote")):
        cells = dict(zip(names, row.cells, strict=True))
        statement, voter, vote = (_number(path, row, name, cells[name]) for name in ("comment-id", "voter-id", "vote"))
        if (statement, voter) not in own or not vote:
            continue
        event = (_seconds(_number(path, row, "timestamp", cells["timestamp"])), vote)
        pair = (statement, voter)
        if pair not in first or event[0] < first[pair][0]:
            first[pair] = event
        if pair not in last or event[0] >= last[pair][0]:
            last[pair] = event
    return {pair for pair in first if first[pair][1] != last[pair][1]}
