"""What is read aloud to the group in each step of the hour, in its language."""

from collections.abc import Callable, Iterable, Sequence

from codesign.core.card import Card
from codesign.core.hour import Step
from codesign.core.session import Session
from codesign.phrases import day
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, NOBODY_NAMED
from codesign.words import N_, _, many, speaking

PRACTICE_VOTE = N_("Practice vote")
SAY_IT_BACK = N_("Who can say it back?")
CHECK = N_("Who reads what you type? What can you skip? What can't stay private?")
"""Asked of the room at the welcome: whether it was understood."""
NAMES: dict[Step, str] = {
    "welcome": N_("Welcome"),
    "vote": N_("Vote"),
    "talk": N_("Talk"),
    "again": N_("Vote again"),
    "result": N_("Result"),
    "next": N_("What happens next"),
}
_SAY: dict[Step, tuple[str, ...]] = {
    "welcome": (
        N_("This is about the rules for phones and the internet here. We want rules that work for you."),
        N_("It is your choice. You can skip any card. You can stop at any time."),
        N_("Your bed, your help here and your thank-you stay the same, whatever you say."),
        N_("Your vote is private. We don't ask your name. Please don't type names."),
        LIMIT_OF_PRIVACY,
    ),
    "vote": (
        N_("One person at a time goes to the laptop. Take your time."),
        N_("Press 4 to skip a card. Press 5 if you don't get it. Press F9 to hide the screen: then what you did is gone."),
        N_("You can also tell me a thing, and not type it. Or say nothing."),
        N_("When it says Saved, pass the laptop on."),
    ),
    "talk": (
        N_("Now we talk. Nobody has to say how they voted."),
        N_("I read a card aloud. What is good about it? Who has a hard time with it?"),
    ),
    "again": (
        N_("You vote once more on these cards. Only this vote counts."),
        N_("Press the same as before, or change your mind. Nobody sees what you do."),
    ),
    "result": (
        N_("After you see the result, you can't vote again."),
        N_("This is what the group said. It does not say who said what."),
        N_("Did we get it right? Tell me what is missing."),
    ),
    "next": (
        N_("Thank you. What the group said goes to the people who write the rules."),
        N_("If you want to talk, we are here."),
    ),
}
"""What is read aloud to the group, in its language."""


def aloud(language: str, say: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """What `say` says in this language, as lines to read aloud."""
    with speaking(language):
        return tuple(f"“{line}”" for line in say())


def read_aloud(step: Step, session: Session) -> list[str]:
    """The lines of a step, in the language in use."""
    in_new_words = step == "again" and any(card.was for card in session.round_cards)
    lines = _SAY[step][1:] if step == "result" and session.is_told else _SAY[step]  # they have seen it
    return [
        *map(_, lines),
        *([_("Some cards have the new words that you agreed on. Press ? to see how a card read before.")] * in_new_words),
        *([who_answers(session)] if step in ("welcome", "next") else []),
    ]


def who_answers(session: Session) -> str:
    """Who answers the group, and by when."""
    who, due = session.setup.audience, session.setup.answer_by
    if not who:
        return _(NOBODY_NAMED)
    if not due:
        return _("{who} reads what the group said, and answers it.", who=who)
    return _("{who} reads what the group said. You hear back by {day}, even if the answer is no.", who=who, day=day(due))


def before_the_vote(cards: Sequence[Card]) -> list[str]:
    """What is read aloud of what the group can change, in the language in use: three to six lines."""
    numbers: dict[str, list[int]] = {room: [] for room in ("open", "how-only", "needs-money", "")}
    for n, card in enumerate(cards, 1):
        if card.room or can_change(card):
            numbers[card.room].append(n)
    said = [
        many("You vote on {n} card. You can also add a rule.", "You vote on {n} cards. You can also add rules.", len(cards))
    ]
    if found := numbers["open"]:
        said.append(many("On {n} of them it can go either way.", "On {n} of them it can go either way.", len(found)))
    if found := numbers["how-only"]:
        said.append(_fixed([cards[n - 1] for n in found], found))
    if found := numbers["needs-money"]:
        said.append(
            many(
                "Card {which} costs money. We may not have it.",
                "Cards {which} cost money. We may not have it.",
                len(found),
                which=_and(found),
            )
        )
    if found := numbers[""]:
        said.append(
            many(
                "We don't know yet what can change on card {which}. We will ask.",
                "We don't know yet what can change on cards {which}. We will ask.",
                len(found),
                which=_and(found),
            )
        )
    return [*said, _("Where the answer is no, you hear why.")]


def can_change(card: Card) -> bool:
    """Whether a card asks about a rule that the program could change: two wordings are only compared, and what matters most
    is only ranked."""
    return card.kind not in ("pair", "pick-two")


def _fixed(cards: Sequence[Card], numbers: Sequence[int]) -> str:
    if len(cards) == 1 and cards[0].kind != "pair":
        return _("The law or a contract fixes a part of this one: {rule} You say how we do it.", rule=_(cards[0].rule))
    return _("The law or a contract fixes a part of cards {which}. You say how we do them.", which=_and(numbers))


def _and(numbers: Sequence[int]) -> str:
    """Numbers as they are said: 1, 4 and 7."""
    *first, last = map(str, numbers)
    return _("{these} and {last}", these=", ".join(first), last=last) if first else last
