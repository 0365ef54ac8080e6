"""A card in new words: after the talk the group agrees on them, and the next vote on the card is a vote on them.

The card stays the same card: its next vote takes the place of the one on the older words, and of that vote only its words are
kept. A pair and a pick of two stay as they are: of a pair both wordings would have to be matched again, and its sides are rules
that other sessions compare too; a pick of two names what the other cards are about.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.dates import bare
from codesign.core.errors import CodesignError
from codesign.core.group_notes import GroupNotes
from codesign.core.kinds.agreement import Agreement
from codesign.core.kinds.choice import Choice
from codesign.core.kinds.scale import Scale
from codesign.core.round import Round
from codesign.core.session import Comment, Session
from codesign.core.text import RULE_LIMIT, clean, personal_details

_TAKES_NEW_WORDS = (Scale.name, Agreement.name, Choice.name)


def in_words_of_the_vote(cards: Sequence[Card], rounds: Sequence[Round]) -> tuple[Card, ...]:
    """The cards in the words of the last vote on each that was counted or is open; `rounds` in their order. Words of a vote
    that was dropped are as if they never were."""
    words: dict[str, str] = {}
    for one in rounds:
        if one.state != "dropped":
            words |= {card: one.new_words.get(card, "") for card in one.cards}
    return tuple(_in_words(card, words.get(card.id, "")) for card in cards)


def to_vote_on(session: Session, card: Card) -> Card:
    """The card as the next vote puts it."""
    return _in_words(card, session.group_notes.new_words.get(card.id, "") or card.rule)


def not_voted_on(session: Session, card: Card) -> str:
    """Words that the group agreed on for a card and that no vote was on yet; empty where there are none."""
    words = to_vote_on(session, card).rule
    return "" if words == card.rule else words


def _in_words(card: Card, words: str) -> Card:
    first = card.was or card.rule
    return replace(card, rule=words or first, was=first if words not in ("", first) else "")


def with_new_words(session: Session, card: Card, typed: str) -> GroupNotes:
    """What the group agreed on, with these words for a card; without any where nothing was typed.

    Raises:
        CodesignError: no vote on the card can follow, its kind stays as it is, the words say the same, or they seem to hold a
        contact or an address.
    """
    must_take_new_words(session, card)
    words = clean(typed, RULE_LIMIT)
    if bare(words) == bare(card.rule):
        raise CodesignError("The card says this already. Write what the group agreed on, or go back; nothing was changed.")
    if personal_details(words):
        raise CodesignError("Maybe a phone number, a name online or an address. Take it out: everybody reads this rule.")
    known = {**session.group_notes.new_words, card.id: words}
    return replace(session.group_notes, new_words={card_id: rule for card_id, rule in known.items() if rule})


def must_take_new_words(session: Session, card: Card) -> None:
    """Before somebody types them.

    Raises:
        CodesignError: as `with_new_words`.
    """
    if card.kind not in _TAKES_NEW_WORDS:
        raise CodesignError(
            "This card compares or ranks, so its words stay as they are. Somebody can write a rule of their own, and you can "
            "write down what the room said. Nothing was changed."
        )
    if card not in session.open_to_a_vote:
        raise CodesignError("There is no further vote on this card, so its words stay as they are. Nothing was changed.")


def renamed(card: Card, names: Mapping[str, str]) -> Card:
    """The card under the name that is its own there, and about other cards under theirs."""
    about = tuple(tuple(names.get(rule, rule) for rule in rules) for rules in card.about)
    return replace(card, id=names.get(card.id, card.id), about=about)


def written_to(session: Session, comment: Comment) -> str:
    """The words that a comment's card had in the vote that it was written in."""
    card = session.card(comment.card)
    voted = (one.new_words.get(card.id) for one in session.rounds if one.number == comment.round)
    return next(voted, None) or card.was or card.rule
