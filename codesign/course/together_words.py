"""What a group under 5 reads and hears: why it does not vote, a rule with its line, and what all agreed to say."""

from codesign.core.card import Card
from codesign.core.group_notes import Together
from codesign.core.session import Session
from codesign.course.at_a_card import to_talk_about
from codesign.course.pages import Block
from codesign.course.say import who_answers
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY
from codesign.words import N_, _

_SAY = (
    N_("We are a small group, so we don't vote. A vote would show who said what."),
    N_("We take one rule at a time, and write one line that all of us can say."),
    N_("I read it aloud, and each of you says OK. Nobody has to. You can say: not this one."),
    LIMIT_OF_PRIVACY,
)
SAID: dict[Together, str] = {
    "ok": N_("Each of you said OK."),
    "not-agreed": N_("Not all said OK. This line stays here."),
    "skipped": N_("You skipped this one."),
}
WE_CAN_ALL_SAY = N_("One line we can all say")
WE_AGREED = N_("What we agreed to say")
OUR_LINE = N_("Our line")


def together_aloud(session: Session) -> list[str]:
    """What is read aloud before the first rule, in the language in use."""
    return [*map(_, _SAY), who_answers(session)]


def a_rule(session: Session, card: Card) -> list[Block]:
    """A rule to talk about, and the line on it."""
    line, said = session.group_notes.heard.get(card.id, ""), session.group_notes.agreed.get(card.id)
    ours = [*([f"“{line}”"] if line else []), *([_(SAID[said])] if said else [])]
    return to_talk_about(card, *([Block(_(OUR_LINE), tuple(ours))] if ours else []))


def what_is_agreed(session: Session) -> list[Block]:
    """The lines to which each said OK."""
    return [Block(_(card.rule), (f"“{line}”",)) for card, line in session.agreed_lines]
