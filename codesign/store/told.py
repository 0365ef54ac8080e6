"""What ever left of one session, as the memory of the data folder keeps it."""

import hashlib

import msgspec
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


def _as_shown(session: Session, card: str) -> str:
    """A mark of all that decides what is shown of a card's vote."""
    tally, lines = session.tallies[card], session.thresholds.numbers_from
    counts = [tally.counts, tally.skipped, tally.unclear, tally.not_reached, lines]
    return hashlib.blake2b(msgspec.msgpack.encode(counts, order="sorted"), digest_size=12).hexdigest()


class Told(Struct, frozen=True):
    """What ever left of one session."""

    votes: dict[str, int] = {}
    """Card, as `_named` here, -> its vote that was told, by `Session.votes`."""
    left: tuple[Piece, ...] = ()
    """Without the comments that were behind each: how much there is of it tells how many wrote."""

    as_shown: dict[str, str] = {}
    """Card -> a mark of its counts, and of the line from which they are numbers. A vote is told again only as it was told.
    Earlier versions kept none."""

    def and_(self, other: "Told") -> "Told":
        """With what else was told; of a vote that was told before nothing takes the place."""
        shown = {**other.as_shown, **self.as_shown}
        return Told({**other.votes, **self.votes}, together([*self.left, *other.left]), shown)

    def with_all(self, session: Session) -> "Told":
        """With what was told by a record as well."""
        names = {_named(session, card): card for card in session.votes if card in session.told}
        shown = {name: _as_shown(session, card) for name, card in names.items() if name not in self._lost(session)}
        told = self.and_(Told({name: session.votes[card] for name, card in names.items()}, session.has_left, shown))
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
        lines or counts, as before a mend: the two could be subtracted."""
        lost = self._lost(session)

        def is_otherwise(card: str, vote: int) -> bool:
            name, now = self._name(session, card), _as_shown(session, card)
            told = self.votes.get(name)
            return told is not None and (told != vote or name in lost or self.as_shown.get(name, now) != now)

        return tuple(card for card, vote in session.votes.items() if is_otherwise(card, vote))

    def _lost(self, session: Session) -> set[str]:
        """What was told of a record as nobody knows any more."""
        return {*self.votes} - {*self.as_shown} if session.mended or session.changed else set()

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
        more = bool(told - {*self.as_shown} - self._lost(session))
        more = more or not {piece.key for piece in session.has_left} <= known
        return more or any(piece.behind for piece in self.left)  # as earlier versions kept them
