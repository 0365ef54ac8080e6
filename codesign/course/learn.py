"""Learn, without a code: ten cards of one minute, for one person or together, and the one that a rule is about.

Nothing that is opened here is kept. A page at which nobody sits goes home.
"""

from functools import partial
from typing import TYPE_CHECKING

from codesign.content import domain_of
from codesign.content.bank import is_in_the_bank
from codesign.content.learn import learn
from codesign.core.card import Card
from codesign.core.learn import LearnCard
from codesign.course.common_pages import draft_line, one_by_one
from codesign.course.pages import Block, Course, Idle, Menu, MenuChoice, Spoken, ToRead
from codesign.phrases import draft
from codesign.phrases.learn import LEARN, card_page
from codesign.words import N_, _, use_region

if TYPE_CHECKING:
    from codesign.engine import Engine

_ABOUT = N_("One minute each. Nobody is told what you open.")
LEARN_MORE = N_("Learn: {title}")
"""Said where a card of Learn is about the same."""


def learn_pages(engine: "Engine") -> Course[None]:
    """The list of cards, and each of them, until somebody leaves or nobody is there any more."""
    use_region(engine.region_here())
    here, today = 0, engine.today().isoformat()
    pages = [
        ToRead(place="learn-card", covers=True, title=card.title, blocks=partial(as_blocks, card, today))
        for card in learn().cards
    ]
    try:
        while (said := (yield Spoken(make=partial(_list, here), covers=True))) != "back":
            here = yield from one_by_one(pages, int(str(said)))
    except Idle:
        return


def _list(here: int) -> Menu:
    return Menu(
        place="learn",
        title=_(LEARN),
        lines=(_(_ABOUT), *filter(None, [draft()])),
        choices=tuple(MenuChoice(f"{n}", _(card.title)) for n, card in enumerate(learn().cards)),
        here=here,
        others=("back",),
    )


def as_blocks(card: LearnCard, today: str) -> list[Block]:
    """A card in the language in use, with its sources."""
    page = card_page(learn(), card, today)
    return [
        *(Block(part.title, part.lines) for part in page.parts),
        Block(lines=(f"{page.sources_title}:", *page.sources, page.check), look="quiet"),
        *draft_line(),
    ]


def learn_about(card: Card) -> LearnCard | None:
    """The card of Learn on what a rule of the bank is about; None where there is none, or the rule is nobody's but yours."""
    rules = (card.id, *(option.code for option in card.options))
    found = (learn().about(rule, domain_of(rule)) for rule in rules if is_in_the_bank(rule))
    return next(filter(None, found), None)
