"""The adopted rules of one or several records, read and checked, and the plan of the next session that starts from them."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from codesign.content import on_broken_rules
from codesign.core.errors import CodesignError
from codesign.core.next_plan import plan_of, with_rules_today
from codesign.core.plan import Plan
from codesign.core.policy_team.adopted import OurRules, our_rules
from codesign.core.session import Session
from codesign.core.text import NAME_LIMIT, clean
from codesign.engine.own_plans import put_plan
from codesign.phrases.our_rules import rules_today, unwritten_rules
from codesign.store.disk import Disk
from codesign.store.issued import Issued
from codesign.store.places import Places
from codesign.store.shelf import look


def sessions_of(paths: Sequence[Path], places: Places) -> list[Session]:
    """What these records say, in the order they are named.

    Raises:
        CodesignError: one can't be read or is an older copy (see `Issued.as_told`), two are of the same session, or
            some are made up and some are not.
    """
    memory = Issued(places.pools, Disk())
    sessions = [_as_told(path, memory) for path in paths]
    for at, session in enumerate(sessions):
        for path, other in zip(paths[:at], sessions, strict=False):
            if session.mark and session.mark == other.mark:
                raise CodesignError(f"{paths[at]} and {path} are the same session. Name one of them; nothing was written.")
    if len({session.setup.made_up for session in sessions}) > 1:
        made_up = next(path for path, session in zip(paths, sessions, strict=True) if session.setup.made_up)
        raise CodesignError(f"{made_up} is made up, and others are not. Leave it out; nothing was written.")
    return sessions


def _as_told(path: Path, memory: Issued) -> Session:
    session_id, session = look(path)
    return memory.as_told(session_id, session, path)


def rules_of(sessions: Sequence[Session]) -> OurRules:
    """What their answers come to.

    Raises:
        CodesignError: there is no answer yet.
    """
    if not any(session.decisions for session in sessions):
        raise CodesignError(
            "The policy team has not answered yet, so no rule is adopted. Read their answer in first; nothing was written."
        )
    return our_rules(sessions, on_broken_rules())


def missing_words(rules: OurRules) -> list[str]:
    """What nobody can write of a rule, a sentence each."""
    return [f"“{rule.rule}”: {' '.join(rule.lines)}" for rule in unwritten_rules(rules)]


def with_rules_of(plan: Plan, sessions: Sequence[Session], today: date) -> Plan:
    """The plan with the rules that these sessions led to, as they read today."""
    if not sessions:
        return plan
    return with_rules_today(plan, rules_today(our_rules(sessions), today.isoformat()))


def next_plan(name: str, paths: Sequence[Path], taken: Collection[str], places: Places, today: date) -> tuple[Path, list[str]]:
    """See `Engine.next_plan`; `taken` are the names of the plans there are."""
    sessions = sessions_of(paths, places)
    newest = max(sessions, key=lambda session: session.setup.day)
    plan = with_rules_of(plan_of(newest, name), [s for s in sessions if s.decisions], today)
    title = clean(newest.setup.title, NAME_LIMIT)
    about = f"The next session after “{title}” of {newest.setup.day}. Look at each card; “today” is the rule as it was adopted."
    return put_plan(plan, about, taken, places.plans)
