"""Which cards a next round is opened on, and why not on others."""

from collections.abc import Sequence

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.new_words import to_vote_on
from codesign.core.session import Session


def next_cards(session: Session, card_ids: Sequence[str]) -> tuple[Card, ...]:
    """The cards of a next round, of this session and of its ideas, in the order of the session and the words of that vote.

    Raises:
        CodesignError: a round is open, the group has no vote, or a card is unknown or not `open_to_a_vote`.
    """
    if session.group_notes.together:
        raise CodesignError("This small group talks together, without a vote, so no round can be opened. Nothing was changed.")
    if session.open_round:
        raise CodesignError("A round is open already. Close it or drop it first.")
    may = {card.id: card for card in (*session.cards, *session.idea_cards)}
    known = ", ".join(may)
    if not card_ids:
        raise CodesignError(f"Name the cards to vote on: {known}.")
    if unknown := [i for i in card_ids if i not in may]:
        raise CodesignError(f"There is no card “{unknown[0]}” in this session. There are: {known}.")
    if told := [i for i in card_ids if i in session.told]:
        raise CodesignError(
            f"The result of “{told[0]}” was shown already. A second vote on it would show two, and from two results "
            "somebody's answer could be worked out. Nothing was changed."
        )
    may_open = {card.id for card in session.open_to_a_vote}
    if settled := [i for i in card_ids if i not in may_open]:
        raise CodesignError(
            f"The room moves on from “{settled[0]}”. A second vote could give away who came late. Nothing was changed."
        )
    return tuple(to_vote_on(session, card) for i, card in may.items() if i in card_ids)
