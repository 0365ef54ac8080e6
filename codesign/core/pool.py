"""Several sessions together: which of their cards are the same card, and what may be shown of their sum.

What each session showed alone is known, so a pool must not be subtractable from it, nor one pool from another. Sessions that
showed counts of a card are added up. Those that showed something and no counts ("hidden" here) enter pools in blocks: a block
is made once, remembered, and later pools hold it wholly or not at all. Of each card a block's hidden sessions are audited by
themselves (`codesign.core.pool_audit`), cut into parts where the card has many options: a part whose sum may be shown is in the
counts of every pool that holds its block, and another in none of them. So what pools can tell, however they are combined, is
the sum of each part that passed, and of the others that they did not.

A part that is not in the counts is told by what its sessions showed alone. tests/core/test_pool_brute_force.py holds it all.
"""

from collections.abc import Callable, Collection, Mapping, Sequence, Set

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.pool_audit import SESSIONS
from codesign.core.pool_card import Blocks, PooledCard, SameCard, Vote, even_parts, wording
from codesign.core.pool_worlds import World
from codesign.core.session import Session
from codesign.core.thresholds import NUMBERS_FROM, Thresholds, strictest

BLOCK = max(max(of.values()) for of in SESSIONS.values())
"""Sessions in a block at most."""


class Member(Struct, frozen=True):
    """A session in a pool."""

    id: str
    """Says which session it is, to the memory of pools only."""
    session: Session


class Pool:
    """What is known of a pool while its sessions come in one after another. It grows with the cards; of a session it keeps what
    is audited in the end. What it says is the same in whatever order they come."""

    def __init__(self) -> None:
        self.thresholds = Thresholds(NUMBERS_FROM[0])
        """Those that hold for all: the strictest."""
        self.unsound: dict[str, bool] = {}
        """Member -> whether its record was mended or changed, so that nobody can tell what it showed before."""
        self._cards: dict[str, dict[tuple[object, ...], SameCard]] = {}
        self._places: dict[str, tuple[int, str, int]] = {}

    def add(self, member: Member) -> None:
        session = member.session
        self.thresholds = strictest([self.thresholds, session.thresholds])
        unsound = self.unsound[member.id] = session.mended or bool(session.changed)
        spoke = {piece.card for piece in session.has_left}
        for number, card in enumerate(session.cards):
            tally = session.tallies.get(card.id)
            if tally and card.id not in session.told_otherwise:
                edition, place = card.edition, (-len(session.tallies), member.id, number)
                self._places[edition] = min(self._places.get(edition, place), place)
                least = None if unsound else least_of(session, card) if card.id in spoke else ()
                vote = Vote(member.id, tally, session.thresholds, least)
                wordings = self._cards.setdefault(edition, {})
                words = wording(card)
                if words not in wordings:
                    wordings[words] = SameCard(card)
                wordings[words].add(card, vote)

    @property
    def hidden(self) -> set[str]:
        """The members that show no counts of some card alone."""
        return {member for wordings in self._cards.values() for one in wordings.values() for member in one.hidden}

    def new_blocks(self, blocks: Blocks) -> Blocks:
        """The blocks that this pool adds to those of the pools before it."""
        return new_blocks(self.hidden, blocks)

    def cards(self, blocks: Blocks, moved: Callable[[float], None] = lambda _share: None) -> tuple[PooledCard, ...]:
        """The cards, in the order in which the session with the most asks them. `blocks`: the audited ones of the pools before
        it, and its own.

        The counts of a card in other words stay apart, under an id of their own. `moved` is called with the share that is done.
        """
        found = []
        of = sum(map(len, self._cards.values()))
        for card_id in sorted(self._cards, key=self._places.__getitem__):
            for number, (_words, one) in enumerate(sorted(self._cards[card_id].items(), key=lambda i: repr(i[0])), 1):
                name = card_id if number == 1 else f"{card_id} ({number})"
                found.append(one.pooled(name, card_id, self.thresholds, blocks))
                moved(len(found) / of)
        return tuple(found)


# Blocks


def new_blocks(hidden: Collection[str], blocks: Blocks) -> Blocks:
    """Blocks of about a dozen of the sessions that are in none yet, in an order that tells nothing: their ids are drawn. One
    alone makes none, because its sum would be its own counts."""
    new = sorted({*hidden}.difference(*blocks))
    return tuple(map(frozenset, even_parts(new, BLOCK))) if len(new) > 1 else ()


def must_fit(pool: Pool, files: Mapping[str, object], blocks: Blocks) -> None:
    """Before a pool is made beside those made before. `files` names a member to the person who asked for the pool.

    Raises:
        CodesignError: this pool minus an earlier one, or that minus this, would be a few sessions that show no numbers alone.
    """
    here = {*pool.unsound}
    for block in blocks:
        if (missing := block - here) and (named := block & here):
            first = min((files[member] for member in named), key=str)
            raise CodesignError(
                f"{first} was pooled before with {len(missing)} more that you did not name now. The two pools "
                "could be subtracted, and that would show the numbers of a few people. Name all records of the earlier pool, "
                "and more if you like, or none of them. Nothing was written."
            )
    for member in sorted(here & frozenset[str]().union(*blocks)):
        if pool.unsound[member]:
            raise CodesignError(
                f"{files[member]} was pooled before and was mended or changed since, so its counts may be others than they "
                "were, and the two pools could be subtracted. Leave out the records of that pool. Nothing was written."
            )


# What words that left tell of the votes


def least_of(session: Session, card: Card) -> World | None:
    """For each option how many people at least are known to have given it, because their words left under that answer; nothing
    where a comment belongs to no one answer, and None where nobody kept whose words left.

    What left once stays known, whatever its reader decides later. Words of a vote before tell nothing of the one that is shown.
    """
    prompts = [kind_of(card).prompt(option.code) for option in kind_of(card).options(card)]
    left = [piece for piece in session.has_left if piece.card == card.id and piece.how != "rule"]
    if not left or len({*prompts}) < len(prompts):
        return ()
    if not all(piece.behind for piece in left):
        return None
    of_this_vote = {c.id for c in session.comments if c.card == card.id and not session.is_earlier(c)}
    behind = {
        prompt: [{*p.behind} for p in left if p.prompt == prompt and of_this_vote.issuperset(p.behind)] for prompt in prompts
    }
    return tuple(_people(behind[prompt]) for prompt in prompts)


def _people(pieces: Sequence[Set[int]]) -> int:
    """How many different people are behind pieces, by the comments that each stood for: as many pieces as can each have one of
    their own."""
    piece_of: dict[int, int] = {}

    def has_one(piece: int, tried: set[int]) -> bool:
        for comment in pieces[piece] - tried:
            tried.add(comment)
            if comment not in piece_of or has_one(piece_of[comment], tried):
                piece_of[comment] = piece
                return True
        return False

    return sum(has_one(piece, set()) for piece in range(len(pieces)))
