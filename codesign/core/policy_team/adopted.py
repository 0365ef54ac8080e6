"""Which rules hold once the policy team has answered: of each rule the newest answer, whichever session it was given to."""

from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from codesign.core.card import Card, first_edition
from codesign.core.dates import bare
from codesign.core.kinds.base import Choosable
from codesign.core.kinds.pick_two import PickTwo
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.wanted import is_question, picked
from codesign.core.region import Region
from codesign.core.session import Session

Unwritten = Literal["", "changes", "which", "again"]
"""Why nobody can say how a rule reads: a yes with changes that does not say it; a yes to a question that does not say to what;
it was adopted, and a later answer to it was no or not now."""


class Adopted(Struct, frozen=True, kw_only=True):
    """A rule to which the team said yes."""

    card: Card
    decision: Decision
    options: tuple[Choosable, ...] = ()
    """Of a question, what a yes to it goes to, where no words of the team say that."""
    unwritten: Unwritten = ""
    when_broken: bool = False
    """It says what happens when a rule is broken."""


class OurRules(Struct, frozen=True, kw_only=True):
    """What the answers to some sessions come to. Holds nothing of a vote."""

    made_up: bool
    region: Region
    sessions: tuple[tuple[str, str], ...]
    """Title and month (YYYY-MM) of each, the oldest first."""
    deciders: tuple[str, ...]
    """Who answers youth, of the newest session first."""
    rules: tuple[Adopted, ...]
    """In the order of the sessions; of several the newest first."""
    not_now: int
    """How many rules the team answered with no or not now."""
    open: int
    """How many have no answer yet."""
    answered_again: bool
    """Whether any was answered in more than one session."""


def our_rules(sessions: Sequence[Session], when_broken: Collection[str] = ()) -> OurRules:
    """The rules of these sessions, of which a later one counts over an earlier one, and of two on the same day the one named
    last. `when_broken` are the ids of the rules on what happens then."""
    in_order = sorted(sessions, key=lambda session: session.setup.day)
    newest: dict[frozenset[str], tuple[Session, Card, Decision]] = {}
    yes_before: set[frozenset[str]] = set()
    answered_again = False
    for session in in_order:
        for card, decision in _answered(session):
            asks = asks_of(card)
            for earlier in [key for key, (of, *_rest) in newest.items() if key & asks and of is not session]:
                _of, _card, was = newest.pop(earlier)
                answered_again = True
                if earlier in yes_before or was.is_yes:
                    yes_before.add(asks)
            newest[asks] = (session, card, decision)
    known = {asked for key in newest for asked in key}
    still_open = {asks_of(c) for s in in_order for c in s.told_cards if not s.decision(c.id) and not asks_of(c) & known}
    found = [(key, *newest[key]) for session in reversed(in_order) for key in newest if newest[key][0] is session]
    return OurRules(
        made_up=any(session.setup.made_up for session in sessions),
        region=in_order[-1].setup.region,
        sessions=tuple(dict.fromkeys((session.setup.title, session.setup.day[:7]) for session in in_order)),
        deciders=tuple(dict.fromkeys(s.setup.audience for s in reversed(in_order) if s.setup.audience)),
        rules=tuple(
            _adopted(session, card, decision, was_yes=key in yes_before, broken=bool(key & {*when_broken}))
            for key, session, card, decision in found
            if (decision.is_yes or key in yes_before) and not _is_no_rule(card, decision)
        ),
        not_now=sum(not decision.is_yes and key not in yes_before for key, _session, _card, decision in found),
        open=len(still_open),
        answered_again=answered_again,
    )


def _answered(session: Session) -> list[tuple[Card, Decision]]:
    return [(card, decision) for card in session.told_cards if (decision := session.decision(card.id))]


def asks_of(card: Card) -> frozenset[str]:
    """What names a rule in every session: its id without the number of its wording (SM-1 of SM-1.2), of a pair those of both
    sides; and its words, because a rule that youth wrote has no other name."""
    words: frozenset[str] = frozenset() if is_question(card) else frozenset({f"“{bare(card.rule)}”"})
    return words if card.is_idea else words | set(map(first_edition, card.asks))


def _is_no_rule(card: Card, decision: Decision) -> bool:
    """What matters most is asked to set an order; a yes to it is no rule, unless the team wrote one."""
    return card.kind == PickTwo.name and not decision.reads


def _adopted(session: Session, card: Card, decision: Decision, *, was_yes: bool, broken: bool) -> Adopted:
    options = picked(card, session.shown(card.id)) if not decision.reads else ()
    unwritten: Unwritten = ""
    if not decision.is_yes and was_yes:
        unwritten = "again"
    elif not decision.reads and decision.answer == "changes":
        unwritten = "changes"
    elif not decision.reads and is_question(card) and len(options) != 1:
        unwritten = "which"
    return Adopted(card=card, decision=decision, options=options, unwritten=unwritten, when_broken=broken)
