"""The poster "You said / We did / Not yet, and why": only what the room was shown and what the policy team answered."""

from codesign.core.session import Session
from codesign.phrases import MADE_UP, asked, caveats, done, is_done, said, which
from codesign.summary.wall import Part, Row, WallPage, fitted
from codesign.words import N_, _

_YOU_SAID = N_("You said")
_WE_DID = N_("We did")
_NOT_YET = N_("Not yet, and why")


def poster(session: Session) -> WallPage:
    """The poster of a session: rules that youth wrote come first, then those that were decided."""
    cards = sorted(session.told_cards, key=lambda card: (not card.id.startswith("IDEA-"), session.decision(card.id) is None))
    did = [_row(session, card.id) for card in cards if is_done(session.decision(card.id))]
    not_yet = [_row(session, card.id) for card in cards if not is_done(session.decision(card.id))]
    return fitted(
        WallPage(
            made_up=_(MADE_UP) if session.setup.made_up else "",
            title=f"{_(_YOU_SAID)}. {_(_WE_DID)}. {_(_NOT_YET)}.",
            about=which(session.setup.title, session.setup.day[:7]),
            parts=(Part(_(_YOU_SAID), _(_WE_DID), tuple(did)), Part(_(_YOU_SAID), _(_NOT_YET), tuple(not_yet))),
            below=tuple(caveats(session)),
            month=session.setup.day[:7],
        )
    )


def _row(session: Session, card_id: str) -> Row:
    card = session.card(card_id)
    answer, words = done(session.decision(card_id), session.setup.answer_by)
    return Row(asked(card), said(card, session.shown(card_id)), f"{answer}.", tuple(words))
