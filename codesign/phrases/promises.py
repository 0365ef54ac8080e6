"""What became of promises, in sentences."""

from collections import Counter
from collections.abc import Iterable

from codesign.core.dates import parse_date
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.promises import STATES, State
from codesign.phrases import day
from codesign.words import N_, _

_NAMES: dict[State, str] = {
    "kept": N_("Kept: {n}"),
    "late": N_("Late: {n}"),
    "dropped": N_("Dropped: {n}"),
    "waits": N_("Not due yet: {n}"),
    "no-day": N_("No day named: {n}"),
}
WHAT_CAN_BE_KNOWN = N_("The program knows the days. What was done, only people know: staff say it.")


def in_a_sentence(state: State, decision: Decision | None, answer_by: str) -> str:
    """What became of one promise; empty where there is none."""
    if state == "kept":
        return _("Kept. Staff say that it is done.")
    if state == "dropped":
        return _("Dropped. The team said yes once, and took it back.")
    promised = decision is not None and decision.is_yes
    due = day(parse_date(decision.by_when)) if decision and promised else day(answer_by)
    if state == "late" and promised:
        return _("Late. It was due: {day}. Nobody has said that it is done.", day=due)
    if state == "late":
        return _("Late. The answer was due: {day}.", day=due)
    if state == "waits" and promised:
        return _("Not due yet.")
    return _("No day was named, so nobody can say if it is late.") if state == "no-day" and promised else ""


def added_up(states: Iterable[State]) -> str:
    """How many promises came to what, in one line; empty where there is none."""
    counts = Counter(states)
    return " · ".join(_(_NAMES[state], n=counts[state]) for state in STATES if counts[state])
