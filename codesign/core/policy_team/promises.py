"""What became of the policy team's promises, as far as days tell it, and staff: a program can't know what was done."""

from collections.abc import Sequence
from typing import Literal, get_args

from msgspec import Struct

from codesign.core.dates import parse_date
from codesign.core.policy_team.decisions import Decision

State = Literal["", "kept", "late", "dropped", "waits", "no-day"]
"""No promise · staff say that it was done · its day has passed, and nobody said so, or gave the answer · the team took its yes
back · its day is still to come · nobody named a day that can be read."""
STATES: tuple[State, ...] = tuple(filter(None, get_args(State)))
"""Those that are told, in their order."""


class Promises(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of promises beside the answers themselves."""

    kept: tuple[str, ...] = ()
    """Card ids, in order, of promises of which staff said that they were kept."""
    dropped: tuple[str, ...] = ()
    """Card ids, in order, to which the team said yes once, and now does not."""

    def after(self, before: Sequence[Decision], now: Sequence[Decision]) -> "Promises":
        """Once other answers were given. Of a promise that is another one now, nobody has said that it was kept."""
        was, is_ = ({d.card: d for d in decisions if d.is_yes} for decisions in (before, now))
        return Promises(
            kept=tuple(card for card in self.kept if card in is_ and is_[card] == was.get(card)),
            dropped=tuple(sorted({*self.dropped, *was} - {*is_})),
        )

    def marked(self, card_id: str) -> "Promises":
        """With a promise marked as kept, or no more so."""
        return Promises(kept=tuple(sorted({*self.kept} ^ {card_id})), dropped=self.dropped)

    def state(self, card_id: str, decision: Decision | None, answer_by: str, today: str) -> State:
        """Of one card on this day; `answer_by` is the day by which an answer was promised. Days are YYYY-MM-DD."""
        if decision and decision.is_yes:
            return "kept" if card_id in self.kept else _by_day(parse_date(decision.by_when), today)
        if card_id in self.dropped:
            return "dropped"
        return _by_day(answer_by, today) if decision is None else ""


def _by_day(due: str, today: str) -> State:
    """Of what is due on a day, or in a month (YYYY-MM)."""
    if not due:
        return "no-day"
    return "late" if due < today[: len(due)] else "waits"
