"""What one turn casts, and its form as bytes of one size, ready to be sealed.

Sizes tell nothing: a ballot is one row, and every turn of a round gives one equally long, whatever was said in it.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, Prompt
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, NAME_LIMIT, clean

_BALLOT = b"b"
_VOTES, _REMARK = b"v", b"c"  # as schema 1 sealed them: a row of votes, and one for each comment
_RULES_SIZE = 16
_VOTES_STEP = 256
_LENGTH_SIZE = 4
_FEW_CARDS = 20
_CROWD = 200
"""So many ballots cast together are padded to the longest of them alone: thousands would be many times as large."""
_LEAST = 256
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


def block_of(cards: Sequence[Card]) -> int:
    """Bytes that the words of a turn take in a round on these cards, however many there are."""
    return 4096 if len(cards) <= _FEW_CARDS else 16384


def words_size(remarks: Sequence[Remark]) -> int:
    """Bytes that remarks fill of their block."""
    return _LENGTH_SIZE + len(msgspec.msgpack.encode(remarks))


def block_for(stack: Sequence[Ballot], cards: Sequence[Card]) -> int:
    """The one block for the words of all ballots that are cast together. It is that of a turn, which always has room in it;
    paper may hold more, and then the whole stack is padded alike: to twice as much, or four times."""
    most = max((words_size(ballot.remarks) for ballot in stack), default=0)
    block = _LEAST if len(stack) >= _CROWD else block_of(cards)
    while block < most:
        block *= 2
    return block


def _votes_size(cards: Sequence[Card]) -> int:
    return -(-len(cards) // _VOTES_STEP) * _VOTES_STEP


def as_row(ballot: Ballot, cards: Sequence[Card], rules: bytes, block: int) -> bytes:
    """The ballot as one plain row: 16 bytes that stand for the rules it was cast under, its votes (a byte for each card of the
    round, 0 where it was not in this turn, padded to a multiple of 256), and its remarks padded to a block.

    Raises:
        ValueError: a comment is longer than any that comes in, or all of them than the block.
    """
    packed = msgspec.msgpack.encode(ballot.remarks)
    if len(packed) > block - _LENGTH_SIZE or any(len(r.text.encode()) > COMMENT_BYTES for r in ballot.remarks):
        raise ValueError("a comment is too long for its row")
    votes = bytes(_number(card, ballot.answers.get(card.id)) for card in cards).ljust(_votes_size(cards), b"\0")
    words = len(packed).to_bytes(_LENGTH_SIZE) + packed
    return _BALLOT + rules.ljust(_RULES_SIZE, b"\0")[:_RULES_SIZE] + votes + words.ljust(block, b"\0")


def is_row_size(size: int, cards: Sequence[Card]) -> bool:
    """Whether a plain row of a round on these cards may be so long."""
    block = size - len(_BALLOT) - _RULES_SIZE - _votes_size(cards)
    return block >= _LEAST and block & (block - 1) == 0


def rules_of(row: bytes) -> bytes | None:
    """What stands in a plain row for the rules it was cast under; None in one of schema 1."""
    return row[1 : 1 + _RULES_SIZE] if row[:1] == _BALLOT else None


class RowReader:
    """Reads plain rows of a round on these cards."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._votes_end = _votes_size(cards)
        self._codes = [(card.id, [None, *_codes(card)]) for card in cards]  # by the byte that stands for an answer
        kinds = {card.id: kind_of(card) for card in cards}
        self._prompts = {c.id: {kinds[c.id].prompt(code) for code in kinds[c.id].answers(c)} for c in cards}

    def read(self, row: bytes) -> Ballot:
        """A row as a ballot: of votes and remarks, or of votes or of one comment where schema 1 sealed it.

        Raises:
            ValueError: the row is of no known form.
        """
        if row[:1] == _REMARK:
            size = int.from_bytes(row[1:3])
            return Ballot({}, (msgspec.msgpack.decode(row[3 : 3 + size], type=Remark),))
        if row[:1] == _BALLOT:
            votes = memoryview(row)[1 + _RULES_SIZE :]
            start = self._votes_end + _LENGTH_SIZE
            size = int.from_bytes(votes[self._votes_end : start])
            if size > len(votes) - start:
                raise ValueError("unknown form of row")
            words = msgspec.msgpack.decode(votes[start : start + size], type=tuple[Remark, ...])
            return Ballot(self._answers(votes), words)
        if row[:1] != _VOTES:
            raise ValueError("unknown form of row")
        return Ballot(self._answers(memoryview(row)[1:]))

    def _answers(self, votes: memoryview) -> dict[str, str]:
        if len(votes) < len(self._codes):
            raise ValueError("unknown form of row")
        answers = {}
        for (card_id, codes), number in zip(self._codes, votes, strict=False):
            if number >= len(codes):
                raise ValueError("unknown answer")
            if code := codes[number]:
                answers[card_id] = code
        return answers

    def must_be_sayable(self, remark: Remark) -> None:
        """A remark is one that a turn in this round could have made. Whoever can write the file can seal any other, because
        the public key stands there, and after the fold it would stand in the record.

        Raises:
            ValueError: it is not.
        """
        if remark.prompt not in self._prompts.get(remark.card, {"idea"} if remark.card == OWN_IDEA else set()):
            raise ValueError("a remark on no card of the round, or beside no answer of its card")
        if remark.text != clean(remark.text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES):
            raise ValueError("words that did not come in by the door for words")
        if len(remark.picks) > PICKS_LIMIT or any(not pick or pick != clean(pick, NAME_LIMIT) for pick in remark.picks):
            raise ValueError("picks that nobody could choose")
        if not remark.text and (remark.quote_ok or not remark.picks):
            raise ValueError("a remark that says nothing")
