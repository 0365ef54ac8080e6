"""Something is written: where it lies, what each file is for, and what to do with it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from codesign.course.pages import Block, ToRead
from codesign.course.words import who_reads
from codesign.words import N_, _


def written(files: Sequence[Path], audience: str, answer_by: str) -> ToRead:
    """For who reads it next, and the day in words by which they answer; either may be empty."""
    return ToRead(speaks=False, place="written", title="", blocks=partial(_written, files, audience, answer_by))


def _written(files: Sequence[Path], audience: str, answer_by: str) -> list[Block]:
    whom = who_reads(audience)
    due = _(" Their answer is due on {day}.", day=answer_by) if answer_by else ""
    return [
        Block(_("The summary is ready."), look="saved"),
        Block(_("Saved in"), rows=(("", f"{files[0].parent}"), *what_was_written(files))),
        Block(
            _("What to do next"),
            (
                _("1  Read it once, before anyone else does."),
                _("2  Show it to the group, and let them correct it."),
                _("3  Give it to {whom}.", whom=whom) + due,
                _("4  Their answer comes back? Open this session under “Past sessions”, and bring it in."),
                _("5  When it is on the wall, delete the record (youth-codesign delete): it holds every comment."),
            ),
        ),
        Block(lines=(_("A USB stick or an e-mail is one more copy. Keep it short-lived."),), look="quiet"),
    ]


def what_was_written(files: Sequence[Path]) -> list[tuple[str, str]]:
    """The files of a summary, a row each, and what each is for; the youth check in all its languages is one row."""
    what = {
        "summary.docx": _("For the policy team to answer in (Word)."),
        "summary.html": _("The same, to read in a browser or on a phone."),
        "summary.md": _("The same as plain text."),
        "summary.csv": _("A row for each card, for a spreadsheet."),
        "summary.json": _("For other programs."),
        "youth-check.docx": _("For the group: did we get it right?"),
    }
    return [(file.name, what[file.name]) for file in files if file.name in what]


def rules_written(files: Sequence[Path]) -> ToRead:
    """Where the files lie, for the facilitator."""
    return ToRead(speaks=False, place="brought", title=N_("The rules are written"), blocks=partial(_rules_written, files))


def _rules_written(files: Sequence[Path]) -> list[Block]:
    return [
        Block(_("The rules are written."), look="saved"),
        Block(_("They lie in"), rows=(("", f"{files[0].parent}"), *(("", f"  {file.name}") for file in files))),
        Block(lines=(_("Those with “wall” in their name are in large type; the others are for the handbook."),)),
    ]
