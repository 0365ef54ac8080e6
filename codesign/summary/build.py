"""From a session to what may leave the laptop: only what the disclosure rules and a reader have let through.

Everything is put in an order that follows from what is shown, so that two outcomes with the same display give one document.
"""

from msgspec import Struct
from msgspec.structs import replace

from codesign.content.picks import picks_words
from codesign.core.disclosure import Shown
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import Prompt
from codesign.core.plan import POINTERS, Card, Lines
from codesign.core.session import Comment, Session
from codesign.phrases import caveats, sentence
from codesign.words import many

_PROMPT_ORDER: tuple[Prompt, ...] = ("works", "could", "doesnt", "idea")


class Quote(Struct, frozen=True):
    """A comment in its writer's words."""

    prompt: Prompt
    pick: str | None
    """Quick picks chosen with it, in words; None for none."""
    text: str
    earlier: bool = False
    """Written in a vote that a later one has taken the place of."""


class CardSummary(Struct, frozen=True):
    """All that leaves of one card."""

    card: Card
    shown: Shown
    sentence: str
    """`shown`, as every format prints it."""
    quotes: tuple[Quote, ...]
    themes: tuple[str, ...]


class Summary(Struct, frozen=True, kw_only=True):
    """All that leaves of a session."""

    title: str
    audience: str
    answer_by: str
    """YYYY-MM-DD, or empty."""
    month: str
    """YYYY-MM."""
    made_up: bool
    caveats: tuple[str, ...]
    """What a reader must know about the record; empty for a sound one."""
    people: int | str
    lines: Lines
    cards: tuple[CardSummary, ...]
    ideas: tuple[str, ...]
    """Rules that youth proposed, in their words."""
    idea_themes: tuple[str, ...]
    """What other ideas were about, as their reader wrote it."""
    withheld: dict[str, int]
    """Key of WITHHELD_REASONS -> comments kept back for it."""

    @property
    def pointers(self) -> dict[str, tuple[str, ...]]:
        """P1 to P7 -> ids of the cards that serve it; an empty one is a gap to name."""
        return {p: tuple(c.card.id for c in self.cards if p in c.card.pointers) for p in POINTERS}


def build(session: Session) -> Summary:
    """The summary of a session whose rounds are closed and whose comments are read.

    Raises:
        CodesignError: a round is open, nothing was voted on, or a comment waits for its reader.
    """
    if session.step == "voting":
        raise CodesignError("A round is still open. Close it first, then read the comments, then write the summary.")
    if session.step == "empty":
        raise CodesignError("No round was closed in this record, so there is nothing to sum up. Vote and close a round first.")
    if session.unread:
        raise CodesignError(
            many(
                "1 comment has not been read yet. Read it first; nothing leaves before all are read.",
                "{n} comments have not been read yet. Read them first; nothing leaves before all are read.",
                len(session.unread),
            )
        )
    withheld = [c.reason for c in session.comments if c.review == "withheld"]
    return Summary(
        title=session.setup.title,
        audience=session.setup.audience,
        answer_by=session.setup.answer_by,
        month=session.setup.day[:7],
        made_up=session.setup.made_up,
        caveats=tuple(caveats(session)),
        people=session.people,
        lines=session.lines,
        cards=tuple(_card(session, card) for card in session.cards if card.id in session.tallies),
        ideas=tuple(sorted(c.text for c in session.ideas if c.review == "quote" and not session.why_no_quote(c))),
        idea_themes=tuple(sorted({c.theme for c in session.ideas if c.theme and session.may_be_told(c)})),
        withheld={reason: withheld.count(reason) for reason in sorted(set(withheld))},
    )


def _card(session: Session, card: Card) -> CardSummary:
    shown = session.shown(card.id)
    comments = [c for c in session.comments if c.card == card.id and shown.speaks]
    return CardSummary(
        card=card,
        shown=shown,
        sentence=sentence(card, shown),
        quotes=_quotes(session, [c for c in comments if c.review == "quote"]),
        themes=tuple(sorted({c.theme for c in comments if c.review == "theme" and c.theme and session.may_be_told(c)})),
    )


def _quotes(session: Session, comments: list[Comment]) -> tuple[Quote, ...]:
    """The comments that may be quoted still: since they were decided on, a later vote may have left the card fewer answers."""
    allowed = replace(session, comments=())
    for comment in sorted(comments, key=_by_what_is_shown):
        if not allowed.why_no_quote(comment):
            allowed = replace(allowed, comments=(*allowed.comments, comment))
    return tuple(Quote(c.prompt, _picks(c), c.text, session.is_earlier(c)) for c in allowed.comments)


def _by_what_is_shown(comment: Comment) -> tuple[int, str, str]:
    return _PROMPT_ORDER.index(comment.prompt), comment.text, _picks(comment) or ""


def _picks(comment: Comment) -> str | None:
    return picks_words(comment.picks) or None
