"""The export folder of a Polis conversation as cards and ballots.

Reads no participant id, no external id and no author into what it returns: an author is looked at only to find out which
sign means "agree" in this export. The ballots stand in the order of the file; whoever casts them shuffles them first.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import NOT_REACHED, SKIPPED
from codesign.core.kinds.scale import DOESNT, WORKS
from codesign.core.text import NAME_LIMIT, clean
from codesign.intake.files import MEGABYTE
from codesign.intake.polis.folder import Files, files_of, missing
from codesign.intake.polis.sign import Sign, found_sign, voices
from codesign.intake.polis.statements import Statement, read_statements
from codesign.intake.polis.votes import VotesOf, read_log, read_matrix
from codesign.intake.sheet import read_rows
from codesign.words import many

SIZE_LIMIT = 100 * MEGABYTE
"""Bytes of one file of an export."""
UNTITLED = "A Polis conversation"
_MARKED = 20
"""Statements by which a conversation is known again."""


class Conversation(Struct, frozen=True):
    """A conversation as it goes into a record."""

    title: str
    cards: tuple[Card, ...]
    """The statements that moderators did not reject and that say what should be, as agreements in the order they were made."""
    ballots: tuple[Ballot, ...]
    """One for each participant who voted on one of them; every card is in it."""
    flipped: bool = False
    """Agree is -1 in the votes of this export, and that was turned round here."""
    day: str = ""
    """YYYY-MM-DD (UTC), on which the newest statement was made; empty where the export does not say."""
    source: tuple[str, ...] = ()
    """Marks of its first statements. They stay the same however a conversation grows, whatever is left out of it."""
    notes: tuple[str, ...] = ()
    """What was decided or left out on the way, a sentence each."""


def read_export(folder: Path, *, sign: Sign | None = None, title: str = "", without: Collection[int] = ()) -> Conversation:
    """Read a Polis export: comments.csv, the votes in a table (participants-votes.csv, participant-votes.csv) or as a log
    (votes.csv), and summary.csv if it is there. A download's names (anything-comments.csv) are fine too.

    `sign` says what means agree where somebody knows, `title` stands in place of the topic, and the statements of the numbers
    `without` are left out.

    Raises:
        CodesignError: a file is missing, or something in it can't be read for sure: file, line, mend.
    """
    files = files_of(folder)
    summary = _summary(files.summary) if files.summary else {}
    notes: list[str] = []
    title = clean(title, NAME_LIMIT) or _title(files, summary, notes)
    statements = read_statements(files.comments, limit=SIZE_LIMIT)
    kept = _kept(files.comments, statements, without, notes)
    own = {(s.id, s.author) for s in statements.values() if s.author is not None}
    log = read_log(files.log, statements, own, every=not files.matrix, limit=SIZE_LIMIT) if files.log else None
    table = read_matrix(files.matrix, statements, limit=SIZE_LIMIT) if files.matrix else log
    assert table is not None  # one of the two is there
    notes.extend(table.notes)
    votes = table.votes
    found = found_sign(sign, summary.get("vote-convention"), voices(statements, votes, log.changed if log else ()))
    notes.append(found.told)
    notes += _oddly_counted(votes, log.voters if log else set(), [(who, n) for n, who in own if n in kept])
    codes = {1: DOESNT, -1: WORKS, 0: SKIPPED} if found.turned else {1: WORKS, -1: DOESNT, 0: SKIPPED}
    cards = {n: Card(id=f"S{n}", kind="agreement", rule=s.text) for n, s in kept.items()}
    ids = {n: card.id for n, card in cards.items()}
    nothing = dict.fromkeys(ids.values(), NOT_REACHED)
    cast = _cast(files.matrix or files.log, votes, ids, notes)
    return Conversation(
        title,
        tuple(cards.values()),
        tuple(Ballot({**nothing, **{ids[n]: codes[vote] for n, vote in row.items() if n in ids}}) for row in cast),
        found.turned,
        _day(max(s.made for s in statements.values())),
        tuple(_mark(s) for _n, s in sorted(statements.items())[:_MARKED]),
        tuple(notes),
    )


def _cast(path: Path | None, votes: VotesOf, kept: Collection[int], notes: list[str]) -> list[dict[int, int]]:
    """The votes of each who voted on a statement that is kept: a row of empty cells is nobody's ballot."""
    cast = [row for row in votes.values() if not row.keys().isdisjoint(kept)]
    if not cast:
        raise CodesignError(f"{path} holds no vote on a statement that becomes a card. Are both of one export?")
    if others := len(votes) - len(cast):
        notes.append(
            many(
                "{n} person has no vote on a statement that is told, and is not counted.",
                "{n} people have no vote on a statement that is told, and are not counted.",
                others,
            )
        )
    if untouched := len({*kept} - {n for row in cast for n in row}):
        notes.append(
            many(
                "On {n} statement nobody has a vote. If people did vote on it, export again.",
                "On {n} statements nobody has a vote. If people did vote on them, export again.",
                untouched,
            )
        )
    return cast


