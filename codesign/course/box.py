"""What a facilitator is told of an open round before it ends, and before anything of it is lost: the screens and plain mode
say the same."""

from codesign.core.thresholds import COUNTED_FROM, SHOWN_FROM
from codesign.words import _, many

SURE_TO_THROW_TURN = "Throw this turn away?"
TURN_IS_GONE = "Its answers are gone. The turn can be taken again."
"""Asked once; no answer of the turn is ever shown."""

_ONE_CAME_OR_LEFT = (
    "The vote before had {n}. If one person came only now, or left, what changes may show how they answered: then better drop "
    "this vote, and the first one stands."
)


def giving_up(papers: int) -> tuple[str, str]:
    """What is asked before what is sealed and waits for the disk is given up, the ballot of a turn or so many papers, and what
    that does."""
    if not papers:
        return _("Give the waiting ballot up?"), _("Its answers are lost; all others are safe.")
    return _("Give the waiting papers up?"), many(
        "It is not in the box. Keep the paper: it can be typed in anew.",
        "None of the {n} is in the box. Keep the papers: they can be typed in anew.",
        papers,
    )


def may_close(in_box: int) -> bool:
    """Whether a round with so many ballots can be closed at all; with more, it can still be too few answers."""
    return in_box >= COUNTED_FROM


def warning_of_the_box(in_box: int, expected: int = 0) -> str:
    """What the facilitator should know of so many ballots before closing; empty where all is well, or nobody is known to be
    expected."""
    if not may_close(in_box):
        return _("“Close the round” comes at {n} ballots. With fewer, a result could give a person away.", n=COUNTED_FROM)
    if in_box < SHOWN_FROM:
        return _("Fewer than {n} ballots: nothing could be shown of any card yet.", n=SHOWN_FROM)
    if in_box > expected > 0:
        return _("More ballots than the {expected} people expected. Count the people here before you close.", expected=expected)
    return ""


def what_closing_does(in_box: int, *, second_vote: bool = False, before: int = 0) -> list[str]:
    """Asked before it is done for good. `before`: the ballots of the vote that this one takes the place of, if it does."""
    last = _(
        "Then the room talks, votes again where it wants, and sees the result. You read the comments before anyone leaves."
    )
    if second_vote:
        last = _("Then comes the result. Before it you read what was written, alone.")
    if in_box < SHOWN_FROM:
        last = _("With fewer than {n} ballots nothing of any card will be shown, then or later.", n=SHOWN_FROM)
    return [
        many("{n} ballot is in the box.", "{n} ballots are in the box.", in_box),
        many("Did {n} person vote?", "Did {n} people vote, each of them once?", in_box),
        *([_(_ONE_CAME_OR_LEFT, n=before)] if before and abs(in_box - before) == 1 else []),
        _("Closing counts every ballot and breaks the seal for good: no ballot exists any more, only counts and comments."),
        last,
    ]
