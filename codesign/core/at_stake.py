"""What is at stake for a session where another laptop may tell of it, or pool it."""

from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.session import Session


def is_foreign(session: Session) -> bool:
    """Another laptop may tell a vote of it that this record does not know to have been told: what the two tell could be
    subtracted."""
    return session.is_elsewhere and not {*session.tallies} <= {*session.told}


def has_words_to_lose(session: Session, *, elsewhere: bool) -> bool:
    """Comments are unread, or let through and not told yet, and stay: those on its cards once a pool may hold the session,
    ideas too once it may be told `elsewhere`."""
    held = replace(session, is_pooled=True, is_elsewhere=elsewhere)
    free = replace(session, is_pooled=False, is_elsewhere=False)
    return any(elsewhere or c.card != OWN_IDEA for c in session.unread) or free.leaving() != held.leaving()
