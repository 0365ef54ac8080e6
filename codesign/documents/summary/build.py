"""From a session to what may leave the laptop: only what the disclosure rules and a reader have let through.

Everything is put in an order that follows from what is shown, so that two outcomes with the same display give one document.
"""

from collections.abc import Sequence

from msgspec import Struct

from codesign.content.picks import picks_words
from codesign.core.ballot import OWN_IDEA
from codesign.core.card import POINTERS, Card
from codesign.core.disclosure import Shown
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import PROMPT_ORDER, Prompt
from codesign.core.new_words import not_voted_on, renamed, written_to
from codesign.core.pieces import Piece
from codesign.core.region import Region
from codesign.core.session import Comment, Session
from codesign.core.thresholds import Thresholds
from codesign.core.uncertainty import one_change
from codesign.documents.charts import Chart, Dots, chart_of
from codesign.documents.summary.ledger import Ledger, ledger_of
from codesign.phrases import sentence
from codesign.phrases.caveats import Soundness
from codesign.words import N_, _


class Quoted(Struct, frozen=True):
    """A comment in its writer's words."""

    prompt: Prompt
    pick: str | None
    """Quick picks chosen with it, in words; None for none."""
    text: str
    earlier: bool = False
    """Written in a vote that a later one has taken the place of."""
    other_words: bool = False
    """And to other words of the rule, which the group changed since."""


class CardSummary(Struct, frozen=True):
    """All that leaves of one card."""

    card: Card
    shown: Shown
    sentence: str
    """`shown`, as every format prints it."""
    quotes: tuple[Quoted, ...]
    themes: tuple[str, ...]
    about: tuple[str, ...] = ()
    """Those of the themes that may be told in the room: as their reader wrote them, without quick picks."""
    heard: str = ""
    """What the room said when it talked, in one line that was read back to it; nothing of a ballot is in it."""
    reworded: str = ""
    """How the group would have it read after the talk, where nobody voted on that; in the open, as the line above."""
    one_change: str = ""
    """What one changed mind would do; only beside counts."""
    range: str = ""
    """What the counts of a big pool may say of young people in sessions like these."""
    sessions: tuple[Dots, ...] = ()
    """What each session of a pool showed alone, in an order that tells nothing."""

    @property
    def chart(self) -> Chart:
        """What may be drawn of it."""
        return chart_of(self.card, self.shown, self.sessions)


class Summary(Struct, frozen=True, kw_only=True):
    """All that leaves of a session, or of several pooled."""

    title: str
    audience: str
    answer_by: str
    """YYYY-MM-DD, or empty."""
    contact: str = ""
    """Where whoever answers may ask; empty where nobody said."""
    months: tuple[str, ...]
    """YYYY-MM each, in order."""
    marks: tuple[str, ...] = ()
    """The letters of each session in it, in order; they come back with the policy team's answer."""
    records: int = 1
    made_up: bool
    region: Region = ""
    """By which paper and dates go."""
    caveats: tuple[str, ...]
    """What a reader must know about the record; empty for a sound one."""
    people: int | str
    thresholds: Thresholds
    cards: tuple[CardSummary, ...]
    ideas: tuple[str, ...]
    """Rules that youth proposed, in their words."""
    idea_themes: tuple[str, ...]
    """What other ideas were about, as their reader wrote it."""
    ledger: Ledger

    @property
    def month(self) -> str:
        """The last month that is in it."""
        return self.months[-1]

    @property
    def words(self) -> tuple[int, int]:
        """How many quotes and themes stand in it."""
        quotes = sum(len(entry.quotes) for entry in self.cards) + len(self.ideas)
        return quotes, sum(len(entry.themes) for entry in self.cards) + len(self.idea_themes)

    @property
    def pointers(self) -> dict[str, tuple[str, ...]]:
        """P1 to P7 -> ids of the cards that serve it; an empty one is a gap to name."""
        return {p: tuple(c.card.id for c in self.cards if p in c.card.pointers) for p in POINTERS}


