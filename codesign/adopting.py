"""The adopted rules of one or several records, read and checked."""

from collections.abc import Sequence
from pathlib import Path

from codesign.content import on_broken_rules
from codesign.core.adopted import OurRules, our_rules
from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.phrases.our_rules import unwritten_rules
from codesign.store.shelf import peek


def sessions_of(paths: Sequence[Path]) -> list[Session]:
    """What these records say, in the order they are named.

    Raises:
        CodesignError: one can't be read, two are of the same session, or some are made up and some are not.
    """
    sessions = [peek(path) for path in paths]
    for at, session in enumerate(sessions):
        for path, other in zip(paths[:at], sessions, strict=False):
            if session.mark and session.mark == other.mark:
                raise CodesignError(f"{paths[at]} and {path} are the same session. Name one of them; nothing was written.")
    if len({session.setup.made_up for session in sessions}) > 1:
        made_up = next(path for path, session in zip(paths, sessions, strict=True) if session.setup.made_up)
        raise CodesignError(f"{made_up} is made up, and others are not. Leave it out; nothing was written.")
    return sessions


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