def _oddly_counted(votes: Mapping[int, Mapping[int, int]], logged: Set[int], own: Sequence[tuple[int, int]]) -> list[str]:
    """What is told of votes that are not counted as somebody may expect. `logged`: who has votes in the log; `own`: authors,
    each with a statement of theirs."""
    notes: list[str] = []
    if without_row := len(logged - set(votes)):
        notes.append(
            many(
                "{n} person has votes in votes.csv and no row in the table of votes, and is not counted.",
                "{n} people have votes in votes.csv and no row in the table of votes, and are not counted.",
                without_row,
            )
        )
    if passes := sum(votes.get(who, {}).get(n) == 0 for who, n in own):
        notes.append(
            many(
                "{n} pass is an author's on their own statement: Polis writes one where a statement was put in without a vote. "
                "It is counted as skipped.",
                "{n} passes are authors' on their own statements: Polis writes them where a statement was put in without a "
                "vote. They are counted as skipped.",
                passes,
            )
        )
    return notes


def _mark(statement: Statement) -> str:
    """A statement of one conversation: the same words in another were put up at another moment."""
    whole = f"{statement.id} {statement.made} {statement.text}"
    return blake2b(whole.encode(), digest_size=12, person=b"statement").hexdigest()


def _kept(path: Path, statements: Mapping[int, Statement], without: Collection[int], notes: list[str]) -> dict[int, Statement]:
    """The statements that become cards. A statement on who somebody is ("I am older than 16") is no rule to vote on."""
    if unknown := sorted(set(without) - set(statements)):
        raise CodesignError(f"{path} has no statement {unknown[0]}, so it can't be left out. Check the number.")
    left = {n: s for n, s in sorted(statements.items()) if not s.rejected}
    if rejected := len(statements) - len(left):
        notes.append(many("{n} rejected statement was left out.", "{n} rejected statements were left out.", rejected))
    if meta := sum(s.meta for s in left.values()):
        notes.append(
            many(
                "{n} statement on who people are (is-meta) was left out.",
                "{n} statements on who people are (is-meta) were left out.",
                meta,
            )
        )
    kept = {n: s for n, s in left.items() if not s.meta and n not in without}
    if named := len(left) - meta - len(kept):
        notes.append(many("{n} statement was left out as asked.", "{n} statements were left out as asked.", named))
    if not kept:
        why = "every statement was left out" if without else "every statement was rejected, or only says who people are,"
        raise CodesignError(f"{path}: {why} so there is nothing to import.")
    return kept


def _summary(path: Path) -> dict[str, list[str]]:
    """The lines of summary.csv by their first cell in small letters. Early exports write values without quotes, so a value may
    reach over several cells."""
    found: dict[str, list[str]] = {}
    for row in read_rows(path, "Polis table", limit=SIZE_LIMIT):
        if row.cells:
            found.setdefault(row.cells[0].casefold(), row.cells[1:])
    return found


def _title(files: Files, summary: Mapping[str, list[str]], notes: list[str]) -> str:
    """The topic of the conversation. A log and statements alone have none; what else comes as an export has a summary, which
    may also declare what means agree."""
    if files.matrix and not files.summary:
        raise missing(files.comments.parent, "summary.csv", or_else=" Or use --title.")
    if files.summary and "topic" not in summary:
        raise CodesignError(
            f"{files.summary}: no line begins with “topic”. Write one: topic, a comma and the title. Or use --title."
        )
    if title := clean(", ".join(cell for cell in summary.get("topic", []) if cell), NAME_LIMIT):
        return title
    notes.append(f"The export names no topic, so the title is “{UNTITLED}”. Another can be given with --title.")
    return UNTITLED


def _day(seconds: float) -> str:
    """The day of a moment; "" for none, and for one that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > 0 else ""
    except (OverflowError, ValueError, OSError):
        return ""


__all__ = ["SIZE_LIMIT", "UNTITLED", "Conversation", "Sign", "read_export"]
