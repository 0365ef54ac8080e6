"""A loose comment, and what its reader decides about it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.ballot import PICKS_LIMIT, Remark
from codesign.core.errors import CodesignError
from codesign.core.kinds.base import PROMPT_ORDER, Prompt
from codesign.core.pieces import Key, Piece
from codesign.core.text import COMMENT_LIMIT, clean

WITHHELD_REASONS = {
    "names-someone": "It names someone",
    "points-to-someone": "It could point to someone",
    "unwatched": "It shows where or when nobody watches",
    "safety": "It is about somebody's safety and goes to the program's own procedure",
    "not-about-rules": "It is not about the rules",
    "other": "Another reason",
}
"""Why a comment is kept back. A fixed list: a reason in free words would leave with the counts."""

NoQuote = Literal["", "no-ok", "no-words", "too-few", "enough"]
"""Why a comment can't be quoted, "" where it can. `enough`: as much is told of its card as may be."""
WHY_NO_QUOTE: dict[NoQuote, str] = {
    "no-ok": "The writer did not say OK to quote this. Write its theme, or keep it back.",
    "no-words": "There are no words here to quote, only quick picks. Let them go out in one list, or keep them back.",
    "too-few": "Too few people answered this card to quote anybody. Write its theme, or keep it back.",
    "enough": "As much is told of this card as may be: for a group of this size, or once other sessions are added to it. Keep "
    "this back, or give it the words of a theme that is told already. Nothing was changed.",
}


class Review(Struct, frozen=True):
    """What a reader decides about one comment."""

    how: Literal["quote", "theme", "picks", "withheld"]
    """`picks`: it has no words, and its quick picks are told in one set with those of others."""
    theme: str = ""
    reason: str = ""


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
    review: Literal["unread", "quote", "theme", "picks", "withheld"] = "unread"
    theme: str = ""
    """What goes out in place of the words, as the facilitator wrote it; may be empty."""
    reason: str = ""
    """A key of WITHHELD_REASONS."""

    @classmethod
    def loose(cls, comment_id: int, round_number: int, remark: Remark) -> "Comment":
        """A remark of a folded round, which nobody has read yet."""
        return cls(
            id=comment_id,
            round=round_number,
            card=remark.card,
            prompt=remark.prompt,
            text=remark.text,
            quote_ok=remark.quote_ok,
            picks=remark.picks,
        )

    @property
    def is_let_through(self) -> bool:
        """Its reader lets something of it go out."""
        return self.review in ("quote", "picks") or bool(self.theme)

    def stands_in(self, pieces: Iterable[Piece]) -> bool:
        """Whether these pieces tell of it what its reader let through."""
        words = {"quote": str(self.id), "theme": self.theme}.get(self.review)
        here = [p for p in pieces if (p.card, p.prompt, p.how) == (self.card, self.prompt, self.review)]
        return any(words == p.words if words is not None else set(self.picks) <= set(p.words.split("\n")) for p in here)

    def decided(self, verdict: Review) -> "Comment":
        """With what its reader decided.

        Raises:
            CodesignError: picks of a comment that has words; an unknown reason.
        """
        if verdict.how == "picks" and (self.text or not self.picks):
            raise CodesignError("Only quick picks without words go out in one list. Nothing was changed.")
        if verdict.how == "withheld" and verdict.reason not in WITHHELD_REASONS:
            known = ", ".join(WITHHELD_REASONS)
            raise CodesignError(f"A comment is kept back for one of these reasons: {known}. Nothing was changed.")
        return replace(
            self,
            review=verdict.how,
            theme=clean(verdict.theme, COMMENT_LIMIT) if verdict.how == "theme" else "",
            reason=verdict.reason if verdict.how == "withheld" else "",
        )


def pieces_of(comments: Iterable[Comment], among: Callable[[Comment], int]) -> tuple[Piece, ...]:
    """The pieces of words that the verdicts on comments tell, in an order that follows from what is told.

    Picks without words are one set a card and prompt; it never holds more than one person can pick.
    """
    stand_for: dict[Key, list[Comment]] = {}
    for c in sorted(comments, key=_by_what_is_told):
        if words := {"quote": str(c.id), "theme": c.theme, "picks": _SET}.get(c.review):
            stand_for.setdefault((c.card, c.prompt, c.review, words), []).append(c)
    found = sorted(stand_for.items(), key=lambda one: one[0][2] == "picks")
    return tuple(_piece(key, of, min(map(among, of))) for key, of in found)


_SET = "all of them"


def _piece(key: Key, comments: Sequence[Comment], among: int) -> Piece:
    card, prompt, how, words = key
    if how == "picks":
        words = "\n".join(sorted({pick for c in comments for pick in c.picks})[:PICKS_LIMIT])
    ids = tuple(sorted(c.id for c in comments))
    return Piece(card=card, prompt=prompt, how=how, words=words, among=among, behind=ids)  # type: ignore[arg-type]


def _by_what_is_told(comment: Comment) -> tuple[int, str, str, str]:
    words = comment.text if comment.review == "quote" else comment.theme
    return PROMPT_ORDER.index(comment.prompt), comment.review, words, " ".join(comment.picks)
