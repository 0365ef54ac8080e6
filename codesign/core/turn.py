"""One person's turn: a list of cards and what was answered so far. Lives in memory only, until Done makes a ballot of it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA, PICKS_LIMIT, Ballot, Remark, block_of, words_size
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED, SKIPPED, UNCLEAR, Prompt
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean, quotable

_LONGEST_PROMPT: Prompt = "doesnt"
_LONGER = 4
"""Bytes by which the heads of a list and of its text grow with them."""


class Reply(Struct, frozen=True):
    """What a person has said to one card so far."""

    code: str = NOT_REACHED
    """An answer of the card's kind, whole or not yet, or one of NO_ANSWER."""
    picks: tuple[str, ...] = ()
    text: str = ""
    quote_ok: bool = False


class Turn(Struct, frozen=True):
    """Every step makes a new turn; changing an answer back makes an equal one."""

    cards: tuple[Card, ...]
    replies: tuple[Reply, ...]
    at: int = 0
    """The place in `cards`; one past the last card is the end, where Done is offered."""
    idea: Reply = Reply()
    """A rule of the person's own, if they wrote one: only its words and its OK to quote."""
    agreed: frozenset[int] = frozenset()
    """The places of cards with a content note to which "do it" was said."""
    line_before: str | None = None
    """While a line is in the making: what it said before, on this card or, at the end, of the idea."""

    @classmethod
    def begin(cls, cards: Sequence[Card]) -> "Turn":
        return cls(tuple(cards), (Reply(),) * len(cards))

    @property
    def at_end(self) -> bool:
        return self.at == len(self.cards)

    @property
    def card(self) -> Card:
        return self.cards[self.at]

    @property
    def reply(self) -> Reply:
        return self.replies[self.at]

    @property
    def has_answer(self) -> bool:
        """The card is answered, so that a comment can be added."""
        return _whole(self.card, self.reply)

    @property
    def prompt(self) -> Prompt | None:
        """What a comment on this card would answer; None before an option is chosen."""
        return kind_of(self.card).prompt(self.reply.code) if self.has_answer else None

    @property
    def answered(self) -> bool:
        """Anything at all was answered, skipped or called unclear."""
        return any(_said(card, reply) for card, reply in zip(self.cards, self.replies, strict=True))

    @property
    def note_due(self) -> bool:
        """The card has a content note that was not agreed to: its line comes first, whichever way the card is reached."""
        return not self.at_end and bool(self.card.content_note) and self.at not in self.agreed

    def agree(self) -> "Turn":
        """Do the card behind its content note. Holds until the card is left without an answer."""
        return replace(self, agreed=self.agreed | {self.at})

    def _with(self, reply: Reply) -> "Turn":
        return replace(self, replies=(*self.replies[: self.at], reply, *self.replies[self.at + 1 :]))

    def answer(self, code: str) -> "Turn":
        """Press an option, skip, or say that the card is unclear. Quick picks and an OK to quote belong to an answer and go
        with it; the words stay, for the person to keep or change."""
        kind = kind_of(self.card)
        if code in {o.code for o in kind.options(self.card)}:
            code = kind.press(self.card, self.reply.code, code)
        elif code not in NO_ANSWER:
            raise ValueError("no such answer on this card")
        if code == self.reply.code:
            return self
        return self._with(replace(self.reply, code=code, picks=(), quote_ok=False))

    def toggle(self, pick: str) -> "Turn":
        """Take a quick pick, or take it back."""
        picks = self.reply.picks
        if pick in picks:
            return self._with(replace(self.reply, picks=tuple(p for p in picks if p != pick)))
        more = self._with(replace(self.reply, picks=(*picks, pick)))
        return more if len(picks) < PICKS_LIMIT and more.room >= 0 else self

    def write(self, text: str) -> "Turn":
        """Set the comment, cut where the turn has no more room. One that is emptied, or holds a personal detail now, takes its
        OK to quote with it."""
        text = clean(text, COMMENT_LIMIT, limit_bytes=self.room_for_comment)
        written = self._with(replace(self.reply, text=text, quote_ok=self.reply.quote_ok and quotable(text)))
        return replace(written, line_before=None)

    def draft(self, text: str) -> "Turn":
        """The comment as it stands in the middle of being written; `write` ends it."""
        before = self.reply.text if self.line_before is None else self.line_before
        return replace(self.write(text), line_before=before)

    @property
    def room(self) -> int:
        """Bytes of the turn's words that are left: all of them go into one block of a fixed size. Words beside an answer that
        was taken back count as well, because they may come back with it."""
        said = [(card.id, r) for card, r in zip(self.cards, self.replies, strict=True) if r.text or r.picks]
        remarks = [Remark(i, _LONGEST_PROMPT, r.text, r.quote_ok, r.picks) for i, r in [*said, (OWN_IDEA, self.idea)]]
        return block_of(self.cards) - words_size(remarks)

    @property
    def room_for_comment(self) -> int:
        """Bytes that the comment on this card may have."""
        without = self._with(replace(self.reply, text=""))
        return _for_line(without.room - words_size([Remark(self.card.id, _LONGEST_PROMPT, "")]))

    @property
    def room_for_idea(self) -> int:
        """Bytes that the idea may have."""
        return _for_line(replace(self, idea=Reply()).room - _LONGER)

    def allow_quote(self, ok: bool) -> "Turn":
        return self._with(replace(self.reply, quote_ok=ok and quotable(self.reply.text)))

    def write_idea(self, text: str) -> "Turn":
        """Set the idea; it is cut, and its OK to quote goes, as those of a comment."""
        text = clean(text, COMMENT_LIMIT, limit_bytes=self.room_for_idea)
        return replace(self, idea=Reply(text=text, quote_ok=self.idea.quote_ok and quotable(text)), line_before=None)

    def draft_idea(self, text: str) -> "Turn":
        """The idea as it stands in the middle of being written; `write_idea` ends it."""
        before = self.idea.text if self.line_before is None else self.line_before
        return replace(self.write_idea(text), line_before=before)

    def allow_idea_quote(self, ok: bool) -> "Turn":
        return replace(self, idea=replace(self.idea, quote_ok=ok and quotable(self.idea.text)))

    def next(self) -> "Turn":
        """Go on; not past a card that was neither answered nor skipped."""
        if self.at_end or not _said(self.card, self.reply):
            return self
        return self._to(self.at + 1)

    def back(self) -> "Turn":
        return self._to(self.at - 1) if self.at else self

    def _to(self, at: int) -> "Turn":
        """A card that was left without an answer shows its content note again."""
        left = self.agreed if self.at_end or self.has_answer else self.agreed - {self.at}
        return replace(self, at=at, agreed=left, line_before=None)

    def walked_off(self) -> "Turn":
        """The turn as somebody left it who did not end it: a line in the making is dropped."""
        if self.line_before is None:
            return self
        return self.write_idea(self.line_before) if self.at_end else self.write(self.line_before)

    def ballot(self) -> Ballot:
        """The ballot of the turn as it stands; cards that were not come to are not reached.

        A comment counts only beside an answer: nothing is asked of a person who skips. Picks are put in one order, so that
        the order of choosing is not kept.
        """
        answers = {
            card.id: reply.code if _said(card, reply) else NOT_REACHED
            for card, reply in zip(self.cards, self.replies, strict=True)
        }
        remarks = tuple(
            Remark(card.id, kind_of(card).prompt(reply.code), reply.text, reply.quote_ok, tuple(sorted(reply.picks)))
            for card, reply in zip(self.cards, self.replies, strict=True)
            if _whole(card, reply) and (reply.text or reply.picks)
        )
        idea = (Remark(OWN_IDEA, "idea", self.idea.text, self.idea.quote_ok),) if self.idea.text else ()
        return Ballot(answers, remarks + idea)


def _for_line(room: int) -> int:
    return max(0, min(COMMENT_BYTES, room))


def _whole(card: Card, reply: Reply) -> bool:
    """An answer that a ballot can hold is chosen."""
    return reply.code in kind_of(card).answers(card)


def _said(card: Card, reply: Reply) -> bool:
    """The card was answered, skipped or called unclear."""
    return reply.code in (SKIPPED, UNCLEAR) or _whole(card, reply)
