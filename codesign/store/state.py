"""From a record's tables to the session value that the rest of the program works with."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card
from codesign.core.errors import Damaged
from codesign.core.group_notes import GroupNotes
from codesign.core.kinds import kind_of
from codesign.core.new_words import in_words_of_the_vote
from codesign.core.pieces import Piece
from codesign.core.policy_team.promises import Promises
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.store.record_bytes import LEFT, Tables
from codesign.store.replaced import last_votes
from codesign.store.rows import MOST, BoxRow, TallyRow, comment_of, decision_of, digest, round_of, tally_of

_BREAKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What steers a terminal, turns words round or breaks a document: `codesign.core.text.clean` lets none of it in."""
_NO_TEXTS = ("box", "tally")
"""Tables whose only words are sealed, or must be those of a card."""
_REGION_BEFORE = "en-US"
"""Of a record that was made before records said where they are: it goes on as it was printed then."""


def session_of(tables: Tables, path: Path) -> Session:
    """The session that the tables hold, with only the last tally of each card.

    Raises:
        Damaged: a table or row is not of its form, though the checksum fits.
    """
    try:
        _must_break_nothing(tables)
        session_id, meta = session_id_of(tables), tables["meta"]["1"]
        rounds = sorted((round_of(row) for row in tables.get("rounds", {}).values()), key=lambda r: r.number)
        box = [msgspec.convert(row, BoxRow) for row in tables.get("box", {}).values()]
        cards = cards_of(tables)
        by_id = {card.id: card for card in cards}
        tallies = sorted((tally_of(row, by_id) for row in _rows(tables, "tally")), key=lambda tally: tally.round)
        comments = tuple(comment_of(row, by_id) for row in _rows(tables, "comments"))
        _counted([r.number for r in rounds], [int(i) for i in tables["cards"]])
        _must_be_under_their_ids(tables, rounds="number", comments="id")
        _must_be_of_closed_rounds(rounds, tallies, comments)
        last = last_votes(tables)
        thresholds, mended = msgspec.convert(meta["lines"], Thresholds), msgspec.convert(meta.get("mended", False), bool)
        changed = msgspec.convert(meta.get("changed", 0), int)
        of_rounds = tables.get("rounds", {}).values()
        if not changed and not mended and any(has_other_rules(tables, row) for row in of_rounds if row["state"] == "closed"):
            changed = max((tally.ballots for tally in tallies), default=1)  # since their close
        proved = not mended or all(row.get("rules") and not has_other_rules(tables, row) for row in of_rounds)
        if changed or not proved:  # nobody knows any more which were the true ones
            thresholds = thresholds.strictest
        return Session(
            setup=msgspec.convert({"region": _REGION_BEFORE} | meta["setup"], Setup),
            thresholds=thresholds,
            cards=in_words_of_the_vote(cards, rounds),
            rounds=tuple(rounds),
            tallies={t.card: t.alone for t in tallies if t.round == last[t.card]},
            votes={row["card"]: int(i) for i, row in tables.get("tally", {}).items() if row["round"] == last[row["card"]]},
            wrote_among=_wrote_among(tables, tallies),
            comments=comments,
            in_box=sum(row.kind != "c" for row in box) if any(r.state == "open" for r in rounds) else None,
            told=() if mended else msgspec.convert(meta.get("told", ()), tuple[str, ...]),  # no proof any more, as what left
            changed=changed,
            left=() if mended else msgspec.convert(meta.get("left"), tuple[Piece, ...] | None),
            left_out=msgspec.convert(meta.get("left_out", 0), int),
            mended=mended,
            decisions=tuple(decision_of(row, by_id) for row in _rows(tables, "decisions")),
            promises=msgspec.convert(meta.get("promises", {}), Promises),
            source=msgspec.convert(meta.get("source", ()), tuple[str, ...]),
            group_notes=msgspec.convert(meta.get("hour", {}), GroupNotes),
            mark=_mark(session_id),
        )
    except (msgspec.ValidationError, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged(f"{path} does not have the form of a record. {LEFT}") from None


def _must_break_nothing(tables: Tables) -> None:
    """No text of a table holds a sign that texts never come in with, no threshold is more than a page can hold, and days are
    days."""
    words = "".join(_words_in([rows for name, rows in tables.items() if name not in _NO_TEXTS]))
    if not words.isprintable() and _BREAKS.search(words):  # the first look is quick, and a pool reads thousands
        raise ValueError("a sign that no text comes in with")
    meta = tables["meta"]["1"]
    for day in (meta["setup"]["day"], meta["setup"].get("answer_by") or meta["setup"]["day"]):
        date.fromisoformat(day)
    if abs(meta["lines"].get("quote_from", 0)) > MOST:
        raise ValueError("more answers than anybody counts")


def _words_in(rows: list[object]) -> list[str]:
    """Every text in what a table may hold."""
    found, left = list[str](), [*rows]
    while left:
        one = left.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            left.extend(one.values())
        elif isinstance(one, list):
            left.extend(one)
    return found


def cards_of(tables: Tables) -> tuple[Card, ...]:
    """The cards of the session, in their order and in the words that they first had."""
    return tuple(_card(row) for _, row in sorted(tables["cards"].items(), key=_by_id))


def _card(row: object) -> Card:
    card = msgspec.convert(row, Card)
    kind_of(card)  # KeyError for a kind that this program does not know
    return card


_PROMISED = ("title", "day", "audience", "answer_by", "made_up")
"""What of the set-up is fixed before a vote, because people are told it and it stands in the summary. Who is here to help, a
help line, how many are expected, minutes, papers and the first language may be others in the end."""


def rules_digests(tables: Tables, round_row: Mapping[str, Any], public_key: str = "") -> tuple[bytes, bytes]:
    """What is fixed before a vote, in 16 bytes: the cards of the round as they stand in the record, in their order and in the
    words of the round, the lines from which something is shown, and what was promised at set-up; then the same as earlier
    versions made it, without the last. A ballot's has the public key in it as well."""
    meta, words = tables["meta"]["1"], round_row.get("new_words", {})
    in_order = (row for _, row in sorted(tables["cards"].items(), key=_by_id) if row["id"] in round_row["cards"])
    cards = [row | {"rule": words.get(row["id"], row["rule"])} for row in in_order]
    promised = [meta["setup"].get(name) for name in _PROMISED]
    without = [cards, meta["lines"], public_key]
    return digest([*without, promised]), digest(without)


def has_other_rules(tables: Tables, round_row: Mapping[str, Any]) -> bool:
    """Whether what was fixed is not what the round was opened with. It can be forged, unlike what is in a ballot."""
    known = {digest.hex() for digest in rules_digests(tables, round_row)}
    return bool(round_row.get("rules")) and round_row["rules"] not in known


def _mark(session_id: int) -> str:
    """Two times four letters that follow from the session's number, and from which nobody gets back to it."""
    letters = base64.b32encode(hashlib.blake2b(str(session_id).encode(), digest_size=5).digest()).decode()
    return f"{letters[:4]}-{letters[4:]}"


def _counted(*numbers: list[int]) -> None:
    """Rounds and cards are numbered without a gap: a lost one would be taken for a later one."""
    if any(sorted(found) != list(range(1, len(found) + 1)) for found in numbers):
        raise ValueError("a number is missing")


def _must_be_under_their_ids(tables: Tables, **named: str) -> None:
    """Rows that say who they are stand where they will be written again: else a copy would be made of one, or a gap."""
    if any(int(i) != row[field] for name, field in named.items() for i, row in tables.get(name, {}).items()):
        raise ValueError("a row under the id of another")


def _must_be_of_closed_rounds(rounds: Sequence[Round], tallies: Sequence[TallyRow], comments: Sequence[Comment]) -> None:
    """Each card of a closed round was counted once; what is said of another round or card was never voted on."""
    closed = {round_.number: {*round_.cards} for round_ in rounds if round_.state == "closed"}
    counted = [(tally.round, tally.card) for tally in tallies]
    if len({*counted}) < len(counted):
        raise ValueError("two tallies of a card in one round")
    if any(card not in closed.get(number, ()) for number, card in counted):
        raise ValueError("a tally of a round that never was, or of a card not in it")
    if any(c.card not in {*closed.get(c.round, ()), OWN_IDEA} or c.round not in closed for c in comments):
        raise ValueError("a comment of a round that never was, or on a card not in it")


def _wrote_among(tables: Tables, tallies: Sequence[TallyRow]) -> dict[tuple[int, str], int]:
    among = {(tally.round, tally.card): tally.answered for tally in tallies}
    for number in {tally.round for tally in tallies}:
        among[number, OWN_IDEA] = max(tally.ballots for tally in tallies if tally.round == number)
    for row in tables.get("rounds", {}).values():  # of votes that were replaced since
        among |= {(row["number"], card): count for card, count in row.get("among", {}).items()}
    return among


def session_id_of(tables: Tables) -> int:
    """The number that names the session's keys and code."""
    return msgspec.convert(tables["meta"]["1"]["session"], int)


def _by_id(item: tuple[str, object]) -> int:
    return int(item[0])


def _rows(tables: Tables, name: str) -> list[dict[str, object]]:
    return [row for _, row in sorted(tables.get(name, {}).items(), key=_by_id)]
