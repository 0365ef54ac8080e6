"""Commands on the memory of pools: export it, import it on another laptop."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, examples, places_of, say
from codesign.core.errors import CodesignError
from codesign.intake.files import MEGABYTE, read_bytes
from codesign.store.disk import Disk
from codesign.store.issued import issued
from codesign.words import _

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
@click.pass_context
def export(ctx: click.Context, file: Path) -> None:
    """Write the memory of pools to FILE, and hand it over.

    FILE must not be there yet. From then on those sessions are pooled where FILE is imported: two laptops that pool the same
    ones would not know of each other. To pool them here again, import the memory of the other laptop.
    """
    disk = Disk()
    with issued(places_of(ctx), disk) as memory:
        disk.put_new(file, memory.exported())
        memory.hand_over()
    say(f"{file}")


@pools.command("import")
@click.argument("file", type=A_PATH)
@click.pass_context
def import_(ctx: click.Context, file: Path) -> None:
    """Add the memory in FILE to that of this laptop.

    What this one knows stays.
    """
    data = read_bytes(file, "memory", limit=_MOST)
    with issued(places_of(ctx), Disk()) as memory:
        before = len(memory.blocks), len(memory.known)
        try:
            memory.join(data)
        except ValueError:
            raise CodesignError(f"{file} is no memory of pools. Nothing was changed.") from None
        new = len(memory.blocks) - before[0], len(memory.known) - before[1]
    say(_("Added: {blocks} pools and {sessions} sessions that this laptop did not know.", blocks=new[0], sessions=new[1]))


COMMANDS = {"pools": pools}
