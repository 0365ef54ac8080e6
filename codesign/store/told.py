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

    numbers_from: dict[str, int] = {}
    """Card -> from how many answers its counts were shown; earlier versions kept none."""

    def and_(self, other: "Told") -> "Told":
        """With what else was told; of a vote that was told before nothing takes the place."""
        lines = {**other.numbers_from, **self.numbers_from}
        return Told({**other.votes, **self.votes}, together([*self.left, *other.left]), lines)

    def with_all(self, session: Session) -> "Told":
        """With what was told by a record as well."""
        now = {_named(session, card): vote for card, vote in session.votes.items() if card in session.told}
        lines: dict[str, int] = dict.fromkeys({*now} - self._of_lines_lost(session), session.thresholds.numbers_from)
        told = self.and_(Told(now, session.has_left, lines))
        return replace(told, left=tuple(replace(piece, behind=()) for piece in told.left))

    def joined(self, session: Session) -> Session:
        """A session as its record says, with what is known here of what was told."""
        otherwise = self.otherwise(session)
        more = [card for card in self.told_as_here(session) if card not in session.told and card not in otherwise]
        left = together([*session.has_left, *self.left])
        return replace(
            session,
            told=(*session.told, *more),
            left=left if len(left) > len(session.has_left) else session.left,
            told_otherwise=otherwise,
        )

    def told_as_here(self, session: Session) -> tuple[str, ...]:
        """The cards of which the vote was told that this record of the session holds, but for those that are voted on again."""
        again = {card.id for card in session.round_cards}
        return tuple(card for card, vote in session.votes.items() if card not in again and self._vote(session, card) == vote)

    def _vote(self, session: Session, card: str) -> int | None:
        """The vote of a card that was told."""
        return self.votes.get(self._name(session, card))

    def _name(self, session: Session, card: str) -> str:
        """What a card is known by here. Earlier versions named ideas by their number too; and where somebody changed the words
        of one, its vote still is the one that was told."""
        named, vote = _named(session, card), session.votes.get(card)
        if named in self.votes or card in self.votes:
            return named if named in self.votes else card
        return next((name for name, told in self.votes.items() if told == vote), named)

    def otherwise(self, session: Session) -> tuple[str, ...]:
        """The cards of which another vote was told than the one that this record of the session holds, or that one by other
        lines, as before a mend: the two could be subtracted."""
        lost = self._of_lines_lost(session)

        def is_otherwise(card: str, vote: int) -> bool:
            name, now = self._name(session, card), session.thresholds.numbers_from
            told = self.votes.get(name)
            return told is not None and (told != vote or name in lost or self.numbers_from.get(name, now) != now)

        return tuple(card for card, vote in session.votes.items() if is_otherwise(card, vote))

    def _of_lines_lost(self, session: Session) -> set[str]:
        """What was told of a record by lines that nobody knows any more."""
        return {*self.votes} - {*self.numbers_from} if session.mended or session.changed else set()

    def has_told(self, session: Session, card: str) -> bool:
        """Whether some vote of a card, or of an idea that can be voted on, was told."""
        return self._vote(session, card) is not None

    def knows_more(self, session: Session) -> bool:
        """Whether a vote was told of which the record says that it was not."""
        return not {*self.told_as_here(session)} <= {*session.told}

    def lacks(self, session: Session) -> bool:
        """Whether the record knows of more that was told."""
        known = {piece.key for piece in self.left}
        told = {self._name(session, card) for card in {*session.told} & {*session.votes}}
        more = bool(told - {*self.numbers_from} - self._of_lines_lost(session))
        more = more or not {piece.key for piece in session.has_left} <= known
        return more or any(piece.behind for piece in self.left)  # as earlier versions kept them
