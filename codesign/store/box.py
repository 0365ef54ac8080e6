"""The box of an open round: ballots go in sealed, and come out only when the round is folded, in memory."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec import Struct

from codesign.core.ballot import Ballot, RowReader, as_row, block_for, rules_of
from codesign.core.card import Card
from codesign.store.seal import opener, seal


class Sealed(Struct, frozen=True):
    """Ballots as sealed rows under ids of their own. Casting them again adds nothing."""

    rows: dict[int, dict[str, str]]
    """Row id -> kind and sealed text."""


def sealed_rows(ballots: Sequence[Ballot], cards: Sequence[Card], rules: bytes, public_key: str) -> list[dict[str, str]]:
    """Ballots as rows of the box, all of one length; `rules` stands for what was fixed before the vote."""
    block = block_for(ballots, cards)
    plain = (as_row(ballot, cards, rules, block) for ballot in ballots)
    return [{"kind": row[:1].decode(), "sealed": seal(row, public_key)} for row in plain]


class Opened(Struct, frozen=True):
    """What was in a box."""

    ballots: list[Ballot]
    """Ballots and loose comments."""
    broken: int
    """Rows that don't open."""
    changed: int
    """Ballots that were cast under other rules."""


def open_box(rows: Iterable[dict[str, Any]], private: bytes, cards: Sequence[Card], rules: Collection[bytes]) -> Opened:
    """Open what lies in a box; `rules` is what may stand in a ballot for what was fixed before the vote. No seal comes out
    twice the same, so a row that does is a copy, and counts once."""
    unseal, reader = opener(private), RowReader(cards)
    ballots, broken, changed = [], 0, 0
    for sealed in {row["sealed"] for row in rows}:
        try:
            plain = unseal(sealed)
            ballot = reader.read(plain)
            for remark in ballot.remarks:
                reader.must_be_sayable(remark)
        except ValueError:
            broken += 1
        else:
            ballots.append(ballot)
            changed += rules_of(plain) not in (None, *rules)
    return Opened(ballots, broken, changed)
