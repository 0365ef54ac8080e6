"""What is at stake for a session where a pool elsewhere may hold its counts."""

from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.session import Session


def hides_counts(session: Session) -> bool:
    """Of some card it shows something and no counts: only of such a session can a pool tell more."""
    return any(session.shown(card).hides_counts for card in session.tallies)


def has_words_to_lose(session: Session) -> bool:
    """Comments on its cards are unread, or let through and not told yet: once a pool may hold the session, they stay."""
    free, pooled = (replace(session, is_pooled=either).leaving() for either in (False, True))
    return hides_counts(session) and (any(c.card != OWN_IDEA for c in session.unread) or free != pooled)
