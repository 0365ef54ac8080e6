"""What a file of the policy team brings, told to the facilitator before anything of it is kept."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from codesign.core.dates import Order
from codesign.core.taken import Taken, TwoReadings
from codesign.course.pages import Block, ToRead
from codesign.phrases import day
from codesign.words import N_, _, many

KEEP_IT = "Keep it like this?"
"""Asked before a file of the policy team is kept in which something is odd or takes the place of an earlier answer."""


def what_the_dates_mean(two: TwoReadings) -> dict[Order, str]:
    """The question about dates of figures alone, answered in two ways: one answer serves every date of the file."""
    return {
        "day": _("The day stands first: “{words}” is {day}.", words=two.words, day=day(two.day_first)),
        "month": _("The month stands first: “{words}” is {day}.", words=two.words, day=day(two.month_first)),
    }


HAS_ANSWERED = N_("The team has answered")


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


def brought(lines: Sequence[str], files: Sequence[Path] = ()) -> ToRead:
    """What a file of the policy team brings; with the posters, once it is kept and they are written."""
    return ToRead(speaks=False, place="brought", title=HAS_ANSWERED, blocks=partial(_brought, lines, files))


def _brought(lines: Sequence[str], files: Sequence[Path]) -> list[Block]:
    if not files:
        first = [Block(_("Look at this first. Nothing is kept yet."), look="alert")]
    else:
        posters = (("", f"{files[0].parent}"), *(("", f"  {file.name}") for file in files))
        first = [
            Block(_("The team's answers are kept."), look="saved"),
            Block(_("The poster “You said / We did” lies in"), rows=posters),
        ]
    return [*first, *(Block(lines=(line,)) for line in lines)]
