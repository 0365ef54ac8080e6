"""What stands on a card beside its rule, on every screen and on paper."""

from codesign.core.card import IDEA, Card
from codesign.core.kinds import Choosable, kind_of
from codesign.core.kinds.base import SKIPPED, UNCLEAR
from codesign.words import N_, _, is_spoken, many

LIMIT_OF_PRIVACY = N_(
    "One thing we can't keep private: that someone is hurt or in danger. If you write it or say it, staff may have to tell a "
    "person whose job is to help. If they can, they tell you first."
)
"""Said before anything can be typed or written, in every form of the program."""
ON_THE_BOARD_TOO = N_("A line you OK may later stand on “Our board”, not your answer.")
"""Said there too: a session in which it was not gives the board no line."""
GOOD_FOR, TALK_ABOUT_IT = N_("Good for"), N_("Talk about it")
WHO_ANSWERS = N_("Who answers")
NOBODY_NAMED = N_("So far nobody is named who will answer you.")
"""Said wherever a person or a day would stand, before youth give anything."""
ADD_WORDS = N_("Anything to add? Only if you want. No names.")
"""Above the place for words beside an answer, on a screen and on paper."""
CHANGED_TO, WORDS_OF_THE_TALK = N_("Changed to"), N_("Words the group agreed on, not voted on")
"""Over the words that a group agreed on after the talk."""
YES, NO = N_("Yes"), N_("No")
FROM_THE_GROUP, IN_THEIR_WORDS = N_("An idea from the group"), N_("In words of the group")


def note_of(about: str) -> str:
    """The calm line before a hard card. A note without words in the language in use stands apart, so that no sentence is half
    in another language."""
    if is_spoken(about):
        return _("The next rule is about {about}.", about=_(about))
    return _("The next rule may be a hard one. The program calls it “{about}”.", about=about)


def instead_of_an_answer(card: Card) -> tuple[Choosable, ...]:
    """What can be said on every card in place of an answer, each with its key, in the words of its kind."""
    return Choosable("4", SKIPPED, kind_of(card).skip), Choosable("5", UNCLEAR, N_("I don't get this one"))


def how_many_cards(count: int) -> str:
    return many("{n} card", "{n} cards", count)


def what_can_change(card: Card) -> str:
    """What of a rule the program can decide, in one plain line; empty where nobody said. Nothing is ever half in another
    language."""
    if card.room == "open":
        return _("The program can decide either way.")
    if card.room == "needs-money":
        return _("This costs money. The program may not have it.")
    if card.room == "how-only" and card.fixed and is_spoken(card.fixed):
        return _("Fixed by law or contract: {fixed}. You shape how.", fixed=_(card.fixed))
    return _("A part is fixed by law or contract. You shape how.") if card.room == "how-only" else ""


def the_rule_today(words: str) -> str:
    return _("Today: {rule}", rule=words)


def beside_the_rule(card: Card) -> list[str]:
    """What stands under a rule without a key: that it is the group's own, what of it can change, and how it reads today, where
    that is in the language in use. Of two wordings it would mark the one that is today's."""
    own = FROM_THE_GROUP if card.id.startswith(IDEA) else IN_THEIR_WORDS if card.was else ""
    today = card.today if card.kind != "pair" and is_spoken(card.today) else ""
    lines = (own and _(own), what_can_change(card), today and the_rule_today(_(today)))
    return [line for line in lines if line]
