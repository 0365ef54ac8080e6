"""Something is written: where it lies, what each file is for, and what to do with it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from codesign.course.pages import Block, ToRead
from codesign.course.shared_words import SAVED_IN, who_reads
from codesign.words import _

_WHAT_FOR = {
    "ballots": "One for each person who votes on paper.",
    "shapes": "The same, for those who read little.",
    "before-they-come": "For you: what to check, and what to say.",
    "board-poster": "For the wall.",
    "pocket": "For youth, to cut out and fold.",
    "charter": "For a real online space of your own.",
    "learn-set": "For youth: ten cards, a page each.",
    "learn-staff": "For staff: what to say, and who must report.",
    "learn-resources": "For staff: the resources of the fact sheet.",
    "plan-pocket": "For the young person, to cut out and fold.",
    "plan-file": "For your file, with the reasons.",
    "our-rules": "For the handbook.",
    "our-rules-wall": "For the wall, in large type.",
}
"""The name of a paper, without its language and its format -> what it is for."""


def written(files: Sequence[Path], audience: str, answer_by: str) -> ToRead:
    """For who reads it next, and the day in words by which they answer; either may be empty."""
    return ToRead(speaks=False, place="written", title="", blocks=partial(_written, files, audience, answer_by))


def _written(files: Sequence[Path], audience: str, answer_by: str) -> list[Block]:
    whom = who_reads(audience)
    due = _(" Their answer is due on {day}.", day=answer_by) if answer_by else ""
    return [
        Block(_("The summary is ready."), look="saved"),
        _saved_in(files, what_was_written(files)),
        Block(
            _("What to do next"),
            (
                _("1  Read it once, before anyone else does."),
                _("2  Show it to the group, and let them correct it."),
                _("3  Give it to {whom}.", whom=whom) + due,
                _("4  Their answer comes back? Bring it in under “Past sessions”."),
                _("5  When it is on the wall, delete the session under “Past sessions” (D): it holds every comment."),
            ),
        ),
        Block(lines=(_("A USB stick or an e-mail is one more copy. Keep it short-lived."),), look="quiet"),
    ]


def _saved_in(files: Sequence[Path], each: Sequence[tuple[str, str]]) -> Block:
    return Block(_(SAVED_IN), rows=(("", f"{files[0].parent}"), *each))


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


def files_written(said: str, files: Sequence[Path], *what_next: str, speaks: bool = False) -> ToRead:
    """For other files than the summary's: what is done, where each lies, and what to do with them. Where it `speaks` the words
    are ids of messages."""

    def blocks() -> list[Block]:
        say = _ if speaks else str
        papers = {} if speaks else {_paper(file): _WHAT_FOR[_paper(file)] for file in files if _paper(file) in _WHAT_FOR}
        others = [("", f"  {file.name}") for file in files if _paper(file) not in papers]
        formats = _("Each lies there for Word (.docx) and for a browser (.html). Those with .es are in Spanish.")
        return [
            Block(say(said), look="saved"),
            _saved_in(files, [*((name, _(what)) for name, what in papers.items()), *others]),
            *([Block(lines=(formats,), look="quiet")] if papers else []),
            Block(lines=tuple(map(say, what_next))),
        ]

    return ToRead(speaks=speaks, place="files-written", title="", blocks=blocks)


def _paper(file: Path) -> str:
    """Its name without language and format."""
    return file.name.partition(".")[0]
