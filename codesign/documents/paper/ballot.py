"""A plan as a ballot on paper, in the language in use. Its keys and letters are those of whoever types it in."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.kinds import Choosable, kind_of
from codesign.core.kinds.base import SKIPPED, UNCLEAR
from codesign.core.kinds.pair import on_paper
from codesign.core.kinds.scale import COULD, DOESNT, WORKS
from codesign.core.plan import Plan
from codesign.phrases import draft
from codesign.phrases.on_a_card import (
    ADD_WORDS,
    LIMIT_OF_PRIVACY,
    NO,
    ON_THE_BOARD_TOO,
    YES,
    beside_the_rule,
    instead_of_an_answer,
    note_of,
)
from codesign.words import N_, _

SHAPES = {WORKS: "▲", COULD: "◊", DOESNT: "▼", SKIPPED: "→", UNCLEAR: "?"}
"""Answer -> its shape, as the result is shown with it; an option with a letter has none."""
_ASIDE = 80
"""Letters that the answers of a card may have to stand in one line."""

_ON_PAPER = N_("Your vote on paper")
_IN_SHAPES = N_("Your vote in shapes")
_NO_NAMES = N_("No names, please. Not yours, and nobody else's.")
_FREE = N_("It is your choice. Skip any card with 4, or leave it empty. Nobody asks why.")
_ONE_CROSS = N_("Put a cross in one box of each card, or in two where it says so.")
_HAND = N_("Some may know your handwriting. Crosses are enough.")
_THEN = N_(
    "Fold it, and put it in the box yourself. The papers are mixed. The facilitator types them in, reads what you wrote, and "
    "then tears the papers up."
)
_YOUR_WORDS = N_(
    "Your own words go on only if you say OK, and not all do. If not, people may hear what it was about. If under 5 people "
    "answer a card, nothing of it goes on."
)
_LISTEN = N_("Somebody reads the cards aloud. Find the number of the card. Put a cross on one shape.")
_OK = N_("OK to quote?")
_IDEA = N_("A rule you would make? One line, only if you want. No names.")
_HELP = N_("This is not a way to get help. For help now:")


class FormCard(Struct, frozen=True, kw_only=True):
    """A card as it stands on paper."""

    number: int
    id: str
    note: str
    rule: str
    under: tuple[str, ...]
    """What stands under the rule on a screen, too."""
    asked: str
    options: tuple[Choosable, ...]
    """Its own, and Skip and "I don't get this one", in the language in use."""
    shapes: tuple[str, ...]
    """What stands for each of them where words would not be read: a shape, or the letter."""

    @property
    def aside(self) -> bool:
        """Its answers have room in a line, side by side."""
        return sum(len(option.words) for option in self.options[:-2]) <= _ASIDE


class Legend(Struct, frozen=True):
    """A shape, the key it stands for and what it means."""

    shape: str
    key: str
    words: str


class PlaceForWords(Struct, frozen=True):
    """What stands beside a line to write on."""

    add: str
    ok: str
    no: str
    yes: str
    idea: str


class PaperForm(Struct, frozen=True, kw_only=True):
    """A ballot in words. The sheet of shapes is one too: its cards have no place for words, and it has a legend."""

    title: str
    about: str
    first: tuple[str, ...]
    """Read before anything is written."""
    cards: tuple[FormCard, ...]
    month: str
    """YYYY-MM of the day it was made."""
    help_title: str
    help: tuple[str, ...]
    below: tuple[str, ...]
    legend: tuple[Legend, ...] = ()
    words: PlaceForWords | None = None


def ballot(plan: Plan, help_: Sequence[str], month: str) -> PaperForm:
    """The ballot of a plan, one for each person; `help_` are the lines to call, in the language in use."""
    first = (_NO_NAMES, LIMIT_OF_PRIVACY, _FREE, _ONE_CROSS, _HAND, _YOUR_WORDS, ON_THE_BOARD_TOO, _THEN)
    form = _form(plan, help_, month, _(_ON_PAPER), first)
    return replace(form, words=PlaceForWords(_(ADD_WORDS), _(_OK), _(NO), _(YES), _(_IDEA)))


def in_shapes(plan: Plan, help_: Sequence[str], month: str) -> PaperForm:
    """The same as shapes alone, for people who read little: the cards are read aloud to them."""
    form = _form(plan, help_, month, _(_IN_SHAPES), (_NO_NAMES, _FREE, _LISTEN, _THEN))
    seen: dict[str, Legend] = {}
    for card in form.cards:
        for shape, option in zip(card.shapes, card.options, strict=True):
            if option.code in SHAPES:
                seen.setdefault(option.code, Legend(shape, option.key, option.words))
    return replace(form, legend=tuple(seen[code] for code in SHAPES if code in seen))


def _form(plan: Plan, help_: Sequence[str], month: str, title: str, first: Sequence[str]) -> PaperForm:
    return PaperForm(
        title=title,
        about=_(plan.title),
        first=tuple(map(_, first)),
        cards=tuple(_card(card, number) for number, card in enumerate(plan.cards, 1)),
        month=month,
        help_title=_(_HELP),
        help=tuple(help_),
        below=(draft(),) if draft() else (),
    )


def _card(card: Card, number: int) -> FormCard:
    kind = kind_of(card)
    options = (*kind.options(on_paper(card)), *instead_of_an_answer(card))
    return FormCard(
        number=number,
        id=card.id,
        note=note_of(card.content_note) if card.content_note else "",
        rule=_(card.rule),
        under=tuple(beside_the_rule(card)),
        asked=_(kind.asked),
        options=tuple(Choosable(option.key, option.code, _(option.words)) for option in options),
        shapes=tuple(SHAPES.get(option.code, option.key) for option in options),
    )
