"""Commands that look after a record's files: verify, mend, delete."""

import sys
from pathlib import Path

import click

from codesign.cli.common import engine_of, examples, say
from codesign.cli.named import RECORD
from codesign.core.errors import CodesignError
from codesign.phrases import what_can_be_read
from codesign.words import many

BEYOND_REACH = (
    "Removed from this program. Copies may remain in backups, in the history of a synced folder, on a stick or in unused parts "
    "of the drive. Only full-disk encryption (BitLocker, FileVault, LUKS) protects those."
)


@click.command(epilog=examples("verify last"))
@RECORD
@click.pass_context
def verify(ctx: click.Context, record: Path) -> None:
    """Say whether a record is whole. Changes nothing.

    Also that it gives no order away, and has no leftovers around it. Exit code 0 where all is well, else 1 and a list.
    """
    found = engine_of(ctx).verify(record)
    if found:
        raise CodesignError("\n".join(found))
    say(f"{record}: whole, in no order that tells anything, no leftovers.")


@click.command(epilog=examples("mend a.json --yes"))
@RECORD
@click.option("--yes", is_flag=True, help="Put the damaged file aside and go on with what can be read.")
@click.pass_context
def mend(ctx: click.Context, record: Path, yes: bool) -> None:
    """Go on with what can be read of a damaged record.

    Without --yes it only says what that is. The damaged file is kept beside it.
    """
    engine = engine_of(ctx)
    say(what_can_be_read(engine.readable(record)), err=True)
    if not yes:
        raise CodesignError("Say --yes to put the damaged file aside and go on with that; nothing was changed.")
    aside = engine.mend(record)
    say(f"{record} can be opened again. The damaged file is kept: {aside}")


@click.command(epilog=examples("delete 2026-11-27"))
@RECORD
@click.option("--yes", is_flag=True, help="Do not ask; for scripts.")
@click.pass_context
def delete(ctx: click.Context, record: Path, yes: bool) -> None:
    """Remove a record for good.

    Its key, its code and its leftovers go too. Asks for a typed word first.
    """
    engine = engine_of(ctx)
    found = engine.belongings(record)
    files = found.files
    if found.kept_for:
        say(f"{found.kept_for} is of the same session, so its key and code stay.", err=True)
    if not yes:
        for file in files:
            say(f"{_without_number(file, engine.places.state)}", err=True)
        if not _asks():
            raise CodesignError("Nothing was deleted. In a script say --yes; in a terminal a typed word is asked for.")
        asked = many("Type delete to remove this file for good", "Type delete to remove these {n} files for good", len(files))
        if click.prompt(asked, default="", show_default=False, err=True).strip().casefold() != "delete":
            raise CodesignError("Nothing was deleted.")
    engine.delete(record)
    say(BEYOND_REACH)


def _without_number(file: Path, state: Path) -> Path:
    """A key or a code as it is shown: its name is the number of its session, which opens what the memory keeps of it."""
    return state / f"…{file.suffix}" if file.parent == state else file


def _asks() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty()


COMMANDS = {"verify": verify, "mend": mend, "delete": delete}
