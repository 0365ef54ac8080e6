"""The poster "You said / We did / Not yet, and why": one page for the wall, in the language in use.

Says only what the room was shown and what the policy team answered. Whatever these wrote, it stays one page: the type is as
large as the page has room for, and reasons are cut before the type gets small.
"""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.session import Session
from codesign.phrases import MONTHS, done, is_done, said
from codesign.summary.asks import shortened
from codesign.words import N_, _, many

YOU_SAID = N_("You said")
WE_DID = N_("We did")
NOT_YET = N_("Not yet, and why")
_MADE_UP = N_("MADE UP: this is a demonstration, not a real group")
MOST_RULES = 10
_TITLE = 58
_SIZES = (20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_STEPS = (
    *((12.0, 200, 600), (12.0, 140, 250), (12.0, 90, 160), (10.0, 90, 160)),
    *((10.0, 58, 110), (9.0, 58, 110), (9.0, 58, 60), (9.0, 40, 30)),
)
"""What gives way, step by step: the least size of the type, the most letters of a rule, and of what the policy team says."""
COLUMN = 250.0
"""Points of width that the words of one of the two columns have."""
_PAGE = 685.0
"""Points of height that everything on the page has; less than there is, because letters differ from font to font."""
_LINE = 1.22
TITLE, HEADING = 1.9, 1.3
"""Times the size of the rest."""


class PosterRow(Struct, frozen=True):
    """A rule, what youth said of it, and what came of it."""

    rule: str
    said: str
    answer: str
    words: tuple[str, ...]
    """What the policy team says about it, a line each."""


class Poster(Struct, frozen=True, kw_only=True):
    """The page in words."""

    made_up: str
    """The line that says so; empty for a real group."""
    title: str
    about: str
    """Which session it answers."""
    did: tuple[PosterRow, ...]
    not_yet: tuple[PosterRow, ...]
    more: str
    """How many rules did not fit; empty for none."""
    size: float
    """Of the type, in points."""
    month: str
    """YYYY-MM of the session."""


def poster(session: Session) -> Poster:
    """The poster of a session, those rules first that were decided."""
    cards = sorted(session.told_cards, key=lambda card: session.decision(card.id) is None)
    shown, left = cards[:MOST_RULES], len(cards) - MOST_RULES
    year, month = session.setup.day[:7].split("-")
    whole = Poster(
        made_up=_(_MADE_UP) if session.setup.made_up else "",
        title=f"{_(YOU_SAID)}. {_(WE_DID)}. {_(NOT_YET)}.",
        about=f"{shortened(session.setup.title, _TITLE)}, {_(MONTHS[int(month) - 1])} {year}",
        did=tuple(_row(session, card.id) for card in shown if is_done(session.decision(card.id))),
        not_yet=tuple(_row(session, card.id) for card in shown if not is_done(session.decision(card.id))),
        more=many("And {n} more; ask to see the list.", "And {n} more; ask to see the list.", left) if left > 0 else "",
        size=0,
        month=session.setup.day[:7],
    )
    return _fitted(whole)


def _row(session: Session, card_id: str) -> PosterRow:
    card = session.card(card_id)
    answer, words = done(session.decision(card_id), session.setup.answer_by)
    return PosterRow(_(card.rule), said(card, session.shown(card_id)), f"{answer}.", tuple(words))


def _fitted(whole: Poster) -> Poster:
    """The poster with the first step that fits, in the largest type."""
    cut = whole
    for least, rule, words in _STEPS:
        cut = _cut(whole, rule, words)
        for size in _SIZES:
            if size >= least and _height(cut, size) <= _PAGE:
                return replace(cut, size=size)
    return replace(cut, size=_SIZES[-1])


def _cut(page: Poster, rule: int, words: int) -> Poster:
    def rows(of: Iterable[PosterRow]) -> tuple[PosterRow, ...]:
        return tuple(
            replace(row, rule=_shortened(row.rule, rule), words=tuple(_shortened(w, words) for w in row.words)) for row in of
        )

    return replace(page, did=rows(page.did), not_yet=rows(page.not_yet))


def _shortened(words: str, limit: int) -> str:
    cut = shortened(words, limit)
    return cut if len(cut) <= limit + 2 else f"{words[:limit]} …"


def _height(page: Poster, size: float) -> float:
    parts = [page.did, page.not_yet]
    lines = TITLE * 1.5 + _rows(page.about, size, 2 * COLUMN) + 2 * bool(page.made_up) + 1.2 * bool(page.more)
    lines += sum(HEADING * 1.9 + sum(_row_height(row, size) for row in part) + (not part) for part in parts)
    return lines * size * _LINE


def _row_height(row: PosterRow, size: float) -> float:
    """In lines, with the gap below."""
    left = _rows(row.rule, size) + _rows(row.said, size)
    right = _rows(row.answer, size) + sum(_rows(words, size) for words in row.words)
    return max(left, right) + 0.5


def _rows(words: str, size: float, width: float = COLUMN) -> int:
    """How many lines words take, each line broken where a word ends and each word where it is longer than a line."""
    rows, used = 1, 0.0
    for word in words.split():
        needed = sum(_width(c) for c in word) * size
        blank = 0.25 * size if used else 0
        if used + blank + needed <= width:
            used += blank + needed
            continue
        rows += bool(used) + int(needed // width)
        used = needed % width
    return rows


def _width(c: str) -> float:
    """Of a letter, in sizes of its type: somewhat more than common fonts have."""
    if unicodedata.combining(c):
        return 0
    if unicodedata.east_asian_width(c) in "WF":
        return 1.05
    if ord(c) > 0x24F and not 0x2000 <= ord(c) <= 0x206F:
        return 0.75
    return 0.9 if c in "MWmw@%—…" else 0.66 if c.isupper() else 0.51
