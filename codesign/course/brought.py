"""What a file of the policy team brings, told to the facilitator before anything of it is kept."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from codesign.core.dates import Order
from codesign.core.policy_team.taken import Taken, TwoReadings
from codesign.course.pages import Block, Menu, MenuChoice, ToRead
from codesign.phrases import day
from codesign.phrases.on_a_card import NO
from codesign.words import N_, _, many

KEPT = N_("The team's answers are kept.")
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


def brought(lines: Sequence[str], files: Sequence[Path] = (), *, kept: bool = False) -> ToRead:
    """What a file of the policy team brings; with the posters, once it is `kept` and they are written."""
    return ToRead(speaks=False, place="brought", title=HAS_ANSWERED, blocks=partial(_brought, lines, files, kept=kept))


def _brought(lines: Sequence[str], files: Sequence[Path], *, kept: bool) -> list[Block]:
    if kept and not files:
        first = [Block(_(KEPT), look="saved")]
    elif not files:
        first = [Block(_("Look at this first. It is kept only after a yes."), look="alert")]
    else:
        posters = (("", f"{files[0].parent}"), *(("", f"  {file.name}") for file in files))
        first = [
            Block(_(KEPT), look="saved"),
            Block(_("The poster “You said / We did” lies in"), rows=posters),
        ]
    return [*first, *(Block(lines=(line,)) for line in lines)]


def sure(taken: Taken) -> Menu:
    """Asked before it is kept: yes, no, or what stands first in its dates."""
    dates = what_the_dates_mean(taken.two_readings) if taken.two_readings else {}
    return Menu(
        place="answer",
        title=_(KEEP_IT),
        choices=(
            MenuChoice("no", _(NO), _("Nothing is changed.")),
            *(MenuChoice(order, words, _("So are all its dates.")) for order, words in dates.items()),
            MenuChoice("yes", _("Yes, keep it"), _("The posters come next.")),
        ),
        others=("back",),
    )
