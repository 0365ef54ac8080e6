"""The votes of an export: as a table with a row for each participant, or as a log of all that were ever cast."""

import re
from collections.abc import Collection, Container
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.intake.polis.table import Table, seconds, whole
from codesign.intake.sheet import SheetRow
from codesign.words import many

_NOT_A_STATEMENT = re.compile("participant|xid|group-.+|n-(?:comments|votes|agree|disagree|pass|important)")
_VOTES = {"1": 1, "-1": -1, "0": 0}
_NONE = {"", "null", "none", "nan", "na", "n/a"}
"""Cells in which nobody voted, in small letters."""

VotesOf = dict[int, dict[int, int]]
"""Participant -> statement -> 1, 0 or -1, in the sign of the file; what they did not vote on is absent."""


class Votes(Struct):
    """What one file of votes says."""

    votes: VotesOf
    notes: tuple[str, ...]
    """What is odd in it, a sentence each."""
    changed: frozenset[tuple[int, int]] = frozenset()
    """Pairs of (statement, author) whose author ended on the other side than they began."""
    voters: frozenset[int] = frozenset()
    """Who is in a log."""


def read_matrix(path: Path, statements: Container[int], *, limit: int) -> Votes:
    """The table of votes.

    Raises:
        CodesignError: something can't be read for sure; file, line, mend.
    """
    votes: VotesOf = {}
    table = Table(path, ("participant",), limit=limit)
    columns = _columns(table, statements)
    table.reach = max(table.reach, 1 + min((at for at, _ in columns), default=0))
    nulls = 0
    for row in table:
        participant = table.number(row, "participant", least=0)
        if participant in votes:
            raise table.wrong(row, "this participant has a row already. Take one out, or export again.")
        mine = votes[participant] = {}
        for at, statement in columns:
            if cell := row.cells[at]:
                vote = _VOTES.get(cell)
                if vote is None and (vote := _vote(table, row, str(statement), cell)) is None:
                    nulls += 1
                else:
                    mine[statement] = vote
    if not votes:
        raise CodesignError(f"{path} holds no votes below its header. Export again.")
    return Votes(votes, (*_short(table), *_empty(nulls)))


def read_log(path: Path, statements: Container[int], own: Collection[tuple[int, int]], *, every: bool, limit: int) -> Votes:
    """The log of votes: a later vote of a person on a statement takes the place of an earlier one. Where not
    `every` vote is needed, only the pairs of (statement, author) in `own` are looked at.

    Which authors changed their minds says nothing about the log's sign, so it holds for one that is the wrong way round.

    Raises:
        CodesignError: something can't be read for sure; file, line, mend.
    """
    table = Table(path, ("timestamp", "comment-id", "voter-id", "vote"), limit=limit)
    number = table.number
    first: dict[tuple[int, int], tuple[float, int]] = {}
    last: dict[int, dict[int, tuple[float, int]]] = {}
    sided: dict[tuple[int, int], tuple[float, int]] = {}
    voters: set[int] = set()
    nulls, at_vote = 0, table.at["vote"]
    own = frozenset(own)
    for row in table:
        pair = statement, voter = number(row, "comment-id"), number(row, "voter-id", least=0)
        vote = _vote(table, row, "vote", row.cells[at_vote])
        if vote is not None:
            voters.add(voter)
        when = seconds(number(row, "timestamp"))
        if every:
            if statement not in statements:
                raise table.wrong(row, "the vote is on no statement of comments.csv. Are both of one export?")
            if vote is None:
                nulls += 1
                continue
            mine = last.setdefault(voter, {})
            if statement not in mine or when >= mine[statement][0]:
                mine[statement] = when, vote
        if vote and pair in own:
            if pair not in first or when < first[pair][0]:
                first[pair] = when, vote
            if pair not in sided or when >= sided[pair][0]:
                sided[pair] = when, vote
    if every and not last:
        raise CodesignError(f"{path} holds no votes below its header. Export again.")
    return Votes(
        {voter: {statement: vote for statement, (_, vote) in mine.items()} for voter, mine in last.items()},
        _empty(nulls),
        frozenset(pair for pair in first if first[pair][1] != sided[pair][1]),
        frozenset(voters),
    )


def _vote(table: Table, row: SheetRow, column: str, cell: str) -> int | None:
    """The vote of a cell; None where nobody voted."""
    vote = _VOTES.get(cell)
    if vote is not None or (vote := whole(cell)) in (1, 0, -1):
        return vote
    if cell.casefold() in _NONE:
        return None
    raise table.wrong(row, f"the column “{column}” holds no vote. A vote is 1, 0, -1 or nothing. Mend it, or export again.")


def _columns(table: Table, statements: Container[int]) -> list[tuple[int, int]]:
    """Place and statement of each column of votes. A column that nobody can name may hold votes, so it is refused."""
    found: dict[int, int] = {}
    for at, name in enumerate(table.names):
        if _NOT_A_STATEMENT.fullmatch(name):
            continue
        statement = whole(name)
        if statement is None:
            raise CodesignError(f"{table.path}, line 1: column {at + 1} is no column of votes. Take it out, or export again.")
        if statement not in statements or statement in found:
            raise CodesignError(
                f"{table.path}, line 1: column {at + 1} fits no statement of comments.csv. Are both of one export?"
            )
        found[statement] = at
    return [(at, statement) for statement, at in found.items()]


def _short(table: Table) -> tuple[str, ...]:
    if not table.short:
        return ()
    return (
        many(
            "{n} row of votes ends before the last column; what is missing counts as not reached.",
            "{n} rows of votes end before the last column; what is missing counts as not reached.",
            table.short,
        ),
    )


def _empty(nulls: int) -> tuple[str, ...]:
    if not nulls:
        return ()
    return (
        many(
            "{n} vote is empty in words (null); it counts as not reached.",
            "{n} votes are empty in words (null); they count as not reached.",
            nulls,
        ),
    )
