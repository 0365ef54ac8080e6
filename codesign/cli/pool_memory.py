"""Commands on the memory of pools: export it, import it on another laptop."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from codesign.cli.common import A_PATH, examples, places_of, say
from codesign.core.errors import CodesignError
from codesign.engine.handing_over import at_stake
from codesign.intake.files import MEGABYTE, read_bytes
from codesign.store.disk import Disk
from codesign.store.issued import issued
from codesign.store.issued_file import SCHEMA
from codesign.store.newer import is_newer, newer_words
from codesign.words import _, many

_MOST = 500 * MEGABYTE
"""That of a country's sessions of ten years is a fifth of it."""


@click.group(epilog=examples("pools export pools-of-north.json", "pools import pools-of-north.json"))
def pools() -> None:
    """Carry the memory of pools to another laptop.

    So that no two pools can be subtracted, a laptop remembers which sessions it added up, and what was told of each. Whoever
    pools records that were told or pooled elsewhere needs that memory too. It holds no title, no count and no word that
    anybody can read.
    """


@pools.command()
@click.argument("file", type=A_PATH)
@click.option("--yes", is_flag=True, help="Also where words of a session would stay behind for good.")
@click.pass_context
def export(ctx: click.Context, file: Path, yes: bool) -> None:
    """Write the memory of pools to FILE, and hand it over.

    FILE must not be there yet. From then on those sessions are pooled where FILE is imported. Import it on one laptop only:
    two that pool the same ones would not know of each other. To pool them here again, import the memory of that laptop.

    Words, too: of a session that was handed over only those leave here that a summary told before. So the records of this
    laptop whose words no summary has told are named first: write their summaries, then export. A session with a vote that was
    not told yet, or is open, stays here.
    """
    disk = Disk()
    if os.path.lexists(file):
        raise CodesignError(f"There is already a file {file}. Choose another name; nothing was handed over.")
    with issued(places_of(ctx), disk) as memory:
        stake = at_stake(places_of(ctx), memory)
        if stake.elsewhere:
            say(_no_record_here(stake.elsewhere), err=True)
        if stake.waiting:
            _must_be_meant(stake.waiting, yes)
        memory.hand_over(lambda data, forget: disk.replace_all({file: data}, forget), stake.staying)
    say(f"{file}")
    if stake.staying:
        say(_("These sessions stay on this laptop: a vote of each is open, or was not told yet."), err=True)
        for path in stake.staying.values():
            say(f"{path}", err=True)


def _no_record_here(sessions: int) -> str:
    return many(
        "{n} session is handed over without a record of it that can be read here, so nobody can tell whether words of it stay.",
        "{n} sessions are handed over without records that can be read here, so nobody can tell whether words of them stay.",
        sessions,
    )


def _must_be_meant(waiting: Sequence[Path], yes: bool) -> None:
    say(_("Words of these sessions are in no summary yet, and stay behind once they are handed over:"), err=True)
    for path in waiting:
        say(f"{path}", err=True)
    if yes or (sys.stdin.isatty() and click.confirm(_("Hand them over all the same?"), err=True)):
        return
    raise CodesignError("Nothing was handed over. Read the comments and write those summaries first, or add --yes.")


@pools.command("import")
@click.argument("file", type=A_PATH)
@click.pass_context
def import_(ctx: click.Context, file: Path) -> None:
    """Add the memory in FILE to that of this laptop.

    What this one knows stays. A file that this laptop wrote itself, or that was taken in before, is refused: since then its
    sessions may be pooled elsewhere.
    """
    data = read_bytes(file, "memory", limit=_MOST)
    with issued(places_of(ctx), Disk()) as memory:
        before = len(memory.blocks), len(memory.known)
        try:
            memory.join(data)
        except ValueError:
            told = f"{file} is no memory of pools. Nothing was changed. Name a file that youth-codesign pools export wrote."
            if is_newer(data, SCHEMA):
                told = newer_words(file)
            raise CodesignError(told) from None
        new = len(memory.blocks) - before[0], len(memory.known) - before[1]
    say(_("Added: {blocks} pools and {sessions} sessions that this laptop did not know.", blocks=new[0], sessions=new[1]))


COMMANDS = {"pools": pools}
