"""Pieces of words: how many quotes, themes and sets of quick picks a group can tell without giving its last members away.

Every separate piece can be a separate person and shows how that person answered, so n - 1 of them leave nobody unknown. The
rule, with n = the people who answered the card in the smallest of the votes that the pieces come from and the vote that is
shown: at most n - 2 pieces on a card; below BIG_GROUP at most SMALL_GROUP_PIECES on a card and prompt. It is counted over
everything that ever left: a theme in other words, a set of picks that grew, a comment told in another way are pieces of their
own. Quick picks without words are told as one flat set a card and prompt, which shows no more than that one person gave this
answer, so it is one piece. A set over all prompts would show one person for each of them.

What holds (tests/core/test_pieces_brute_force.py): from all pieces that ever left, what is shown of the card, the number of
people, and one's own answers and words, no other person's answer can be worked out, as long as no writer is recognised. It
does not hold that several combinations of the others' answers are always left: one "Could work if..." beside "Split" leaves a
group of five only one, as counts do at every size. It does not say who gave which. Who knows more than that may work out more:
who wrote, or who did not; or that everybody wrote and a reader let all of it through, so that what is not told was not said.

An idea of one's own belongs to no card, so no answer follows from it, however many are told. But who recognised the writers of
all ideas but one would know the last by elimination: of the ballots of its round at most n - 2 ideas are told. Where the group
voted on an idea, its words are a piece of that card, because its writer is taken to be for it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.kinds.base import Prompt
from codesign.core.thresholds import BIG_GROUP

SMALL_GROUP_PIECES = 3
"""Pieces on one card and prompt below BIG_GROUP answers."""
NEVER_TOLD = 2
"""So many of those who answered a card are behind no piece of it."""

Key = tuple[str, Prompt, str, str]


class Piece(Struct, frozen=True, kw_only=True):
    """Words that tell of one person, or may."""

    card: str
    """A card's id, or OWN_IDEA."""
    prompt: Prompt
    how: Literal["quote", "theme", "picks", "rule"]
    """`rule`: the words of the card, which were somebody's idea."""
    words: str
    """A theme's words, the id of a quoted comment, the ids of quick picks; the same words are the same piece."""
    among: int
    """How many people its writer is one of: the fewest, where it stands for several comments."""
    behind: tuple[int, ...] = ()
    """The ids of the comments that it stood for when it left; empty where nobody kept them. Comments of one card and prompt are
    different people's."""

    @property
    def key(self) -> Key:
        return self.card, self.prompt, self.how, self.words


class Room(Struct, frozen=True):
    """What is told on one card and prompt, and how much can be."""

    told: int
    most: int


def together(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Each piece once, among the fewest people, with those that were first behind it, in the order in which they come."""
    found: dict[Key, Piece] = {}
    for piece in pieces:
        known = found.setdefault(piece.key, piece)
        if piece.among < known.among:
            found[piece.key] = replace(known, among=piece.among)
    return tuple(found.values())


def fits(taken: Iterable[Piece], piece: Piece) -> bool:
    """Whether a piece can be told where these were told or will be."""
    return _spare([p for p in taken if p.key != piece.key], piece.card, piece.prompt, piece.among) > 0


def _spare(taken: Iterable[Piece], card: str, prompt: Prompt, among: int) -> int:
    """How many more pieces, each of one of so many people, can be told on a card and prompt."""
    beside = together(p for p in taken if p.card == card)
    among = min([among, *(p.among for p in beside)])
    spare = among - NEVER_TOLD - len(beside)
    if among < BIG_GROUP and card != OWN_IDEA:
        told = Counter(p.prompt for p in beside)
        over = max(told.values(), default=0) > SMALL_GROUP_PIECES
        spare = 0 if over else min(spare, SMALL_GROUP_PIECES - told[prompt])
    return max(0, spare)


def within(candidates: Sequence[Piece], left: Collection[Piece]) -> tuple[Piece, ...]:
    """Those of the candidates, all of one card, that are told: within the rule by themselves and together with what left
    before, whatever that was.

    What left already comes first, as telling it again tells nothing new. Else the first of every prompt come before the
    second, in the order given.
    """
    known = {piece.key: piece for piece in left}
    turn: Counter[str] = Counter()
    queue = []
    for piece in (known.get(each.key, each) for each in together(candidates)):  # told again, it tells nothing new
        queue.append((piece.how != "rule", piece.key not in known, turn[piece.prompt], piece))
        turn[piece.prompt] += 1
    told: list[Piece] = []
    for *_order, piece in sorted(queue, key=lambda item: item[:3]):
        if fits(told if piece.key in known else [*left, *told], piece):
            told.append(piece)
    return tuple(told)


def room(taken: Iterable[Piece], card: str, prompt: Prompt, among: int) -> Room:
    """What is told on a card and prompt, and what can be, counted for a comment that is one of so many people's."""
    taken = together(taken)
    told = sum((p.card, p.prompt) == (card, prompt) for p in taken)
    return Room(told, told + _spare(taken, card, prompt, among))
