"""The tally of a vote that a later one took the place of: it leaves the record. Two tallies of a card can be subtracted, and
where one person came late the difference is that person's answers.

Of such a vote stays, in the row of its round, among how many people the writers of its comments are, and nothing where there
are none.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from codesign.core.ballot import OWN_IDEA
from codesign.core.tally import Tally
from codesign.store.record_bytes import Rows, Tables


def last_votes(tables: Tables) -> dict[str, int]:
    """Card -> the number of the last closed round on it. Where that one's tally is lost, no earlier one stands for it."""
    closed = sorted(row["number"] for row in tables.get("rounds", {}).values() if row["state"] == "closed")
    return {card: number for number in closed for card in tables["rounds"][str(number)]["cards"]}


def without_replaced(tables: Tables) -> dict[str, Rows]:
    """The tables that change where the replaced tallies go; empty where there are none."""
    last, tallies = last_votes(tables), tables.get("tally", {})
    kept = {i: row for i, row in tallies.items() if row["round"] == last.get(row["card"])}
    if len(kept) == len(tallies):
        return {}
    rounds = dict(tables["rounds"])
    for number in {row["round"] for i, row in tallies.items() if i not in kept}:
        known = rounds[str(number)]
        among = _among([row for row in tallies.values() if row["round"] == number], tables.get("comments", {}), number)
        rounds[str(number)] = {**known, "among": {**among, **known.get("among", {})}}
    return {"rounds": rounds, "tally": kept}


def _among(rows: list[dict[str, Any]], comments: Mapping[str, Mapping[str, Any]], number: int) -> dict[str, int]:
    """Card (or OWN_IDEA) -> how many people are behind it, of those on which somebody wrote in this round."""
    tallies = [msgspec.convert(row, Tally) for row in rows]
    wrote = {row["card"] for row in comments.values() if row["round"] == number}
    found = {tally.card: tally.answered for tally in tallies} | {OWN_IDEA: max(tally.ballots for tally in tallies)}
    return {card: count for card, count in found.items() if card in wrote}
