"""What is said around the cards of a turn, the screens and plain mode alike: the hand-over, what waits, the end, the stops."""

from collections.abc import Sequence

from codesign.core.turn import Turn
from codesign.core.turn_break import TRIES
from codesign.course.common_pages import draft_line
from codesign.course.pages import Block
from codesign.course.shared_words import SECOND_VOTE, Before, who_reads
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, NOBODY_NAMED
from codesign.words import N_, _, many

WHOSE_TURN = N_("Whose turn is it?")
BEFORE_YOU_START = N_("Before you start")
WHO_READS_IT = N_("Who reads what you type")
SAID_OF: dict[Before, tuple[str, ...]] = {
    "": (),
    "saved": (N_("Saved."), N_("Pass the laptop on.")),
    "hidden": (N_("The screen was hidden. The answers so far are gone, and your turn can be taken again."),),
    "again": (SECOND_VOTE,),
    "resumed": (
        N_("The session goes on. Every ballot in the box is safe."),
        N_("A turn that showed “Saved.” is in. One that did not can be taken again."),
    ),
}
"""What happened just before a hand-over -> what is said of it."""
NOT_SAVED_YET = N_("Not saved yet")
BALLOT_WAITS = N_("Your ballot is still here, sealed, and every ballot before it is safe.")
CALL_FOR_IT = N_("Please call the facilitator. You did nothing wrong.")
"""Of a ballot that the disk refused, before and after its reason."""
ON_A_BREAK = N_("Somebody is taking a break. Their answers are safe and covered.")
STAYS_COVERED = N_("Three numbers were wrong, so this turn stays covered.")
IS_COVERED = (
    N_("What was answered is safe, and nobody can see it."),
    N_("Is it yours? You did nothing wrong. Please call the facilitator."),
)
"""Over a turn that its own number opens, over one that none opens any more, and of the second."""
DO_IT_OR_NOT = N_("Do it, skip it, or take a break?")
LAST_CARD = N_("That was the last card.")
NOBODY_ASKS = N_("Take a break, or stop here. Nobody asks why.")
_BREAK = N_("Take a break. My cards are covered, and only I can open them.")
_GO_ON = N_("Go on with my cards.")
_STOPS = {
    "keep": N_("Put in what I answered. Leave the rest blank."),
    "throw": N_("Throw my answers away."),
    "break": _BREAK,
    "back": _GO_ON,
}
_STOPS_BEFORE_ANSWERS = {"throw": N_("Stop. Nothing was answered, so nothing is kept."), "back": _GO_ON, "break": _BREAK}
"""A turn without an answer is no ballot: it would count as a person and say nothing. A break is offered all the same, so that a
covered turn tells nobody that something was answered."""
RULE_OF_YOUR_OWN = N_("A rule you would make, or better words for one. No names.")


def wrong_number(tries: int) -> str:
    """What is said to somebody whose number did not open a turn; empty while none was tried."""
    if tries == TRIES:
        return ""
    return many("! That is not the number. {n} more try.", "! That is not the number. {n} more tries.", tries)


def ways_to_stop(turn: Turn) -> dict[str, str]:
    """What can become of the answers where somebody stops, in the order of their numbers from 1: an answer -> its words."""
    return _STOPS if turn.answered else _STOPS_BEFORE_ANSWERS


def before_a_turn(audience: str, *, second_vote: bool = False, help_now: Sequence[str] = ()) -> list[Block]:
    """Before anything can be typed: what holds of a turn, the limit of privacy, who reads it, that it is no way to get help,
    and the ways to get it. True in a group of every size."""
    return [
        *draft_line(),
        *([Block(lines=(_(SECOND_VOTE),))] if second_vote else []),
        Block(
            _("Your vote is private. No name is asked. Please type no names."),
            (_("You can skip any card, and stop at any time. Nobody asks why."),),
        ),
        Block(_(LIMIT_OF_PRIVACY)),
        Block(_(WHO_READS_IT), (who_reads_it(audience), *([] if audience else [_(NOBODY_NAMED)]))),
        Block(_("This is not a way to get help"), (_("Nobody reads this while you write. For help now:"),)),
        Block(lines=tuple(help_now), look="help"),
    ]


def who_reads_it(audience: str) -> str:
    """Who reads what is typed in a turn, and what goes on from there."""
    return _(
        "Staff read it all after the vote. Only with your OK, your words go on to {reader} and “Our board”; not all do. If "
        "not, they and this group may hear what it was about, or your picks. If under 5 people answer a card, none of it goes "
        "on.",
        reader=who_reads(audience),
    )