def build(session: Session, *, again: bool = False) -> Summary:
    """The summary of a session whose rounds are closed and whose comments are read. `again`: the room is told no theme that did
    not leave before.

    Raises:
        CodesignError: a round is open, nothing was voted on, or a comment waits for its reader.
    """
    must_be_read(session)
    sound = Soundness().plus(session)
    ideas, idea_themes = said_of(session, OWN_IDEA)
    return Summary(
        title=session.setup.title,
        audience=session.setup.audience,
        answer_by=session.setup.answer_by,
        contact=session.setup.contact,
        months=(session.setup.day[:7],),
        marks=(session.mark,) if session.mark else (),
        made_up=session.setup.made_up,
        region=session.setup.region,
        caveats=(*sound.caveats, *sound.of_the_count),
        people=session.people,
        thresholds=session.thresholds,
        cards=tuple(_card(session, card, again=again) for card in session.tallied_cards),
        ideas=tuple(quote.text for quote in ideas),
        idea_themes=idea_themes,
        ledger=ledger_of(session),
    )


def must_be_read(session: Session) -> None:
    """Before anything leaves.

    Raises:
        CodesignError: see `build`.
    """
    if session.phase == "voting":
        raise CodesignError("A round is still open. Close it first, then read the comments, then write the summary.")
    if session.phase == "together":
        raise CodesignError(
            "This small group talked together, without a vote, so there is no count to sum up. Its page is written where it is "
            "open in the program."
        )
    if session.phase == "empty":
        raise CodesignError("No round was closed in this record, so there is nothing to sum up. Vote and close a round first.")
    if session.unread:
        raise CodesignError("Comments have not been read yet. Read them first; nothing leaves before all are read.")


def _card(session: Session, card: Card, *, again: bool) -> CardSummary:
    shown = session.shown(card.id)
    quotes, themes = said_of(session, card.id)
    return CardSummary(
        card=renamed(card, {other.id: other.edition for other in session.cards}),
        shown=shown,
        sentence=sentence(card, shown),
        quotes=quotes,
        themes=themes,
        about=tuple(sorted({p.words for p in session.told_of(card.id, again=again) if p.how == "theme"})),
        heard=session.group_notes.heard.get(card.id, "") if shown.speaks else "",
        reworded=not_voted_on(session, card) if shown.speaks else "",
        one_change=if_one_changed(card, shown),
    )


def said_of(session: Session, card_id: str) -> tuple[tuple[Quoted, ...], tuple[str, ...]]:
    """What may be told of the comments on a card, or of OWN_IDEA: quotes, and themes."""
    told = session.told_of(card_id)
    quotes = (quoted(session, comment) for comment in quoted_in(session, card_id, told))
    return tuple(sorted(quotes, key=by_what_is_shown)), tuple(sorted(themes_in(told)))


def quoted_in(session: Session, card_id: str, told: Sequence[Piece]) -> list[Comment]:
    """The comments on a card that these pieces quote, in no order."""
    return [c for c in session.comments if c.card == card_id and c.review == "quote" and c.stands_in(told)]


def quoted(session: Session, comment: Comment) -> Quoted:
    on_other_words = comment.card != OWN_IDEA and written_to(session, comment) != session.card(comment.card).rule
    picked = picks_words(comment.picks) or None
    return Quoted(comment.prompt, picked, comment.text, session.is_earlier(comment), on_other_words)


def themes_in(told: Sequence[Piece]) -> set[str]:
    """The themes among these pieces, of which one is the quick picks that came without words."""
    themes = {piece.words for piece in told if piece.how == "theme"}
    return themes | {picks_words(piece.words.split("\n")) for piece in told if piece.how == "picks"}


def by_what_is_shown(quote: Quoted) -> tuple[int, str, str, bool, bool]:
    return PROMPT_ORDER.index(quote.prompt), quote.text, quote.pick or "", quote.earlier, quote.other_words


_ONE_CHANGE = {
    "leads": N_("{first} would still lead."),
    "ties": N_("{first} and {second} could be tied."),
    "changes": N_("{second} could lead."),
    "tied": N_("one person decides, because two answers are tied."),
}


def if_one_changed(card: Card, shown: Shown) -> str:
    """What one changed mind would do to counts that are shown; empty where none are, or where a ballot names several."""
    kind = kind_of(card)
    if shown.whole_counts is None or kind.each > 1:
        return ""
    outcome, first, second = one_change(shown.whole_counts)
    words = {option.code: f"“{_(option.words)}”" for option in kind.options(card)}
    return _(_ONE_CHANGE[outcome], first=words[first], second=words[second])
