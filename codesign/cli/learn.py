"""The command on what youth and staff can learn: learn."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, DESK_PAPER, engine_of, examples, say
from codesign.cli.named import A_RECORD


@click.command(epilog=examples("learn --staff --out print", "learn --card tags --out print"))
@click.argument("records", metavar="[RECORD]...", nargs=-1, type=A_RECORD)
@click.option("--out", required=True, type=A_PATH, help="The folder that the papers go to.")
@click.option("--card", "cards", metavar="ID", multiple=True, help="One card, such as tags. Once or several times.")
@click.option("--set", "whole_set", is_flag=True, help="All cards, a page each, in one document.")
@click.option("--staff", is_flag=True, help="The sheet for staff.")
@click.option("--resources", is_flag=True, help="The fact sheet's seven resources, and what became of them.")
@DESK_PAPER
@click.pass_context
def learn(
    ctx: click.Context,
    records: tuple[Path, ...],
    out: Path,
    cards: tuple[str, ...],
    whole_set: bool,
    staff: bool,
    resources: bool,
    paper: str | None,
) -> None:
    """Write what to learn from, for youth and staff.

    Ten cards for youth, the set of them, a sheet for staff, the list of resources. Word and HTML, English and Spanish; the
    set, the sheet and the list where nothing is chosen.

    Of RECORDs, whose sessions are over, the sheet for staff says what many did not get: rules alone, without a number.
    """
    from codesign.engine.learn import RESOURCES, SET, STAFF, write_learn

    engine = engine_of(ctx)
    chosen = [*cards, *[SET] * whole_set, *[STAFF] * staff, *[RESOURCES] * resources] or [SET, STAFF, RESOURCES]
    for file in write_learn(chosen, out, records, engine.places, engine.region_here(), engine.today(), paper or ""):
        say(f"{file}")


COMMANDS = {"learn": learn}
