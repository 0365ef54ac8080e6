"""From a record's tables to the session value that the rest of the program works with."""

from datetime import date
from pathlib import Path

import msgspec

from codesign.core.errors import Damaged
from codesign.core.kinds import kind_of
from codesign.core.plan import Card, Lines
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.store.packed import LEFT, Tables


def session_of(tables: Tables, path: Path) -> Session:
    """The session that the tables hold, with only the last tally of each card.

    Raises:
        Damaged: a table or row is not of its form, though the checksum fits.
    """
    try:
        session_id_of(tables)
        meta = tables["meta"]["1"]
        for day in (meta["setup"]["day"], meta["setup"].get("answer_by") or meta["setup"]["day"]):
            date.fromisoformat(day)
        rounds = [_round(row) for row in tables.get("rounds", {}).values()]
        tallies = sorted(tables.get("tally", {}).values(), key=lambda row: int(row["round"]))
        is_open = any(r.state == "open" for r in rounds)
        return Session(
            setup=msgspec.convert(meta["setup"], Setup),
            lines=msgspec.convert(meta["lines"], Lines),
            cards=cards_of(tables),
            rounds=tuple(sorted(rounds, key=lambda r: r.number)),
            tallies={row["card"]: msgspec.convert(row, Tally) for row in tallies},
            comments=tuple(msgspec.convert(row, Comment) for row in _rows(tables, "comments")),
            in_box=sum(row["kind"] == "v" for row in tables.get("box", {}).values()) if is_open else None,
            told=msgspec.convert(meta.get("told", ()), tuple[str, ...]),
            left_out=msgspec.convert(meta.get("left_out", 0), int),
            mended=msgspec.convert(meta.get("mended", False), bool),
        )
    except (msgspec.ValidationError, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged(f"{path} does not have the form of a record. {LEFT}") from None


def cards_of(tables: Tables) -> tuple[Card, ...]:
    """The cards of the session, in their order."""
    return tuple(_card(row) for _, row in sorted(tables["cards"].items(), key=_by_id))


def _card(row: object) -> Card:
    card = msgspec.convert(row, Card)
    kind_of(card)  # KeyError for a kind that this program does not know
    return card


class RoundRow(Round, frozen=True, kw_only=True):
    """A round as it stands in its table."""

    key: int
    """Names its key file."""
    public_key: str = ""
    """What its ballots are sealed to; only while it is open."""


def _round(row: object) -> Round:
    found = msgspec.convert(row, RoundRow)
    if (found.state == "open") != bool(found.public_key):
        raise ValueError("an open round has a public key, and no other has one")
    return Round(found.number, found.cards, found.state, found.mode)


def session_id_of(tables: Tables) -> int:
    """The number that names the session's keys and code."""
    return msgspec.convert(tables["meta"]["1"]["session"], int)


def _by_id(item: tuple[str, object]) -> int:
    return int(item[0])


def _rows(tables: Tables, name: str) -> list[dict[str, object]]:
    return [row for _, row in sorted(tables.get(name, {}).items(), key=_by_id)]
