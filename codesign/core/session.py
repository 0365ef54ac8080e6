"""A session as it stands: what was set up, the rounds, what was folded, and what a reader decided about each comment.

Holds no ballot. Where the session is in its course follows from this value and is stored nowhere.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.decisions import Decision
from codesign.core.disclosure import BIG_GROUP, QUOTES_IN_A_SMALL_GROUP, SHOWN_FROM, Shown, disclose, people
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import Prompt
from codesign.core.plan import Card, Language, Lines
from codesign.core.tally import Tally
from codesign.core.text import COMMENT_LIMIT, clean

_IDEA = "IDEA-"
Step = Literal["voting", "reading", "telling", "empty"]
"""A round is open · comments wait for a reader · the summary can be written · every round was dropped."""

WITHHELD_REASONS = {
    "names-someone": "It names someone",
    "points-to-someone": "It could point to someone",
    "unwatched": "It shows where or when nobody watches",
    "safety": "It is about somebody's safety and goes to the program's own procedure",
    "not-about-rules": "It is not about the rules",
    "other": "Another reason",
}
"""Why a comment is kept back. A fixed list: a reason in free words would leave with the counts."""


class Setup(Struct, frozen=True, kw_only=True):
    """What the facilitator fills in before the first vote."""

    title: str
    day: str
    """YYYY-MM-DD; nothing finer is kept."""
    audience: str = ""
    """Who answers: a role or a person of the policy team."""
    answer_by: str = ""
    """YYYY-MM-DD, or empty."""
    expected: int = 0
    """About how many will vote; 0 where nobody said."""
    support_person: str = ""
    """Who is here now and where; for the support card, never in a summary."""
    local_line: str = ""
    """The program's own help line."""
    made_up: bool = False
    language: Language = "en"
    """What the pages of youth and of the room begin in."""


class Round(Struct, frozen=True):
    """One vote on a set of cards."""

    number: int
    cards: tuple[str, ...]
    state: Literal["open", "closed", "dropped"]
    mode: Literal["booth", "round"] = "booth"


class Comment(Struct, frozen=True, kw_only=True):
    """A loose comment and what its reader decided."""

    id: int
    round: int
    card: str
    """A card's id, or OWN_IDEA."""
    prompt: Prompt
    text: str
    quote_ok: bool
    picks: tuple[str, ...] = ()
    review: Literal["unread", "quote", "theme", "withheld"] = "unread"
    theme: str = ""
    """What goes out in place of the words, as the facilitator wrote it; may be empty."""
    reason: str = ""
    """A key of WITHHELD_REASONS."""


class Review(Struct, frozen=True):
    """What a reader decides about one comment."""

    how: Literal["quote", "theme", "withheld"]
    theme: str = ""
    reason: str = ""


