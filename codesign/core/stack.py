"""Ballots on paper as somebody types them in, key by key. Lives in memory only, until the stack is sealed as a whole."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED
from codesign.core.kinds.pair import on_paper
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean, quotable
from codesign.core.turn import Reply


class Stack(Struct, frozen=True):
    """Every step makes a new one. The letters are those of the paper: see `on_paper`."""

    cards: tuple[Card, ...]
    whole: tuple[Ballot, ...] = ()
    """The ballots that are typed: nothing of them is shown again."""
    replies: tuple[Reply, ...] = ()
    """Of the paper in hand, card by card, as far as it is typed."""
    half: str = NOT_REACHED
    """On a card that takes two letters: the first of them."""
    idea: Reply = Reply()

    @classmethod
    def begin(cls, cards: Sequence[Card]) -> "Stack":
        return cls(tuple(map(on_paper, cards)))

    @property
    def typed(self) -> int:
        """How many ballots are typed."""
        return len(self.whole)

    @property
    def in_hand(self) -> bool:
        """A paper is begun."""
        return self != replace(self, replies=(), half=NOT_REACHED, idea=Reply())

    @property
    def at_end(self) -> bool:
        return len(self.replies) == len(self.cards)

    @property
    def card(self) -> Card:
        """The one that comes next on the paper."""
        return self.cards[len(self.replies)]

    @property
    def last(self) -> tuple[Card, Reply] | None:
        """What was typed last of the paper in hand; None at its beginning."""
        return (self.cards[len(self.replies) - 1], self.replies[-1]) if self.replies else None

    @property
    def takes_words(self) -> bool:
        """The card that was typed last is answered, so that words can stand beside it."""
        return self.last is not None and self.last[1].code not in NO_ANSWER

    @property
    def answered(self) -> bool:
        """Something is marked on the paper in hand."""
        return any(reply.code != NOT_REACHED for reply in self.replies)

    def answer(self, code: str) -> "Stack":
        """An option of the card, or one of NO_ANSWER, which is what is marked, or that nothing is. What is no answer of the
        card changes nothing."""
        kind = kind_of(self.card)
        if code not in NO_ANSWER:
            if code not in {option.code for option in kind.options(self.card)}:
                return self
            code = kind.press(self.card, self.half, code)
            if code not in kind.answers(self.card):
                return replace(self, half=code)
        return replace(self, replies=(*self.replies, Reply(code)), half=NOT_REACHED)

    def undo(self) -> "Stack":
        """Without the last answer, and its words."""
        if self.half != NOT_REACHED:
            return replace(self, half=NOT_REACHED)
        return replace(self, replies=self.replies[:-1])

    def write(self, text: str, *, ok: bool) -> "Stack":
        """Words beside the answer that was typed last; `ok`: its writer said that they may be quoted."""
        if not self.takes_words:
            return self
        return replace(self, replies=(*self.replies[:-1], _words(self.replies[-1].code, text, ok)))

    def write_idea(self, text: str, *, ok: bool) -> "Stack":
        """A rule of the writer's own, from the foot of the paper."""
        return replace(self, idea=_words(NOT_REACHED, text, ok))

    def lay(self) -> "Stack":
        """The paper in hand on the pile of those that are typed. One on which nothing is marked is no ballot."""
        return Stack(self.cards, (*self.whole, self._ballot()) if self.answered else self.whole)

    def take_back(self) -> "Stack":
        """Without the last ballot on the pile, which can be typed anew."""
        return Stack(self.cards, self.whole[:-1])

    def _ballot(self) -> Ballot:
        typed = list(zip(self.cards, self.replies, strict=False))
        answers = dict.fromkeys((card.id for card in self.cards), NOT_REACHED) | {card.id: r.code for card, r in typed}
        remarks = [Remark(c.id, kind_of(c).prompt(r.code), r.text, r.quote_ok) for c, r in typed if r.text]
        if self.idea.text:
            remarks.append(Remark(OWN_IDEA, "idea", self.idea.text, self.idea.quote_ok))
        return Ballot(answers, tuple(remarks))


def _words(code: str, text: str, ok: bool) -> Reply:
    """A reply with words; what holds a contact or an address is never quoted."""
    text = clean(text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES)
    return Reply(code, text=text, quote_ok=ok and quotable(text))
