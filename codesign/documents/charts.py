"""What may be drawn of a card, as values: Word shades it in cells, a browser as bars, the screen as marks, plain mode reads it.

How it looks is theirs; what stands in it is decided here once."""

from msgspec import Struct

from codesign.core.card import Card
from codesign.core.disclosure import SESSIONS_DIFFER, Shown
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import Choosable
from codesign.core.kinds.pair import BOTH, NEITHER, Pair
from codesign.phrases import label
from codesign.words import _

_NONE_LEADS = ("split", "mixed", "no-clear-pick", SESSIONS_DIFFER)
_MOST_DOTS = 40
"""Of one kind that are drawn; of more there is one, beside their number."""


class Bar(Struct, frozen=True):
    """One answer of a card."""

    words: str
    count: int
    """How many gave it; an answer that nobody gave has its bar as well, so that each keeps its place and its looks."""
    wins: bool
    """The label names it; or where a label for or against names none, it alone was given most."""


class Dots(Struct, frozen=True):
    """Sessions of a pool that showed the same when they stood alone: a dot each."""

    sign: str
    words: str
    sessions: int

    @property
    def drawn(self) -> str:
        """A dot a session in fives, or one in place of very many; their number stands beside it."""
        fives, more = divmod(self._signs, 5)
        return " ".join(["●" * 5] * fives + ["●" * more] * bool(more))

    @property
    def told(self) -> str:
        """In a line, with a sign in place of the dots."""
        return f"{' '.join([self.sign] * self._signs)} {self.words} ({self.sessions})"

    @property
    def _signs(self) -> int:
        return self.sessions if self.sessions <= _MOST_DOTS else 1


class Chart(Struct, frozen=True):
    """What stands in the picture of a card, in the language in use."""

    phrase: str
    """All that is told where no bar is."""
    bars: tuple[Bar, ...]
    """In the order of the card; none where no count may be shown, or where the counts leave sessions of a pool out."""
    answered: int
    """How many answered; 0 where there is no bar."""
    dots: tuple[Dots, ...] = ()
    """Of a pool: what its sessions showed alone, in an order that tells nothing."""

    @property
    def given(self) -> int:
        """All answers together, of which each bar is a share: where one person names two options, more than `answered`."""
        return sum(bar.count for bar in self.bars)


def chart_of(card: Card, shown: Shown, dots: tuple[Dots, ...] = ()) -> Chart:
    """The picture of a card, by nothing but what may be shown of it; `dots` are those of a pool."""
    counts, named = shown.whole_counts, kind_of(card).named(shown.answer) if shown.answer else ()
    if counts and not named and shown.label not in _NONE_LEADS:
        most = [code for code, n in counts.items() if n == max(counts.values())]
        named = tuple(most) if len(most) == 1 else ()
    bars = [Bar(_words(card, o), counts[o.code], o.code in named) for o in kind_of(card).options(card)] if counts else []
    return Chart(label(card, shown), tuple(bars), shown.answered or 0 if bars else 0, dots)


def _words(card: Card, option: Choosable) -> str:
    """Two wordings often begin alike, and are cut to stand beside a bar: they have their letters, as where they are asked."""
    is_wording = card.kind == Pair.name and option.code not in (BOTH, NEITHER)
    return f"{option.key}: {_(option.words)}" if is_wording else _(option.words)
