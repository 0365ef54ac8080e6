"""A session as it stands: what was set up, the rounds, what was folded, and what a reader decided about each comment.

Holds no ballot. Where the session is in its course follows from this value and is stored nowhere.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import IDEA, Card, is_idea
from codesign.core.comment import WHY_NO_QUOTE, NoQuote, pieces_of
from codesign.core.comment import WITHHELD_REASONS as WITHHELD_REASONS
from codesign.core.comment import Comment as Comment
from codesign.core.comment import Review as Review
from codesign.core.disclosure import Shown, disclose, people, worth_talking
from codesign.core.errors import CodesignError
from codesign.core.group_notes import GroupNotes
from codesign.core.pieces import Piece, Room, fits, room, together, within
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.promises import Promises, State
from codesign.core.round import Round as Round
from codesign.core.set_up import Setup as Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import SHOWN_FROM, Thresholds

Phase = Literal["voting", "reading", "telling", "empty", "together"]
"""A round is open · comments wait for a reader · the summary can be written · every round was dropped · a group under 5
talks, and there is no vote."""


class Session(Struct, frozen=True, kw_only=True):
    """The whole of what a record says."""

    setup: Setup
    thresholds: Thresholds
    cards: tuple[Card, ...]
    rounds: tuple[Round, ...] = ()
    tallies: dict[str, Tally] = {}
    """Card id -> the tally of its last closed round: the only one ever shown."""
    votes: dict[str, int] = {}
    """Card id -> a number that names the vote of its tally: drawn when it was counted, so it tells nothing of it."""
    told_otherwise: tuple[str, ...] = ()
    """Cards of which another record told another vote: of the one that this record holds nothing is shown."""
    is_elsewhere: bool = False
    """Another laptop closed it, or was handed it, and may tell of it: nothing leaves here that has not left."""
    is_pooled: bool = False
    """A pool may hold its counts, and what words of it left matters for that: no more words of its cards leave."""
    wrote_among: dict[tuple[int, str], int] = {}
    """(Round, card) -> how many answered that card in that round, and (round, OWN_IDEA) -> the ballots of the round: among so
    many is the writer of a comment. What is not there counts as the card's last vote."""
    comments: tuple[Comment, ...] = ()
    in_box: int | None = None
    """Ballots in the box of the open round; None while no round is open."""
    told: tuple[str, ...] = ()
    """Cards whose result was shown, in the room or in a summary: they are not voted on again, so that of each card only one
    vote is ever shown."""
    changed: int = 0
    """Ballots cast under other cards, another order, other thresholds or another key than their round was counted by."""
    left: tuple[Piece, ...] | None = None
    """The pieces of words that ever left the laptop; None where nobody kept them (see `has_left`)."""
    left_out: int = 0
    """Sealed ballots and comments that did not open when their round was closed, and are in no count."""
    mended: bool = False
    """The record was damaged or changed outside the program, and what could be read of it was taken over."""
    decisions: tuple[Decision, ...] = ()
    """What the policy team answered, in the order of the cards."""
    promises: Promises = Promises()
    source: tuple[str, ...] = ()
    """Marks of the conversation that the ballots were brought from; two records that share one are of the same."""
    group_notes: GroupNotes = GroupNotes()
    """How far the hour is, and what the group wrote in the open."""
    mark: str = ""
    """Letters by which the summary, when it comes back filled in, is known to be this session's; they tell nothing else."""

    @property
    def open_round(self) -> Round | None:
        return next((r for r in self.rounds if r.state == "open"), None)

    @property
    def round_cards(self) -> tuple[Card, ...]:
        """The cards of the open round, in the order they are asked."""
        open_round = self.open_round
        return tuple(c for c in self.cards if open_round and c.id in open_round.cards)

    @property
    def unread(self) -> tuple[Comment, ...]:
        return tuple(c for c in self.comments if c.review == "unread")

    @property
    def phase(self) -> Phase:
        if self.open_round:
            return "voting"
        if not self.tallies:
            return "together" if self.group_notes.together else "empty"
        return "reading" if self.unread else "telling"

    @property
    def people(self) -> int | str:
        return people(list(self.tallies.values()))

    @property
    def ballots(self) -> int:
        """The most ballots on any one card."""
        return max((t.ballots for t in self.tallies.values()), default=0)

    @property
    def has_more_than_expected(self) -> bool:
        """More ballots were cast than set-up expected people; False where it expected no number. Of the votes that are shown
        alone: who answered in one that was taken again is told by nothing."""
        return self.ballots > self.setup.expected > 0

    @property
    def is_told(self) -> bool:
        """Every card that was voted on has had its result shown."""
        return set(self.tallies) <= set(self.told)

    @property
    def told_cards(self) -> tuple[Card, ...]:
        """The cards that the policy team was told of and can answer, in the order of the summary."""
        return tuple(card for card in self.cards if card.id in self.told and card.id in self.tallies)

    @property
    def tallied_cards(self) -> tuple[Card, ...]:
        """The cards that were voted on in a closed round, in their order."""
        return tuple(card for card in self.cards if card.id in self.tallies)

    @property
    def agreed_lines(self) -> tuple[tuple[Card, str], ...]:
        """The lines of a group that talks together to which each said OK, in the order of the cards."""
        agreed = {i: line for i, line in self.group_notes.heard.items() if self.group_notes.agreed.get(i) == "ok" and line}
        return tuple((card, agreed[card.id]) for card in self.cards if card.id in agreed)

    def decision(self, card_id: str) -> Decision | None:
        return next((d for d in self.decisions if d.card == card_id), None)

    def promise(self, card_id: str, today: str) -> State:
        """What became of what the team promised of a card, on this day (YYYY-MM-DD)."""
        return self.promises.state(card_id, self.decision(card_id), self.setup.answer_by, today)

    def is_overdue(self, today: str) -> bool:
        """The day by which the policy team was to answer has passed, and an answer is missing."""
        missing = any(self.decision(card.id) is None for card in self.told_cards)
        return missing and "" < self.setup.answer_by < today

    def follows(self, earlier: "Session") -> bool:
        """Whether an earlier session is of the same group, as far as a record can tell: by its title. By its plan it may be
        another house's, whose results are no business of this one."""
        same = self.setup.title.casefold() == earlier.setup.title.casefold()
        return same and earlier.setup.day <= self.setup.day and earlier.setup.made_up == self.setup.made_up

    def is_real_of(self, title: str) -> bool:
        """Whether it is a session of this title, and not made up."""
        return not self.setup.made_up and self.setup.title.casefold() == title.casefold()

    @property
    def ideas(self) -> tuple[Comment, ...]:
        """What people proposed themselves."""
        return tuple(c for c in self.comments if c.card == OWN_IDEA)

    @property
    def idea_cards(self) -> tuple[Card, ...]:
        """Ideas that a next round can vote on, as cards: those that were read and may be quoted, because the room sees their
        words. In an order that tells nothing of the writers."""
        told = self.told_of(OWN_IDEA)
        words = {c.text for c in self.ideas if c.review == "quote" and c.stands_in(told)}
        new = sorted(words - self._asked)
        voted = [int(card.id.removeprefix(IDEA)) for card in self.cards if card.is_idea]
        return tuple(Card(id=f"{IDEA}{n}", kind="scale", rule=rule) for n, rule in enumerate(new, max(voted, default=0) + 1))

    @property
    def _asked(self) -> set[str]:  # in the words that stand on the cards, or stood there
        return {words for card in self.cards for words in (card.rule, card.was)}

    @property
    def open_to_a_vote(self) -> tuple[Card, ...]:
        """What a next round can vote on: cards worth talking about that were not told yet, and ideas that were read."""
        return (*(c for c in self.cards if c.id not in self.told and worth_talking(self.shown(c.id))), *self.idea_cards)

    def card(self, card_id: str) -> Card:
        return next(c for c in self.cards if c.id == card_id)

    def shown(self, card_id: str) -> Shown:
        """What may be known of a card; one that was not voted on stays in the box, and one that was told otherwise."""
        known = {} if card_id in self.told_otherwise else self.tallies
        return disclose(self.card(card_id), known.get(card_id, Tally(card_id, {})), self.thresholds)

    def among(self, comment: Comment) -> int:
        """Among how many people a comment's writer is: those of the vote that it was written in or of the one that is shown,
        whichever are fewer."""
        tally = self.tallies.get(comment.card)
        last = self.ballots if comment.card == OWN_IDEA else tally.answered if tally else 0
        wrote = self.wrote_among.get((comment.round, comment.card), 0 if self.mended else last)  # a mend may lose it
        return wrote if comment.card == OWN_IDEA else min(last, wrote)

    def is_earlier(self, comment: Comment) -> bool:
        """It was written in a vote on its card that a later one has taken the place of."""
        return any(r.number > comment.round and r.state == "closed" and comment.card in r.cards for r in self.rounds)

    # The pieces of words that are told

    @property
    def has_left(self) -> tuple[Piece, ...]:
        """The pieces of words that ever left. Where a result was told and nobody kept what went with it, all that was let
        through is taken for it."""
        if self.left is not None:
            return self.left
        told = {*self.told, OWN_IDEA} if self.told else set()
        return pieces_of([c for c in self.comments if c.card in told], self.among)

    def pieces(self, card_id: str) -> tuple[Piece, ...]:
        """What a reader let through on a card, and its rule where that was somebody's idea."""
        comments = pieces_of([c for c in self.comments if c.card == card_id], self.among)
        return (*self._rule(card_id), *comments)

    def _rule(self, card_id: str) -> tuple[Piece, ...]:
        if not is_idea(card_id) or card_id not in self.tallies:
            return ()
        return (Piece(card=card_id, prompt="works", how="rule", words="", among=self.tallies[card_id].answered),)

    def told_of(self, card_id: str, *, again: bool = False) -> tuple[Piece, ...]:
        """The pieces of a card (or of OWN_IDEA) that are told now: what was let through, as far as the rules hold still.
        `again`: only what left before."""
        on_it = [c for c in self.comments if c.card == card_id]
        if not on_it or (card_id != OWN_IDEA and not self.shown(card_id).speaks):
            return ()
        may = [c for c in on_it if self._may_go(c)]
        left, pieces = self.has_left, pieces_of(may, self.among)
        known = {piece.key for piece in left}
        again = again or self.is_elsewhere or (self.is_pooled and card_id != OWN_IDEA)
        told = within([*self._rule(card_id), *(p for p in pieces if not again or p.key in known)], left)
        return tuple(piece for piece in told if piece.how != "rule")

    def leaving(self, *cards: str) -> tuple[Piece, ...]:
        """What has left once everything was told that is told now of these cards, of all where none is named."""
        now = (piece for card_id in (cards or (*self.tallies, OWN_IDEA)) for piece in self.told_of(card_id))
        return tuple(sorted(together((*self.has_left, *now)), key=lambda piece: piece.key))

    def room(self, comment: Comment) -> Room:
        """How much is told where a comment belongs, and how much can be."""
        return room((*self.has_left, *self.pieces(comment.card)), comment.card, comment.prompt, self.among(comment))

    def _may_go(self, comment: Comment) -> bool:
        quote = comment.review == "quote"
        return (comment.quote_ok and self._may_be_quoted(comment)) if quote else self.may_be_told(comment)

    def may_be_told(self, comment: Comment) -> bool:
        """Enough people may have written it that what it is about can be told."""
        return self.among(comment) >= SHOWN_FROM

    def _may_be_quoted(self, comment: Comment) -> bool:
        enough = self.among(comment) >= max(SHOWN_FROM, self.thresholds.quote_from)
        return enough and (comment.card == OWN_IDEA or self.shown(comment.card).quotes)

    def why_no_quote(self, comment: Comment) -> NoQuote:
        """Why a comment can't be quoted, or "" where it can."""
        if not comment.text:
            return "no-words"
        if not comment.quote_ok:
            return "no-ok"
        if not self._may_be_quoted(comment):
            return "too-few"
        return "" if self._has_room(replace(comment, review="quote")) else "enough"

    def may_tell_picks(self, comment: Comment) -> bool:
        """Whether the picks of a comment without words can go out with those of others."""
        return self.may_be_told(comment) and self._has_room(replace(comment, review="picks"))

    def _with(self, decided: Comment) -> "Session":
        comments = tuple(decided if c.id == decided.id else c for c in self.comments)
        return replace(self, comments=comments, left=self.has_left if self.told else self.left)

    def _has_room(self, decided: Comment) -> bool:
        """Whether what a verdict on a comment adds can be told beside all that was let through and all that ever left."""
        after = self._with(decided).pieces(decided.card)
        known = {piece.key for piece in (*self.has_left, *self.pieces(decided.card))}
        new = [piece for piece in after if piece.key not in known]
        if self.is_elsewhere or (self.is_pooled and decided.card != OWN_IDEA):
            return not new
        return all(fits((*self.has_left, *after), piece) for piece in new)

    def review(self, comment_id: int, verdict: Review) -> "Session":
        """The session with a reader's verdict on one comment. It can be changed at any time; what left with a summary has left.

        Raises:
            CodesignError: a quote that its writer did not allow or that the group is too small for; more than may be told of
            a card; picks of a comment that has words; an unknown reason.
        """
        comment = next(c for c in self.comments if c.id == comment_id)
        if comment.review != "unread" and comment.card == OWN_IDEA and comment.text in self._asked:
            raise CodesignError("The group has voted on this idea, so it stays as it was decided. Nothing was changed.")
        if verdict.how == "quote" and (why := self.why_no_quote(comment)):
            raise CodesignError(WHY_NO_QUOTE[why])
        decided = comment.decided(verdict)
        tells = decided.review == "picks" or bool(decided.theme)
        if tells and self.may_be_told(comment) and not self._has_room(decided):
            raise CodesignError(WHY_NO_QUOTE["enough"])
        return self._with(decided)
