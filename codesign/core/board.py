"""What of past sessions stands on Our board: lines of people here, and what came of their answers.

A line stands there only where its writer was told of the board before writing and said OK, a person read it, and it already
left with a summary: no new words leave, so the rules on pieces of words (`pieces.py`) hold as they did. It stands without the
answer that it went with, and its own session never shows it.
"""

from collections.abc import Iterable

from codesign.core.card import Card, first_edition
from codesign.core.new_words import written_to
from codesign.core.session import Session

MOST_TIPS = 6
_OF_A_CARD = 2
_FOR_OTHERS = ("works", "could")
"""Prompts whose lines say what helps."""


def past_sessions(sessions: Iterable[Session]) -> list[Session]:
    """The real sessions of the house that the newest of them is of, by its title; newest first."""
    real = sorted((s for s in sessions if not s.setup.made_up), key=lambda s: s.setup.day, reverse=True)
    return [s for s in real if s.is_real_of(real[0].setup.title)]


def tips(sessions: Iterable[Session]) -> list[tuple[Card, tuple[str, ...]]]:
    """A few lines, under the rules that they were written on, in an order that follows from their words; of sessions before
    the newest one alone."""
    past = past_sessions(sessions)
    found: list[tuple[Card, tuple[str, ...]]] = []
    room = MOST_TIPS
    for session in (s for s in past if s.setup.day < past[0].setup.day and s.setup.board):
        for card in session.told_cards:
            lines = _lines(session, card.id)[: min(room, _OF_A_CARD)]
            if lines:
                found.append((card, tuple(lines)))
                room -= len(lines)
    return found


def _lines(session: Session, card_id: str) -> list[str]:
    told = session.told_of(card_id, again=True)
    quoted = (c for c in session.comments if c.card == card_id and c.review == "quote" and c.prompt in _FOR_OTHERS)
    rule = session.card(card_id).rule
    return sorted({c.text for c in quoted if c.stands_in(told) and written_to(session, c) == rule})


def answered(sessions: Iterable[Session]) -> Session | None:
    """The newest past session to which the policy team has answered."""
    return next((s for s in past_sessions(sessions) if s.decisions), None)


def of_youth_spaces(sessions: Iterable[Session]) -> dict[str, tuple[Session, Card]]:
    """The newest told vote on each rule of a youth space: "YS-1" and "YS-2", whichever edition was voted on."""
    found: dict[str, tuple[Session, Card]] = {}
    for session in past_sessions(sessions):
        for card in session.told_cards:
            if (rule := first_edition(card.id)) in ("YS-1", "YS-2"):
                found.setdefault(rule, (session, card))
    return found
