"""What a file of the policy team brings, told to the facilitator before anything of it is kept."""

from codesign.core.dates import Order
from codesign.core.decisions import Taken, TwoReadings
from codesign.phrases import day
from codesign.words import _, many

KEEP_IT = "Keep it like this?"
"""Asked before a file of the policy team is kept in which something is odd or takes the place of an earlier answer."""
LOOK_FIRST = "Look at this first. Nothing is kept yet."
NOW_KEPT = "The team's answers are kept."
POSTERS_LIE_IN = "The poster “You said / We did” lies in"
"""Over what a file brings: before it is kept, and after."""


def what_the_dates_mean(two: TwoReadings) -> dict[Order, str]:
    """The question about dates of figures alone, answered in two ways: one answer serves every date of the file."""
    return {
        "day": _("The day stands first: “{words}” is {day}.", words=two.words, day=day(two.day_first)),
        "month": _("The month stands first: “{words}” is {day}.", words=two.words, day=day(two.month_first)),
    }


def what_a_file_brings(taken: Taken, rules: int) -> list[str]:
    """What a file of the policy team brings, what would change first, and what to ask them for, line by line."""
    held = many(
        "With it there are answers to {n} of {rules} rules.",
        "With it there are answers to {n} of {rules} rules.",
        len(taken.decisions),
        rules=rules,
    )
    parts = (
        (_("Not as it was before:"), taken.changed),
        (_("Please look at:"), taken.odd),
        (_("Youth will ask:"), taken.lacking),
        (_("Still without an answer:"), taken.missing),
    )
    return [*(line for title, lines in parts if lines for line in (title, *lines)), held]
