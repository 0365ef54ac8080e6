"""The command that looks the laptop over: doctor."""

import locale
import os
import re
import shutil
import sys
from importlib import metadata

import click

from codesign.cli.common import engine_of, examples, has_terminal, say
from codesign.core.doctor import Laptop, Records, TerminalHere, Version, findings
from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.store.folder_check import check_folder
from codesign.store.places import Places

_ON_WINDOWS = sys.platform == "win32"


@click.command(epilog=examples("doctor"))
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what will and won't work on this laptop.

    Looks at the terminal, its colours and letters, the folders, sync, the disk, records and versions, and changes nothing.
    Names no person and no session. A line begins with ok, with ! where care is needed, or with no; then the exit code is 1.
    """
    engine = engine_of(ctx, looked_at=False)
    places = engine.places
    found = findings(
        Laptop(
            screen=_screen(),
            folders=[check_folder("records and plans", places.records), check_folder("keys and codes", places.state)],
            synced=engine.synced_by(),
            versions=_versions(),
            records=_records(places),
            help_lines=engine.help_lines().problem,
        )
    )
    for one in found:
        say(f"{one.verdict:<4}{one.words}")
    if any(one.verdict == "no" for one in found):
        raise CodesignError("Mend what begins with no before a session.")


def _screen() -> TerminalHere:
    from codesign.tui.colours import colours_here

    size = shutil.get_terminal_size()
    around = "GNU screen" if os.environ.get("STY") else "tmux" if os.environ.get("TMUX") else ""
    return TerminalHere(
        is_one=has_terminal(),
        columns=size.columns,
        lines=size.lines,
        colours=colours_here(),
        encoding="utf-8" if _ON_WINDOWS else locale.getencoding(),  # Windows' console is written to letter by letter
        keeps_lines=around,
        may_be_plain=not _ON_WINDOWS,
    )


def _versions() -> list[Version]:
    """Those that the program wants exactly; none where it is not installed as a package."""
    try:
        wanted = metadata.requires("youth-codesign") or []
    except metadata.PackageNotFoundError:
        return []
    exact = [found.groups() for line in wanted if (found := re.match(r"([A-Za-z0-9-]+)==([0-9.]+)$", line))]
    return [Version(name, version, _installed(name)) for name, version in exact]


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _records(places: Places) -> Records:
    from codesign.store.shelf import all_found, once_each

    try:
        found = [session for _path, session, _copies in once_each(all_found(places))]
    except OSError:  # told of the folder
        return Records()
    sessions = [session for session in found if isinstance(session, Session)]
    are_open = sum(any(round_.state == "open" for round_ in session.rounds) for session in sessions)
    return Records(len(found), len(found) - len(sessions), are_open)


COMMANDS = {"doctor": doctor}