class Session(Struct, frozen=True, kw_only=True):
    """The whole of what a record says."""

    setup: Setup
    lines: Lines
    cards: tuple[Card, ...]
    rounds: tuple[Round, ...] = ()
    tallies: dict[str, Tally] = {}
    """Card id -> the tally of its last closed round: the only one ever shown."""
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
    """Ballots that were cast under other cards, another order, other lines or another key than their round was counted by."""
    left_out: int = 0
    """Sealed ballots and comments that did not open when their round was closed, and are in no count."""
    mended: bool = False
    """The record was damaged or changed outside the program, and what could be read of it was taken over."""
    decisions: tuple[Decision, ...] = ()
    """What the policy team answered, in the order of the cards."""
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
    def step(self) -> Step:
        if self.open_round:
            return "voting"
        if not self.tallies:
            return "empty"
        return "reading" if self.unread else "telling"

    @property
    def people(self) -> int | str:
        return people(list(self.tallies.values()))

    @property
    def ballots(self) -> int:
        """The most ballots on any one card."""
        return max((t.ballots for t in self.tallies.values()), default=0)

    @property
    def is_told(self) -> bool:
        """Every card that was voted on has had its result shown."""
        return set(self.tallies) <= set(self.told)

    @property
    def told_cards(self) -> tuple[Card, ...]:
        """The cards that the policy team was told of and can answer, in the order of the summary."""
        return tuple(card for card in self.cards if card.id in self.told and card.id in self.tallies)

    def decision(self, card_id: str) -> Decision | None:
        return next((d for d in self.decisions if d.card == card_id), None)

    def is_overdue(self, today: str) -> bool:
        """The day by which the policy team was to answer has passed, and an answer is missing."""
        missing = any(self.decision(card.id) is None for card in self.told_cards)
        return missing and "" < self.setup.answer_by < today

    def follows(self, earlier: "Session") -> bool:
        """Whether an earlier session is of the same group, as far as a record can tell: by its title. By its plan it may be
        another house's, whose results are no business of this one."""
        same = self.setup.title.casefold() == earlier.setup.title.casefold()
        return same and earlier.setup.day <= self.setup.day and earlier.setup.made_up == self.setup.made_up

    @property
    def ideas(self) -> tuple[Comment, ...]:
        """What people proposed themselves."""
        return tuple(c for c in self.comments if c.card == OWN_IDEA)

    @property
    def idea_cards(self) -> tuple[Card, ...]:
        """Ideas that a next round can vote on, as cards: those that were read and may be quoted, because the room sees their
        words. In an order that tells nothing of the writers."""
        words = {c.text for c in self.ideas if c.review == "quote" and not self.why_no_quote(c)}
        new = sorted(words - {card.rule for card in self.cards})
        first = 1 + sum(card.id.startswith(_IDEA) for card in self.cards)
        return tuple(Card(id=f"{_IDEA}{n}", kind="scale", rule=rule) for n, rule in enumerate(new, first))

    def next_cards(self, card_ids: Sequence[str]) -> tuple[Card, ...]:
        """The cards of a next round, of this session and of its ideas, in the order of the session.

        Raises:
            CodesignError: a round is open, or a card is unknown or was told already.
        """
        if self.open_round:
            raise CodesignError("A round is open already. Close it or drop it first.")
        may = {card.id: card for card in (*self.cards, *self.idea_cards)}
        known = ", ".join(may)
        if not card_ids:
            raise CodesignError(f"Name the cards to vote on: {known}.")
        if unknown := [i for i in card_ids if i not in may]:
            raise CodesignError(f"There is no card “{unknown[0]}” in this session. There are: {known}.")
        if told := [i for i in card_ids if i in self.told]:
            raise CodesignError(
                f"The result of “{told[0]}” was shown already. A second vote on it would show two, and from two results "
                "somebody's answer could be worked out. Nothing was changed."
            )
        return tuple(card for i, card in may.items() if i in card_ids)

    def card(self, card_id: str) -> Card:
        return next(c for c in self.cards if c.id == card_id)

    def shown(self, card_id: str) -> Shown:
        """What may be known of a card; a card that was not voted on stays in the box."""
        return disclose(self.card(card_id), self.tallies.get(card_id, Tally(card_id, {})), self.lines)

    def _among(self, comment: Comment) -> int:
        tally = self.tallies.get(comment.card)
        last = self.ballots if comment.card == OWN_IDEA else tally.answered if tally else 0
        return self.wrote_among.get((comment.round, comment.card), last)

    def is_earlier(self, comment: Comment) -> bool:
        """It was written in a vote on its card that a later one has taken the place of."""
        return any(r.number > comment.round and r.state == "closed" and comment.card in r.cards for r in self.rounds)

    def may_be_told(self, comment: Comment) -> bool:
        """Enough people may have written it that what it is about can be told."""
        return self._among(comment) >= SHOWN_FROM

    def why_no_quote(self, comment: Comment) -> Literal["", "no-ok", "no-words", "too-few", "enough"]:
        """Why a comment can't be quoted, or "" where it can. `enough`: this card has all the quotes a small group may."""
        if not comment.text:
            return "no-words"
        if not comment.quote_ok:
            return "no-ok"
        if self._among(comment) < max(SHOWN_FROM, self.lines.quote_from):
            return "too-few"
        if comment.card == OWN_IDEA:  # goes with no vote, so nothing more depends on it
            return ""
        if not self.shown(comment.card).quotes:
            return "too-few"
        quoted = [c for c in self.comments if c.review == "quote" and c.id != comment.id]
        same = [c for c in quoted if (c.card, c.prompt) == (comment.card, comment.prompt)]
        small = self.tallies[comment.card].answered < BIG_GROUP
        return "enough" if small and len(same) >= QUOTES_IN_A_SMALL_GROUP else ""

    def review(self, comment_id: int, verdict: Review) -> "Session":
        """The session with a reader's verdict on one comment; it can be changed until the summary leaves.

        Raises:
            CodesignError: a quote that its writer did not allow or that the group is too small for; an unknown reason.
        """
        comment = next(c for c in self.comments if c.id == comment_id)
        if comment.card == OWN_IDEA and comment.text in {card.rule for card in self.cards}:
            raise CodesignError("The group has voted on this idea, so it stays as it was decided. Nothing was changed.")
        if verdict.how == "quote" and (why := self.why_no_quote(comment)):
            raise CodesignError(_NO_QUOTE[why])
        if verdict.how == "withheld" and verdict.reason not in WITHHELD_REASONS:
            known = ", ".join(WITHHELD_REASONS)
            raise CodesignError(f"A comment is kept back for one of these reasons: {known}. Nothing was changed.")
        decided = replace(
            comment,
            review=verdict.how,
            theme=clean(verdict.theme, COMMENT_LIMIT) if verdict.how == "theme" else "",
            reason=verdict.reason if verdict.how == "withheld" else "",
        )
        return replace(self, comments=tuple(decided if c.id == comment_id else c for c in self.comments))


_NO_QUOTE = {
    "no-ok": "The writer did not say OK to quote this. Write its theme, or keep it back.",
    "no-words": "There are no words here to quote, only quick picks. Write a theme, or keep it back.",
    "too-few": "Too few people answered this card to quote anybody. Write its theme, or keep it back.",
    "enough": "This card has three quotes already, all that a small group may have. Write its theme, or keep it back.",
}
