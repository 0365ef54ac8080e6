"""What ever left of one session, as the memory of the data folder keeps it."""

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import is_idea
from codesign.core.pieces import Piece, together
from codesign.core.session import Session


def _named(session: Session, card: str) -> str:
    """A card as this memory names it: an idea by its first words, as its number is another one where it was read in another
    order."""
    if not is_idea(card):
        return card
    ideas = {one.id: one.was or one.rule for one in (*session.cards, *session.idea_cards) if one.is_idea}
    return f"IDEA {hashlib.blake2b(ideas[card].encode(), digest_size=12).hexdigest()}" if card in ideas else card


class Told(Struct, frozen=True):
    """What ever left of one session."""

    votes: dict[str, int] = {}
    """Card, as `_named` here, -> its vote that was told, by `Session.votes`."""
    left: tuple[Piece, ...] = ()
    """Without the comments that were behind each: how much there is of it tells how many wrote."""

    def and_(self, other: "Told") -> "Told":
        """With what else was told; of a vote that was told before nothing takes the place."""
        return Told({**other.votes, **self.votes}, together([*self.left, *other.left]))

    def with_all(self, session: Session) -> "Told":
        """With what was told by a record as well."""
        now = {_named(session, card): vote for card, vote in session.votes.items() if card in session.told}
        told = self.and_(Told(now, session.has_left))
        return Told(told.votes, tuple(replace(piece, behind=()) for piece in told.left))

    def told_as_here(self, session: Session) -> tuple[str, ...]:
        """The cards of which the vote was told that this record of the session holds."""
        return tuple(card for card, vote in session.votes.items() if self._vote(session, card) == vote)

    def _vote(self, session: Session, card: str) -> int | None:
        """The vote of a card that was told; earlier versions named ideas by their number too."""
        return self.votes.get(_named(session, card), self.votes.get(card))

    def otherwise(self, session: Session) -> tuple[str, ...]:
        """The cards of which another vote was told than the one that this record of the session holds."""
        return tuple(card for card, vote in session.votes.items() if self._vote(session, card) not in (None, vote))

    def has_told(self, session: Session, card: str) -> bool:
        """Whether some vote of a card, or of an idea that can be voted on, was told."""
        return self._vote(session, card) is not None

    def lacks(self, session: Session) -> bool:
        """Whether the record knows of more that was told."""
        known = {piece.key for piece in self.left}
        told = {_named(session, card) for card in {*session.told} & {*session.votes}}
        more = not told <= {*self.votes} or not {piece.key for piece in session.has_left} <= known
        return more or any(piece.behind for piece in self.left)  # as earlier versions kept them
