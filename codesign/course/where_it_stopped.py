"""Where a session stopped, and what of it waits: for the rows of home and the list of records."""

from collections.abc import Sequence
from datetime import date

from codesign.core.session import Session
from codesign.phrases import day
from codesign.words import _, in_region, many

_LATE = 2


def is_under_way(session: Session) -> bool:
    """Whether the hour of a session was begun and is not over: somebody may want to go on with it, also where its result was
    shown. It tells nothing of whether anybody wrote."""
    if session.phase in ("reading", "telling"):
        return not session.is_told or session.group_notes.at in ("result", "next")
    return session.phase == "voting" or (session.phase == "together" and session.group_notes.at != "over")


def where_it_stopped(session: Session) -> str:
    """Where a session stopped, in a few words."""
    if session.phase == "voting" and session.group_notes.at == "welcome" and not session.in_box:
        return _("Set up. Nobody has voted yet.")
    if session.phase == "voting":
        return many("Paused in the vote. {n} ballot is safe.", "Paused in the vote. {n} ballots are safe.", session.in_box or 0)
    if session.phase == "together":
        return many(
            "Together, without a vote. {n} line agreed.",
            "Together, without a vote. {n} lines agreed.",
            len(session.agreed_lines),
        )
    if session.phase == "empty":
        return _("The round was dropped.")
    if not session.is_told:  # whether anybody wrote is behind the code
        talks = session.group_notes.at != "result" and sum(vote.state == "closed" for vote in session.rounds) == 1
        return _("Closed. Next: the talk.") if talks else _("Closed. Next: the comments, the result, the summary.")
    told = session.told_cards
    answered = sum(session.decision(card.id) is not None for card in told)
    if is_under_way(session) and not answered:
        return _("Result shown. Next: the comments, the summary.")
    if answered:
        return many("Answered: {n} of {rules}.", "Answered: {n} of {rules}.", answered, rules=len(told))
    return _("Result shown. The policy team's answer can be read in.")


def overdue_alerts(newest_first: Sequence[Session], today: date, how: str) -> list[str]:
    """The policy teams that have let their day pass without an answer, the latest two: home has room for no more. The last
    ends with `how` their answer is brought in."""
    late = [session for session in newest_first if session.is_overdue(today.isoformat())]
    alerts = []
    for session in late[:_LATE]:
        with in_region(session.setup.region):
            due = day(session.setup.answer_by)
        alerts.append(_("No answer yet: “{title}”, due {day}.", title=session.setup.title, day=due))
    return [*alerts[:-1], f"{alerts[-1]} {how}"] if alerts else []
