"""What is said to a person at a card, the screens and plain mode alike: how to answer, what stands, what more there is."""

from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NOT_REACHED, SKIPPED, UNCLEAR
from codesign.core.turn import Turn
from codesign.course.pages import Block
from codesign.phrases.on_a_card import what_can_change
from codesign.words import N_, _, many

WHAT_CAN_CHANGE = N_("What can change")
MORE = {
    "today": N_("The rule today"),
    "why": N_("Why we ask"),
    "good": N_("What it is good for"),
    "against": N_("What it costs"),
    "risk": N_("What it can help prevent"),
}
"""What a card may say of its rule -> the title over it."""
NOTHING_MORE = N_("Nothing more is written about this one. You can ask the facilitator.")
NEARLY_FULL = 60
"""Letters that still fit a line from which on a person is told how many."""


def number_of(at: int, count: int) -> str:
    """Which card of how many it is."""
    return _("Card {at} of {count}", at=at, count=count)


def what_now(turn: Turn, *, picks_seen: bool) -> str:
    """What stands under the answers of a card: how to answer, what is lacking, or that a card left out can be changed as an
    answered one. Beside an answer its quick picks are counted where they are not seen."""
    kind, reply = kind_of(turn.card), turn.reply
    if turn.has_answer:
        return "" if picks_seen or not reply.picks else many("■ {n} quick pick", "■ {n} quick picks", len(reply.picks))
    if reply.text:
        return _("Your words go with an answer. Pick one, or they stay out.")
    if reply.code in (SKIPPED, UNCLEAR):
        return _("Noted. Enter goes on. You can change it until you are done.")
    return _(kind.hint if reply.code == NOT_REACHED else kind.nudge(reply.code))


def as_it_stands(turn: Turn) -> str:
    """What is read out of a card that one comes back to; empty where nothing was said on it."""
    if turn.has_answer:
        return _("This card is answered. Enter keeps that, another answer takes its place, and w writes a line.")
    if turn.reply.code == SKIPPED:
        return _("You skipped this card. Enter keeps that, and an answer takes its place.")
    if turn.reply.code == UNCLEAR:
        return _("You said that you don't get this one. Enter keeps that, and an answer takes its place.")
    return ""


def how_much_fits(letters: int, *, under: int = NEARLY_FULL) -> str:
    """What is told of a line in which so many letters still fit; empty from `under` letters on."""
    if letters >= under:
        return ""
    if not letters:
        return _("No more letters fit here.")
    return many("About {n} more letter fits here.", "About {n} more letters fit here.", letters)


def more_about(card: Card) -> list[Block]:
    """More about a card: how it read before the group changed it, what of it can change, the rule today, why it is asked, what
    it is good for, what it costs, what risk it lowers."""
    said = {option.code: (option.good, option.against) for option in card.options}
    parts = [
        (_("How it read before"), _(card.was) if card.was else ""),
        (_(WHAT_CAN_CHANGE), what_can_change(card)),
        *((_(title), getattr(card, name)) for name, title in MORE.items()),
    ]
    for option in kind_of(card).options(card):
        good, against = said.get(option.code, ("", ""))
        parts += [
            (_("What {letter} is good for", letter=option.key), good),
            (_("What {letter} costs", letter=option.key), against),
        ]
    return [Block(title, (_(words),)) for title, words in parts if words]


QUESTIONS = (N_("What would make this work for everybody here?"), N_("Who would have a hard time with it?"))
"""Of every card that is talked about."""


def to_talk_about(card: Card, *ours: Block) -> list[Block]:
    """A card to talk about: its rule and its options, what the group wrote on it, more about it, and two questions."""
    options = [f"{option.key}  {_(option.words)}" for option in kind_of(card).options(card)] if card.options else []
    return [
        Block(_(card.rule), tuple(options), look="strong"),
        *ours,
        *more_about(card),
        Block(_("To talk about"), tuple(map(_, QUESTIONS))),
    ]
