"""The support card: who can be called, what happens then, and what the facilitator should know of the help lines on it."""

from datetime import date
from typing import TYPE_CHECKING

from codesign.core.set_up import Setup
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.content import HelpLines
    from codesign.content.helplines import HelpLine

ASK_WHO_IS_TOLD = N_("Ask first if they tell or send somebody.")
ASK_FOR_A_LANGUAGE = N_("English; ask for others.")


def support_in_words(setup: Setup | None, help_lines: "HelpLines") -> list[tuple[str, str, str]]:
    """The support card in the language in use: who, how to reach them, what happens then. Without a session, what there is for
    everybody. First comes what a page has room for."""
    person, local = (setup.support_person, setup.local_line) if setup else ("", "")
    return [
        *([(_("Here now"), person, _("Just say: can we talk? You can tell a thing and not type it."))] if person else []),
        (_("In danger right now"), _("Call 911"), _("Police may come.")),
        *([(_("Our own line"), local, _("A worker from this program answers."))] if local else []),
        *((_(line.name), _(line.reach), " ".join(map(_, about_line(line)))) for line in help_lines.all),
    ]


def about_line(line: "HelpLine") -> tuple[str, ...]:
    """Who a help line is for, what happens then, whom it may tell or send, when, and in which languages. What is not known is
    to be asked."""
    told = (line.what, line.then, line.sends or ASK_WHO_IS_TOLD, line.hours, line.languages or ASK_FOR_A_LANGUAGE)
    return tuple(filter(None, told))


def warning_of_lines(help_lines: "HelpLines", today: date) -> str:
    """What the facilitator should know of the help lines before youth come; empty where all is well."""
    if help_lines.problem:
        return f"! {help_lines.problem}"
    stale = ", ".join(help_lines.stale(today))
    return _("! Checked long ago: {names}. Call them once before youth come.", names=stale) if stale else ""
