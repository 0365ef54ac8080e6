"""What is said around the cards of a turn, the screens and plain mode alike: the hand-over, what waits, the end, the stops."""

from codesign.core.turn_break import TRIES
from codesign.course.words import SECOND_VOTE, Before
from codesign.words import N_, many

WHOSE_TURN = N_("Whose turn is it?")
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
RULE_OF_YOUR_OWN = N_("A rule you would make, or better words for one. One line. No names.")


def wrong_number(tries: int) -> str:
    """What is said to somebody whose number did not open a turn; empty while none was tried."""
    if tries == TRIES:
        return ""
    return many("! That is not the number. {n} more try.", "! That is not the number. {n} more tries.", tries)
