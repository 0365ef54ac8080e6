"""The poster "You said / We did / Not yet, and why": only what the room was shown and what the policy team answered."""

from codesign.core.session import Session
from codesign.phrases import MADE_UP, asked, caveats, done, is_done, said, which
from codesign.summary.asks import shortened
from codesign.summary.wall import MOST_RULES, TITLE_LENGTH, Part, Row, WallPage, fitted
from codesign.words import N_, _, many

_YOU_SAID = N_("You said")
_WE_DID = N_("We did")
_NOT_YET = N_("Not yet, and why")


def poster(session: Session) -> WallPage:
    """The poster of a session, those rules first that were decided."""
    cards = sorted(session.told_cards, key=lambda card: session.decision(card.id) is None)
    shown, left = cards[:MOST_RULES], len(cards) - MOST_RULES
    did = [_row(session, card.id) for card in shown if is_done(session.decision(card.id))]
    not_yet = [_row(session, card.id) for card in shown if not is_done(session.decision(card.id))]
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if session.setup.made_up else "",
            title=f"{_(_YOU_SAID)}. {_(_WE_DID)}. {_(_NOT_YET)}.",
            about=which(shortened(session.setup.title, TITLE_LENGTH), session.setup.day[:7]),
            parts=(Part(_(_YOU_SAID), _(_WE_DID), tuple(did)), Part(_(_YOU_SAID), _(_NOT_YET), tuple(not_yet))),
            below=(*and_more(left), *caveats(session)),
            month=session.setup.day[:7],
        )
    )


def and_more(left: int) -> tuple[str, ...]:
    """What is said of rules for which there is no room."""
    return (many("And {n} more; ask to see the list.", "And {n} more; ask to see the list.", left),) if left > 0 else ()


def _row(session: Session, card_id: str) -> Row:
    card = session.card(card_id)
    answer, words = done(session.decision(card_id), session.setup.answer_by)
    return Row(asked(card), said(card, session.shown(card_id)), f"{answer}.", tuple(words))
