"""What the program will and won't do on a laptop, in sentences, from what was found out about it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

Verdict = Literal["ok", "!", "no"]
"""It works; it works with care; it won't."""
_PLENTY, _LEAST = 50_000_000, 2_000_000
"""Bytes: a year of sessions with their papers, and one session."""
_GOOD_SIZE = 80, 24
_SMALLEST = 40, 15
_COLOURS = {"truecolor": "all colours", "256": "256 colours", "standard": "16 colours", "windows": "16 colours"}


class Finding(Struct, frozen=True):
    """One sentence on what will or won't work."""

    verdict: Verdict
    words: str


class TerminalHere(Struct, frozen=True, kw_only=True):
    """The terminal that the program was started in."""

    is_one: bool
    """Whether input and output both are one that can draw."""
    columns: int = 0
    lines: int = 0
    colours: str | None = None
    """As rich names them; None for none."""
    encoding: str = "utf-8"
    keeps_lines: str = ""
    """The program around it that keeps what was printed; empty for none that is known."""
    may_be_plain: bool = True
    """Whether plain lines were tried on this system."""


class Folder(Struct, frozen=True, kw_only=True):
    """A folder that the program keeps things in, or the nearest above it that is there."""

    what: str
    path: str
    refusal: str = ""
    """Why nothing can be written there, in the system's words; empty where it can."""
    free: int | None = None
    """Bytes; None where nobody knows."""


class Version(Struct, frozen=True):
    """What the program leans on exactly: its name, the version it wants, and the one there is, empty for none."""

    name: str
    wanted: str
    found: str


class Records(Struct, frozen=True):
    """How many records there are, how many of them can't be read, and how many votes are open."""

    all: int = 0
    unreadable: int = 0
    open: int = 0


class Laptop(Struct, frozen=True, kw_only=True):
    """Everything that was found out."""

    screen: TerminalHere
    folders: Sequence[Folder]
    synced: str
    """The service that copies a folder of the program; empty for none known."""
    versions: Sequence[Version]
    records: Records
    help_lines: str = ""
    """Why the list of help lines that was put here can't be used; empty where nothing is wrong with it."""


def findings(laptop: Laptop) -> list[Finding]:
    """What will and won't work, in the order in which a session would meet it. Names no person and no session."""
    return [
        *_screen(laptop.screen),
        *(found for folder in laptop.folders for found in _folder(folder)),
        *_synced(laptop.synced),
        *_records(laptop.records),
        *([Finding("!", laptop.help_lines)] if laptop.help_lines else []),
        *_versions(laptop.versions),
    ]


def _screen(screen: TerminalHere) -> Iterator[Finding]:
    if not screen.is_one:
        yield Finding("no", "The screens won't open: this is no terminal that can draw. Plain lines do (run --plain).")
    else:
        yield from _size(screen)
        yield _colours(screen.colours)
    if screen.encoding.lower().replace("-", "").replace("_", "") not in ("utf8", "cp65001"):
        yield Finding(
            "!",
            f"Letters such as “ may look wrong: this terminal is set to {screen.encoding}. Set it to UTF-8. What is "
            "saved is right.",
        )
    else:
        yield Finding("ok", "Letters of every language are shown (UTF-8).")
    if screen.keeps_lines:
        yield Finding(
            "!",
            f"{screen.keeps_lines} keeps what plain lines print, also answers. Hold a real session on the screens, or outside.",
        )
    if not screen.may_be_plain:
        yield Finding(
            "!", "Plain lines open made-up sessions only: nobody has tried yet what stays on the screen of this system."
        )


def _size(screen: TerminalHere) -> Iterator[Finding]:
    size = f"{screen.columns} by {screen.lines}"
    if screen.columns < _SMALLEST[0] or screen.lines < _SMALLEST[1]:
        yield Finding("no", f"Cards won't fit: the window is {size} letters. Make it larger, or its letters smaller.")
    elif screen.columns < _GOOD_SIZE[0] or screen.lines < _GOOD_SIZE[1]:
        yield Finding("!", f"The screens open, and pages are long: the window is {size} letters, and 80 by 24 is better.")
    else:
        yield Finding("ok", f"The screens open: the window is {size} letters.")


def _colours(colours: str | None) -> Finding:
    if colours is None:
        return Finding("!", "There is no colour here. Every page can be read without.")
    return Finding("ok", f"The three themes can be read: {_COLOURS.get(colours, 'colours')}.")


def _folder(folder: Folder) -> Iterator[Finding]:
    where = f"{folder.what} ({folder.path})"
    if folder.refusal:
        yield Finding(
            "no",
            f"Nothing can be saved in the folder for {where}: {folder.refusal}. Mend that, or start the program with --data "
            "and another folder.",
        )
    elif folder.free is not None and folder.free < _LEAST:
        yield Finding("no", f"The disk of the folder for {where} is full. Make room before a session.")
    elif folder.free is not None and folder.free < _PLENTY:
        yield Finding(
            "!", f"The disk of the folder for {where} is nearly full: {folder.free // 1_000_000} MB are free. Make room."
        )
    else:
        yield Finding("ok", f"The folder for {where} can be written to, and its disk has room.")


def _synced(service: str) -> Iterator[Finding]:
    if service:
        yield Finding(
            "!",
            f"{service} copies a folder of the program to other machines, and keeps what you delete here. Start the program "
            "with --data and a folder of this laptop only.",
        )
    else:
        yield Finding("ok", "No service is known to copy these folders to other machines.")


def _records(records: Records) -> Iterator[Finding]:
    if records.unreadable:
        yield Finding(
            "no", f"{records.unreadable} of {records.all} records can't be read. The command records says which, and why."
        )
    elif records.all:
        yield Finding("ok", f"All records can be read ({records.all}).")
    if records.open:
        yield Finding(
            "!", f"Votes are open ({records.open}). Close them before this laptop is given away: their key lies on it."
        )


def _versions(versions: Sequence[Version]) -> Iterator[Finding]:
    if not versions:
        yield Finding("!", "Nobody can tell which versions are here: the program is not installed as a package.")
        return
    other = [one for one in versions if one.found != one.wanted]
    for one in other:
        yield Finding(
            "no",
            f"{one.name} {one.found or 'is missing'}: the program was tried with {one.wanted} alone, and may not forget what "
            "was typed with another. Install it again as README says.",
        )
    if not other:
        yield Finding("ok", "What the program leans on has the versions that it was tried with.")
