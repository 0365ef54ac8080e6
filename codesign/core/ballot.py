"""What one turn casts, and its form as bytes of one size, ready to be sealed.

Sizes tell nothing: every row of votes in a round is equally long, and so is every comment, whatever it holds.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, Prompt
from codesign.core.plan import Card
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, NAME_LIMIT, clean

_VOTES, _REMARK = b"v", b"c"
_VOTES_STEP = 256
_REMARK_SIZE = 2304  # 1,500 bytes of text, eight picks of a plan's own naming, and what frames them
PICKS_LIMIT = 8
OWN_IDEA = ""
"""In place of a card's id: a rule, or another wording of one, that a person proposes."""


class Remark(Struct, frozen=True, array_like=True):
    """A comment as it was written, on one card, or an idea of a person's own. Tied to no vote but by what it answers, and to no
    other comment."""

    card: str
    prompt: Prompt
    text: str
    quote_ok: bool = False
    """Its writer said that it may be quoted."""
    picks: tuple[str, ...] = ()
    """Ids of the quick picks chosen with it."""


class Ballot(Struct, frozen=True):
    """One person's answers: card id -> an answer of its kind, or one of NO_ANSWER. A card that is absent was not asked."""

    answers: dict[str, str]
    remarks: tuple[Remark, ...] = ()


def _codes(card: Card) -> list[str]:
    return [*NO_ANSWER, *kind_of(card).answers(card)]


def _number(card: Card, code: str | None) -> int:
    """The byte that stands for an answer: its place among the codes, from 1; 0 for a card that was not asked."""
    return 0 if code is None else _codes(card).index(code) + 1


def rows(ballot: Ballot, cards: Sequence[Card]) -> list[bytes]:
    """The ballot as plain rows: one of votes (a byte for each card of the round, 0 where it was not in this turn, padded to
    a multiple of 256) and one of fixed size for each comment."""
    votes = _VOTES + bytes(_number(card, ballot.answers.get(card.id)) for card in cards)
    return [
        votes.ljust(-(-len(votes) // _VOTES_STEP) * _VOTES_STEP, b"\0"),
        *(_remark_row(remark) for remark in ballot.remarks),
    ]


def _remark_row(remark: Remark) -> bytes:
    packed = msgspec.msgpack.encode(remark)
    if len(packed) > _REMARK_SIZE - 3:
        raise ValueError("a comment is too long for its row")
    return _REMARK + len(packed).to_bytes(2) + packed.ljust(_REMARK_SIZE - 3, b"\0")


def read_row(row: bytes, cards: Sequence[Card]) -> Ballot:
    """A plain row as a ballot of votes or of one comment.

    Raises:
        ValueError: the row is of no known form.
    """
    if row[:1] == _REMARK:
        size = int.from_bytes(row[1:3])
        remark = msgspec.msgpack.decode(row[3 : 3 + size], type=Remark)
        return Ballot({}, (remark,))
    if row[:1] != _VOTES or len(row) < 1 + len(cards):
        raise ValueError("unknown form of row")
    answers = {}
    for card, number in zip(cards, row[1:], strict=False):
        codes = _codes(card)
        if number > len(codes):
            raise ValueError("unknown answer")
        if number:
            answers[card.id] = codes[number - 1]
    return Ballot(answers)


def must_be_sayable(remark: Remark, cards: Sequence[Card]) -> None:
    """A remark is one that a turn in this round could have made. Whoever can write the file can seal any other, because the
    public key stands there, and after the fold it would stand in the record.

    Raises:
        ValueError: it is not.
    """
    kinds = {card.id: kind_of(card) for card in cards}
    prompts = {card.id: {kinds[card.id].prompt(code) for code in kinds[card.id].answers(card)} for card in cards}
    if remark.prompt not in prompts.get(remark.card, {"idea"} if remark.card == OWN_IDEA else set()):
        raise ValueError("a remark on no card of the round, or beside no answer of its card")
    if remark.text != clean(remark.text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES):
        raise ValueError("words that did not come in by the door for words")
    if len(remark.picks) > PICKS_LIMIT or any(not pick or pick != clean(pick, NAME_LIMIT) for pick in remark.picks):
        raise ValueError("picks that nobody could choose")
    if not remark.text and (remark.quote_ok or not remark.picks):
        raise ValueError("a remark that says nothing")
